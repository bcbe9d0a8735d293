//! `cargo xtask fuzz`: mutated texts, for as long as wanted.
//!
//! The work is a test of `readout-analysis`; here it only gets its time and its seed.

use crate::step::{Outcome, cargo, run};
use clap::Args;
use std::time::{SystemTime, UNIX_EPOCH};

/// Read mutated texts and check what always holds; a finding prints its seed and its text.
#[derive(Debug, Args)]
pub(crate) struct Fuzz {
    /// For how long.
    #[arg(long, default_value_t = 600)]
    seconds: u64,
    /// Where to begin; without it somewhere else each time.
    #[arg(long)]
    seed: Option<u64>,
}

/// Fuzzes by hand.
pub(crate) fn run_task(args: &Fuzz) -> Outcome {
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    fuzz(args.seconds, args.seed.unwrap_or_else(now))
}

/// A minute from a seed that stays, so that a change is not held up by what it did not do.
pub(crate) fn a_minute() -> Outcome {
    fuzz(60, 2)
}

fn fuzz(seconds: u64, seed: u64) -> Outcome {
    let mut test = cargo();
    test.args(["test", "--locked", "--package", "readout-analysis", "--test", "properties"]);
    test.args(["fuzz::", "--", "--nocapture"]);
    test.env("READOUT_FUZZ_SECONDS", seconds.to_string());
    test.env("READOUT_FUZZ_SEED", seed.to_string());
    run(&mut test)
}
