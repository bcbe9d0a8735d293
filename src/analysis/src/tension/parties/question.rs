//! Who acts in a predicate and towards whom: the question, with what is known of each candidate.

use super::candidates::Candidate;
use super::features::{At, Kind, event, feature};
use super::path::{Path, Predicate, Up};
use super::rules::{Seen, Settled};
use crate::actors::People;
use crate::document::{Document, Upos};
use crate::ranker::{Described, Weights};
use crate::tension::phrases::Phrase;
use readout_contract::ids::ActorId;
use readout_contract::report::{Attribution, QuadClass};
use readout_text::Span;

/// Candidates of a question; a sentence with more is a list, and the farther ones are left out.
pub(super) const MOST: usize = 24;

/// A predicate, and what is known of those who may act in it and of nobody doing so.
pub struct Question<'q> {
    /// Its words.
    pub phrase: Span,
    /// Its class: 0 a state, 1 and 2 cooperation, 3 and 4 conflict, in words and in deeds.
    pub quad: u8,
    /// Whether it has weight and tells more than a state.
    pub counts: (bool, bool),
    pub(super) candidates: &'q [Candidate],
    /// What is said of the candidates, and of nobody.
    pub described: Described,
    pub(super) given: Given,
    pub(super) people: &'q People,
    pub(super) doc: &'q Document,
    /// The words of a candidate: its whole phrase, and its phrase without further parties.
    pub(super) words: &'q dyn Fn(&Candidate, bool) -> Span,
}

impl std::fmt::Debug for Question<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Question({:?}, {} candidates)", self.phrase, self.described.len())
    }
}

/// Who acts and towards whom: places among the candidates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Who acts or speaks.
    pub source: Option<usize>,
    /// Towards whom.
    pub target: Option<usize>,
}

impl Question<'_> {
    /// The whole words of a candidate, and those without further parties.
    pub fn words(&self, candidate: usize) -> [Span; 2] {
        let found = self.candidates.get(candidate);
        [false, true].map(|alone| found.map_or_else(Span::default, |one| (self.words)(one, alone)))
    }

    /// Who fits best as source, and then who as target.
    pub(in crate::tension) fn choose(&self, weights: &Weights) -> Choice {
        let best = |side: usize, more: &dyn Fn(usize) -> Option<i32>| {
            let best = weights.best(&self.described, side, more);
            best.filter(|best| best.than_nobody > 0).map(|best| best.at)
        };
        let source = self.source(best(0, &|_| Some(0)));
        let target = self.given.settled.target.filter(|at| Some(*at) != source).or_else(|| {
            best(1, &|at| {
                let beside = self.to_source(source, at);
                let barred = self.given.barred.get(at).copied().unwrap_or_default();
                (Some(at) != source && !barred).then(|| weights.sum(&[beside], 1))
            })
        });
        Choice { source, target }
    }

    /// Who acts, if the best by weight is `best`: a pronoun that is settled on may mean that one.
    pub(super) fn source(&self, best: Option<usize>) -> Option<usize> {
        let Given { settled, teller, .. } = self.given;
        let agentless = settled.agentless;
        let settled = settled.source.or(settled.subject).filter(|at| {
            self.candidates.get(*at).is_some_and(|found| {
                let other = best.and_then(|at| self.candidates.get(at));
                let is_open =
                    found.actor.is_none() || other.is_some_and(|one| one.actor == found.actor);
                found.kind != Kind::Pronoun || !is_open
            })
        });
        let tells = |at: &usize| {
            teller.is_some() && self.candidates.get(*at).is_some_and(|one| one.actor == teller)
        };
        settled.or(best.filter(|at| !agentless && !tells(at)))
    }

    /// The side that "we" stands for as the subject of the predicate.
    pub(super) fn speakers_side(&self) -> Option<ActorId> {
        let we = self.candidates.iter().find(|one| one.kind == Kind::We && one.actor.is_some())?;
        self.given.subject.filter(|subject| subject.0 == we.head).and(we.actor)
    }

    /// What a target is to the source.
    pub fn to_source(&self, source: Option<usize>, target: usize) -> u16 {
        let value = || {
            let (Some(source), Some(target)) = (source, self.candidates.get(target)) else {
                return 6;
            };
            let Some(source) = self.candidates.get(source) else { return 6 };
            let same = |party: bool| match (source.actor, target.actor) {
                (Some(one), Some(other)) if party => {
                    self.people.party(one) == self.people.party(other)
                }
                (one, other) => one.is_some() && one == other,
            };
            let hangs = |low: &Candidate, high: &Candidate| {
                let word = self.doc.syntax.get(low.head);
                word.and_then(|word| word.head).is_some_and(|up| up as usize == high.head)
            };
            let joined = |low: &Candidate, high: &Candidate| {
                let word = self.doc.syntax.get(low.head);
                hangs(low, high)
                    && word.is_some_and(|word| word.relation == crate::document::Relation::Conj)
            };
            if same(false) {
                5
            } else if joined(target, source) {
                1
            } else if hangs(target, source) {
                2
            } else if hangs(source, target) {
                3
            } else if same(true) {
                4
            } else {
                0
            }
        };
        let after = source.is_some_and(|source| source < target);
        feature(At::ToSource, value(), usize::from(after))
    }
}

