//! Who strains or eases towards whom: the noun phrases around a predicate are ranked by learned
//! weights, once for who acts and once for towards whom.
//!
//! What always holds: source and target are never one actor, and one party only where its own people
//! are strained or eased towards ("parliament criticized the president"). Words that name somebody
//! without an actor ("protesters") are kept as words. An actor that no words of the sentence give is
//! inferred from whom the text sets beside the other, and the signal says so.

mod beside;
mod candidates;
pub(crate) mod features;
mod path;
pub(crate) mod question;
pub(crate) mod reading;
mod rules;
mod stand;

pub(super) use beside::{Beside, parties_of};
pub(super) use candidates::{Candidate, candidates};

use super::modifiers::Modified;
use super::phrases::{Phrase, Word};
use super::tree::Tree;
use crate::actors::People;
use crate::document::{Document, Relation, TokenRange, Upos};
use candidates::words;
use features::{BETWEEN, IN, Kind};
use path::Predicate;
use question::{Asked, Choice, MOST, Question};
use readout_contract::ids::ActorId;
use readout_contract::report::{Actor, ActorKind, Attribution, ModifierKind, QuadClass};
use readout_text::Span;

/// Tokens on either side of a phrase in which its actors are looked for.
const AROUND: usize = 60;

/// Who answers a question.
pub(crate) type Decide<'d> = dyn FnMut(&Question<'_>) -> Choice + 'd;

/// Source and target of a signal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Parties {
    pub(super) source: Option<ActorId>,
    pub(super) target: Option<ActorId>,
    pub(super) source_words: Option<Span>,
    pub(super) target_words: Option<Span>,
    pub(super) inferred: bool,
    /// Whether nobody is named, so that the main pair of the text may be meant.
    pub(super) open: bool,
}

/// What all questions of a sentence share.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scene<'a> {
    pub(super) doc: &'a Document,
    pub(super) people: &'a People,
    pub(super) beside: &'a Beside,
    pub(super) sentence: TokenRange,
    pub(super) tree: &'a Tree<'a>,
    pub(super) words: &'a [Word<'a>],
    /// From [`candidates`].
    pub(super) candidates: &'a [Candidate],
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

/// Whether an actor can be one side of a pair of the text: "officials" and "rivals" are nobody's.
pub(super) fn is_named(people: &People, actor: ActorId) -> bool {
    is_party(people, actor) && people.actors.get(actor.index()).is_some_and(|actor| !actor.unnamed)
}

/// "the two sides" are no party of their own.
fn is_pair_noun(people: &People, actor: &Actor) -> bool {
    let first = actor.mentions.first().and_then(|id| people.mentions.get(id.index()));
    first.is_some_and(|mention| mention.rule == "pair-noun")
}

