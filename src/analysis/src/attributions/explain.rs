//! From learned attributions to drafts: the form that each has, the class of its verb, and whom it is
//! said to or against. Where a rule finds the same cue, it says so; the rest is seen from the parse.

use super::learned::Found;
use super::lists::{Act, Class, Cue, CuePos, Frames};
use super::rules::{Draft, first_person, relative_end, trim};
use super::view::View;
use crate::document::{Relation, Upos};
use readout_contract::report::{AttributionKind, VerbClass};
use std::ops::Range;

/// The draft of a learned attribution; `ruled` are the drafts of the rules. `None` if no content is
/// left without its punctuation.
pub(super) fn draft(
    view: &View<'_>,
    found: &Found,
    confidence: u8,
    ruled: &[Draft],
) -> Option<Draft> {
    let cue = trim(view, found.cue.clone()).unwrap_or_else(|| found.cue.clone());
    let source = trim(view, found.source.clone()).map(|source| owner(view, source));
    if source.as_ref().is_some_and(|source| aside(view, source)) {
        return None;
    }
    let same = ruled.iter().find(|draft| draft.cue.as_ref().is_some_and(|own| meet(own, &cue)));
    let mut content: Vec<Range<usize>> =
        found.content.iter().filter_map(|run| told(view, run, &cue, source.as_ref())).collect();
    if let Some(same) = same.filter(|same| WHOLE.contains(&same.rule)) {
        let within = |run: &Range<usize>| {
            same.content.iter().any(|own| own.start <= run.start && run.end <= own.end)
        };
        if content.iter().all(within) {
            content.clone_from(&same.content);
        }
    }
    // "As the talks began, Ruiz said that …": told, not said.
    if same.is_some_and(|same| same.rule == "said-that") {
        let marked = |run: &Range<usize>| run.clone().any(|at| view.inside(at));
        content.retain(|run| run.end > cue.start || marked(run));
    }
    if content.is_empty() {
        return None;
    }
    if let Some(same) = same {
        return Some(Draft { source, cue: Some(cue), content, confidence, ..same.clone() });
    }
    let row = row(view, &cue);
    let rule = form(view, found, &content);
    if confidence < FAINT && row.is_none() && is_deed(view, &content) {
        return None;
    }
    let mentioned = only_mentioned(view, row, source.as_ref(), &content);
    Some(Draft {
        source,
        cue: Some(cue),
        target: None,
        verb_class: row.map_or(VerbClass::Neutral, |row| row.class),
        kind: mentioned.then_some(AttributionKind::Mentioned),
        content,
        confidence,
        rule,
    })
}

/// Below this confidence, what somebody does without saying or thinking a listed thing is left out.
const FAINT: u8 = 40;

/// Whether the content is neither a quotation nor a statement: "signed the treaty".
fn is_deed(view: &View<'_>, content: &[Range<usize>]) -> bool {
    !content.iter().any(|run| states(view, run) || run.clone().any(|at| view.inside(at)))
}

/// The rules that see the whole of what is said where the model sees a part: commas and marks show
/// where it begins and ends.
const WHOLE: [&str; 8] = [
    "according-to",
    "cue-before-quote",
    "interrupted",
    "parenthesis",
    "promise-to",
    "quote-before-cue",
    "said-after",
    "topic",
];

/// "The mayor's" of "the mayor's claim": the mayor.
fn owner(view: &View<'_>, source: Range<usize>) -> Range<usize> {
    let mark = source.len() > 1 && matches!(view.folded(source.end - 1), "'s" | "'" | "’s" | "’");
    source.start..source.end - usize::from(mark)
}

/// "as I said": the writer speaks.
fn aside(view: &View<'_>, source: &Range<usize>) -> bool {
    first_person(view, source)
        && !view.inside(source.start)
        && view.folded(source.start.wrapping_sub(1)) == "as"
}