/// The form of a predicate, in the order of the labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Verb,
    Passive,
    Noun,
    Other,
}

/// What grammar and the speaker's words settle.
#[derive(Debug)]
pub(super) struct Given {
    /// The subject of its clause, and whether it is its own.
    pub(super) subject: Option<(usize, bool)>,
    pub(super) settled: Settled,
    /// Candidates that may not be the target.
    pub(super) barred: Vec<bool>,
    /// Who only tells of the deed.
    pub(super) teller: Option<ActorId>,
}

/// Where a candidate is looked for: the phrase, and what is said of it.
#[derive(Debug)]
pub(super) struct Asked<'a> {
    pub(super) doc: &'a Document,
    pub(super) phrase: &'a Phrase,
    pub(super) predicate: &'a Predicate<'a>,
    /// The speaker's words that hold the phrase, or whose cue it is.
    pub(super) attribution: Option<(&'a Attribution, bool)>,
}

impl Asked<'_> {
    /// The features of the candidates and of nobody, and what needs no weights.
    pub(super) fn describe(&self, candidates: &[Candidate]) -> (Described, Given) {
        let object = self.predicate.object();
        let path = |one: &Candidate| self.predicate.path(self.doc, one.head, object);
        let paths: Vec<Path> = candidates.iter().map(path).collect();
        let mut described = Described::default();
        let event = event(self.phrase.event.name);
        let form = self.shape();
        let shape = form as usize;
        let clause = self
            .predicate
            .subject(self.doc, &|token| candidates.iter().any(|one| one.head == token && one.told));
        let subject = clause.map(|subject| subject.0);
        let sort =
            candidates.iter().find(|one| Some(one.head) == object).map_or(5, Candidate::sort);
        let start = self.predicate.tokens.start as usize;
        let before = candidates.partition_point(|one| one.head < start);
        let after = candidates.partition_point(|one| one.head < self.predicate.tokens.end as usize);
        for (at, (candidate, path)) in candidates.iter().zip(&paths).enumerate() {
            let (order, rank) = match at {
                _ if at < before => (0, before - 1 - at),
                _ if at < after => (1, at - before),
                _ => (2, at - after),
            };
            let (up, down) = (path.up as usize, path.down as usize);
            let kind = candidate.kind as usize;
            let mut add = |at, first, second| described.add(feature(at, first, second));
            add(At::Path, up, down);
            add(At::Way, up, path.through as usize);
            add(At::Step, path.through as usize, down);
            let near = match (path.up, form) {
                (Up::Own, Shape::Noun) => 1,
                (Up::Own, _) => 0,
                (Up::Inside, _) => 2,
                _ => 3,
            };
            add(At::Preposition, candidate.preposition, near);
            add(At::EventRole, event, down);
            add(At::EventPreposition, event, candidate.preposition);
            add(At::SortPath, candidate.sort(), up);
            add(At::KindRole, kind, down);
            add(At::KindOrder, kind, order);
            add(At::Rank, order, rank);
            add(At::Shape, shape, down);
            add(At::Symmetric, usize::from(self.phrase.symmetric), down);
            add(At::Voice, self.voice(candidate), order);
            let place = match () {
                () if Some(candidate.head) == object => 0,
                () if path.below_object => 1,
                () => 2,
            };
            add(At::Object, sort, place);
            add(At::Barrier, usize::from(path.barred), order);
            add(
                At::Clause,
                usize::from(subject.is_some_and(|head| candidate.tokens.contains(head))),
                up,
            );
            described.next();
        }
        for event in [event, 0] {
            described.add_to_nobody(feature(At::Nobody, event, shape));
        }
        let symmetric = self.phrase.symmetric;
        let said = !matches!(
            self.phrase.event.quad,
            QuadClass::MaterialCooperation | QuadClass::MaterialConflict
        );
        let seen = Seen {
            candidates,
            paths: &paths,
            shape: form,
            subject: clause,
            object: object.filter(|_| said),
            symmetric,
            is_state: self.phrase.event.quad == QuadClass::Statement,
            borne: self.predicate.is_borne(self.doc),
            blamed: self.predicate.blamed(self.doc),
            judged: self.attribution.is_some_and(|(_, cue)| !cue)
                && matches!(self.phrase.event.name, "ACCUSE" | "SUPPORT"),
            demands: matches!(self.phrase.event.name, "REQUEST" | "APPEAL"),
        };
        let settled = seen.settle();
        // Whoever tells of it is not whom it is done to.
        let speaks = |one: &Candidate| {
            let head = self.doc.tokens.get(one.head);
            let source = self.attribution.filter(|(_, cue)| !cue).and_then(|(one, _)| one.source);
            head.zip(source).is_some_and(|(head, source)| source.contains(head.span))
        };
        let barred = candidates.iter().zip(&paths);
        let barred = barred.map(|(one, path)| seen.is_barred(*path, settled) || speaks(one));
        let barred = barred.collect();
        let reported = self.attribution.filter(|(_, cue)| !cue && !said && form == Shape::Noun);
        let teller = reported.and_then(|(attribution, _)| attribution.speaker);
        (described, Given { subject: clause, settled, barred, teller })
    }

    /// An active verb, a passive one, a noun, or something else.
    fn shape(&self) -> Shape {
        let head = self.predicate.head;
        match self.predicate.tree.upos(head) {
            Upos::Verb | Upos::Aux if self.is_passive() => Shape::Passive,
            Upos::Verb | Upos::Aux => Shape::Verb,
            Upos::Noun | Upos::Propn => Shape::Noun,
            _ => Shape::Other,
        }
    }

    /// "were condemned", "is being restrained".
    fn is_passive(&self) -> bool {
        let tree = self.predicate.tree;
        tree.dependents(self.predicate.head).any(|at| tree.passive(at))
    }

    /// What a candidate is to the one whose words hold the phrase.
    fn voice(&self, candidate: &Candidate) -> usize {
        let Some((attribution, is_cue)) = self.attribution else { return 0 };
        let head = self.doc.tokens.get(candidate.head).map(|token| token.span);
        let named = attribution.source.zip(head).is_some_and(|(words, head)| words.contains(head));
        let actor = candidate.actor.filter(|_| candidate.kind != Kind::Owned);
        let speaks = named || (actor.is_some() && actor == attribution.speaker);
        let spoken_to = actor.is_some() && actor == attribution.target;
        match (is_cue, speaks, spoken_to) {
            (true, true, _) => 1,
            (true, _, true) => 2,
            (true, ..) => 3,
            (false, true, _) => 4,
            (false, ..) => 5,
        }
    }
}
