//! From words to cues: which words report, and which only look so.

use super::lists::{Class, Cue, CuePos, Form, Frames};
use super::view::View;
use crate::document::{TokenKind, Upos};
use std::ops::Range;

/// A cue in place.
#[derive(Clone, Debug)]
pub(super) struct Hit<'p> {
    pub(super) cue: &'p Cue,
    pub(super) form: Form,
    /// The first word, auxiliaries and negation included.
    pub(super) start: usize,
    /// The word that reports.
    pub(super) head: usize,
    /// The word after the last.
    pub(super) end: usize,
    pub(super) passive: bool,
    /// "to say".
    pub(super) infinitive: bool,
}

impl Hit<'_> {
    pub(super) fn words(&self) -> Range<usize> {
        self.start..self.end
    }

    pub(super) fn has(&self, frames: Frames) -> bool {
        self.cue.frames.has(frames)
    }
}

/// The cues of a unit outside quotation marks, in order.
pub(super) fn find<'p>(view: &View<'p>, unit: &Range<usize>) -> Vec<Hit<'p>> {
    let mut hits = Vec::new();
    let mut at = unit.start;
    while at < unit.end {
        let hit = if view.inside(at) { None } else { hit_at(view, unit, at) };
        if let Some(hit) = hit {
            at = hit.end;
            hits.push(hit);
        } else {
            at += 1;
        }
    }
    hits
}

fn hit_at<'p>(view: &View<'p>, unit: &Range<usize>, at: usize) -> Option<Hit<'p>> {
    let found = view.cues_at(at);
    let longest = found.first()?.2;
    let nominal = found.iter().any(|(cue, _, _)| cue.pos == CuePos::Noun);
    for (cue, form, words) in found.into_iter().filter(|(_, _, words)| *words == longest) {
        let fits = match cue.pos {
            CuePos::According => true,
            CuePos::Noun => is_noun(view, at, form, words),
            CuePos::Verb => {
                is_verb(view, unit, at, form)
                    || !nominal && form == Form::Base && tells(view, unit, at, words)
            }
        };
        if !fits {
            continue;
        }
        if cue.pos != CuePos::Verb {
            let end = at + words;
            return Some(Hit {
                cue,
                form,
                start: at,
                head: at,
                end,
                passive: false,
                infinitive: false,
            });
        }
        let start = group_start(view, unit, at);
        let be = (start..at).any(|word| view.is(word, Class::BE));
        let passive = form == Form::Past
            && ((be && !view.is(at.wrapping_sub(1), Class::HAVE))
                || (start == at && view.folded(at + words) == "by"));
        let infinitive = start > unit.start && view.folded(start - 1) == "to";
        let end = at + words;
        return Some(Hit { cue, form, start, head: at, end, passive, infinitive });
    }
    None
}

fn is_noun(view: &View<'_>, at: usize, form: Form, words: usize) -> bool {
    if !matches!(form, Form::Base | Form::WithS) {
        return false;
    }
    match view.upos(at) {
        Upos::Noun => true,
        Upos::X | Upos::Propn => {
            let before = at.wrapping_sub(1);
            let opens = view.is(before, Class::DET.or(Class::PREP).or(Class::POSSESSIVE))
                || matches!(view.folded(before), "'s" | "'" | "s")
                || (!view.is(before, Class::SUBJECT.or(Class::AUX).or(Class::ADVERB))
                    && !view.capital(before)
                    && !view.folded(before).ends_with('s')
                    && view.folded(at + words) == "that"
                    && form == Form::Base);
            opens && view.folded(before) != "that" && view.folded(before) != "to"
        }
        _ => false,
    }
}

