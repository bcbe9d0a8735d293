//! The major topic of the Comparative Agendas Project, as far as Readout tells it: 9 immigration,
//! 16 defense, 18 foreign trade, 19 international affairs, or `null` for the rest.
//!
//! A text is about the world beyond its home if its signs outweigh the threshold: places, peoples
//! and leaders abroad, bodies, issues. `world.tsv` has the weights; home is the United States, whose
//! front pages the measure is made of. The heaviest issue decides which of the four it is.

use super::place::Doc;
use readout_contract::report::{ActorKind, MentionKind, Topic, TopicKind};
use serde::Serialize;
use std::collections::BTreeSet;

#[derive(Serialize)]
pub(super) struct Label {
    cap: Option<u8>,
    /// What spoke for or against the world.
    signs: BTreeSet<String>,
}

const IMMIGRATION: u8 = 9;
const DEFENSE: u8 = 16;
const TRADE: u8 = 18;
const INTERNATIONAL: u8 = 19;

/// The home of the measure.
const HOME: &str = "USA";

/// Signs, their weights, and places at home.
const WEIGHTS: &str = include_str!("world.tsv");

pub(super) fn of(doc: &Doc<'_>) -> Label {
    let signs = signs(doc);
    let rows = || WEIGHTS.lines().filter_map(|line| line.split_once('\t'));
    let weight = |name: &str| {
        let row = rows().find(|(known, _)| *known == name);
        row.and_then(|(_, weight)| weight.parse::<i32>().ok()).unwrap_or_default()
    };
    let sum: i32 = signs.iter().map(|sign| weight(sign)).sum();
    let issues = doc.report.topics.topics.iter().filter(|topic| topic.kind == TopicKind::Issue);
    let narrow = issues.max_by_key(|topic| topic.salience).and_then(narrow);
    let world = sum + weight("threshold") > 0;
    Label { cap: world.then(|| narrow.unwrap_or(INTERNATIONAL)), signs }
}

/// What of a text may say whether it is about the world.
fn signs(doc: &Doc<'_>) -> BTreeSet<String> {
    let mut signs = BTreeSet::new();
    for actor in &doc.report.attributions.actors {
        let code = actor.code.as_deref();
        let is_home = |code: Option<&str>| code == Some(HOME);
        let named = doc.mentions(actor).any(|mention| mention.kind != MentionKind::Demonym);
        let sign = match actor.kind {
            ActorKind::State if is_home(code) => "state at home",
            ActorKind::State if named => "state abroad",
            ActorKind::State => "people abroad",
            ActorKind::Place if is_place("at home", &actor.name) => "place at home",
            ActorKind::Place if is_place("abroad", &actor.name) => "region abroad",
            ActorKind::Place => "place elsewhere",
            ActorKind::Person => match doc.actor(actor.side) {
                Some(side) if side.kind == ActorKind::State && !is_home(side.code.as_deref()) => {
                    "leader abroad"
                }
                _ => continue,
            },
            ActorKind::Body => match code {
                Some(code) => code,
                None => continue,
            },
            _ => continue,
        };
        signs.insert(sign.to_owned());
    }
    for topic in &doc.report.topics.topics {
        signs.extend(topic.code.clone().filter(|_| topic.kind == TopicKind::Issue));
    }
    signs
}

/// Whether a place is in one of the lists.
fn is_place(list: &str, name: &str) -> bool {
    let name = name.to_lowercase();
    WEIGHTS.lines().any(|line| line.split_once('\t') == Some((list, &name)))
}

/// The number of an issue that is narrower than international affairs.
fn narrow(topic: &Topic) -> Option<u8> {
    match topic.code.as_deref()? {
        "hum.migration" | "hum.refugees" => Some(IMMIGRATION),
        "eco.tariffs" | "eco.tradedeal" | "eco.export" => Some(TRADE),
        "war.deploy" | "war.drills" | "war.arms" | "war.nuclear" | "war.armscontrol"
        | "sec.spy" | "war.conflict" | "war.chem" | "war.space" | "war.terror" => Some(DEFENSE),
        _ => None,
    }
}
