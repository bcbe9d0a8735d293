//! What learning needs: the questions that a text asks.

use super::Decide;
use crate::dates;
use crate::document::Document;
use crate::tension::find_with;
use crate::{Lexicons, Models, actors, attributions, language, paragraphs, read_paragraph, syntax};
use readout_text::SourceText;
use std::sync::Arc;

/// Asks who acts in each phrase of a text and towards whom, in text order.
pub fn ask(text: &SourceText, lexicons: &Lexicons, models: &Models, decide: &mut Decide<'_>) {
    let mut paragraphs = paragraphs::split(text);
    let language = language::guess(text, &mut paragraphs, lexicons, true);
    let mut room = syntax::Room::default();
    let doc = Document::join(text, paragraphs, &language, |text, kind| {
        Arc::new(read_paragraph(text, kind, lexicons, models, &mut room))
    });
    let dates = dates::resolve(&doc, None, lexicons);
    let mut people = actors::resolve(&doc, &dates, lexicons, &[], &mut []);
    let spoken = attributions::resolve(&doc, &people, lexicons, &[], &mut []);
    actors::participants(&doc, &mut people, &spoken);
    find_with(&doc, &people, &spoken, lexicons, decide);
}
