//! What is in hand: a sentence, an item, a card.

use readout_contract::ids::{AttributionId, PairId, SentenceId, SignalId, TopicId};
use readout_contract::report::TopicKind;
use readout_text::CodePointSpan;

/// A thing in the reading that can be in hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A quote.
    Quote(AttributionId),
    /// A sign of strain or easing.
    Signal(SignalId),
    /// A topic.
    Topic(TopicId),
    /// A pair; whether from the first to the second (`Some(true)`), back, or both (`None`).
    Pair(PairId, Option<bool>),
    /// What a pair says and does over a topic.
    PairOver(PairId, TopicId),
}

/// A card of topics that can be open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TopicCard {
    /// Of a topic: why it is one, and what can be done with it.
    Of(TopicKey),
    /// To make an issue of the reader's own.
    New,
}

/// What is in hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The sentence: outlined, its card may be open.
    pub sentence: Option<SentenceId>,
    /// The item: chosen in the card or in the panel.
    pub item: Option<Item>,
    /// Whether the sentence's card is open.
    pub card: bool,
    /// The card of topics, in the place of the sentence's.
    pub topic: Option<TopicCard>,
    /// Where the reader was before the last jump.
    pub back: Option<SentenceId>,
    /// The place that the opened link points at, in code points of the text, until it is found.
    pub anchor: Option<CodePointSpan>,
    /// Whether the sentence is in hand because a link points at it.
    pub linked: bool,
    /// Whether the quote in hand is being corrected.
    pub correcting: bool,
    /// Counts up when the text is to scroll to the sentence.
    pub scroll: u32,
}

/// A topic by what the reader sees, which stays when ids move.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TopicKey {
    /// Its layer.
    pub kind: TopicKind,
    /// Its label.
    pub label: String,
}
