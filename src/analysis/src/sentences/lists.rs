//! The word lists of sentence splitting.

use crate::lexicons::{ABBREVIATIONS, Lexicon, Row, SENTENCE_WORDS};

/// When a sentence may end after a shortened word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ends {
    /// Never: a name or a word follows.
    Never,
    /// If the next word is one that often opens a sentence.
    Maybe,
    /// If the next word has a capital.
    Often,
}

/// A shortened word with a full stop.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Abbreviation {
    pub(crate) ends: Ends,
    /// Short for something only before a number: "No. 5".
    pub(crate) needs_number: bool,
}

impl Row for Abbreviation {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        let (ends, needs_number) = match *columns.get(1)? {
            "never" => (Ends::Never, false),
            "number" => (Ends::Never, true),
            "maybe" => (Ends::Maybe, false),
            "often" => (Ends::Often, false),
            _ => return None,
        };
        Some(Self { ends, needs_number })
    }
}

/// What a word says about sentence ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WordUse {
    /// Often opens a sentence.
    Opening,
    /// Follows a quotation that ends in "?" or "!".
    Speech,
}

impl Row for WordUse {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        match *columns.get(1)? {
            "opening" => Some(Self::Opening),
            "speech" => Some(Self::Speech),
            _ => None,
        }
    }
}

/// The word lists of this stage.
#[derive(Debug)]
pub(crate) struct Lists {
    abbreviations: Lexicon<Abbreviation>,
    words: Lexicon<WordUse>,
}

impl Lists {
    /// The lists of the product.
    pub(crate) fn built_in() -> Self {
        Self { abbreviations: Lexicon::open(&ABBREVIATIONS), words: Lexicon::open(&SENTENCE_WORDS) }
    }

    /// The row of a word with its point, as written.
    pub(crate) fn abbreviation(&self, dotted: &str) -> Option<Abbreviation> {
        self.abbreviations.get(dotted)?.first().copied()
    }

    pub(crate) fn is_opening(&self, folded: &str) -> bool {
        self.has(folded, WordUse::Opening)
    }

    pub(crate) fn is_speech(&self, folded: &str) -> bool {
        self.has(folded, WordUse::Speech)
    }

    fn has(&self, folded: &str, wanted: WordUse) -> bool {
        self.words.get(folded).is_some_and(|found| found.rows().any(|row| *row == wanted))
    }
}
