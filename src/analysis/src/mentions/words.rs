//! The tokens of a paragraph as this stage looks at them: folded, with capitals and neighbors.

use super::lists::{BesideRow, Lists, TitleKind, WordRow};
use super::names::Name;
use crate::document::{self, Relation, SyntaxWord, Token, TokenKind, Upos};
use crate::syntax::Read;
use std::borrow::Cow;
use std::cell::Cell;
use std::ops::Range;

/// Tokens with what is asked of them again and again.
pub(super) struct Words<'p> {
    pub(super) text: &'p str,
    pub(super) tokens: &'p [Token],
    folded: &'p [Cow<'p, str>],
    /// Whether a token is the first word of its sentence.
    starts: Vec<bool>,
    /// What the learned layer says: label of a name, and syntax.
    labels: &'p [u8],
    syntax: &'p [SyntaxWord],
    /// Tokens whose capital makes no name of them.
    small: &'p [u32],
    pub(super) lists: &'p Lists,
    /// The name that was looked for last, and where.
    pub(super) named: Cell<Option<(usize, Option<Name>)>>,
}

impl<'p> Words<'p> {
    pub(super) fn new(words: &document::Words<'p>, read: &'p Read, lists: &'p Lists) -> Self {
        let document::Words { text, tokens, folded, sentences } = *words;
        let mut words = Self {
            text,
            tokens,
            folded,
            starts: vec![false; tokens.len()],
            labels: &read.names,
            syntax: &read.words,
            small: &read.small,
            lists,
            named: Cell::new(None),
        };
        for sentence in sentences {
            let first = sentence.tokens.range().find(|index| words.is_word(*index));
            if let Some(start) = first.and_then(|index| words.starts.get_mut(index)) {
                *start = true;
            }
        }
        words
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The words as they stand; empty past the end.
    pub(super) fn raw(&self, index: usize) -> &'p str {
        self.tokens
            .get(index)
            .and_then(|token| self.text.get(token.span.range()))
            .unwrap_or_default()
    }

    pub(super) fn folded(&self, index: usize) -> &str {
        self.folded.get(index).map_or("", |word| word)
    }

    /// The folded words from `index` on, for a look-up.
    pub(super) fn from(&self, index: usize) -> impl Iterator<Item = &str> + Clone {
        self.folded.iter().skip(index).map(|word| &**word)
    }

