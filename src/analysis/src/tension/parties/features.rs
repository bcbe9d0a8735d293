//! What is said of a predicate and a candidate: a fixed list of features with readable names.

use crate::ranker::{self, Group, group, label, layout};

/// How the predicate stands to the word under which it meets the candidate.
const UP: &str = "own inside xcomp ccomp advcl acl conj parataxis object oblique modifier subject part \
    other clause2 noun2 conj2 clause3 noun3 conj3 apart";
/// What the candidate is of the word that it hangs on.
const DOWN: &str = "subject passive object oblique modifier owner part conj above other";
/// What it hangs on in turn, below the word under which the two meet.
const THROUGH: &str = "- subject object oblique modifier clause conj other";
/// Words before a candidate.
const PREPOSITIONS: &str = "- other against at between by for from in into of on over to towards \
    with about near among through outside under";
const EVENTS: &str = "other ACCUSE AGREE AID APPEAL ASSAULT COERCE CONSULT COOPERATE \
    EASING MOBILIZE PROTEST REJECT REQUEST SANCTION STRAIN SUPPORT THREATEN YIELD";
const KINDS: &str =
    "state body person group document place event demonym pronoun we sides name owned thing other";
const SORTS: &str = "actor somebody owned place thing";
/// The object of the predicate.
const SORTS_OR_NONE: &str = "actor somebody owned place thing none";
const ORDERS: &str = "before inside after";
const RANKS: &str = "0 1 2 3 more";
const NO_YES: &str = "no yes";
const SHAPES: &str = "verb passive noun other";
const VOICES: &str = "none cue-speaker cue-target cue speaker inside";
const TO_SOURCE: &str = "apart conj in holds party actor none";

/// What a candidate is, in the order of the labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    State,
    Body,
    Person,
    Group,
    Document,
    Place,
    Event,
    Demonym,
    Pronoun,
    We,
    Sides,
    /// A name that nobody's mention is.
    Name,
    /// A thing of somebody's: "Russian airstrikes".
    Owned,
    Thing,
    Other,
}

/// The place of a preposition in the list; one that is not listed is "other".
pub(super) fn preposition(word: &str) -> u8 {
    let word = if word == "toward" { "towards" } else { word };
    label(PREPOSITIONS, word).filter(|at| *at > 1).unwrap_or(1) as u8
}

/// Whether a preposition tells a place or a subject matter.
pub(super) const fn is_aside(preposition: usize) -> bool {
    // at, in, over, about, near.
    matches!(preposition, 3 | 8 | 12 | 16 | 17)
}

/// "between".
pub(super) const BETWEEN: usize = 4;
/// "by".
pub(super) const BY: usize = 5;
/// "in".
pub(super) const IN: usize = 8;
/// "from".
pub(super) const FROM: usize = 7;
/// "of".
pub(super) const OF: usize = 10;
/// "to".
pub(super) const TO: usize = 13;
/// "with".
pub(super) const WITH: usize = 15;
/// "against".
pub(super) const AGAINST: usize = 2;

/// The place of an event in the list.
pub(super) fn event(name: &str) -> usize {
    label(EVENTS, name).unwrap_or_default()
}

/// The groups, in the order of [`At`].
pub(crate) const GROUPS: [Group; 18] = layout([
    group("path", UP, DOWN),
    group("way", UP, THROUGH),
    group("step", THROUGH, DOWN),
    group("preposition", PREPOSITIONS, "own-verb own-noun inside far"),
    group("event-role", EVENTS, DOWN),
    group("event-preposition", EVENTS, PREPOSITIONS),
    group("kind-role", KINDS, DOWN),
    group("kind-order", KINDS, ORDERS),
    group("rank", ORDERS, RANKS),
    group("shape", SHAPES, DOWN),
    group("symmetric", NO_YES, DOWN),
    group("voice", VOICES, ORDERS),
    group("sort-path", SORTS, UP),
    group("object", SORTS_OR_NONE, "is below beside"),
    group("barrier", NO_YES, ORDERS),
    group("clause", NO_YES, UP),
    group("to-source", TO_SOURCE, NO_YES),
    group("nobody", EVENTS, SHAPES),
]);

/// A group by name.
#[derive(Clone, Copy, Debug)]
pub(super) enum At {
    Path,
    Way,
    Step,
    Preposition,
    EventRole,
    EventPreposition,
    KindRole,
    KindOrder,
    Rank,
    Shape,
    Symmetric,
    Voice,
    SortPath,
    Object,
    Barrier,
    Clause,
    ToSource,
    Nobody,
}

/// Number of features.
pub const FEATURES: usize = ranker::count(&GROUPS);

/// The feature of a group with these two values.
pub(super) fn feature(at: At, first: usize, second: usize) -> u16 {
    ranker::feature(&GROUPS, at as usize, first, second)
}

/// The names of all features, in order.
pub fn names() -> impl Iterator<Item = String> {
    ranker::names(&GROUPS)
}
