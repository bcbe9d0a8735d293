//! What the classifier does with the signals of a sentence: it corrects the class of the one that
//! stands for the main act where it is sure, and gives one where no row does.
//!
//! What always holds: a signal of its own has the words of the main predicate for evidence and the
//! rule [`RULE`]; where the sentence names fewer than two parties, or its predicate alone does not speak for
//! the class, it gives none.

use super::model::{CLASSES, Model};
use super::see::{gather, see_predicate};
use super::view::View;
use crate::document::Relation;
use crate::lexicons::Lexicons;
use crate::tension::lists::EventRow;
use crate::tension::phrases::Phrase;
use crate::tension::{LEVEL_WEIGHT, Part};
use readout_contract::report::{ModifierKind, QuadClass, Scope, Signal};
use readout_text::Span;
use std::borrow::Cow;

/// The rule of signals that the classifier gives or corrects.
const RULE: &str = "learned";
/// How likely a quad class must be to correct that of a row.
const CORRECTS: f32 = 0.6;
/// The same where that turns strain to easing or easing to strain.
const CROSSES: f32 = 0.65;
/// How far from the main predicate a signal may be to be corrected.
const NEAR: u32 = 3;
/// How likely it must be to give a signal of its own.
const GIVES: f32 = 0.5;

/// How many parties a sentence must name for a signal of its own.
pub(in crate::tension) const LEAST: usize = 2;

/// The main act of a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Act {
    /// The words of its signal.
    pub span: Span,
    /// Its class.
    pub quad: QuadClass,
    /// From −10, conflict, to 10, cooperation: the scale of the events by how likely they are.
    pub score: f32,
}

/// Quad classes in their order.
const QUADS: [QuadClass; 5] = [
    QuadClass::Statement,
    QuadClass::VerbalCooperation,
    QuadClass::MaterialCooperation,
    QuadClass::VerbalConflict,
    QuadClass::MaterialConflict,
];

/// Judges a sentence.
pub(in crate::tension) fn judge(
    part: &mut Part<'_>,
    lexicons: &Lexicons,
    model: &Model,
) -> Option<Act> {
    if part.signals.is_empty() && part.parties < LEAST {
        return None;
    }
    let lists = &lexicons.tension;
    let view = View::new(part, lexicons);
    let main = main_signal(&view, &part.signals, 1);
    // "did not reject the plan but praised it": the class is that of what is denied.
    let is_denied = main_signal(&view, &part.signals, 0) != main;
    if model.is_empty() {
        let signal = part.signals.get(main?)?;
        return Some(Act { span: signal.span, quad: signal.quad, score: 0.0 });
    }
    let likely = model.judge(gather(&view, &part.signals));
    let events = &lists.classes;
    let mut quads = [0.0_f32; 5];
    for (event, share) in events.iter().zip(likely) {
        if let Some(quad) = quads.get_mut(event.quad as usize) {
            *quad += share;
        }
    }
    let tenths = |event: &EventRow| f32::from(event.scale) / 10.0;
    let score = events.iter().zip(likely).map(|(event, share)| tenths(event) * share).sum();
    let best = (0..5).fold(0, |best, at| if quads.get(at) > quads.get(best) { at } else { best });
    let sure = quads.get(best).copied().unwrap_or_default();
    let quad = QUADS.get(best).copied().unwrap_or(QuadClass::Statement);
    // The likeliest event of the likeliest class.
    let share = |class: usize| likely.get(class).copied().unwrap_or_default();
    let class = (0..CLASSES)
        .filter(|at| events.get(*at).is_some_and(|event| event.quad == quad))
        .reduce(|best, at| if share(at) > share(best) { at } else { best });
    let event = class.and_then(|class| events.get(class)).filter(|event| event.sign.is_some());
    if let Some((class, event)) = class.zip(event) {
        match main.and_then(|at| part.signals.get_mut(at)) {
            Some(signal) if is_act(signal) => {
                let crosses = Some(signal.sign) != event.sign;
                let wanted = if crosses { CROSSES } else { CORRECTS };
                if sure >= wanted
                    && signal.quad != quad
                    && view.away_of(signal.span) <= NEAR
                    && !is_denied
                    && !(is_only_said(signal) && is_deed(quad))
                {
                    correct(signal, *event);
                }
            }
            _ if sure >= GIVES
                && part.parties >= LEAST
                && model.speaks_for(&see_predicate(&view), class) =>
            {
                give(part, &view, *event);
            }
            _ => {}
        }
    }
    let main = main_signal(&view, &part.signals, 1).and_then(|at| part.signals.get(at))?;
    Some(Act { span: main.span, quad, score })
}

