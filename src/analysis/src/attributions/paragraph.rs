//! From the units of a paragraph to its attributions: turns of a transcript, headlines, colons,
//! quotations that go on from the unit before, and the form of each.

use super::FoundAttribution;
use super::explain;
use super::hits::{self, Hit};
use super::learned::{Found, Model};
use super::lists::{Class, Frames};
use super::rules::{self, Draft};
use super::sources;
use super::view::{Marked, View};
use crate::document::TokenKind;
use readout_contract::report::{ActorKind, AttributionKind, ParagraphKind, VerbClass};
use readout_sorted::sort_by_key;
use readout_text::Span;
use std::ops::Range;

/// The rule of a quotation that names no source.
pub(super) const ALONE: &str = "quote-alone";
/// The rule of a cue that waits for the next paragraph.
pub(super) const WAITING: &str = "cue-waits";
/// A source before a colon has at most so many words.
const LONGEST_LABEL: usize = 10;

/// A headline has at most so many words.
const LONGEST_TITLE: usize = 24;

/// Reads a paragraph; `learned` is what the model finds in it.
pub(super) fn read(
    view: &View<'_>,
    kind: ParagraphKind,
    learned: &[Found],
    model: &Model,
) -> Vec<FoundAttribution> {
    if let Some(turn) = turn(view).filter(|_| kind == ParagraphKind::Turn) {
        return vec![turn];
    }
    let mut drafts: Vec<Draft> = Vec::new();
    let taken = Taken::by(learned, view.words.len());
    for (index, unit) in view.units.iter().enumerate() {
        let from = learned.partition_point(|found| found.cue.start < unit.start);
        let to = learned.partition_point(|found| found.cue.start < unit.end);
        let mut own: Vec<&Found> = learned.get(from..to).unwrap_or_default().iter().collect();
        if let Some(draft) = colon(view, unit, kind).filter(|_| own.is_empty()) {
            drafts.push(draft);
            continue;
        }
        let ruled = rules::read(view, unit);
        own.retain(|found| !ruled.iter().any(|draft| encloses(draft, found, &taken)));
        let mut found: Vec<Draft> = own
            .iter()
            .filter_map(|own| explain::draft(view, own, model.confidence(own.sure), &ruled))
            .collect();
        found.extend(ruled.into_iter().filter(|draft| alone_stands(draft, &own)));
        let free = found.is_empty() && !unit.clone().any(|at| taken.is_content(at));
        if let Some(loose) = loose(view, unit, &found).filter(|_| free) {
            // "“…,” she said. “…”": the words go on.
            match drafts.iter_mut().rev().take(8).find(|draft| quotes(draft)) {
                Some(last) => last.content.push(loose),
                None => drafts.push(alone(view, index, loose)),
            }
        }
        drafts.extend(found);
    }
    let mut found: Vec<FoundAttribution> =
        drafts.iter().filter_map(|draft| finish(view, draft)).collect();
    sort_by_key(&mut found, |found| (first(found), found.cue.map_or(0, Span::start)));
    found.extend(waiting(view, &drafts));
    found
}

/// What the learned attributions of a paragraph take of it, word by word.
struct Taken(Vec<[bool; 2]>);

impl Taken {
    fn by(learned: &[Found], words: usize) -> Self {
        let mut taken = vec![[false; 2]; words];
        for found in learned {
            for word in taken.get_mut(found.cue.clone()).unwrap_or_default() {
                word[0] = true;
            }
            for run in &found.content {
                taken.get_mut(run.clone()).unwrap_or_default().fill([true; 2]);
            }
        }
        Self(taken)
    }

    /// Whether a word is a cue's or in a content.
    fn is_taken(&self, at: usize) -> bool {
        self.0.get(at).is_some_and(|word| word[0])
    }

    /// Whether a word is in a content.
    fn is_content(&self, at: usize) -> bool {
        self.0.get(at).is_some_and(|word| word[1])
    }
}

/// The rules that are right more often than not where the model finds nothing.
const ALONE_SURE: [&str; 13] = [
    "accuse-of",
    "according-to",
    "colon",
    "cue-before-quote",
    "denial",
    "describe-as",
    "interrupted",
    "object",
    "parenthesis",
    "passive",
    "quote-before-cue",
    "said-after",
    "said-that",
];

