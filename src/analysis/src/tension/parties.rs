//! Who strains or eases towards whom: the actors around a phrase.
//!
//! What always holds: source and target are never one actor, and one party only where its own people
//! are strained or eased towards ("parliament criticized the president"). An actor that no words of the sentence
//! give is inferred from whom the text sets beside the other, and the signal says so.

use super::phrases::{Phrase, Word};
use crate::actors::People;
use crate::document::{Document, TokenRange};
use crate::mentions::Participant;
use readout_contract::ids::ActorId;
use readout_contract::report::{Actor, ActorKind, Attribution};
use std::collections::BTreeMap;

/// Words after a phrase in which its target is looked for.
const REACH: usize = 16;
/// Tokens on either side of a phrase in which its actors are looked for.
const AROUND: usize = 60;
/// Parties of one sentence that are set beside each other; more would be a list, not a relation.
const BESIDE: usize = 6;

/// Source and target of a signal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Parties {
    pub(super) source: Option<ActorId>,
    pub(super) target: Option<ActorId>,
    pub(super) inferred: bool,
}

/// An actor of the sentence that can act.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    actor: ActorId,
    tokens: TokenRange,
    /// "in Beijing", "over Ukraine": where or about what, not who.
    aside: bool,
    /// "by Moscow": the agent of a passive.
    agent: bool,
}

/// How often parties share a sentence.
#[derive(Debug, Default)]
pub(super) struct Beside(BTreeMap<ActorId, BTreeMap<ActorId, u32>>);

impl Beside {
    /// Counts the parties of every sentence.
    pub(super) fn count(doc: &Document, people: &People) -> Self {
        let mut beside = Self::default();
        for sentence in &doc.sentences {
            let mut parties: Vec<ActorId> = Vec::new();
            for candidate in candidates(doc, people, sentence.tokens) {
                let party = people.party(candidate.actor);
                if is_party(people, party) && !parties.contains(&party) && parties.len() < BESIDE {
                    parties.push(party);
                }
            }
            for one in &parties {
                for other in parties.iter().filter(|other| *other != one) {
                    *beside.0.entry(*one).or_default().entry(*other).or_default() += 1;
                }
            }
        }
        beside
    }

    /// The party that a party most often stands beside.
    fn counterpart(&self, party: ActorId) -> Option<ActorId> {
        let others = self.0.get(&party)?;
        others.iter().max_by_key(|(id, count)| (**count, u32::MAX - id.0)).map(|(id, _)| *id)
    }
}

/// Whether an actor can be one side of a pair.
pub(super) fn is_party(people: &People, actor: ActorId) -> bool {
    people.actors.get(actor.index()).is_some_and(|actor| {
        matches!(actor.kind, ActorKind::State | ActorKind::Body | ActorKind::Person)
            || (actor.kind == ActorKind::Group
                && actor.side.is_none()
                && !is_pair_noun(people, actor))
    })
}

/// "the two sides" are no party of their own.
fn is_pair_noun(people: &People, actor: &Actor) -> bool {
    let first = actor.mentions.first().and_then(|id| people.mentions.get(id.index()));
    first.is_some_and(|mention| mention.rule == "pair-noun")
}