fn is_verb(view: &View<'_>, unit: &Range<usize>, at: usize, form: Form) -> bool {
    // A capital inside a sentence is a name: "the Post", "Claims Court".
    let titled = form != Form::Base && titled(view, unit);
    if view.capital(at)
        && at > unit.start
        && !view.stop(at - 1)
        && view.upos(at) != Upos::Verb
        && !titled
    {
        return false;
    }
    let upos = view.upos(at);
    if matches!(upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Adp | Upos::Adv) {
        return false;
    }
    let before = at.wrapping_sub(1);
    let determined = view.is(before, Class::DET.or(Class::POSSESSIVE))
        && !view.is(before, Class::SUBJECT.or(Class::PRONOUN))
        || matches!(view.folded(before), "'s" | "'");
    // "a letter saying that", not "groups addressing trade".
    if view.participle(at) && !(view.folded(at + 1) == "that" || opens_clause(view, at + 1)) {
        return false;
    }
    match form {
        _ if upos == Upos::Verb => true,
        Form::Past => {
            let bound = view.is(before, Class::PREP) && view.folded(before) != "by";
            !determined && !bound
        }
        Form::Ing => !determined || view.is(before, Class::SUBJECT),
        Form::WithS => {
            let parted = view.comma(before) && !view.inside(before.wrapping_sub(1));
            let clause = opens_clause(view, at + 1);
            let counted = view.word(before).is_some_and(|word| word.kind == TokenKind::Number);
            let bound = determined || counted || view.is(before, Class::PREP.or(Class::AUX));
            let loose = parted || view.is(before, Class::COORD);
            at > unit.start && !bound && (clause || !loose)
        }
        Form::Base => {
            let mut left = before;
            while view.is(left, Class::ADVERB.or(Class::NEG)) && left > unit.start {
                left -= 1;
            }
            view.is(left, Class::MODAL)
                || (view.is(left, Class::SUBJECT) && !determined)
                || view.folded(left) == "to"
                || (view.is(left, Class::AUX) && !view.is(left, Class::BE.or(Class::HAVE)))
                || (view.folded(left).len() > 3
                    && view.folded(left).ends_with('s')
                    && !view.is(left, Class::DET.or(Class::PREP).or(Class::AUX))
                    && left >= unit.start)
        }
    }
}

/// "records of the port show that": a plural verb some way behind its noun.
fn tells(view: &View<'_>, unit: &Range<usize>, at: usize, words: usize) -> bool {
    let next = at + words;
    let before = at.wrapping_sub(1);
    let clause = view.folded(next) == "that"
        || view.is(next, Class::SUBJECT) && !view.is(next, Class::DET.or(Class::RELATIVE));
    clause
        && at > unit.start
        && view.upos(at) == Upos::X
        && !view.is(before, Class::DET.or(Class::PREP).or(Class::POSSESSIVE).or(Class::COORD))
        && !view.comma(before)
}

/// Whether "and claims" is followed by what is claimed.
fn opens_clause(view: &View<'_>, at: usize) -> bool {
    view.inside(at) || view.capital(at) || view.is(at, Class::DET.or(Class::SUBJECT))
}

/// Whether all longer words of a unit have capitals: a headline.
fn titled(view: &View<'_>, unit: &Range<usize>) -> bool {
    if unit.len() > 30 {
        return false;
    }
    let long: Vec<usize> = unit.clone().filter(|&at| view.folded(at).len() > 4).collect();
    long.len() > 2 && long.iter().all(|&at| view.capital(at))
}

/// The first word of the verb group: auxiliaries, negation and adverbs belong to the cue.
fn group_start(view: &View<'_>, unit: &Range<usize>, head: usize) -> usize {
    let mut start = head;
    let mut at = head;
    while at > unit.start {
        at -= 1;
        let adverb = view.is(at, Class::ADVERB)
            || view.upos(at) == Upos::Adv
            || (view.folded(at).ends_with("ly") && !view.capital(at) && view.folded(at).len() > 4);
        if view.inside(at) {
            break;
        }
        if view.is(at, Class::AUX.or(Class::NEG)) || adverb {
            start = at;
        } else {
            break;
        }
    }
    start
}
