//! From mentions to actors: which mentions name the same somebody.

use crate::dates::Dates;
use crate::document::Document;
use crate::lexicons::Lexicons;
use readout_contract::change::{Change, ChangeOutcome};
use readout_contract::ids::{ActorId, MentionId};
use readout_contract::report::{Actor, Mention};
use readout_text::Span;

/// Everybody in a text.
#[derive(Debug, Default)]
pub(crate) struct People {
    /// As the report shows them; index for index the mentions of the document.
    pub(crate) mentions: Vec<Mention>,
    pub(crate) actors: Vec<Actor>,
    /// For each mention that is a reference, the mention that it was tied to.
    pub(crate) antecedents: Vec<Option<MentionId>>,
}

impl People {
    /// The mention whose head lies in (or covers) these words: the speaker behind a source.
    pub(crate) fn mention_in(&self, span: Span) -> Option<MentionId> {
        let first = self.mentions.partition_point(|mention| mention.span.end() <= span.start());
        self.mentions[first..]
            .iter()
            .take_while(|mention| mention.span.start() < span.end())
            .position(|mention| mention.head.overlaps(span))
            .map(|index| MentionId::new(first + index))
    }

    /// From a mention to the first mention of its actor by full name: He → Wang → Wang Yi.
    /// Empty for a mention that is itself a full name.
    pub(crate) fn chain(&self, _mention: MentionId) -> Vec<Span> {
        Vec::new()
    }

    /// The state or body that an actor counts for in a pair: itself, or its side.
    pub(crate) fn party(&self, actor: ActorId) -> ActorId {
        self.actors.get(actor.index()).and_then(|found| found.side).unwrap_or(actor)
    }
}

/// Ties mentions to actors. A change of names that concerns actors is applied here.
pub(crate) fn resolve(
    _doc: &Document,
    _dates: &Dates,
    _lexicons: &Lexicons,
    _changes: &[Change],
    _outcomes: &mut [ChangeOutcome],
) -> People {
    People::default()
}