    pub(super) fn is_word(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.kind == TokenKind::Word)
    }

    pub(super) fn is_capital(&self, index: usize) -> bool {
        self.is_word(index)
            && self.raw(index).chars().next().is_some_and(char::is_uppercase)
            && self.small.binary_search(&(index as u32)).is_err()
    }

    pub(super) fn starts_sentence(&self, index: usize) -> bool {
        self.starts.get(index).copied().unwrap_or(false)
    }

    pub(super) fn help(&self, index: usize) -> Option<WordRow> {
        self.lists.word(self.folded(index))
    }

    /// Whether a capital at a sentence's start makes no name of a word.
    pub(super) fn is_stop(&self, index: usize) -> bool {
        match self.help(index) {
            Some(WordRow::Stop) => true,
            // "US" is a state as well.
            Some(WordRow::I | WordRow::We | WordRow::You) => self.listed_place(index) == 0,
            _ => false,
        }
    }

    /// Whether a word is read as a pronoun: "us" is one, "US" and the "I" of a numeral are none.
    pub(super) fn is_pronoun(&self, index: usize) -> bool {
        let upos = self.syntax.get(index).map_or(Upos::X, |word| word.upos);
        self.label(index) == 0
            && matches!(upos, Upos::Pron | Upos::Det | Upos::X)
            && (self.raw(index).len() < 2 || !self.is_acronym(index))
    }

    /// Whether a word is of a kind that stands before titles or cities.
    pub(super) fn beside(&self, index: usize, kind: BesideRow) -> bool {
        let found = self.lists.beside.get(self.folded(index));
        found.is_some_and(|found| found.rows().any(|row| *row == kind))
    }

    /// The learned layer's label of a name; 0 outside names.
    pub(super) fn label(&self, index: usize) -> u8 {
        self.labels.get(index).copied().unwrap_or_default()
    }

    pub(super) fn is_proper(&self, index: usize) -> bool {
        self.syntax.get(index).is_some_and(|word| word.upos == Upos::Propn)
    }

    /// Whether a token's part of speech may begin a name.
    pub(super) fn may_open_name(&self, index: usize) -> bool {
        let upos = self.syntax.get(index).map(|word| word.upos);
        matches!(upos, Some(Upos::Propn | Upos::Noun | Upos::Adj | Upos::Num | Upos::X))
    }

    /// Relation of a token to its head, and the head.
    pub(super) fn relation(&self, index: usize) -> Option<(Relation, usize)> {
        let word = self.syntax.get(index)?;
        Some((word.relation, word.head? as usize))
    }

    /// Whether syntax makes one name of a word and the capital after it.
    pub(super) fn is_joined_after(&self, index: usize) -> bool {
        let joins =
            |relation| matches!(relation, Relation::Flat | Relation::Compound | Relation::Amod);
        self.is_capital(index + 1)
            && self.is_proper(index + 1)
            && self.relation(index).is_some_and(|(relation, head)| joins(relation) && head > index)
    }

    /// "NATO", "DUP": letters that stand for words, most often a body's.
    pub(super) fn is_acronym(&self, index: usize) -> bool {
        let word = self.raw(index);
        (2..=6).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
    }

    /// How many words from here on are a listed place; 0 if none is.
    pub(super) fn listed_place(&self, index: usize) -> usize {
        self.lists.places.longest(self.from(index)).map_or(0, |found| found.words)
    }

    /// How many words from here on are a listed body; 0 if none is.
    pub(super) fn listed_body(&self, index: usize) -> usize {
        self.lists.bodies.longest(self.from(index)).map_or(0, |found| found.words)
    }

    /// Whether exactly these words are a listed place or body.
    pub(super) fn is_listed(&self, range: &Range<usize>) -> bool {
        self.listed_place(range.start) == range.len()
            || self.listed_body(range.start) == range.len()
    }

    /// Whether a title or a noun for somebody starts here.
    pub(super) fn is_role(&self, index: usize) -> bool {
        self.lists.titles.longest(self.from(index)).is_some()
    }

    /// Whether an office's title starts here.
    pub(super) fn is_title(&self, index: usize) -> bool {
        self.lists
            .titles
            .longest(self.from(index))
            .is_some_and(|found| found.first().is_some_and(|row| row.kind == TitleKind::Office))
    }

    /// Whether nothing stands between two neighbors.
    pub(super) fn touch(&self, left: usize, right: usize) -> bool {
        match (self.tokens.get(left), self.tokens.get(right)) {
            (Some(left), Some(right)) => left.span.end() == right.span.start(),
            _ => false,
        }
    }

    /// Whether all words around are in capitals, so that those of this one show nothing.
    fn is_shouted(&self, index: usize) -> bool {
        let is_small = |at: usize| self.raw(at).chars().any(char::is_lowercase);
        let is_around = |at: &usize| *at != index && self.is_word(*at) && self.raw(*at).len() > 1;
        let mut around = (index.saturating_sub(2)..index + 3).filter(is_around).peekable();
        around.peek().is_some() && !around.any(is_small)
    }

    /// "us" is a pronoun, "US" a state: a short abbreviation counts only in capitals.
    pub(super) fn spelled_as_name(&self, index: usize, words: usize) -> bool {
        let abbreviation = words == 1
            && self.raw(index).len() <= 4
            && self.folded(index).bytes().all(|byte| byte.is_ascii_alphabetic())
            && self.beside(index, BesideRow::Abbreviation);
        if abbreviation {
            return self.raw(index).chars().all(char::is_uppercase) && !self.is_shouted(index);
        }
        self.may_be_listed(index)
    }

    /// Whether a listed name may begin here, by its spelling.
    pub(super) fn may_be_listed(&self, index: usize) -> bool {
        self.is_word(index) && (self.is_capital(index) || self.folded(index).starts_with("al"))
    }
}
