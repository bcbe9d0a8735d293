//! From the text, its actors and its signals to topics: issues, terms of this article, things.

pub(crate) mod lists;

use crate::actors::People;
use crate::document::Document;
use crate::lexicons::Lexicons;
use crate::tension::FoundSignal;
use readout_contract::change::ChangeOutcome;
use readout_contract::protocol::Input;
use readout_contract::report::TopicsPart;

/// Scores the topics of a text. `signals` give each topic its lean.
pub(crate) fn score(
    _doc: &Document,
    _people: &People,
    _signals: &[FoundSignal],
    _lexicons: &Lexicons,
    _input: &Input,
    _outcomes: &mut [ChangeOutcome],
) -> TopicsPart {
    TopicsPart::default()
}
