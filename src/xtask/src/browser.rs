//! The browser tests: Node's own test runner with Playwright's library and the system's Chromium, and
//! with Puppeteer's and the system's Firefox where there is one.
//!
//! Packages come by `npm ci` from the lock file beside the tests; browsers come from the system's
//! package manager where this task may use it.

use crate::step::{Outcome, output, root, run, say};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The test that needs Firefox.
const IN_FIREFOX: &str = "firefox.test.mjs";

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
    let missing = [(chromium(), "chromium"), (firefox(), "firefox-esr")];
    let missing = missing.iter().filter(|(found, _)| found.is_none()).map(|(_, package)| *package);
    install(&missing.collect::<Vec<_>>());
    chromium().ok_or_else(|| {
        "the browser tests need Chromium; install your system's package chromium, or name a Chromium or Chrome in CHROME_PATH"
            .to_owned()
    })
}

/// Installs packages through apt-get, where this task may. What fails is told by what misses them.
fn install(packages: &[&str]) {
    let may = output(Command::new("id").arg("-u")).as_deref() == Some("0")
        && output(Command::new("apt-get").arg("--version")).is_some();
    if packages.is_empty() || !may {
        return;
    }
    let apt = |arguments: &[&str]| {
        let mut apt = Command::new("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").args(arguments);
        run(&mut apt).unwrap_or_else(|problem| say(&problem));
    };
    say(&format!("Installing {} through apt-get (about a minute)", packages.join(" and ")));
    apt(&["update", "-qq"]);
    // One by one: a system may have the one and not the other.
    for package in packages {
        apt(&["install", "-y", "-qq", "--no-install-recommends", package]);
    }
}

/// Runs every `*.test.mjs` against `dist/`, and beside it the [engine](crate::engine).
pub(crate) fn test(chromium: &Path, native: &Path, wasm: &Path) -> Outcome {
    let mut node = Command::new("node");
    node.current_dir(folder()).args(["--test", "--test-reporter=spec", "--test-concurrency=1"]);
    let mut tests = tests()?;
    if let Some(firefox) = firefox() {
        node.env("FIREFOX_PATH", firefox);
    } else {
        say("Firefox is not installed: what is tried in it is left out");
        tests.retain(|test| !test.ends_with(IN_FIREFOX));
    }
    node.args(tests);
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
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    found("CHROME_PATH", &names, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
}

fn firefox() -> Option<PathBuf> {
    let names = ["firefox-esr", "firefox"];
    found("FIREFOX_PATH", &names, "/Applications/Firefox.app/Contents/MacOS/firefox")
}

/// A browser: the one that a variable names, else one on the path, else where a Mac has it.
fn found(variable: &str, names: &[&str], mac: &str) -> Option<PathBuf> {
    let named = std::env::var_os(variable).map(PathBuf::from);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = names.iter().flat_map(|name| {
        std::env::split_paths(&path).map(|folder| folder.join(name)).collect::<Vec<_>>()
    });
    named.into_iter().chain(found).chain([PathBuf::from(mac)]).find(|path| path.is_file())
}
