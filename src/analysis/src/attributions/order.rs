//! Rules for words that come before their cue: "“…,” said Ruiz", "…, Ruiz said".

use super::content;
use super::hits::Hit;
use super::lists::{Class, Form, Frames};
use super::rules::{Draft, trim};
use super::sources;
use super::view::View;
use std::ops::Range;

/// "The vote stands, Ruiz said.": what stands before the subject.
pub(super) fn trailing(
    view: &View<'_>,
    unit: &Range<usize>,
    hit: &Hit<'_>,
    from: usize,
    subject_start: usize,
    after: usize,
    mut draft: Draft,
) -> Option<Draft> {
    if !hit.has(Frames::BARE) || !hit.has(Frames::QUOTE) || subject_start <= from {
        return None;
    }
    let last = subject_start - 1;
    let closes = after >= unit.end
        || view.comma(after)
        || view.stop(after)
        || view.dash(after)
        || view.folded(after) == ";";
    // "as Ruiz said,": the sentence is Ruiz's all the same.
    let as_said = view.folded(last) == "as";
    if !closes || !(view.comma(last) || view.dash(last) || as_said) {
        return None;
    }
    let parenthesis = view.comma(after) && after + 1 < unit.end;
    let before = trim(view, from..last);
    draft.rule = if parenthesis { "parenthesis" } else { "said-after" };
    if let Some(before) = before {
        let spoken = before.clone().any(|at| view.finite(at) || view.inside(at));
        if !spoken && !parenthesis {
            return None;
        }
        draft.content.push(before);
    }
    if parenthesis {
        let end = content::clause_end(view, unit, hit, &[], after + 1);
        draft.content.extend(trim(view, after + 1..end));
    }
    Some(draft)
}

/// "“…,” said Ruiz": the subject after the cue.
pub(super) fn inverted(
    view: &View<'_>,
    unit: &Range<usize>,
    hit: &Hit<'_>,
    from: usize,
) -> Option<Draft> {
    if hit.start != hit.head
        || !hit.has(Frames::QUOTE)
        || hit.form == Form::Ing
        || hit.start <= from
    {
        return None;
    }
    let last = hit.start - 1;
    let marked = view.inside(last) || view.comma(last) && view.inside(last.wrapping_sub(1));
    if !marked && !view.comma(last) {
        return None;
    }
    let by = view.folded(hit.end) == "by";
    let source = sources::after(view, hit.end, unit.end)?;
    let next = source.end;
    let closes = next >= unit.end
        || !view.is_word(next) && (marked || !view.inside(next))
        || view.is(
            next,
            Class::PREP.or(Class::TIME).or(Class::SUBORD).or(Class::ADVERB).or(Class::RELATIVE),
        )
        || view.inside(next);
    let named = view.capital(source.start)
        || view.is(source.start, Class::DET.or(Class::SUBJECT).or(Class::POSSESSIVE))
        || source.clone().any(|at| view.capital(at))
        || marked;
    let pronoun = !marked && view.is(source.start, Class::SUBJECT) && view.is_word(next);
    let timed = view.is(source.start, Class::TIME) && !view.is(source.start, Class::DET);
    if by || pronoun || timed || !closes || !named || view.is(hit.end, Class::PREP) {
        return None;
    }
    if !marked
        && (view.capital(last.wrapping_sub(1)) && hit.form == Form::Past && view.finite(next))
    {
        return None;
    }
    let mut draft = Draft::new(hit, "quote-before-cue", 95);
    if marked {
        draft.content.push(quote_before(view, from, hit.start)?);
    } else {
        let before = trim(view, from..last)?;
        if !hit.has(Frames::BARE) || !before.clone().any(|at| view.finite(at)) {
            return None;
        }
        draft.rule = "said-after";
        draft.content.push(before);
    }
    draft.source = Some(source.clone());
    // The rest of an interrupted quotation: after the source and what is told of it.
    let rest = (next..unit.end.min(next + 30)).find(|&at| view.inside(at) && !view.inside(at - 1));
    if let Some(start) =
        rest.filter(|&start| marked && matches!(view.folded(start - 1), "," | ":" | ";"))
    {
        let other_cue = (next..start)
            .any(|at| view.lists.cues(view.folded(at)).next().is_some() && view.finite(at));
        let end = view
            .region(start)
            .and_then(|index| view.marked.get(index))
            .map_or(start, |marked| marked.words.end);
        if !other_cue && start < end {
            draft.rule = "interrupted";
            draft.content.push(start..end);
        }
    }
    Some(draft)
}

/// The quotation that ends right before `end`, with the words of its clause.
pub(super) fn quote_before(view: &View<'_>, from: usize, end: usize) -> Option<Range<usize>> {
    let mut last = end.checked_sub(1)?;
    if !view.inside(last) && (view.comma(last) || view.dash(last)) {
        last = last.checked_sub(1)?;
    }
    let marked = view.region(last).and_then(|index| view.marked.get(index))?;
    if marked.words.start < from || !marked.region.closed && marked.words.end != end {
        return None;
    }
    let start = marked.words.start;
    let before = start.wrapping_sub(1);
    let alone = start <= from
        || view.stop(before)
        || view.folded(before) == ":"
        || !(from..start).any(|at| view.is_word(at));
    let sentence = view.comma(before) && view.capital(start + 1) && marked.speech;
    if alone || sentence {
        return Some(start..marked.words.end);
    }
    trim(view, from..marked.words.end)
}
