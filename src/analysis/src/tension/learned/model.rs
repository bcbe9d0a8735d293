//! The learned weights, and the probabilities that they give.

use crate::models::table::Table;
use readout_sorted::sort;

/// Number of classes.
pub const CLASSES: usize = EVENTS.len();

/// The classes: events of the PLOVER codebook, and at the end what is no act towards anyone.
pub const EVENTS: [&str; 16] = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "YIELD",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "MOBILIZE",
    "SANCTION",
    "COERCE",
    "ASSAULT",
    "NONE",
];

/// Rows in a number of bits.
const BITS: usize = u64::BITS as usize;

/// The model of acts.
#[derive(Debug, Default)]
pub struct Model {
    acts: Table<CLASSES>,
    /// Rows that have a weight, a bit each: few have.
    some: Vec<u64>,
}

impl Model {
    /// The model of a file.
    pub fn open(file: &'static [u8]) -> Self {
        let acts = Table::open(file, "acts");
        let mut some = vec![0; acts.len().div_ceil(BITS)];
        for row in (0..acts.len()).filter(|row| acts.has(*row as u32)) {
            some[row / BITS] |= 1 << (row % BITS);
        }
        Self { acts, some }
    }

    /// Whether it knows nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.acts.len() == 0
    }

    /// Whether what is seen speaks for a class.
    pub(crate) fn speaks_for(&self, keys: &[u32], class: usize) -> bool {
        self.sums(keys).get(class).is_some_and(|sum| *sum > 0)
    }

    /// How likely each class is, given keys as they come: each counts once.
    pub(crate) fn judge(&self, mut keys: Vec<u32>) -> [f32; CLASSES] {
        // Few keys have a weight: only those need order.
        let mask = self.acts.len().wrapping_sub(1);
        keys.retain(|key| {
            let row = *key as usize & mask;
            self.some.get(row / BITS).is_some_and(|bits| bits >> (row % BITS) & 1 == 1)
        });
        sort(&mut keys, &Ord::cmp);
        keys.dedup();
        self.probabilities(&keys)
    }

    fn sums(&self, keys: &[u32]) -> [i32; CLASSES] {
        let mut sums = [0; CLASSES];
        self.acts.add(keys, &mut sums);
        sums
    }

    /// How likely each class is, given what is seen.
    pub fn probabilities(&self, keys: &[u32]) -> [f32; CLASSES] {
        let scores = self.acts.scores(self.sums(keys));
        let most = scores.iter().copied().fold(f32::MIN, f32::max);
        let parts = scores.map(|score| libm::expf(score - most));
        let all: f32 = parts.iter().sum();
        parts.map(|part| part / all)
    }
}
