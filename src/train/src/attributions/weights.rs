//! What is seen along a sequence, and the weights that are learned of it.

use crate::tensor::Random;
use readout_analysis::training::learned::chain::{LABELS, Scored};

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
