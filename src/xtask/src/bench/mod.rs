//! `cargo xtask bench`: what a reader downloads, how long a reading takes, and how fast other systems
//! read the same text, in BENCHMARKS.md.
//!
//! The page has two parts: the release in a browser, and the speed beside peers. Each is written as
//! soon as it is measured, and the other stays as it was.

mod peers;
mod speed;
mod text;

use crate::step::{Outcome, root, run, say, step};
use crate::{browser, page, tools};
use clap::Args;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Measure what is sent to the reader and how fast it is read, and write BENCHMARKS.md.
#[derive(Debug, Args)]
pub(crate) struct Bench {
    /// Only the speed beside other systems; the rest of the page stays as it is.
    #[arg(long)]
    peers: bool,
}

/// What opens the second part, to the end of the page.
const SPEED: &str = "## Speed beside peers";

/// Builds the release, measures it and writes the page of figures.
pub(crate) fn run_task(args: &Bench) -> Outcome {
    if !args.peers {
        let chromium = step("browser and node packages", browser::ready)?;
        step("tools", tools::ready_page_tools)?;
        step("release page", page::release)?;
        step("figures of the page", || write_page_part(&chromium))?;
    }
    let section = speed::section()?;
    write(|old| with_speed(old, &section))
}

/// Where everything is that is made on the way.
fn folder() -> Outcome<PathBuf> {
    let folder = root().join("target/bench");
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

fn write_page_part(chromium: &Path) -> Outcome {
    let made = folder()?.join("page.md");
    let mut node = Command::new("node");
    node.current_dir(browser::folder()).arg("bench.mjs").arg(&made);
    node.env("CHROME_PATH", chromium).env("READOUT_DIST", root().join("dist"));
    run(&mut node)?;
    let page =
        std::fs::read_to_string(&made).map_err(|error| format!("{}: {error}", made.display()))?;
    write(|old| with_page_part(old, &page))
}

/// The old page with this first part.
fn with_page_part(old: &str, page: &str) -> String {
    match old.split_once(SPEED) {
        Some((_, speed)) => format!("{}\n\n{SPEED}{speed}", page.trim_end()),
        None => page.to_owned(),
    }
}

/// The old page with this second part.
fn with_speed(old: &str, section: &str) -> String {
    let page = old.split(SPEED).next().unwrap_or_default();
    format!("{}\n\n{section}", page.trim_end())
}

fn write(change: impl FnOnce(&str) -> String) -> Outcome {
    let path = root().join("BENCHMARKS.md");
    let old = std::fs::read_to_string(&path).unwrap_or_else(|_| "# Benchmarks\n".to_owned());
    std::fs::write(&path, change(&old)).map_err(|error| format!("BENCHMARKS.md: {error}"))?;
    say("wrote BENCHMARKS.md");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_is_renewed_without_the_other() {
        let old = "# Benchmarks\n\n## Files\n\n1 kB\n\n## Speed beside peers\n\nfast\n";
        let page = "# Benchmarks\n\n## Files\n\n2 kB\n";
        let speed = "## Speed beside peers\n\nfaster\n";
        assert_eq!(with_page_part(old, page), old.replace('1', "2"));
        assert_eq!(with_speed(old, speed), old.replace("fast", "faster"));
        assert_eq!(with_page_part("", page), page);
        assert_eq!(with_speed(page, speed), format!("{page}\n{speed}"));
    }
}
