//! One lexicon: an FST of keys over typed rows.
//!
//! A key is one or more words joined by single spaces. A `*` at the end of a key stands for any
//! ending of its last word (also none). Hyphens and clitics stand in keys as they do in print
//! ("guinea-bissau", "people's daily"), though tokens of their own. Matching walks the FST word by word, so a phrase costs no
//! more than its bytes. The FST is read in place; rows are cut once, when the lexicon is opened.

use fst::raw::{Fst, Node, Output};
use std::borrow::Cow;
use std::fmt;

/// A compiled lexicon, as `build.rs` leaves it.
#[derive(Debug)]
pub(crate) struct LexiconFile {
    pub(crate) fst: &'static [u8],
    pub(crate) rows: &'static str,
}

/// A typed row. `columns` has the cells in the order of the header, the key first.
pub(crate) trait Row: Sized {
    /// `None` for a row that does not fit; such a row is left out, and a test says that there is none.
    fn parse(columns: &[&'static str]) -> Option<Self>;
}

/// Keys and their rows.
pub(crate) struct Lexicon<R> {
    fst: Option<Fst<Cow<'static, [u8]>>>,
    rows: Vec<Option<R>>,
}

/// A key that fits the words given.
#[derive(Debug)]
pub(crate) struct Match<'l, R> {
    /// How many words it covers.
    pub(crate) words: usize,
    rows: &'l [Option<R>],
}

impl<'l, R> Match<'l, R> {
    /// The rows of the key, in the order of the file.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &'l R> + use<'l, R> {
        self.rows.iter().flatten()
    }

    /// The first row.
    pub(crate) fn first(&self) -> Option<&'l R> {
        self.rows.iter().flatten().next()
    }
}

impl<R> fmt::Debug for Lexicon<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Lexicon({} rows)", self.rows.len())
    }
}

impl<R: Row> Lexicon<R> {
    /// Opens a compiled lexicon.
    pub(crate) fn open(file: &LexiconFile) -> Self {
        Self { fst: Fst::new(Cow::Borrowed(file.fst)).ok(), rows: cut(file.rows) }
    }

    /// A small lexicon for a test: tab-separated rows, sorted by key.
    #[cfg(test)]
    pub(crate) fn from_rows(rows: &'static str) -> Self {
        let mut keys: Vec<(&str, u64)> = Vec::new();
        for (index, line) in rows.lines().enumerate() {
            let key = line.split('\t').next().unwrap_or_default();
            match keys.last_mut() {
                Some((last, value)) if *last == key => *value += 1,
                _ => keys.push((key, ((index as u64) << 16) | 1)),
            }
        }
        let fst = fst::Map::from_iter(keys)
            .ok()
            .and_then(|map| Fst::new(Cow::Owned(map.as_fst().as_bytes().to_vec())).ok());
        Self { fst, rows: cut(rows) }
    }

    /// Rows that could not be read.
    #[cfg(test)]
    pub(crate) fn unread(&self) -> usize {
        self.rows.iter().filter(|row| row.is_none()).count()
    }

    /// All rows, in the order of the file.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &R> {
        self.rows.iter().flatten()
    }

    /// The rows of exactly this key.
    pub(crate) fn get(&self, key: &str) -> Option<Match<'_, R>> {
        let output = self.fst.as_ref()?.get(key.as_bytes())?;
        Some(self.matched(output.value(), 1 + key.matches(' ').count()))
    }

    /// The longest key that the words begin with.
    pub(crate) fn longest<'w>(
        &self,
        words: impl IntoIterator<Item = &'w str>,
    ) -> Option<Match<'_, R>> {
        let mut longest = None;
        self.visit(words, |value, count| longest = Some((value, count)));
        longest.map(|(value, count)| self.matched(value, count))
    }

    /// All keys that the words begin with, shortest first.
    pub(crate) fn all<'w>(&self, words: impl IntoIterator<Item = &'w str>) -> Vec<Match<'_, R>> {
        let mut found = Vec::new();
        self.visit(words, |value, count| found.push((value, count)));
        found.into_iter().map(|(value, count)| self.matched(value, count)).collect()
    }

    fn matched(&self, value: u64, words: usize) -> Match<'_, R> {
        let start = (value >> 16) as usize;
        let end = start + (value & 0xffff) as usize;
        Match { words, rows: self.rows.get(start..end).unwrap_or_default() }
    }

    fn visit<'w>(
        &self,
        words: impl IntoIterator<Item = &'w str>,
        mut found: impl FnMut(u64, usize),
    ) {
        let Some(fst) = &self.fst else { return };
        let mut state = (fst.root(), Output::zero());
        let mut after_hyphen = false;
        for (index, word) in words.into_iter().enumerate() {
            let glue =
                word.bytes().next().filter(|_| after_hyphen || word.starts_with(['-', '\'']));
            let glued = index > 0 && glue.is_some_and(|byte| step(fst, state, byte).is_some());
            if index > 0 && !glued {
                let Some(next) = step(fst, state, b' ') else { return };
                state = next;
            }
            after_hyphen = word == "-";
            let mut open = None;
            for (at, byte) in word.bytes().enumerate() {
                // An open ending ends with its word, not behind the next.
                if at > 0 || !glued {
                    open = ending(fst, state).or(open);
                }
                let Some(next) = step(fst, state, byte) else {
                    if let Some(value) = open {
                        found(value, index + 1);
                    }
                    return;
                };
                state = next;
            }
            // A whole word beats an open ending, and a longer stem beats a shorter one.
            let whole = state.0.is_final().then(|| state.1.cat(state.0.final_output()).value());
            if let Some(value) = whole.or_else(|| ending(fst, state)).or(open) {
                found(value, index + 1);
            }
        }
    }
}

