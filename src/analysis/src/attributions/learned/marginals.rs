//! How probable each label and pair of labels is along a sequence (forward and backward sums).

use super::chain::{Grammar, LABELS, STATES, Scored, Steps, bits};

/// Probabilities along a sequence.
#[derive(Clone, Debug, Default)]
pub struct Marginals {
    /// Of each label at each place.
    pub singles: Vec<[f32; LABELS]>,
    /// Of each pair of labels at each place and the one before; empty where nobody asks for them.
    pub pairs: Vec<[f32; LABELS * LABELS]>,
}

type Row = [f64; STATES];

/// Exponentials of what lies between scores. Scores that are whole numbers of a scale have few
/// differences, and all are known at once.
#[derive(Clone, Debug, Default)]
pub struct Exponentials {
    /// Of steps of the scale below zero, down to what is taken for nothing.
    known: Vec<f32>,
    /// Steps in one.
    steps: f32,
}

impl Exponentials {
    /// Of scores in whole numbers of a scale.
    pub(super) fn new(scale: f32) -> Self {
        let of = |step: u16| libm::expf(-f32::from(step) * scale);
        let known = (0..u16::MAX).map(of).take_while(|found| *found > 0.0);
        if scale > 0.0 {
            Self { known: known.collect(), steps: 1.0 / scale }
        } else {
            Self::default()
        }
    }

    /// Of a difference that is zero or below.
    #[expect(clippy::cast_sign_loss, reason = "no difference is above zero")]
    fn of(&self, difference: f32) -> f32 {
        if self.known.is_empty() {
            return libm::expf(difference);
        }
        let step = (0.5 - difference * self.steps) as u32;
        self.known.get(step as usize).copied().unwrap_or_default()
    }
}

/// The probabilities of labels under the grammar and the masks; those of pairs, which only learning
/// needs, if `PAIRS`. `known` has the exponentials of single labels and of pairs.
pub fn marginals<const PAIRS: bool>(
    grammar: &Grammar,
    scored: &Scored,
    masks: &[u8],
    known: [&Exponentials; 2],
) -> Marginals {
    let length = masks.len();
    let label = |state: usize| usize::from(grammar.labels[state]);
    let mut places: Vec<Place> = Vec::with_capacity(length);
    let mut steps = Steps::new();
    let mut last: Option<(Row, u8)> = None;
    for (at, mask) in masks.iter().copied().enumerate() {
        steps.turn(grammar, last.map_or(0, |(_, mask)| mask), mask);
        let single = exponentials(&scored.singles[at], steps.labels, known[0]);
        let pair = exponentials(&scored.pairs[at], steps.pairs, known[1]);
        let mut forward = [0.0; STATES];
        if let Some((last, _)) = last {
            for step in steps.list() {
                let (before, state, way) = step.places();
                forward[state] += last[before] * pair[way];
            }
        } else {
            for state in bits(mask & grammar.first) {
                forward[state] = 1.0;
            }
        }
        for state in bits(mask) {
            forward[state] *= single[label(state)];
        }
        scale(&mut forward);
        places.push(Place { forward, single, pair });
        last = Some((forward, mask));
    }
    let mut found = Marginals {
        singles: vec![[0.0; LABELS]; length],
        pairs: vec![[0.0; LABELS * LABELS]; if PAIRS { length } else { 0 }],
    };
    let mut backward = [1.0; STATES];
    for (at, Place { forward, single, pair }) in places.iter().enumerate().rev() {
        let mut own: Row = std::array::from_fn(|state| forward[state] * backward[state]);
        scale(&mut own);
        for state in bits(masks[at]) {
            found.singles[at][label(state)] += own[state] as f32;
        }
        let Some(before) = at.checked_sub(1) else { break };
        let last = &places[before].forward;
        let mut next = [0.0; STATES];
        let mut ways = [0.0; LABELS * LABELS];
        let mut sum = 0.0;
        steps.turn(grammar, masks[before], masks[at]);
        for step in steps.list() {
            let (before, state, place) = step.places();
            let way = pair[place] * (backward[state] * single[place % LABELS]);
            next[before] += way;
            if PAIRS {
                ways[place] += last[before] * way;
                sum += last[before] * way;
            }
        }
        if let Some(found) = found.pairs.get_mut(at) {
            *found = ways.map(|way| if sum > 0.0 { (way / sum) as f32 } else { 0.0 });
        }
        scale(&mut next);
        backward = next;
    }
    found
}

/// A place: what leads to each state, and exponentials of scores.
struct Place {
    forward: Row,
    single: [f64; LABELS],
    pair: [f64; LABELS * LABELS],
}

/// Of the labels or pairs asked for, shifted so that the largest score of all is one: shares are all
/// that matters.
fn exponentials<const N: usize>(scores: &[f32; N], asked: u32, known: &Exponentials) -> [f64; N] {
    let largest = scores.iter().fold(f32::NEG_INFINITY, |a, b| if *b > a { *b } else { a });
    let mut found = [0.0; N];
    for (place, (found, score)) in found.iter_mut().zip(scores).enumerate() {
        if asked >> place & 1 == 1 {
            *found = f64::from(known.of(score - largest));
        }
    }
    found
}

/// Makes a row sum to one.
fn scale(row: &mut Row) {
    let sum: f64 = row.iter().sum();
    if sum > 0.0 {
        let share = 1.0 / sum;
        for value in row {
            *value *= share;
        }
    }
}
