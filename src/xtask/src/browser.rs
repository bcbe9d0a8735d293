//! The browser tests: Node's own test runner with Playwright's library and the system's Chromium.
//!
//! Packages come by `npm ci` from the lock file beside the tests; Chromium comes from the system's
//! package manager where this task may use it. Firefox is used where it is found.

use crate::step::{Outcome, output, root, run, say};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the tests and their packages live.
pub(crate) fn folder() -> PathBuf {
    root().join("src/explorer/tests/browser")
}

/// The packages of the lock file, installed once for each state of the file.
pub(crate) fn ready_packages() -> Outcome {
    ready_packages_of(&folder())
}

/// The packages of the lock file in a folder.
pub(crate) fn ready_packages_of(folder: &Path) -> Outcome {
    let lock = folder.join("package-lock.json");
    let wanted = std::fs::read(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
    let mark = folder.join("node_modules/.installed-lock.json");
    if std::fs::read(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    say("Fetching the node packages of package-lock.json (seconds)");
    let mut npm = Command::new("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(folder);
    run(&mut npm)?;
    std::fs::write(&mark, wanted).map_err(|error| format!("{}: {error}", mark.display()))
}

/// Node, its packages and Chromium.
pub(crate) fn ready() -> Outcome<PathBuf> {
    let node = output(Command::new("node").arg("--version"));
    let major = node
        .as_deref()
        .and_then(|version| version.trim_start_matches('v').split('.').next()?.parse::<u32>().ok());
    if major.is_none_or(|major| major < 20)
        || output(Command::new("npm").arg("--version")).is_none()
    {
        let found = node.unwrap_or_else(|| "none".to_owned());
        return Err(format!(
            "the browser tests need Node 20 or newer with npm (found: {found}); install the packages nodejs and npm"
        ));
    }
    ready_packages()?;
    if let Some(chromium) = chromium() {
        return Ok(chromium);
    }
    if output(Command::new("id").arg("-u")).as_deref() == Some("0")
        && output(Command::new("apt-get").arg("--version")).is_some()
    {
        say("Installing Chromium through apt-get (about 30 seconds)");
        let apt = || {
            let mut apt = Command::new("apt-get");
            apt.env("DEBIAN_FRONTEND", "noninteractive");
            apt
        };
        run(apt().args(["update", "-qq"]))?;
        run(apt().args(["install", "-y", "-qq", "--no-install-recommends", "chromium"]))?;
    }
    chromium().ok_or_else(|| {
        "the browser tests need Chromium; install your system's package chromium, or name a Chromium or Chrome in CHROME_PATH"
            .to_owned()
    })
}

/// Runs every `*.test.mjs` against `dist/`, and beside it the [engine](crate::engine).
pub(crate) fn test(chromium: &Path, native: &Path, wasm: &Path) -> Outcome {
    let mut node = Command::new("node");
    node.current_dir(folder()).args(["--test", "--test-reporter=spec", "--test-concurrency=1"]);
    node.args(tests()?);
    node.env("CHROME_PATH", chromium).env("READOUT_DIST", root().join("dist"));
    node.env("READOUT_NATIVE", native).env("READOUT_BENCH_WASM", wasm);
    run(&mut node)
}

fn tests() -> Outcome<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder()).map_err(|error| error.to_string())?;
    let mut tests: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    tests.sort();
    if tests.is_empty() {
        return Err("no browser test found".to_owned());
    }
    Ok(tests)
}

fn chromium() -> Option<PathBuf> {
    let named = std::env::var_os("CHROME_PATH").map(PathBuf::from);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let found = names.iter().flat_map(|name| {
        std::env::split_paths(&path).map(|folder| folder.join(name)).collect::<Vec<_>>()
    });
    let mac = PathBuf::from("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    named.into_iter().chain(found).chain([mac]).find(|path| path.is_file())
}
