//! Paragraphs, sentences, language.

use crate::ids::ParagraphId;
use readout_text::Span;
use serde::{Deserialize, Serialize};

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ParagraphKind {
    /// Running text.
    #[default]
    Body,
    /// A heading or headline: short, no full stop.
    Heading,
    /// An item of a list, with its bullet or number.
    Item,
    /// A turn in a transcript: starts with `NAME:` or `Q:`.
    Turn,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Without the white space around it.
    pub span: Span,
    /// What it is.
    pub kind: ParagraphKind,
    /// Whether it looks English; others are shown but not read for topics and tension.
    pub english: bool,
}

/// A sentence: the unit of counting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Without the white space around it.
    pub span: Span,
    /// The paragraph it stands in.
    pub paragraph: ParagraphId,
    /// Whether it is counted as a sentence of the text (a heading is not).
    pub counted: bool,
}

/// Whether the text is English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Language {
    /// Whether the text is read as English.
    pub english: bool,
    /// Share of words that look English, in percent, over the first 2,000 words.
    pub share: u8,
    /// The language it looks like instead, as a BCP 47 tag, if one is recognized.
    pub looks_like: Option<String>,
}

/// How much can be said of a text of this length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Extent {
    /// No text.
    #[default]
    Empty,
    /// Under 20 words, or no sentence end: nothing is shown.
    TooShort,
    /// 20 to 59 words: quotes and topics, no tension reading.
    Short,
    /// 60 words or more.
    Full,
}
