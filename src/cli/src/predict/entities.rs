//! Names of people, organizations and places as they stand; and all actors, the weightiest first.

use super::place::Doc;
use readout_contract::report::{Actor, ActorKind, MentionKind};
use serde::Serialize;
use std::cmp::Reverse;

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

pub(super) fn of<'a>(doc: &Doc<'a>) -> Entities<'a> {
    let spoken = &doc.report.attributions;
    let entities = spoken
        .mentions
        .iter()
        .filter(|mention| matches!(mention.kind, MentionKind::Name | MentionKind::Metonym))
        .filter_map(|mention| {
            let kind = type_of(doc.actor(mention.actor)?)?;
            let [start, end] = doc.place(mention.head);
            Some(Entity { start, end, kind })
        })
        .collect();
    let mut salient: Vec<&Actor> =
        spoken.actors.iter().filter(|actor| !actor.unnamed && type_of(actor).is_some()).collect();
    // Stable: the earlier first among equals.
    salient.sort_by_key(|actor| Reverse(actor.mentions.len()));
    Entities { entities, salient: salient.iter().map(|actor| actor.name.as_str()).collect() }
}
