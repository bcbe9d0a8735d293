//! Learns who acts in a predicate and towards whom from sentences with both marked.
//!
//! What always holds: the same data and plan give the same weights. Parts of the sentences are held
//! out in turn, and predicted by weights that have not seen them or near-copies of them.

mod learn;

use super::data;
use super::folds::{self, Folds};
use crate::{Failure, ranked};
use clap::Args;
use learn::{Lesson, Plan, learn};
use readout_analysis::training::parties::names;
use readout_analysis::{Lexicons, Models};
use std::path::PathBuf;

/// What to learn from, and how.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Folder of the annotated sentences.
    #[arg(long)]
    kit: PathBuf,
    /// The file to write.
    #[arg(long)]
    out: Option<PathBuf>,
    /// A folder for the spans that weights predict which have not seen a sentence.
    #[arg(long)]
    cross_validate: Option<PathBuf>,
    #[arg(long, default_value_t = 40)]
    passes: usize,
    #[arg(long, default_value_t = 0.1)]
    rate: f64,
    /// What a weight costs.
    #[arg(long, default_value_t = 0.002)]
    price: f64,
}

const FILES: [&str; 2] = ["plv-train", "actor-train"];
/// A weight of 1 in the file.
const UNIT: f64 = 32.0;

#[expect(clippy::print_stderr, reason = "progress")]
pub(crate) fn run(args: &Arguments) -> Result<(), Failure> {
    let (mut lexicons, models) = (Lexicons::built_in(), Models::built_in());
    let mut records = Vec::new();
    for file in FILES {
        records.extend(data::read(&args.kit, file)?);
    }
    let lessons: Vec<Option<Lesson>> =
        records.iter().map(|record| learn::lesson(record, &lexicons, &models)).collect();
    let plan = Plan { passes: args.passes, rate: args.rate, price: args.price };
    if let Some(folder) = &args.cross_validate {
        std::fs::create_dir_all(folder)?;
        let folds = Folds::of(records.iter().map(|record| &*record.text));
        let mut lines = vec![String::new(); records.len()];
        for fold in 0..folds::COUNT {
            let own: Vec<&Lesson> = lessons
                .iter()
                .enumerate()
                .filter(|(at, _)| folds.fold(*at) != fold)
                .filter_map(|(_, lesson)| lesson.as_ref())
                .collect();
            lexicons.set_parties(rounded(&learn(&own, plan)));
            for (at, record) in records.iter().enumerate().filter(|(at, _)| folds.fold(*at) == fold)
            {
                lines[at] =
                    readout_cli::tension_line(&record.id, &record.source, &lexicons, &models);
            }
        }
        for file in FILES {
            let own = records.iter().zip(&lines).filter(|(record, _)| record.file == file);
            let own: String = own.map(|(_, line)| line.as_str()).collect();
            std::fs::write(folder.join(format!("{file}.jsonl")), own)?;
        }
    }
    if let Some(path) = &args.out {
        let own: Vec<&Lesson> = lessons.iter().flatten().collect();
        eprintln!("{} lessons of {} sentences", own.len(), records.len());
        let weights = rounded(&learn(&own, plan));
        std::fs::write(path, ranked::written(names(), weights, &std::fs::read_to_string(path)?))?;
    }
    Ok(())
}

fn rounded(weights: &[[f64; 2]]) -> Vec<[i32; 2]> {
    weights.iter().map(|weight| weight.map(|side| (side * UNIT).round() as i32)).collect()
}
