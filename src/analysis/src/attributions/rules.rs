//! The rules of one unit, in the order they are tried at each cue.

use super::content::{self, After};
use super::hits::{self, Hit};
use super::lists::{Act, Class, CuePos, Form, Frames};
use super::sources;
use super::view::View;
use readout_contract::report::{AttributionKind, VerbClass};
use std::ops::Range;

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
    fn new(hit: &Hit<'_>, rule: &'static str, confidence: u8) -> Self {
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
    for hit in &hits {
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
            CuePos::Noun => noun(view, unit, hit, &hits),
            CuePos::Verb => verb(view, unit, hit, &hits, from, &drafts),
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
        draft.content.sort_by_key(|range| range.start);
        drafts.push(draft);
    }
    drafts
}

/// The writer speaking of herself: "as I said".
fn first_person(view: &View<'_>, source: &Range<usize>) -> bool {
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
            draft.content.push(range);
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

/// "urged X to", "accused X of", "described X as", "rejected X", "criticized X".
fn object(
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
    if hit.has(Frames::PERSON_TO) {
        if let Some(to) = near("to") {
            let end = content::clause_end(view, unit, hit, hits, start);
            draft.rule = "urge-to";
            draft.target = trim(view, start..to);
            draft.content.push(trim(view, start..end)?);
            return Some(draft);
        }
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

/// "The vote stands, Ruiz said.": what stands before the subject.
fn trailing(
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
fn inverted(view: &View<'_>, unit: &Range<usize>, hit: &Hit<'_>, from: usize) -> Option<Draft> {
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
        || !view.is_word(next) && !(view.inside(next) && !marked)
        || view.is(
            next,
            Class::PREP.or(Class::TIME).or(Class::SUBORD).or(Class::ADVERB).or(Class::RELATIVE),
        )
        || view.inside(next);
    let named = view.capital(source.start)
        || view.is(source.start, Class::DET.or(Class::SUBJECT).or(Class::POSSESSIVE))
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
fn quote_before(view: &View<'_>, from: usize, end: usize) -> Option<Range<usize>> {
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

/// "Asked about the ban,": a question whose asker is not named, or asked about something.
fn asked(view: &View<'_>, unit: &Range<usize>, hit: &Hit<'_>, hits: &[Hit<'_>]) -> Option<Draft> {
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

/// "has been questioned by officials", "it was announced that".
fn passive(
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
