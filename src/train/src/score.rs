//! How good networks are on annotated sentences, with gold tokens.

use crate::learn::{self, Lesson};
use crate::net::Net;
use crate::tensor::Random;
use crate::{corpus, parser};
use rayon::prelude::*;

/// Right answers, and names found, given and right.
#[derive(Default)]
struct Score {
    tokens: usize,
    tags: usize,
    heads: usize,
    labels: usize,
    names: [usize; 3],
}

fn score_one(nets: &[Net], lesson: &Lesson) -> Score {
    let encoded: Vec<_> =
        nets.iter().map(|net| net.encode(&lesson.inputs, 0.0, &mut Random(0))).collect();
    let (tags, names) = learn::labels(nets, &encoded);
    let (heads, labels) = parser::parse(nets, &encoded);
    let gold = &lesson.example;
    let mut score = Score { tokens: tags.len(), ..Score::default() };
    let plain = |label: u8| corpus::LABELS[usize::from(label)].split(':').next();
    for at in 0..tags.len() {
        score.tags += usize::from(tags[at] == gold.tags[at]);
        let right = heads[at] == gold.heads[at];
        score.heads += usize::from(right);
        score.labels += usize::from(right && plain(labels[at]) == plain(gold.labels[at]));
    }
    if !gold.names.is_empty() {
        let (found, wanted) = (spans(&names), spans(&gold.names));
        score.names =
            [found.len(), wanted.len(), found.iter().filter(|span| wanted.contains(span)).count()];
    }
    score
}

fn spans(labels: &[u8]) -> Vec<(usize, usize, u8)> {
    let mut found: Vec<(usize, usize, u8)> = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        match label {
            1 | 3 | 5 => found.push((at, at + 1, *label)),
            2 | 4 | 6 => {
                if let Some(last) = found.last_mut().filter(|last| last.1 == at) {
                    last.1 = at + 1;
                }
            }
            _ => {}
        }
    }
    found
}

/// Prints the shares of right tags, heads and labels, and F1 of names.
#[expect(clippy::print_stderr, reason = "progress")]
pub(crate) fn score(nets: &[Net], lessons: &[Lesson], name: &str) {
    let sum = lessons.par_iter().map(|lesson| score_one(nets, lesson)).reduce(
        Score::default,
        |mut a, b| {
            a.tokens += b.tokens;
            a.tags += b.tags;
            a.heads += b.heads;
            a.labels += b.labels;
            for at in 0..3 {
                a.names[at] += b.names[at];
            }
            a
        },
    );
    let share = |count: usize| count as f32 / sum.tokens as f32;
    let names = 2.0 * sum.names[2] as f32 / (sum.names[0] + sum.names[1]).max(1) as f32;
    eprintln!(
        "  {name}: UPOS {:.4} UAS {:.4} LAS {:.4} names {names:.4}",
        share(sum.tags),
        share(sum.heads),
        share(sum.labels)
    );
}
