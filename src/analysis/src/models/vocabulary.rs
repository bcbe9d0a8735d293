//! Which words have a row of their own: a cuckoo table of fingerprints (Pagh and Rodler 2004, with
//! three places a word). The place of a word is its row, so the table holds no words and no rows.
//!
//! A word outside the vocabulary is taken for one inside it about once in a hundred times.

/// Places where a word may stand.
const PLACES: u32 = 3;

/// The places of a word in a table of `len` slots.
pub fn places(word: u32, len: usize) -> [usize; PLACES as usize] {
    [1, 2, 3].map(|salt: u32| mix(word ^ salt.wrapping_mul(0x9e37_79b1)) as usize % len.max(1))
}

/// The fingerprint of a word; 0 stands for an empty slot.
pub fn fingerprint(word: u32) -> u8 {
    (mix(word ^ 0x51ed_270b) % 255 + 1) as u8
}

/// The row of a word in a table of fingerprints, if it has one.
pub fn row(table: &[u8], word: u32) -> Option<usize> {
    let wanted = fingerprint(word);
    places(word, table.len()).into_iter().find(|place| table.get(*place) == Some(&wanted))
}

fn mix(mut value: u32) -> u32 {
    value ^= value >> 16;
    value = value.wrapping_mul(0x7feb_352d);
    value ^= value >> 15;
    value = value.wrapping_mul(0x846c_a68b);
    value ^ (value >> 16)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::format::entry;
    use proptest::prelude::*;

    #[test]
    fn an_empty_table_holds_no_word() {
        for word in (0..u32::MAX).step_by(65_521) {
            assert_eq!(row(&[], word), None);
            assert_eq!(row(&[0; 64], word), None, "0 stands for an empty slot");
        }
    }

    proptest! {
        #[test]
        fn a_word_is_found_where_it_stands(word in any::<u32>(), at in 0_usize..3, len in 1_usize..5_000) {
            let place = places(word, len)[at];
            let mut table = vec![0; len];
            table[place] = fingerprint(word);
            prop_assert_eq!(row(&table, word), Some(place));
        }

        #[test]
        fn a_row_is_a_place_of_the_word(word in any::<u32>(), table in prop::collection::vec(any::<u8>(), 0..300)) {
            if let Some(row) = row(&table, word) {
                prop_assert!(places(word, table.len()).contains(&row));
                prop_assert_eq!(table[row], fingerprint(word));
            }
        }
    }

    /// Hashes that belong to no word, in the table of the product.
    #[test]
    fn few_other_words_are_taken_for_one_of_the_vocabulary() {
        let file = include_bytes!("../../model/language.bin");
        let found = entry(file, "words").expect("a vocabulary");
        let table = &file[found.start..found.start + found.rows];
        assert!(table.iter().any(|slot| *slot != 0));
        let count = 100_000;
        let taken = (0..count).filter(|word| row(table, mix(word ^ 0x5bd1_e995)).is_some()).count();
        assert!(taken * 50 < count as usize, "{taken} of {count}");
    }
}
