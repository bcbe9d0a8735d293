//! A reader's corrections. Each is one small record tied to words of the text.
//!
//! A change that no longer finds its words is reported as lost, never dropped in silence.

use readout_text::CodePointSpan;
use serde::{Deserialize, Serialize};

/// Where a change belongs: a place, and the words that stood there when it was made. The place is
/// tried first, then the nearest occurrence of the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The place, in Unicode code points of the text.
    pub span: CodePointSpan,
    /// The words at that place.
    pub words: String,
}

/// Who speaks, as the reader says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SpeakerChoice {
    /// The actor with this name (as the report gives it).
    Actor(String),
    /// Somebody whom the text does not name so.
    Typed(String),
    /// It cannot be told.
    Unclear,
}

/// One correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// This signal does not count.
    LeaveOutSignal {
        /// The signal's words.
        at: Anchor,
    },
    /// This signal has the other sign.
    FlipSignal {
        /// The signal's words.
        at: Anchor,
    },
    /// This quote has another speaker.
    Speaker {
        /// The first content span of the quote.
        at: Anchor,
        /// Who says it.
        speaker: SpeakerChoice,
    },
    /// This is not a quote.
    NotQuote {
        /// The first content span of the quote.
        at: Anchor,
    },
    /// These words are a quote.
    Quote {
        /// The quoted words.
        at: Anchor,
        /// Who says them.
        speaker: SpeakerChoice,
    },
    /// Do not show this topic; its label.
    HideTopic(String),
    /// Show this topic under another label.
    RenameTopic {
        /// The label now.
        from: String,
        /// The reader's label.
        to: String,
    },
    /// These two topics are one; where it shows is what showed either.
    MergeTopics {
        /// The label that stays.
        keep: String,
        /// The label that goes.
        merge: String,
    },
    /// These words show this topic as well.
    AddTopicWords {
        /// The topic's label.
        topic: String,
        /// Words and phrases, parted by commas; a star stands for any ending.
        words: String,
    },
    /// An issue of the reader's own.
    AddIssue {
        /// Its label.
        label: String,
        /// Words and phrases, parted by commas; a star stands for any ending.
        words: String,
    },
    /// These two names are one actor.
    MergeActors {
        /// The name that stays.
        keep: String,
        /// The name that becomes an alias.
        merge: String,
    },
}

/// What became of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChangeOutcome {
    /// It took effect.
    Applied,
    /// Its words, topic or actor are not in the text any more.
    LostItsPlace,
}
