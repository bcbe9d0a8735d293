//! The keys of a lexicon, and how words find them: the first word by its hash, the rest byte by byte.

use super::filter::{Filter, SHORT, ends, hash};
use super::stems::Stems;
use std::cmp::Ordering;

/// Sorted keys with what finds them; the same code for rows of every type.
pub(super) struct Keys {
    pub(super) sorted: Vec<Key>,
    /// Whole keys as well.
    firsts: Firsts,
    stems: Stems,
}

/// A key and the number of its first row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    text: &'static str,
    pub(super) row: usize,
}

impl Keys {
    /// The keys of tab-separated rows.
    pub(super) fn of(text: &'static str) -> Self {
        let mut keys: Vec<Key> = Vec::new();
        for (row, line) in text.lines().enumerate() {
            let key = line.split('\t').next().unwrap_or_default();
            if keys.last().is_none_or(|last| last.text != key) {
                keys.push(Key { text: key, row });
            }
        }
        let firsts = Firsts::of(&keys);
        let stems = Stems::of(keys.iter().map(|key| key.text));
        Self { sorted: keys, firsts, stems }
    }

    /// The number of exactly this key.
    pub(super) fn get(&self, key: &str) -> Option<usize> {
        self.first(key)?.whole()
    }

    /// The keys that begin with this whole word, or with these words if they are a key.
    fn first(&self, word: &str) -> Option<State<'_>> {
        self.firsts.get(word, &self.sorted)
    }

    /// The keys that begin with this word; all keys where it may begin with a stem.
    pub(super) fn begin(&self, word: &str) -> Option<State<'_>> {
        if self.stems.may(word) {
            return Some(State { keys: &self.sorted, first: 0, depth: 0 });
        }
        self.first(word)
    }
}

/// The keys by their first words, in a table of hashes.
struct Firsts {
    filter: Filter,
    /// Twice as many places as first words at least, each in the first free place from its own on.
    places: Vec<First>,
}

/// A first word: its bytes, and the keys that begin with it. No keys: a free place.
#[derive(Clone, Copy, Default)]
struct First {
    /// See [`ends`].
    ends: u64,
    key: u32,
    count: u16,
    length: u16,
}

impl Firsts {
    fn of(keys: &[Key]) -> Self {
        let mut words: Vec<First> = Vec::with_capacity(keys.len());
        // Those that the key at hand begins with, the longest last: such keys stand together.
        let mut open: Vec<usize> = Vec::new();
        for (number, key) in keys.iter().enumerate() {
            while let Some(last) = open.last().and_then(|last| words.get(*last)) {
                let text = text(keys, last);
                if key.text.starts_with(text) {
                    break;
                }
                open.pop();
            }
            for length in first_words(key.text) {
                let same = |at: &&usize| {
                    words.get(**at).is_some_and(|first| usize::from(first.length) == length)
                };
                let known = open.iter().find(same).and_then(|at| words.get_mut(*at));
                if let Some(known) = known {
                    known.count = (number + 1 - known.key as usize) as u16;
                } else {
                    open.push(words.len());
                    words.push(First {
                        ends: 0,
                        key: number as u32,
                        count: 1,
                        length: length as u16,
                    });
                }
            }
        }
        let mut places = vec![First::default(); (2 * words.len() + 1).next_power_of_two()];
        let mut filter = Filter::with_room(words.len());
        let mask = places.len() - 1;
        for first in words {
            let word = text(keys, &first);
            let hash = hash(word);
            filter.add(hash);
            let mut at = hash as usize & mask;
            while places.get(at).is_some_and(|place| place.count > 0) {
                at = (at + 1) & mask;
            }
            if let Some(place) = places.get_mut(at) {
                *place = First { ends: ends(word), ..first };
            }
        }
        Self { filter, places }
    }

    fn get<'k>(&self, word: &str, keys: &'k [Key]) -> Option<State<'k>> {
        let hash = hash(word);
        if !self.filter.may(hash) {
            return None;
        }
        let mask = self.places.len().wrapping_sub(1);
        let ends = ends(word);
        let mut at = hash as usize & mask;
        loop {
            let place = self.places.get(at).filter(|place| place.count > 0)?;
            let first = place.key as usize;
            let found = || keys.get(first..first + usize::from(place.count));
            if place.ends == ends
                && usize::from(place.length) == word.len()
                && (word.len() <= SHORT || text(keys, place) == word)
            {
                return Some(State { keys: found()?, first, depth: word.len() });
            }
            at = (at + 1) & mask;
        }
    }
}

/// The bytes of a first word.
fn text(keys: &[Key], first: &First) -> &'static str {
    let key = keys.get(first.key as usize).map_or("", |key| key.text);
    key.get(..first.length.into()).unwrap_or_default()
}

