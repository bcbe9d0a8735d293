//! What is said of a predicate and a candidate: a fixed list of features with readable names.
//!
//! A feature belongs to a group; in a group the value is one of the first labels joined to one of
//! the second. Weights are kept by these names, so a change of the list asks for learning anew.

/// A group of features of which one value holds at a time.
#[derive(Clone, Copy, Debug)]
struct Group {
    name: &'static str,
    first: &'static [&'static str],
    second: &'static [&'static str],
}

const fn group(
    name: &'static str,
    first: &'static [&'static str],
    second: &'static [&'static str],
) -> Group {
    Group { name, first, second }
}

/// How the predicate stands to the word under which it meets the candidate.
const UP: &[&str] = &[
    "own",
    "inside",
    "xcomp",
    "ccomp",
    "advcl",
    "acl",
    "conj",
    "parataxis",
    "object",
    "oblique",
    "modifier",
    "subject",
    "part",
    "other",
    "clause2",
    "noun2",
    "conj2",
    "clause3",
    "noun3",
    "conj3",
    "apart",
];
/// What the candidate is of the word that it hangs on.
const DOWN: &[&str] = &[
    "subject", "passive", "object", "oblique", "modifier", "owner", "part", "conj", "above",
    "other",
];
/// What it hangs on in turn, below the word under which the two meet.
const THROUGH: &[&str] =
    &["-", "subject", "object", "oblique", "modifier", "clause", "conj", "other"];
/// Words before a candidate.
const PREPOSITIONS: &[&str] = &[
    "-", "other", "against", "at", "between", "by", "for", "from", "in", "into", "of", "on",
    "over", "to", "towards", "with", "about", "near", "among", "through", "outside", "under",
];
const EVENTS: &[&str] = &[
    "other",
    "ACCUSE",
    "AGREE",
    "AID",
    "APPEAL",
    "ASSAULT",
    "COERCE",
    "CONSULT",
    "COOPERATE",
    "EASING",
    "MOBILIZE",
    "PROTEST",
    "REJECT",
    "REQUEST",
    "SANCTION",
    "STRAIN",
    "SUPPORT",
    "THREATEN",
    "YIELD",
];
const KINDS: &[&str] = &[
    "state", "body", "person", "group", "document", "place", "event", "demonym", "pronoun", "we",
    "sides", "name", "owned", "thing", "other",
];
const SORTS: &[&str] = &["actor", "somebody", "owned", "place", "thing"];
/// The object of the predicate.
const SORTS_OR_NONE: &[&str] = &["actor", "somebody", "owned", "place", "thing", "none"];
const ORDERS: &[&str] = &["before", "inside", "after"];
const RANKS: &[&str] = &["0", "1", "2", "3", "more"];
const NO_YES: &[&str] = &["no", "yes"];
const SHAPES: &[&str] = &["verb", "passive", "noun", "other"];
const VOICES: &[&str] = &["none", "cue-speaker", "cue-target", "cue", "speaker", "inside"];
const TO_SOURCE: &[&str] = &["apart", "conj", "in", "holds", "party", "actor", "none"];

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
    let found = PREPOSITIONS.iter().position(|known| *known == word);
    found.filter(|at| *at > 1).unwrap_or(1) as u8
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
    EVENTS.iter().position(|known| *known == name).unwrap_or_default()
}

/// The groups, in the order of [`At`].
const GROUPS: [Group; 18] = [
    group("path", UP, DOWN),
    group("way", UP, THROUGH),
    group("step", THROUGH, DOWN),
    group("preposition", PREPOSITIONS, &["own-verb", "own-noun", "inside", "far"]),
    group("event-role", EVENTS, DOWN),
    group("event-preposition", EVENTS, PREPOSITIONS),
    group("kind-role", KINDS, DOWN),
    group("kind-order", KINDS, ORDERS),
    group("rank", ORDERS, RANKS),
    group("shape", SHAPES, DOWN),
    group("symmetric", NO_YES, DOWN),
    group("voice", VOICES, ORDERS),
    group("sort-path", SORTS, UP),
    group("object", SORTS_OR_NONE, &["is", "below", "beside"]),
    group("barrier", NO_YES, ORDERS),
    group("clause", NO_YES, UP),
    group("to-source", TO_SOURCE, NO_YES),
    group("nobody", EVENTS, SHAPES),
];

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

/// First feature of each group; the last is the number of all.
const STARTS: [usize; GROUPS.len() + 1] = {
    let mut starts = [0; GROUPS.len() + 1];
    let mut at = 0;
    while at < GROUPS.len() {
        starts[at + 1] = starts[at] + GROUPS[at].first.len() * GROUPS[at].second.len();
        at += 1;
    }
    starts
};

/// Number of features.
pub const FEATURES: usize = STARTS[GROUPS.len()];

/// The feature of a group with these two values.
pub(super) fn feature(at: At, first: usize, second: usize) -> u16 {
    let (index, group) = (at as usize, GROUPS[at as usize]);
    let first = first.min(group.first.len() - 1);
    let second = second.min(group.second.len() - 1);
    (STARTS[index] + first * group.second.len() + second) as u16
}

/// The names of all features, in order.
pub fn names() -> impl Iterator<Item = String> {
    GROUPS.iter().flat_map(|group| {
        group.first.iter().flat_map(move |first| {
            group.second.iter().map(move |second| format!("{} {first} {second}", group.name))
        })
    })
}
