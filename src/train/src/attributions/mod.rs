//! Learns attributions (who said what) from annotated texts: cues first, then, for each cue, its
//! source and content.
//!
//! What always holds: the same data and plan give the same file. It measures nothing itself; it can
//! write predictions, to be scored beside the annotated texts.

mod data;
mod field;
mod habit;
mod lessons;
mod rare;
mod small;
#[cfg(test)]
mod toy;
mod weights;

use crate::Failure;
use clap::Args;
use data::Article;
use field::{Lesson, Plan, learn, learn_again};
use habit::Habits;
use readout_analysis::training::format::{self, Stored};
use readout_analysis::training::learned::{self, chain::Grammar, cues, habits, roles};
use readout_analysis::{Lexicons, Models};
use std::path::PathBuf;
use weights::Weights;

/// What to learn from, how, and where to write it.
#[derive(Args)]
pub(crate) struct Attributions {
    /// Annotated texts to learn from.
    #[arg(long)]
    train: PathBuf,
    /// Where to write the model.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Texts to find attributions in, and where to write them: by these models alone.
    #[arg(long, requires = "predictions")]
    predict: Option<PathBuf>,
    #[arg(long)]
    predictions: Option<PathBuf>,
    #[command(flatten)]
    sizes: Sizes,
}

/// How much to learn, and how much of it to keep.
#[derive(Args, Clone, Copy)]
pub(crate) struct Sizes {
    #[arg(long, default_value_t = 8)]
    passes: usize,
    /// Passes after each time that weights are left out.
    #[arg(long, default_value_t = 3)]
    again: usize,
    /// The tables have two to the power of so many rows.
    #[arg(long, default_value_t = 17)]
    bits: u32,
    #[arg(long, default_value_t = 13)]
    pair_bits: u32,
    /// Features that are seen less often are left out.
    #[arg(long, default_value_t = 10)]
    least: u8,
    /// How many weights of each model are kept, the largest.
    #[arg(long, default_value_t = 24_000)]
    keep_cues: usize,
    #[arg(long, default_value_t = 36_000)]
    keep_roles: usize,
    /// How many weights of pairs of each.
    #[arg(long, default_value_t = 4_000)]
    keep_pairs: usize,
    /// Share of features that are left out at random while learning.
    #[arg(long, default_value_t = 0.6)]
    drop: f32,
    #[arg(long, default_value_t = 0.02)]
    rate: f32,
    #[arg(long, default_value_t = 0.25)]
    /// How much the slopes count when the dearest weights are chosen.
    power: f32,
    /// The largest level of a weight.
    #[arg(long, default_value_t = 31.0)]
    levels: f32,
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Learns and predicts.
#[expect(clippy::print_stderr, reason = "progress")]
pub(crate) fn run(args: &Attributions) -> Result<(), Failure> {
    let start = std::time::Instant::now();
    let (lexicons, models) = (Lexicons::built_in(), Models::built_in());
    let mut train = data::read(&args.train, &lexicons, &models)?;
    eprintln!("{} texts to learn from {:?}", train.len(), start.elapsed());
    let file = learn_all(&mut train, &args.sizes);
    eprintln!("learned {} bytes {:?}", file.len(), start.elapsed());
    if let Some(out) = &args.out {
        std::fs::write(out, &file)?;
    }
    if let Some((texts, predictions)) = args.predict.as_ref().zip(args.predictions.as_ref()) {
        let mut articles = data::read(texts, &lexicons, &models)?;
        let models = models.with_attributions(Vec::leak(file));
        let model = models.attributions();
        std::fs::write(predictions, data::written(&mut articles, |part| part.found(model))?)?;
    }
    Ok(())
}

/// Learns a model: the bytes of its file.
fn learn_all(train: &mut [Article], sizes: &Sizes) -> Vec<u8> {
    let counts = Habits::of(train.iter().flat_map(|article| &article.parts));
    for article in train.iter_mut() {
        let own = Habits::of(&article.parts);
        for part in &mut article.parts {
            counts.give(&mut part.text, &own);
        }
    }
    let parts = || train.iter().flat_map(|article| &article.parts);
    let lessons: Vec<Lesson> = parts().flat_map(lessons::of_cues).collect();
    let cues = chain(&cues::GRAMMAR, lessons, sizes, sizes.keep_cues);
    let lessons: Vec<Lesson> = parts().flat_map(lessons::of_roles).collect();
    let roles = chain(&roles::GRAMMAR, lessons, sizes, sizes.keep_roles);
    let table = Stored {
        name: "habits".to_owned(),
        rows: habits::ROWS,
        columns: 1,
        step: 1,
        levels: counts.table(),
    };
    let mut tables = vec![table];
    tables.extend(small::tables(&cues, ["cues", "cuepairs"], sizes.levels));
    tables.extend(small::tables(&roles, ["roles", "rolepair"], sizes.levels));
    format::write(&tables, learned::FEATURE_SET)
}

/// Learns a chain, leaving out all but the largest weights little by little.
#[expect(clippy::print_stderr, reason = "progress")]
fn chain(grammar: &Grammar, mut lessons: Vec<Lesson>, sizes: &Sizes, keep: usize) -> Weights {
    let start = std::time::Instant::now();
    rare::leave_out(&mut lessons, sizes.least);
    let plan = Plan {
        seed: sizes.seed,
        passes: sizes.passes,
        bits: sizes.bits,
        pair_bits: sizes.pair_bits,
        rate: sizes.rate,
        drop: sizes.drop,
    };
    let mut learned = learn(grammar, &lessons, &plan);
    let plan = Plan { passes: sizes.again, ..plan };
    for share in [4, 2, 1] {
        small::relative(&mut learned.weights);
        small::keep_dearest(&mut learned, keep * share, sizes.keep_pairs * share, sizes.power);
        learned = learn_again(grammar, &lessons, &plan, &learned.weights);
    }
    eprintln!("{} lessons {:?}", lessons.len(), start.elapsed());
    learned.weights
}
