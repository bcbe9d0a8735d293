//! What components show of speakers and quotes.

use readout_contract::ids::{ActorId, AttributionId, SentenceId};
use readout_contract::report::{ActorKind, Attribution, AttributionKind, SpeakerFound, VerbClass};

/// Counts of quotes by form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FormCounts {
    /// All words in quotation marks.
    pub exact: u32,
    /// Some.
    pub part_exact: u32,
    /// None.
    pub reported: u32,
    /// No verb of speech; counted apart.
    pub likely: u32,
    /// Speech without words; not counted.
    pub mentioned: u32,
}

impl FormCounts {
    /// Quotes that count: without likely and mentioned ones.
    pub const fn counted(self) -> u32 {
        self.exact + self.part_exact + self.reported
    }
}

/// A speaker and what is attributed to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeakerGroup {
    /// Who; `None`: not clear.
    pub actor: Option<ActorId>,
    /// The name; empty when not clear.
    pub name: String,
    /// Two letters.
    pub initials: String,
    /// One of five hues, 0–4.
    pub hue: u8,
    /// What it is.
    pub kind: Option<ActorKind>,
    /// Role in the words of the text.
    pub role: Option<String>,
    /// Country or body.
    pub side: Option<String>,
    /// An unnamed group.
    pub unnamed: bool,
    /// Quotes by form.
    pub counts: FormCounts,
    /// Verbs in order of the text, each once, with what they claim: said · claimed.
    pub verbs: Vec<(String, VerbClass)>,
    /// Where in the text they speak: percent from the start, and length in percent (at least 1).
    pub places: Vec<(u8, u8)>,
    /// Whether the filter keeps only this speaker.
    pub on: bool,
    /// The quotes, in text order, after the filters.
    pub quotes: Vec<QuoteCard>,
    /// Speech that is mentioned without its words, after the filters.
    pub mentions: Vec<QuoteCard>,
    /// How many quotes the filters hide.
    pub hidden: u32,
}

/// How sure a quote is, in a word. The figure is a measured probability, so a half is the line
/// between what is more likely right and what is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// Under a half: shown, and marked.
    Low,
    /// Under 85 in a hundred.
    Middle,
    /// Nearly always right, or said so by the reader.
    High,
}

impl Sure {
    /// Of a quote.
    pub fn of(quote: &Attribution) -> Self {
        match quote.confidence {
            _ if quote.by_reader => Self::High,
            0..50 => Self::Low,
            50..85 => Self::Middle,
            85.. => Self::High,
        }
    }
}

/// Which way the edges of a quote can go by a word: earlier, later.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EdgeSteps {
    /// Its start.
    pub start: (bool, bool),
    /// Its end.
    pub end: (bool, bool),
}

/// One quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteCard {
    /// Which.
    pub id: AttributionId,
    /// Its words in order; `true`: inside quotation marks in the text. The marks are in no piece.
    /// Between pieces of a quote that is interrupted stands " … ".
    pub pieces: Vec<(String, bool)>,
    /// Its form.
    pub form: AttributionKind,
    /// The verb or other cue, in the text's words.
    pub verb: Option<String>,
    /// What the cue claims.
    pub verb_class: VerbClass,
    /// How the speaker was found.
    pub found: SpeakerFound,
    /// He → Wang → Wang Yi.
    pub chain: Vec<String>,
    /// Whom it is said to or against.
    pub target: Option<String>,
    /// Name, initials and hue of the speaker; empty name: not clear.
    pub speaker: (String, String, u8),
    /// Its first sentence.
    pub sentence: SentenceId,
    /// Number of the sentence, from 1.
    pub number: Option<u32>,
    /// How sure, in a word.
    pub sure: Sure,
    /// How sure, in percent.
    pub confidence: u8,
    /// Which way its edges can be moved.
    pub edges: EdgeSteps,
    /// Why it was found.
    pub rule: String,
    /// Whether the reader made or changed it.
    pub by_reader: bool,
    /// Whether it is in hand.
    pub chosen: bool,
}

/// What the quotes of a text can be filtered by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuoteChoices {
    /// The verbs do not all claim the same.
    pub verbs: bool,
    /// States and bodies whose people speak, and how many quotes they have.
    pub sides: Vec<(String, u32)>,
    /// Actors named inside quotes, and in how many.
    pub about: Vec<(String, u32)>,
}

/// What a change of the reader moved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// Speakers with another number of quotes: before, now. An empty name: not clear.
    pub speakers: Vec<(String, u32, u32)>,
    /// The value of the tension reading: before, now.
    pub value: (Option<u8>, Option<u8>),
}