/// The parties of a phrase; `attribution` is the speaker's words that hold it, or whose cue it is.
pub(super) fn find(
    scene: &Scene<'_>,
    modified: &Modified,
    span: Span,
    attribution: Option<(&Attribution, bool)>,
    decide: &mut Decide<'_>,
) -> Parties {
    let Scene { doc, people, .. } = *scene;
    let phrase = &modified.phrase;
    let token = |index: usize| scene.words.get(index).map_or(0, |word| word.token);
    let start = token(phrase.words.start);
    let end = token(phrase.words.end.saturating_sub(1)) + 1;
    let predicate = Predicate::of(scene.tree, phrase.head, TokenRange::new(start, end));
    let candidates = around(scene.candidates, start, end);
    let asked = Asked { doc, phrase, predicate: &predicate, attribution };
    let (described, given) = asked.describe(candidates);
    let acts = phrase.event.quad != QuadClass::Statement || phrase.event.name == "APPEAL";
    let whole = |candidate: &Candidate, alone| words(doc, scene.sentence, candidate, alone);
    let question = Question {
        phrase: span,
        quad: phrase.event.quad as u8,
        counts: (modified.percent > 0, acts),
        candidates,
        described,
        given,
        people,
        doc,
        words: &whole,
    };
    let choice = decide(&question);
    // "is accused of": who is told of is not who tells.
    let attribution =
        attribution.filter(|(_, is_cue)| !(*is_cue && question.given.settled.agentless));
    let chosen = |at: Option<usize>| at.and_then(|at| candidates.get(at));
    let (source, target) = (chosen(choice.source), chosen(choice.target));
    // Where words are spoken is not whom they are about.
    let is_said =
        !matches!(phrase.event.quad, QuadClass::MaterialCooperation | QuadClass::MaterialConflict);
    let target = target.filter(|target| !(is_said && target.is_aside()));
    // "in spite of sanctions": whose they are is not said. "A and B met before the war", "… the day
    // the war began": the war is not theirs.
    let has = |kinds: &[ModifierKind]| phrase.modifiers.iter().any(|one| kinds.contains(&one.kind));
    let joined = source.zip(target).is_some_and(|(source, target)| {
        source.preposition != BETWEEN && hangs_below(scene, target.head, source.head)
    });
    let is_aside = scene.tree.upos(phrase.head) != Upos::Verb
        && match scene.tree.relation(phrase.head) {
            Relation::Obl | Relation::Nmod => {
                has(&[ModifierKind::Conceded]) || joined && has(&[ModifierKind::Past])
            }
            Relation::Nsubj => joined,
            _ => false,
        }
        && question.given.settled.source.is_none();
    let (source, target) = if is_aside { (None, None) } else { (source, target) };
    let target = other_side(scene, source, target);
    // "eased tensions between A and B": one of the two is not meant without the other.
    let other_half = |one: &&Candidate| {
        let target = target.map_or(0, |target| target.head);
        one.preposition == BETWEEN && (hangs_below(scene, target, one.head)) && one.head != target
    };
    let is_half = phrase.symmetric && target.is_some_and(|one| one.preposition == BETWEEN);
    let source = source.or_else(|| scene.candidates.iter().filter(|_| is_half).find(other_half));
    let mut found = settle(scene, (source, target), phrase, attribution);
    // A minister's "we" is the state, though the minister is who acts in the whole sentence.
    if let (Some(source), Some((attribution, false))) = (found.source, attribution)
        && attribution.speaker == Some(source)
        && let Some(we) = question.speakers_side()
        && people.party(we) == people.party(source)
    {
        found.source = Some(we);
    }
    found
}

/// "accused it of": nobody does so to themselves, so that another side is meant, the one named last.
fn other_side<'s>(
    scene: &Scene<'s>,
    source: Option<&Candidate>,
    target: Option<&'s Candidate>,
) -> Option<&'s Candidate> {
    let people = scene.people;
    let party = |one: &Candidate| one.actor.map(|actor| people.party(actor));
    let known = source.and_then(party);
    let pronoun = target.filter(|one| {
        matches!(one.kind, Kind::Pronoun | Kind::Other)
            && matches!(scene.doc.token(one.head), "it" | "them" | "him" | "her")
            && (one.actor.is_none() || party(one) == known)
    });
    let (Some(pronoun), Some(known)) = (pronoun, known) else { return target };
    let before = scene.candidates.iter().rev().filter(|one| one.head < pronoun.head);
    let mut others = before.filter(|one| {
        !one.private
            && matches!(one.kind, Kind::State | Kind::Body | Kind::Person | Kind::Owned)
            && party(one).is_some_and(|other| other != known && is_party(people, other))
    });
    others.next().or(target)
}

/// Whether an act is more than words.
const fn is_deed(phrase: &Phrase) -> bool {
    matches!(phrase.event.quad, QuadClass::MaterialCooperation | QuadClass::MaterialConflict)
}

