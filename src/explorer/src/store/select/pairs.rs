//! Pairs of actors: table, cards, and the signs behind a cell.

use super::evidence::{line, tension};
use super::people::name;
use super::topics::lean;
use super::{EvidenceLine, IssueRow, Issues, PairCard, PairCell, Pairs};
use crate::store::{Item, State};
use readout_contract::ids::{ActorId, PairId, TopicId};
use readout_contract::report::{Band, DirectedPair, Pair, Report, Sign};
use readout_sorted::sort;

/// Actors in the table before "more".
const ACTORS: usize = 8;
/// Pairs in the table of issues.
const COLUMNS: usize = 3;

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
    if !state.view.all_pairs {
        weights.truncate(ACTORS);
    }
    let actors: Vec<(ActorId, String)> =
        weights.iter().map(|(id, _)| (*id, name(report, Some(*id)))).collect();
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
    let top = list.get(top).cloned();
    let issues = issues(report, top.as_ref());
    Pairs { top, actors, more, cells, list, issues }
}

/// Over what the pairs with most signs speak and act: the top pair first.
fn issues(report: &Report, top: Option<&PairCard>) -> Issues {
    let mut order: Vec<usize> = (0..report.tension.pairs.len()).collect();
    let size = |place: usize| report.tension.pairs.get(place).map_or(0, |pair| pair.signals.len());
    let is_top = |place: usize| top.is_some_and(|top| top.id.index() == place);
    sort(&mut order, &|a, b| (is_top(*b), size(*b)).cmp(&(is_top(*a), size(*a))));
    order.truncate(COLUMNS);
    let mut rows: Vec<IssueRow> = Vec::new();
    for (column, pair) in order.iter().enumerate() {
        let signals = report.tension.pairs.get(*pair).map_or(&[][..], |pair| &pair.signals);
        for signal in signals.iter().filter_map(|id| report.tension.signals.get(id.index())) {
            let Some(topic) = signal.issue else { continue };
            let Some(label) = report.topics.topics.get(topic.index()).map(|one| &one.label) else {
                continue;
            };
            if !rows.iter().any(|row| row.topic == topic) {
                let signs = vec![(0, 0); order.len()];
                rows.push(IssueRow { topic, label: label.clone(), signs });
            }
            let row = rows.iter_mut().find(|row| row.topic == topic);
            if let Some((strain, easing)) = row.and_then(|row| row.signs.get_mut(column)) {
                match signal.sign {
                    Sign::Strain => *strain += 1,
                    Sign::Easing => *easing += 1,
                }
            }
        }
    }
    let columns = order.into_iter().filter_map(|place| {
        let ends = &report.tension.pairs.get(place)?.forward;
        let names = [ends.source, ends.target].map(|id| name(report, Some(id)));
        let [one, other] = names;
        Some((PairId::new(place), one, other))
    });
    Issues { columns: columns.collect(), rows }
}

fn card(state: &State, report: &Report, id: PairId, pair: &Pair) -> PairCard {
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

/// The signs of a pair: from the first to the second (`Some(true)`), back, or both; or only those
/// over one topic.
pub fn pair_evidence(
    state: &State,
    id: PairId,
    forward: Option<bool>,
    issue: Option<TopicId>,
) -> Vec<EvidenceLine> {
    let Some(report) = tension(state) else { return Vec::new() };
    let Some(pair) = report.tension.pairs.get(id.index()) else { return Vec::new() };
    let fits = |signal: &readout_contract::ids::SignalId| {
        let Some(signal) = report.tension.signals.get(signal.index()) else { return false };
        if issue.is_some() && signal.issue != issue {
            return false;
        }
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
