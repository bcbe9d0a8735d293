//! The rules of one unit, in the order they are tried at each cue.

use super::content::{self, After};
use super::frames::{asked, object, passive};
use super::hits::{self, Hit};
use super::lists::{Act, Class, CuePos, Form, Frames};
use super::order::{inverted, quote_before, trailing};
use super::sources;
use super::view::View;
use readout_contract::report::{AttributionKind, VerbClass};
use readout_sorted::sort_by_key;
use std::ops::Range;

/// Cues further on than this many do not end a clause: time must not grow with their square.
const NEAR: usize = 24;

/// An attribution in words of the paragraph.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) source: Option<Range<usize>>,
    pub(super) cue: Option<Range<usize>>,
    /// In text order.
    pub(super) content: Vec<Range<usize>>,
    pub(super) target: Option<Range<usize>>,
    pub(super) verb_class: VerbClass,
    /// Set when the words themselves are not given.
    pub(super) kind: Option<AttributionKind>,
    pub(super) confidence: u8,
    pub(super) rule: &'static str,
}

impl Draft {
    pub(super) fn new(hit: &Hit<'_>, rule: &'static str, confidence: u8) -> Self {
        Self {
            source: None,
            cue: Some(hit.words()),
            content: Vec::new(),
            target: None,
            verb_class: hit.cue.class,
            kind: (hit.cue.act == Act::Belief).then_some(AttributionKind::Mentioned),
            confidence,
            rule,
        }
    }

    /// Where its words end.
    pub(super) fn end(&self) -> usize {
        let parts = self.content.iter().chain(&self.cue).chain(&self.source);
        parts.map(|range| range.end).max().unwrap_or_default()
    }

    pub(super) fn start(&self) -> usize {
        let parts = self.content.iter().chain(&self.cue).chain(&self.source);
        parts.map(|range| range.start).min().unwrap_or_default()
    }
}

/// Reads one unit.
pub(super) fn read(view: &View<'_>, unit: &Range<usize>) -> Vec<Draft> {
    let hits = hits::find(view, unit);
    let mut drafts: Vec<Draft> = Vec::new();
    for (index, hit) in hits.iter().enumerate() {
        // The cues that can end this one's words.
        let near = hits.get(index..hits.len().min(index + NEAR)).unwrap_or_default();
        // Inside the words of an attribution before: nested, and only the outermost counts.
        let nested = drafts.iter().any(|draft| {
            draft.content.iter().any(|range| range.start <= hit.head && hit.head < range.end)
        });
        if nested {
            continue;
        }
        let from = drafts.iter().map(Draft::end).max().unwrap_or(unit.start).max(unit.start);
        let draft = match hit.cue.pos {
            CuePos::According => according(view, unit, hit, from),
            CuePos::Noun => noun(view, unit, hit, near),
            CuePos::Verb => verb(view, unit, hit, near, from, &drafts),
        };
        let Some(mut draft) = draft.filter(|draft| !draft.content.is_empty()) else { continue };
        let idle = |source: &Range<usize>| {
            first_person(view, source) || draft.kind.is_some() && thing(view, source)
        };
        if draft.source.as_ref().is_some_and(idle) {
            continue;
        }
        // What this one encloses is nested in it.
        drafts.retain(|other| {
            !draft
                .content
                .iter()
                .any(|range| range.start <= other.start() && other.end() <= range.end)
        });
        sort_by_key(&mut draft.content, |range| range.start);
        drafts.push(draft);
    }
    drafts
}

/// The writer speaking of herself: "as I said".
pub(super) fn first_person(view: &View<'_>, source: &Range<usize>) -> bool {
    source.len() == 1 && matches!(view.folded(source.start), "i" | "we" | "you")
}

/// "a scheme that favors": what things do is no attitude.
fn thing(view: &View<'_>, source: &Range<usize>) -> bool {
    source.len() == 1 && matches!(view.folded(source.start), "that" | "which" | "it" | "what")
}

fn according(view: &View<'_>, unit: &Range<usize>, hit: &Hit<'_>, from: usize) -> Option<Draft> {
    let mut draft = Draft::new(hit, "according-to", 90);
    let source = sources::after(view, hit.end, unit.end)?;
    let opens = (from..hit.start)
        .all(|at| !view.is_word(at) || view.is(at, Class::COORD.or(Class::ADVERB)));
    let comma = (source.end..unit.end).find(|&at| view.comma(at) || view.stop(at));
    draft.source = Some(source.clone());
    if opens {
        let start = comma? + 1;
        let end = content::clause_end(view, unit, hit, &[], start);
        draft.content.push(trim(view, start..end)?);
        return Some(draft);
    }
    let before = trim(view, from..hit.start)?;
    let whole = before.clone().any(|at| view.finite(at));
    draft.content.push(before);
    if let Some(comma) =
        comma.filter(|&at| !whole && view.comma(at) && view.comma(hit.start.wrapping_sub(1)))
    {
        let end = content::clause_end(view, unit, hit, &[], comma + 1);
        draft.content.extend(trim(view, comma + 1..end));
    }
    Some(draft)
}

