//! How often words are part of cues in the annotated texts, in a few steps: a table of the model.

use crate::models::format::entry;
use crate::models::table::offset_binary;

/// Rows of the table: a power of two, so that few words share one.
pub const ROWS: usize = 1 << 18;

/// The step of each word by the hash of its form or lemma.
#[derive(Debug, Default)]
pub struct Habits {
    steps: &'static [u8],
}

impl Habits {
    /// The table of a model's file; an empty one if the file lacks it.
    pub(crate) fn open(file: &'static [u8], name: &str) -> Self {
        let found = entry(file, name).filter(|found| found.rows == ROWS && found.columns == 1);
        let steps = found.and_then(|found| file.get(found.start..found.start + ROWS));
        Self { steps: steps.unwrap_or_default() }
    }

    /// The step of a key.
    pub(crate) fn step(&self, key: u32) -> u32 {
        self.steps.get(row(key)).map_or(0, |step| u32::from(offset_binary(*step)))
    }
}

/// The row of a key.
pub fn row(key: u32) -> usize {
    key as usize & (ROWS - 1)
}

/// The step of a word by how often it is part of a cue, and how often it occurs: 0 for a word that
/// never is, then by share.
pub fn step(in_cue: u32, all: u32) -> u32 {
    match in_cue {
        0 => 0,
        _ if in_cue * 20 < all => 2,
        _ if in_cue * 5 < all => 3,
        _ if in_cue * 2 < all => 4,
        _ if in_cue * 5 < all * 4 => 5,
        _ => 6,
    }
}
