//! The word lists of sentence splitting.

use crate::lexicons::{ABBREVIATIONS, Lexicon, Row};

/// A shortened word with a full stop.
#[derive(Debug)]
pub(crate) struct Abbreviation {
    /// Whether a sentence may end after it.
    pub(crate) may_end: bool,
}

impl Row for Abbreviation {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        Some(Self { may_end: *columns.get(1)? == "maybe" })
    }
}

/// The word lists of this stage.
#[derive(Debug)]
pub(crate) struct Lists {
    pub(crate) abbreviations: Lexicon<Abbreviation>,
}

impl Lists {
    /// The lists of the product.
    pub(crate) fn built_in() -> Self {
        Self { abbreviations: Lexicon::open(&ABBREVIATIONS) }
    }
}
