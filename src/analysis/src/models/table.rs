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

/// What [`offset_binary`] makes of zero.
const ZERO: u8 = offset_binary(0);

/// Rows whose bytes add up to 16 bits at most.
const AT_ONCE: usize = 256;

/// A table of weights.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table<const COLUMNS: usize> {
    rows: &'static [[u8; COLUMNS]],
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
        Self { rows, scale: small(found.step) / small(STEP_UNIT) }
    }

    /// Number of rows.
    pub(crate) const fn len(&self) -> usize {
        self.rows.len()
    }

    /// What one level counts.
    pub(crate) const fn scale(&self) -> f32 {
        self.scale
    }

    fn row(&self, key: u32) -> Option<&[u8; COLUMNS]> {
        self.rows.get(key as usize & self.rows.len().wrapping_sub(1))
    }

    /// Adds the rows of keys to sums.
    pub(crate) fn add(&self, keys: &[u32], sums: &mut [i32; COLUMNS]) {
        for keys in keys.chunks(AT_ONCE) {
            // Bytes as they are, and what zero makes of all of them taken off at the end. Rows without
            // a weight are added too: most keys have one, and to ask costs more.
            let mut bytes = [0_u16; COLUMNS];
            let mut rows = 0;
            for row in keys.iter().map_while(|key| self.row(*key)) {
                for (sum, level) in bytes.iter_mut().zip(row) {
                    *sum += u16::from(*level);
                }
                rows += i32::from(ZERO);
            }
            for (sum, bytes) in sums.iter_mut().zip(bytes) {
                *sum += i32::from(bytes) - rows;
            }
        }
    }

    /// Whether the row of a key has a weight.
    pub(crate) fn has(&self, key: u32) -> bool {
        self.row(key).is_some_and(|row| *row != [ZERO; COLUMNS])
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
