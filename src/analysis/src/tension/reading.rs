//! From signals and pairs to the reading: the gauge, whose words, and what would change it.
//!
//! What always holds: the gauge speaks of the pair with most signals and names it; with no pair of
//! five signals it speaks of all actors together; with fewer than five signals in all, or under 60
//! words, there is no number. Unrelated pairs are never averaged into a pair's gauge.

use super::counts;
use super::pairs::counting;
use super::scale::{Mass, range};
use super::would_change;
use crate::attributions::Spoken;
use crate::document::Document;
use readout_contract::ids::{ActorId, PairId, SignalId};
use readout_contract::report::{
    Band, Extent, Pair, QuadClass, Scope, Sign, Signal, TensionReading, Trend, Voice, VoiceShare,
    WordsPart,
};
use readout_sorted::{Map, sort_by_key};

/// Signals that a number needs.
const FEWEST: usize = 5;
/// Signals that the value of a third needs.
const FEWEST_IN_THIRD: usize = 2;
/// Points between the last third and the first that make a direction.
const TREND: i16 = 8;

pub(super) fn read(
    doc: &Document,
    spoken: &Spoken,
    signals: &[Signal],
    pairs: &[Pair],
    words: &WordsPart,
) -> TensionReading {
    let pair = pairs.first().filter(|pair| counting(signals, pair).count() >= FEWEST);
    let ids: Vec<SignalId> = match pair {
        Some(pair) => pair.signals.clone(),
        None => (0..signals.len()).map(SignalId::new).collect(),
    };
    let ids: Vec<SignalId> =
        ids.into_iter().filter(|id| signals.get(id.index()).is_some_and(counts)).collect();
    let list: Vec<&Signal> = ids.iter().filter_map(|id| signals.get(id.index())).collect();
    let number = |wanted: &dyn Fn(&Signal) -> bool| {
        list.iter().filter(|signal| wanted(signal)).count() as u32
    };
    let acts = number(&|signal| {
        matches!(signal.quad, QuadClass::MaterialConflict | QuadClass::MaterialCooperation)
    });
    let mut reading = TensionReading {
        strain: number(&|signal| signal.sign == Sign::Strain),
        easing: number(&|signal| signal.sign == Sign::Easing),
        voices: voices(spoken, &list),
        words_and_acts: (list.len() as u32 - acts, acts),
        planned: number(&|signal| signal.scope == Scope::Planned),
        pair: pair.map(|_| PairId::new(0)),
        ..TensionReading::default()
    };
    if list.len() >= FEWEST && words.extent == Extent::Full {
        let mass = Mass::of(list.iter().copied());
        let value = mass.value();
        reading.value = Some(value);
        reading.range = Some(range(list.iter().copied()));
        reading.band = Some(Band::of(value));
        reading.mixed = mass.is_mixed();
        reading.thirds = thirds(doc, &list);
        reading.trend = trend(reading.thirds);
        reading.would_change = would_change::smallest(&ids, &list, staying(signals, pairs, pair));
    }
    reading.signals = ids;
    reading
}

/// Signals that must be left for the reading to speak of the same parties: enough for a number, and
/// no fewer than those of the next pair.
fn staying(signals: &[Signal], pairs: &[Pair], pair: Option<&Pair>) -> usize {
    let parties = |pair: &Pair| (pair.forward.source, pair.forward.target);
    let next = pair.zip(pairs.get(1)).map_or(0, |(first, next)| {
        counting(signals, next).count() + usize::from(parties(next) < parties(first))
    });
    next.max(FEWEST)
}

fn thirds(doc: &Document, list: &[&Signal]) -> [Option<u8>; 3] {
    let sentences = doc.sentences.len().max(1);
    [0, 1, 2].map(|third| {
        let own: Vec<&Signal> = list
            .iter()
            .copied()
            .filter(|signal| signal.sentence.index() * 3 / sentences == third)
            .collect();
        (own.len() >= FEWEST_IN_THIRD).then(|| Mass::of(own.iter().copied()).value())
    })
}

fn trend(thirds: [Option<u8>; 3]) -> Option<Trend> {
    let change = i16::from(thirds[2]?) - i16::from(thirds[0]?);
    Some(match change {
        TREND.. => Trend::Worsening,
        _ if change <= -TREND => Trend::Easing,
        _ => Trend::Steady,
    })
}

fn voices(spoken: &Spoken, list: &[&Signal]) -> Vec<VoiceShare> {
    // The writer first, then speakers; a speaker who is not clear is a voice of its own.
    let mut shares: Map<(u8, Option<ActorId>), (u32, u32)> = Map::default();
    shares.entry((0, None));
    for signal in list {
        let key = match signal.voice {
            Voice::Writer => (0, None),
            Voice::Speaker(id) => {
                let speaker = spoken.attributions.get(id.index()).and_then(|found| found.speaker);
                (if speaker.is_some() { 1 } else { 2 }, speaker)
            }
        };
        let share = shares.entry(key);
        match signal.sign {
            Sign::Strain => share.0 += 1,
            Sign::Easing => share.1 += 1,
        }
    }
    let mut voices: Vec<((u8, Option<ActorId>), VoiceShare)> = shares
        .iter()
        .map(|&(key, (strain, easing))| {
            (key, VoiceShare { speaker: key.1, unclear: key.0 == 2, strain, easing })
        })
        .collect();
    sort_by_key(&mut voices, |(key, share)| {
        (key.0 != 0, std::cmp::Reverse(share.strain + share.easing), *key)
    });
    voices.into_iter().map(|(_, share)| share).collect()
}
