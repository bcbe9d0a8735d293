//! Signals, pairs and the tension reading.

use super::RuleId;
use crate::ids::{ActorId, AttributionId, PairId, SentenceId, SignalId, TopicId};
use readout_text::Span;
use serde::{Deserialize, Serialize};

/// Strain or easing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Sign {
    /// Strain.
    Strain,
    /// Easing.
    Easing,
}

/// Class of an act or statement, after the quad classes of CAMEO and PLOVER.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum QuadClass {
    /// 0: a state described, no act toward anyone.
    Statement,
    /// 1: words of cooperation.
    VerbalCooperation,
    /// 2: acts of cooperation.
    MaterialCooperation,
    /// 3: words of conflict.
    VerbalConflict,
    /// 4: acts of conflict.
    MaterialConflict,
}

/// How the text holds a signal true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scope {
    /// Stated as so.
    Asserted,
    /// A party's claim.
    Reported,
    /// Planned, promised or threatened.
    Planned,
    /// Hedged: may, could, reportedly.
    Hedged,
    /// Conditional or hypothetical.
    Conditional,
    /// Past and over.
    Past,
    /// Negated.
    Negated,
}

/// What lowered or turned a signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ModifierKind {
    /// not, never, denied.
    Negated,
    /// may, could, appears.
    Hedged,
    /// if, would.
    Conditional,
    /// had, former, last year.
    Past,
    /// will, plans to, threatens to.
    Planned,
    /// although, despite: the main clause wins.
    Conceded,
    /// growing, deeply: raises.
    Intensified,
    /// slightly, partly: lowers.
    Softened,
    /// lift, end, ease: turns the sign.
    Relieved,
    /// About an actor outside the pair.
    OtherActor,
}

/// A modifier and the words that show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Modifier {
    /// What it does.
    pub kind: ModifierKind,
    /// Its words.
    pub span: Span,
}

/// Whose words a signal is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Voice {
    /// The writer's.
    Writer,
    /// A speaker's, inside this attribution.
    Speaker(AttributionId),
}

/// What a reader did to a signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SignalEdit {
    /// Left out: it does not count.
    LeftOut,
    /// Its sign is turned.
    Flipped,
}

/// A phrase of strain or easing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signal {
    /// The phrase.
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: SentenceId,
    /// Strain or easing, after modifiers.
    pub sign: Sign,
    /// Class, after modifiers.
    pub quad: QuadClass,
    /// PLOVER event of the row ("ACCUSE"), or empty for a state.
    pub event: RuleId,
    /// Ordinal strength, 1 to 3.
    pub level: u8,
    /// Weight in hundredths after modifiers, never negative; the sign is in `sign`. 0 does not count.
    pub weight: u16,
    /// Weight in hundredths before modifiers.
    pub full_weight: u16,
    /// Who acts or speaks.
    pub source: Option<ActorId>,
    /// Towards whom.
    pub target: Option<ActorId>,
    /// The words of the sentence that tell who acts or speaks, also where no actor stands for them
    /// ("protesters").
    pub source_words: Option<Span>,
    /// The words of the sentence that tell towards whom or what.
    pub target_words: Option<Span>,
    /// Whether source or target was inferred rather than read from the clause.
    pub inferred: bool,
    /// Whether it goes both ways (they met, they agreed).
    pub symmetric: bool,
    /// Over what: the nearest topic.
    pub issue: Option<TopicId>,
    /// Whose words.
    pub voice: Voice,
    /// How the text holds it.
    pub scope: Scope,
    /// What lowered, raised or turned it.
    pub modifiers: Vec<Modifier>,
    /// Why it was found: the row of the list.
    pub rule: RuleId,
    /// What the reader did to it.
    pub by_reader: Option<SignalEdit>,
}

/// Signals of one direction, counted by class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuadCounts {
    /// Words of cooperation.
    pub verbal_cooperation: u32,
    /// Acts of cooperation.
    pub material_cooperation: u32,
    /// Words of conflict.
    pub verbal_conflict: u32,
    /// Acts of conflict.
    pub material_conflict: u32,
    /// States described (0 class), strain or easing.
    pub statements: u32,
}

/// One direction of a pair: `source` acts or speaks towards `target`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DirectedPair {
    /// Who acts or speaks.
    pub source: ActorId,
    /// Towards whom.
    pub target: ActorId,
    /// How many signals of each class.
    pub counts: QuadCounts,
    /// Sum of weights of strain, hundredths.
    pub strain: u32,
    /// Sum of weights of easing, hundredths.
    pub easing: u32,
}

/// Two actors (states and bodies; a person counts for the side) and what passes between them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// From the actor mentioned first to the other.
    pub forward: DirectedPair,
    /// The other way.
    pub backward: DirectedPair,
    /// Signals of the pair, in text order.
    pub signals: Vec<SignalId>,
    /// 0–100, or `None` for too few signals.
    pub value: Option<u8>,
    /// Middle 80 % of the re-samples.
    pub range: Option<(u8, u8)>,
    /// Strain and easing are both strong.
    pub mixed: bool,
}

/// The word for a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Band {
    /// 0–24.
    Calm,
    /// 25–49.
    Strained,
    /// 50–74.
    Tense,
    /// 75–100.
    Severe,
}

impl Band {
    /// The band of a value of 0–100.
    pub const fn of(value: u8) -> Self {
        match value {
            0..=24 => Self::Calm,
            25..=49 => Self::Strained,
            50..=74 => Self::Tense,
            _ => Self::Severe,
        }
    }
}

/// Last third of the text against the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trend {
    /// Lower.
    Easing,
    /// About the same.
    Steady,
    /// Higher.
    Worsening,
}

/// How many signals are in one voice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoiceShare {
    /// The speaker; `None` is the writer.
    pub speaker: Option<ActorId>,
    /// Whether the words are a speaker's who is not clear (then `speaker` is `None` as well).
    pub unclear: bool,
    /// Signals of strain.
    pub strain: u32,
    /// Signals of easing.
    pub easing: u32,
}

/// What the signals of a text add up to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TensionReading {
    /// 0–100; `None` with fewer than five signals or too little text.
    pub value: Option<u8>,
    /// Middle 80 % of 500 fixed-seed re-samples of the sentences, widened where they are few.
    pub range: Option<(u8, u8)>,
    /// The word for the value.
    pub band: Option<Band>,
    /// Last third against first third.
    pub trend: Option<Trend>,
    /// Strain and easing are both strong.
    pub mixed: bool,
    /// The pair that the value speaks of; `None`: all actors together.
    pub pair: Option<PairId>,
    /// Signals of strain that count.
    pub strain: u32,
    /// Signals of easing that count.
    pub easing: u32,
    /// The signals the value is made of, in text order.
    pub signals: Vec<SignalId>,
    /// Whose words, the writer first, then most signals first.
    pub voices: Vec<VoiceShare>,
    /// Value of each third of the text, where it has signals.
    pub thirds: [Option<u8>; 3],
    /// Signals of words and of acts.
    pub words_and_acts: (u32, u32),
    /// Signals that are planned or threatened, and the rest.
    pub planned: u32,
    /// The smallest set of signals without which the reading would be in the next band, if small.
    pub would_change: Vec<SignalId>,
}
