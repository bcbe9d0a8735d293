//! From signals to pairs of parties: what passes between two of them, in each direction.
//!
//! What always holds: a pair's `forward` starts from the party mentioned first; a signal that goes
//! both ways stands in both directions, and once in the pair's list and value.

use super::counts;
use super::parties::is_named;
use super::scale::{Mass, range};
use crate::actors::People;
use readout_contract::ids::{ActorId, SignalId};
use readout_contract::report::{DirectedPair, Pair, QuadClass, QuadCounts, Sign, Signal};
use readout_sorted::sort_by_key;

/// Signals that a pair needs for a value.
const FEWEST: usize = 2;

/// The two parties of a signal, the one mentioned first in front.
fn pair_of(people: &People, signal: &Signal) -> Option<(ActorId, ActorId)> {
    let source = people.party(signal.source?);
    let target = people.party(signal.target?);
    (source != target && is_named(people, source) && is_named(people, target))
        .then(|| (source.min(target), source.max(target)))
}

/// The signals between two parties, by these.
pub(super) fn of_pairs(people: &People, signals: &[Signal]) -> Vec<((ActorId, ActorId), SignalId)> {
    let signals = signals.iter().enumerate();
    let pair = |(index, signal)| Some((pair_of(people, signal)?, SignalId::new(index)));
    let mut found: Vec<_> = signals.filter_map(pair).collect();
    sort_by_key(&mut found, |(pair, _)| *pair);
    found
}

/// Adds signals up to pairs, most signals first.
pub(super) fn add_up(people: &People, signals: &[Signal]) -> Vec<Pair> {
    let found = of_pairs(people, signals);
    let of_one = found.chunk_by(|one, other| one.0 == other.0);
    let pair = |of_one: &[((ActorId, ActorId), SignalId)]| {
        let ids = of_one.iter().map(|(_, id)| *id).collect();
        of_one.first().map(|(parties, _)| add_up_one(people, signals, *parties, ids))
    };
    let mut pairs: Vec<Pair> = of_one.filter_map(pair).collect();
    sort_by_key(&mut pairs, |pair| {
        let counting = counting(signals, pair).count();
        (std::cmp::Reverse(counting), pair.forward.source, pair.forward.target)
    });
    pairs
}

/// The signals of a pair that take part in its sums.
pub(super) fn counting<'s>(
    signals: &'s [Signal],
    pair: &'s Pair,
) -> impl Iterator<Item = &'s Signal> + Clone {
    counting_of(signals, &pair.signals)
}

fn counting_of<'s>(
    signals: &'s [Signal],
    ids: &'s [SignalId],
) -> impl Iterator<Item = &'s Signal> + Clone {
    ids.iter().filter_map(|id| signals.get(id.index())).filter(|signal| counts(signal))
}

fn add_up_one(
    people: &People,
    signals: &[Signal],
    (first, second): (ActorId, ActorId),
    ids: Vec<SignalId>,
) -> Pair {
    let list: Vec<&Signal> = counting_of(signals, &ids).collect();
    let (mut forward, mut backward) = (direction(first, second), direction(second, first));
    for signal in &list {
        let leads = signal.source.map(|source| people.party(source)) == Some(first);
        if leads || signal.symmetric {
            add(&mut forward, signal);
        }
        if !leads || signal.symmetric {
            add(&mut backward, signal);
        }
    }
    let mut pair =
        Pair { forward, backward, signals: Vec::new(), value: None, range: None, mixed: false };
    if list.len() >= FEWEST {
        let mass = Mass::of(list.iter().copied());
        pair.value = Some(mass.value());
        pair.range = Some(range(list.iter().copied()));
        pair.mixed = mass.is_mixed();
    }
    pair.signals = ids;
    pair
}

fn direction(source: ActorId, target: ActorId) -> DirectedPair {
    DirectedPair { source, target, counts: QuadCounts::default(), strain: 0, easing: 0 }
}

fn add(direction: &mut DirectedPair, signal: &Signal) {
    let counts = &mut direction.counts;
    *match signal.quad {
        QuadClass::Statement => &mut counts.statements,
        QuadClass::VerbalCooperation => &mut counts.verbal_cooperation,
        QuadClass::MaterialCooperation => &mut counts.material_cooperation,
        QuadClass::VerbalConflict => &mut counts.verbal_conflict,
        QuadClass::MaterialConflict => &mut counts.material_conflict,
    } += 1;
    *match signal.sign {
        Sign::Strain => &mut direction.strain,
        Sign::Easing => &mut direction.easing,
    } += u32::from(signal.weight);
}
