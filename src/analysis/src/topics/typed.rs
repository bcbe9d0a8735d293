//! Words and phrases that a reader typed, and where a text has them.
//!
//! They are parted by commas, semicolons or line ends. Upper and lower case are one, singular and
//! plural are one, hyphens are spaces and a star stands for any ending. An abbreviation typed in
//! capitals is looked for in capitals: "WHO" is not "who".

use super::{Line, cover, number, pieces};
use crate::document::Document;
use crate::lexicons::Lexicons;
use crate::tokens;
use readout_contract::report::{TopicEvidence, TopicFound};
use std::borrow::Cow;

/// Phrases of one change that are looked for: more is no list that somebody typed.
const MOST: usize = 60;

/// Phrases to look for.
pub(super) struct Typed {
    phrases: Vec<Phrase>,
}

struct Phrase {
    /// As typed, for the reader to see what matched.
    typed: String,
    words: Vec<String>,
    /// Ends in a star.
    open: bool,
    /// In capitals only.
    capitals: bool,
}

impl Typed {
    pub(super) fn new(words: &str, lexicons: &Lexicons) -> Self {
        let typed = words.split([',', ';', '\n']).map(str::trim).filter(|typed| !typed.is_empty());
        Self {
            phrases: typed.take(MOST).filter_map(|typed| Phrase::new(typed, lexicons)).collect(),
        }
    }

    /// Where the text has them, in the order of phrases and places.
    pub(super) fn evidence(&self, doc: &Document, lines: &[Line<'_>]) -> Vec<TopicEvidence> {
        let mut evidence = Vec::new();
        for phrase in &self.phrases {
            for line in lines {
                for at in 0..line.words.len() {
                    let words = line.words.get(at..at + phrase.words.len()).unwrap_or_default();
                    if let ([first, ..], Some(last)) = (words, words.last())
                        && phrase.fits(doc, words)
                    {
                        evidence.push(TopicEvidence {
                            span: cover(doc, first.1, last.1),
                            sentence: line.id,
                            matched: Cow::Owned(phrase.typed.clone()),
                            found: TopicFound::Reader,
                        });
                    }
                }
            }
        }
        evidence
    }
}

impl Phrase {
    /// `None` without a word.
    fn new(typed: &str, lexicons: &Lexicons) -> Option<Self> {
        let bare = typed.strip_suffix('*').unwrap_or(typed);
        let words: Vec<String> = tokens::split(bare, lexicons)
            .iter()
            .filter_map(|token| bare.get(token.span.range()))
            .flat_map(pieces)
            .map(Cow::into_owned)
            .collect();
        let capitals = bare.chars().count() > 1 && bare.chars().all(char::is_uppercase);
        let open = bare.len() < typed.len();
        (!words.is_empty()).then(|| Self { typed: typed.to_owned(), words, open, capitals })
    }

    fn fits(&self, doc: &Document, words: &[(Cow<'_, str>, usize)]) -> bool {
        let last = self.words.len() - 1;
        self.words.iter().zip(words).enumerate().all(|(index, (own, (word, token)))| {
            let same = **own == **word
                || (index == last && self.open && word.starts_with(own.as_str()))
                || (index == last && number::singular(own) == number::singular(word));
            same && (!self.capitals || doc.token(*token) == self.typed)
        })
    }
}