/// A run of content without what is told beside it: the day ("said Monday the ban stays") and the
/// rest of the sentence around "who said …,".
fn told(
    view: &View<'_>,
    run: &Range<usize>,
    cue: &Range<usize>,
    source: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let day = |at: &usize| view.is(*at, Class::TIME) && view.capital(*at);
    let days = if run.start == cue.end { run.clone().take_while(day).count() } else { 0 };
    let run = run.start + days..run.end;
    let end = source.map_or(run.end, |source| relative_end(view, source, &run));
    let Range { start, mut end } = trim(view, run.start..end)?;
    // The marks at the end of a quotation are its own.
    let within = view.region(end - 1);
    while within.is_some() && view.region(end) == within && !view.is_word(end) {
        end += 1;
    }
    Some(start..end)
}

/// Whether two ranges share a word.
pub(super) fn meet(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The row of a cue: that of its last word that has one.
fn row<'p>(view: &View<'p>, cue: &Range<usize>) -> Option<&'p Cue> {
    cue.clone().rev().find_map(|at| {
        let verb = matches!(view.upos(at), Upos::Verb | Upos::Aux | Upos::Adj);
        let fits = |row: &Cue| match row.pos {
            CuePos::Verb => verb,
            CuePos::Noun => view.upos(at) == Upos::Noun,
            CuePos::According => true,
        };
        view.cues_at(at).into_iter().map(|(row, ..)| row).find(|row| fits(row))
    })
}

/// Thought, wish, plan or deed, or words that are only spoken of: nobody is shown to have said this.
fn only_mentioned(
    view: &View<'_>,
    row: Option<&Cue>,
    source: Option<&Range<usize>>,
    content: &[Range<usize>],
) -> bool {
    if content.iter().any(|run| run.clone().any(|at| view.inside(at))) {
        return row.is_some_and(|row| row.act == Act::Belief);
    }
    let states = content.iter().any(|run| states(view, run));
    match row {
        None => !states,
        Some(row) if row.act == Act::Belief => true,
        Some(_) if source.is_none() => !states,
        Some(row) => {
            !states && !row.frames.has(Frames::THING) && !content.iter().any(|run| asks(view, run))
        }
    }
}

/// The words of a run that hang from none of it.
fn tops<'v>(view: &'v View<'_>, run: &Range<usize>) -> impl Iterator<Item = usize> + use<'v> {
    let run = run.clone();
    run.clone().filter(move |at| view.head(*at).is_none_or(|head| !run.contains(&head)))
}

/// Whether a run is a statement: a clause with its own verb in time.
fn states(view: &View<'_>, run: &Range<usize>) -> bool {
    tops(view, run).any(|at| {
        matches!(view.relation(at), Relation::Ccomp | Relation::Parataxis | Relation::Root)
    })
}

/// Whether a run is what somebody is to do.
fn asks(view: &View<'_>, run: &Range<usize>) -> bool {
    tops(view, run).any(|at| view.relation(at) == Relation::Xcomp || view.upos(at) == Upos::Verb)
}

/// The name of the form that an attribution has.
fn form(view: &View<'_>, found: &Found, content: &[Range<usize>]) -> &'static str {
    let cue = &found.cue;
    let after = content.iter().find(|run| run.start >= cue.end);
    let before = content.iter().any(|run| run.end <= cue.start);
    let marked = |run: &Range<usize>| view.inside(run.start);
    match view.folded(cue.start) {
        "according" => return "according-to",
        ":" => return "colon",
        _ => {}
    }
    let noun = cue.clone().all(|at| !matches!(view.upos(at), Upos::Verb | Upos::Aux));
    if noun {
        return "noun-cue";
    }
    match after {
        Some(after) if before && marked(after) => "interrupted",
        None | Some(_) if before => {
            if content.iter().any(marked) {
                "quote-before-cue"
            } else {
                "said-after"
            }
        }
        Some(after) if marked(after) => "cue-before-quote",
        Some(after) => match view.folded(after.start) {
            "that" => "said-that",
            "to" => "promise-to",
            "whether" | "if" => "said-whether",
            _ if states(view, after) => "said-clause",
            _ => "object",
        },
        None => "said-clause",
    }
}
