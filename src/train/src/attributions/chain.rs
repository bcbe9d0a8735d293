//! A chain of labels: weights of features and of pairs of labels, and the best sequence of states.
//!
//! A state has a label; several states may share one, so that a grammar can remember what came
//! before (a source, say) while the weights need not.

use crate::tensor::Random;

/// Most labels of a chain.
pub(super) const LABELS: usize = 4;
/// Most states of a chain.
const STATES: usize = 8;

/// Which states may follow each other. Masks have a bit a state.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grammar {
    /// Label of each state.
    pub(super) labels: &'static [u8],
    /// States that may stand before each state.
    pub(super) before: &'static [u8],
    /// States that may come first.
    pub(super) first: u8,
}

/// What is seen along a sequence, as keys of the tables.
#[derive(Clone, Debug, Default)]
pub(super) struct Sequence {
    keys: Vec<u32>,
    ends: Vec<u32>,
    pair_keys: Vec<u32>,
    pair_ends: Vec<u32>,
    /// States that each place may have.
    pub(super) masks: Vec<u8>,
}

impl Sequence {
    /// Adds a place: `see` appends the keys of the place, then those of its pair with the place
    /// before.
    pub(super) fn push(&mut self, mask: u8, see: impl FnOnce(&mut Vec<u32>, &mut Vec<u32>)) {
        see(&mut self.keys, &mut self.pair_keys);
        self.ends.push(self.keys.len() as u32);
        self.pair_ends.push(self.pair_keys.len() as u32);
        self.masks.push(mask);
    }

    /// The sequence with a share of its features left out at random.
    pub(super) fn thin(&self, share: f32, random: &mut Random) -> Self {
        if share <= 0.0 {
            return self.clone();
        }
        let mut thinned = Self::default();
        for at in 0..self.len() {
            thinned.push(self.masks[at], |keys, pairs| {
                keys.extend(self.keys(at).iter().filter(|_| random.unit() >= share));
                pairs.extend(self.pair_keys(at));
            });
        }
        thinned
    }

    /// Keeps the features that `keep` keeps.
    pub(super) fn retain(&mut self, keep: impl Fn(u32) -> bool) {
        let mut kept = Self::default();
        for at in 0..self.len() {
            kept.push(self.masks[at], |keys, pairs| {
                keys.extend(self.keys(at).iter().filter(|key| keep(**key)));
                pairs.extend(self.pair_keys(at).iter().filter(|key| keep(**key)));
            });
        }
        *self = kept;
    }

    /// Tells each feature of each place.
    pub(super) fn each(&self, mut tell: impl FnMut(u32)) {
        self.keys.iter().chain(&self.pair_keys).for_each(|key| tell(*key));
    }

    pub(super) fn len(&self) -> usize {
        self.masks.len()
    }

    pub(super) fn keys(&self, at: usize) -> &[u32] {
        part(&self.keys, &self.ends, at)
    }

    pub(super) fn pair_keys(&self, at: usize) -> &[u32] {
        part(&self.pair_keys, &self.pair_ends, at)
    }
}

fn part<'k>(keys: &'k [u32], ends: &[u32], at: usize) -> &'k [u32] {
    let start = at.checked_sub(1).map_or(0, |before| ends[before] as usize);
    &keys[start..ends[at] as usize]
}

/// The weights of a chain: tables of 2^n rows, one number a label or pair of labels.
#[derive(Clone, Debug)]
pub(super) struct Weights {
    pub(super) singles: Vec<[f32; LABELS]>,
    pub(super) pairs: Vec<[f32; LABELS * LABELS]>,
}

impl Weights {
    pub(super) fn new(bits: u32, pair_bits: u32) -> Self {
        Self {
            singles: vec![[0.0; LABELS]; 1 << bits],
            pairs: vec![[0.0; LABELS * LABELS]; 1 << pair_bits],
        }
    }

    pub(super) fn row(&self, key: u32) -> usize {
        key as usize & (self.singles.len() - 1)
    }

    pub(super) fn pair_row(&self, key: u32) -> usize {
        key as usize & (self.pairs.len() - 1)
    }
}

/// The score of each label at a place.
pub(super) type Scores = [f32; LABELS];

/// The scores of a sequence, before a path is chosen.
#[derive(Clone, Debug, Default)]
pub(super) struct Scored {
    pub(super) singles: Vec<Scores>,
    pub(super) pairs: Vec<[f32; LABELS * LABELS]>,
}

/// Adds up the weights of a sequence.
pub(super) fn score(weights: &Weights, sequence: &Sequence) -> Scored {
    let mut scored = Scored::default();
    for at in 0..sequence.len() {
        let mut sum = [0.0; LABELS];
        for key in sequence.keys(at) {
            let row = &weights.singles[weights.row(*key)];
            for (sum, weight) in sum.iter_mut().zip(row) {
                *sum += weight;
            }
        }
        scored.singles.push(sum);
        let mut sums = [0.0; LABELS * LABELS];
        for key in sequence.pair_keys(at) {
            let row = &weights.pairs[weights.pair_row(*key)];
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum += weight;
            }
        }
        scored.pairs.push(sums);
    }
    scored
}

/// The best sequence of states that the grammar and the masks allow, and its score.
pub(super) fn best(grammar: &Grammar, scored: &Scored, masks: &[u8]) -> (Vec<u8>, f32) {
    let count = grammar.labels.len();
    let mut totals = [f32::NEG_INFINITY; STATES];
    let mut ways: Vec<[u8; STATES]> = Vec::with_capacity(masks.len());
    for (at, mask) in masks.iter().enumerate() {
        let mut next = [f32::NEG_INFINITY; STATES];
        let mut way = [0_u8; STATES];
        for state in (0..count).filter(|state| mask >> state & 1 == 1) {
            let label = usize::from(grammar.labels[state]);
            let own = scored.singles[at][label];
            if at == 0 {
                if grammar.first >> state & 1 == 1 {
                    next[state] = own;
                }
                continue;
            }
            for before in (0..count).filter(|before| grammar.before[state] >> before & 1 == 1) {
                let pair = scored.pairs[at][usize::from(grammar.labels[before]) * LABELS + label];
                let total = totals[before] + own + pair;
                if total > next[state] {
                    next[state] = total;
                    way[state] = before as u8;
                }
            }
        }
        totals = next;
        ways.push(way);
    }
    let mut state =
        (0..count).fold(0, |best, at| if totals[at] > totals[best] { at } else { best });
    let total = totals[state];
    let mut path = vec![0; masks.len()];
    for at in (0..masks.len()).rev() {
        path[at] = state as u8;
        state = usize::from(ways[at][state]);
    }
    (path, total)
}
