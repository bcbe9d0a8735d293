//! One paragraph as the rules of this stage see it: words with their classes, stretches between
//! quotation marks, and units.
//!
//! A unit is a sentence, or several that quotation marks or a following "she asked" hold together.
//! Indexes count words of the paragraph; any index is allowed, and off the paragraph stands nothing.

use super::learned::text::Layers;
use super::lists::{Class, Cue, Form, Lists};
use super::marks::Region;
use crate::document::{self, Relation, Sentence, SyntaxWord, TokenKind, Upos};
use crate::mentions::Mention;
use readout_sorted::sort_by_key;
use readout_text::Span;
use std::ops::Range;

/// A unit has at most so many words: time must not grow with the square of a text.
const LONGEST: usize = 600;

/// One token.
#[derive(Debug)]
pub(super) struct Word<'p> {
    pub(super) text: &'p str,
    pub(super) folded: &'p str,
    pub(super) span: Span,
    pub(super) kind: TokenKind,
    pub(super) class: Class,
    pub(super) upos: Upos,
    pub(super) relation: Relation,
    pub(super) head: Option<u32>,
    /// Whether it is an -ing form that says something of the noun before it.
    pub(super) participle: bool,
    /// The stretch between marks that it lies in.
    pub(super) region: Option<usize>,
}

/// The part of speech as cues see it: "the proposed dam" has no verb.
fn tag(word: &SyntaxWord) -> Upos {
    match (word.upos, word.relation) {
        (Upos::Verb, Relation::Amod | Relation::Compound) => Upos::Adj,
        (upos, _) => upos,
    }
}

/// A stretch between marks with its words, marks among them.
#[derive(Clone, Debug)]
pub(super) struct Marked {
    pub(super) region: Region,
    pub(super) words: Range<usize>,
    /// Whether it is long or ends like a sentence: more than a name or a single word.
    pub(super) speech: bool,
}

/// A paragraph.
#[derive(Debug)]
pub(super) struct View<'p> {
    pub(super) text: &'p str,
    pub(super) words: Vec<Word<'p>>,
    pub(super) marked: Vec<Marked>,
    pub(super) units: Vec<Range<usize>>,
    pub(super) mentions: &'p [Mention],
    pub(super) lists: &'p Lists,
}

impl<'p> View<'p> {
    pub(super) fn new(
        layers: &Layers<'p>,
        regions: Vec<Region>,
        mentions: &'p [Mention],
        lists: &'p Lists,
    ) -> Self {
        let Layers { words, syntax } = *layers;
        let document::Words { text, tokens, folded, sentences } = words;
        let mut words: Vec<Word<'p>> = tokens
            .iter()
            .zip(folded)
            .enumerate()
            .map(|(index, (token, folded))| {
                let own = text.get(token.span.range()).unwrap_or_default();
                // "US" is no pronoun.
                let letters = own.len() > 1 && own.bytes().all(|byte| byte.is_ascii_uppercase());
                let class = if letters { Class::default() } else { lists.class(folded) };
                let upos = syntax.get(index).map_or(Upos::X, tag);
                let participle = syntax
                    .get(index)
                    .is_some_and(|word| word.relation == Relation::Acl && folded.ends_with("ing"));
                Word {
                    text: own,
                    folded,
                    span: token.span,
                    kind: token.kind,
                    class,
                    upos,
                    relation: syntax.get(index).map_or(Relation::Root, |word| word.relation),
                    head: syntax.get(index).and_then(|word| word.head),
                    participle,
                    region: None,
                }
            })
            .collect();
        let mut marked = Vec::new();
        for region in regions {
            let start = words.partition_point(|word| word.span.end() <= region.span.start());
            let end = words.partition_point(|word| word.span.start() < region.span.end());
            if start >= end {
                continue;
            }
            for word in words.get_mut(start..end).unwrap_or_default() {
                word.region = Some(marked.len());
            }
            let inside = text.get(region.inner.range()).unwrap_or_default().trim_end();
            let count = words
                .get(start..end)
                .unwrap_or_default()
                .iter()
                .filter(|word| word.kind == TokenKind::Word)
                .count();
            let speech = count >= 4 || inside.ends_with(['.', '!', '?', ',']);
            marked.push(Marked { region, words: start..end, speech });
        }
        let mut view = Self { text, words, marked, units: Vec::new(), mentions, lists };
        view.units = view.split_units(sentences);
        view
    }

    fn split_units(&self, sentences: &[Sentence]) -> Vec<Range<usize>> {
        let mut units: Vec<Range<usize>> = Vec::new();
        for sentence in sentences {
            let range = sentence.tokens.range();
            if range.is_empty() {
                continue;
            }
            let last = units.last_mut().filter(|last| {
                last.len() + range.len() <= LONGEST && self.goes_on(last.end, range.start)
            });
            if let Some(last) = last {
                last.end = range.end;
                continue;
            }
            let starts = range.clone().step_by(LONGEST);
            units.extend(starts.map(|start| start..range.end.min(start + LONGEST)));
        }
        units
    }

