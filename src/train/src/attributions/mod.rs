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
mod trust;
mod weights;

use crate::Failure;
use clap::Args;
use data::Article;
use field::{Lesson, Plan, learn, learn_again};
use habit::Habits;
use readout_analysis::training::format::{self, Stored};
use readout_analysis::training::learned::model::SURE;
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
    /// A language model to read with, in place of the product's.
    #[arg(long)]
    language: Option<PathBuf>,
    #[command(flatten)]
    sizes: Sizes,
}

impl Attributions {
    /// The product's model, to be read with this language model.
    pub(crate) fn of_product(train: PathBuf, out: PathBuf, language: PathBuf) -> Self {
        let (predict, predictions) = (None, None);
        let sizes = Sizes::product();
        Self { train, out: Some(out), predict, predictions, language: Some(language), sizes }
    }
}

/// How much to learn, and how much of it to keep.
#[derive(Args, Clone, Copy)]
pub(crate) struct Sizes {
    #[arg(long, default_value_t = Self::product().passes)]
    passes: usize,
    /// Passes after each time that weights are left out.
    #[arg(long, default_value_t = Self::product().again)]
    again: usize,
    /// The tables have two to the power of so many rows.
    #[arg(long, default_value_t = Self::product().bits)]
    bits: u32,
    #[arg(long, default_value_t = Self::product().pair_bits)]
    pair_bits: u32,
    /// Features that are seen less often are left out.
    #[arg(long, default_value_t = Self::product().least)]
    least: u8,
    /// How many weights of each model are kept, the largest.
    #[arg(long, default_value_t = Self::product().keep_cues)]
    keep_cues: usize,
    #[arg(long, default_value_t = Self::product().keep_roles)]
    keep_roles: usize,
    /// How many weights of pairs of each.
    #[arg(long, default_value_t = Self::product().keep_pairs)]
    keep_pairs: usize,
    /// Share of features that are left out at random while learning.
    #[arg(long, default_value_t = Self::product().drop)]
    drop: f32,
    #[arg(long, default_value_t = Self::product().rate)]
    rate: f32,
    #[arg(long, default_value_t = Self::product().power)]
    /// How much the slopes count when the dearest weights are chosen.
    power: f32,
    /// The largest level of a weight.
    #[arg(long, default_value_t = Self::product().levels)]
    levels: f32,
    #[arg(long, default_value_t = Self::product().seed)]
    seed: u64,
}

impl Sizes {
    /// Those of the product: the defaults.
    fn product() -> Self {
        Self {
            passes: 8,
            again: 4,
            bits: 17,
            pair_bits: 13,
            least: 10,
            keep_cues: 24_000,
            keep_roles: 36_000,
            keep_pairs: 4_000,
            drop: 0.6,
            rate: 0.02,
            power: 0.25,
            levels: 31.0,
            seed: 1,
        }
    }
}

/// Learns and predicts.
#[expect(clippy::print_stderr, reason = "progress")]
pub(crate) fn run(args: &Attributions) -> Result<(), Failure> {
    let start = std::time::Instant::now();
    let (lexicons, mut models) = (Lexicons::built_in(), Models::built_in());
    if let Some(path) = &args.language {
        models = models.with_language(Vec::leak(std::fs::read(path)?));
    }
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

/// Learns a model: the bytes of its file. How far it can be trusted is measured with a fifth of the
/// texts held out of a first one.
fn learn_all(train: &mut Vec<Article>, sizes: &Sizes) -> Vec<u8> {
    let mut held = Vec::new();
    let mut rest = Vec::new();
    for (number, article) in train.drain(..).enumerate() {
        if number % 5 == 4 { &mut held } else { &mut rest }.push(article);
    }
    let first = Vec::leak(format::write(&tables(&mut rest, sizes), learned::FEATURE_SET));
    let models = Models::built_in().with_attributions(first);
    let parts = held.iter_mut().flat_map(|article| &mut article.parts);
    let levels = trust::table(parts, models.attributions());
    train.append(&mut rest);
    train.append(&mut held);
    let mut tables = tables(train, sizes);
    tables.push(Stored { name: "sure".to_owned(), rows: SURE, columns: 1, step: 1, levels });
    format::write(&tables, learned::FEATURE_SET)
}

/// The tables of a model.
fn tables(train: &mut [Article], sizes: &Sizes) -> Vec<Stored> {
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
    let habits = Stored {
        name: "habits".to_owned(),
        rows: habits::ROWS,
        columns: 1,
        step: 1,
        levels: counts.table().into_iter().map(small::stored).collect(),
    };
    let mut tables = vec![habits];
    tables.extend(small::tables(&cues, ["cues", "cuepairs"], sizes.levels));
    tables.extend(small::tables(&roles, ["roles", "rolepair"], sizes.levels));
    tables
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