fn noun(view: &View<'_>, unit: &Range<usize>, hit: &Hit<'_>, hits: &[Hit<'_>]) -> Option<Draft> {
    let mut draft = Draft::new(hit, "noun-cue", 70);
    draft.source = sources::possessor(view, unit, hit);
    let mut at = hit.end;
    if draft.source.is_none() && matches!(view.folded(at), "by" | "from") {
        let source = sources::after(view, at + 1, unit.end)?;
        at = source.end;
        draft.source = Some(source);
    }
    let fits = match view.folded(at) {
        "that" => {
            let told = hit.cue.class != VerbClass::Neutral && hit.cue.act != Act::Belief;
            hit.has(Frames::THAT) && (draft.source.is_some() || told)
        }
        "to" => hit.has(Frames::TO) && draft.source.is_some(),
        "of" => hit.has(Frames::OF) && draft.source.is_some(),
        _ => false,
    };
    if !fits {
        return None;
    }
    let end = content::object_end(view, unit, hit, hits, at);
    let end = if view.folded(at) == "that" {
        content::clause_end(view, unit, hit, hits, at)
    } else {
        end
    };
    draft.content.push(trim(view, at..end)?);
    if view.folded(at) == "of" && draft.kind.is_none() {
        draft.kind = Some(AttributionKind::Mentioned);
    }
    Some(draft)
}

fn verb(
    view: &View<'_>,
    unit: &Range<usize>,
    hit: &Hit<'_>,
    hits: &[Hit<'_>],
    from: usize,
    drafts: &[Draft],
) -> Option<Draft> {
    // "is said to be", "so-called": somebody's general talk.
    if hit.passive && view.folded(hit.end) == "to" && !hit.has(Frames::PERSON_TO.or(Frames::TO)) {
        return None;
    }
    if let Some(draft) = inverted(view, unit, hit, from) {
        return Some(draft);
    }
    if let Some(draft) = asked(view, unit, hit, hits) {
        return Some(draft);
    }
    if hit.passive {
        return passive(view, unit, hit, hits, from);
    }
    let own = sources::subject(view, unit, hit);
    let shared = drafts.iter().rev().find(|draft| draft.source.is_some());
    let bound = view.is(hit.start.wrapping_sub(1), Class::COORD)
        || hit.form == Form::Ing && view.comma(hit.start.wrapping_sub(1));
    let source = match shared {
        Some(draft) if bound => draft.source.clone(),
        _ => own,
    };
    let mut draft = Draft::new(hit, "said-clause", 80);
    draft.source.clone_from(&source);
    let subject_start = source
        .as_ref()
        .filter(|source| source.end <= hit.start && !bound)
        .map_or(hit.start, |source| source.start);
    let before = quote_before(view, from, subject_start).filter(|_| hit.has(Frames::QUOTE));
    let adjuncts = content::adjuncts(view, unit, hit, hit.end);
    if hit.has(Frames::ADDRESSEE.or(Frames::PERSON_TO)) {
        draft.target.clone_from(&adjuncts.addressee);
    }
    let after = content::after(view, unit, hit, hits, adjuncts.end);
    if let Some(before) = before {
        draft.rule = "quote-before-cue";
        draft.confidence = 95;
        draft.content.push(before);
        match after {
            After::Quote(range) => {
                draft.rule = "interrupted";
                draft.content.push(range);
            }
            After::Clause(range, "cue-before-quote" | "said-that") => draft.content.push(range),
            _ => {}
        }
        return Some(draft);
    }
    match after {
        After::Quote(range) => {
            draft.rule = "cue-before-quote";
            draft.confidence = 95;
            draft.content.push(range);
            return Some(draft);
        }
        After::Clause(range, rule) => {
            draft.rule = rule;
            let end =
                source.as_ref().map_or(range.end, |source| relative_end(view, source, &range));
            draft.content.push(range.start..end);
            return source.map(|_| draft);
        }
        After::Nothing => {}
    }
    if let Some(object) = object(view, unit, hit, hits, draft.clone()) {
        return source.map(|_| object);
    }
    source?;
    // What was found before is nested if only a comma parts it from this subject.
    let reach = match drafts.last() {
        Some(last) if last.end() + 1 == subject_start && !view.inside(last.end() - 1) => {
            let others = drafts.iter().rev().skip(1);
            others.map(Draft::end).max().unwrap_or(unit.start)
        }
        _ => from,
    };
    trailing(view, unit, hit, reach, subject_start, adjuncts.end, draft)
}

/// "Ruiz, who said that the vote stands, left.": the clause ends where the sentence goes on.
pub(super) fn relative_end(
    view: &View<'_>,
    source: &Range<usize>,
    content: &Range<usize>,
) -> usize {
    let relative = source.len() == 1
        && view.is(source.start, Class::RELATIVE)
        && view.comma(source.start.wrapping_sub(1));
    let end = content
        .clone()
        .find(|&at| relative && view.comma(at) && !view.inside(at) && view.finite(at + 1));
    end.unwrap_or(content.end)
}

/// A range without punctuation and joining words at its ends; `None` if no word is left.
pub(super) fn trim(view: &View<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let Range { mut start, mut end } = range;
    while start < end
        && !view.is_word(start)
        && !view.inside(start)
        && !matches!(view.folded(start), "$" | "(")
    {
        start += 1;
    }
    while start < end
        && !view.is_word(end - 1)
        && !view.inside(end - 1)
        && !matches!(view.folded(end - 1), "%" | ")")
    {
        end -= 1;
    }
    (start < end && (start..end).any(|at| view.is_word(at))).then_some(start..end)
}
