//! What the words around a phrase do to it: negation, hedges, conditions, plans, the past.
//!
//! What always holds: every lowering is recorded with its words. A negation takes the whole weight,
//! unless it turns the class over; other modifiers multiply, down to a fifth.

use super::lists::Lists;
use super::phrases::{Phrase, Word, span};
use crate::document::Document;
use readout_contract::report::{Modifier, ModifierKind, QuadClass, Scope, Sign};

/// Words before a phrase in which a modifier is looked for.
const WINDOW: usize = 6;
/// The same for a word that opens a clause ("although", "if").
const CLAUSE_WINDOW: usize = 18;
/// No chain of modifiers leaves less than this.
const FLOOR: u32 = 20;

/// A phrase after its modifiers.
#[derive(Debug)]
pub(super) struct Modified {
    pub(super) phrase: Phrase,
    pub(super) scope: Scope,
    /// Share of the full weight that is left.
    pub(super) percent: u32,
}

/// Applies the words before `phrase`. `taken` tells which words belong to a phrase; a modifier
/// inside one works there and nowhere else. `reported` is set inside a speaker's words.
pub(super) fn apply(
    doc: &Document,
    words: &[Word<'_>],
    mut phrase: Phrase,
    taken: &[bool],
    reported: bool,
    lists: &Lists,
) -> Modified {
    let mut scope = if reported { Scope::Reported } else { Scope::Asserted };
    let mut percent = phrase.percent;
    let found = before(words, &phrase, taken, lists);
    let own_negation = phrase.modifiers.iter().any(|found| found.kind == ModifierKind::Negated);
    let mut negated = false;
    let mut planned = false;
    let mut will = false;
    for (range, kind, share) in found {
        let first = words.get(range.start).map_or("", |word| &*word.folded);
        if reported && kind == ModifierKind::Past && first == "had" {
            // Backshift of reported speech, not a past that is over.
            continue;
        }
        let known = phrase.modifiers.iter().any(|modifier| modifier.kind == kind);
        if known || (kind == ModifierKind::Negated && own_negation) {
            continue;
        }
        phrase.modifiers.push(Modifier { kind, span: span(doc, words, &range) });
        match kind {
            ModifierKind::Negated => negated = true,
            ModifierKind::Planned => {
                planned = true;
                will |= matches!(first, "will" | "wo" | "'ll" | "shall");
            }
            _ => percent = percent * share / 100,
        }
        scope = stronger(scope, kind);
    }
    if negated {
        let would = words
            .get(phrase.words.start.saturating_sub(WINDOW)..phrase.words.start)
            .unwrap_or_default()
            .iter()
            .any(|word| matches!(&*word.folded, "will" | "wo" | "would" | "can" | "ca" | "cannot"));
        percent = turn_over(&mut phrase, would || will, percent, lists);
    } else if planned {
        percent = plan(&mut phrase, percent, lists);
    }
    let percent = if percent == 0 { 0 } else { percent.max(FLOOR) };
    Modified { phrase, scope, percent }
}

/// Negation: "will not sign" rejects, "will not attack" eases, "did not attack" counts nothing.
fn turn_over(phrase: &mut Phrase, refusal: bool, percent: u32, lists: &Lists) -> u32 {
    match phrase.event.sign {
        Some(Sign::Easing) if refusal => {
            phrase.event = lists.event("REJECT");
            percent
        }
        Some(Sign::Strain) if refusal && phrase.event.quad == QuadClass::MaterialConflict => {
            phrase.event = lists.event("AGREE");
            phrase.level = 1;
            percent
        }
        _ => 0,
    }
}

/// What is planned is said, not done: the verbal class, never the act's own.
fn plan(phrase: &mut Phrase, percent: u32, lists: &Lists) -> u32 {
    let event = match phrase.event.quad {
        QuadClass::MaterialConflict => "THREATEN",
        QuadClass::MaterialCooperation => "AGREE",
        QuadClass::VerbalCooperation if phrase.event.name == "CONSULT" => "AGREE",
        _ => return percent,
    };
    phrase.event = lists.event(event);
    percent * 80 / 100
}

const fn rank(scope: Scope) -> u8 {
    match scope {
        Scope::Asserted => 0,
        Scope::Reported => 1,
        Scope::Past => 2,
        Scope::Planned => 3,
        Scope::Hedged => 4,
        Scope::Conditional => 5,
        Scope::Negated => 6,
    }
}

/// The scope that lowers more.
const fn stronger(scope: Scope, kind: ModifierKind) -> Scope {
    let other = match kind {
        ModifierKind::Negated => Scope::Negated,
        ModifierKind::Hedged => Scope::Hedged,
        ModifierKind::Conditional => Scope::Conditional,
        ModifierKind::Past => Scope::Past,
        ModifierKind::Planned => Scope::Planned,
        _ => scope,
    };
    if rank(other) > rank(scope) { other } else { scope }
}

type Found = (std::ops::Range<usize>, ModifierKind, u32);

/// Modifiers before (and, for degree, right inside) a phrase, nearest first.
fn before(words: &[Word<'_>], phrase: &Phrase, taken: &[bool], lists: &Lists) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut comma = false;
    let mut hard = false;
    let first = phrase.words.start.saturating_sub(CLAUSE_WINDOW);
    for index in (first..phrase.words.start).rev() {
        let Some(word) = words.get(index) else { break };
        hard |= matches!(&*word.folded, ";" | ":" | "but");
        comma |= word.mark || matches!(&*word.folded, "that" | "which" | "who" | "and");
        if hard || (comma && &*word.folded == ",") {
            break;
        }
        if word.mark || taken.get(index).copied().unwrap_or(false) {
            continue;
        }
        let distance = phrase.words.start - index;
        let Some(hit) = lists.modifiers.longest(words[index..].iter().map(|word| &*word.folded))
        else {
            continue;
        };
        let Some(row) = hit.first() else { continue };
        let range = index..index + hit.words;
        if range.end > phrase.words.start {
            continue;
        }
        let reach = match row.kind {
            ModifierKind::Conceded | ModifierKind::Conditional => CLAUSE_WINDOW,
            ModifierKind::Intensified | ModifierKind::Softened => 2,
            _ => WINDOW,
        };
        let crosses =
            comma && !matches!(row.kind, ModifierKind::Conceded | ModifierKind::Conditional);
        if distance <= reach && !crosses {
            found.push((range, row.kind, row.percent));
        }
    }
    found
}
