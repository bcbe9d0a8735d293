//! What the words around a phrase do to it: negation, hedges, conditions, plans, the past.
//!
//! What always holds: every lowering is recorded with its words. A negation takes the whole weight,
//! unless it turns the class over; other modifiers multiply, down to a fifth. A modifier reaches a
//! phrase over the parse; right before the phrase it reaches it whatever the parse says.

mod chain;

use super::lists::{Lists, ModifierRow};
use super::phrases::{Phrase, Word, is_willed, span};
use super::tree::Tree;
use crate::document::{Document, Relation, Upos};
use chain::{Link, Passes};
use readout_contract::report::{Modifier, ModifierKind, QuadClass, Scope, Sign};
use std::ops::Range;

/// Words right before a phrase over which a modifier needs no parse.
const BESIDE: usize = 3;
/// Words around a phrase in which modifiers are looked for, so that an endless sentence costs no
/// more than its length.
const AROUND: usize = 60;
/// No chain of modifiers leaves less than this.
const FLOOR: u32 = 20;
/// A year that begins so is past in any news.
const OLD_YEARS: char = '1';
/// What a year in the past leaves.
const OLD_SHARE: u32 = 25;

/// A modifier where it stands.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    words: Range<usize>,
    kind: ModifierKind,
    percent: u32,
    /// The token that governs the modifier's own words.
    top: usize,
    /// What it modifies.
    host: Option<usize>,
}

/// A phrase after its modifiers.
#[derive(Debug)]
pub(super) struct Modified {
    pub(super) phrase: Phrase,
    pub(super) scope: Scope,
    /// Share of the full weight that is left.
    pub(super) percent: u32,
}

/// The modifiers of a sentence, in text order.
pub(super) fn find(tree: &Tree<'_>, words: &[Word<'_>], lists: &Lists) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut index = 0;
    while let Some(word) = words.get(index) {
        let key = if word.mark {
            None
        } else {
            lists.modifiers.longest(words.iter().skip(index).map(|word| &*word.folded))
        };
        let count = key.as_ref().map_or(1, |key| key.words);
        let range = index..index + count;
        index = range.end;
        let fits = |row: &&ModifierRow| {
            (!row.auxiliary || tree.upos(word.token) == Upos::Aux)
                && (!row.preposition || tree.relation(word.token) == Relation::Case)
        };
        let row = key.as_ref().and_then(|key| key.rows().find(fits));
        let found = match row {
            Some(row) => row.kind.map(|kind| (kind, row.percent)),
            None => is_old_year(&word.folded).then_some((ModifierKind::Past, OLD_SHARE)),
        };
        let Some((kind, percent)) = found else { continue };
        let last = words.get(range.end - 1).map_or(word.token, |word| word.token);
        let top = tree.top(word.token..=last);
        // "in spite of sanctions", "far from easing": the last word leads to what is modified.
        let leads = range.len() > 1
            && matches!(tree.relation(last), Relation::Case | Relation::Mark)
            && tree.head(last).is_some_and(|head| head > last);
        let host = tree.head(if leads { last } else { top });
        let top = if leads && kind != ModifierKind::Hedged && kind != ModifierKind::Planned {
            last
        } else {
            top
        };
        hits.push(Hit { words: range, kind, percent, top, host });
    }
    hits
}

fn is_old_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with(OLD_YEARS) && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Applies the modifiers of a sentence to a phrase. `taken` tells which words belong to a phrase; a
/// modifier inside another one works there and nowhere else. `reported` is set inside a speaker's
/// words.
#[expect(clippy::too_many_arguments, reason = "what is known of a sentence, each a plain argument")]
pub(super) fn apply(
    doc: &Document,
    tree: &Tree<'_>,
    words: &[Word<'_>],
    hits: &[Hit],
    mut phrase: Phrase,
    taken: &[bool],
    reported: bool,
    lists: &Lists,
) -> Modified {
    let mut scope = if reported { Scope::Reported } else { Scope::Asserted };
    let mut percent = phrase.percent;
    let links = chain::of(tree, words, &phrase, taken, lists);
    let own_negation = phrase.modifiers.iter().any(|found| found.kind == ModifierKind::Negated);
    let (mut negated, mut planned, mut refusable) = (false, false, false);
    for hit in nearest(hits, &phrase) {
        let outside = hit.words.end <= phrase.words.start || hit.words.start >= phrase.words.end;
        let held = taken.get(hit.words.start).copied().unwrap_or(false);
        if (outside && held) || !reaches(tree, words, hit, &phrase, &links) {
            continue;
        }
        let first = words.get(hit.words.start).map_or("", |word| &*word.folded);
        let mut kind = hit.kind;
        let mut share = hit.percent;
        if kind == ModifierKind::Past && first == "had" && (reported || !is_over(tree, hit)) {
            // Backshift of reported speech, not a past that is over.
            continue;
        }
        if kind == ModifierKind::Conditional && first == "would" && is_later(tree, hit, hits) {
            (kind, share) = (ModifierKind::Planned, 80);
        }
        let known = phrase.modifiers.iter().any(|modifier| modifier.kind == kind);
        if known || (kind == ModifierKind::Negated && (own_negation || phrase.stands)) {
            continue;
        }
        phrase.modifiers.push(Modifier { kind, span: span(doc, words, &hit.words) });
        match kind {
            ModifierKind::Negated => {
                negated = true;
                refusable |= matches!(
                    tree.relation(hit.top),
                    Relation::Advmod | Relation::Aux | Relation::Det
                );
            }
            ModifierKind::Planned => {
                planned = true;
            }
            _ => percent = percent * share / 100,
        }
        scope = stronger(scope, kind);
    }
    if negated {
        let willed = || {
            let mut links = links.iter().filter(|link| link.passes >= Passes::All);
            links.any(|link| is_willed(tree, words, link.token, lists))
        };
        // "this cannot be our fight" refuses nothing.
        let is_act = !tree.has(phrase.head, Relation::Cop);
        percent = turn_over(&mut phrase, refusable && is_act && willed(), percent, lists);
    } else if planned {
        percent = plan(&mut phrase, percent, lists);
    }
    let percent = if percent == 0 { 0 } else { percent.max(FLOOR) };
    Modified { phrase, scope, percent }
}

/// The modifiers around a phrase, those before it first, the nearest first.
fn nearest<'h>(hits: &'h [Hit], phrase: &Phrase) -> Vec<&'h Hit> {
    let first = hits.partition_point(|hit| hit.words.end + AROUND < phrase.words.start);
    let middle = hits.partition_point(|hit| hit.words.end <= phrase.words.start);
    let last = hits.partition_point(|hit| hit.words.start < phrase.words.end + AROUND);
    let before = hits.get(first..middle).unwrap_or_default().iter().rev();
    let behind = hits.get(middle..last.max(middle)).unwrap_or_default().iter();
    // What stands in the words of the row itself is part of the row.
    let is_own =
        |hit: &&Hit| hit.words.start >= phrase.key.start && hit.words.end <= phrase.key.end;
    before.chain(behind).filter(|hit| !is_own(hit)).collect()
}

