//! Weights by which the right candidate is likelier than the others and than nobody.

use crate::tension::data::Record;
use readout_analysis::training::parties::{Choice, FEATURES, Question, ask};
use readout_analysis::{Lexicons, Models};
use readout_text::Span;

/// A predicate with the features of its candidates, the last one nobody, and which are right.
#[derive(Clone, Debug)]
pub(super) struct Lesson {
    /// For who acts, and for towards whom.
    sides: [Vec<(Vec<u16>, bool)>; 2],
    quad: u8,
    counts: (bool, bool),
}

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    pub(super) passes: usize,
    pub(super) rate: f64,
    pub(super) price: f64,
}

/// The lesson of a sentence: its predicate of the annotated class, else the one that is shown.
pub(super) fn lesson(record: &Record, lexicons: &Lexicons, models: &Models) -> Option<Lesson> {
    let mut found = Vec::new();
    ask(&record.source, lexicons, models, &mut |question| {
        found.push(asked(record, question));
        Choice::default()
    });
    let counted = || found.iter().filter(|lesson| lesson.counts.0);
    let fits = |lesson: &&Lesson| record.quad == Some(lesson.quad);
    let main = counted().find(fits).or_else(|| counted().find(|lesson| lesson.counts.1));
    main.or_else(|| counted().next()).cloned()
}

fn asked(record: &Record, question: &Question<'_>) -> Lesson {
    let gold = [0, 1].map(|side| {
        let spans = record.sides[side].iter().chain(&record.both);
        spans.copied().collect::<Vec<Span>>()
    });
    let fits = gold.each_ref().map(|gold| fitting(&record.text, question, gold));
    let source = fits[0].iter().position(|fits| *fits);
    let side = |side: usize| {
        let mut all: Vec<(Vec<u16>, bool)> = Vec::new();
        for (at, fits) in fits[side].iter().enumerate() {
            let mut features = question.described.features(at).to_vec();
            if side == 1 {
                if source == Some(at) {
                    continue;
                }
                features.push(question.to_source(source, at));
            }
            all.push((features, *fits));
        }
        let nobody = !all.iter().any(|(_, fits)| *fits);
        all.push((question.described.nobody().to_vec(), nobody));
        all
    };
    // Marked words that are no candidate's teach nothing.
    let sides = [0, 1].map(|at| {
        let all = side(at);
        let lost = !gold[at].is_empty() && all.last().is_some_and(|(_, nobody)| *nobody);
        if lost { Vec::new() } else { all }
    });
    Lesson { sides, quad: question.quad, counts: question.counts }
}

/// Which candidates are what is marked: those whose words fit best, if half of them do.
fn fitting(text: &str, question: &Question<'_>, gold: &[Span]) -> Vec<bool> {
    let words = words(text);
    let inside = |span: Span| words.iter().filter(move |word| word.overlaps(span)).count();
    let score = |span: Span| {
        let shared = |gold: &Span| {
            words.iter().filter(|word| word.overlaps(*gold) && word.overlaps(span)).count()
        };
        let one = |gold: &Span| 2.0 * shared(gold) as f64 / (inside(*gold) + inside(span)) as f64;
        gold.iter().map(one).fold(0.0, f64::max)
    };
    let scores: Vec<f64> = (0..question.described.len())
        .map(|at| question.words(at).map(score).into_iter().fold(0.0, f64::max))
        .collect();
    let best = scores.iter().copied().fold(0.0, f64::max);
    scores.iter().map(|score| *score >= 0.5 && *score > best - 0.01).collect()
}

fn words(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        if letter.is_alphanumeric() || letter == '_' {
            start.get_or_insert(at);
        } else if let Some(start) = start.take() {
            found.push(Span::new(start as u32, at as u32));
        }
    }
    found
}

/// Learns the weights of all features for both sides, most of them none.
pub(super) fn learn(lessons: &[&Lesson], plan: Plan) -> Vec<[f64; 2]> {
    let sides = [0, 1].map(|side| {
        let lessons: Vec<&[(Vec<u16>, bool)]> = lessons
            .iter()
            .map(|lesson| &*lesson.sides[side])
            .filter(|all| !all.is_empty())
            .collect();
        learn_side(&lessons, plan)
    });
    let [sources, targets] = sides;
    sources.into_iter().zip(targets).map(|(source, target)| [source, target]).collect()
}

/// Steps up the likelihood that a right candidate is chosen, each weight at a price.
fn learn_side(lessons: &[&[(Vec<u16>, bool)]], plan: Plan) -> Vec<f64> {
    let mut weights = vec![0.0_f64; FEATURES];
    let mut squares = vec![1.0_f64; FEATURES];
    let mut slopes = vec![0.0_f64; FEATURES];
    for _ in 0..plan.passes * 10 {
        slopes.fill(0.0);
        for lesson in lessons {
            let score = |features: &[u16]| -> f64 {
                features.iter().map(|one| weights[usize::from(*one)]).sum()
            };
            let scores: Vec<f64> = lesson.iter().map(|(features, _)| score(features)).collect();
            let top = scores.iter().copied().fold(f64::MIN, f64::max);
            let odds: Vec<f64> = scores.iter().map(|score| libm::exp(score - top)).collect();
            let all: f64 = odds.iter().sum();
            let good: f64 =
                odds.iter().zip(*lesson).filter(|(_, (_, fits))| *fits).map(|(one, _)| one).sum();
            for (odds, (features, fits)) in odds.iter().zip(*lesson) {
                let wanted = if *fits { odds / good.max(1e-9) } else { 0.0 };
                let slope = wanted - odds / all;
                for one in features {
                    slopes[usize::from(*one)] += slope;
                }
            }
        }
        let count = lessons.len() as f64;
        for ((weight, square), slope) in weights.iter_mut().zip(&mut squares).zip(&slopes) {
            let slope = slope / count;
            *square = 0.95 * *square + 0.05 * slope * slope;
            let rate = plan.rate / (libm::sqrt(*square) + 1e-3);
            *weight += rate * slope;
            let price = rate * plan.price;
            *weight = weight.signum() * (weight.abs() - price).max(0.0);
        }
    }
    weights
}
