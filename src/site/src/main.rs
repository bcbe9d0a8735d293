//! What is made after the page build: `embed.html` from `index.html` as Trunk wrote it, and the
//! gauges in the gallery's index.
//!
//! Trunk runs this as its `post_build` hook and names the folder in `TRUNK_STAGING_DIR`. The address
//! under which the folder will be served may be given in `READOUT_HOST`. Nothing else is read.

#![forbid(unsafe_code)]

mod embed;
mod gauges;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            // Without standard error there is nobody to tell.
            let _ = writeln!(std::io::stderr(), "readout-site: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let folder = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or("TRUNK_STAGING_DIR names no folder; Trunk sets it for its hooks")?;
    let host = std::env::var("READOUT_HOST").ok();
    let read = folder.join("index.html");
    let page =
        std::fs::read_to_string(&read).map_err(|error| format!("{}: {error}", read.display()))?;
    let write = folder.join("embed.html");
    std::fs::write(&write, embed::page(&page, host.as_deref())?)
        .map_err(|error| format!("{}: {error}", write.display()))?;
    let seeds = folder.join("seeds");
    let list = seeds.join("index.tsv");
    let rows =
        std::fs::read_to_string(&list).map_err(|error| format!("{}: {error}", list.display()))?;
    std::fs::write(&list, gauges::index(&rows, &seeds)?)
        .map_err(|error| format!("{}: {error}", list.display()))
}