    /// Whether the words from `start` belong to the unit that ends before `end`.
    fn goes_on(&self, end: usize, start: usize) -> bool {
        let before = end.checked_sub(1).and_then(|last| self.words.get(last));
        let (Some(before), Some(first)) = (before, self.words.get(start)) else { return false };
        if before.region.is_some() && before.region == first.region {
            return true;
        }
        let closes = before.region.is_some();
        let lower = first.text.chars().next().is_some_and(char::is_lowercase);
        if closes && lower {
            return true;
        }
        // "“Will it hold?” Ruiz asked.", not "“It will hold.” Ruiz asked why."
        let mark = before
            .region
            .and_then(|index| self.marked.get(index))
            .and_then(|marked| self.text.get(marked.region.inner.range()))
            .is_some_and(|inner| inner.trim_end().ends_with(['?', '!', ',', '—', '-']));
        closes
            && mark
            && first.region.is_none()
            && (start..start + 8).any(|at| {
                self.word(at).is_some_and(|word| self.lists.cues(word.folded).next().is_some())
            })
    }

    /// The stretches between marks that begin in a range of words.
    pub(super) fn marked_in(&self, range: &Range<usize>) -> &[Marked] {
        let first = self.marked.partition_point(|marked| marked.words.end <= range.start);
        let last = self.marked.partition_point(|marked| marked.words.start < range.end);
        self.marked.get(first..last).unwrap_or_default()
    }

    pub(super) fn word(&self, at: usize) -> Option<&Word<'p>> {
        self.words.get(at)
    }

    pub(super) fn folded(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.folded)
    }

    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.words.get(at).is_some_and(|word| word.class.has(class))
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.words
            .get(at)
            .is_some_and(|word| matches!(word.kind, TokenKind::Word | TokenKind::Number))
    }

    pub(super) fn upos(&self, at: usize) -> Upos {
        self.words.get(at).map_or(Upos::X, |word| word.upos)
    }

    /// The relation of a word to its head.
    pub(super) fn relation(&self, at: usize) -> Relation {
        self.words.get(at).map_or(Relation::Root, |word| word.relation)
    }

    /// The word that a word hangs from.
    pub(super) fn head(&self, at: usize) -> Option<usize> {
        self.words.get(at)?.head.map(|head| head as usize)
    }

    /// "groups addressing trade": a verb that says something of the noun before it.
    pub(super) fn participle(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.participle)
    }

    pub(super) fn region(&self, at: usize) -> Option<usize> {
        self.words.get(at).and_then(|word| word.region)
    }

    pub(super) fn inside(&self, at: usize) -> bool {
        self.region(at).is_some()
    }

    pub(super) fn capital(&self, at: usize) -> bool {
        self.words
            .get(at)
            .is_some_and(|word| word.text.chars().next().is_some_and(char::is_uppercase))
    }

    pub(super) fn stop(&self, at: usize) -> bool {
        matches!(self.folded(at), "." | "?" | "!" | "…")
    }

    pub(super) fn comma(&self, at: usize) -> bool {
        self.folded(at) == ","
    }

    /// A dash between words; the hyphen inside one is none.
    pub(super) fn dash(&self, at: usize) -> bool {
        let parted = |word: &Word<'_>| {
            let before = at.checked_sub(1).and_then(|before| self.words.get(before));
            before.is_some_and(|before| before.span.end() < word.span.start())
        };
        self.words.get(at).is_some_and(|word| {
            word.kind == TokenKind::Punctuation
                && (matches!(word.text, "—" | "–" | "--") || word.text == "-" && parted(word))
        })
    }

    /// The span of a range of words; `None` if it is empty.
    pub(super) fn span(&self, range: Range<usize>) -> Option<Span> {
        if range.start >= range.end {
            return None;
        }
        let first = self.words.get(range.start)?;
        let last = self.words.get(range.end - 1)?;
        Some(first.span.cover(last.span))
    }

    /// The cues that this word may begin, with the number of words each covers.
    pub(super) fn cues_at(&self, at: usize) -> Vec<(&'p Cue, Form, usize)> {
        let mut found: Vec<(&'p Cue, Form, usize)> = Vec::new();
        for (cue, form) in self.lists.cues(self.folded(at)) {
            let mut next = at + 1;
            let fits = cue.tail().all(|tail| {
                let same = self.folded(next) == tail && !self.inside(next);
                next += 1;
                same
            });
            if fits {
                found.push((cue, form, next - at));
            }
        }
        sort_by_key(&mut found, |(_, _, words)| std::cmp::Reverse(*words));
        found
    }

    /// Whether a word looks like a finite verb: an auxiliary, or a form only verbs have.
    pub(super) fn finite(&self, at: usize) -> bool {
        if self.inside(at) || !self.is_word(at) {
            return false;
        }
        if self.is(at, Class::FINITE) {
            return true;
        }
        match self.upos(at) {
            Upos::Verb | Upos::Aux => !self.folded(at).ends_with("ing"),
            Upos::X => {
                !self.capital(at)
                    && !self.is(at.wrapping_sub(1), Class::DET.or(Class::PREP).or(Class::BE))
                    && (self.folded(at).ends_with("ed")
                        || self.lists.cues(self.folded(at)).any(|(_, form)| form == Form::Past))
            }
            _ => false,
        }
    }
}
