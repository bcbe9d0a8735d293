//! How probable each label and pair of labels is along a sequence (forward and backward sums).

use super::chain::{Grammar, LABELS, STATES, Scored, bits};

/// Probabilities along a sequence.
#[derive(Clone, Debug, Default)]
pub struct Marginals {
    /// Of each label at each place.
    pub singles: Vec<[f32; LABELS]>,
    /// Of each pair of labels at each place and the one before; empty where nobody asks for them.
    pub pairs: Vec<[f32; LABELS * LABELS]>,
}

type Row = [f64; STATES];

/// The probabilities of labels under the grammar and the masks; those of pairs, which only learning
/// needs, if `PAIRS`.
pub fn marginals<const PAIRS: bool>(grammar: &Grammar, scored: &Scored, masks: &[u8]) -> Marginals {
    let length = masks.len();
    let label = |state: usize| usize::from(grammar.labels[state]);
    let mut places: Vec<Place> = Vec::with_capacity(length);
    let mut last: Option<(Row, u8)> = None;
    for (at, mask) in masks.iter().copied().enumerate() {
        let before = last.map_or(0, |(_, mask)| mask);
        let own = labels_of(grammar, mask);
        let single = exponentials(&scored.singles[at], own);
        let pair = exponentials(&scored.pairs[at], pairs_of(labels_of(grammar, before), own));
        let mut forward = [0.0; STATES];
        for state in bits(mask) {
            let reach = match last {
                None => f64::from(grammar.first >> state & 1),
                Some((last, _)) => bits(grammar.before[state] & before)
                    .map(|before| last[before] * pair[label(before) * LABELS + label(state)])
                    .sum(),
            };
            forward[state] = reach * single[label(state)];
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
        let (last, mask_before) = (&places[before].forward, masks[before]);
        let mut next = [0.0; STATES];
        let mut ways = [0.0; LABELS * LABELS];
        let mut sum = 0.0;
        for state in bits(masks[at]) {
            let reach = backward[state] * single[label(state)];
            for before in bits(grammar.before[state] & mask_before) {
                let place = label(before) * LABELS + label(state);
                let way = pair[place] * reach;
                next[before] += way;
                if PAIRS {
                    ways[place] += last[before] * way;
                    sum += last[before] * way;
                }
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

/// The labels of a mask's states, a bit each.
fn labels_of(grammar: &Grammar, mask: u8) -> u32 {
    bits(mask).fold(0, |labels, state| labels | 1 << grammar.labels[state])
}

/// The pairs of these labels, a bit each.
fn pairs_of(before: u32, own: u32) -> u32 {
    (0..LABELS)
        .filter(|label| before >> label & 1 == 1)
        .fold(0, |pairs, label| pairs | own << (label * LABELS))
}

/// Of the labels or pairs asked for, shifted so that the largest score of all is one: shares are all
/// that matters.
fn exponentials<const N: usize>(scores: &[f32; N], asked: u32) -> [f64; N] {
    let largest = scores.iter().fold(f32::NEG_INFINITY, |a, b| a.max(*b));
    let mut found = [0.0; N];
    for (place, (found, score)) in found.iter_mut().zip(scores).enumerate() {
        if asked >> place & 1 == 1 {
            // Most often one of them is the largest.
            *found = if *score < largest { f64::from(libm::expf(score - largest)) } else { 1.0 };
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
