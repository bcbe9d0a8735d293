//! The word lists of this stage.

use crate::lexicons::{LANGUAGE_WORDS, Lexicon, Row};

/// The language that a frequent word belongs to, as a BCP 47 tag.
#[derive(Debug)]
pub(super) struct LanguageRow(pub(super) &'static str);

impl Row for LanguageRow {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        columns.get(1).map(|tag| Self(tag))
    }
}

/// The word lists of this stage.
#[derive(Debug)]
pub(crate) struct Lists {
    pub(super) words: Lexicon<LanguageRow>,
}

impl Lists {
    /// The lists of the product.
    pub(crate) fn built_in() -> Self {
        Self { words: Lexicon::open(&LANGUAGE_WORDS) }
    }
}

#[cfg(test)]
mod tests {
    use super::Lists;

    #[test]
    fn every_row_is_read() {
        assert_eq!(Lists::built_in().words.unread(), 0);
    }
}
