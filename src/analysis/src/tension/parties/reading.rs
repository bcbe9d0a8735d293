//! What learning needs: the questions that a text asks.

use super::Decide;
use crate::tension::find_with;
use crate::{Input, Lexicons, Models, understand};
use readout_text::SourceText;

/// Asks who acts in each phrase of a text and towards whom, in text order.
pub fn ask(text: &SourceText, lexicons: &Lexicons, models: &Models, decide: &mut Decide<'_>) {
    let input = Input { read_anyway: true, ..Input::default() };
    let (doc, people, spoken) = understand(text, &input, lexicons, models);
    find_with(&doc, &people, &spoken, lexicons, decide);
}
