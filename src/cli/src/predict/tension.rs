//! The act a sentence describes: class, who, towards whom, and a score of −10 to 10; for every
//! signal a reading; and the pairs.
//!
//! A sentence has one class in this measure: that of its first act or appeal.

use super::place::{Doc, Place};
use readout_contract::ids::ActorId;
use readout_contract::report::{Actor, QuadClass, Sign, Signal};
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

pub(super) fn of<'a>(doc: &Doc<'a>) -> Tension<'a> {
    let tension = &doc.report.tension;
    let main = main_signal(&tension.signals);
    let span_of = |actor: fn(&Signal) -> Option<ActorId>, before: bool| {
        main.and_then(|signal| mention_of(doc, doc.actor(actor(signal))?, signal.span, before))
            .map_or_else(Vec::new, |span| vec![doc.place(span)])
    };
    Tension {
        quad: main.map_or(0, |signal| number(signal.quad)),
        source: span_of(|signal| signal.source, true),
        target: span_of(|signal| signal.target, false),
        score: main.map_or(0.0, score),
        readings: tension.signals.iter().filter_map(|signal| one(doc, signal)).collect(),
        pairs: tension.pairs.iter().flat_map(|pair| directions(doc, pair)).collect(),
    }
}

/// The first act or appeal counts: the main clause of a report comes first.
fn main_signal(signals: &[Signal]) -> Option<&Signal> {
    let counted = || signals.iter().filter(|signal| signal.weight > 0);
    counted()
        .find(|signal| signal.quad != QuadClass::Statement || signal.event == "APPEAL")
        .or_else(|| counted().next())
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

/// On the scale of CAMEO's classes: acts weigh more than words, the level moves within the class.
fn score(signal: &Signal) -> f64 {
    let full = match signal.quad {
        QuadClass::Statement => 1.0,
        QuadClass::VerbalCooperation | QuadClass::VerbalConflict => 3.0,
        QuadClass::MaterialCooperation => 6.0,
        QuadClass::MaterialConflict => 7.0,
    } + f64::from(signal.level) / 2.0;
    match signal.sign {
        Sign::Strain => -full,
        Sign::Easing => full,
    }
}

/// The words that name an actor nearest to a signal: before it for who acts, after it for towards
/// whom, else on the other side.
fn mention_of<'a>(doc: &Doc<'a>, actor: &'a Actor, signal: Span, before: bool) -> Option<Span> {
    let spans = || doc.mentions(actor).map(|mention| mention.span);
    let left = spans().rev().find(|span| span.end() <= signal.start());
    let right = spans().find(|span| span.start() >= signal.end());
    let over = spans().find(|span| span.overlaps(signal));
    if before { left.or(over).or(right) } else { right.or(over).or(left) }
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
