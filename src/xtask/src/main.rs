//! Tasks of the project: `cargo xtask eval`.

#![forbid(unsafe_code)]

mod eval;

use clap::Parser;
use std::process::ExitCode;

/// Tasks of the project.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask")]
enum Task {
    /// Measure every layer on gold texts and write EVALUATION.md.
    Eval(eval::Eval),
}

fn main() -> ExitCode {
    match Task::parse() {
        Task::Eval(args) => eval::run(&args),
    }
}
