//! The act a sentence describes: class, who, towards whom, and a score of −10 to 10; for every
//! signal a reading; and the pairs.
//!
//! A sentence has one class in this measure: that of the act or appeal nearest to the root of its
//! parse, the first of several.

use super::place::{Doc, Place};
use readout_analysis::{Lexicons, Models, Relation, SyntaxWord, event_scale, syntax_of};
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

pub(super) fn of<'a>(doc: &Doc<'a>, lexicons: &Lexicons, models: &Models) -> Tension<'a> {
    let tension = &doc.report.tension;
    let (_, syntax) = syntax_of(doc.text, lexicons, models);
    let main = main_signal(&tension.signals, &syntax);
    let words = |of: fn(&Signal) -> Option<Span>| -> Vec<Place> {
        main.and_then(of).map(|span| doc.place(span)).into_iter().collect()
    };
    Tension {
        quad: main.map_or(0, |signal| number(signal.quad)),
        source: words(|signal| signal.source_words),
        target: words(|signal| signal.target_words),
        score: main.map_or(0.0, |signal| score(signal, lexicons)),
        readings: tension.signals.iter().filter_map(|signal| one(doc, signal)).collect(),
        pairs: tension.pairs.iter().flat_map(|pair| directions(doc, pair)).collect(),
    }
}

/// The main clause counts, then what it governs; of equals the first.
fn main_signal<'s>(signals: &'s [Signal], syntax: &[(Span, SyntaxWord)]) -> Option<&'s Signal> {
    let is_act = |signal: &&Signal| signal.quad != QuadClass::Statement || signal.event == "APPEAL";
    let counted: Vec<&Signal> = signals.iter().filter(|signal| signal.weight > 0).collect();
    let acts: Vec<&Signal> = counted.iter().copied().filter(is_act).collect();
    let all = if acts.is_empty() { counted } else { acts };
    all.into_iter().min_by_key(|signal| (depth(signal.span, syntax), signal.span.start()))
}

/// How far the words of a span stand from the root of their sentence.
fn depth(span: Span, syntax: &[(Span, SyntaxWord)]) -> u32 {
    let first = syntax.partition_point(|(token, _)| token.end() <= span.start());
    let last = syntax.partition_point(|(token, _)| token.start() < span.end());
    (first..last).map(|token| steps(token, syntax)).min().unwrap_or(u32::MAX)
}

/// The way from a token to the root: little inside a clause and its complements, much across
/// clauses that only describe.
fn steps(token: usize, syntax: &[(Span, SyntaxWord)]) -> u32 {
    let (mut at, mut sum) = (token, 0);
    for _ in 0..syntax.len() {
        let Some((_, word)) = syntax.get(at) else { break };
        let Some(head) = word.head else { break };
        sum += match word.relation {
            Relation::Ccomp | Relation::Xcomp | Relation::Parataxis => 1,
            Relation::Obj | Relation::Iobj | Relation::Conj => 2,
            Relation::Nsubj if word.passive => 2,
            Relation::Nsubj | Relation::Csubj => 4,
            Relation::Obl | Relation::Nmod => 5,
            _ => 6,
        };
        at = head as usize;
    }
    sum
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

/// The scale of its event, with the sign the reader sees; the level moves it within the class.
fn score(signal: &Signal, lexicons: &Lexicons) -> f64 {
    let scale = f64::from(event_scale(&signal.event, lexicons)).abs() / 10.0;
    let full = (scale + (f64::from(signal.level) - 2.0) / 4.0).clamp(0.0, 10.0);
    match signal.sign {
        Sign::Strain => -full,
        Sign::Easing => full,
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
