//! `cargo xtask eval`: from gold texts to `EVALUATION.md`, one table a measured set.
//!
//! Builds the command line, lets it predict every layer over the development part of every kit,
//! calls the kit's own scorer and writes its figures beside those of other systems. The kits are
//! not part of the project: without them it says so and does nothing. Predictions stay in
//! `target/eval` for a closer look.

mod chips;
mod readings;
mod reliability;
mod sets;
mod table;

use flate2::read::GzDecoder;
use serde_json::{Map, Value};
use sets::{Input, SETS, Set};
use std::collections::BTreeSet;
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

/// Measure every layer on gold texts and write EVALUATION.md.
#[derive(Debug, clap::Args)]
pub(crate) struct Eval {
    /// The folder of the kits: gold texts and scorers, one folder a layer.
    #[arg(long, default_value = "../shared/eval")]
    kits: PathBuf,
    /// Measure this layer only, and print instead of writing the page; `chips` needs no kits.
    #[arg(long)]
    layer: Option<String>,
}

/// Measures, and says what went wrong in one line; exit code 2 without the kits.
pub(crate) fn run(args: &Eval) -> ExitCode {
    if args.layer.as_deref() == Some(chips::LAYER) {
        return ended(chips::table().and_then(|table| print(&table)));
    }
    if !args.kits.join("quotes/score.py").is_file() {
        say(&format!(
            "eval: the kits are not at {}; say where they are with --kits FOLDER",
            args.kits.display()
        ));
        return ExitCode::from(2);
    }
    ended(measure(args))
}

fn ended(measured: Result<(), String>) -> ExitCode {
    match measured {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            say(&format!("eval: {problem}"));
            ExitCode::FAILURE
        }
    }
}

fn print(page: &str) -> Result<(), String> {
    let printed = std::io::stdout().write_all(page.as_bytes());
    printed.map_err(|error| format!("cannot write the tables: {error}"))
}

fn say(line: &str) {
    // A closed standard error leaves nobody to tell.
    let _ = writeln!(std::io::stderr(), "{line}");
}

fn measure(args: &Eval) -> Result<(), String> {
    say("eval: building the command line");
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let built = Command::new(cargo)
        .args(["build", "--release", "-p", "readout-cli", "-p", "readout-train"])
        .status()
        .map_err(|error| format!("cargo does not start: {error}"))?;
    if !built.success() {
        return Err("the command line does not build".to_owned());
    }
    let work = PathBuf::from("target/eval");
    fs::create_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
    let folds = work.join("tension-folds");
    let mut predicted = BTreeSet::new();
    let mut tables = Vec::new();
    for set in SETS {
        if args.layer.as_deref().is_some_and(|layer| layer != set.layer) {
            continue;
        }
        let gold = args.kits.join(set.gold);
        let predictions = match set.input {
            Input::Folds => folds.join(set.gold_name()).with_extension("jsonl"),
            _ => work.join(format!("{}.jsonl", set.file())),
        };
        if set.input == Input::Folds {
            if predicted.insert(folds.clone()) {
                say("eval: Tension: learning with each fifth held out");
                cross_validate(args, &folds)?;
            }
        } else if predicted.insert(predictions.clone()) {
            say(&format!("eval: {}", set.title));
            let input = input_of(args, set, &gold)?;
            let output = predict(set.layer, &input, &work)?;
            fs::write(&predictions, output)
                .map_err(|error| format!("{}: {error}", predictions.display()))?;
        }
        tables.push(table::table(set, &score(args, set, &gold, &predictions)?));
        if reliability::applies(set) {
            tables.push(reliability::table(args, set, &predictions)?);
        }
    }
    if args.layer.as_deref().is_none_or(|layer| layer == readings::LAYER) {
        tables.push(readings::tables(args, &work)?);
    }
    if args.layer.is_some() {
        return print(&table::page(&tables));
    }
    tables.push(chips::table()?);
    fs::write("EVALUATION.md", table::page(&tables))
        .map_err(|error| format!("cannot write the tables: {error}"))
}

/// The lines a layer may see: id, text, date and title, nothing of the gold.
fn input_of(args: &Eval, set: &Set, gold: &Path) -> Result<String, String> {
    if set.input == Input::Treebank {
        let scorer = args.kits.join(set.scorer);
        let output = Command::new("python3").arg(scorer).arg("texts").arg(gold).output();
        return text_of(output.map_err(|error| format!("python3 does not start: {error}"))?);
    }
    let mut out = String::new();
    for gold in lines_of(gold)? {
        let mut seen = Map::new();
        for name in ["id", "text", "date", "title"] {
            if let Some(value) = gold.get(name) {
                seen.insert(name.to_owned(), value.clone());
            }
        }
        if set.input == Input::Headline {
            let part = |name: &str| gold.get(name).and_then(Value::as_str).unwrap_or_default();
            let text = format!("{}\n\n{}.", part("headline"), part("summary"));
            seen.insert("text".to_owned(), Value::String(text));
        }
        out.push_str(&Value::Object(seen).to_string());
        out.push('\n');
    }
    Ok(out)
}

/// The lines of a kit's file.
fn lines_of(gold: &Path) -> Result<Vec<Map<String, Value>>, String> {
    let named = |error: &dyn std::fmt::Display| format!("{}: {error}", gold.display());
    let mut file = fs::File::open(gold).map(GzDecoder::new).map_err(|error| named(&error))?;
    let mut lines = String::new();
    file.read_to_string(&mut lines).map_err(|error| named(&error))?;
    let lines = lines.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| serde_json::from_str(line).map_err(|error| named(&error))).collect()
}

/// Predictions of every annotated sentence by a model that has not seen it.
fn cross_validate(args: &Eval, folder: &Path) -> Result<(), String> {
    let mut command = Command::new(built("readout-train"));
    command.arg("tension").arg("--kit").arg(args.kits.join("tension"));
    command.arg("--news").arg(args.kits.join("quotes/polnear-train.jsonl.gz"));
    command.arg("--cross-validate").arg(folder);
    let output = command.output().map_err(|error| format!("the trainer does not start: {error}"));
    text_of(output?).map(drop)
}

/// A program of ours.
fn built(name: &str) -> PathBuf {
    Path::new("target/release").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

fn predict(layer: &str, input: &str, work: &Path) -> Result<String, String> {
    let lines = work.join("input.jsonl");
    fs::write(&lines, input).map_err(|error| format!("{}: {error}", lines.display()))?;
    let output = Command::new(built("readout")).arg("predict").arg(layer).arg(&lines).output();
    text_of(output.map_err(|error| format!("the command line does not start: {error}"))?)
}

fn score(args: &Eval, set: &Set, gold: &Path, predictions: &Path) -> Result<Value, String> {
    let mut command = Command::new("python3");
    command.arg(args.kits.join(set.scorer)).args(set.before);
    command.arg(gold).arg(predictions).args(set.after).arg("--json").stdin(Stdio::null());
    let output = command.output().map_err(|error| format!("python3 does not start: {error}"))?;
    serde_json::from_str(&text_of(output)?).map_err(|error| format!("{}: {error}", set.scorer))
}

fn text_of(output: std::process::Output) -> Result<String, String> {
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(said.trim().lines().last().unwrap_or("a command failed").to_owned());
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}
