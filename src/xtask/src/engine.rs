//! The engine outside the page: as WebAssembly under Node, and native.

use crate::step::{Outcome, cargo, output, root, run};
use crate::{page, tools};
use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;

/// The worker's code with the worker's optimization, as a package for Node.
pub(crate) fn wasm() -> Outcome<PathBuf> {
    if output(Command::new("node").arg("--version")).is_none() {
        return Err("node is not installed".to_owned());
    }
    tools::ready_target()?;
    tools::ready_wasm_bindgen()?;
    let mut build = cargo();
    build.args(["build", "--locked", "--package", "readout-bench", "--lib"]);
    run(build.args(["--profile", "wasm-worker", "--target", tools::TARGET]))?;
    let built = target()?.join(tools::TARGET).join("wasm-worker/readout_bench.wasm");
    let package = root().join("target/bench/wasm");
    let mut bind = Command::new("wasm-bindgen");
    bind.env("PATH", tools::path(None)).args(["--target", "nodejs", "--no-typescript"]);
    run(bind.arg("--out-dir").arg(&package).arg(built))?;
    if let Some(optimizer) = page::optimizer()? {
        let wasm = package.join("readout_bench_bg.wasm");
        let mut optimize = Command::new("wasm-opt");
        optimize.env("PATH", tools::path(Some(optimizer)));
        run(optimize.arg("-O3").arg(&wasm).arg("-o").arg(&wasm))?;
    }
    Ok(package.join("readout_bench.js"))
}

/// The program that is timed.
pub(crate) fn native() -> Outcome<PathBuf> {
    let mut build = cargo();
    build.args(["build", "--locked", "--release", "--package", "readout-bench"]);
    run(build.args(["--example", "native"]))?;
    let file = format!("native{}", std::env::consts::EXE_SUFFIX);
    Ok(target()?.join("release/examples").join(file))
}

/// The folder of that program and of the command line, as tests build them: the compiler's checks of
/// arithmetic are on.
pub(crate) fn checked() -> Outcome<PathBuf> {
    let mut build = cargo();
    build.args(["build", "--locked", "--package", "readout-bench", "--package", "readout-cli"]);
    run(build.args(["--bins", "--examples"]))?;
    Ok(target()?.join("debug"))
}

/// Where Cargo builds, which a variable or a setting may have moved.
fn target() -> Outcome<PathBuf> {
    let metadata = output(cargo().args(["metadata", "--format-version", "1", "--no-deps"]))
        .ok_or("cargo metadata failed")?;
    let metadata: Value = serde_json::from_str(&metadata).map_err(|error| error.to_string())?;
    let folder = metadata["target_directory"].as_str().ok_or("cargo metadata names no target")?;
    Ok(PathBuf::from(folder))
}
