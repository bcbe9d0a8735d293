//! What would change the reading: the smallest set of signals without which the band is another.
//!
//! What always holds: no smaller set does it, and the reading still speaks of the same parties when
//! the set is left out. Signals of one sign, weight and strength are alike, so sets are counted by
//! kinds. Less easing never lowers the value; so of easing the heaviest go first, and a set that
//! lowers the value holds none.

use super::scale::{Mass, half_levels};
use readout_contract::ids::SignalId;
use readout_contract::report::{Band, Sign, Signal};
use readout_sorted::{sort, sort_by_key};
use std::cmp::Reverse;

/// More signals than these are no answer.
const FEW: usize = 6;
/// Sets that are tried before the answer is that no small set does it.
const TRIED: u32 = 20_000;

/// Signals that weigh alike.
struct Kind {
    mass: Mass,
    ids: Vec<SignalId>,
}

/// The smallest set, in text order; empty if more than a few signals had to go. `stay` signals
/// must be left for the reading to speak of the same parties.
pub(super) fn smallest(ids: &[SignalId], list: &[&Signal], stay: usize) -> Vec<SignalId> {
    let mut easing: Vec<(Mass, SignalId)> = Vec::new();
    let mut strain: Vec<(Reverse<u16>, Reverse<u64>, Mass, SignalId)> = Vec::new();
    for (id, signal) in ids.iter().zip(list) {
        let mass = Mass::of_one(signal);
        if signal.sign == Sign::Easing {
            easing.push((mass, *id));
        } else {
            strain.push((Reverse(signal.weight), Reverse(half_levels(signal)), mass, *id));
        }
    }
    sort_by_key(&mut strain, |(weight, strength, ..)| (*weight, *strength));
    let kinds =
        strain.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)).map(|alike| Kind {
            mass: alike.first().map_or_else(Mass::default, |(.., mass, _)| *mass),
            ids: alike.iter().map(|(.., id)| *id).collect(),
        });
    sort_by_key(&mut easing, |(mass, id)| (Reverse(mass.easing), *id));
    let total = Mass::of(list.iter().copied());
    let mut search = Search {
        kinds: kinds.collect(),
        band: Band::of(total.value()),
        tried: 0,
        chosen: Vec::new(),
    };
    let most = |part: fn(Mass) -> u64| heaviest(list, part);
    let (of_strain, of_easing) = (most(|mass| mass.strain), most(|mass| mass.easing));
    let of_strength = most(|mass| mass.strength);
    for size in 1..=FEW.min(list.len().saturating_sub(stay)) {
        let sum = |parts: &[u64]| parts.iter().take(size).sum();
        let gone =
            Mass { strain: sum(&of_strain), easing: sum(&of_easing), strength: sum(&of_strength) };
        let (least, most) = total.bounds_without(gone);
        if Band::of(least) == search.band && Band::of(most) == search.band {
            continue;
        }
        // Sets of one sign come before sets of both.
        for relieved in [0, size].into_iter().chain(1..size) {
            if search.tried > TRIED {
                return Vec::new();
            }
            let Some(gone) = easing.get(..relieved) else { continue };
            let rest = gone.iter().fold(total, |rest, (mass, _)| rest.minus(*mass));
            if search.without(0, rest, size - relieved) {
                let mut set: Vec<SignalId> = gone.iter().map(|(_, id)| *id).collect();
                for (kind, count) in search.kinds.iter().zip(&search.chosen) {
                    set.extend(kind.ids.iter().take(*count));
                }
                sort(&mut set, &Ord::cmp);
                return set;
            }
        }
    }
    Vec::new()
}

/// The largest of one part of the signals' masses.
fn heaviest(list: &[&Signal], part: fn(Mass) -> u64) -> Vec<u64> {
    let mut parts: Vec<u64> = list.iter().map(|signal| part(Mass::of_one(signal))).collect();
    sort_by_key(&mut parts, |part| Reverse(*part));
    parts.truncate(FEW);
    parts
}

