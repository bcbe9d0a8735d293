//! `cargo xtask test`: everything that must hold before a change goes in.

use crate::step::{Outcome, cargo, run, say, step};
use crate::{browser, check, engine, fuzz, page, tools};
use std::time::Instant;

/// Checks, tests, a minute of fuzzing, the release page, the browser.
pub(crate) fn run_task() -> Outcome {
    let start = Instant::now();
    // First, so that a machine that lacks something says so at once.
    let chromium = step("browser and node packages", browser::ready)?;
    step("tools", tools::ready_page_tools)?;
    check::run_all()?;
    step("tests", || run(cargo().args(["test", "--locked", "--workspace"])))?;
    step("fuzzing, a minute", fuzz::a_minute)?;
    step("release page", page::release)?;
    let native = step("engine, native", engine::checked)?;
    let wasm = step("engine, as WebAssembly", engine::wasm)?;
    step("browser tests", || browser::test(&chromium, &native, &wasm))?;
    say(&format!("All holds: {:.0} s", start.elapsed().as_secs_f64()));
    Ok(())
}
