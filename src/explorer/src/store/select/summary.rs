//! The summary sentence's numbers and the gauge.

use super::evidence::tension;
use super::people::name;
use super::{Gauge, GaugeReading, Summary};
use crate::store::reduce::groups;
use crate::store::{Known, State, TopicKey};
use readout_contract::report::{AttributionKind, Extent, Report, TopicKind};
use readout_sorted::Set;

/// Words read in a minute.
const WORDS_A_MINUTE: u32 = 230;

/// The parts of the summary; `None` before there is a reading to sum up.
pub fn summary(state: &State) -> Option<Summary> {
    let report = state.report().filter(|_| state.known() >= Known::Attributions)?;
    let quotes = &report.attributions.attributions;
    let speakers = quotes
        .iter()
        .filter(|quote| quote.kind != AttributionKind::Mentioned)
        .filter_map(|quote| quote.speaker);
    let speakers: Set<_> = speakers.collect();
    let pair = tension(state).and_then(|report| {
        let id =
            report.tension.reading.pair.or(
                (!report.tension.pairs.is_empty()).then_some(readout_contract::ids::PairId(0))
            )?;
        let (first, second) = pair_names(report, id)?;
        Some((id, first, second))
    });
    let changes = groups(&state.changes.done);
    let theirs = changes.iter().filter(|group| group.start < state.changes.from_sender).count();
    Some(Summary {
        sentences: report.words.sentences.iter().filter(|s| s.counted).count() as u32,
        speakers: speakers.len() as u32,
        quotes: super::quotes::counts(quotes.iter()),
        pair,
        gauge: gauge(state),
        talks: report
            .topics
            .topics
            .iter()
            .find(|topic| topic.code.as_deref() == Some("dip.talks"))
            .map(|topic| TopicKey { kind: TopicKind::Issue, label: topic.label.clone() }),
        engine: report.engine.clone(),
        changes: (changes.len() as u32, theirs as u32),
        minutes: (report.words.words / WORDS_A_MINUTE).max(1),
    })
}

/// Names of a pair.
pub(super) fn pair_names(
    report: &Report,
    id: readout_contract::ids::PairId,
) -> Option<(String, String)> {
    let pair = report.tension.pairs.get(id.index())?;
    Some((name(report, Some(pair.forward.source)), name(report, Some(pair.forward.target))))
}

/// The gauge.
pub fn gauge(state: &State) -> Gauge {
    let mut gauge = Gauge {
        reading: GaugeReading::Unknown,
        strain: 0,
        easing: 0,
        was: None,
        pair: None,
        thirds: [None; 3],
        words_and_acts: (0, 0),
        planned: 0,
    };
    let Some(report) = state.report() else { return gauge };
    if !report.words.language.english {
        return gauge;
    }
    if matches!(report.words.extent, Extent::TooShort | Extent::Short) {
        gauge.reading = GaugeReading::TooShort;
        return gauge;
    }
    let Some(report) = tension(state) else { return gauge };
    let reading = &report.tension.reading;
    gauge.strain = reading.strain;
    gauge.easing = reading.easing;
    gauge.pair = reading.pair.and_then(|id| pair_names(report, id));
    gauge.thirds = reading.thirds;
    gauge.words_and_acts = reading.words_and_acts;
    gauge.planned = reading.planned;
    gauge.reading = match (reading.value, reading.band) {
        (Some(value), Some(band)) => GaugeReading::Value {
            value,
            range: reading.range.unwrap_or((value, value)),
            band,
            trend: reading.trend,
            mixed: reading.mixed,
        },
        _ => GaugeReading::TooFew(reading.strain + reading.easing),
    };
    let old = state.before.as_ref().and_then(|before| before.tension.reading.value);
    gauge.was = old.filter(|old| Some(*old) != reading.value);
    gauge
}
