//! Tasks of the project: `cargo xtask serve | build | check | test | fuzz | bench | eval`.
//!
//! Each task is a list of steps; a step prints its name before and its time after. A task fetches
//! what it needs and is missing, says so, and puts it into the project's own folders.

#![forbid(unsafe_code)]

mod bench;
mod browser;
mod check;
mod engine;
mod eval;
mod fuzz;
mod licenses;
mod page;
mod step;
mod test;
mod tools;

use clap::Parser;
use std::process::ExitCode;

/// Tasks of the project.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask")]
enum Task {
    /// Build the page and serve it on this machine. Needs Rust and nothing else.
    Serve(page::Serve),
    /// Make the release in dist/: a folder of static files.
    Build,
    /// Format, lints on both targets, docs, licenses and the rules of the repository.
    Check,
    /// Everything that must hold before a change goes in.
    Test,
    /// Read mutated texts for ten minutes, or as long as wanted; nothing may break.
    Fuzz(fuzz::Fuzz),
    /// Measure what is sent to the reader and how fast it is read, and write BENCHMARKS.md.
    Bench(bench::Bench),
    /// Measure every layer on gold texts and write EVALUATION.md.
    Eval(eval::Eval),
}

fn main() -> ExitCode {
    let outcome = match Task::parse() {
        Task::Serve(args) => page::serve(&args),
        Task::Build => page::build(),
        Task::Check => check::run_task(),
        Task::Test => test::run_task(),
        Task::Fuzz(args) => fuzz::run_task(&args),
        Task::Bench(args) => bench::run_task(&args),
        Task::Eval(args) => return eval::run(&args),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            step::say(&format!("\nerror: {problem}"));
            ExitCode::FAILURE
        }
    }
}
