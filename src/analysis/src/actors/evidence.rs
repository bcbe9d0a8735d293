//! What a text shows of a name: the type that its mentions vote for, and whether it acts.

use crate::document::Document;
use crate::mentions::Mention;
use crate::tokens::fold;
use readout_contract::report::{ActorKind, MentionKind};
use readout_sorted::map;
use std::collections::BTreeMap;

/// The type of each name by a vote of its mentions; among equals the first.
pub(super) fn kinds(doc: &Document) -> BTreeMap<String, ActorKind> {
    let mut votes: BTreeMap<String, Vec<(ActorKind, usize)>> = BTreeMap::new();
    for mention in &doc.mentions {
        let Some(kind) = mention.entity.filter(|_| mention.kind != MentionKind::Pronoun) else {
            continue;
        };
        let votes = votes.entry(fold(doc.words(mention.head)).into_owned()).or_default();
        match votes.iter_mut().find(|vote| vote.0 == kind) {
            Some(vote) => vote.1 += 1,
            None => votes.push((kind, 1)),
        }
    }
    let most = |votes: Vec<(ActorKind, usize)>| {
        votes.iter().rev().max_by_key(|vote| vote.1).map(|vote| vote.0)
    };
    map(votes.into_iter().filter_map(|(name, votes)| Some((name, most(votes)?))))
}

/// A name at a sentence's start that nothing else shows to be one: does it act like somebody?
pub(super) fn is_said_of(doc: &Document, mention: &Mention) -> bool {
    let next = doc.token(mention.tokens.range().end);
    matches!(
        &*fold(next),
        "said" | "says" | "told" | "added" | "'s" | "has" | "was" | "is" | "had" | "also" | "and"
    ) && !fold(doc.words(mention.head)).ends_with("ing")
}
