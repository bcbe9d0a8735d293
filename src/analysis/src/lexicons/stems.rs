//! How stems begin: keys whose first word ends in `*`. Most words begin like none of them, and one
//! look tells so.

/// Bytes of a beginning.
const BEGINNING: usize = 4;
/// Bits of the table: a power of two.
const BITS: usize = 1 << 14;

/// The beginnings of stems.
#[derive(Clone, Debug, Default)]
pub(super) struct Stems {
    /// By hash; empty without stems.
    bits: Vec<u64>,
    /// Stems that are shorter than a beginning.
    short: Vec<&'static str>,
}

impl Stems {
    /// The stems among keys.
    pub(super) fn of(keys: impl Iterator<Item = &'static str>) -> Self {
        let mut found = Self::default();
        for key in keys {
            let word = key.split(' ').next().unwrap_or_default();
            let Some(stem) = word.strip_suffix('*') else { continue };
            let Some(beginning) = stem.as_bytes().first_chunk() else {
                found.short.push(stem);
                continue;
            };
            found.bits.resize(BITS / 64, 0);
            let bit = bit(*beginning);
            if let Some(bits) = found.bits.get_mut(bit / 64) {
                *bits |= 1 << (bit % 64);
            }
        }
        found
    }

    /// Whether a word may begin with a stem.
    pub(super) fn may(&self, word: &str) -> bool {
        let long = word.as_bytes().first_chunk().is_some_and(|beginning| {
            let bit = bit(*beginning);
            self.bits.get(bit / 64).is_some_and(|bits| bits >> (bit % 64) & 1 == 1)
        });
        long || self.short.iter().any(|stem| word.starts_with(stem))
    }
}

fn bit(beginning: [u8; BEGINNING]) -> usize {
    let packed = u32::from_le_bytes(beginning);
    (packed.wrapping_mul(0x9e37_79b1) >> (32 - BITS.trailing_zeros())) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_stem_is_missed() {
        let stems = Stems::of(["foreign minister", "negotiat*", "spy*", "peace talk*"].into_iter());
        for word in ["negotiat", "negotiated", "spy", "spying"] {
            assert!(stems.may(word), "{word}");
        }
        for word in ["water", "foreign", "peace", "sp", ""] {
            assert!(!stems.may(word), "{word}");
        }
    }
}
