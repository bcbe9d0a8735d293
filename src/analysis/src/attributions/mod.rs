//! From words to attributions: source, cue and content, and the speaker behind the source.
//!
//! `find` reads one paragraph: each unit by the rules of its cues, then quotations that go on from
//! the unit before. `resolve` joins what runs over paragraphs, ties sources to actors, finds what
//! likely goes on from a quote, and applies the reader's changes.
//!
//! What always holds: attributions are in text order; content spans are in order and not empty;
//! only the outermost attribution is given. Truth is not judged, and nothing is guessed from
//! outside the text.

mod content;
mod explain;
mod frames;
mod hits;
pub mod learned;
pub(crate) mod lists;
pub(crate) mod marks;
mod order;
mod paragraph;
mod resolve;
mod rules;
mod sources;
#[cfg(test)]
mod tests;
mod view;

pub(crate) use resolve::resolve;

use crate::document::{Base, SyntaxWord, Words};
use crate::lexicons::Lexicons;
use crate::mentions::Mention;
use crate::models::Models;
use readout_contract::report::{Attribution, AttributionKind, ParagraphKind, VerbClass};
use readout_text::Span;

/// An attribution as one paragraph shows it.
#[derive(Clone, Debug)]
pub(crate) struct FoundAttribution {
    pub(crate) source: Option<Span>,
    pub(crate) cue: Option<Span>,
    /// At least one span, except for a cue at the paragraph's end that waits for the next one.
    pub(crate) content: Vec<Span>,
    /// Parts of the content inside quotation marks, marks not included.
    pub(crate) exact: Vec<Span>,
    pub(crate) kind: AttributionKind,
    /// Words that name whom it is said to or against.
    pub(crate) target: Option<Span>,
    pub(crate) verb_class: VerbClass,
    pub(crate) confidence: u8,
    pub(crate) rule: &'static str,
}

impl FoundAttribution {
    /// Whether it rests on quotation marks.
    pub(crate) fn is_marked(&self) -> bool {
        !self.exact.is_empty()
    }

    pub(crate) fn shift(&self, base: Base) -> Self {
        let all = |spans: &[Span]| spans.iter().map(|span| base.span(*span)).collect();
        Self {
            source: self.source.map(|span| base.span(span)),
            cue: self.cue.map(|span| base.span(span)),
            content: all(&self.content),
            exact: all(&self.exact),
            target: self.target.map(|span| base.span(span)),
            ..self.clone()
        }
    }
}

/// The attributions of a text, with their speakers.
#[derive(Debug, Default)]
pub(crate) struct Spoken {
    pub(crate) attributions: Vec<Attribution>,
}

/// Finds what a paragraph attributes by itself, in text order.
pub(crate) fn find(
    words: &Words<'_>,
    kind: ParagraphKind,
    syntax: &[SyntaxWord],
    mentions: &[Mention],
    lexicons: &Lexicons,
    models: &Models,
) -> Vec<FoundAttribution> {
    let regions = marks::regions(words.text);
    let layers = learned::text::Layers { words: *words, syntax };
    let mut seen = learned::Text::new(&layers, &regions, lexicons);
    let learned = learned::find(&mut seen, &models.attributions);
    let view = view::View::new(&layers, regions, mentions, &lexicons.attributions);
    paragraph::read(&view, kind, &learned, &models.attributions)
}
