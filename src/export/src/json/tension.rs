//! The part of JSON `readout/1` about tension: signals, pairs, voices and the readings.

use super::Place;
use crate::names;
use crate::reading::Reading;
use readout_contract::report::{DirectedPair, Pair, Signal, TensionReading};
use serde::Serialize;

#[derive(Serialize)]
struct ModifierJson<'a> {
    kind: &'static str,
    at: Place<'a>,
}

#[derive(Serialize)]
pub(super) struct SignalJson<'a> {
    at: Place<'a>,
    sentence: u32,
    sign: &'static str,
    class: &'static str,
    event: &'a str,
    level: u8,
    weight: u16,
    full_weight: u16,
    source: Option<u32>,
    target: Option<u32>,
    source_at: Option<Place<'a>>,
    target_at: Option<Place<'a>>,
    inferred: bool,
    symmetric: bool,
    issue: Option<u32>,
    quote: Option<u32>,
    scope: &'static str,
    modifiers: Vec<ModifierJson<'a>>,
    rule: &'a str,
    by_reader: Option<&'static str>,
}

impl<'a> SignalJson<'a> {
    pub(super) fn of(reading: &Reading<'a>, signal: &'a Signal) -> Self {
        use readout_contract::report::Voice;
        Self {
            at: Place::of(reading, signal.span),
            sentence: signal.sentence.0,
            sign: names::sign(signal.sign),
            class: names::class_name(signal.quad),
            event: &signal.event,
            level: signal.level,
            weight: signal.weight,
            full_weight: signal.full_weight,
            source: signal.source.map(|actor| actor.0),
            target: signal.target.map(|actor| actor.0),
            source_at: signal.source_words.map(|span| Place::of(reading, span)),
            target_at: signal.target_words.map(|span| Place::of(reading, span)),
            inferred: signal.inferred,
            symmetric: signal.symmetric,
            issue: signal.issue.map(|topic| topic.0),
            quote: match signal.voice {
                Voice::Writer => None,
                Voice::Speaker(quote) => Some(quote.0),
            },
            scope: names::scope_name(signal.scope),
            modifiers: signal
                .modifiers
                .iter()
                .map(|modifier| ModifierJson {
                    kind: names::modifier_name(modifier.kind),
                    at: Place::of(reading, modifier.span),
                })
                .collect(),
            rule: &signal.rule,
            by_reader: signal.by_reader.map(names::edit),
        }
    }
}

#[derive(Serialize)]
pub(super) struct DirectionJson {
    source: u32,
    target: u32,
    verbal_cooperation: u32,
    material_cooperation: u32,
    verbal_conflict: u32,
    material_conflict: u32,
    statements: u32,
    strain: u32,
    easing: u32,
}

impl DirectionJson {
    pub(super) fn of(pair: &DirectedPair) -> Self {
        Self {
            source: pair.source.0,
            target: pair.target.0,
            verbal_cooperation: pair.counts.verbal_cooperation,
            material_cooperation: pair.counts.material_cooperation,
            verbal_conflict: pair.counts.verbal_conflict,
            material_conflict: pair.counts.material_conflict,
            statements: pair.counts.statements,
            strain: pair.strain,
            easing: pair.easing,
        }
    }
}

#[derive(Serialize)]
pub(super) struct PairJson {
    forward: DirectionJson,
    backward: DirectionJson,
    signals: Vec<u32>,
    value: Option<u8>,
    range: Option<(u8, u8)>,
    mixed: bool,
}

impl PairJson {
    pub(super) fn of(pair: &Pair) -> Self {
        Self {
            forward: DirectionJson::of(&pair.forward),
            backward: DirectionJson::of(&pair.backward),
            signals: pair.signals.iter().map(|signal| signal.0).collect(),
            value: pair.value,
            range: pair.range,
            mixed: pair.mixed,
        }
    }
}

#[derive(Serialize)]
pub(super) struct VoiceJson {
    speaker: Option<u32>,
    unclear: bool,
    strain: u32,
    easing: u32,
}

#[derive(Serialize)]
pub(super) struct TensionJson {
    value: Option<u8>,
    range: Option<(u8, u8)>,
    band: Option<&'static str>,
    trend: Option<&'static str>,
    mixed: bool,
    pair: Option<u32>,
    strain: u32,
    easing: u32,
    signals: Vec<u32>,
    voices: Vec<VoiceJson>,
    thirds: [Option<u8>; 3],
    words_and_acts: (u32, u32),
    planned: u32,
    would_change: Vec<u32>,
}

impl TensionJson {
    pub(super) fn of(reading: &TensionReading) -> Self {
        Self {
            value: reading.value,
            range: reading.range,
            band: reading.band.map(names::band_name),
            trend: reading.trend.map(names::trend_name),
            mixed: reading.mixed,
            pair: reading.pair.map(|pair| pair.0),
            strain: reading.strain,
            easing: reading.easing,
            signals: reading.signals.iter().map(|signal| signal.0).collect(),
            voices: reading
                .voices
                .iter()
                .map(|voice| VoiceJson {
                    speaker: voice.speaker.map(|actor| actor.0),
                    unclear: voice.unclear,
                    strain: voice.strain,
                    easing: voice.easing,
                })
                .collect(),
            thirds: reading.thirds,
            words_and_acts: reading.words_and_acts,
            planned: reading.planned,
            would_change: reading.would_change.iter().map(|signal| signal.0).collect(),
        }
    }
}
