//! What learning needs: a text read once, whose pronouns can be asked for again and again.

use super::question::Question;
use crate::dates::Dates;
use crate::document::Document;
use crate::{Lexicons, Models, actors, read_alone};
use readout_text::SourceText;

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
        let (doc, dates) = read_alone(text, true, date, lexicons, models);
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
