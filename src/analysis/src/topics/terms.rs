//! Terms of this article: noun phrases that it uses again and again, and nouns that it uses often.
//!
//! A term is no name of somebody and no word of an issue; what mostly stands inside a longer term is
//! that one. Terms of one sentence are never in the first view.

use super::lists::{Lists, Strength};
use super::names::{Named, Part};
use super::phrases::{self, Phrase};
use super::{Labels, Line, cover, topic};
use crate::document::{Document, Upos};
use readout_contract::report::{Topic, TopicEvidence, TopicFound, TopicKind};
use readout_sorted::{distinct, sort, sort_by_key};
use std::borrow::Cow;
use std::cmp::Reverse;

/// Terms in the first view, and in all.
const FIRST: usize = 6;
const SHOWN: usize = 22;
/// Sentences of a term of one word, and the sentences of a text for each of them.
const WORD_SENTENCES: u32 = 3;
const SHORT: usize = 12;
/// Share of sentences, in percent, from which on a phrase inside a longer one is folded into it.
const FOLDED: u32 = 70;

/// All places of one term: a stretch of the sorted phrases, and what it adds up to.
#[derive(Clone, Copy, Debug)]
struct Term {
    start: usize,
    end: usize,
    sentences: u32,
    wholes: u32,
    acts: bool,
    salience: u32,
}

pub(super) fn find(
    doc: &Document,
    lines: &[Line<'_>],
    named: &[Named],
    lists: &Lists,
) -> Vec<Topic> {
    let mut found: Vec<Phrase> = Vec::new();
    for number in 0..lines.len() {
        phrases::find(doc, lines, number, named, lists, &mut found);
    }
    sort(&mut found, &|one, other| {
        (one.key, one.line, one.first).cmp(&(other.key, other.line, other.first))
    });
    let context = Context { doc, lines, named, lists, found: &found };
    let mut terms = context.terms();
    context.fold(&mut terms);
    sort_by_key(&mut terms, |term| (Reverse(term.salience), context.place(term)));
    context.topics(&terms)
}

struct Context<'c> {
    doc: &'c Document,
    lines: &'c [Line<'c>],
    named: &'c [Named],
    lists: &'c Lists,
    /// Sorted by key, then place.
    found: &'c [Phrase],
}

