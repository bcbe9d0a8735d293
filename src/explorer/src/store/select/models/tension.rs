//! What components show of signs, voices, pairs and changes. Plain data, as in the module above.

use super::{Gauge, Lean};
use readout_contract::change::ChangeOutcome;
use readout_contract::ids::{ActorId, PairId, SentenceId, SignalId, TopicId};
use readout_contract::report::{Band, ModifierKind, QuadClass, QuadCounts, Scope, Sign};

/// Whose words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VoiceName {
    /// The writer's.
    Writer,
    /// A speaker's: name, initials, hue.
    Speaker(String, String, u8),
    /// A speaker's who is not clear.
    Unclear,
}

/// One sign of strain or easing.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing to show")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceLine {
    /// Which.
    pub id: SignalId,
    /// Strain or easing, after modifiers.
    pub sign: Sign,
    /// Its phrase.
    pub phrase: String,
    /// Its sentence; `true`: the phrase.
    pub pieces: Vec<(String, bool)>,
    /// Where.
    pub sentence: SentenceId,
    /// Number of the sentence.
    pub number: Option<u32>,
    /// Who acts or speaks.
    pub source: Option<String>,
    /// Towards whom.
    pub target: Option<String>,
    /// Source or target was inferred.
    pub inferred: bool,
    /// Goes both ways.
    pub symmetric: bool,
    /// Whose words.
    pub voice: VoiceName,
    /// Weight in hundredths.
    pub weight: u16,
    /// Weight before modifiers.
    pub full_weight: u16,
    /// How strong: 1 slight, 2 moderate, 3 strong.
    pub level: u8,
    /// Class.
    pub quad: QuadClass,
    /// How the text holds it.
    pub scope: Scope,
    /// Modifiers and the words that show them.
    pub modifiers: Vec<(ModifierKind, String)>,
    /// The topic it is over.
    pub issue: Option<String>,
    /// It counts in the reading.
    pub counts: bool,
    /// Whether the reading speaks of it; other signs are about other pairs.
    pub in_reading: bool,
    /// The reader left it out.
    pub left_out: bool,
    /// The reader turned it.
    pub flipped: bool,
    /// It is in hand.
    pub chosen: bool,
    /// Why it was found.
    pub rule: String,
    /// The reader's last change is about it, and the value before and after it.
    pub moved: Option<(u8, u8)>,
}

/// How many signs are in one voice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoiceLine {
    /// Whose.
    pub voice: VoiceName,
    /// Signs of strain.
    pub strain: u32,
    /// Signs of easing.
    pub easing: u32,
}

/// Why this reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// The reading.
    pub gauge: Gauge,
    /// The three strongest signs of strain.
    pub strain: Vec<EvidenceLine>,
    /// The three strongest signs of easing.
    pub easing: Vec<EvidenceLine>,
    /// What was lowered or turned.
    pub lowered: Vec<EvidenceLine>,
    /// The smallest set of signs without which the word would be another.
    pub would_change: Vec<EvidenceLine>,
    /// The engine's version.
    pub engine: String,
}

/// The strip of sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strip {
    /// One bar per counted sentence.
    pub bars: Vec<StripBar>,
    /// Indexes into `bars` where the second and the third third begin.
    pub thirds: [usize; 2],
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StripBar {
    /// Which sentence.
    pub sentence: SentenceId,
    /// Its number.
    pub number: u32,
    /// Strain, 0–100 of the highest bar of this text.
    pub strain: u8,
    /// Easing, 0–100.
    pub easing: u8,
    /// Strength: 0 none, 1 slight, 2 moderate, 3 strong.
    pub strength: u8,
    /// The side that is heavier, if any.
    pub sign: Option<Sign>,
    /// The words are a speaker's: hatched. `None`: the writer's, solid.
    pub speaker: Option<String>,
    /// A filter is on and it does not match.
    pub dimmed: bool,
    /// It is in hand.
    pub chosen: bool,
}

/// The table of pairs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs {
    /// The pair most described.
    pub top: Option<PairCard>,
    /// Actors of rows and columns, at first eight: id, name.
    pub actors: Vec<(ActorId, String)>,
    /// Actors beyond the first eight.
    pub more: u32,
    /// Row acts or speaks towards column.
    pub cells: Vec<Vec<Option<PairCell>>>,
    /// All pairs, most signals first.
    pub list: Vec<PairCard>,
    /// Over what they speak and act.
    pub issues: Issues,
}

/// Issues in rows, pairs in columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Issues {
    /// The pairs, with the names of both.
    pub columns: Vec<(PairId, String, String)>,
    /// The issues.
    pub rows: Vec<IssueRow>,
}

/// What each pair says and does over an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueRow {
    /// The issue's topic.
    pub topic: TopicId,
    /// Its label.
    pub label: String,
    /// Signs of strain and of easing, for each pair.
    pub signs: Vec<(u32, u32)>,
}

/// A cell of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairCell {
    /// The pair, and whether this is its forward direction.
    pub pair: (PairId, bool),
    /// Counts by class.
    pub counts: QuadCounts,
    /// Lean.
    pub lean: Lean,
    /// It is in hand.
    pub chosen: bool,
}

/// A pair with both directions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairCard {
    /// Which.
    pub id: PairId,
    /// Names: first, second.
    pub names: (String, String),
    /// First towards second.
    pub forward: PairCell,
    /// Second towards first.
    pub backward: PairCell,
    /// Its own value.
    pub value: Option<u8>,
    /// Its range.
    pub range: Option<(u8, u8)>,
    /// Its word.
    pub band: Option<Band>,
    /// Strain and easing are both strong.
    pub mixed: bool,
    /// How many signs.
    pub signals: u32,
    /// It is in hand.
    pub chosen: bool,
}

/// What kind of change, as a message key's end: `change-kind-leave-out` ….
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeLine {
    /// Its number in the list, for `RemoveChange`.
    pub index: usize,
    /// Message key: `change-leave-out`, `change-flip`, `change-speaker`, `change-not-quote`,
    /// `change-quote`, `change-edges`, `change-hide-topic`, `change-rename-topic`, `change-merge`,
    /// `change-add-words`, `change-add-issue`.
    pub key: &'static str,
    /// The words or the label it is about (`$what`).
    pub what: String,
    /// The new speaker, label or name (`$to`), if any; empty for "not clear".
    pub to: Option<String>,
    /// What became of it; `None` while it is read.
    pub outcome: Option<ChangeOutcome>,
    /// It came with the link.
    pub by_sender: bool,
}

/// For the live region: "Reading ready: 12 quotes, 14 topics, tension Strained".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// Quotes that count.
    pub quotes: u32,
    /// Topics.
    pub topics: u32,
    /// The word of the reading.
    pub band: Option<Band>,
}
