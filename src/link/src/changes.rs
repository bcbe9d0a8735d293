//! A reader's changes as they travel: `{"do":"leave-out","at":[462,644],"words":"…"}`.
//!
//! A copy of [`Change`] on purpose: the contract's types follow the program, links are for ever.

use readout_contract::change::{Anchor, Change, SpeakerChoice};
use readout_text::CodePointSpan;
use serde::{Deserialize, Serialize};

/// What a change does. Names are frozen.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Deed {
    LeaveOut,
    Flip,
    Speaker,
    NotQuote,
    Quote,
    Hide,
    Rename,
    Merge,
    MergeTopics,
    AddWords,
    AddIssue,
}

/// One change: its deed, and the fields that the deed has. Names are frozen. Flat, since what serde
/// makes of tagged and flattened types is large, and this is part of what a reader downloads.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct WireChange {
    #[serde(rename = "do")]
    deed: Deed,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<(u32, u32)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    words: Option<String>,
    /// Neither this nor `typed`: who speaks cannot be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    actor: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    typed: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    topic: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    keep: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    merge: Option<String>,
}

impl WireChange {
    fn of(deed: Deed) -> Self {
        Self {
            deed,
            at: None,
            words: None,
            actor: None,
            typed: None,
            topic: None,
            to: None,
            keep: None,
            merge: None,
        }
    }

    fn at(deed: Deed, anchor: &Anchor) -> Self {
        Self {
            at: Some((anchor.span.start, anchor.span.end)),
            words: Some(anchor.words.clone()),
            ..Self::of(deed)
        }
    }

    fn merge(deed: Deed, keep: &str, merge: &str) -> Self {
        Self { keep: Some(keep.to_owned()), merge: Some(merge.to_owned()), ..Self::of(deed) }
    }

    fn words(deed: Deed, topic: &str, words: &str) -> Self {
        Self { topic: Some(topic.to_owned()), words: Some(words.to_owned()), ..Self::of(deed) }
    }

    fn by(self, speaker: &SpeakerChoice) -> Self {
        match speaker {
            SpeakerChoice::Actor(name) => Self { actor: Some(name.clone()), ..self },
            SpeakerChoice::Typed(name) => Self { typed: Some(name.clone()), ..self },
            SpeakerChoice::Unclear => self,
        }
    }

    /// The change; `None` if a field of its deed is missing.
    pub(crate) fn into_change(self) -> Option<Change> {
        let anchor = self.at.zip(self.words.clone()).map(|((start, end), words)| Anchor {
            span: CodePointSpan { start, end: end.max(start) },
            words,
        });
        let speaker = match (self.actor, self.typed) {
            (Some(name), _) => SpeakerChoice::Actor(name),
            (None, Some(name)) => SpeakerChoice::Typed(name),
            (None, None) => SpeakerChoice::Unclear,
        };
        Some(match self.deed {
            Deed::LeaveOut => Change::LeaveOutSignal { at: anchor? },
            Deed::Flip => Change::FlipSignal { at: anchor? },
            Deed::Speaker => Change::Speaker { at: anchor?, speaker },
            Deed::NotQuote => Change::NotQuote { at: anchor? },
            Deed::Quote => Change::Quote { at: anchor?, speaker },
            Deed::Hide => Change::HideTopic(self.topic?),
            Deed::Rename => Change::RenameTopic { from: self.topic?, to: self.to? },
            Deed::Merge => Change::MergeActors { keep: self.keep?, merge: self.merge? },
            Deed::MergeTopics => Change::MergeTopics { keep: self.keep?, merge: self.merge? },
            Deed::AddWords => Change::AddTopicWords { topic: self.topic?, words: self.words? },
            Deed::AddIssue => Change::AddIssue { label: self.topic?, words: self.words? },
        })
    }
}

impl From<&Change> for WireChange {
    fn from(change: &Change) -> Self {
        match change {
            Change::LeaveOutSignal { at } => Self::at(Deed::LeaveOut, at),
            Change::FlipSignal { at } => Self::at(Deed::Flip, at),
            Change::Speaker { at, speaker } => Self::at(Deed::Speaker, at).by(speaker),
            Change::NotQuote { at } => Self::at(Deed::NotQuote, at),
            Change::Quote { at, speaker } => Self::at(Deed::Quote, at).by(speaker),
            Change::HideTopic(topic) => Self { topic: Some(topic.clone()), ..Self::of(Deed::Hide) },
            Change::RenameTopic { from, to } => {
                Self { topic: Some(from.clone()), to: Some(to.clone()), ..Self::of(Deed::Rename) }
            }
            Change::MergeActors { keep, merge } => Self::merge(Deed::Merge, keep, merge),
            Change::MergeTopics { keep, merge } => Self::merge(Deed::MergeTopics, keep, merge),
            Change::AddTopicWords { topic, words } => Self::words(Deed::AddWords, topic, words),
            Change::AddIssue { label, words } => Self::words(Deed::AddIssue, label, words),
        }
    }
}
