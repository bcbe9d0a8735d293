//! What a text shows of a name: the type that its mentions vote for, and whether it acts.

use crate::document::Document;
use crate::mentions::Mention;
use crate::mentions::lists::{BesideRow, Lists};
use crate::tokens::fold;
use readout_contract::report::{ActorKind, MentionKind};
use readout_sorted::Map;

/// The types that a name's mentions vote for.
#[derive(Default)]
pub(super) struct Votes(Vec<(ActorKind, usize)>);

impl Votes {
    /// The type of most mentions; among equals the first.
    pub(super) fn most(&self) -> Option<ActorKind> {
        self.0.iter().rev().max_by_key(|vote| vote.1).map(|vote| vote.0)
    }
}

/// The votes of all mentions, by name.
pub(super) fn kinds(doc: &Document) -> Map<String, Votes> {
    let mut votes: Map<String, Votes> = Map::default();
    for mention in &doc.mentions {
        let Some(kind) = mention.entity.filter(|_| mention.kind != MentionKind::Pronoun) else {
            continue;
        };
        let Votes(votes) = votes.entry(fold(doc.words(mention.head)).into_owned());
        match votes.iter_mut().find(|vote| vote.0 == kind) {
            Some(vote) => vote.1 += 1,
            None => votes.push((kind, 1)),
        }
    }
    votes
}

/// A name at a sentence's start that nothing else shows to be one: does it act like somebody?
pub(super) fn is_said_of(doc: &Document, mention: &Mention, lists: &Lists) -> bool {
    let next = fold(doc.token(mention.tokens.range().end));
    let goes_on = [BesideRow::Saying, BesideRow::GoingOn];
    goes_on.iter().any(|kind| lists.is_beside(&next, *kind))
        && !fold(doc.words(mention.head)).ends_with("ing")
}
