//! Learns attributions (who said what) from annotated texts: cues first, then, for each cue, its
//! source and content.
//!
//! What always holds: the same data and plan give the same weights and predictions. It measures
//! nothing itself; it writes predictions, to be scored beside the annotated texts.

mod chain;
mod cues;
mod data;
mod field;
mod habit;
mod join;
mod key;
mod marginals;
mod place;
mod roles;
mod see;
mod subject;
mod text;
#[cfg(test)]
mod toy;

use crate::Failure;
use chain::{Weights, best, score};
use clap::Args;
use cues::View;
use data::{Article, Attribution};
use field::{Lesson, Plan, learn};
use habit::Habits;
use join::{Wish, join};
use readout_analysis::{Lexicons, Models};
use std::ops::Range;
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
    #[arg(long, default_value_t = 10)]
    cue_passes: usize,
    #[arg(long, default_value_t = 10)]
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
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[arg(long, default_value_t = 0.05)]
    rate: f32,
    #[arg(long, default_value_t = 0.5)]
    drop: f32,
    #[arg(long, default_value_t = 0.0)]
    penalty: f32,
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
    let learned = learned(&train, args);
    eprintln!("learned {:?}", start.elapsed());
    let articles = data::read(&args.predict, &lexicons, &models)?;
    let found: Vec<_> = articles.iter().map(|article| predict(article, &learned, args)).collect();
    std::fs::write(&args.out, data::written(&articles, &found)?)?;
    eprintln!("predicted {:?}", start.elapsed());
    Ok(())
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
        penalty: args.penalty,
    };
    let lessons: Vec<Lesson> = views().flat_map(|(view, gold)| cue_lessons(&view, gold)).collect();
    eprintln!("{} cue lessons {:?}", lessons.len(), start.elapsed());
    let cues = learn(&cues::GRAMMAR, &lessons, &plan);
    drop(lessons);
    let plan = Plan { passes: args.role_passes, ..plan };
    let lessons: Vec<Lesson> = views().flat_map(|(view, gold)| role_lessons(&view, gold)).collect();
    eprintln!("{} role lessons {:?}", lessons.len(), start.elapsed());
    let roles = learn(&roles::GRAMMAR, &lessons, &plan);
    Learned { habits, cues, roles }
}

fn cue_lessons(view: &View<'_>, gold: &[Attribution]) -> Vec<Lesson> {
    let mut states = vec![cues::OUT; view.text.words.len()];
    for gold in gold {
        states[gold.cue.clone()].fill(cues::FURTHER);
        states[gold.cue.start] = cues::FIRST;
    }
    let lesson = |sentence: &Range<usize>| {
        let sequence = cues::sequence(view, sentence.clone());
        let mut path = states[sentence.clone()].to_vec();
        // A cue over the edge of a sentence begins anew.
        if let Some(first) = path.first_mut().filter(|first| **first == cues::FURTHER) {
            *first = cues::FIRST;
        }
        Lesson { sequence, path }
    };
    view.text.sentences.iter().map(lesson).collect()
}

fn role_lessons(view: &View<'_>, gold: &[Attribution]) -> Vec<Lesson> {
    let mut starts: Vec<usize> = gold.iter().map(|gold| gold.cue.start).collect();
    starts.sort_unstable();
    gold.iter()
        .map(|gold| Lesson {
            sequence: roles::sequence(view, &gold.cue, &starts),
            path: roles::path(view, gold),
        })
        .collect()
}

/// The attributions of an article.
fn predict(article: &Article, learned: &Learned, args: &Attributions) -> Vec<Attribution> {
    let habits = learned.habits.steps(&article.text, None);
    let view = View { text: &article.text, habits: &habits, parse: !args.words_only };
    let mut cues = Vec::new();
    for sentence in &article.text.sentences {
        cues.extend(find_cues(&view, sentence, &learned.cues, args.cue_bias));
    }
    if args.cues_given {
        cues = article.gold.iter().map(|gold| gold.cue.clone()).collect();
        cues.sort_by_key(|cue| cue.start);
    }
    let starts: Vec<usize> = cues.iter().map(|cue| cue.start).collect();
    let wishes: Vec<Wish> = cues
        .into_iter()
        .map(|cue| {
            let sequence = roles::sequence(&view, &cue, &starts);
            let scored = score(&learned.roles, &sequence);
            let (path, _) = best(&roles::GRAMMAR, &scored, &sequence.masks);
            Wish { window: roles::window(&view, &cue), cue, path }
        })
        .collect();
    join(&wishes, article.text.words.len())
}

/// The cues of a sentence.
fn find_cues(
    view: &View<'_>,
    sentence: &Range<usize>,
    weights: &Weights,
    bias: f32,
) -> Vec<Range<usize>> {
    let sequence = cues::sequence(view, sentence.clone());
    let mut scored = score(weights, &sequence);
    for scores in &mut scored.singles {
        scores[usize::from(cues::FIRST)] += bias;
    }
    let (path, _) = best(&cues::GRAMMAR, &scored, &sequence.masks);
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, state) in sentence.clone().zip(path) {
        match state {
            cues::FIRST => found.push(at..at + 1),
            cues::FURTHER => {
                if let Some(last) = found.last_mut() {
                    last.end = at + 1;
                }
            }
            _ => {}
        }
    }
    found
}
