//! The tools that a build needs: found at the wanted version, or fetched into `target/tools`.
//!
//! Nothing is installed outside the project's folder except the WebAssembly target, which belongs
//! to the toolchain. A tool of the wanted version on the path is taken as it is.

use crate::step::{Outcome, cargo, output, root, run, say};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

const TRUNK: &str = "0.22.1";
/// What the browser runs.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// The folder for tools of the project's own.
pub(crate) fn folder() -> PathBuf {
    root().join("target/tools")
}

/// What the page build needs from Cargo: the target, Trunk, and wasm-bindgen's tool.
pub(crate) fn ready_page_tools() -> Outcome {
    ready_target()?;
    ready_wasm_bindgen()?;
    ready_tool("trunk", TRUNK, "about 6 minutes", |cargo| {
        cargo.args(["trunk", "--version", TRUNK, "--locked", "--ignore-rust-version"]);
        cargo.args(["--no-default-features", "--features", "rustls"]);
    })
}

/// wasm-bindgen's tool.
pub(crate) fn ready_wasm_bindgen() -> Outcome {
    // Another release of the tool than of the library cannot read what the compiler wrote.
    let version = locked_version("wasm-bindgen")?;
    ready_tool("wasm-bindgen", &version, "about 2 minutes", |cargo| {
        cargo.args(["wasm-bindgen-cli", "--version", &version]);
    })
}

/// The path with the project's own tools first.
pub(crate) fn path(first: Option<PathBuf>) -> OsString {
    let rest = std::env::var_os("PATH").unwrap_or_default();
    let own = folder().join("bin");
    let all = first.into_iter().chain([own]).chain(std::env::split_paths(&rest));
    // Only a folder with a separator in its name fails; then the path stays as it was.
    std::env::join_paths(all).unwrap_or(rest)
}

/// The standard library for the browser.
pub(crate) fn ready_target() -> Outcome {
    let libraries =
        output(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if libraries.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    say(&format!("Adding the target {TARGET} to the Rust toolchain (seconds)"));
    run(Command::new("rustup").args(["target", "add", TARGET])).map_err(|problem| {
        format!("{problem}\nThe Rust standard library for {TARGET} is needed. Without rustup, install it with the package manager that brought Rust.")
    })
}

fn ready_tool(
    name: &str,
    version: &str,
    time: &str,
    package: impl FnOnce(&mut Command),
) -> Outcome {
    let found = output(Command::new(name).arg("--version").env("PATH", path(None)));
    if found.is_some_and(|line| line.split_whitespace().nth(1) == Some(version)) {
        return Ok(());
    }
    say(&format!("Installing {name} {version} into target/tools, once ({time} on two cores)"));
    let build = folder().join("build");
    let mut cargo = cargo();
    cargo.arg("install").arg("--force").arg("--root").arg(folder());
    package(&mut cargo);
    // These tools run for a moment: time is better spent on building ours than on theirs.
    cargo.env("CARGO_PROFILE_RELEASE_LTO", "off");
    cargo.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    cargo.env("CARGO_TARGET_DIR", &build);
    run(&mut cargo)?;
    // What the build leaves is large and of no further use.
    std::fs::remove_dir_all(&build).map_err(|error| format!("{}: {error}", build.display()))
}

/// The version of a package in Cargo.lock.
fn locked_version(package: &str) -> Outcome<String> {
    let path = root().join("Cargo.lock");
    let lock =
        std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let wanted = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.by_ref().find(|line| *line == wanted);
    let version = lines.next().and_then(|line| line.strip_prefix("version = \""));
    version
        .and_then(|version| version.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| format!("Cargo.lock does not name {package}"))
}
