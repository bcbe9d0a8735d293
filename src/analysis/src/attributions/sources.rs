//! From a cue to the words that name its source: the noun phrase before or after it.

use super::hits::Hit;
use super::lists::{Class, CuePos, Form, Frames};
use super::view::View;
use crate::document::Upos;
use std::ops::Range;

/// Noun phrases longer than this are cut.
const LONGEST: usize = 28;

/// The subject of a verb group that starts at `start`.
pub(super) fn subject(view: &View<'_>, unit: &Range<usize>, hit: &Hit<'_>) -> Option<Range<usize>> {
    let mut end = hit.start;
    if end <= unit.start {
        return None;
    }
    if hit.infinitive || (hit.form == Form::Ing && hit.start == hit.head) {
        return participle(view, unit, hit);
    }
    let last = end - 1;
    if view.is(last, Class::COORD) {
        return main_subject(view, unit, last);
    }
    // "Ruiz, who led the talks, said": the phrase before the matching comma.
    if view.comma(last) || view.dash(last) || view.folded(last) == ")" {
        let opener = if view.folded(last) == ")" { "(" } else { view.folded(last) };
        let from = last.saturating_sub(LONGEST).max(unit.start);
        let open = (from..last).rev().find(|&at| {
            !view.inside(at) && (view.folded(at) == opener || (view.dash(last) && view.dash(at)))
        })?;
        end = open;
        if end <= unit.start {
            return None;
        }
    }
    before(view, unit, end)
}

/// Who acts in "Ruiz left, saying that": the subject of the verb before, or the words just before
/// ("with ministers saying that").
fn participle(view: &View<'_>, unit: &Range<usize>, hit: &Hit<'_>) -> Option<Range<usize>> {
    let mut last = hit.start.checked_sub(1)?;
    if hit.infinitive {
        last = last.checked_sub(1)?;
    }
    if !view.comma(last) && !view.is(last, Class::COORD) && !hit.infinitive && !view.inside(last) {
        let near = before(view, unit, hit.start);
        if near
            .as_ref()
            .is_some_and(|near| near.start > unit.start && view.folded(near.start - 1) == "with")
        {
            return near;
        }
    }
    // A verb that is not known as one: the name that stands first in the sentence.
    main_subject(view, unit, last).or_else(|| {
        let end = (unit.start..last).find(|&at| !view.capital(at)).unwrap_or(last);
        let named = hit.has(Frames::BARE) && !view.is(unit.start, Class::PREP.or(Class::SUBORD));
        (named && end > unit.start).then_some(unit.start..end)
    })
}

/// The subject of the nearest finite verb before `limit` that has one.
pub(super) fn main_subject(
    view: &View<'_>,
    unit: &Range<usize>,
    limit: usize,
) -> Option<Range<usize>> {
    let mut best = None;
    for at in unit.start..limit {
        if !view.finite(at) || view.finite(at.wrapping_sub(1)) {
            continue;
        }
        let mut start = at;
        while start > unit.start
            && (view.is(start - 1, Class::ADVERB.or(Class::NEG))
                || view.folded(start - 1).ends_with("ly"))
        {
            start -= 1;
        }
        if let Some(found) = before(view, unit, start) {
            let relative = found.len() == 1 && view.is(found.start, Class::RELATIVE);
            if !relative {
                best = Some(found);
            }
        }
    }
    best
}

/// The noun phrase that ends right before `end`.
pub(super) fn before(view: &View<'_>, unit: &Range<usize>, end: usize) -> Option<Range<usize>> {
    let mut start = end;
    let mut crossed = false;
    while start > unit.start && end - start < LONGEST {
        let at = start - 1;
        if view.inside(at) {
            break;
        }
        if !takes(view, unit, at) {
            // "officials briefed on the talks", "a paper filed Thursday": told of the noun before.
            let told = view.folded(at).ends_with("ed")
                && !view.is(at, Class::FINITE)
                && start < end
                && view.is(start, Class::PREP.or(Class::TIME))
                && at > unit.start
                && noun_like(view, at - 1);
            if !told {
                break;
            }
            crossed = true;
            start = at;
            continue;
        }
        if view.is(at, Class::SUBJECT.or(Class::PRONOUN)) && !view.is(at, Class::DET) {
            if start == end {
                start = at;
            }
            break;
        }
        // "the news that both sides said": it joins a clause, unless it stands alone.
        if view.folded(at) == "that" && start < end {
            break;
        }
        if view.is(at, Class::LINK) {
            // A preposition ties two phrases only between two of them.
            let joined = start < end
                && at > unit.start
                && (noun_like(view, at - 1) || participle_of(view, unit, at - 1));
            if !joined {
                break;
            }
            crossed = true;
        } else if view.is(at, Class::COORD) {
            let joined = start < end
                && at > unit.start
                && noun_like(view, at - 1)
                && (view.capital(at - 1) == view.capital(at + 1) || view.is(at + 1, Class::DET));
            if !joined {
                break;
            }
        }
        start = at;
        if view.is(at, Class::DET)
            && !(at > unit.start && view.is(at - 1, Class::LINK.or(Class::DET).or(Class::COORD)))
        {
            break;
        }
    }
    // A phrase that starts with a preposition is an adjunct, not a subject.
    while start < end && view.is(start, Class::PREP.or(Class::COORD)) {
        start += 1;
    }
    while start < end && !crossed && view.is(start, Class::TIME) && start + 1 < end {
        start += 1;
    }
    // "who on Tuesday said": the time is no source.
    if (start..end).all(|at| view.is(at, Class::TIME)) && start > unit.start && start < end {
        let earlier = if view.is(start - 1, Class::PREP) { start - 1 } else { start };
        return before(view, unit, earlier).filter(|found| found.end == earlier);
    }
    let named = (start..end).any(|at| view.is_word(at));
    (start < end && named).then_some(start..end)
}

