//! Mentions, actors, attributions, dates.

use super::RuleId;
use crate::ids::{ActorId, MentionId, SentenceId};
use readout_text::Span;
use serde::{Deserialize, Serialize};

/// How a mention names someone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MentionKind {
    /// By name: "Wang Yi", "the State Department".
    Name,
    /// By an adjective or people's name: "Chinese", "the Russians".
    Demonym,
    /// By a seat of government or office building that stands for it: "Washington", "the Kremlin".
    Metonym,
    /// By a role or description: "the foreign minister", "the two sides".
    Noun,
    /// By a pronoun: "he", "they", "we".
    Pronoun,
}

/// Words that name someone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// All of its words, title included.
    pub span: Span,
    /// The name itself, or the noun.
    pub head: Span,
    /// How it names.
    pub kind: MentionKind,
    /// Whom it names; `None` if that cannot be told.
    pub actor: Option<ActorId>,
    /// Why it was found.
    pub rule: RuleId,
}

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ActorKind {
    /// A person.
    Person,
    /// A state or territory, as government or as place.
    State,
    /// An organization: ministry, alliance, party, company, newspaper.
    Body,
    /// An unnamed group: "US officials", "analysts", a speaker's "we".
    Group,
    /// A document that speaks: an editorial, a statement, a report.
    Document,
    /// A place that does not act: a city, a sea.
    Place,
    /// An event with a name.
    Event,
}

/// Somebody (or something) the text speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The name to show: in full as first given, or the gazetteer's for states and known bodies.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// The role in the text's own words: "Chinese Foreign Minister".
    pub role: Option<Span>,
    /// The state or body it belongs to, if the text says so.
    pub side: Option<ActorId>,
    /// Whether it is unnamed ("representatives of the US State Department").
    pub unnamed: bool,
    /// Its mentions, in text order; never empty.
    pub mentions: Vec<MentionId>,
    /// ISO 3166-1 alpha-3 code of a state, or a code of the gazetteer.
    pub code: Option<String>,
}

/// The form of a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AttributionKind {
    /// All words inside quotation marks.
    Exact,
    /// Some words inside quotation marks.
    PartExact,
    /// No quotation marks.
    Reported,
    /// No verb of speech; seems to go on from the quote before. Counted apart.
    Likely,
    /// Speech is mentioned, its words are not given ("has been questioned by officials"). Not counted.
    Mentioned,
}

/// How the speaker was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SpeakerFound {
    /// Named at the quote.
    Named,
    /// By reference: the chain leads from the words at the quote to a name.
    Reference,
    /// A group or institution, named or not.
    Group,
    /// Not clear.
    Unclear,
    /// Said so by the reader.
    Reader,
}

/// What the cue claims about the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum VerbClass {
    /// said, told, added.
    Neutral,
    /// warned, accused, insisted, demanded.
    Strong,
    /// claimed, alleged: the writer keeps a distance.
    Doubtful,
}

/// Words that the text attributes to someone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    /// The words that name the speaker in place ("He"); `None` if not stated.
    pub source: Option<Span>,
    /// "said", "according to"; `None` for a likely quote and for transcript turns.
    pub cue: Option<Span>,
    /// What is said; at least one span, several when the cue interrupts.
    pub content: Vec<Span>,
    /// The parts of the content inside quotation marks, marks not included.
    pub exact: Vec<Span>,
    /// Its form.
    pub kind: AttributionKind,
    /// Who speaks.
    pub speaker: Option<ActorId>,
    /// How the speaker was found.
    pub found: SpeakerFound,
    /// From the words in place to the name: He → Wang → Wang Yi. Empty when named in place.
    pub chain: Vec<Span>,
    /// Whom it is said to or against: "told Blinken", "accused China".
    pub target: Option<ActorId>,
    /// What the cue claims.
    pub verb_class: VerbClass,
    /// The sentences its content touches, in order; never empty.
    pub sentences: Vec<SentenceId>,
    /// How sure, in percent.
    pub confidence: u8,
    /// Why it was found.
    pub rule: RuleId,
    /// Whether the reader made or changed it.
    pub by_reader: bool,
}

/// A date in the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Date {
    /// Its words.
    pub span: Span,
    /// At its own precision: `2016`, `2016-09`, `2016-09-07`, a week as `2016-W36`, a
    /// season as `2016-22` (21 to 24, from spring), a
    /// decade as `201`, a century as `20`; `None` if it cannot be told.
    pub value: Option<String>,
    /// Why it was found.
    pub rule: RuleId,
}