/// Whether a modifier works on a phrase.
fn reaches(
    tree: &Tree<'_>,
    words: &[Word<'_>],
    hit: &Hit,
    phrase: &Phrase,
    links: &[Link],
) -> bool {
    let needs = match hit.kind {
        ModifierKind::Conditional if tree.relation(hit.top) == Relation::Aux => Passes::Plans,
        ModifierKind::Conditional | ModifierKind::Conceded => Passes::Clause,
        ModifierKind::Hedged => Passes::Hedges,
        ModifierKind::Planned => Passes::Plans,
        ModifierKind::Intensified | ModifierKind::Softened => Passes::Own,
        _ => Passes::All,
    };
    let inside = hit.words.start >= phrase.words.start && hit.words.end <= phrase.words.end;
    if hit.kind == ModifierKind::Negated && inside && contrasts(words, hit, phrase) {
        return false;
    }
    let degree = matches!(
        tree.relation(hit.top),
        Relation::Amod | Relation::Advmod | Relation::Det | Relation::Compound | Relation::Obl
    );
    if needs == Passes::Own && !degree {
        return false;
    }
    // "No country signed", "neither of them has attacked".
    let subject = || {
        hit.kind == ModifierKind::Negated
            && [hit.host, Some(hit.top)].into_iter().flatten().any(|noun| {
                tree.relation(noun) == Relation::Nsubj
                    && links.iter().any(|link| {
                        link.passes >= Passes::All && Some(link.token) == tree.head(noun)
                    })
            })
    };
    let parsed = links.iter().any(|link| {
        link.passes >= needs
            && ((Some(link.token) == hit.host) || (link.token == hit.top && !inside))
    });
    // "will respond if attacked": the condition stands on a clause of its own.
    let consequent = || {
        hit.kind == ModifierKind::Conditional
            && hit.host.is_some_and(|clause| {
                tree.relation(clause) == Relation::Advcl
                    && tree.relation(hit.top) == Relation::Mark
                    && links.iter().any(|link| {
                        link.passes >= Passes::Plans && Some(link.token) == tree.head(clause)
                    })
            })
    };
    let beside = || {
        let between = words.get(hit.words.end..phrase.words.start).unwrap_or_default();
        let reach = if needs == Passes::Own { 0 } else { BESIDE };
        hit.words.end <= phrase.words.start
            && between.len() <= reach
            && !between.iter().any(|word| {
                word.mark
                    || matches!(
                        tree.upos(word.token),
                        Upos::Verb
                            | Upos::Noun
                            | Upos::Propn
                            | Upos::Sconj
                            | Upos::Cconj
                            | Upos::Pron
                    )
            })
    };
    parsed || subject() || consequent() || beside()
}

/// "sent not soldiers but food": one thing is put in the place of another, nothing is undone.
fn contrasts(words: &[Word<'_>], hit: &Hit, phrase: &Phrase) -> bool {
    words
        .get(hit.words.end..phrase.words.end)
        .unwrap_or_default()
        .iter()
        .any(|word| &*word.folded == "but")
}

/// "which had attacked", not "had a meeting", nor the main clause of a report.
fn is_over(tree: &Tree<'_>, hit: &Hit) -> bool {
    tree.relation(hit.top) == Relation::Aux
        && hit.host.is_some_and(|verb| {
            matches!(tree.relation(verb), Relation::Advcl | Relation::Acl | Relation::Conj)
        })
}

/// "said it would leave": later than the saying, no condition.
fn is_later(tree: &Tree<'_>, hit: &Hit, hits: &[Hit]) -> bool {
    let Some(verb) = hit.host else { return false };
    let depends = hits.iter().any(|other| {
        other.kind == ModifierKind::Conditional
            && other.top != hit.top
            && other.host.is_some_and(|clause| tree.head(clause) == Some(verb))
    });
    !depends && tree.relation(verb) == Relation::Ccomp
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