/// From the words that were chosen to actors.
fn settle(
    scene: &Scene<'_>,
    (source, target): (Option<&Candidate>, Option<&Candidate>),
    phrase: &Phrase,
    attribution: Option<(&Attribution, bool)>,
) -> Parties {
    let Scene { doc, people, .. } = *scene;
    let speaker = attribution.and_then(|(attribution, _)| attribution.speaker);
    let cue = attribution.filter(|(_, is_cue)| *is_cue).map(|(attribution, _)| attribution);
    // Somebody whom no actor stands for: nobody else is to be put in their place.
    let unknown =
        |one: Option<&Candidate>| one.is_some_and(|one| one.actor.is_none() && one.is_somebody());
    let acting = |one: Option<&Candidate>| {
        let one = one?;
        // "the war in Ukraine".
        let is_there = one.kind == Kind::State && phrase.event.quad == QuadClass::MaterialConflict;
        let actor = one.actor.filter(|_| is_there || !one.is_aside())?;
        let kind = people.actors.get(actor.index())?.kind;
        matches!(kind, ActorKind::Person | ActorKind::State | ActorKind::Body | ActorKind::Group)
            .then_some(actor)
    };
    let private = source.is_some_and(|one| one.private);
    let mut from = acting(source.filter(|_| !private));
    if from.is_none() && !(private || unknown(source)) {
        from = cue.and(speaker);
    }
    let mut towards = acting(target);
    // "struck a depot in Russia" is done to Russia.
    if towards.is_none() && is_deed(phrase) {
        let place =
            target.filter(|one| one.kind == Kind::Thing).and_then(|one| place_of(scene, one));
        let own = from.map(|from| people.party(from));
        towards = place.filter(|place| own.is_some_and(|own| own != people.party(*place)));
    }
    if towards.is_none() && !unknown(target) {
        towards = cue.and_then(|attribution| attribution.target);
    }
    // "the troops of India and China clashed": the second is no other side of the first's.
    let is_below = source.zip(target).is_some_and(|(source, target)| {
        source.kind == Kind::Group && hangs_below(scene, target.head, source.head)
    });
    if phrase.symmetric
        && let Some((one, other)) =
            source.filter(|_| is_below || towards.is_none()).and_then(|one| within(scene, one))
    {
        (from, towards) = (Some(one), Some(other));
    }
    if let (Some(one), Some(other)) = (from, towards)
        && !are_apart(people, one, other)
    {
        towards = None;
    }
    // "officials meet often", "both governments agreed": those of the sides.
    let is_sides = |actor: &ActorId| {
        let kind = people.actors.get(actor.index()).map(|found| found.kind);
        kind == Some(ActorKind::Group) && people.party(*actor) == *actor
    };
    if phrase.symmetric && towards.is_none() && !unknown(target) && !(private || unknown(source)) {
        from = from.filter(|actor| !is_sides(actor));
    }
    let open =
        (from.is_none() && !(private || unknown(source)), towards.is_none() && !unknown(target));
    let speaker = speaker.filter(|_| !is_deed(phrase));
    let found = complete(scene, (from, towards), open, speaker);
    // A name in the sentence says more than a pronoun.
    let named = |one: Option<&Candidate>| -> Option<Candidate> {
        let one = one?;
        let same = |other: &&Candidate| other.actor == one.actor && other.kind != Kind::Pronoun;
        let known = one.kind == Kind::Pronoun && one.actor.is_some();
        known.then(|| scene.candidates.iter().find(same).copied()).flatten().or(Some(*one))
    };
    let (source, target) = (named(source), named(target));
    let (source, target) = (source.as_ref(), target.as_ref());
    // A party within a longer phrase ("A and B met") is no part of the other's words.
    let span = |one: Option<&Candidate>, other: Option<&Candidate>| {
        let one = one?;
        let all = words(doc, scene.sentence, one, false);
        let holds = other
            .and_then(|other| doc.tokens.get(other.head))
            .is_some_and(|token| all.contains(token.span));
        Some(if holds { words(doc, scene.sentence, one, true) } else { all })
    };
    let (source_words, target_words) = (span(source, target), span(target, source));
    let open = open.0 && open.1 && found.source.is_none() && found.target.is_none();
    Parties { source_words, target_words, open, ..found }
}

/// The state in which something is: "struck a depot in Russia", whatever the parse hangs "in" on.
fn place_of(scene: &Scene<'_>, thing: &Candidate) -> Option<ActorId> {
    let is_in = |one: &&Candidate| {
        let beside = one.head > thing.head
            && scene.tree.head(one.head).is_some_and(|up| hangs_below(scene, thing.head, up));
        one.kind == Kind::State && one.preposition == IN && beside
    };
    scene.candidates.iter().find(is_in).and_then(|one| one.actor)
}

fn hangs_below(scene: &Scene<'_>, low: usize, high: usize) -> bool {
    std::iter::successors(Some(low), |at| scene.tree.head(*at)).take(4).any(|at| at == high)
}

