//! Tables of hashed features: a row a key, one signed byte a column, read in place.
//!
//! Keys share rows where they must (Weinberger et al., Feature hashing, 2009); the number of rows is
//! a power of two. Sums are exact integers until they are scaled once.

use super::format::{STEP_UNIT, entry};

/// A level as files of tables have it, and back: zero is not the byte zero. Nearly all levels are
/// zero, and what packs programs takes runs of zero bytes apart, which costs more than it saves.
pub const fn offset_binary(level: u8) -> u8 {
    level ^ 0x80
}

/// A table of weights.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table<const COLUMNS: usize> {
    rows: &'static [[u8; COLUMNS]],
    /// Rows that have a weight, a bit each: few have, and these bits stay in the processor's nearest
    /// memory.
    some: Vec<u64>,
    /// What one level counts.
    scale: f32,
}

impl<const COLUMNS: usize> Table<COLUMNS> {
    /// The table of a file by name; an empty one if the file lacks it.
    pub(crate) fn open(file: &'static [u8], name: &str) -> Self {
        let found = entry(file, name)
            .filter(|found| found.columns == COLUMNS && found.rows.is_power_of_two());
        let Some(found) = found else { return Self::default() };
        let levels = file.get(found.start..found.start + found.rows * COLUMNS);
        let (rows, _) = levels.unwrap_or_default().as_chunks();
        let bits = |rows: &[[u8; COLUMNS]]| {
            let some = |row: &[u8; COLUMNS]| row.iter().any(|level| offset_binary(*level) != 0);
            rows.iter().rev().fold(0, |bits, row| bits << 1 | u64::from(some(row)))
        };
        let some = rows.chunks(u64::BITS as usize).map(bits).collect();
        Self { rows, some, scale: small(found.step) / small(STEP_UNIT) }
    }

    /// Whether it has no rows.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Adds the rows of keys to sums; the keys are used up.
    pub(crate) fn add(&self, keys: &mut [u32], sums: &mut [i32; COLUMNS]) {
        let mask = self.rows.len().wrapping_sub(1);
        let mut count = 0;
        // No branch: guessing whether a row has a weight costs more.
        for at in 0..keys.len() {
            let row = keys[at] as usize & mask;
            let bits = self.some.get(row / 64).copied().unwrap_or_default();
            keys[count] = row as u32;
            count += (bits >> (row % 64) & 1) as usize;
        }
        for row in keys.iter().take(count) {
            let Some(row) = self.rows.get(*row as usize) else { break };
            for (sum, level) in sums.iter_mut().zip(row) {
                *sum += i32::from(offset_binary(*level).cast_signed());
            }
        }
    }

    /// Leaves those keys whose row has a weight.
    pub(crate) fn retain(&self, keys: &mut Vec<u32>) {
        let mask = self.rows.len().wrapping_sub(1);
        keys.retain(|key| {
            let row = *key as usize & mask;
            self.some.get(row / 64).is_some_and(|bits| bits >> (row % 64) & 1 == 1)
        });
    }

    /// Sums as scores.
    pub(crate) fn scores(&self, sums: [i32; COLUMNS]) -> [f32; COLUMNS] {
        sums.map(|sum| small(sum) * self.scale)
    }
}

/// A number of at most 16 bits, which a float holds exactly.
fn small(number: i32) -> f32 {
    f32::from(number.clamp(i16::MIN.into(), i16::MAX.into()) as i16)
}
