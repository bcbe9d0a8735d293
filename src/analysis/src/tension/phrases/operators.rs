//! What an operator makes of what it governs: a threat of an attack is words, lifted sanctions are
//! a relief.
//!
//! What always holds: a phrase is governed by one operator at most; what an operator governs besides
//! is no signal of its own, since it is only spoken of.

use super::fit::case;
use super::{Phrase, Word, of_token, span};
use crate::document::{Document, Relation, Upos};
use crate::tension::lists::{Lists, Operator, WordKind};
use crate::tension::tree::Tree;
use readout_contract::report::{Modifier, ModifierKind, QuadClass, Sign};
use readout_sorted::{sort, sort_by_key};

/// Steps up the tree in which an operator is looked for.
const STEPS: u32 = 7;
/// Words that may stand between an operator and what it works on where the parse says nothing.
const GAP: usize = 3;
/// A phrase of an operator and what it works on has no more words; else the operator stands alone.
const LONGEST_COVER: usize = 12;

/// Works operators from the end of the sentence, so that an inner one is done before an outer one.
pub(super) fn apply(
    doc: &Document,
    tree: &Tree<'_>,
    words: &[Word<'_>],
    found: Vec<Phrase>,
    lists: &Lists,
) -> Vec<Phrase> {
    let mut phrases: Vec<Option<Phrase>> = found.into_iter().map(Some).collect();
    for at in (0..phrases.len()).rev() {
        let operator = phrases.get_mut(at).and_then(Option::as_mut);
        let Some(operator) = operator.and_then(|phrase| phrase.operator.take()) else { continue };
        let Some(outer) = phrases.get_mut(at).and_then(Option::take) else { continue };
        let undoes = match operator {
            Operator::Relief | Operator::Avoid | Operator::Void => true,
            // "did not fail to condemn"
            Operator::Refuse => outer.event.sign.is_none(),
            _ => false,
        };
        let undone = undoes
            && is_negated(tree, words, &outer, lists)
            && !is_willed(tree, words, outer.head, lists);
        let mut governed: Vec<(u32, usize)> = phrases
            .iter()
            .enumerate()
            .filter_map(|(index, inner)| {
                let inner = inner.as_ref().filter(|inner| inner.event.sign.is_some())?;
                // An operator before this one works on what stands before it.
                let pending = index < at && inner.operator.is_some();
                let steps = if pending {
                    None
                } else {
                    reach(tree, words, operator, &outer, inner, lists)
                        .or_else(|| behind(tree, words, &outer, inner, lists).then_some(STEPS))
                };
                steps.map(|steps| (steps, index))
            })
            .collect();
        sort(&mut governed, &Ord::cmp);
        let mut governed = governed.into_iter();
        let nearest = governed.next();
        let first = nearest.and_then(|(_, index)| phrases.get_mut(index).and_then(Option::take));
        if operator != Operator::Relief {
            for (_, index) in governed.filter(|(steps, _)| *steps < STEPS) {
                if let Some(place) = phrases.get_mut(index) {
                    *place = None;
                }
            }
        }
        let made = match first {
            // "did not end", "did not deny": what it would have worked on stands.
            Some(inner) if undone => Some(Phrase { stands: true, ..inner }),
            _ if undone => None,
            Some(inner) => combine(doc, tree, words, operator, &outer, inner, lists),
            None => Some(outer),
        };
        if let Some(place) = phrases.get_mut(at) {
            *place = made;
        }
    }
    merge_objects(tree, &mut phrases);
    let mut done: Vec<Phrase> =
        phrases.into_iter().flatten().filter(|phrase| phrase.event.sign.is_some()).collect();
    // A cover may hold a phrase that another operator left alone.
    sort_by_key(&mut done, |phrase| (phrase.words.start, std::cmp::Reverse(phrase.words.end)));
    let mut end = 0;
    done.retain(|phrase| {
        let free = phrase.words.start >= end;
        if free {
            end = phrase.words.end;
        }
        free
    });
    done
}

/// Whether somebody will, would or may do it: its negation is then a refusal.
pub(in crate::tension) fn is_willed(
    tree: &Tree<'_>,
    words: &[Word<'_>],
    verb: usize,
    lists: &Lists,
) -> bool {
    tree.dependents(verb).filter(|found| tree.relation(*found) == Relation::Aux).any(|found| {
        words.get(of_token(words, found).start).is_some_and(|word| {
            lists.modifiers.get(&word.folded).is_some_and(|row| {
                row.rows().any(|row| {
                    row.auxiliary
                        && match row.kind {
                            None | Some(ModifierKind::Planned) => true,
                            // "said it would not": later than the saying.
                            Some(ModifierKind::Conditional) => {
                                tree.relation(verb) == Relation::Ccomp
                            }
                            _ => false,
                        }
                })
            })
        })
    })
}

/// "fought two wars", "launched the attack that": a verb and its object of the same event are one
/// act.
fn merge_objects(tree: &Tree<'_>, phrases: &mut [Option<Phrase>]) {
    for at in 0..phrases.len() {
        let Some(verb) = phrases.get(at).and_then(Option::as_ref) else { continue };
        let same = |noun: &Phrase| {
            noun.event == verb.event
                && noun.head != verb.head
                && tree.head(noun.head) == Some(verb.head)
                && (tree.relation(noun.head) == Relation::Obj
                    || (tree.relation(noun.head) == Relation::Nsubj && tree.passive(noun.head)))
        };
        let object = phrases.iter().position(|noun| noun.as_ref().is_some_and(same));
        let Some(noun) = object.and_then(|noun| phrases.get_mut(noun)).and_then(Option::take)
        else {
            continue;
        };
        if let Some(verb) = phrases.get_mut(at).and_then(Option::as_mut) {
            verb.level = verb.level.max(noun.level);
            let whole = verb.words.start.min(noun.words.start)..verb.words.end.max(noun.words.end);
            if whole.len() <= LONGEST_COVER {
                verb.words = whole;
            }
        }
    }
}

/// Whether a negation stands with a verb, outside its own row ("no longer").
fn is_negated(tree: &Tree<'_>, words: &[Word<'_>], verb: &Phrase, lists: &Lists) -> bool {
    let advmod = |found: &usize| tree.relation(*found) == Relation::Advmod;
    tree.dependents(verb.head).filter(advmod).any(|found| {
        let at = of_token(words, found).start;
        words.get(at).filter(|_| !verb.key.contains(&at)).is_some_and(|word| {
            let row = lists.modifiers.get(&word.folded);
            row.and_then(|row| row.first().map(|row| row.kind)) == Some(Some(ModifierKind::Negated))
        })
    })
}

/// Steps up the tree from a phrase to the operator that governs it.
fn reach(
    tree: &Tree<'_>,
    words: &[Word<'_>],
    operator: Operator,
    outer: &Phrase,
    inner: &Phrase,
    lists: &Lists,
) -> Option<u32> {
    // "must", "should": what they stand before.
    let modal = matches!(tree.relation(outer.head), Relation::Aux | Relation::Advmod);
    let goal = if modal { tree.head(outer.head)? } else { outer.head };
    let first = words.get(outer.words.start)?.token;
    let last = words.get(outer.words.end.checked_sub(1)?)?.token;
    let mut at = inner.head;
    if modal && at == goal {
        return Some(0);
    }
    for steps in 1..=STEPS {
        let head = tree.head(at)?;
        let relation = tree.relation(at);
        let there = head == goal || (first..=last).contains(&head);
        let passes = match relation {
            Relation::Obj
            | Relation::Iobj
            | Relation::Xcomp
            | Relation::Ccomp
            | Relation::Csubj => true,
            // A second verb beside the operator is not governed by it.
            Relation::Conj => !there && !tree.has(at, Relation::Nsubj),
            // "called off the strike", the particle read as a preposition.
            Relation::Obl if particle(tree, first..=last, at) => true,
            Relation::Obl | Relation::Nmod => case(tree, words, at).is_none_or(|case| {
                lists.is(case, WordKind::Governed)
                    && !(operator == Operator::Relief && matches!(case, "for" | "about" | "on"))
                    // "pledged ten million in aid"
                    || case == "in" && matches!(operator, Operator::Promise | Operator::Offer)
            }),
            Relation::Acl | Relation::Advcl => {
                case(tree, words, at).is_some_and(|case| lists.is(case, WordKind::Clausal))
            }
            Relation::Nsubj => {
                tree.passive(at)
                    || (there
                        && !modal
                        && matches!(operator, Operator::Relief | Operator::Avoid)
                        && !tree.has(head, Relation::Obj))
            }
            // "sanctions relief", "the lifted embargo".
            Relation::Compound | Relation::Amod => there && inner.words.start < outer.words.start,
            _ => false,
        };
        if !passes {
            // "the sanctions that were lifted": the verb hangs from its object.
            return None;
        }
        if there {
            return Some(steps);
        }
        at = head;
    }
    None
}

/// Whether the preposition of a noun is a word of the operator.
fn particle(tree: &Tree<'_>, outer: std::ops::RangeInclusive<usize>, at: usize) -> bool {
    tree.dependents(at)
        .any(|found| tree.relation(found) == Relation::Case && outer.contains(&found))
}

/// Right behind the operator, where the parse names no head in it: nothing but small words between.
fn behind(
    tree: &Tree<'_>,
    words: &[Word<'_>],
    outer: &Phrase,
    inner: &Phrase,
    lists: &Lists,
) -> bool {
    let between = words.get(outer.words.end..inner.words.start).unwrap_or_default();
    // "the threats alarmed the council": what follows a subject is told of it.
    let is_told =
        tree.head(outer.head) == Some(inner.head) && tree.relation(outer.head) == Relation::Nsubj;
    inner.words.start >= outer.words.end
        && between.len() <= GAP
        && !is_told
        && !matches!(tree.relation(inner.head), Relation::Nsubj | Relation::Advcl)
        && between.iter().all(|word| {
            !word.mark
                && matches!(
                    tree.upos(word.token),
                    Upos::Det
                        | Upos::Adj
                        | Upos::Adp
                        | Upos::Part
                        | Upos::Num
                        | Upos::Noun
                        | Upos::Pron
                        | Upos::Propn
                )
                && !lists.is(&word.folded, WordKind::Aside)
        })
}

/// A demand can be met or turned down; neither carries it out.
fn is_demand(phrase: &Phrase) -> bool {
    matches!(phrase.event.name, "REQUEST" | "THREATEN")
}

fn is_material(phrase: &Phrase) -> bool {
    matches!(
        phrase.event.name,
        "AID" | "COOPERATE" | "YIELD" | "SANCTION" | "COERCE" | "ASSAULT" | "MOBILIZE" | "PROTEST"
    )
}

/// What an operator makes of the phrase it works on; `None` when nothing is left to show.
fn combine(
    doc: &Document,
    tree: &Tree<'_>,
    words: &[Word<'_>],
    operator: Operator,
    outer: &Phrase,
    mut inner: Phrase,
    lists: &Lists,
) -> Option<Phrase> {
    let mut strain = inner.event.sign == Some(Sign::Strain);
    // "promised not to attack": the negation belongs to what is promised.
    let between = outer.words.end.min(inner.words.start)..inner.words.start;
    // "accused not Peru but Chile of": one thing is put in the place of another.
    let is_but = |index: usize| words.get(index).is_some_and(|word| &*word.folded == "but");
    let instead = between.clone().any(is_but);
    let not = between
        .clone()
        .find(|index| words.get(*index).is_some_and(|word| lists.is(&word.folded, WordKind::Not)));
    if let Some(at) = not.filter(|_| !instead) {
        strain = !strain;
        let modifier =
            Modifier { kind: ModifierKind::Negated, span: span(doc, words, &(at..at + 1)) };
        inner.modifiers.push(modifier);
    }
    let whole = outer.words.start.min(inner.words.start)..outer.words.end.max(inner.words.end);
    let cover = if whole.len() > LONGEST_COVER { outer.words.clone() } else { whole };
    let inner_governs = tree.head(outer.head) == Some(inner.head);
    let relieved = |inner: &mut Phrase| {
        let modifier =
            Modifier { kind: ModifierKind::Relieved, span: span(doc, words, &outer.words) };
        inner.modifiers.push(modifier);
    };
    let material = is_material(&inner);
    let (event, level) = match (operator, strain) {
        (Operator::Relief, true) => {
            relieved(&mut inner);
            (if material { "YIELD" } else { "EASING" }, inner.level.min(2))
        }
        (Operator::Relief, false) => {
            relieved(&mut inner);
            (if material { "SANCTION" } else { "REJECT" }, inner.level.max(2))
        }
        (Operator::Avoid, true) => {
            relieved(&mut inner);
            ("SUPPORT", 1)
        }
        (Operator::Avoid | Operator::Refuse, false) => ("REJECT", outer.level.max(2)),
        // To reject an accusation is no act towards anyone; to refuse an escalation eases.
        (Operator::Refuse, true) if inner.event.name == "ACCUSE" => return None,
        (Operator::Refuse, true) if is_demand(&inner) => ("REJECT", outer.level.max(1)),
        (Operator::Refuse, true) => ("AGREE", 1),
        // "the threat of war" is a danger, "the threat to attack" is a threat.
        (Operator::Threaten, true)
            if outer.event.name == "STRAIN" && tree.upos(inner.head) != Upos::Verb =>
        {
            ("STRAIN", outer.level)
        }
        (Operator::Threaten, true) => ("THREATEN", inner.level.clamp(2, 3)),
        (Operator::Threaten, false) => ("THREATEN", outer.level),
        (Operator::Offer, _) => ("AGREE", inner.level.max(outer.level).min(2)),
        (Operator::Approve, _) if matches!(inner.event.name, "REQUEST" | "APPEAL") => ("YIELD", 2),
        (Operator::Approve, _) => {
            return Some(Phrase { key: cover.clone(), words: cover, operator: None, ..inner });
        }
        (Operator::Promise, true) if inner.event.name == "REQUEST" => ("YIELD", 2),
        (Operator::Promise, true) if inner.event.name == "MOBILIZE" => ("AGREE", 2),
        (Operator::Promise | Operator::Vow, true) => ("THREATEN", inner.level),
        (Operator::Promise | Operator::Vow, false) => ("AGREE", inner.level.max(outer.level)),
        (Operator::Appeal, true) => ("REQUEST", 1),
        (Operator::Appeal | Operator::Wish, false) => ("APPEAL", 1),
        (Operator::Demand, _) => ("REQUEST", outer.level),
        // "responsible for progress" blames nobody.
        (Operator::Accuse, false) if outer.event.sign.is_none() => {
            return Some(Phrase { stands: false, ..inner });
        }
        (Operator::Accuse, _) => ("ACCUSE", outer.level.max(inner.level)),
        // "hopes of a truce faded": not the truce counts, but that it is far.
        (Operator::Void, _) if outer.event.sign.is_some() => {
            return Some(Phrase { words: cover, ..outer.clone() });
        }
        (Operator::Deny | Operator::Wish, true) | (Operator::Void, _) => return None,
        (Operator::Deny, false) => ("REJECT", 1),
        (Operator::Consider, _) => {
            inner.percent /= 2;
            let modifier =
                Modifier { kind: ModifierKind::Hedged, span: span(doc, words, &outer.words) };
            inner.modifiers.push(modifier);
            // What is only considered is no act yet.
            let event = match inner.event.quad {
                QuadClass::MaterialConflict => lists.event("THREATEN"),
                QuadClass::MaterialCooperation => lists.event("AGREE"),
                _ => inner.event,
            };
            return Some(Phrase {
                key: cover.clone(),
                words: cover,
                event,
                operator: None,
                ..inner
            });
        }
    };
    let keeps_own_rule = matches!(operator, Operator::Relief | Operator::Avoid);
    Some(Phrase {
        stands: false,
        key: cover.clone(),
        words: cover,
        // "lower tariffs" read as an adjective and its noun: the noun governs.
        head: if inner_governs { inner.head } else { outer.head },
        event: lists.event(event),
        level,
        symmetric: inner.symmetric && !matches!(operator, Operator::Accuse | Operator::Threaten),
        rule: if keeps_own_rule { inner.rule } else { outer.rule },
        modifiers: inner.modifiers,
        percent: inner.percent,
        operator: None,
    })
}