/// An act or appeal, not a state described.
fn is_act(signal: &Signal) -> bool {
    signal.quad != QuadClass::Statement || signal.event == "APPEAL"
}

/// What is planned, turned down, promised, threatened or asked for is not done.
fn is_only_said(signal: &Signal) -> bool {
    let turns = |kind| matches!(kind, ModifierKind::Negated | ModifierKind::Planned);
    matches!(&*signal.event, "AGREE" | "THREATEN" | "REQUEST" | "APPEAL")
        || signal.modifiers.iter().any(|modifier| turns(modifier.kind))
}

const fn is_deed(quad: QuadClass) -> bool {
    matches!(quad, QuadClass::MaterialCooperation | QuadClass::MaterialConflict)
}

/// The signal of the main act: an act nearest to the main predicate, of those of some weight.
fn main_signal(view: &View, signals: &[Signal], least: u16) -> Option<usize> {
    (0..signals.len())
        .filter(|at| signals.get(*at).is_some_and(|signal| signal.weight >= least))
        .min_by_key(|at| {
            let signal = signals.get(*at);
            let away = signal.map_or(99, |signal| view.away_of(signal.span));
            (!signal.is_some_and(is_act), away, *at)
        })
}

fn correct(signal: &mut Signal, event: EventRow) {
    let Some(sign) = event.sign else { return };
    (signal.quad, signal.sign) = (event.quad, sign);
    signal.event = Cow::Borrowed(event.name);
    signal.rule = Cow::Borrowed(RULE);
}

/// A signal where no row gives one.
fn give(part: &mut Part<'_>, view: &View, event: EventRow) {
    let Some((first, last)) = evidence(view) else { return };
    let place = |token: usize| part.words.iter().position(|word| word.token == token);
    let Some((first, last)) = place(first).zip(place(last)) else { return };
    let phrase = Phrase {
        words: first..last + 1,
        key: first..first + 1,
        event,
        level: 1,
        symmetric: event.name == "CONSULT",
        rule: RULE,
        modifiers: Vec::new(),
        percent: 100,
        operator: None,
        stands: true,
        head: part.words.get(first).map_or(0, |word| word.token),
    };
    let Some((mut signal, open)) = (part.signal_of)(phrase) else { return };
    // The class has taken negation and plans into account.
    if signal.scope == Scope::Negated || signal.event != event.name {
        correct(&mut signal, event);
        signal.weight = LEVEL_WEIGHT as u16;
        if signal.scope == Scope::Negated {
            signal.scope = Scope::Asserted;
        }
        signal.modifiers.retain(|modifier| {
            !matches!(modifier.kind, ModifierKind::Negated | ModifierKind::Planned)
        });
    }
    let overlaps = part.signals.iter().any(|known| known.span.overlaps(signal.span));
    if signal.source.is_none() || overlaps {
        return;
    }
    let at = part.signals.partition_point(|known| known.span.start() < signal.span.start());
    part.signals.insert(at, signal);
    part.open.insert(at, open);
}

/// The tokens from the main predicate to its particle, further verb and object, where they are near.
fn evidence(view: &View) -> Option<(usize, usize)> {
    const NEAR: usize = 4;
    let (mut at, first) = (view.main?, view.words.get(view.main?)?);
    let mut last = at;
    for _ in 0..2 {
        let next = view.words.iter().enumerate().skip(at + 1).take(NEAR).find(|(_, word)| {
            word.head == Some(at)
                && matches!(word.relation, Relation::Compound | Relation::Xcomp | Relation::Obj)
        });
        let Some((next, word)) = next else { break };
        last = next;
        if word.relation == Relation::Xcomp {
            at = next;
        }
    }
    Some((first.token, view.words.get(last)?.token))
}