/// Whether a word can belong to a noun phrase read from its end.
fn takes(view: &View<'_>, unit: &Range<usize>, at: usize) -> bool {
    let Some(word) = view.word(at) else { return false };
    if matches!(word.folded, "'s" | "'" | "-" | "&" | "." | "/") {
        // "Orlov's aide", "St. Ives", "vice-chair": marks inside a name.
        return at > unit.start
            && view.is_word(at - 1)
            && (word.folded != "." || view.capital(at - 1));
    }
    if !view.is_word(at) {
        return false;
    }
    if view.is(at, Class::DET.or(Class::LINK).or(Class::POSSESSIVE).or(Class::COORD)) {
        return !view.is(at, Class::NEG);
    }
    if view.is(at, Class::SUBJECT.or(Class::PRONOUN)) {
        return true;
    }
    if view.is(at, Class::AUX.or(Class::SUBORD).or(Class::PREP)) {
        return false;
    }
    if view.is(at, Class::ADVERB) && !view.is(at, Class::TIME) {
        return false;
    }
    match word.upos {
        Upos::Verb | Upos::Aux => {
            word.folded.ends_with("ed") && view.is(at.wrapping_sub(1), Class::DET)
        }
        Upos::X => !view.finite(at),
        _ => true,
    }
}

/// "briefed" in "officials briefed on the talks".
fn participle_of(view: &View<'_>, unit: &Range<usize>, at: usize) -> bool {
    view.folded(at).ends_with("ed")
        && !view.is(at, Class::FINITE)
        && at > unit.start
        && noun_like(view, at - 1)
}

pub(super) fn noun_like(view: &View<'_>, at: usize) -> bool {
    view.is_word(at)
        && !view.inside(at)
        && !view.is(at, Class::PREP.or(Class::AUX).or(Class::COORD).or(Class::SUBORD))
        && (view.is(at, Class::TIME) || !view.is(at, Class::ADVERB))
        && !view.finite(at)
}

/// The noun phrase that starts at `start`, up to `limit`.
pub(super) fn after(view: &View<'_>, start: usize, limit: usize) -> Option<Range<usize>> {
    let limit = limit.min(start + LONGEST);
    let first_pronoun =
        view.is(start, Class::SUBJECT.or(Class::PRONOUN)) && !view.is(start, Class::DET);
    if first_pronoun && start < limit {
        return Some(start..start + 1);
    }
    let mut end = start;
    while end < limit {
        if view.inside(end) || view.stop(end) && !initial(view, end) {
            break;
        }
        if !view.is_word(end) && !matches!(view.folded(end), "'s" | "'" | "-" | "&" | "." | "/") {
            break;
        }
        if view.is(end, Class::AUX.or(Class::SUBORD).or(Class::SUBJECT))
            && !view.is(end, Class::DET)
            || view.folded(end) == "that"
        {
            break;
        }
        if end > start {
            if view.is(end, Class::PREP) {
                let ties = matches!(view.folded(end), "of" | "for" | "from" | "with" | "at" | "in");
                let next_time = view.is(end + 1, Class::TIME)
                    || view.is(end + 1, Class::DET)
                        && view.is(end + 2, Class::TIME.or(Class::MEDIUM))
                    || view.is(end + 1, Class::MEDIUM);
                if !ties
                    || next_time
                    || view.folded(end) != "of"
                        && !view.capital(end + 1)
                        && !view.is(end + 1, Class::DET)
                {
                    break;
                }
            } else if view.is(end, Class::DET)
                && !view.is(end - 1, Class::PREP.or(Class::COORD).or(Class::DET))
            {
                break;
            } else if view.is(end, Class::COORD) {
                if !(view.capital(end + 1)
                    || view.is(end + 1, Class::DET)
                    || noun_like(view, end + 1))
                {
                    break;
                }
            } else if view.finite(end)
                || view.is(end, Class::ADVERB.or(Class::TIME)) && !view.is(end - 1, Class::DET)
                || view.folded(end).ends_with("ing") && !view.capital(end)
            {
                break;
            }
        }
        end += 1;
    }
    while end > start && (view.is(end - 1, Class::PREP.or(Class::COORD)) || !view.is_word(end - 1))
    {
        end -= 1;
    }
    (start < end).then_some(start..end)
}

/// Whether a full stop belongs to an initial or a short title.
fn initial(view: &View<'_>, at: usize) -> bool {
    let before = view.folded(at.wrapping_sub(1));
    view.capital(at.wrapping_sub(1)) && before.len() <= 3
}

/// The possessor of a noun cue: "his claim", "Orlov's claim", "the minister's repeated claim".
pub(super) fn possessor(
    view: &View<'_>,
    unit: &Range<usize>,
    hit: &Hit<'_>,
) -> Option<Range<usize>> {
    debug_assert_eq!(hit.cue.pos, CuePos::Noun);
    let from = hit.start.saturating_sub(4).max(unit.start);
    for at in (from..hit.start).rev() {
        if view.is(at, Class::POSSESSIVE) {
            return Some(at..at + 1);
        }
        if matches!(view.folded(at), "'s" | "'") {
            return before(view, unit, at);
        }
        if !noun_like(view, at) || view.is(at, Class::DET) {
            return None;
        }
    }
    None
}
