//! A reader's changes as they travel: `{"do":"leave-out","at":[462,644],"words":"…"}`.
//!
//! A copy of [`Change`] on purpose: the contract's types follow the program, links are for ever.

use crate::json::{Fields, Value, Writer};
use readout_contract::change::{Anchor, Change, SpeakerChoice};
use readout_text::CodePointSpan;

/// What a change does. Names are frozen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// Names of deeds as they travel. Frozen.
const DEEDS: &[(Deed, &str)] = &[
    (Deed::LeaveOut, "leave-out"),
    (Deed::Flip, "flip"),
    (Deed::Speaker, "speaker"),
    (Deed::NotQuote, "not-quote"),
    (Deed::Quote, "quote"),
    (Deed::Hide, "hide"),
    (Deed::Rename, "rename"),
    (Deed::Merge, "merge"),
    (Deed::MergeTopics, "merge-topics"),
    (Deed::AddWords, "add-words"),
    (Deed::AddIssue, "add-issue"),
];

/// One change: its deed, and the fields that the deed has. Names are frozen.
#[derive(Debug)]
pub(crate) struct WireChange {
    deed: Deed,
    at: Option<(u32, u32)>,
    words: Option<String>,
    /// Neither this nor `typed`: who speaks cannot be told.
    actor: Option<String>,
    typed: Option<String>,
    topic: Option<String>,
    to: Option<String>,
    keep: Option<String>,
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

    pub(crate) fn write(&self, writer: &mut Writer) {
        let name = DEEDS.iter().find(|(deed, _)| *deed == self.deed).map(|(_, name)| *name);
        writer.bracket('{');
        writer.text_field("do", name);
        if let Some((start, end)) = self.at {
            writer.list_field("at", &[start, end], |writer, place| writer.number(*place));
        }
        writer.text_field("words", self.words.as_deref());
        writer.text_field("actor", self.actor.as_deref());
        writer.text_field("typed", self.typed.as_deref());
        writer.text_field("topic", self.topic.as_deref());
        writer.text_field("to", self.to.as_deref());
        writer.text_field("keep", self.keep.as_deref());
        writer.text_field("merge", self.merge.as_deref());
        writer.bracket('}');
    }

    /// Reads the fields; `None` for a deed that is not known and for fields of another kind.
    pub(crate) fn read(mut fields: Fields) -> Option<Self> {
        let deed = fields.text("do").ok()??;
        let deed = DEEDS.iter().find(|(_, name)| *name == deed)?.0;
        let at = match fields.list("at").ok()?.as_slice() {
            [] => None,
            [Value::Number(Some(start)), Value::Number(Some(end))] => Some((*start, *end)),
            _ => return None,
        };
        let mut text = |name| fields.text(name).ok();
        Some(Self {
            deed,
            at,
            words: text("words")?,
            actor: text("actor")?,
            typed: text("typed")?,
            topic: text("topic")?,
            to: text("to")?,
            keep: text("keep")?,
            merge: text("merge")?,
        })
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
