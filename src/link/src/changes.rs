//! A reader's changes as they travel: `{"do":"leave-out","at":[462,644],"words":"…"}`.
//!
//! A copy of [`Change`] on purpose: the contract's types follow the program, links are for ever.

use readout_contract::change::{Anchor, Change, SpeakerChoice};
use readout_text::CodePointSpan;
use serde::{Deserialize, Serialize};

/// One change. Names are frozen.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub(crate) enum WireChange {
    LeaveOut {
        #[serde(flatten)]
        at: Place,
    },
    Flip {
        #[serde(flatten)]
        at: Place,
    },
    Speaker {
        #[serde(flatten)]
        at: Place,
        #[serde(flatten)]
        by: Who,
    },
    NotQuote {
        #[serde(flatten)]
        at: Place,
    },
    Quote {
        #[serde(flatten)]
        at: Place,
        #[serde(flatten)]
        by: Who,
    },
    Hide {
        topic: String,
    },
    Rename {
        topic: String,
        to: String,
    },
    Merge {
        keep: String,
        merge: String,
    },
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Place {
    at: (u32, u32),
    words: String,
}

/// Neither field: it cannot be told.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Who {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    actor: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    typed: Option<String>,
}

impl From<&Anchor> for Place {
    fn from(anchor: &Anchor) -> Self {
        Self { at: (anchor.span.start, anchor.span.end), words: anchor.words.clone() }
    }
}

impl From<Place> for Anchor {
    fn from(place: Place) -> Self {
        let (start, end) = place.at;
        Self { span: CodePointSpan { start, end: end.max(start) }, words: place.words }
    }
}

impl From<&SpeakerChoice> for Who {
    fn from(choice: &SpeakerChoice) -> Self {
        let (actor, typed) = match choice {
            SpeakerChoice::Actor(name) => (Some(name.clone()), None),
            SpeakerChoice::Typed(name) => (None, Some(name.clone())),
            SpeakerChoice::Unclear => (None, None),
        };
        Self { actor, typed }
    }
}

impl From<Who> for SpeakerChoice {
    fn from(who: Who) -> Self {
        match (who.actor, who.typed) {
            (Some(name), _) => Self::Actor(name),
            (None, Some(name)) => Self::Typed(name),
            (None, None) => Self::Unclear,
        }
    }
}

impl From<&Change> for WireChange {
    fn from(change: &Change) -> Self {
        match change {
            Change::LeaveOutSignal { at } => Self::LeaveOut { at: at.into() },
            Change::FlipSignal { at } => Self::Flip { at: at.into() },
            Change::Speaker { at, speaker } => Self::Speaker { at: at.into(), by: speaker.into() },
            Change::NotQuote { at } => Self::NotQuote { at: at.into() },
            Change::Quote { at, speaker } => Self::Quote { at: at.into(), by: speaker.into() },
            Change::HideTopic(topic) => Self::Hide { topic: topic.clone() },
            Change::RenameTopic { from, to } => {
                Self::Rename { topic: from.clone(), to: to.clone() }
            }
            Change::MergeActors { keep, merge } => {
                Self::Merge { keep: keep.clone(), merge: merge.clone() }
            }
        }
    }
}

impl From<WireChange> for Change {
    fn from(change: WireChange) -> Self {
        match change {
            WireChange::LeaveOut { at } => Self::LeaveOutSignal { at: at.into() },
            WireChange::Flip { at } => Self::FlipSignal { at: at.into() },
            WireChange::Speaker { at, by } => Self::Speaker { at: at.into(), speaker: by.into() },
            WireChange::NotQuote { at } => Self::NotQuote { at: at.into() },
            WireChange::Quote { at, by } => Self::Quote { at: at.into(), speaker: by.into() },
            WireChange::Hide { topic } => Self::HideTopic(topic),
            WireChange::Rename { topic, to } => Self::RenameTopic { from: topic, to },
            WireChange::Merge { keep, merge } => Self::MergeActors { keep, merge },
        }
    }
}
