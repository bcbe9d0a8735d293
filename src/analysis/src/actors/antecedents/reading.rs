//! What learning needs: a text read once, whose pronouns can be asked for again and again.

use super::question::Question;
use crate::dates::{self, Dates};
use crate::document::Document;
use crate::{Lexicons, Models, actors, language, paragraphs, read_paragraph, syntax};
use readout_text::SourceText;
use std::sync::Arc;

/// A text read up to its mentions.
#[derive(Debug)]
pub struct Reading {
    doc: Document,
    dates: Dates,
}

impl Reading {
    /// Reads a text.
    pub fn new(
        text: &SourceText,
        date: Option<&str>,
        lexicons: &Lexicons,
        models: &Models,
    ) -> Self {
        let mut paragraphs = paragraphs::split(text);
        let language = language::guess(text, &mut paragraphs, lexicons, true);
        let mut room = syntax::Room::default();
        let doc = Document::join(text, paragraphs, &language, |text, kind| {
            Arc::new(read_paragraph(text, kind, lexicons, models, &mut room))
        });
        let dates = dates::resolve(&doc, date, lexicons);
        Self { doc, dates }
    }

    /// Asks whom each pronoun refers to, in text order; an answer is the place of a candidate.
    pub fn refer(
        &self,
        lexicons: &Lexicons,
        decide: &mut dyn FnMut(&Question<'_>) -> Option<usize>,
    ) {
        actors::tie(&self.doc, &self.dates, lexicons, decide);
    }
}
