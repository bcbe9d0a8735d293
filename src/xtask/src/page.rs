//! The page: served for work, or built for release. Trunk does the building; the tools come first.
//!
//! Serving needs only what Cargo can install. The release also runs `wasm-opt`, which comes through
//! npm; without npm the release is made all the same, larger, and says so.

use crate::step::{Outcome, output, root, run, say, step};
use crate::{browser, tools};
use clap::Args;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Command;

/// Build the page and serve it on this machine.
#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// The port; without it the first free one from 8080 up.
    #[arg(long)]
    port: Option<u16>,
    /// Open the page in the browser.
    #[arg(long)]
    open: bool,
}

/// Builds and serves until interrupted.
pub(crate) fn serve(args: &Serve) -> Outcome {
    step("tools", tools::ready_page_tools)?;
    let port = match args.port {
        Some(port) => port,
        None => free_port()?,
    };
    say(&format!("Building; then the page is at http://127.0.0.1:{port}/  (stop with Ctrl-C)"));
    let mut trunk = trunk("serve", None);
    trunk.args(["--port", &port.to_string()]);
    if args.open {
        trunk.arg("--open");
    }
    run(&mut trunk)
}

/// Makes `dist/`.
pub(crate) fn build() -> Outcome {
    step("tools", tools::ready_page_tools)?;
    step("release page", release)
}

/// Makes `dist/`, with Cargo's tools already there.
pub(crate) fn release() -> Outcome {
    let optimizer = optimizer()?;
    let mut trunk = trunk("build", optimizer.clone());
    trunk.arg("--release");
    if optimizer.is_none() {
        trunk.arg(write_plain_page()?);
    }
    let built = run(&mut trunk);
    if optimizer.is_none() {
        // Whether the build worked or not, the copy has done its work.
        let _ = std::fs::remove_file(root().join(PLAIN_PAGE));
    }
    built?;
    say(&format!("The release is in {}", root().join("dist").display()));
    Ok(())
}

/// The folder of `wasm-opt`, or nothing and a line that says what that means.
pub(crate) fn optimizer() -> Outcome<Option<PathBuf>> {
    if output(Command::new("npm").arg("--version")).is_some() {
        browser::ready_packages()?;
        return Ok(Some(browser::folder().join("node_modules/.bin")));
    }
    say("npm is not installed, so wasm-opt cannot be fetched: the release works, but is larger");
    Ok(None)
}

fn trunk(command: &str, first: Option<PathBuf>) -> Command {
    let mut trunk = Command::new("trunk");
    trunk.current_dir(root()).env("PATH", tools::path(first));
    // All that Trunk would fetch is there.
    trunk.args([command, "--offline"]);
    // Trunk takes no other values than true and false, where others write 1.
    trunk.env_remove("NO_COLOR");
    trunk
}

const PLAIN_PAGE: &str = "index.plain.html";

/// The page's source without `wasm-opt`, since Trunk reads its levels there and nowhere else.
fn write_plain_page() -> Outcome<&'static str> {
    let page = std::fs::read_to_string(root().join("index.html"))
        .map_err(|error| format!("index.html: {error}"))?;
    let plain = page
        .replace("data-wasm-opt=\"1\"", "data-wasm-opt=\"0\"")
        .replace("data-wasm-opt=\"3\"", "data-wasm-opt=\"0\"");
    std::fs::write(root().join(PLAIN_PAGE), plain)
        .map_err(|error| format!("{PLAIN_PAGE}: {error}"))?;
    Ok(PLAIN_PAGE)
}

fn free_port() -> Outcome<u16> {
    (8080..8180)
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .ok_or_else(|| "no free port from 8080 to 8179; name one with --port".to_owned())
}
