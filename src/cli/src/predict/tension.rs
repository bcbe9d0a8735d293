//! The act a sentence describes: class, who, towards whom, and a score of −10 to 10; for every
//! signal a reading; and the pairs.
//!
//! A sentence has one class in this measure: that of its main act, the likeliest by
//! what is learned; its signal is the one nearest to the main predicate.

use super::place::{Doc, Place};
use readout_analysis::Act;
use readout_contract::report::{QuadClass, Sign, Signal};
use readout_text::Span;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Tension<'a> {
    quad: u8,
    source: Vec<Place>,
    target: Vec<Place>,
    score: f64,
    readings: Vec<One<'a>>,
    pairs: Vec<Pair<'a>>,
}

#[derive(Serialize)]
struct One<'a> {
    sentence: Place,
    source: Option<&'a str>,
    target: Option<&'a str>,
    quad: u8,
    sign: i8,
    level: u8,
    evidence: Vec<Place>,
}

#[derive(Serialize)]
struct Pair<'a> {
    source: Option<&'a str>,
    target: Option<&'a str>,
    strain: u32,
    easing: u32,
    signals: usize,
    value: Option<u8>,
    range: Option<(u8, u8)>,
}

/// `acts` are the main acts of the sentences.
pub(super) fn of<'a>(doc: &Doc<'a>, acts: &[Act]) -> Tension<'a> {
    let tension = &doc.report.tension;
    let act = acts.first();
    let main = act.and_then(|act| tension.signals.iter().find(|signal| signal.span == act.span));
    let words = |of: fn(&Signal) -> Option<Span>| -> Vec<Place> {
        main.and_then(of).map(|span| doc.place(span)).into_iter().collect()
    };
    Tension {
        quad: act.map_or(0, |act| number(act.quad)),
        source: words(|signal| signal.source_words),
        target: words(|signal| signal.target_words),
        score: act.map_or(0.0, |act| f64::from(act.score)),
        readings: tension.signals.iter().filter_map(|signal| one(doc, signal)).collect(),
        pairs: tension.pairs.iter().flat_map(|pair| directions(doc, pair)).collect(),
    }
}

fn number(quad: QuadClass) -> u8 {
    match quad {
        QuadClass::Statement => 0,
        QuadClass::VerbalCooperation => 1,
        QuadClass::MaterialCooperation => 2,
        QuadClass::VerbalConflict => 3,
        QuadClass::MaterialConflict => 4,
    }
}

fn one<'a>(doc: &Doc<'a>, signal: &Signal) -> Option<One<'a>> {
    let sentence = doc.report.words.sentences.get(signal.sentence.index())?;
    Some(One {
        sentence: doc.place(sentence.span),
        source: doc.name(signal.source),
        target: doc.name(signal.target),
        quad: number(signal.quad),
        sign: match signal.sign {
            Sign::Strain => -1,
            Sign::Easing => 1,
        },
        level: signal.level,
        evidence: vec![doc.place(signal.span)],
    })
}

fn directions<'a>(doc: &Doc<'a>, pair: &readout_contract::report::Pair) -> [Pair<'a>; 2] {
    [&pair.forward, &pair.backward].map(|one| Pair {
        source: doc.name(Some(one.source)),
        target: doc.name(Some(one.target)),
        strain: one.strain,
        easing: one.easing,
        signals: pair.signals.len(),
        value: pair.value,
        range: pair.range,
    })
}
