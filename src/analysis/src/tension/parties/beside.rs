//! Whom the text sets beside whom: parties that share sentences.

use super::{is_named, is_party};
use crate::actors::People;
use crate::document::{Document, TokenRange};
use crate::mentions::Participant;
use readout_contract::ids::ActorId;
use readout_contract::report::ActorKind;
use readout_sorted::sort;

/// Parties of one sentence that are set beside each other; more would be a list, not a relation.
const BESIDE: usize = 6;

/// Each party with whom it shares a sentence, as often as it does, in order.
#[derive(Debug, Default)]
pub(in crate::tension) struct Beside(Vec<(ActorId, ActorId)>);

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
                let others = parties.iter().filter(|other| *other != one);
                beside.0.extend(others.map(|other| (*one, *other)));
            }
        }
        sort(&mut beside.0, &Ord::cmp);
        beside
    }

    /// The party that a party stands beside much more often than beside any other, and in how many
    /// sentences.
    pub(super) fn counterpart(&self, party: ActorId) -> Option<(ActorId, usize)> {
        let first = self.0.partition_point(|(one, _)| *one < party);
        let end = self.0.partition_point(|(one, _)| *one <= party);
        let others = self.0.get(first..end)?.chunk_by(|one, other| one == other);
        let most = others.clone().max_by_key(|same| same.len())?;
        let rivals = others.filter(|same| same.len() * 3 > most.len() * 2).count();
        (rivals == 1).then_some((most.first()?.1, most.len()))
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
