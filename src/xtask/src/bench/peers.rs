//! The systems that are measured beside each other: Readout natively and as WebAssembly, and other
//! libraries where Node or Python can be had. What cannot be had is left out, with its reason.
//!
//! Each system is a process that reads the text once for each line it is sent, so that all can take
//! turns while none starts anew. The programs are in `src/bench` and `src/xtask/peers`.

use super::folder;
use crate::step::{Outcome, cargo, output, root, run, say, step};
use crate::{browser, page, tools};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A system to measure.
pub(crate) struct System {
    /// What it does with the text, for the table.
    pub(crate) what: &'static str,
    /// What it is called when the program does not say, or how it runs.
    pub(crate) runs_as: &'static str,
    /// The program; the path of the text is still to come.
    pub(crate) program: Command,
    /// Whether it is so slow that a tenth of the text must do.
    pub(crate) slow: bool,
}

/// What can be measured here, in the order of the turns, and what cannot, with the reason.
#[derive(Default)]
pub(crate) struct Systems {
    pub(crate) found: Vec<System>,
    pub(crate) left_out: Vec<String>,
}

/// What wink-nlp's default is called: all are compared with it.
pub(crate) const WINK_WHOLE: &str =
    "its default: sentences, tokens, parts of speech, entities, sentiment, negation";

/// Builds and fetches what it takes. Fails only if Readout itself cannot be built.
pub(crate) fn ready() -> Outcome<Systems> {
    let mut systems = Systems::default();
    let wink = step("wink-nlp and compromise", || Ok(ready_node_peers()))?;
    let wasm = step("Readout as WebAssembly", || Ok(build_wasm()))?;
    let native = step("Readout, native", build_native)?;
    let python = step("spaCy", || Ok(ready_python()))?;

    systems.add("wink-nlp", &wink, |()| {
        vec![
            system(node("wink.mjs", Some("whole")), "Node", WINK_WHOLE),
            system(
                node("wink.mjs", Some("tags")),
                "Node",
                "sentences, tokens, parts of speech only",
            ),
        ]
    });
    systems.add("Readout under Node", &wasm, |package| {
        let on = |layer, what| {
            let mut node = node("wasm.mjs", Some(layer));
            node.env("READOUT_BENCH_WASM", package);
            system(node, "WebAssembly under Node", what)
        };
        vec![on("syntax", LANGUAGE), on("reading", READING)]
    });
    for (layer, what) in [("syntax", LANGUAGE), ("reading", READING)] {
        let mut program = Command::new(&native);
        program.arg(layer);
        systems.found.push(system(program, "native", what));
    }
    systems.add("compromise", &wink, |()| {
        let what = "people, places, organizations, topics, quotations";
        vec![System { slow: true, ..system(node("compromise.mjs", None), "Node", what) }]
    });
    systems.add("spaCy", &python, |python| {
        let mut program = Command::new(python);
        program.arg(peers().join("spacy_peer.py"));
        program.env("OMP_NUM_THREADS", "1").env("OPENBLAS_NUM_THREADS", "1");
        let what = "sentences, tokens, parts of speech, lemmas, dependencies, entities";
        vec![System { slow: true, ..system(program, "Python", what) }]
    });
    Ok(systems)
}

const LANGUAGE: &str = "language layer: sentences, tokens, parts of speech, heads";
const READING: &str = "whole reading: all of that, names, who said what, dates, topics, tension";

impl Systems {
    fn add<T>(&mut self, name: &str, ready: &Outcome<T>, make: impl FnOnce(&T) -> Vec<System>) {
        match ready {
            Ok(with) => self.found.extend(make(with)),
            Err(problem) => {
                say(&format!("{name} is left out: {problem}"));
                self.left_out.push(name.to_owned());
            }
        }
    }
}

fn system(program: Command, runs_as: &'static str, what: &'static str) -> System {
    System { what, runs_as, program, slow: false }
}

fn peers() -> PathBuf {
    root().join("src/xtask/peers")
}

fn node(script: &str, layer: Option<&str>) -> Command {
    let mut node = Command::new("node");
    node.arg(peers().join(script)).args(layer);
    node
}

fn ready_node_peers() -> Outcome {
    if output(Command::new("npm").arg("--version")).is_none() {
        return Err("npm is not installed".to_owned());
    }
    browser::ready_packages_of(&peers())
}

/// The worker's code with the worker's optimization, as a package for Node.
fn build_wasm() -> Outcome<PathBuf> {
    if output(Command::new("node").arg("--version")).is_none() {
        return Err("node is not installed".to_owned());
    }
    tools::ready_target()?;
    tools::ready_wasm_bindgen()?;
    let mut build = cargo();
    build.args(["build", "--locked", "--package", "readout-bench", "--lib"]);
    run(build.args(["--profile", "wasm-worker", "--target", tools::TARGET]))?;
    let built = target()?.join(tools::TARGET).join("wasm-worker/readout_bench.wasm");
    let package = folder()?.join("wasm");
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

fn build_native() -> Outcome<PathBuf> {
    let mut build = cargo();
    build.args(["build", "--locked", "--release", "--package", "readout-bench"]);
    run(build.args(["--example", "native"]))?;
    let file = format!("native{}", std::env::consts::EXE_SUFFIX);
    Ok(target()?.join("release/examples").join(file))
}

/// Where Cargo builds, which a variable or a setting may have moved.
fn target() -> Outcome<PathBuf> {
    let metadata = output(cargo().args(["metadata", "--format-version", "1", "--no-deps"]))
        .ok_or("cargo metadata failed")?;
    let metadata: Value = serde_json::from_str(&metadata).map_err(|error| error.to_string())?;
    let folder = metadata["target_directory"].as_str().ok_or("cargo metadata names no target")?;
    Ok(PathBuf::from(folder))
}

/// A Python with spaCy and its model, in a virtual environment of the project's own.
fn ready_python() -> Outcome<PathBuf> {
    let requirements = peers().join("requirements.txt");
    let wanted = std::fs::read(&requirements)
        .map_err(|error| format!("{}: {error}", requirements.display()))?;
    let environment = tools::folder().join("python");
    let python = environment.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let mark = environment.join("installed-requirements.txt");
    if std::fs::read(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    say("Fetching spaCy into target/tools/python, once (about a minute)");
    run(Command::new(python_on_path()?).args(["-m", "venv"]).arg(&environment))?;
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]);
    run(pip.arg(&requirements))?;
    std::fs::write(&mark, wanted).map_err(|error| format!("{}: {error}", mark.display()))?;
    Ok(python)
}

fn python_on_path() -> Outcome<&'static Path> {
    ["python3", "python"]
        .map(Path::new)
        .into_iter()
        .find(|name| output(Command::new(name).arg("--version")).is_some())
        .ok_or_else(|| "Python is not installed".to_owned())
}
