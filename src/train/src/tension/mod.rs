//! Learns the class of an act (who does or says what to whom: verbal or material, cooperation or
//! conflict) from annotated sentences.
//!
//! What always holds: the same data give the same file. What is said of its quality is said of
//! sentences that the model in question has not seen, nor near-copies of them.

pub(crate) mod arguments;
mod data;
mod folds;
mod learn;
mod lessons;
mod small;
#[cfg(test)]
mod toy;

use crate::Failure;
use clap::Args;
use data::Record;
use folds::Folds;
use learn::{Lesson, Plan};
use rayon::prelude::*;
use readout_analysis::training::acts::{CLASSES, FEATURE_SET};
use readout_analysis::training::format;
use readout_analysis::{Lexicons, Models};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What to learn from, how, and where to write it.
#[derive(Args)]
pub(crate) struct Tension {
    /// Folder of the annotated sentences.
    #[arg(long)]
    kit: PathBuf,
    /// News, of which sentences without a signal are taken for no act.
    #[arg(long)]
    news: PathBuf,
    /// Where to write the model.
    #[arg(long)]
    out: Option<PathBuf>,
    /// A folder for predictions of every sentence by a model that has not seen it, a file for
    /// each of the kit.
    #[arg(long)]
    cross_validate: Option<PathBuf>,
    #[command(flatten)]
    sizes: Sizes,
}

/// How much to learn, and how much of it to keep.
#[derive(Args, Clone, Copy)]
struct Sizes {
    /// What the squares of weights cost.
    #[arg(long, default_value_t = Self::product().penalty)]
    penalty: f64,
    #[arg(long, default_value_t = Self::product().steps)]
    steps: usize,
    /// The table has two to the power of so many rows.
    #[arg(long, default_value_t = Self::product().bits)]
    bits: u32,
    /// Features that are seen in fewer sentences are left out.
    #[arg(long, default_value_t = Self::product().least)]
    least: usize,
    /// How many weights are kept, the dearest.
    #[arg(long, default_value_t = Self::product().keep)]
    keep: usize,
    /// How much it counts in how many sentences a weight is used.
    #[arg(long, default_value_t = Self::product().power)]
    power: f64,
    /// The largest level of a weight.
    #[arg(long, default_value_t = Self::product().levels)]
    levels: f64,
    #[command(flatten)]
    shares: lessons::Shares,
}

impl Sizes {
    /// Those of the product: the defaults.
    const fn product() -> Self {
        Self {
            penalty: 1.0,
            steps: 60,
            bits: 14,
            least: 2,
            keep: 7000,
            power: 0.5,
            levels: 15.0,
            shares: lessons::Shares::product(),
        }
    }
}

/// The files to learn from.
const FILES: [&str; 3] = ["quad-train", "plv-train", "actor-train"];

/// Learns and measures.
#[expect(clippy::print_stderr, reason = "progress")]
pub(crate) fn run(args: &Tension) -> Result<(), Failure> {
    let start = std::time::Instant::now();
    let (lexicons, models) = (Lexicons::built_in(), Models::built_in());
    let mut records = Vec::new();
    for file in FILES {
        records.extend(data::read(&args.kit, file)?);
    }
    let sizes = &args.sizes;
    let own = lessons::of_records(&records, &sizes.shares, &lexicons, &models);
    let calm = lessons::of_news(&data::lines(&args.news)?, &sizes.shares, &lexicons, &models);
    eprintln!("{} records, {} calm sentences {:?}", records.len(), calm.len(), start.elapsed());
    if let Some(out) = &args.out {
        let file = learn_all(own.iter().flatten().chain(&calm), sizes);
        eprintln!("learned {} bytes {:?}", file.len(), start.elapsed());
        std::fs::write(out, file)?;
    }
    if let Some(folder) = &args.cross_validate {
        let folds = Folds::of(records.iter().map(|record| record.text.as_str()));
        eprintln!("folds of {:?}", folds.sizes());
        let files: Vec<Vec<u8>> = (0..folds::COUNT)
            .into_par_iter()
            .map(|fold| {
                let rest = own.iter().enumerate().filter(|(at, _)| folds.fold(*at) != fold);
                learn_all(rest.flat_map(|(_, lessons)| lessons).chain(&calm), sizes)
            })
            .collect();
        let models: Vec<Models> =
            files.into_iter().map(|file| Models::built_in().with_acts(Vec::leak(file))).collect();
        let lines: Vec<String> = records
            .par_iter()
            .enumerate()
            .map(|(at, record)| {
                let models = &models[folds.fold(at)];
                readout_cli::tension_line(&record.id, &record.source, &lexicons, models)
            })
            .collect();
        write(folder, &records, &lines)?;
        eprintln!("predicted {:?}", start.elapsed());
    }
    Ok(())
}

/// The predictions, a file for each of the kit.
fn write(folder: &Path, records: &[Record], lines: &[String]) -> Result<(), Failure> {
    std::fs::create_dir_all(folder)?;
    for file in FILES {
        let own = records.iter().zip(lines).filter(|(record, _)| record.file == file);
        let own: String = own.map(|(_, line)| line.as_str()).collect();
        std::fs::write(folder.join(format!("{file}.jsonl")), own)?;
    }
    Ok(())
}

/// Learns a model, leaving out all but the dearest weights in two rounds: the bytes of its file.
fn learn_all<'l>(lessons: impl Iterator<Item = &'l Lesson>, sizes: &Sizes) -> Vec<u8> {
    let mut lessons: Vec<Lesson> = lessons.cloned().collect();
    leave_out(&mut lessons, sizes.least);
    let rows = 1_usize << sizes.bits;
    for row in lessons.iter_mut().flat_map(|lesson| &mut lesson.rows) {
        *row &= rows as u32 - 1;
    }
    let mut plan = Plan { penalty: sizes.penalty, steps: sizes.steps };
    let all = vec![[true; CLASSES]; rows];
    let mut weights = learn::learn(&lessons, vec![[0.0; CLASSES]; rows], &all, plan);
    plan.steps = sizes.steps / 2;
    for share in [2, 1] {
        let open = small::dearest(&weights, &lessons, sizes.keep * share, sizes.power);
        weights = learn::learn(&lessons, small::closed(&weights, &open), &open, plan);
    }
    format::write(&[small::table(&weights, sizes.levels)], FEATURE_SET)
}

/// Leaves out the features that fewer than `least` lessons show.
fn leave_out(lessons: &mut [Lesson], least: usize) {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for key in lessons.iter().flat_map(|lesson| &lesson.rows) {
        *counts.entry(*key).or_default() += 1;
    }
    for lesson in lessons {
        lesson.rows.retain(|key| counts.get(key).is_some_and(|count| *count >= least));
    }
}