/// Where the first word of a key may end: at a space, before a hyphen or an apostrophe (tokens that
/// need no space), and behind a hyphen that opens it; at last the whole key.
fn first_words(key: &str) -> impl Iterator<Item = usize> {
    let word = key.split(' ').next().unwrap_or_default();
    let marks = word.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'-' | b'\''));
    let ends = marks.map(|(at, _)| at).chain([word.len(), key.len()]).filter(|end| *end > 0);
    let opened = word.starts_with('-') && word.len() > 1;
    opened.then_some(1).into_iter().chain(ends)
}

/// The keys that begin with the bytes read so far.
#[derive(Clone, Copy)]
pub(super) struct State<'k> {
    keys: &'k [Key],
    /// Number of the first of them in the lexicon.
    first: usize,
    /// How many bytes were read.
    depth: usize,
}

impl State<'_> {
    /// Tells each key that the words begin with: its number, and how many words it covers. Begins
    /// behind the first word, or with all keys.
    pub(super) fn visit<'w>(
        self,
        first: &'w str,
        rest: &mut dyn Iterator<Item = &'w str>,
        found: &mut dyn FnMut(usize, usize),
    ) {
        let mut state = self;
        let mut after_hyphen = false;
        for (index, word) in std::iter::once(first).chain(rest).enumerate() {
            let glue =
                word.bytes().next().filter(|_| after_hyphen || word.starts_with(['-', '\'']));
            let glued = index > 0 && glue.is_some_and(|byte| state.step(byte).is_some());
            if index > 0 && !glued {
                let Some(next) = state.step(b' ') else { return };
                state = next;
            }
            after_hyphen = word == "-";
            let mut open = None;
            let read = if index == 0 { state.depth } else { 0 };
            for (at, byte) in word.bytes().enumerate().skip(read) {
                // An open ending ends with its word, not behind the next.
                if at > 0 || !glued {
                    open = state.ending().or(open);
                }
                let Some(next) = state.step(byte) else {
                    if let Some(key) = open {
                        found(key, index + 1);
                    }
                    return;
                };
                state = next;
            }
            // A whole word beats an open ending, and a longer stem beats a shorter one.
            if let Some(key) = state.whole().or_else(|| state.ending()).or(open) {
                found(key, index + 1);
            }
        }
    }

    fn step(self, byte: u8) -> Option<Self> {
        let next = |key: &Key| key.text.as_bytes().get(self.depth).map(|next| next.cmp(&byte));
        let start = self.keys.partition_point(|key| next(key).is_none_or(Ordering::is_lt));
        let rest = self.keys.get(start..)?;
        let count = rest.partition_point(|key| next(key) == Some(Ordering::Equal));
        let keys = rest.get(..count).filter(|keys| !keys.is_empty())?;
        Some(Self { keys, first: self.first + start, depth: self.depth + 1 })
    }

    /// The key that ends here.
    fn whole(self) -> Option<usize> {
        (self.keys.first()?.text.len() == self.depth).then_some(self.first)
    }

    /// The key that ends here in `*`.
    fn ending(self) -> Option<usize> {
        self.step(b'*')?.whole()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// As if all keys were narrowed byte by byte, from the first word on.
        #[test]
        fn the_first_word_is_found_as_by_narrowing(words in prop::collection::vec(prop::sample::select(vec![
            "foreign", "minister", "negotiat", "negotiated", "sit", "al", "-", "'s", "qaeda", "a",
            "guinea", "people", "o'brien", "o", "'brien", "spy", "spying", "-x", "",
        ]), 0..6)) {
            let keys = Keys::of(
                "-x\na\nal\nal'a\nal-qaeda\nalba*\nforeign\nforeign minister\nguinea-a\nguinea-a b\n\
                 negotiat*\no'brien\no'brien a*\npeople's\nsit al\nsp*\nspy*\nspying a",
            );
            let found = |whole: bool| {
                let mut found = Vec::new();
                let mut words = words.iter().copied();
                let Some(first) = words.next() else { return found };
                let state = if whole {
                    Some(State { keys: &keys.sorted, first: 0, depth: 0 })
                } else {
                    keys.begin(first)
                };
                if let Some(state) = state {
                    state.visit(first, &mut words, &mut |key, count| found.push((key, count)));
                }
                found
            };
            if words.first() != Some(&"") {
                prop_assert_eq!(found(true), found(false));
            }
        }
    }

    #[test]
    fn every_key_is_found() {
        let text = "a\na b\na-b\na-c d\na-c's\nab\nab'c\nabc\nb*\nb-c\nb-d\nb-e\nbc\nc";
        let keys = Keys::of(text);
        for (number, key) in text.lines().enumerate() {
            assert_eq!(keys.get(key), Some(number), "{key}");
        }
        for other in ["", "a ", "a-", "a-c", "b", "b-", "d", "a b c"] {
            assert_eq!(keys.get(other), None, "{other}");
        }
    }
}