type State<'f> = (Node<'f>, Output);

fn step<'f>(fst: &'f Fst<Cow<'static, [u8]>>, state: State<'f>, byte: u8) -> Option<State<'f>> {
    let transition = state.0.transition(state.0.find_input(byte)?);
    Some((fst.node(transition.addr), state.1.cat(transition.out)))
}

/// The value of the key that ends here in `*`.
fn ending<'f>(fst: &'f Fst<Cow<'static, [u8]>>, state: State<'f>) -> Option<u64> {
    let (node, output) = step(fst, state, b'*')?;
    node.is_final().then(|| output.cat(node.final_output()).value())
}

fn cut<R: Row>(rows: &'static str) -> Vec<Option<R>> {
    rows.lines().map(|line| R::parse(&line.split('\t').collect::<Vec<_>>())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Label(&'static str);

    impl Row for Label {
        fn parse(columns: &[&'static str]) -> Option<Self> {
            columns.get(1).map(|label| Self(label))
        }
    }

    fn lexicon() -> Lexicon<Label> {
        Lexicon::from_rows(
            "foreign\ta\nforeign minister\tb\nforeign minister\tc\nnegotiat*\td\nsit down with\te",
        )
    }

    fn labels(text: &str) -> Vec<(usize, &'static str)> {
        lexicon()
            .all(text.split(' '))
            .into_iter()
            .flat_map(|found| found.rows().map(move |row| (found.words, row.0)))
            .collect()
    }

    #[test]
    fn phrases_match_word_by_word() {
        assert_eq!(labels("foreign minister said"), [(1, "a"), (2, "b"), (2, "c")]);
        assert_eq!(labels("foreigner"), []);
        assert_eq!(labels("sit down"), []);
        assert_eq!(labels("sit down with"), [(3, "e")]);
        let lexicon = lexicon();
        assert_eq!(lexicon.longest(["foreign", "minister"]).map(|found| found.words), Some(2));
        assert_eq!(lexicon.unread(), 0);
    }

    #[test]
    fn a_star_stands_for_any_ending() {
        assert_eq!(labels("negotiated hard"), [(1, "d")]);
        assert_eq!(labels("negotiat"), [(1, "d")]);
        assert_eq!(labels("negoti"), []);
    }

    #[test]
    fn hyphens_and_clitics_stand_as_in_print() {
        let lexicon = Lexicon::<Label>::from_rows(
            "al-qaeda\ta\nceasefire*\tb\nguinea\tc\nguinea-bissau\td\npeople's daily\te",
        );
        let labels = |text: &str| -> Vec<(usize, &'static str)> {
            let found = lexicon.all(text.split(' '));
            found.iter().flat_map(|one| one.rows().map(|row| (one.words, row.0))).collect()
        };
        assert_eq!(labels("guinea - bissau said"), [(1, "c"), (3, "d")]);
        assert_eq!(labels("guinea 's"), [(1, "c")]);
        assert_eq!(labels("al - qaeda"), [(3, "a")]);
        assert_eq!(labels("al qaeda"), []);
        assert_eq!(labels("people 's daily"), [(3, "e")]);
        assert_eq!(labels("ceasefire 's end"), [(1, "b")]);
    }

    #[test]
    fn a_key_is_found_whole() {
        assert_eq!(lexicon().get("foreign minister").map(|found| found.rows().count()), Some(2));
        assert!(lexicon().get("minister").is_none());
        assert_eq!(lexicon().iter().count(), 5);
    }
}
