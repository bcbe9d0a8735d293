//! The word lists of token splitting.

use crate::lexicons::{Lexicon, Row, TOKEN_WORDS};

/// What a word does to the splitting of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WordUse {
    /// Keeps its hyphen: "non-", "co-".
    Prefix,
    /// Has lost its first letters to an apostrophe: "’em".
    Elision,
    /// Two treebank words in one, cut at this byte: "can|not".
    Split(usize),
    /// Stands right after a number: "5pm".
    Unit,
}

impl Row for WordUse {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        Some(match *columns.get(1)? {
            "prefix" => Self::Prefix,
            "elision" => Self::Elision,
            "split" => Self::Split(columns.get(2)?.parse().ok()?),
            "unit" => Self::Unit,
            _ => return None,
        })
    }
}

/// The word lists of this stage.
#[derive(Debug)]
pub(crate) struct Lists {
    pub(crate) words: Lexicon<WordUse>,
}

impl Lists {
    /// The lists of the product.
    pub(crate) fn built_in() -> Self {
        Self { words: Lexicon::open(&TOKEN_WORDS) }
    }

    /// Whether a folded word has this use.
    pub(crate) fn has(&self, folded: &str, wanted: WordUse) -> bool {
        self.words.get(folded).is_some_and(|found| found.rows().any(|row| *row == wanted))
    }
}
