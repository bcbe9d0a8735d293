//! How probable each label and pair of labels is along a sequence (forward and backward sums).

use super::chain::{Grammar, LABELS, STATES, Scored};

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
    let count = grammar.labels.len();
    let allowed = |at: usize, state: usize| masks[at] >> state & 1 == 1;
    let labels = grammar.labels.iter().max().map_or(0, |label| usize::from(*label) + 1);
    let mut single = Vec::with_capacity(length);
    let mut pair = Vec::with_capacity(length);
    for at in 0..length {
        single.push(exponentials(&scored.singles[at], labels));
        pair.push(exponentials(&scored.pairs[at], labels));
    }
    let label = |state: usize| usize::from(grammar.labels[state]);
    let mut forward: Vec<Row> = Vec::with_capacity(length);
    for at in 0..length {
        let mut row = [0.0; STATES];
        for state in (0..count).filter(|state| allowed(at, *state)) {
            let reach = match forward.last() {
                None => f64::from(grammar.first >> state & 1),
                Some(last) => befores(grammar, state)
                    .map(|before| last[before] * pair[at][label(before) * LABELS + label(state)])
                    .sum(),
            };
            row[state] = reach * single[at][label(state)];
        }
        scale(&mut row);
        forward.push(row);
    }
    let mut found = Marginals {
        singles: vec![[0.0; LABELS]; length],
        pairs: vec![[0.0; LABELS * LABELS]; if PAIRS { length } else { 0 }],
    };
    let mut backward = [1.0; STATES];
    for at in (0..length).rev() {
        let mut own: Row = std::array::from_fn(|state| forward[at][state] * backward[state]);
        scale(&mut own);
        for (state, own) in own.iter().enumerate().take(count) {
            found.singles[at][label(state)] += *own as f32;
        }
        let Some(last) = at.checked_sub(1).map(|before| &forward[before]) else { break };
        let mut next = [0.0; STATES];
        let mut ways = [0.0; LABELS * LABELS];
        let mut sum = 0.0;
        for state in (0..count).filter(|state| allowed(at, *state)) {
            let reach = backward[state] * single[at][label(state)];
            for before in befores(grammar, state) {
                let place = label(before) * LABELS + label(state);
                let way = pair[at][place] * reach;
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

fn befores(grammar: &Grammar, state: usize) -> impl Iterator<Item = usize> {
    let mask = grammar.before[state];
    (0..STATES).filter(move |before| mask >> before & 1 == 1)
}

/// Of the labels in use, shifted so that the largest is one: shares are all that matters.
fn exponentials<const N: usize>(scores: &[f32; N], labels: usize) -> [f64; N] {
    let largest = scores.iter().fold(f32::NEG_INFINITY, |a, b| a.max(*b));
    let mut found = [0.0; N];
    for (place, (found, score)) in found.iter_mut().zip(scores).enumerate() {
        if place % LABELS < labels && place / LABELS < labels {
            *found = f64::from(libm::expf(score - largest));
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
