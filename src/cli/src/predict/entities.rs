//! Names of people, organizations and places as they stand; and all actors, the weightiest first.
//!
//! A word is not a name for its capital letter alone: somebody must be known by more, or speak.

use super::place::Doc;
use readout_contract::ids::ActorId;
use readout_contract::report::{Actor, ActorKind, AttributionKind, Mention, MentionKind};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeSet;

#[derive(Serialize)]
pub(super) struct Entities<'a> {
    entities: Vec<Entity>,
    salient: Vec<&'a str>,
}

#[derive(Serialize)]
struct Entity {
    start: u32,
    end: u32,
    #[serde(rename = "type")]
    kind: &'static str,
}

/// The type of a named entity; groups, documents and events have none.
fn type_of(actor: &Actor) -> Option<&'static str> {
    match actor.kind {
        ActorKind::Person => Some("PER"),
        ActorKind::Body => Some("ORG"),
        ActorKind::State | ActorKind::Place => Some("LOC"),
        ActorKind::Group | ActorKind::Document | ActorKind::Event => None,
    }
}

/// Rules that only see capital letters: what they find is a guess.
const GUESSES: [&str; 3] = ["acronym", "capital", "capitals"];

/// Whether an actor is known by more than capital letters: by a list, a title, a given name, as
/// "he" or "she".
fn is_supported<'a>(doc: &Doc<'a>, actor: &'a Actor) -> bool {
    let shown = doc.mentions(actor).any(|mention| match mention.kind {
        MentionKind::Name => !GUESSES.contains(&mention.rule.as_ref()),
        MentionKind::Pronoun => matches!(mention.rule.as_ref(), "pronoun-he" | "pronoun-she"),
        _ => true,
    });
    shown || actor.kind == ActorKind::State
}

/// Whether a mention speaks of somebody: who says "I" is not spoken of.
fn is_of(mention: &Mention) -> bool {
    !matches!(mention.rule.as_ref(), "pronoun-i" | "pronoun-we" | "pronoun-you")
}

pub(super) fn of<'a>(doc: &Doc<'a>) -> Entities<'a> {
    let spoken = &doc.report.attributions;
    // Whoever's own words are given speaks; a mention of speech shows less.
    let speakers: BTreeSet<ActorId> = spoken
        .attributions
        .iter()
        .filter(|quote| !matches!(quote.kind, AttributionKind::Mentioned | AttributionKind::Likely))
        .filter_map(|quote| quote.speaker)
        .collect();
    let entities = spoken
        .mentions
        .iter()
        .filter(|mention| matches!(mention.kind, MentionKind::Name | MentionKind::Metonym))
        .filter_map(|mention| {
            let actor = doc.actor(mention.actor)?;
            let kind = type_of(actor).filter(|_| {
                is_supported(doc, actor) || mention.actor.is_some_and(|id| speakers.contains(&id))
            })?;
            let [start, end] = doc.place(mention.head);
            Some(Entity { start, end, kind })
        })
        .collect();
    let mut salient: Vec<&Actor> =
        spoken.actors.iter().filter(|actor| !actor.unnamed && type_of(actor).is_some()).collect();
    // Stable: the earlier first among equals.
    salient.sort_by_key(|actor| Reverse(doc.mentions(actor).filter(|one| is_of(one)).count()));
    Entities { entities, salient: salient.iter().map(|actor| actor.name.as_str()).collect() }
}
