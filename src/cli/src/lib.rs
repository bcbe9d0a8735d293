//! The `readout` command: a text in, a reading out.
//!
//! `read` shows one text to people or writes it in a published form; `predict` writes what one
//! layer found in many texts, in the form in which it is measured. What always holds: input is
//! looked at in whole before anything is written, so that bad input writes nothing; it costs one
//! line on standard error and exit code 2; the same input gives the same output.

#![forbid(unsafe_code)]

mod args;
mod input;
mod output;
mod predict;
mod problem;
mod read;

use clap::Parser as _;
use problem::Problem;
use std::process::ExitCode;

pub use predict::tension_line;

/// Runs the command that the arguments ask for.
pub fn run() -> ExitCode {
    let done = args::Args::try_parse().map_err(Problem::from).and_then(|args| match args.command {
        args::Command::Read(args) => read::run(&args),
        args::Command::Predict(args) => predict::run(&args),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => problem.report(),
    }
}
