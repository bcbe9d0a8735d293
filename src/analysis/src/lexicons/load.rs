//! One lexicon: sorted keys over typed rows.
//!
//! A key is one or more words joined by single spaces. A `*` at the end of a key stands for any
//! ending of its last word (also none). Hyphens and clitics stand in keys as they do in print
//! ("guinea-bissau", "people's daily"), though tokens of their own. The first word is found by its
//! hash; the rest narrows the range of keys byte by byte, so a phrase costs no more than its bytes.
//! Keys and rows are cut once, when the lexicon is opened; an automaton of the keys would be as much
//! again to download.

use super::keys::Keys;
use super::unpack::unpack;
use std::fmt;
use std::sync::OnceLock;

/// A checked lexicon, as `build.rs` leaves it: its rows, sorted and packed.
#[derive(Debug)]
pub(crate) struct LexiconFile {
    packed: &'static str,
    columns: usize,
    /// Unpacked when first asked for.
    rows: OnceLock<String>,
}

impl LexiconFile {
    pub(super) const fn new(packed: &'static str, columns: usize) -> Self {
        Self { packed, columns, rows: OnceLock::new() }
    }

    /// The rows as they stand in the list.
    pub(crate) fn rows(&self) -> &str {
        self.rows.get_or_init(|| unpack(self.packed, self.columns))
    }
}

/// A typed row. `columns` has the cells in the order of the header, the key first.
pub(crate) trait Row: Sized {
    /// `None` for a row that does not fit; such a row is left out, and a test says that there is none.
    fn parse(columns: &[&'static str]) -> Option<Self>;
}

/// Keys and their rows.
pub(crate) struct Lexicon<R> {
    keys: Keys,
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
    pub(crate) fn open(file: &'static LexiconFile) -> Self {
        Self::from_rows(file.rows())
    }

    /// A lexicon of tab-separated rows, sorted by key.
    pub(crate) fn from_rows(text: &'static str) -> Self {
        let mut rows = Vec::new();
        each_row(text, &mut |cells| rows.push(R::parse(cells)));
        Self { keys: Keys::of(text), rows }
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

    /// A row by its number among those that were read.
    pub(crate) fn row(&self, number: usize) -> Option<&R> {
        self.rows.get(number)?.as_ref()
    }

    /// The rows of exactly this key.
    pub(crate) fn get(&self, key: &str) -> Option<Match<'_, R>> {
        let found = self.keys.get(key)?;
        Some(self.matched(found, 1 + key.bytes().filter(|byte| *byte == b' ').count()))
    }

    /// The longest key that the words begin with.
    pub(crate) fn longest<'w>(
        &self,
        words: impl IntoIterator<Item = &'w str>,
    ) -> Option<Match<'_, R>> {
        let mut longest = None;
        self.visit(words, &mut |value, count| longest = Some((value, count)));
        longest.map(|(value, count)| self.matched(value, count))
    }

    /// All keys that the words begin with, shortest first.
    pub(crate) fn all<'w>(&self, words: impl IntoIterator<Item = &'w str>) -> Vec<Match<'_, R>> {
        let mut found = Vec::new();
        self.visit(words, &mut |value, count| found.push(self.matched(value, count)));
        found
    }

    fn visit<'w>(
        &self,
        words: impl IntoIterator<Item = &'w str>,
        found: &mut dyn FnMut(usize, usize),
    ) {
        let mut words = words.into_iter();
        // Most words begin no key.
        let Some(first) = words.next() else { return };
        if let Some(state) = self.keys.begin(first) {
            state.visit(first, &mut words, found);
        }
    }

    fn matched(&self, key: usize, words: usize) -> Match<'_, R> {
        let keys = &self.keys.sorted;
        let start = keys.get(key).map_or(usize::MAX, |key| key.row);
        let end = keys.get(key + 1).map_or(self.rows.len(), |next| next.row);
        Match { words, rows: self.rows.get(start..end).unwrap_or_default() }
    }
}

/// Tells the cells of each row: one function for all types of rows, since it is sent to the reader.
#[inline(never)]
fn each_row(text: &'static str, tell: &mut dyn FnMut(&[&'static str])) {
    let mut cells = Vec::new();
    for line in text.lines() {
        cells.clear();
        cells.extend(line.split('\t'));
        tell(&cells);
    }
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