/// Whether a draft has a learned attribution as a part of its content, and its cue is no learned one.
fn encloses(draft: &Draft, found: &Found, taken: &Taken) -> bool {
    let Some(cue) = &draft.cue else { return false };
    let within = |part: &Range<usize>| {
        part.is_empty()
            || draft.content.iter().any(|run| run.start <= part.start && part.end <= run.end)
    };
    draft.rule == "said-after"
        && !cue.clone().any(|at| taken.is_taken(at))
        && within(&found.cue)
        && within(&found.source)
        && found.content.iter().all(within)
}

/// Whether what a rule finds stands beside what the model finds: where that says nothing.
fn alone_stands(draft: &Draft, learned: &[&Found]) -> bool {
    let free = learned.iter().all(|found| {
        let mut parts = draft.content.iter().chain(&draft.cue);
        parts.all(|part| {
            found.content.iter().chain([&found.cue]).all(|own| !explain::meet(own, part))
        })
    });
    free && ALONE_SURE.contains(&draft.rule)
}

fn first(found: &FoundAttribution) -> u32 {
    let parts = found.content.iter().chain(&found.cue).chain(&found.source);
    parts.map(|span| span.start()).min().unwrap_or_default()
}

/// A quotation of several words that no rule of its unit has taken.
fn loose(view: &View<'_>, unit: &Range<usize>, found: &[Draft]) -> Option<Range<usize>> {
    let taken = |marked: &Marked| {
        found.iter().any(|draft| {
            draft
                .content
                .iter()
                .chain(&draft.source)
                .chain(&draft.cue)
                .chain(&draft.target)
                .any(|range| range.start < marked.words.end && marked.words.start < range.end)
        })
    };
    let in_unit = view.marked_in(unit).iter().filter(|marked| {
        unit.start <= marked.words.start && marked.words.start < unit.end && marked.speech
    });
    let mut free = in_unit.filter(|marked| !taken(marked));
    let first = free.next()?;
    let rest =
        (unit.start..unit.end).filter(|&at| view.is_word(at) && !first.words.contains(&at)).count();
    let own = first.words.clone().filter(|&at| view.is_word(at)).count();
    // Most of the sentence, or a whole sentence by itself.
    let whole = view.capital(first.words.start + 1) && own >= 4;
    (rest == 0 || own > rest && whole).then(|| first.words.start..first.words.end.min(unit.end))
}

/// Whether a quotation can go on from this one.
fn quotes(draft: &Draft) -> bool {
    draft.kind != Some(AttributionKind::Mentioned)
        && matches!(
            draft.rule,
            "quote-before-cue"
                | "interrupted"
                | "cue-before-quote"
                | "colon"
                | "said-that"
                | "said-clause"
                | "said-after"
                | "speaker-before"
                | ALONE
        )
}

/// A quotation with no cue: who acts in the sentence before speaks.
fn alone(view: &View<'_>, unit: usize, content: Range<usize>) -> Draft {
    let before = unit.checked_sub(1).and_then(|before| view.units.get(before));
    let signed = signature(view, content.end);
    let subject = || before.and_then(|before| sources::main_subject(view, before, before.end));
    let rule = if signed.is_some() { "signed" } else { "speaker-before" };
    let source = signed.or_else(subject);
    Draft {
        rule: if source.is_some() { rule } else { ALONE },
        source,
        cue: None,
        content: vec![content],
        target: None,
        verb_class: VerbClass::Neutral,
        kind: None,
        confidence: 50,
    }
}

/// "“…” — Ruiz": a name after a dash that ends the paragraph.
fn signature(view: &View<'_>, at: usize) -> Option<Range<usize>> {
    if !view.dash(at) {
        return None;
    }
    let name = view.mentions.iter().find(|mention| mention.tokens.start as usize == at + 1)?;
    let last = view.words.len() - usize::from(view.stop(view.words.len() - 1));
    (name.tokens.end as usize == last).then(|| at + 1..last)
}

/// `NAME: words` in a transcript.
fn turn(view: &View<'_>) -> Option<FoundAttribution> {
    let colon = (0..view.words.len().min(LONGEST_LABEL + 2)).find(|&at| view.folded(at) == ":")?;
    let source = view.span(0..colon)?;
    let content = view.span(colon + 1..view.words.len())?;
    Some(FoundAttribution {
        source: Some(source),
        cue: None,
        content: vec![content],
        exact: vec![content],
        kind: AttributionKind::Exact,
        target: None,
        verb_class: VerbClass::Neutral,
        confidence: 97,
        rule: "turn",
    })
}