/// The actors around `phrase`, of those of its sentence (`all`, from [`candidates`]); `attribution`
/// is the speaker's words that hold it, or whose cue it is.
pub(super) fn find(
    people: &People,
    beside: &Beside,
    all: &[Candidate],
    words: &[Word<'_>],
    phrase: &Phrase,
    attribution: Option<(&Attribution, bool)>,
) -> Parties {
    let token = |index: usize| words.get(index).map_or(0, |word| word.token);
    let start = token(phrase.words.start);
    let end = token(phrase.words.end.saturating_sub(1)) + 1;
    let all = around(all, start, end);
    let acting: Vec<Candidate> = all.iter().copied().filter(|candidate| !candidate.aside).collect();
    let speaker = attribution.and_then(|(attribution, _)| attribution.speaker);
    let is_cue = attribution.is_some_and(|(_, is_cue)| is_cue);

    let mut source = if is_cue { speaker } else { None };
    let mut target = attribution.filter(|_| is_cue).and_then(|(found, _)| found.target);
    let agent = agent_after(&acting, end);
    if agent.is_none() && is_passive(words, phrase) {
        // "its rights are restrained": who stands before it bears it.
        target = target.or_else(|| before(&acting, start));
    } else if source.is_none() {
        source = agent.or_else(|| before(&acting, start));
    }
    if target.is_none() {
        let other = |actor| source.is_none_or(|source| people.party(source) != people.party(actor));
        let suffers = |actor| {
            source.is_none_or(|source| are_apart(people, source, actor)) && Some(actor) != speaker
        };
        target = after(all, start, end, &suffers);
        if target.is_none() && phrase.symmetric {
            target = acting.iter().map(|candidate| candidate.actor).find(|actor| other(*actor));
        }
        if target.is_none() && agent.is_some() {
            target = before(&acting, start).filter(|actor| other(*actor));
        }
    }
    complete(people, beside, source, target, speaker)
}

/// Whether one may be strained or eased towards the other: another party, or a person of its own.
fn are_apart(people: &People, source: ActorId, target: ActorId) -> bool {
    let is_person = |found: &Actor| found.kind == ActorKind::Person;
    people.party(source) != people.party(target)
        || (source != target && people.actors.get(target.index()).is_some_and(is_person))
}

/// "were condemned", "is being restrained": a form of "be" right before, adverbs aside.
fn is_passive(words: &[Word<'_>], phrase: &Phrase) -> bool {
    let last = phrase.words.start;
    let ends_so = words
        .get(phrase.words.start)
        .is_some_and(|word| word.folded.ends_with("ed") || word.folded.ends_with("en"));
    ends_so
        && words.get(last.saturating_sub(2)..last).unwrap_or_default().iter().any(|word| {
            matches!(&*word.folded, "is" | "are" | "was" | "were" | "be" | "been" | "being")
        })
}

/// Fills what the clause leaves open: a speaker speaks for a side, and a side has a counterpart.
fn complete(
    people: &People,
    beside: &Beside,
    source: Option<ActorId>,
    target: Option<ActorId>,
    speaker: Option<ActorId>,
) -> Parties {
    let party = |actor: ActorId| people.party(actor);
    let counterpart = |actor: ActorId| beside.counterpart(party(actor));
    match (source, target) {
        (Some(source), Some(target)) if are_apart(people, source, target) => {
            Parties { source: Some(source), target: Some(target), inferred: false }
        }
        (Some(known), _) => {
            // Somebody else's words about this actor come from their side.
            let other = speaker.filter(|speaker| party(*speaker) != party(known));
            match other {
                Some(speaker) => {
                    Parties { source: Some(speaker), target: Some(known), inferred: true }
                }
                None => Parties {
                    source: Some(known),
                    target: counterpart(known),
                    inferred: counterpart(known).is_some(),
                },
            }
        }
        (None, known) => {
            let source = speaker
                .filter(|speaker| known.is_none_or(|known| party(*speaker) != party(known)))
                .or_else(|| known.and_then(counterpart));
            let target = known.or_else(|| source.and_then(counterpart));
            Parties { source, target, inferred: source.is_some() }
        }
    }
}

/// The candidates close enough to a phrase to be looked at, so that an endless sentence costs no
/// more than its length.
fn around(all: &[Candidate], start: usize, end: usize) -> &[Candidate] {
    let first = all.partition_point(|candidate| (candidate.tokens.end as usize + AROUND) < start);
    let last = all.partition_point(|candidate| (candidate.tokens.start as usize) < end + AROUND);
    all.get(first..last.max(first)).unwrap_or_default()
}

/// The actors of a sentence, in text order.
pub(super) fn candidates(doc: &Document, people: &People, sentence: TokenRange) -> Vec<Candidate> {
    let first = doc.mentions.partition_point(|mention| mention.tokens.end <= sentence.start);
    doc.mentions[first..]
        .iter()
        .zip(people.mentions.get(first..).unwrap_or_default())
        .take_while(|(mention, _)| mention.tokens.start < sentence.end)
        .filter_map(|(mention, known)| {
            let actor = known.actor?;
            let kind = people.actors.get(actor.index())?.kind;
            // A minister's "we" is the state; "I" and an unnamed "we" are nobody's side.
            let is_spoken_for = mention.participant() == Some(Participant::We)
                && matches!(kind, ActorKind::State | ActorKind::Body);
            // "the two sides" are those already named.
            let acts = mention.rule != "pair-noun"
                && (mention.participant().is_none() || is_spoken_for)
                && matches!(
                    kind,
                    ActorKind::Person | ActorKind::State | ActorKind::Body | ActorKind::Group
                );
            let before = preposition(doc, sentence, mention.tokens.start as usize);
            acts.then(|| Candidate {
                actor,
                tokens: mention.tokens,
                aside: matches!(
                    before.as_str(),
                    "in" | "at" | "near" | "over" | "about" | "inside"
                ),
                agent: before == "by",
            })
        })
        .collect()
}

/// The word before a noun phrase, its article skipped.
fn preposition(doc: &Document, sentence: TokenRange, start: usize) -> String {
    let mut at = start;
    while at > sentence.start as usize {
        at -= 1;
        let word = doc.token(at).to_lowercase();
        if !matches!(word.as_str(), "the" | "a" | "an" | "its" | "their" | "his" | "her") {
            return word;
        }
    }
    String::new()
}

fn before(candidates: &[Candidate], start: usize) -> Option<ActorId> {
    candidates
        .iter()
        .rev()
        .find(|candidate| candidate.tokens.end as usize <= start && !candidate.agent)
        .map(|candidate| candidate.actor)
}

fn agent_after(candidates: &[Candidate], end: usize) -> Option<ActorId> {
    candidates
        .iter()
        .find(|candidate| {
            candidate.agent && (end..end + REACH).contains(&(candidate.tokens.start as usize))
        })
        .map(|candidate| candidate.actor)
}

/// The first fitting actor inside the phrase or after it.
fn after(
    candidates: &[Candidate],
    start: usize,
    end: usize,
    fits: &dyn Fn(ActorId) -> bool,
) -> Option<ActorId> {
    candidates
        .iter()
        .filter(|candidate| {
            let at = candidate.tokens.start as usize;
            at >= start && at < end + REACH && !candidate.agent
        })
        .map(|candidate| candidate.actor)
        .find(|actor| fits(*actor))
}