/// "the French and Algerian ministers", "the leaders of Greece and Turkey": two in one phrase.
fn within(scene: &Scene<'_>, source: &Candidate) -> Option<(ActorId, ActorId)> {
    let is_below =
        |one: &&Candidate| one.head != source.head && hangs_below(scene, one.head, source.head);
    let party = |actor: ActorId| scene.people.party(actor);
    let mut actors = scene.candidates.iter().filter(is_below).filter_map(|one| one.actor);
    let first = actors.next()?;
    let second = actors.find(|other| party(*other) != party(first))?;
    let are_parties = is_party(scene.people, party(first)) && is_party(scene.people, party(second));
    are_parties.then_some((first, second))
}

/// Whether one may be strained or eased towards the other: another party, or a person of its own.
fn are_apart(people: &People, source: ActorId, target: ActorId) -> bool {
    let is_person = |found: &Actor| found.kind == ActorKind::Person;
    people.party(source) != people.party(target)
        || (source != target && people.actors.get(target.index()).is_some_and(is_person))
}

/// Fills what the clause leaves open: a speaker speaks for a side, and a side has a counterpart.
fn complete(
    scene: &Scene<'_>,
    (source, target): (Option<ActorId>, Option<ActorId>),
    open: (bool, bool),
    speaker: Option<ActorId>,
) -> Parties {
    let people = scene.people;
    let party = |actor: ActorId| people.party(actor);
    // Two who share but this sentence are set against each other only if it names nobody else.
    let is_pair = |known: ActorId, other: ActorId| {
        let actors = || {
            let acting = scene.candidates.iter().filter(|one| !one.is_aside());
            acting.filter_map(|one| one.actor).map(party)
        };
        actors().all(|one| one == known || one == other) && actors().any(|one| one == other)
    };
    let here = |other: ActorId| {
        scene.candidates.iter().filter_map(|one| one.actor).any(|actor| party(actor) == other)
    };
    // Of somebody whose side is not known it may be the own one.
    let is_side = |actor: ActorId| {
        let kind = people.actors.get(actor.index()).map(|found| found.kind);
        matches!(kind, Some(ActorKind::State | ActorKind::Body))
    };
    let counterpart = |actor: ActorId| {
        let known = party(actor);
        let (other, count) = scene.beside.counterpart(known)?;
        let set_against = count > 1 || !here(other) || is_pair(known, other);
        (set_against && is_side(known) && is_side(other)).then_some(other)
    };
    // Who did it is not guessed from who else is in the sentence.
    let doer = |actor: ActorId| counterpart(actor).filter(|other| !here(*other));
    let found =
        |source, target, inferred| Parties { source, target, inferred, ..Parties::default() };
    match (source, target) {
        (Some(known), None) if open.1 => {
            // What a speaker tells of another side concerns their own.
            let told = |other: ActorId| {
                let all = scene.candidates.iter().filter_map(|one| one.actor).map(party);
                let mut all = all.filter(|one| is_party(people, *one));
                all.all(|one| one == party(known) || one == other)
            };
            let other = speaker.map(party).filter(|other| told(*other));
            let other = other.filter(|other| *other != party(known) && is_side(*other));
            let other = other.or_else(|| counterpart(known));
            found(Some(known), other, other.is_some())
        }
        (None, known) if open.0 => {
            let source = speaker
                .filter(|speaker| known.is_none_or(|known| party(*speaker) != party(known)))
                .or_else(|| known.and_then(doer));
            let inferred = || source.filter(|_| open.1).and_then(counterpart);
            found(source, known.or_else(inferred), source.is_some())
        }
        _ => found(source, target, false),
    }
}

/// The candidates close enough to a phrase to be looked at, so that an endless sentence costs no
/// more than its length.
fn around(all: &[Candidate], start: usize, end: usize) -> &[Candidate] {
    let first = all.partition_point(|candidate| candidate.head + AROUND < start);
    let last = all.partition_point(|candidate| candidate.head < end + AROUND);
    let at = all.partition_point(|candidate| candidate.head < start);
    let first = first.max(at.saturating_sub(MOST / 2));
    let last = last.min(at + MOST / 2);
    all.get(first..last.max(first)).unwrap_or_default()
}
