//! The major topic of the Comparative Agendas Project, as far as Readout's issues tell it: 9
//! immigration, 16 defense, 18 foreign trade, 19 international affairs, or `null` for the rest.
//!
//! The heaviest issue decides where it belongs to one of the narrow three; a text that names a
//! state or place abroad is about international affairs. "Abroad" is seen from the United States,
//! whose front pages the measure is made of.

use super::place::Doc;
use readout_contract::report::{ActorKind, Topic, TopicKind};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Label {
    cap: Option<u8>,
}

const IMMIGRATION: u8 = 9;
const DEFENSE: u8 = 16;
const TRADE: u8 = 18;
const INTERNATIONAL: u8 = 19;

/// The home of the measure.
const HOME: &str = "USA";

pub(super) fn of(doc: &Doc<'_>) -> Label {
    let issues = doc.report.topics.topics.iter().filter(|topic| topic.kind == TopicKind::Issue);
    let narrow = issues.max_by_key(|topic| topic.salience).and_then(narrow);
    let abroad = doc.report.attributions.actors.iter().any(|actor| {
        matches!(actor.kind, ActorKind::State)
            && actor.code.as_deref().is_some_and(|code| code != HOME)
    });
    Label { cap: narrow.filter(|_| abroad).or(abroad.then_some(INTERNATIONAL)) }
}

/// The number of an issue that is narrower than international affairs.
fn narrow(topic: &Topic) -> Option<u8> {
    match topic.code.as_deref()? {
        "hum.migration" | "hum.refugees" => Some(IMMIGRATION),
        "eco.tariffs" | "eco.tradedeal" | "eco.export" => Some(TRADE),
        "war.deploy" | "war.drills" | "war.arms" | "war.nuclear" | "war.armscontrol"
        | "sec.spy" | "war.conflict" => Some(DEFENSE),
        _ => None,
    }
}
