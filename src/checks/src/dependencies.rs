//! Dependencies go one way: which of our packages may use which, and that what must run without a
//! browser knows none.

use crate::files::{none, root};
use serde_json::Value;
use std::process::Command;

/// Each package with those of ours that it may use. Tests may also use `fixture`.
const MAY_USE: [(&str, &[&str]); 17] = [
    ("sorted", &[]),
    ("text", &[]),
    ("markup", &[]),
    ("contract", &["text"]),
    ("link", &["contract", "text"]),
    ("export", &["contract", "text"]),
    ("analysis", &["contract", "sorted", "text"]),
    ("wire", &["contract"]),
    ("worker", &["analysis", "contract", "text", "wire"]),
    // Never analysis: lexicons and rules ship once, in the worker.
    ("explorer", &["contract", "export", "link", "markup", "sorted", "text", "wire"]),
    ("cli", &["analysis", "contract", "export", "link", "text"]),
    ("bench", &["analysis", "contract", "text"]),
    ("site", &["analysis", "contract", "export", "link", "text"]),
    // The command line: what is learned is measured as it is used.
    ("train", &["analysis", "cli", "text"]),
    ("fixture", &["text"]),
    ("xtask", &[]),
    ("checks", &[]),
];

/// Packages that reach into a browser, by their first word.
const BROWSER: [&str; 5] = ["gloo", "js-sys", "wasm-bindgen", "web-sys", "yew"];

/// Ours that run in a browser, or like `bench` in Node. All others must run without one.
const IN_BROWSER: [&str; 4] = ["bench", "explorer", "wire", "worker"];

struct Edge {
    from: String,
    to: String,
    test: bool,
}

#[test]
fn each_package_uses_only_what_it_may() {
    let mut broken = Vec::new();
    for Edge { from, to, test } in edges() {
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == from) else {
            broken.push(format!("{from} has no place in the list of this test"));
            continue;
        };
        let Some(to) = to.strip_prefix("readout-") else { continue };
        let fits = allowed.contains(&to) || (test && to == "fixture");
        if !fits {
            broken.push(format!("{from} uses {to}"));
        }
    }
    none("our packages use each other one way only (ARCHITECTURE.md)", &broken);
}

#[test]
fn what_runs_natively_knows_no_browser() {
    let broken: Vec<String> = edges()
        .into_iter()
        .filter(|edge| !IN_BROWSER.contains(&edge.from.as_str()))
        .filter(|edge| BROWSER.iter().any(|name| edge.to.starts_with(name)))
        .map(|edge| format!("{} uses {}", edge.from, edge.to))
        .collect();
    none("only the explorer, the worker and the benchmark know a browser", &broken);
}

#[test]
fn versions_are_written_once() {
    let workspace = crate::files::text("Cargo.toml");
    let mut broken = Vec::new();
    for (path, text) in crate::files::texts("src", "Cargo.toml") {
        let mut dependencies = false;
        for line in text.lines() {
            if line.starts_with('[') {
                dependencies = line.contains("dependencies");
            } else if dependencies && line.contains('=') && !line.contains("workspace") {
                broken.push(format!("{path}: {line}"));
            }
        }
    }
    assert!(workspace.contains("[workspace.dependencies]"));
    none("versions of dependencies stand in the workspace's Cargo.toml", &broken);
}

/// Who uses whom, as the manifests say.
fn edges() -> Vec<Edge> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(root()).args(["metadata", "--format-version", "1", "--no-deps"]);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let edges: Vec<Edge> = packages
        .iter()
        .flat_map(|package| {
            let from = package["name"].as_str().unwrap().trim_start_matches("readout-");
            package["dependencies"].as_array().unwrap().iter().map(move |to| Edge {
                from: from.to_owned(),
                to: to["name"].as_str().unwrap().to_owned(),
                test: to["kind"] == "dev",
            })
        })
        .collect();
    assert!(edges.iter().any(|edge| edge.from == "worker" && edge.to == "readout-analysis"));
    edges
}
