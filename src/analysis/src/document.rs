//! The text with its layers: paragraphs, sentences, tokens, syntax, mentions and what paragraphs
//! show by themselves, joined to places in the whole text.
//!
//! What always holds: layers are in text order and refer to each other by index; a document never
//! changes once joined.

use crate::attributions::FoundAttribution;
use crate::dates::FoundDate;
use crate::mentions::Mention;
use readout_contract::ids::ParagraphId;
use readout_contract::report::{Language, Paragraph, ParagraphKind};
use readout_text::{SourceText, Span};
use std::borrow::Cow;
use std::sync::Arc;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters (also with digits, inner hyphens kept out): a word in the treebank's sense.
    Word,
    /// Digits with their inner points and commas.
    Number,
    /// A quotation mark of any form.
    Quote,
    /// Other punctuation and symbols.
    Punctuation,
}

/// A word, number or mark. Tokens and the gaps between them rebuild the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Bytes of the paragraph (while a paragraph is read) or of the text (in a document).
    pub(crate) span: Span,
    /// What it is.
    pub(crate) kind: TokenKind,
}

/// A range of token indexes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct TokenRange {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl TokenRange {
    pub(crate) const fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    pub(crate) const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    pub(crate) const fn contains(self, token: usize) -> bool {
        self.start as usize <= token && token < self.end as usize
    }
}

/// A sentence while it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) span: Span,
    pub(crate) tokens: TokenRange,
    /// Headings, list marks, datelines and speaker labels are not counted as sentences.
    pub(crate) counted: bool,
}

/// Universal part of speech, as Universal Dependencies v2 defines it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are those of the standard, which explains them")]
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

/// Relation to the head, as Universal Dependencies v2 defines it (subtypes left out).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are those of the standard, which explains them")]
pub enum Relation {
    Acl,
    Advcl,
    Advmod,
    Amod,
    Appos,
    Aux,
    Case,
    Cc,
    Ccomp,
    Clf,
    Compound,
    Conj,
    Cop,
    Csubj,
    Dep,
    Det,
    Discourse,
    Dislocated,
    Expl,
    Fixed,
    Flat,
    Goeswith,
    Iobj,
    List,
    Mark,
    Nmod,
    Nsubj,
    Nummod,
    Obj,
    Obl,
    Orphan,
    Parataxis,
    Punct,
    Reparandum,
    Root,
    Vocative,
    Xcomp,
}

/// What syntax says of one token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SyntaxWord {
    /// Part of speech.
    pub upos: Upos,
    /// Index of the head among the tokens; `None` for the root of a sentence.
    pub head: Option<u32>,
    /// Relation to the head.
    pub relation: Relation,
    /// Whether the relation is that of a passive (`nsubj:pass`, `aux:pass`).
    pub passive: bool,
}

/// The words of a paragraph while it is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words<'p> {
    pub(crate) text: &'p str,
    pub(crate) tokens: &'p [Token],
    /// The tokens as lexicons spell them.
    pub(crate) folded: &'p [Cow<'p, str>],
    pub(crate) sentences: &'p [Sentence],
}

/// What one paragraph shows by itself; spans and indexes count from its start.
#[derive(Debug, Default)]
pub(crate) struct ParagraphReading {
    pub(crate) tokens: Vec<Token>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) syntax: Vec<SyntaxWord>,
    pub(crate) mentions: Vec<Mention>,
    pub(crate) attributions: Vec<FoundAttribution>,
    pub(crate) dates: Vec<FoundDate>,
}

/// How far a paragraph's own places lie from the text's.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Base {
    pub(crate) bytes: u32,
    pub(crate) tokens: u32,
}

impl Base {
    pub(crate) fn span(self, span: Span) -> Span {
        span.shift(self.bytes)
    }

    pub(crate) fn tokens(self, range: TokenRange) -> TokenRange {
        TokenRange { start: range.start + self.tokens, end: range.end + self.tokens }
    }
}

/// The joined text.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) text: SourceText,
    pub(crate) paragraphs: Vec<Paragraph>,
    pub(crate) sentences: Vec<Sentence>,
    /// Paragraph of each sentence.
    pub(crate) sentence_paragraphs: Vec<ParagraphId>,
    pub(crate) tokens: Vec<Token>,
    pub(crate) syntax: Vec<SyntaxWord>,
    pub(crate) mentions: Vec<Mention>,
    pub(crate) attributions: Vec<FoundAttribution>,
    pub(crate) dates: Vec<FoundDate>,
}

impl Document {
    /// Reads each English paragraph (from memory where it is known) and joins the layers.
    /// Paragraphs that are not English keep their tokens and sentences only.
    pub(crate) fn join(
        text: &SourceText,
        paragraphs: Vec<Paragraph>,
        language: &Language,
        mut read: impl FnMut(&str, ParagraphKind) -> Arc<ParagraphReading>,
    ) -> Self {
        let mut doc = Self {
            text: text.clone(),
            paragraphs,
            sentences: Vec::new(),
            sentence_paragraphs: Vec::new(),
            tokens: Vec::new(),
            syntax: Vec::new(),
            mentions: Vec::new(),
            attributions: Vec::new(),
            dates: Vec::new(),
        };
        for index in 0..doc.paragraphs.len() {
            let Some(paragraph) = doc.paragraphs.get(index) else { break };
            let (span, kind) = (paragraph.span, paragraph.kind);
            let english = paragraph.english && language.english;
            let reading = read(text.slice(span), kind);
            let base = Base { bytes: span.start(), tokens: doc.tokens.len() as u32 };
            doc.tokens.extend(
                reading.tokens.iter().map(|token| Token { span: base.span(token.span), ..*token }),
            );
            doc.sentences.extend(reading.sentences.iter().map(|sentence| Sentence {
                span: base.span(sentence.span),
                tokens: base.tokens(sentence.tokens),
                ..*sentence
            }));
            doc.sentence_paragraphs.resize(doc.sentences.len(), ParagraphId::new(index));
            doc.syntax.extend(reading.syntax.iter().map(|word| SyntaxWord {
                head: word.head.map(|head| head + base.tokens),
                ..*word
            }));
            if english {
                doc.mentions.extend(reading.mentions.iter().map(|found| found.shift(base)));
                doc.dates.extend(reading.dates.iter().map(|found| found.shift(base)));
            }
            // Quotation marks are shown in any language.
            doc.attributions.extend(
                reading
                    .attributions
                    .iter()
                    .filter(|found| english || found.is_marked())
                    .map(|found| found.shift(base)),
            );
        }
        doc
    }

    /// The words of a span.
    pub(crate) fn words(&self, span: Span) -> &str {
        self.text.slice(span)
    }

    /// The words of a token.
    pub(crate) fn token(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| self.text.slice(token.span))
    }

    /// The sentence that holds a byte offset: the last that starts at or before it.
    pub(crate) fn sentence_at(&self, offset: u32) -> usize {
        self.sentences.partition_point(|sentence| sentence.span.start() <= offset).saturating_sub(1)
    }
}
