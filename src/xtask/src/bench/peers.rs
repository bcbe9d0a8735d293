//! The systems that are measured beside each other: Readout natively and as WebAssembly, and other
//! libraries where Node or Python can be had. What cannot be had is left out, with its reason.
//!
//! Each system is a process that reads the text once for each line it is sent, so that all can take
//! turns while none starts anew. The programs are in `src/bench` and `src/xtask/peers`.

use crate::step::{Outcome, output, root, run, say, step};
use crate::{browser, engine, tools};
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
    let wasm = step("Readout as WebAssembly", || Ok(engine::wasm()))?;
    let native = step("Readout, native", engine::native)?;
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
