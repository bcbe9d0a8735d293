//! Pairs of actors: table, cards, and the signs behind a cell.

use super::evidence::{line, tension};
use super::people::{initials, name};
use super::topics::lean;
use super::{EvidenceLine, PairCard, PairCell, Pairs};
use crate::store::{Item, State};
use readout_contract::ids::{ActorId, PairId};
use readout_contract::report::{Band, DirectedPair, Pair};
use readout_sorted::sort;

/// Actors in the table before "more".
const ACTORS: usize = 8;

/// Table and cards; empty before tension is known.
pub fn pairs(state: &State) -> Pairs {
    let Some(report) = tension(state) else { return Pairs::default() };
    let found = &report.tension.pairs;
    let mut weights: Vec<(ActorId, usize)> = Vec::new();
    for pair in found {
        for actor in [pair.forward.source, pair.forward.target] {
            match weights.iter_mut().find(|(id, _)| *id == actor) {
                Some((_, weight)) => *weight += pair.signals.len(),
                None => weights.push((actor, pair.signals.len())),
            }
        }
    }
    sort(&mut weights, &|a, b| (b.1, a.0).cmp(&(a.1, b.0)));
    let more = weights.len().saturating_sub(ACTORS) as u32;
    weights.truncate(ACTORS);
    let actors: Vec<(ActorId, String, String)> = weights
        .iter()
        .map(|(id, _)| {
            let name = name(report, Some(*id));
            let initials = initials(&name);
            (*id, name, initials)
        })
        .collect();
    let find = |source: ActorId, target: ActorId| {
        found.iter().enumerate().find_map(|(index, pair)| {
            let id = PairId::new(index);
            [(&pair.forward, true), (&pair.backward, false)]
                .into_iter()
                .find(|(way, _)| way.source == source && way.target == target)
                .map(|(way, forward)| cell(state, id, forward, way))
                .filter(|cell| cell.counts != readout_contract::report::QuadCounts::default())
        })
    };
    let cells = actors
        .iter()
        .map(|(row, ..)| actors.iter().map(|(column, ..)| find(*row, *column)).collect())
        .collect();
    let list: Vec<PairCard> = found
        .iter()
        .enumerate()
        .map(|(index, pair)| card(state, report, PairId::new(index), pair))
        .collect();
    let top = report.tension.reading.pair.map_or(0, PairId::index);
    Pairs { top: list.get(top).cloned(), actors, more, cells, list }
}

fn card(
    state: &State,
    report: &readout_contract::report::Report,
    id: PairId,
    pair: &Pair,
) -> PairCard {
    PairCard {
        id,
        names: (name(report, Some(pair.forward.source)), name(report, Some(pair.forward.target))),
        forward: cell(state, id, true, &pair.forward),
        backward: cell(state, id, false, &pair.backward),
        value: pair.value,
        range: pair.range,
        band: pair.value.map(Band::of),
        mixed: pair.mixed,
        signals: pair.signals.len() as u32,
        chosen: matches!(state.selection.item, Some(Item::Pair(chosen, _)) if chosen == id),
    }
}

fn cell(state: &State, id: PairId, forward: bool, way: &DirectedPair) -> PairCell {
    let difference = i64::from(way.strain) - i64::from(way.easing);
    PairCell {
        pair: (id, forward),
        counts: way.counts,
        lean: lean(difference.clamp(-100_000, 100_000) as i32),
        chosen: state.selection.item == Some(Item::Pair(id, Some(forward))),
    }
}

/// The signs of a pair: from the first to the second (`Some(true)`), back, or both.
pub fn pair_evidence(state: &State, id: PairId, forward: Option<bool>) -> Vec<EvidenceLine> {
    let Some(report) = tension(state) else { return Vec::new() };
    let Some(pair) = report.tension.pairs.get(id.index()) else { return Vec::new() };
    let fits = |signal: &readout_contract::ids::SignalId| {
        let Some(signal) = report.tension.signals.get(signal.index()) else { return false };
        let Some(forward) = forward else { return true };
        let belongs = |end: Option<ActorId>, actor: ActorId| {
            end.is_some_and(|end| {
                let side = report.attributions.actors.get(end.index()).and_then(|actor| actor.side);
                end == actor || side == Some(actor)
            })
        };
        let way = if forward { &pair.forward } else { &pair.backward };
        signal.symmetric || belongs(signal.source, way.source) || belongs(signal.target, way.target)
    };
    pair.signals.iter().filter(|id| fits(id)).filter_map(|id| line(state, report, *id)).collect()
}
