//! Whom the text sets beside whom: parties that share sentences.

use super::{is_named, is_party};
use crate::actors::People;
use crate::document::{Document, TokenRange};
use crate::mentions::Participant;
use readout_contract::ids::ActorId;
use readout_contract::report::ActorKind;
use std::collections::BTreeMap;

/// Parties of one sentence that are set beside each other; more would be a list, not a relation.
const BESIDE: usize = 6;

/// How often parties share a sentence.
#[derive(Debug, Default)]
pub(in crate::tension) struct Beside(BTreeMap<ActorId, BTreeMap<ActorId, u32>>);

/// The parties that some tokens name.
pub(in crate::tension) fn parties_of(
    doc: &Document,
    people: &People,
    tokens: TokenRange,
    parties: &mut Vec<ActorId>,
) {
    parties_that(is_party, doc, people, tokens, parties);
}

fn parties_that(
    fits: fn(&People, ActorId) -> bool,
    doc: &Document,
    people: &People,
    tokens: TokenRange,
    parties: &mut Vec<ActorId>,
) {
    parties.clear();
    for actor in actors(doc, people, tokens) {
        let party = people.party(actor);
        if fits(people, party) && !parties.contains(&party) && parties.len() < BESIDE {
            parties.push(party);
        }
    }
}

impl Beside {
    /// Counts the parties of every sentence.
    pub(in crate::tension) fn count(doc: &Document, people: &People) -> Self {
        let mut beside = Self::default();
        let mut parties: Vec<ActorId> = Vec::new();
        for sentence in &doc.sentences {
            parties_that(is_named, doc, people, sentence.tokens, &mut parties);
            for one in &parties {
                for other in parties.iter().filter(|other| *other != one) {
                    *beside.0.entry(*one).or_default().entry(*other).or_default() += 1;
                }
            }
        }
        beside
    }

    /// The party that a party stands beside much more often than beside any other, and in how many
    /// sentences.
    pub(super) fn counterpart(&self, party: ActorId) -> Option<(ActorId, u32)> {
        let others = self.0.get(&party)?;
        let most = others.iter().max_by_key(|(id, count)| (**count, u32::MAX - id.0));
        let (id, count) = most.map(|(id, count)| (*id, *count))?;
        let is_rival = |(other, often): (&ActorId, &u32)| *other != id && often * 3 > count * 2;
        (!others.iter().any(is_rival)).then_some((id, count))
    }
}

/// The actors of a sentence that can act, in text order.
fn actors<'d>(
    doc: &'d Document,
    people: &'d People,
    sentence: TokenRange,
) -> impl Iterator<Item = ActorId> + 'd {
    let first = doc.mentions.partition_point(|mention| mention.tokens.end <= sentence.start);
    let known = people.mentions.get(first..).unwrap_or_default();
    doc.mentions
        .iter()
        .skip(first)
        .zip(known)
        .take_while(move |(mention, _)| mention.tokens.start < sentence.end)
        .filter_map(|(mention, known)| {
            let actor = known.actor?;
            let kind = people.actors.get(actor.index())?.kind;
            let is_spoken_for = mention.participant() == Some(Participant::We)
                && matches!(kind, ActorKind::State | ActorKind::Body);
            (mention.rule != "pair-noun"
                && (mention.participant().is_none() || is_spoken_for)
                && matches!(
                    kind,
                    ActorKind::Person | ActorKind::State | ActorKind::Body | ActorKind::Group
                ))
            .then_some(actor)
        })
}
