//! What is said of a pronoun and a candidate: a fixed list of features with readable names.
//!
//! A feature belongs to a group; in a group the value is one of the first labels joined to one of
//! the second. Weights are kept by these names, so a change of the list asks for learning anew.

/// A group of features of which one value holds at a time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Group {
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

const ONE: &[&str] = &["-"];
const FORMS: &[&str] = &["subject", "object", "possessive", "reflexive"];
const DISTANCES: &[&str] = &["same", "1", "2", "3", "4", "far", "after"];
const ROLES: &[&str] =
    &["none", "subject", "passive", "object", "oblique", "modifier", "possessor", "part", "other"];
const COUNTS: &[&str] = &["0", "1", "2", "3", "4", "6", "10"];
const NO_YES: &[&str] = &["no", "yes"];

const INSIDE: &[&str] = &["both-out", "into", "out-of", "both-in", "other-in"];
const NOBODY: &[&str] = &["bias", "noun-subject", "noun-near", "no-near", "expletive", "alone"];

/// The groups, in the order of [`At`].
const GROUPS: [Group; 26] = [
    group("distance", DISTANCES, FORMS),
    group("rank", &["first", "second", "third", "later"], FORMS),
    group("rivals", &["0", "1", "2", "3"], &["first", "second", "third", "later"]),
    group("role", ROLES, &["same", "1", "more"]),
    group("parallel", NO_YES, FORMS),
    group("kind", &["name", "metonym", "demonym", "noun", "pronoun"], &["same", "1", "more"]),
    group("role-here", ROLES, FORMS),
    group("role-before", ROLES, FORMS),
    group("count", COUNTS, ONE),
    group("names", COUNTS, ONE),
    group("main", &["no", "second", "most"], &["near", "far"]),
    group("gender", &["unknown", "known", "by-pronoun", "against-pronoun"], ONE),
    group("entity", &["person", "state", "body", "group", "document", "place", "event"], NO_YES),
    group("evidence", &["given", "title", "role", "listed", "learned", "capital", "other"], NO_YES),
    group("words", &["none", "one", "more"], &["far", "near"]),
    group("command", &["no", "own-subject", "own-other", "higher", "below"], FORMS),
    group("quoted", INSIDE, &["other", "speaker"]),
    group("reported", INSIDE, &["other", "speaker"]),
    group("follows", &["no", "yes", "nothing"], &["same", "1", "more"]),
    group("first-in-sentence", NO_YES, &["same", "1", "more"]),
    group("paragraph", &["same", "before", "earlier"], FORMS),
    group("heading", NO_YES, ONE),
    group("ending", &["a", "vowel", "consonant"], &["unknown", "he", "she"]),
    group("coordinated", NO_YES, ONE),
    group("speaking", &["neither", "pronoun", "candidate", "both"], &["never", "before", "last"]),
    group("nobody", NOBODY, FORMS),
];

/// A group by name.
#[derive(Clone, Copy, Debug)]
pub(super) enum At {
    Distance,
    Rank,
    Rivals,
    Role,
    Parallel,
    Kind,
    RoleHere,
    RoleBefore,
    Count,
    Names,
    Main,
    Gender,
    Entity,
    Evidence,
    Words,
    Command,
    Quoted,
    Reported,
    Follows,
    First,
    Paragraph,
    Heading,
    Ending,
    Coordinated,
    Speaking,
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

/// The label of a number in [`COUNTS`].
pub(super) fn count(number: u32) -> usize {
    match number {
        0..=4 => number as usize,
        5..=8 => 5,
        _ => 6,
    }
}