impl Context<'_> {
    /// Terms that can be shown, in the order of their keys.
    fn terms(&self) -> Vec<Term> {
        let mut terms = Vec::new();
        let mut start = 0;
        while let Some(first) = self.found.get(start) {
            let rest = self.found.get(start..).unwrap_or_default();
            let end = start + rest.iter().take_while(|phrase| phrase.key == first.key).count();
            terms.extend(self.term(start, end));
            start = end;
        }
        terms
    }

    fn term(&self, start: usize, end: usize) -> Option<Term> {
        let places = self.found.get(start..end)?;
        let first = places.first()?;
        let wholes = places.iter().filter(|phrase| phrase.whole).count() as u32;
        // Most phrases stand once: those that are part of a longer one say nothing.
        if places.len() == 1 && (first.words == 1 || wholes == 0) {
            return None;
        }
        let (mut sentences, mut paragraphs) = (0, 0);
        let mut before = (None, None);
        for phrase in places {
            let paragraph = self
                .lines
                .get(phrase.line as usize)
                .and_then(|line| self.doc.sentence_paragraphs.get(line.id.index()));
            sentences += u32::from(before.0 != Some(phrase.line));
            paragraphs += u32::from(before.1 != paragraph);
            before = (Some(phrase.line), paragraph);
        }
        if (first.words == 1 && sentences < self.word_sentences()) || !self.says_something(first) {
            return None;
        }
        let acts = places.iter().any(|phrase| phrase.acts);
        let count = places.len() as u32;
        let at = self.token(first, first.first) as u32;
        let late = 20 * u64::from(at) / (self.doc.tokens.len() as u64).max(1);
        let often = (900 * sentences).isqrt();
        let shape = if first.words == 1 {
            30
        } else {
            24 * wholes / count + 4 - 2 * u32::from(first.words.min(4) - 2)
        };
        let spread = 2 * paragraphs.min(6);
        let salience = 20 + often + spread + shape - late as u32;
        Some(Term { start, end, sentences, wholes, acts, salience })
    }

    /// Sentences that a word must stand in; two are enough in a short text.
    fn word_sentences(&self) -> u32 {
        WORD_SENTENCES.min((self.lines.len() / SHORT) as u32).max(2)
    }

    /// Whether a phrase is more than noise, and no word of an issue.
    fn says_something(&self, phrase: &Phrase) -> bool {
        let words = self.words(phrase);
        let noise = match words.as_slice() {
            [word] => self.lists.is_noise(word),
            [first, .., last] => {
                self.lists.is_noise_at_edge(first) || self.lists.is_noise_at_edge(last)
            }
            [] => true,
        };
        if noise {
            return false;
        }
        self.lists.topics.all(words.iter().copied()).iter().all(|hit| {
            hit.words < words.len() || hit.rows().all(|row| row.strength == Strength::Negative)
        })
    }

    fn words(&self, phrase: &Phrase) -> Vec<&str> {
        let line = self.lines.get(phrase.line as usize);
        let words =
            line.and_then(|line| line.words.get(phrase.first as usize..=phrase.last as usize));
        words.unwrap_or_default().iter().map(|(word, _)| &**word).collect()
    }

    fn token(&self, phrase: &Phrase, word: u32) -> usize {
        let line = self.lines.get(phrase.line as usize);
        line.and_then(|line| line.words.get(word as usize)).map_or(0, |word| word.1)
    }

    fn place(&self, term: &Term) -> (u32, u32) {
        self.found.get(term.start).map_or((0, 0), |phrase| (phrase.line, phrase.first))
    }

    /// A phrase that mostly stands inside a longer one is that one; a longer one that stands once
    /// is a variant of the phrase inside it. Looks from each longer phrase at the few inside it, so
    /// that time grows with the number of phrases.
    fn fold(&self, terms: &mut Vec<Term>) {
        let mut places: Vec<([u32; 3], usize)> = Vec::new();
        for (index, term) in terms.iter().enumerate() {
            for phrase in self.found.get(term.start..term.end).unwrap_or_default() {
                places.push(([phrase.line, phrase.first, phrase.last], index));
            }
        }
        sort_by_key(&mut places, |(place, _)| *place);
        let mut folded = vec![false; terms.len()];
        let mut fold = |index: usize| {
            if let Some(folded) = folded.get_mut(index) {
                *folded = true;
            }
        };
        for (index, longer) in terms.iter().enumerate() {
            let Some(place) = self.found.get(longer.start) else { continue };
            for first in place.first..=place.last {
                for last in first..=place.last {
                    let inner = [place.line, first, last];
                    let inner = places.binary_search_by(|(place, _)| place.cmp(&inner));
                    let inner = inner.ok().and_then(|at| places.get(at)).map(|place| place.1);
                    let Some(inner) = inner.filter(|inner| *inner != index) else { continue };
                    let Some(known) = terms.get(inner) else { continue };
                    let is_phrase = first < last;
                    if longer.sentences * 100 >= known.sentences * FOLDED {
                        fold(inner);
                    } else if is_phrase && longer.sentences == 1 {
                        fold(index);
                    }
                }
            }
        }
        let mut folded = folded.iter();
        terms.retain(|_| folded.next() != Some(&true));
    }

    /// The best terms as topics. A single word says too little for the first view.
    fn topics(&self, terms: &[Term]) -> Vec<Topic> {
        let is_word = |term: &Term| self.found.get(term.start).is_some_and(|one| one.words == 1);
        let in_view =
            |term: &&Term| !is_word(term) && term.sentences > 1 && (term.acts || term.wholes > 1);
        let first = distinct(terms.iter().filter(in_view).take(FIRST).map(|term| term.start));
        let shown = terms.iter().filter(|term| first.contains(&term.start));
        let rest = terms.iter().filter(|term| !first.contains(&term.start));
        shown
            .chain(rest)
            .take(SHOWN)
            .filter_map(|term| {
                let mut topic = self.topic(term)?;
                topic.first_view = first.contains(&term.start);
                Some(topic)
            })
            .collect()
    }

    fn topic(&self, term: &Term) -> Option<Topic> {
        let places = self.found.get(term.start..term.end)?;
        let mut labels = Labels::default();
        let mut evidence = Vec::with_capacity(places.len());
        for phrase in places {
            let label = self.label(phrase);
            labels.add(&label);
            let sentence = self.lines.get(phrase.line as usize)?.id;
            evidence.push(TopicEvidence {
                span: cover(
                    self.doc,
                    self.token(phrase, phrase.first),
                    self.token(phrase, phrase.last),
                ),
                sentence,
                matched: Cow::Owned(label),
                found: TopicFound::Term,
            });
        }
        topic(labels.most()?, TopicKind::Term, evidence, term.salience)
    }

    /// The words as they stand, without the capital of a sentence's start.
    fn label(&self, phrase: &Phrase) -> String {
        let tokens = self.token(phrase, phrase.first)..=self.token(phrase, phrase.last);
        let mut label = String::new();
        let mut end = None;
        for token in tokens {
            let Some(known) = self.doc.tokens.get(token) else { continue };
            if end.is_some_and(|end| end < known.span.start()) {
                label.push(' ');
            }
            end = Some(known.span.end());
            let word = self.doc.token(token);
            let named = self.named.get(token).is_some_and(|named| named.part != Part::None);
            let starts = self
                .lines
                .get(phrase.line as usize)
                .and_then(|line| line.words.first())
                .is_some_and(|first| first.1 == token);
            let is_name = named
                || (!starts && word.starts_with(char::is_uppercase))
                || self.doc.syntax.get(token).is_some_and(|word| word.upos == Upos::Propn)
                || word.chars().skip(1).any(char::is_uppercase);
            if is_name {
                label.push_str(word);
            } else {
                label.push_str(&word.to_lowercase());
            }
        }
        label
    }
}
