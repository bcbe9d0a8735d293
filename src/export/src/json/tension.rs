//! The part of JSON `readout/1` about tension: signals, pairs, voices and the readings.

use super::place;
use super::writer::Json;
use crate::names;
use crate::reading::Reading;
use readout_contract::ids::SignalId;
use readout_contract::report::{DirectedPair, Signal, TensionReading, Voice};

/// The fields `signals`, `pairs` and `tension`.
pub(super) fn write(json: &mut Json, reading: &Reading<'_>) {
    let part = &reading.report.tension;
    json.objects("signals", &part.signals, |json, one| signal(json, reading, one));
    json.objects("pairs", &part.pairs, |json, pair| {
        direction(json, "forward", &pair.forward);
        direction(json, "backward", &pair.backward);
        signals(json, "signals", &pair.signals);
        json.number("value", pair.value.map(u32::from));
        range(json, pair.range);
        json.flag("mixed", pair.mixed);
    });
    json.name("tension");
    json.object(|json| tension(json, &part.reading));
}

fn signals(json: &mut Json, name: &str, ids: &[SignalId]) {
    json.list(name, ids, |json, id| json.one(Some(id.0)));
}

fn range(json: &mut Json, range: Option<(u8, u8)>) {
    json.numbers("range", range.map(|(low, high)| [low.into(), high.into()]));
}

fn signal(json: &mut Json, reading: &Reading<'_>, signal: &Signal) {
    place(json, reading, "at", signal.span);
    json.number("sentence", signal.sentence.0);
    json.text("sign", names::sign(signal.sign));
    json.text("class", names::class_name(signal.quad));
    json.text("event", &*signal.event);
    json.number("level", u32::from(signal.level));
    json.number("weight", u32::from(signal.weight));
    json.number("full_weight", u32::from(signal.full_weight));
    json.number("source", signal.source.map(|actor| actor.0));
    json.number("target", signal.target.map(|actor| actor.0));
    place(json, reading, "source_at", signal.source_words);
    place(json, reading, "target_at", signal.target_words);
    json.flag("inferred", signal.inferred);
    json.flag("symmetric", signal.symmetric);
    json.number("issue", signal.issue.map(|topic| topic.0));
    let quote = match signal.voice {
        Voice::Writer => None,
        Voice::Speaker(quote) => Some(quote.0),
    };
    json.number("quote", quote);
    json.text("scope", names::scope_name(signal.scope));
    json.objects("modifiers", &signal.modifiers, |json, modifier| {
        json.text("kind", names::modifier_name(modifier.kind));
        place(json, reading, "at", modifier.span);
    });
    json.text("rule", &*signal.rule);
    json.text("by_reader", signal.by_reader.map(names::edit));
}

fn direction(json: &mut Json, name: &str, pair: &DirectedPair) {
    json.name(name);
    json.object(|json| {
        for (name, number) in [
            ("source", pair.source.0),
            ("target", pair.target.0),
            ("verbal_cooperation", pair.counts.verbal_cooperation),
            ("material_cooperation", pair.counts.material_cooperation),
            ("verbal_conflict", pair.counts.verbal_conflict),
            ("material_conflict", pair.counts.material_conflict),
            ("statements", pair.counts.statements),
            ("strain", pair.strain),
            ("easing", pair.easing),
        ] {
            json.number(name, number);
        }
    });
}

fn tension(json: &mut Json, reading: &TensionReading) {
    json.number("value", reading.value.map(u32::from));
    range(json, reading.range);
    json.text("band", reading.band.map(names::band_name));
    json.text("trend", reading.trend.map(names::trend_name));
    json.flag("mixed", reading.mixed);
    json.number("pair", reading.pair.map(|pair| pair.0));
    json.number("strain", reading.strain);
    json.number("easing", reading.easing);
    signals(json, "signals", &reading.signals);
    json.objects("voices", &reading.voices, |json, voice| {
        json.number("speaker", voice.speaker.map(|actor| actor.0));
        json.flag("unclear", voice.unclear);
        json.number("strain", voice.strain);
        json.number("easing", voice.easing);
    });
    json.list("thirds", reading.thirds, |json, third| json.one(third.map(u32::from)));
    let (in_words, in_acts) = reading.words_and_acts;
    json.numbers("words_and_acts", Some([in_words, in_acts]));
    json.number("planned", reading.planned);
    signals(json, "would_change", &reading.would_change);
}
