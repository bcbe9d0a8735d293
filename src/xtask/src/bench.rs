//! `cargo xtask bench`: what a reader downloads, and how long a reading takes, in BENCHMARKS.md.

use crate::step::{Outcome, root, run, step};
use crate::{browser, page, tools};
use std::process::Command;

/// Builds the release, measures it and writes the page of figures.
pub(crate) fn run_task() -> Outcome {
    let chromium = step("browser and node packages", browser::ready)?;
    step("tools", tools::ready_page_tools)?;
    step("release page", page::release)?;
    step("figures", || {
        let mut node = Command::new("node");
        node.current_dir(browser::folder()).arg("bench.mjs").arg(root().join("BENCHMARKS.md"));
        node.env("CHROME_PATH", chromium).env("READOUT_DIST", root().join("dist"));
        run(&mut node)
    })
}
