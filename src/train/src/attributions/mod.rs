//! Learns attributions (who said what) from annotated texts: cues first, then, for each cue, its
//! source and content.
//!
//! What always holds: the same data and plan give the same weights and predictions. It measures
//! nothing itself; it writes predictions, to be scored beside the annotated texts.

mod chain;
mod cues;
mod data;
mod field;
mod find;
mod habit;
mod key;
mod lessons;
mod marginals;
mod place;
mod rare;
mod roles;
mod see;
mod small;
mod subject;
mod text;
#[cfg(test)]
mod toy;

use crate::Failure;
use chain::Weights;
use clap::Args;
use cues::View;
use data::{Article, Attribution};
use field::{Lesson, Plan, learn};
use find::Cue;
use habit::Habits;
use readout_analysis::{Lexicons, Models};
use std::path::PathBuf;

/// What to learn from, how, and what to predict.
#[derive(Args)]
pub(crate) struct Attributions {
    /// Annotated texts to learn from.
    #[arg(long)]
    train: PathBuf,
    /// Texts to predict.
    #[arg(long)]
    predict: PathBuf,
    /// Where to write the predictions.
    #[arg(long)]
    out: PathBuf,
    /// Without parts of speech and the parse.
    #[arg(long)]
    words_only: bool,
    #[arg(long, default_value_t = 8)]
    cue_passes: usize,
    #[arg(long, default_value_t = 8)]
    role_passes: usize,
    /// Rows of the tables: powers of two.
    #[arg(long, default_value_t = 20)]
    bits: u32,
    #[arg(long, default_value_t = 17)]
    pair_bits: u32,
    /// Added to the score of a cue's first word when predicting.
    #[arg(long, default_value_t = 0.5)]
    cue_bias: f32,
    /// Takes the annotated cues of the texts to predict, to see what sources and contents lose.
    #[arg(long)]
    cues_given: bool,
    /// Features that are seen less often are left out.
    #[arg(long, default_value_t = 10)]
    least_cue: u8,
    #[arg(long, default_value_t = 10)]
    least_role: u8,
    /// How many weights are kept, the largest; 0 keeps all.
    #[arg(long, default_value_t = 0)]
    keep_cues: usize,
    #[arg(long, default_value_t = 0)]
    keep_roles: usize,
    /// Weights are rounded to so many steps at either side of zero; 0 does not round.
    #[arg(long, default_value_t = 0)]
    steps: u32,
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[arg(long, default_value_t = 0.02)]
    rate: f32,
    #[arg(long, default_value_t = 0.6)]
    drop: f32,
}

/// The two models, and the counts that the first one sees.
struct Learned {
    habits: Habits,
    cues: Weights,
    roles: Weights,
}

/// Learns and predicts.
#[expect(clippy::print_stderr, reason = "progress")]
pub(crate) fn run(args: &Attributions) -> Result<(), Failure> {
    let start = std::time::Instant::now();
    let (lexicons, models) = (Lexicons::built_in(), Models::built_in());
    let train = data::read(&args.train, &lexicons, &models)?;
    eprintln!("{} texts to learn from {:?}", train.len(), start.elapsed());
    let mut learned = learned(&train, args);
    shrink(&mut learned.cues, args.keep_cues, args.steps);
    shrink(&mut learned.roles, args.keep_roles, args.steps);
    eprintln!("learned {:?}", start.elapsed());
    let articles = data::read(&args.predict, &lexicons, &models)?;
    let found: Vec<_> = articles.iter().map(|article| predict(article, &learned, args)).collect();
    std::fs::write(&args.out, data::written(&articles, &found)?)?;
    eprintln!("predicted {:?}", start.elapsed());
    Ok(())
}

#[expect(clippy::print_stderr, reason = "progress")]
fn shrink(weights: &mut Weights, keep: usize, steps: u32) {
    if keep > 0 {
        small::keep_largest(weights, keep);
    }
    small::round(weights, steps);
    let [singles, rows, pairs, pair_rows] = small::count(weights);
    eprintln!("{singles} weights in {rows} rows, {pairs} of pairs in {pair_rows}");
}

#[expect(clippy::print_stderr, reason = "progress")]
fn learned(train: &[Article], args: &Attributions) -> Learned {
    let start = std::time::Instant::now();
    let habits = Habits::of(train);
    let seen: Vec<_> = train
        .iter()
        .map(|article| {
            let own = Habits::of([article]);
            habits.steps(&article.text, Some(&own))
        })
        .collect();
    let views = || {
        train.iter().zip(&seen).map(|(article, habits)| {
            (View { text: &article.text, habits, parse: !args.words_only }, &article.gold)
        })
    };
    let plan = Plan {
        seed: args.seed,
        passes: args.cue_passes,
        bits: args.bits,
        pair_bits: args.pair_bits,
        rate: args.rate,
        drop: args.drop,
    };
    let mut lessons: Vec<Lesson> =
        views().flat_map(|(view, gold)| lessons::of_cues(&view, gold)).collect();
    rare::leave_out(&mut lessons, args.least_cue);
    eprintln!("{} cue lessons {:?}", lessons.len(), start.elapsed());
    let cues = learn(&cues::GRAMMAR, &lessons, &plan);
    drop(lessons);
    let plan = Plan { passes: args.role_passes, ..plan };
    let mut lessons: Vec<Lesson> =
        views().flat_map(|(view, gold)| lessons::of_roles(&view, gold)).collect();
    rare::leave_out(&mut lessons, args.least_role);
    eprintln!("{} role lessons {:?}", lessons.len(), start.elapsed());
    let roles = learn(&roles::GRAMMAR, &lessons, &plan);
    Learned { habits, cues, roles }
}

/// The attributions of an article.
fn predict(article: &Article, learned: &Learned, args: &Attributions) -> Vec<Attribution> {
    let habits = learned.habits.steps(&article.text, None);
    let view = View { text: &article.text, habits: &habits, parse: !args.words_only };
    let cues = if args.cues_given {
        given(&article.gold)
    } else {
        find::cues(&view, &learned.cues, args.cue_bias)
    };
    find::attributions(&view, &cues, &learned.roles)
}

/// The annotated cues, to see what the second model loses.
fn given(gold: &[Attribution]) -> Vec<Cue> {
    let mut cues: Vec<Cue> =
        gold.iter().map(|gold| Cue { words: gold.cue.clone(), sure: 1.0 }).collect();
    cues.sort_by_key(|cue| cue.words.start);
    cues
}