/// "Ruiz: “…”", and in headings "Ruiz: The vote stands".
fn colon(view: &View<'_>, unit: &Range<usize>, kind: ParagraphKind) -> Option<Draft> {
    let colon = (unit.start..unit.end.min(unit.start + LONGEST_LABEL))
        .find(|&at| view.folded(at) == ":" && !view.inside(at))?;
    let source = unit.start..colon;
    let named = !source.is_empty()
        && source.clone().all(|at| {
            !view.inside(at)
                && (!view.is_word(at)
                    || view.capital(at)
                    || view.is(at, Class::DET.or(Class::LINK)))
        });
    let marked = view.inside(colon + 1);
    let short = kind == ParagraphKind::Heading
        || view.units.len() == 1 && unit.len() <= LONGEST_TITLE && view.capital(colon + 1);
    let heading = short
        && view.mentions.iter().any(|mention| {
            mention.tokens.start as usize == source.start
                && mention.tokens.end as usize == colon
                && matches!(mention.entity, Some(ActorKind::Person | ActorKind::Body))
        });
    if !named || !(marked || heading) {
        return None;
    }
    let end = if marked {
        view.region(colon + 1)
            .and_then(|index| view.marked.get(index))
            .map_or(unit.end, |marked| marked.words.end.min(unit.end))
    } else {
        unit.end
    };
    let content = rules::trim(view, colon + 1..end)?;
    Some(Draft {
        source: Some(source),
        cue: Some(colon..colon + 1),
        content: vec![content],
        target: None,
        verb_class: VerbClass::Neutral,
        kind: None,
        confidence: 85,
        rule: "colon",
    })
}

/// A cue with a colon at the paragraph's end: what is said comes in the next one.
fn waiting(view: &View<'_>, drafts: &[Draft]) -> Option<FoundAttribution> {
    let last = view.words.len().checked_sub(1)?;
    if view.folded(last) != ":" {
        return None;
    }
    let unit = view.units.last()?;
    let hits = hits::find(view, unit);
    let hit = hits.iter().rev().find(|hit| {
        hit.has(Frames::QUOTE)
            && !drafts.iter().any(|draft| {
                draft.content.iter().any(|range| range.contains(&hit.head))
                    || draft.cue.as_ref().is_some_and(|cue| cue.contains(&hit.head))
            })
    });
    let source = match hit {
        Some(hit) => sources::subject(view, unit, hit)?,
        None => sources::main_subject(view, unit, unit.end)?,
    };
    Some(FoundAttribution {
        source: view.span(source),
        cue: view.span(hit.map_or(last..last + 1, Hit::words)),
        content: Vec::new(),
        exact: Vec::new(),
        kind: AttributionKind::Mentioned,
        target: None,
        verb_class: hit.map_or(VerbClass::Neutral, |hit| hit.cue.class),
        confidence: 80,
        rule: WAITING,
    })
}

/// From words to spans, with the form.
fn finish(view: &View<'_>, draft: &Draft) -> Option<FoundAttribution> {
    let mut content: Vec<Span> = Vec::new();
    let mut exact: Vec<Span> = Vec::new();
    for range in &draft.content {
        let Some(span) = view.span(range.clone()) else { continue };
        content.push(span);
        let marked = view.marked_in(range).iter();
        exact.extend(marked.filter_map(|marked| marked.region.inner.intersect(span)));
    }
    if content.is_empty() {
        return None;
    }
    let outside = draft.content.iter().flat_map(Clone::clone).any(|at| {
        !view.inside(at)
            && view
                .word(at)
                .is_some_and(|word| matches!(word.kind, TokenKind::Word | TokenKind::Number))
    });
    let form = if exact.is_empty() {
        AttributionKind::Reported
    } else if outside {
        AttributionKind::PartExact
    } else {
        AttributionKind::Exact
    };
    Some(FoundAttribution {
        source: draft.source.clone().and_then(|range| view.span(range)),
        cue: draft.cue.clone().and_then(|range| view.span(range)),
        content,
        exact,
        kind: draft.kind.unwrap_or(form),
        target: draft.target.clone().and_then(|range| view.span(range)),
        verb_class: draft.verb_class,
        confidence: draft.confidence,
        rule: draft.rule,
    })
}
