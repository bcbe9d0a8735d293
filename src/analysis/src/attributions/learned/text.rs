//! A paragraph as the attribution models see it: words with their layers, and hashes for their
//! forms.
//!
//! What always holds: words are the paragraph's tokens in order, and every index points into the
//! same paragraph.

use super::key::hash;
use crate::attributions::lists::Lists;
use crate::attributions::marks::Region;
use crate::document::{Relation, SyntaxWord, Token, TokenKind, Upos, Words};
use crate::lexicons::Lexicons;
use crate::syntax::lemma;
use readout_text::Span;
use std::ops::Range;

/// Where a word stands to quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quoted {
    /// Outside.
    No,
    /// Between marks.
    Yes,
    /// It opens a quotation.
    Opens,
    /// It closes one.
    Closes,
}

/// A word with its layers. Forms are hashes: the models compare them and never show them.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Bytes of the paragraph.
    pub span: Span,
    pub(super) folded: u32,
    pub(super) lemma: u32,
    pub(super) shape: u32,
    pub(super) beginning: u32,
    pub(super) endings: [u32; 2],
    pub(super) upos: Upos,
    pub(super) relation: Relation,
    pub(super) passive: bool,
    pub(super) head: Option<u32>,
    pub(super) quoted: Quoted,
    pub(super) sentence: u32,
    pub(super) comma: bool,
    /// Whether it has a letter or digit.
    pub(super) letters: bool,
    /// What the list of cues says of it; 0 for a word that begins none.
    pub(super) listed: u32,
    /// How often it is part of a cue, by form and by lemma.
    pub habits: [u32; 2],
}

impl Word {
    /// Whether it has a letter or digit.
    pub fn has_letters(&self) -> bool {
        self.letters
    }

    /// Whether it can tell who speaks: determiners, prepositions and auxiliaries do not.
    pub fn bears_content(&self) -> bool {
        self.letters && !matches!(self.upos, Upos::Det | Upos::Adp | Upos::Aux | Upos::Part)
    }

    /// The keys that a word's habits are counted by: its form, and its lemma with its part of
    /// speech.
    pub fn habit_keys(&self) -> [u32; 2] {
        use super::key::key;
        [key(1, &[self.folded]), key(2, &[self.lemma, self.upos as u32])]
    }
}

/// A paragraph with its layers.
#[derive(Debug, Default)]
pub struct Text {
    /// Its tokens.
    pub words: Vec<Word>,
    /// Word indexes of each sentence that has words.
    pub sentences: Vec<Range<usize>>,
    /// Whether each sentence has quotation marks.
    pub(super) marks: Vec<bool>,
    child_starts: Vec<u32>,
    children: Vec<u32>,
}

/// The layers of a paragraph that the models read.
#[derive(Clone, Copy)]
pub(crate) struct Layers<'p> {
    pub(crate) words: Words<'p>,
    pub(crate) syntax: &'p [SyntaxWord],
}

impl Text {
    /// Sees a paragraph; `regions` are its stretches between quotation marks.
    pub(in crate::attributions) fn new(
        layers: &Layers<'_>,
        regions: &[Region],
        lexicons: &Lexicons,
    ) -> Self {
        let words = &layers.words;
        let mut text = Self { words: Vec::with_capacity(words.tokens.len()), ..Self::default() };
        let mut sentence = 0;
        for (at, (token, folded)) in words.tokens.iter().zip(words.folded).enumerate() {
            let next = |sentence: usize| words.sentences.get(sentence + 1);
            while next(sentence).is_some_and(|next| next.tokens.start as usize <= at) {
                sentence += 1;
            }
            let form = words.text.get(token.span.range()).unwrap_or_default();
            let syntax = layers.syntax.get(at);
            text.words.push(word(form, folded, token, syntax, sentence as u32, lexicons));
        }
        quote(&mut text.words, words.text, regions);
        text.divide();
        text.tie();
        text
    }

    /// The words that hang from a word, in order.
    pub(super) fn children(&self, at: usize) -> &[u32] {
        let place = |at: usize| self.child_starts.get(at).map_or(0, |place| *place as usize);
        self.children.get(place(at)..place(at + 1)).unwrap_or_default()
    }

    /// The word so many places further, if that is within the range.
    pub(super) fn near(&self, at: usize, by: isize, within: &Range<usize>) -> Option<&Word> {
        let at = at.checked_add_signed(by).filter(|at| within.contains(at))?;
        self.words.get(at)
    }