struct Search {
    kinds: Vec<Kind>,
    band: Band,
    tried: u32,
    /// How many of each kind are gone, once found.
    chosen: Vec<usize>,
}

impl Search {
    /// Whether taking `count` signals of the kinds from `first` on away from `rest` changes the band.
    fn without(&mut self, first: usize, rest: Mass, count: usize) -> bool {
        if count == 0 {
            self.tried += 1;
            return Band::of(rest.value()) != self.band;
        }
        let Some(kind) = self.kinds.get(first) else { return false };
        let (mass, most) = (kind.mass, kind.ids.len().min(count));
        for taken in (0..=most).rev() {
            if self.tried > TRIED {
                return false;
            }
            if self.without(first + 1, rest.minus(mass.times(taken as u64)), count - taken) {
                self.chosen.resize(self.chosen.len().max(first + 1), 0);
                if let Some(chosen) = self.chosen.get_mut(first) {
                    *chosen = taken;
                }
                return true;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use readout_contract::ids::SentenceId;
    use readout_contract::report::{QuadClass, Scope, Voice};
    use readout_text::Span;
    use std::borrow::Cow;

    fn signal((is_strain, quad, level, share): (bool, bool, u8, u16)) -> Signal {
        Signal {
            span: Span::new(0, 1),
            sentence: SentenceId::new(0),
            sign: if is_strain { Sign::Strain } else { Sign::Easing },
            quad: if quad { QuadClass::MaterialConflict } else { QuadClass::VerbalConflict },
            event: Cow::Borrowed(""),
            level,
            weight: u16::from(level) * share,
            full_weight: u16::from(level) * 100,
            source: None,
            target: None,
            source_words: None,
            target_words: None,
            inferred: false,
            symmetric: false,
            issue: None,
            voice: Voice::Writer,
            scope: Scope::Asserted,
            modifiers: Vec::new(),
            rule: Cow::Borrowed(""),
            by_reader: None,
        }
    }

    fn band<'s>(list: impl IntoIterator<Item = &'s Signal>) -> Band {
        Band::of(Mass::of(list).value())
    }

    proptest! {
        #[test]
        fn no_smaller_set_changes_the_band(
            parts in prop::collection::vec(
                (prop::bool::weighted(0.6), any::<bool>(), 1..=3_u8, prop::sample::select(vec![25, 50, 80, 100])),
                5..12,
            ),
        ) {
            let signals: Vec<Signal> = parts.into_iter().map(signal).collect();
            let list: Vec<&Signal> = signals.iter().collect();
            let ids: Vec<SignalId> = (0..list.len()).map(SignalId::new).collect();
            let found = smallest(&ids, &list, 5);
            let changes = |set: u32| {
                let rest = list.iter().enumerate().filter(|(index, _)| set >> index & 1 == 0);
                band(rest.map(|(_, signal)| *signal)) != band(list.iter().copied())
            };
            let brute = (1_u32..1 << list.len()).filter(|set| changes(*set)).map(u32::count_ones).min();
            let most = (list.len() - 5).min(FEW);
            let expected = brute.map(|size| size as usize).filter(|size| *size <= most).unwrap_or(0);
            prop_assert_eq!(found.len(), expected);
            let set = found.iter().fold(0, |set, id| set | 1 << id.index());
            prop_assert!(found.is_empty() || changes(set));
        }
    }

    #[test]
    fn many_signals_are_no_answer() {
        let signals: Vec<Signal> = (0..400_u16)
            .map(|index| {
                signal((index % 3 > 0, index % 2 == 0, (index % 3 + 1) as u8, index % 97 + 1))
            })
            .collect();
        let list: Vec<&Signal> = signals.iter().collect();
        let ids: Vec<SignalId> = (0..list.len()).map(SignalId::new).collect();
        assert_eq!(smallest(&ids, &list, 5), []);
    }
}
