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