    /// The words that share at least a byte with a span of the paragraph.
    pub fn words_of(&self, span: Span) -> Range<usize> {
        let start = self.words.partition_point(|word| word.span.end() <= span.start());
        let end = self.words.partition_point(|word| word.span.start() < span.end());
        start..end.max(start)
    }

    /// Numbers sentences by their place among those that have words.
    fn divide(&mut self) {
        let mut start = 0;
        while let Some(first) = self.words.get(start) {
            let sentence = first.sentence;
            let rest = self.words.get(start..).unwrap_or_default();
            let length = rest.iter().take_while(|word| word.sentence == sentence).count();
            let range = start..start + length;
            let mut marks = false;
            for word in self.words.get_mut(range.clone()).unwrap_or_default() {
                word.sentence = self.sentences.len() as u32;
                marks |= word.quoted != Quoted::No;
            }
            start = range.end;
            self.sentences.push(range);
            self.marks.push(marks);
        }
    }

    fn tie(&mut self) {
        let count = self.words.len();
        for word in &mut self.words {
            word.head = word.head.filter(|head| (*head as usize) < count);
        }
        let mut starts = vec![0_u32; count + 1];
        for head in self.words.iter().filter_map(|word| word.head) {
            starts[head as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        self.children = vec![0; starts.last().map_or(0, |end| *end as usize)];
        for (at, word) in self.words.iter().enumerate() {
            if let Some(head) = word.head {
                self.children[next[head as usize] as usize] = at as u32;
                next[head as usize] += 1;
            }
        }
        self.child_starts = starts;
    }
}

fn word(
    form: &str,
    folded: &str,
    token: &Token,
    syntax: Option<&SyntaxWord>,
    sentence: u32,
    lexicons: &Lexicons,
) -> Word {
    let end = |count: usize| {
        let from = folded.char_indices().rev().nth(count - 1).map_or(0, |(at, _)| at);
        hash(folded.get(from..).unwrap_or_default())
    };
    let start = folded.char_indices().nth(3).map_or(folded.len(), |(at, _)| at);
    let upos = syntax.map_or(Upos::X, |word| word.upos);
    Word {
        span: token.span,
        folded: hash(folded),
        lemma: hash(&lemma(folded, upos, lexicons)),
        shape: shape(form),
        beginning: hash(folded.get(..start).unwrap_or_default()),
        endings: [end(2), end(3)],
        upos,
        relation: syntax.map_or(Relation::Root, |word| word.relation),
        passive: syntax.is_some_and(|word| word.passive),
        head: syntax.and_then(|word| word.head),
        quoted: Quoted::No,
        sentence,
        comma: form == ",",
        letters: matches!(token.kind, TokenKind::Word | TokenKind::Number),
        listed: listed(folded, &lexicons.attributions),
        habits: [0; 2],
    }
}

/// What the list of cues says of a folded word: its kind, what it does, and what can follow it.
fn listed(folded: &str, lists: &Lists) -> u32 {
    lists.cues(folded).map(|(cue, _)| cue.seen()).fold(0, |all, one| all | one)
}

/// How a word is written, with runs of the same kind shortened: "Xx", "X", "x-x", "0", ",".
fn shape(form: &str) -> u32 {
    let mut shape = [0_u8; 8];
    let mut length = 0;
    let mut last = '\0';
    for letter in form.chars() {
        let kind = if letter.is_uppercase() {
            'X'
        } else if letter.is_alphabetic() {
            'x'
        } else if letter.is_numeric() {
            '0'
        } else {
            letter
        };
        if kind != last {
            if let Some(place) = shape.get_mut(length) {
                *place = kind as u32 as u8;
            }
            length += 1;
            last = kind;
        }
    }
    super::key::hash_bytes(shape.get(..length.min(8)).unwrap_or_default())
}

/// Says of each word where it stands to the quotation marks of its paragraph.
fn quote(words: &mut [Word], text: &str, regions: &[Region]) {
    for region in regions.iter().map(|region| region.span) {
        let first = words.partition_point(|word| word.span.end() <= region.start());
        let mut last = None;
        for (at, word) in words.iter_mut().enumerate().skip(first) {
            if word.span.start() >= region.end() {
                break;
            }
            word.quoted = if at == first { Quoted::Opens } else { Quoted::Yes };
            last = Some(word);
        }
        if let Some(last) = last.filter(|last| !last.letters && last.quoted == Quoted::Yes) {
            let form = text.get(last.span.range()).unwrap_or_default();
            if form.ends_with(['"', '”', '\'', '’', '»']) {
                last.quoted = Quoted::Closes;
            }
        }
    }
}
