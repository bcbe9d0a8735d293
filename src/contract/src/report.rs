//! The reading of one text, ready to show: one list a layer, byte spans, no copies of words except
//! names and labels.
//!
//! What always holds: ids exist in their list; spans lie inside the text, on character edges; a
//! list is in the order that its id type states; every finding carries the `rule` that made it.

mod attributions;
mod tension;
mod topics;
mod words;

pub use attributions::{
    Actor, ActorKind, Attribution, AttributionKind, Date, Mention, MentionKind, SpeakerFound,
    VerbClass,
};
pub use tension::{
    Band, DirectedPair, Modifier, ModifierKind, Pair, QuadClass, QuadCounts, Scope, Sign, Signal,
    SignalEdit, TensionReading, Trend, Voice, VoiceShare,
};
pub use topics::{Topic, TopicEvidence, TopicFound, TopicKind};
pub use words::{Extent, Language, Paragraph, ParagraphKind, Sentence};

use crate::change::ChangeOutcome;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Raised whenever the report changes its shape.
pub const SCHEMA: u32 = 2;

/// The name of the rule that made a finding; stable, for "why?".
pub type RuleId = Cow<'static, str>;

/// Everything found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// [`SCHEMA`] of the engine that read the text.
    pub schema: u32,
    /// The engine's version.
    pub engine: String,
    /// Paragraphs, sentences, language.
    pub words: WordsPart,
    /// Mentions, actors, attributions and dates.
    pub attributions: AttributionsPart,
    /// Topics.
    pub topics: TopicsPart,
    /// Signals, pairs and the reading.
    pub tension: TensionPart,
    /// What became of each change of the input, in its order.
    pub changes: Vec<ChangeOutcome>,
}

/// What is known first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordsPart {
    /// Whether the text is English enough to read.
    pub language: Language,
    /// Whether there is enough text for each kind of finding.
    pub extent: Extent,
    /// Words in the text.
    pub words: u32,
    /// Paragraphs, in text order.
    pub paragraphs: Vec<Paragraph>,
    /// Sentences, in text order.
    pub sentences: Vec<Sentence>,
}

/// Who said what, and who everybody is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttributionsPart {
    /// Mentions, in text order.
    pub mentions: Vec<Mention>,
    /// Actors, in order of first mention.
    pub actors: Vec<Actor>,
    /// Attributions, in order of their first words.
    pub attributions: Vec<Attribution>,
    /// Dates, in text order.
    pub dates: Vec<Date>,
    /// The date that relative dates count from, `YYYY-MM-DD`, if one is known.
    pub dateline: Option<String>,
}

/// What the text is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicsPart {
    /// Topics: issues, terms, places, organisations, events; most sentences first in each.
    pub topics: Vec<Topic>,
}

/// Strain and easing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TensionPart {
    /// Signals, in text order.
    pub signals: Vec<Signal>,
    /// Pairs of actors, most signals first.
    pub pairs: Vec<Pair>,
    /// What the signals add up to.
    pub reading: TensionReading,
}

/// A part of a report, told as soon as it is known, in this order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// Paragraphs and sentences.
    Words(WordsPart),
    /// Actors and attributions.
    Attributions(AttributionsPart),
    /// Topics.
    Topics(TopicsPart),
    /// Tension.
    Tension(TensionPart),
}
