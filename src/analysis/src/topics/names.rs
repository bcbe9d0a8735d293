//! What names are to topics: a word inside a name is no sign of an issue, and no term.

use crate::actors::People;
use crate::document::Document;
use readout_contract::ids::ActorId;
use readout_contract::report::{ActorKind, MentionKind};

/// What a token is to terms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Part {
    #[default]
    None,
    /// Of a name that may open a phrase: "NATO membership".
    Opens,
    /// Of somebody's name or description.
    Whole,
}

/// One token.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Named {
    pub(super) part: Part,
    /// Of a title or role beside a name: "presidential candidate", "Ambassador".
    pub(super) title: bool,
    /// Of the name of an organization.
    pub(super) body: bool,
    /// Last token of the name it stands in.
    pub(super) last: Option<u32>,
    /// The state or place that the name names.
    pub(super) place: Option<ActorId>,
}

/// What each token of a text is.
pub(super) fn of(doc: &Document, people: &People) -> Vec<Named> {
    let mut named = vec![Named::default(); doc.tokens.len()];
    for (mention, known) in doc.mentions.iter().zip(&people.mentions) {
        let Some((id, actor)) =
            known.actor.and_then(|id| Some((id, people.actors.get(id.index())?)))
        else {
            continue;
        };
        let is_name = matches!(known.kind, MentionKind::Name | MentionKind::Demonym);
        let part = match (known.kind, actor.kind) {
            (MentionKind::Pronoun, _) | (_, ActorKind::Group | ActorKind::Document) => continue,
            (MentionKind::Noun, _) if actor.unnamed => continue,
            (_, ActorKind::State | ActorKind::Body) if is_name => Part::Opens,
            _ => Part::Whole,
        };
        let is_place = matches!(actor.kind, ActorKind::State | ActorKind::Place);
        for token in mention.tokens.range() {
            if let Some(place) = named.get_mut(token) {
                place.part = part;
                place.title =
                    actor.kind == ActorKind::Person && !mention.head_tokens.contains(token);
            }
        }
        for token in mention.head_tokens.range() {
            if let Some(place) = named.get_mut(token).filter(|_| is_name) {
                place.body = actor.kind == ActorKind::Body;
                place.last = mention.head_tokens.end.checked_sub(1);
                place.place = Some(id).filter(|_| is_place);
            }
        }
    }
    named
}
