//! What can be checked without running the product: format, lints, docs, licenses.
//!
//! The rules of the repository are tests of the package `readout-checks`; they run here as well.

use crate::licenses;
use crate::step::{Outcome, cargo, run, step};
use crate::tools;

/// What is compiled to WebAssembly. The rest is native only.
const BROWSER: [&str; 3] = ["readout-bench", "readout-explorer", "readout-worker"];

/// All checks, cheapest first.
pub(crate) fn run_all() -> Outcome {
    step("format", || run(cargo().args(["fmt", "--all", "--check"])))?;
    step("licenses", licenses::check)?;
    step("lints, native", || {
        let mut clippy = cargo();
        clippy.args(["clippy", "--locked", "--workspace", "--all-targets"]);

        run(clippy.args(["--", "--deny", "warnings"]))
    })?;
    step("lints, wasm32", || {
        let mut clippy = cargo();
        clippy.args(["clippy", "--locked", "--target", tools::TARGET]);
        clippy.args(BROWSER.iter().flat_map(|package| ["--package", package]));
        run(clippy.args(["--", "--deny", "warnings"]))
    })?;
    step("docs", || {
        let mut doc = cargo();
        doc.args(["doc", "--locked", "--workspace", "--no-deps"]);
        run(doc.env("RUSTDOCFLAGS", "--deny warnings"))
    })
}

/// `cargo xtask check`.
pub(crate) fn run_task() -> Outcome {
    step("target", tools::ready_target)?;
    run_all()?;
    step("rules of the repository", || {
        run(cargo().args(["test", "--locked", "--package", "readout-checks"]))
    })
}
