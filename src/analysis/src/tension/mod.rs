//! From words, actors and attributions to signals, and from signals to pairs and the reading.

pub(crate) mod lists;

use crate::actors::People;
use crate::attributions::Spoken;
use crate::document::Document;
use crate::lexicons::Lexicons;
use crate::models::Models;
use readout_contract::change::ChangeOutcome;
use readout_contract::protocol::Input;
use readout_contract::report::{Signal, TensionPart, TopicsPart, WordsPart};

/// A signal before its issue is known.
pub(crate) type FoundSignal = Signal;

/// Finds the signals of a text, in text order; `issue` is not set yet.
pub(crate) fn find(
    _doc: &Document,
    _people: &People,
    _spoken: &Spoken,
    _lexicons: &Lexicons,
    _models: &Models,
) -> Vec<FoundSignal> {
    Vec::new()
}

/// Sets issues, applies the reader's changes and adds the signals up to pairs and the reading.
#[expect(clippy::too_many_arguments, reason = "the layers of a text, each a plain argument")]
pub(crate) fn weigh(
    _doc: &Document,
    _people: &People,
    _spoken: &Spoken,
    signals: Vec<FoundSignal>,
    _topics: &TopicsPart,
    _words: &WordsPart,
    _input: &Input,
    _outcomes: &mut [ChangeOutcome],
) -> TensionPart {
    TensionPart { signals, ..TensionPart::default() }
}
