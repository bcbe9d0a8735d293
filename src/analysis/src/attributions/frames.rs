//! Rules for cues with an object: whom is urged to what, who is accused of what, what is rejected,
//! asked or only spoken of.

use super::content;
use super::hits::Hit;
use super::lists::{Act, Class, Form, Frames};
use super::rules::{Draft, trim};
use super::sources;
use super::view::View;
use readout_contract::report::AttributionKind;
use std::ops::Range;

/// "urged X to", "accused X of", "described X as", "rejected X", "criticized X".
pub(super) fn object(
    view: &View<'_>,
    unit: &Range<usize>,
    hit: &Hit<'_>,
    hits: &[Hit<'_>],
    mut draft: Draft,
) -> Option<Draft> {
    let start = hit.end;
    let opens = view.is_word(start) || view.inside(start);
    if !opens
        || view.stop(start)
        || (view.is(start, Class::PREP.or(Class::COORD).or(Class::SUBORD))
            && !view.is(start, Class::DET))
    {
        return None;
    }
    let end = content::object_end(view, unit, hit, hits, start);
    let range = trim(view, start..end)?;
    let near = |word: &str| {
        (start + 1..range.end.min(start + 14))
            .find(|&at| view.folded(at) == word && !view.inside(at))
    };
    if let Some(to) = near("to").filter(|_| hit.has(Frames::PERSON_TO)) {
        let end = content::clause_end(view, unit, hit, hits, start);
        draft.rule = "urge-to";
        draft.target = trim(view, start..to);
        draft.content.push(trim(view, start..end)?);
        return Some(draft);
    }
    if hit.has(Frames::OF) {
        let of = near("of")?;
        draft.rule = "accuse-of";
        draft.target = trim(view, start..of);
        let end = content::clause_end(view, unit, hit, hits, of);
        draft.content.push(trim(view, of..end)?);
        return Some(draft);
    }
    if hit.has(Frames::AS) {
        let marked = range.clone().any(|at| view.inside(at));
        if near("as").is_some()
            || marked
            || hit.head + 1 == hit.end
                && hit.has(Frames::QUOTE)
                && !hit.has(Frames::TOPIC)
                && range.len() > 2
        {
            draft.rule = "describe-as";
            draft.content.push(range);
            return Some(draft);
        }
    }
    // A clause whose verb has no ending of its own: "suggested the sides meet again in May".
    if hit.has(Frames::BARE) && hit.has(Frames::THAT) && range.len() >= 5 {
        let end = content::clause_end(view, unit, hit, hits, start);
        draft.content.push(trim(view, start..end)?);
        return Some(draft);
    }
    if hit.has(Frames::THING) {
        draft.rule = if hit.cue.act == Act::Denial { "denial" } else { "object" };
        draft.confidence = 65;
        draft.content.push(range);
        return Some(draft);
    }
    if hit.has(Frames::TOPIC) {
        draft.rule = "topic";
        draft.confidence = 60;
        let marked = range.clone().any(|at| view.inside(at));
        draft.kind = (!marked || hit.cue.act == Act::Belief).then_some(AttributionKind::Mentioned);
        draft.content.push(range);
        return Some(draft);
    }
    None
}

/// "has been questioned by officials", "it was announced that".
pub(super) fn passive(
    view: &View<'_>,
    unit: &Range<usize>,
    hit: &Hit<'_>,
    hits: &[Hit<'_>],
    from: usize,
) -> Option<Draft> {
    let mut draft = Draft::new(hit, "passive", 60);
    let by = (hit.end..unit.end.min(hit.end + 4)).find(|&at| view.folded(at) == "by");
    draft.source = by.and_then(|by| sources::after(view, by + 1, unit.end));
    if view.folded(hit.end) == "that" && hit.has(Frames::THAT) && !hit.has(Frames::ADDRESSEE) {
        let end = content::clause_end(view, unit, hit, hits, hit.end);
        draft.content.push(trim(view, hit.end..end)?);
        return Some(draft);
    }
    draft.source.as_ref()?;
    let subject = sources::before(view, &(from..unit.end), hit.start)?;
    if subject.start > unit.start && view.is(subject.start - 1, Class::NEG) {
        return None;
    }
    if hit.has(Frames::OF) {
        let of = (hit.end..unit.end.min(hit.end + 14)).find(|&at| view.folded(at) == "of")?;
        draft.rule = "accuse-of";
        draft.target = Some(subject);
        let end = content::clause_end(view, unit, hit, hits, of);
        draft.content.push(trim(view, of..end)?);
        return Some(draft);
    }
    if !hit.has(Frames::TOPIC.or(Frames::THING).or(Frames::AS).or(Frames::PERSON_TO)) {
        return None;
    }
    draft.kind = Some(AttributionKind::Mentioned);
    draft.content.push(subject);
    Some(draft)
}

/// "Asked about the ban,": a question whose asker is not named, or asked about something.
pub(super) fn asked(
    view: &View<'_>,
    unit: &Range<usize>,
    hit: &Hit<'_>,
    hits: &[Hit<'_>],
) -> Option<Draft> {
    if !(hit.has(Frames::WH) && hit.has(Frames::PERSON_TO)) {
        return None;
    }
    let before = hit.start.wrapping_sub(1);
    let bare = hit.form == Form::Past
        && (hit.start == unit.start
            || matches!(view.folded(before), "when" | "if")
            || view.comma(before) && hit.start == hit.head);
    let mut draft = Draft::new(hit, "asked", 60);
    draft.kind = Some(AttributionKind::Mentioned);
    let at = hit.end;
    if hit.passive || bare {
        let start = match view.folded(at) {
            "about" => at + 1,
            _ if view.is(at, Class::WH) => at,
            _ => return None,
        };
        let end = content::object_end(view, unit, hit, hits, start);
        draft.content.push(trim(view, start..end)?);
        return Some(draft);
    }
    draft.source = Some(sources::subject(view, unit, hit)?);
    let about = (at..unit.end.min(at + 10)).find(|&next| {
        view.folded(next) == "about" || !view.is_word(next) || view.is(next, Class::WH)
    })?;
    if view.folded(about) != "about" {
        return None;
    }
    draft.target = trim(view, at..about);
    let end = content::object_end(view, unit, hit, hits, about + 1);
    draft.content.push(trim(view, about + 1..end)?);
    Some(draft)
}
