//! What is said of a pronoun and a candidate: a fixed list of features with readable names.

use crate::ranker::{self, Group, group, layout};

const ONE: &str = "-";
const FORMS: &str = "subject object possessive reflexive";
const DISTANCES: &str = "same 1 2 3 4 far after";
const ROLES: &str = "none subject passive object oblique modifier possessor part other";
const COUNTS: &str = "0 1 2 3 4 6 10";
const NO_YES: &str = "no yes";

const INSIDE: &str = "both-out into out-of both-in other-in";
const NOBODY: &str = "bias noun-subject noun-near no-near expletive alone";

/// The groups, in the order of [`At`].
pub(crate) const GROUPS: [Group; 27] = layout([
    group("distance", DISTANCES, FORMS),
    group("rank", "first second third later", FORMS),
    group("rivals", "0 1 2 3", "first second third later"),
    group("role", ROLES, "same 1 more"),
    group("parallel", NO_YES, FORMS),
    group("kind", "name metonym demonym noun pronoun", "same 1 more"),
    group("role-here", ROLES, FORMS),
    group("role-before", ROLES, FORMS),
    group("count", COUNTS, ONE),
    group("names", COUNTS, ONE),
    group("main", "no second most", "near far"),
    group("gender", "unknown known by-pronoun against-pronoun", ONE),
    group("entity", "person state body group document place event", NO_YES),
    group("evidence", "given title role listed learned capital other", NO_YES),
    group("words", "none one more", "far near"),
    group("command", "no own-subject own-other higher below", FORMS),
    group("quoted", INSIDE, "other speaker"),
    group("reported", INSIDE, "other speaker"),
    group("follows", "no yes nothing", "same 1 more"),
    group("first-in-sentence", NO_YES, "same 1 more"),
    group("paragraph", "same before earlier", FORMS),
    group("heading", NO_YES, ONE),
    group("ending", "a vowel consonant", "unknown he she"),
    group("coordinated", NO_YES, ONE),
    group("speaking", "neither pronoun candidate both", "never before last"),
    group("nobody", NOBODY, FORMS),
    // How much better the best must be; below 0 when a guess pays.
    group("margin", "next nobody", ONE),
]);

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
    Margin,
}

/// Number of features.
pub const FEATURES: usize = ranker::count(&GROUPS);

/// The weights that say by how much the best must be better than the next, and than nobody.
pub fn margins() -> [u16; 2] {
    [0, 1].map(|than| feature(At::Margin, than, 0))
}

/// The feature of a group with these two values.
pub(super) fn feature(at: At, first: usize, second: usize) -> u16 {
    ranker::feature(&GROUPS, at as usize, first, second)
}

/// The names of all features, in order.
pub fn names() -> impl Iterator<Item = String> {
    ranker::names(&GROUPS)
}

/// The label of a number in [`COUNTS`].
pub(super) fn count(number: u32) -> usize {
    match number {
        0..=4 => number as usize,
        5..=8 => 5,
        _ => 6,
    }
}
