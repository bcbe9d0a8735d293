//! Measures how acts are classed (who does or says what to whom: verbal or material, cooperation or
//! conflict) on annotated sentences, in parts that keep near-copies together.

pub(crate) mod arguments;
mod data;
mod folds;

use crate::Failure;
use clap::Args;
use data::Record;
use folds::Folds;
use readout_analysis::{Lexicons, Models};
use std::path::{Path, PathBuf};

/// What to learn from, and where to write it.
#[derive(Args)]
pub(crate) struct Tension {
    /// Folder of the annotated sentences.
    #[arg(long)]
    kit: PathBuf,
    /// A folder for predictions of every sentence by a model that has not seen it, a file for
    /// each of the kit.
    #[arg(long)]
    cross_validate: Option<PathBuf>,
}

/// The files to learn from.
const FILES: [&str; 3] = ["quad-train", "plv-train", "actor-train"];

/// Learns and measures.
#[expect(clippy::print_stderr, reason = "progress")]
pub(crate) fn run(args: &Tension) -> Result<(), Failure> {
    let start = std::time::Instant::now();
    let lexicons = Lexicons::built_in();
    let mut records = Vec::new();
    for file in FILES {
        records.extend(data::read(&args.kit, file)?);
    }
    let folds = Folds::of(records.iter().map(|record| record.text.as_str()));
    eprintln!("{} records, folds of {:?} {:?}", records.len(), folds.sizes(), start.elapsed());
    if let Some(folder) = &args.cross_validate {
        std::fs::create_dir_all(folder)?;
        let mut lines = vec![String::new(); records.len()];
        for fold in 0..folds::COUNT {
            let models = Models::built_in();
            for (at, record) in records.iter().enumerate().filter(|(at, _)| folds.fold(*at) == fold)
            {
                lines[at] =
                    readout_cli::tension_line(&record.id, &record.source, &lexicons, &models);
            }
        }
        write(folder, &records, &lines)?;
    }
    Ok(())
}

/// The predictions, a file for each of the kit.
fn write(folder: &Path, records: &[Record], lines: &[String]) -> Result<(), Failure> {
    for file in FILES {
        let own = records.iter().zip(lines).filter(|(record, _)| record.file == file);
        let own: String = own.map(|(_, line)| line.as_str()).collect();
        std::fs::write(folder.join(format!("{file}.jsonl")), own)?;
    }
    Ok(())
}
