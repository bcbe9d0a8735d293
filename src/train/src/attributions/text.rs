//! A text as the attribution models see it: words with their layers, and hashes for their forms.
//!
//! What always holds: words are in text order, and every index points into the same text.

use super::key::hash;
use readout_analysis::training::{fold, lemma, marked, paragraphs};
use readout_analysis::{Lexicons, Models, Relation, SyntaxWord, Upos, syntax_of};
use readout_text::{SourceText, Span};
use std::ops::Range;

/// Where a word stands to quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quoted {
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
pub(super) struct Word {
    pub(super) span: Span,
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
    pub(super) paragraph: u32,
    pub(super) comma: bool,
    /// Whether it has a letter or digit.
    pub(super) letters: bool,
}

/// A text with its layers.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub(super) words: Vec<Word>,
    /// Word indexes of each sentence that has words.
    pub(super) sentences: Vec<Range<usize>>,
    /// Whether each sentence has quotation marks.
    pub(super) marks: Vec<bool>,
    pub(super) paragraphs: Vec<Range<usize>>,
    child_starts: Vec<u32>,
    children: Vec<u32>,
}

impl Text {
    /// Reads a text.
    pub(super) fn read(source: &SourceText, lexicons: &Lexicons, models: &Models) -> Self {
        let (sentences, syntax) = syntax_of(source, lexicons, models);
        let parts = paragraphs(source);
        let mut text = Self::default();
        for (span, syntax) in syntax {
            let place = |spans: &[Span]| {
                spans.partition_point(|part| part.start() <= span.start()).saturating_sub(1) as u32
            };
            let (sentence, paragraph) = (place(&sentences), place(&parts));
            text.words.push(word(
                source.slice(span),
                span,
                syntax,
                (sentence, paragraph),
                lexicons,
            ));
        }
        quote(&mut text.words, source, &parts);
        text.sentences = runs(&text.words, |word| word.sentence);
        text.paragraphs = runs(&text.words, |word| word.paragraph);
        number(&mut text);
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
        self.words.get(near(at, by, within)?)
    }

    /// The paragraph of a word, as a range of words.
    pub(super) fn paragraph(&self, at: usize) -> Range<usize> {
        let paragraph = self.words.get(at).map_or(0, |word| word.paragraph as usize);
        self.paragraphs.get(paragraph).cloned().unwrap_or_default()
    }

    /// The words that share at least a byte with a span.
    pub(super) fn words_of(&self, span: Span) -> Range<usize> {
        let start = self.words.partition_point(|word| word.span.end() <= span.start());
        let end = self.words.partition_point(|word| word.span.start() < span.end());
        start..end.max(start)
    }

    fn tie(&mut self) {
        let mut starts = vec![0_u32; self.words.len() + 1];
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

/// The place so many further, if it is within the range.
pub(super) fn near(at: usize, by: isize, within: &Range<usize>) -> Option<usize> {
    at.checked_add_signed(by).filter(|at| within.contains(at))
}

fn word(
    form: &str,
    span: Span,
    syntax: SyntaxWord,
    (sentence, paragraph): (u32, u32),
    lexicons: &Lexicons,
) -> Word {
    let folded = fold(form);
    let end = |count: usize| {
        let from = folded.char_indices().rev().nth(count - 1).map_or(0, |(at, _)| at);
        hash(folded.get(from..).unwrap_or_default())
    };
    let start = folded.char_indices().nth(3).map_or(folded.len(), |(at, _)| at);
    Word {
        span,
        folded: hash(&folded),
        lemma: hash(&lemma(&folded, syntax.upos, lexicons)),
        shape: shape(form),
        beginning: hash(folded.get(..start).unwrap_or_default()),
        endings: [end(2), end(3)],
        upos: syntax.upos,
        relation: syntax.relation,
        passive: syntax.passive,
        head: syntax.head,
        quoted: Quoted::No,
        sentence,
        paragraph,
        comma: form == ",",
        letters: form.chars().any(char::is_alphanumeric),
    }
}

/// How a word is written, with runs of the same kind shortened: "Xx", "X", "x-x", "0", ",".
fn shape(form: &str) -> u32 {
    let mut shape = String::new();
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
        if !shape.ends_with(kind) {
            shape.push(kind);
        }
    }
    hash(&shape)
}

/// Says of each word where it stands to the quotation marks of its paragraph.
fn quote(words: &mut [Word], source: &SourceText, paragraphs: &[Span]) {
    for paragraph in paragraphs {
        for region in marked(source.slice(*paragraph)) {
            let region = region.shift(paragraph.start());
            let first = words.partition_point(|word| word.span.end() <= region.start());
            let mut last = None;
            for (at, word) in words.iter_mut().enumerate().skip(first) {
                if word.span.start() >= region.end() {
                    break;
                }
                word.quoted = if at == first { Quoted::Opens } else { Quoted::Yes };
                last = Some(word);
            }
            if let Some(last) = last.filter(|last| !last.letters) {
                let ends = source.slice(last.span).ends_with(['"', '”', '\'', '’', '»']);
                if ends && last.quoted == Quoted::Yes {
                    last.quoted = Quoted::Closes;
                }
            }
        }
    }
}

/// Runs of words that share a number.
fn runs(words: &[Word], number: impl Fn(&Word) -> u32) -> Vec<Range<usize>> {
    let mut start = 0;
    words
        .chunk_by(|one, next| number(one) == number(next))
        .map(|run| {
            let range = start..start + run.len();
            start = range.end;
            range
        })
        .collect()
}

/// Numbers sentences and paragraphs by their place among those that have words.
fn number(text: &mut Text) {
    for (number, range) in text.sentences.iter().enumerate() {
        let mut marks = false;
        for word in &mut text.words[range.clone()] {
            word.sentence = number as u32;
            marks |= word.quoted != Quoted::No;
        }
        text.marks.push(marks);
    }
    for (number, range) in text.paragraphs.iter().enumerate() {
        for word in &mut text.words[range.clone()] {
            word.paragraph = number as u32;
        }
    }
}
