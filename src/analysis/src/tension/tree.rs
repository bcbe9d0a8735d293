//! A sentence as a tree: the dependents of each of its tokens.

use crate::document::{Document, Relation, SyntaxWord, TokenRange, Upos};

const NONE: u32 = u32::MAX;

/// Heads and dependents of a sentence; tokens are numbered as in the text.
#[derive(Debug)]
pub(super) struct Tree<'d> {
    syntax: &'d [SyntaxWord],
    start: usize,
    /// First dependent of each token.
    first: Vec<u32>,
    /// Next dependent of the same head.
    next: Vec<u32>,
}

impl<'d> Tree<'d> {
    pub(super) fn of(doc: &'d Document, sentence: TokenRange) -> Self {
        let range = sentence.range();
        let syntax = doc.syntax.get(range.clone()).unwrap_or_default();
        let mut first = vec![NONE; syntax.len()];
        let mut next = vec![NONE; syntax.len()];
        for (at, word) in syntax.iter().enumerate().rev() {
            let head = word.head.and_then(|head| (head as usize).checked_sub(range.start));
            if let Some(place) = head.and_then(|head| first.get_mut(head))
                && let Some(own) = next.get_mut(at)
            {
                *own = *place;
                *place = at as u32;
            }
        }
        Self { syntax, start: range.start, first, next }
    }

    pub(super) fn word(&self, token: usize) -> Option<&'d SyntaxWord> {
        self.syntax.get(token.checked_sub(self.start)?)
    }

    pub(super) fn upos(&self, token: usize) -> Upos {
        self.word(token).map_or(Upos::X, |word| word.upos)
    }

    pub(super) fn relation(&self, token: usize) -> Relation {
        self.word(token).map_or(Relation::Root, |word| word.relation)
    }

    pub(super) fn passive(&self, token: usize) -> bool {
        self.word(token).is_some_and(|word| word.passive)
    }

    /// The head of a token, if it stands in this sentence.
    pub(super) fn head(&self, token: usize) -> Option<usize> {
        let head = self.word(token)?.head? as usize;
        self.word(head).map(|_| head)
    }

    /// The dependents of a token, in text order.
    pub(super) fn dependents(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        let place = |list: &[u32], at: usize| {
            list.get(at).copied().filter(|next| *next != NONE).map(|next| next as usize)
        };
        let mut at = token.checked_sub(self.start).and_then(|at| place(&self.first, at));
        std::iter::from_fn(move || {
            let found = at?;
            at = place(&self.next, found);
            Some(found + self.start)
        })
    }

    /// The token of a range that governs the rest of it.
    pub(super) fn top(&self, range: std::ops::RangeInclusive<usize>) -> usize {
        let mut tops = range
            .clone()
            .filter(|token| self.head(*token).is_none_or(|head| !range.contains(&head)));
        let first = tops.next().unwrap_or(*range.start());
        let is_content =
            |token: usize| matches!(self.upos(token), Upos::Verb | Upos::Noun | Upos::Propn);
        if is_content(first) {
            return first;
        }
        tops.find(|token| is_content(*token)).unwrap_or(first)
    }

    /// Whether a verb is passive: its subject bears what it says.
    pub(super) fn is_passive(&self, token: usize) -> bool {
        self.dependents(token).any(|found| self.passive(found))
    }

    /// Whether a clause has a word of this relation.
    pub(super) fn has(&self, token: usize, relation: Relation) -> bool {
        self.dependents(token).any(|found| self.relation(found) == relation)
    }
}
