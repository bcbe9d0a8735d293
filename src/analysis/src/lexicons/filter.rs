//! Which words a list may have, as bits by hash: most words of a text are in no list, and one look
//! tells so (a Bloom filter with one hash).

/// Bits for each word at least.
const SPARSE: usize = 8;

/// Words that a list may have.
#[derive(Clone, Debug)]
pub(crate) struct Filter {
    bits: Vec<u64>,
}

impl Filter {
    /// With room for so many words.
    pub(crate) fn with_room(words: usize) -> Self {
        Self { bits: vec![0; (words * SPARSE / 64 + 1).next_power_of_two()] }
    }

    /// Adds a word by its hash.
    pub(crate) fn add(&mut self, hash: u32) {
        let place = self.place(hash);
        if let Some(bits) = self.bits.get_mut(place) {
            *bits |= 1 << (hash % 64);
        }
    }

    /// Whether the list may have the word of this hash.
    pub(crate) fn may(&self, hash: u32) -> bool {
        self.bits.get(self.place(hash)).is_some_and(|bits| bits >> (hash % 64) & 1 == 1)
    }

    const fn place(&self, hash: u32) -> usize {
        (hash as usize / 64) & (self.bits.len() - 1)
    }
}

/// The first and last four bytes of a word, or all: with its length the whole of a short word.
pub(super) fn ends(word: &str) -> u64 {
    let bytes = word.as_bytes();
    match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        (Some(first), Some(last)) => {
            u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last))
        }
        _ => bytes.iter().fold(0, |ends, byte| ends << 8 | u64::from(*byte)),
    }
}

/// The longest word that its ends and length tell from all others.
pub(super) const SHORT: usize = 8;

/// A hash of a word's ends and length: long words may share one, and few do.
pub(crate) fn hash(word: &str) -> u32 {
    let length = (word.len() as u64) << 56;
    ((ends(word) ^ length).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_missed_and_few_others_pass() {
        let words: Vec<String> = (0..4_000).map(|at: u32| format!("{}w", at * at)).collect();
        let mut filter = Filter::with_room(words.len());
        for word in &words {
            filter.add(hash(word));
        }
        assert!(words.iter().all(|word| filter.may(hash(word))));
        let others = (0..4_000).filter(|at| filter.may(hash(&format!("other{at}")))).count();
        assert!(others < 1_000, "{others} of 4000");
    }

    #[test]
    fn words_that_differ_have_different_hashes() {
        let words = ["", "a", "b", "ab", "ba", "the", "then", "thenthen", "minister", "ministers"];
        let hashes: std::collections::BTreeSet<u32> = words.into_iter().map(hash).collect();
        assert_eq!(hashes.len(), words.len());
    }
}
