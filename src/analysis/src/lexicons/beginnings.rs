//! How keys begin, as bits by hash: most words of a text begin no key, and one look tells so (a Bloom
//! filter with one hash).

/// Bytes of a beginning.
const BEGINNING: usize = 4;
/// Bits of the table: a power of two.
const BITS: usize = 1 << 14;

/// The beginnings of a set of keys.
#[derive(Clone, Debug)]
pub(crate) struct Beginnings {
    bits: Vec<u64>,
    /// Stems before a `*` that are shorter than a beginning.
    stems: Vec<String>,
}

impl Beginnings {
    /// The beginnings of these keys.
    pub(crate) fn of(keys: &mut dyn Iterator<Item = &str>) -> Self {
        let mut found = Self { bits: vec![0; BITS / 64], stems: Vec::new() };
        for key in keys {
            if let Some((stem, _)) = key.split_once('*').filter(|(stem, _)| stem.len() < BEGINNING)
            {
                found.stems.push(stem.to_owned());
            }
            let beginning = cut(key);
            // A word may also be the first part of the key.
            for end in 1..=beginning.len() {
                let bit = bit(&beginning[..end]);
                found.bits[bit / 64] |= 1 << (bit % 64);
            }
        }
        found
    }

    /// Whether a key may begin with this word.
    pub(crate) fn may(&self, word: &str) -> bool {
        let bit = bit(cut(word));
        self.bits.get(bit / 64).is_some_and(|bits| bits >> (bit % 64) & 1 == 1)
            || self.stems.iter().any(|stem| word.starts_with(stem.as_str()))
    }
}

fn cut(word: &str) -> &[u8] {
    word.as_bytes().get(..BEGINNING).unwrap_or(word.as_bytes())
}

fn bit(beginning: &[u8]) -> usize {
    let packed = beginning.iter().fold(0_u32, |packed, byte| packed << 8 | u32::from(*byte));
    (packed.wrapping_mul(0x9e37_79b1) >> (32 - BITS.trailing_zeros())) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_is_missed() {
        let keys = ["al-qaeda", "eu", "foreign minister", "spy*", "negotiat*"];
        let beginnings = Beginnings::of(&mut keys.into_iter());
        for word in ["al", "al-qaeda", "eu", "foreign", "spy", "spying", "negotiated"] {
            assert!(beginnings.may(word), "{word}");
        }
        assert!(!beginnings.may("water"));
    }
}
