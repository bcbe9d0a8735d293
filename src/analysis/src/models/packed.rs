//! A model's file for sending: tables in which nearly all levels are zero, as bits that say where the
//! others stand, then those others column by column. Whatever compresses a program does worse with
//! long rows of the same byte. The build packs a file, and opening the models unpacks it.
//!
//! ```text
//! the file up to its weights
//! per matrix: a bit a row, whether it has a level | per column: a bit for each such row | the levels
//! ```

use super::format::{ENTRY, HEADER, MOST_COLUMNS};

/// The byte that stands for no weight in a table.
const NONE: u8 = 0x80;

/// Rows and columns of each matrix, and where the weights begin.
fn matrices(file: &[u8]) -> Option<(Vec<(usize, usize)>, usize)> {
    let number = |at: usize| {
        let part = file.get(at..at + 4)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(part)).ok()
    };
    let count = number(8)?;
    let entry = |index: usize| {
        let at = HEADER + index * ENTRY;
        number(at + 8).zip(number(at + 12)).filter(|(_, columns)| *columns <= MOST_COLUMNS)
    };
    let sizes = (0..count).map(entry).collect::<Option<Vec<_>>>()?;
    Some((sizes, HEADER + count * ENTRY))
}

/// A file packed; nothing if it is no model's.
pub fn pack(file: &[u8]) -> Option<Vec<u8>> {
    let (sizes, start) = matrices(file)?;
    let mut packed = file.get(..start)?.to_vec();
    let mut rest = file.get(start..)?;
    for (rows, columns) in sizes {
        let (matrix, after) = rest.split_at_checked(rows * columns)?;
        rest = after;
        let has_level = |row: &&[u8]| row.iter().any(|level| *level != NONE);
        let some: Vec<&[u8]> = matrix.chunks(columns.max(1)).filter(has_level).collect();
        push_bits(matrix.chunks(columns.max(1)).map(|row| has_level(&row)), &mut packed);
        for column in 0..columns {
            push_bits(some.iter().map(|row| row[column] != NONE), &mut packed);
        }
        for column in 0..columns {
            packed.extend(some.iter().map(|row| row[column]).filter(|level| *level != NONE));
        }
    }
    Some(packed)
}

fn push_bits(bits: impl Iterator<Item = bool>, to: &mut Vec<u8>) {
    for (at, bit) in bits.enumerate() {
        if at % 8 == 0 {
            to.push(0);
        }
        if let Some(last) = to.last_mut() {
            *last |= u8::from(bit) << (at % 8);
        }
    }
}

/// The file that was packed; nothing if these bytes are no packed file.
pub fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let (sizes, start) = matrices(packed)?;
    let mut file = packed.get(..start)?.to_vec();
    let mut rest = packed.get(start..)?;
    let mut take = |length: usize| {
        let (part, after) = rest.split_at_checked(length)?;
        rest = after;
        Some(part)
    };
    for (rows, columns) in sizes {
        let some: Vec<usize> = places(take(rows.div_ceil(8))?, rows).collect();
        let bits = some.len().div_ceil(8);
        let from = file.len();
        file.resize(from + rows * columns, NONE);
        let columns_bits = take(bits * columns)?;
        for (column, bits) in columns_bits.chunks(bits.max(1)).enumerate() {
            let rows: Vec<usize> = places(bits, some.len()).collect();
            for (row, level) in rows.iter().zip(take(rows.len())?) {
                let place = from + some.get(*row)? * columns + column;
                *file.get_mut(place)? = *level;
            }
        }
    }
    Some(file)
}

/// The places of bits.
fn places(bits: &[u8], count: usize) -> impl Iterator<Item = usize> {
    (0..count).filter(|at| bits.get(at / 8).is_some_and(|byte| byte >> (at % 8) & 1 == 1))
}

#[cfg(test)]
mod tests {
    use super::super::format::{Stored, write};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_product_packs_its_own_file() {
        let file = include_bytes!("../../model/attributions.bin");
        let packed = pack(file).expect("a model");
        assert!(packed.len() * 4 < file.len(), "{} bytes", packed.len());
        assert!(unpack(&packed).is_some_and(|unpacked| unpacked == file));
    }

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(
            sizes in prop::collection::vec((0_usize..40, 1_usize..5), 0..4),
            levels in prop::collection::vec(prop_oneof![3 => Just(i8::MIN), 1 => any::<i8>()], 800),
        ) {
            let matrix = |(rows, columns): &(usize, usize)| Stored {
                name: "m".to_owned(),
                rows: *rows,
                columns: *columns,
                step: 1,
                levels: levels.iter().copied().take(rows * columns).collect(),
            };
            let file = write(&sizes.iter().map(matrix).collect::<Vec<_>>(), 1);
            let packed = pack(&file).expect("a model");
            prop_assert_eq!(unpack(&packed), Some(file));
            for end in 0..packed.len() {
                prop_assert_eq!(unpack(&packed[..end]), None);
            }
        }

        #[test]
        fn any_bytes_are_unpacked_or_refused(bytes in prop::collection::vec(0_u8..3, 0..200)) {
            let _ = unpack(&bytes);
        }
    }
}
