//! What is exported, with the look-ups that every form needs.

use readout_contract::change::Change;
use readout_contract::ids::{ActorId, SentenceId, TopicId};
use readout_contract::report::{Actor, Attribution, MentionKind, Report, Sentence, Topic, Voice};
use readout_text::{OffsetMap, SourceText, Span};

/// What is known of a text besides its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Headline.
    pub title: Option<String>,
    /// Where it is from: an address or a name.
    pub source: Option<String>,
    /// Date, `YYYY-MM-DD`.
    pub date: Option<String>,
}

/// A text, what was read in it, and what the reader changed.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The text.
    pub text: &'a SourceText,
    /// Converts its places.
    pub map: &'a OffsetMap,
    /// What is known of it.
    pub about: &'a About,
    /// What was found.
    pub report: &'a Report,
    /// The reader's changes, in the order of the report's outcomes.
    pub changes: &'a [Change],
}

impl<'a> Reading<'a> {
    /// The words of a place, as they stand in the text.
    pub fn words(&self, span: Span) -> &'a str {
        self.text.slice(span)
    }

    /// The words of several places with `…` between, white space evened out.
    pub fn words_of(&self, spans: &[Span]) -> String {
        let parts: Vec<String> = spans.iter().map(|span| self.line(*span)).collect();
        parts.join(" … ")
    }

    /// The words of a place on one line.
    pub fn line(&self, span: Span) -> String {
        self.words(span).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// An actor, if the id exists.
    pub fn actor(&self, id: Option<ActorId>) -> Option<&'a Actor> {
        self.report.attributions.actors.get(id?.index())
    }

    /// The name of an actor; empty without one.
    pub fn name(&self, id: Option<ActorId>) -> &'a str {
        self.actor(id).map_or("", |actor| actor.name.as_str())
    }

    /// The label of a topic; empty without one.
    pub fn label(&self, id: Option<TopicId>) -> &'a str {
        id.and_then(|id| self.report.topics.topics.get(id.index()))
            .map_or("", |topic: &Topic| topic.label.as_str())
    }

    /// A sentence, if the id exists.
    pub fn sentence(&self, id: SentenceId) -> Option<&'a Sentence> {
        self.report.words.sentences.get(id.index())
    }

    /// The number by which a reader knows each sentence: counted sentences from 1, headings 0.
    pub fn sentence_numbers(&self) -> Vec<u32> {
        let mut last = 0;
        let count = |sentence: &Sentence| {
            last += u32::from(sentence.counted);
            if sentence.counted { last } else { 0 }
        };
        self.report.words.sentences.iter().map(count).collect()
    }

    /// Other names of an actor than the one shown, in text order.
    pub fn aliases(&self, actor: &Actor) -> Vec<&'a str> {
        let mut aliases: Vec<&str> = Vec::new();
        for mention in &actor.mentions {
            let Some(mention) = self.report.attributions.mentions.get(mention.index()) else {
                continue;
            };
            let name = self.words(mention.head);
            if matches!(mention.kind, MentionKind::Name | MentionKind::Metonym)
                && name != actor.name
                && !aliases.contains(&name)
            {
                aliases.push(name);
            }
        }
        aliases
    }

    /// The quote whose words a voice is, or `None` for the writer.
    pub fn voice(&self, voice: Voice) -> Option<&'a Attribution> {
        match voice {
            Voice::Writer => None,
            Voice::Speaker(id) => self.report.attributions.attributions.get(id.index()),
        }
    }
}
