//! Candidates that stand for somebody else: "dozens of officials" for officials, an envoy for the
//! state it is sent to, "not A but B" for B.

use super::candidates::Candidate;
use super::features::{FROM, Kind, OF, TO};
use crate::actors::People;
use crate::document::{Document, Relation, Upos};
use crate::tension::lists::{Lists, WordKind};
use crate::tokens::fold;
use readout_contract::report::ActorKind;

/// Whether somebody is the object of a verb that says what its object is to do ("expect Iran to").
pub(super) fn is_told(doc: &Document, token: usize, lists: &Lists) -> bool {
    let object = doc.syntax.get(token).filter(|word| word.relation == Relation::Obj);
    let verb = object.and_then(|word| word.head).map(|head| head as usize);
    verb.is_some_and(|verb| {
        doc.syntax.get(verb).is_some_and(|word| word.upos == Upos::Verb)
            && lists.is(&fold(doc.token(verb)), WordKind::Telling)
    })
}

/// "dozens of officials" are officials.
pub(super) fn count_out(doc: &Document, candidates: &mut [Candidate], lists: &Lists) {
    for at in (1..candidates.len()).rev() {
        let Some((before, [counted, ..])) = candidates.split_at_mut_checked(at) else { continue };
        let Some(number) = before.last_mut().filter(|one| one.kind == Kind::Thing) else {
            continue;
        };
        let word = doc.syntax.get(counted.head);
        let hangs = word.and_then(|word| word.head).is_some_and(|up| up as usize == number.head);
        if hangs
            && counted.preposition == OF
            && lists.is(&fold(doc.token(number.head)), WordKind::Number)
        {
            (number.kind, number.actor) = (counted.kind, counted.actor);
            number.private = counted.private;
        }
    }
}

/// Whom some words stand for: an envoy for the state it is sent to or from, "the allies A and B"
/// for A, "not A but B" for B.
pub(super) fn stand_for(
    doc: &Document,
    people: &People,
    candidates: &mut [Candidate],
    lists: &Lists,
) {
    let word = |token: usize| doc.syntax.get(token);
    let up = |token: usize| word(token).and_then(|word| word.head).map(|up| up as usize);
    let is = |token: usize, relation| word(token).is_some_and(|word| word.relation == relation);
    for at in 0..candidates.len() {
        let Some((before, behind)) = candidates.split_at_mut_checked(at + 1) else { continue };
        let Some((one, others)) = before.split_last_mut() else { continue };
        let named = |other: &&Candidate| {
            let kind = other.actor.and_then(|actor| people.actors.get(actor.index()));
            kind.is_some_and(|actor| matches!(actor.kind, ActorKind::State | ActorKind::Body))
        };
        let hangs = |other: &&Candidate| up(other.head) == Some(one.head);
        let is_known = one.actor.is_some_and(|actor| {
            let kind = people.actors.get(people.party(actor).index()).map(|actor| actor.kind);
            matches!(kind, Some(ActorKind::State | ActorKind::Body))
        });
        let undergoes = is(one.head, Relation::Obj)
            || word(one.head).is_some_and(|word| word.passive && word.relation == Relation::Nsubj);
        let other = if undergoes && lists.is(&fold(doc.token(one.head)), WordKind::Envoy) {
            let beside = |other: &&Candidate| {
                up(other.head) == up(one.head)
                    && is(other.head, Relation::Obl)
                    && other.preposition == FROM
            };
            // "Britain's ambassador", "the Polish ambassador" are those of a state, "its" is open.
            let first = (one.tokens.start as usize).saturating_sub(1);
            let its = (first..one.head).any(|token| {
                up(token) == Some(one.head) && word(token).is_some_and(|w| w.upos == Upos::Pron)
            });
            let owned = is_known || others.iter().any(|other| hangs(&other) && named(&other));
            let owned = owned && !its;
            let mut places = behind.iter().filter(|other| hangs(other) || beside(other));
            places.find(|other| !owned && matches!(other.preposition, FROM | TO) && named(other))
        } else if !is_known && one.actor.is_some() {
            behind
                .iter()
                .find(|other| hangs(other) && is(other.head, Relation::Appos) && named(other))
        } else {
            None
        };
        let replaced = || {
            let from = (one.tokens.start as usize).saturating_sub(1);
            let not = doc.token(from);
            let mut joined = behind.iter().filter(hangs).filter(|o| is(o.head, Relation::Conj));
            joined.next().filter(|other| {
                let start = (other.tokens.start as usize).saturating_sub(1);
                not == "not" && up(from) == Some(one.head) && doc.token(start) == "but"
            })
        };
        if let Some(other) = other.or_else(replaced) {
            (one.kind, one.actor, one.tokens) = (other.kind, other.actor, other.tokens);
            one.private = other.private;
        }
    }
}
