//! Learns whom a pronoun refers to from texts with chains of mentions.
//!
//! What always holds: the same data and plan give the same weights. Parts of the texts are held out
//! in turn to say how good answers are at which margin.

mod data;
mod learn;

use crate::{Failure, ranked};
use clap::Args;
use data::Text;
use learn::{Margins, Outcome, Plan, Weights, learn, outcomes};
use readout_analysis::training::{Class, FEATURES, feature_names, margins};
use readout_analysis::{Lexicons, Models};
use std::path::PathBuf;

/// What to learn from, and how.
#[derive(Args)]
pub(crate) struct Coreference {
    /// Texts with chains.
    #[arg(long)]
    train: PathBuf,
    /// The file to write.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Further texts with chains, only measured.
    #[arg(long)]
    dev: Option<PathBuf>,
    #[arg(long, default_value_t = 10)]
    passes: usize,
    #[arg(long, default_value_t = 0.05)]
    rate: f64,
    #[arg(long, default_value_t = 0.5)]
    decay: f64,
    /// Pronouns of a text that count in full.
    #[arg(long, default_value_t = 12.0)]
    cap: f64,
    /// Parts of the texts that are held out in turn.
    #[arg(long, default_value_t = 5)]
    parts: usize,
    /// Share of answers about persons that shall be right.
    #[arg(long, default_value_t = 0.88)]
    precision: f64,
    /// The same for things, of all their pronouns.
    #[arg(long, default_value_t = 0.75)]
    things: f64,
    /// The same for groups.
    #[arg(long, default_value_t = 0.65)]
    groups: f64,
}

/// A weight of 1 in the file.
const UNIT: f64 = 100.0;

/// The margins that leave most answers right, if answers are as often right as wanted.
fn margin(found: &[Outcome], class: Class, precision: f64) -> Margins {
    let counts = |one: &&Outcome| match class {
        Class::Person => one.class == class && one.named == Some(true),
        _ => one.class == class && !one.sure,
    };
    let mut found: Vec<&Outcome> = found.iter().filter(counts).collect();
    found.sort_by(|left, right| right.better.nobody.total_cmp(&left.better.nobody));
    let mut best = (0.0, Margins { next: 0.0, nobody: 20.0 });
    for step in 0..16 {
        let next = f64::from(step) / 8.0;
        let (mut right, mut all) = (0.0, 0.0);
        for (at, one) in found.iter().filter(|one| one.better.next >= next).enumerate() {
            right += if one.right { one.share } else { 0.0 };
            all += one.share;
            if at >= 20 && right / all >= precision && right > best.0 {
                best = (right, Margins { next, nobody: one.better.nobody - 1e-6 });
            }
        }
    }
    best.1
}

#[expect(clippy::print_stderr, reason = "measures")]
fn tell(found: &[Outcome], margins: [Margins; 3]) {
    let line = |name: &str, fits: &dyn Fn(&Outcome) -> bool| {
        let all: Vec<&Outcome> = found.iter().filter(|one| fits(one)).collect();
        let possible = all.iter().filter(|one| one.possible).count();
        let given: Vec<_> =
            all.iter().filter(|one| margins[one.class as usize].are_met(one.better)).collect();
        let right = given.iter().filter(|one| one.right).count();
        let share = right as f64 / all.len() as f64;
        let precision = right as f64 / given.len() as f64;
        eprintln!(
            "{name}: {} pronouns, {possible} answerable, share {share:.3}, precision {precision:.3}",
            all.len()
        );
    };
    line("named", &|one| one.named == Some(true));
    line("news", &|one| one.named == Some(true) && matches!(&*one.genre, "news" | "interview"));
    line("no bio", &|one| one.named == Some(true) && one.genre != "bio");
    line("sure", &|one| one.sure && one.named == Some(true));
    line("sure everywhere", &|one| one.sure);
    line("nominal", &|one| one.named == Some(false));
    for class in Class::ALL {
        line(class.name(), &|one| one.class == class && one.named == Some(true));
        line("  everywhere", &|one| one.class == class);
    }
}

#[expect(clippy::print_stderr, reason = "measures")]
pub(crate) fn run(args: &Coreference) -> Result<(), Failure> {
    let (lexicons, models) = (Lexicons::built_in(), Models::built_in());
    let texts = data::read(&args.train, &lexicons, &models)?;
    let plan = Plan { passes: args.passes, rate: args.rate, decay: args.decay, cap: args.cap };
    let part = |held: usize, inside: bool| -> Vec<&Text> {
        let texts = texts.iter().enumerate();
        texts.filter(|(at, _)| (at % args.parts == held) == inside).map(|(_, text)| text).collect()
    };
    let mut learned = Vec::new();
    for held in 0..args.parts {
        learned.push(learn(&part(held, false), &lexicons, plan));
    }
    let held_out = |margins: [Margins; 3]| -> Vec<Outcome> {
        let parts = learned.iter().enumerate();
        parts
            .flat_map(|(at, one)| outcomes(&part(at, true), &lexicons, one, (margins, args.cap)))
            .collect()
    };
    let mut asked = [Margins::NONE; 3];
    tell(&held_out(asked), asked);
    // What is left open changes what follows: a second round with the margins of the first.
    for _ in 0..2 {
        let found = held_out(asked);
        asked = Class::ALL.map(|class| {
            let precision = match class {
                Class::Person => args.precision,
                Class::Thing => args.things,
                Class::Group => args.groups,
            };
            margin(&found, class, precision)
        });
    }
    eprintln!("margins {asked:.2?}");
    tell(&held_out(asked), asked);
    if args.dev.is_none() && args.out.is_none() {
        return Ok(());
    }
    let all: Vec<&Text> = texts.iter().collect();
    let weights = learn(&all, &lexicons, plan);
    if let Some(path) = &args.dev {
        let texts = data::read(path, &lexicons, &models)?;
        let texts: Vec<&Text> = texts.iter().collect();
        tell(&outcomes(&texts, &lexicons, &weights, (asked, args.cap)), asked);
    }
    if let Some(path) = &args.out {
        std::fs::write(path, written(&weights, asked, &std::fs::read_to_string(path)?))?;
    }
    Ok(())
}

/// The file of weights, its header kept.
fn written(weights: &Weights, asked: [Margins; 3], before: &str) -> String {
    let [next, nobody] = margins().map(usize::from);
    let weight = |class: Class, feature: usize| match feature {
        _ if feature == next => asked[class as usize].next,
        _ if feature == nobody => asked[class as usize].nobody,
        _ => weights.weight(class, feature),
    };
    let weights = (0..FEATURES)
        .map(|feature| Class::ALL.map(|class| (weight(class, feature) * UNIT).round() as i32));
    ranked::written(feature_names(), weights, before)
}
