//! The grammatical role of a mention, and whether one commands another.

use crate::document::{Document, Relation, TokenRange, Upos};

/// What a mention is in its clause, in the order of the features' labels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    #[default]
    None,
    Subject,
    Passive,
    Object,
    Oblique,
    /// Of a noun, after it: "the death of Wang".
    Modifier,
    /// Of a noun, before it: "Wang's death".
    Possessor,
    /// A part of a longer name or a name set beside a noun.
    Part,
    Other,
}

/// How far up a tree is looked.
const HIGHEST: usize = 24;

/// The token of a range that hangs from outside of it.
pub(super) fn head_of(doc: &Document, tokens: TokenRange) -> usize {
    let outside = |at: &usize| {
        let head = doc.syntax.get(*at).and_then(|word| word.head);
        head.is_none_or(|head| !tokens.contains(head as usize))
    };
    tokens.range().find(outside).unwrap_or(tokens.start as usize)
}

/// The role of the mention whose head is `token`, and whether it is one of several.
pub(super) fn of(doc: &Document, token: usize) -> (Role, bool) {
    let mut at = token;
    let mut joined = false;
    for _ in 0..HIGHEST {
        let Some(word) = doc.syntax.get(at) else { return (Role::None, joined) };
        let head = word.head.map(|head| head as usize);
        let role = match word.relation {
            Relation::Conj if matches!(word.upos, Upos::Propn | Upos::Noun | Upos::Pron) => {
                let Some(head) = head else { return (Role::Other, true) };
                (at, joined) = (head, true);
                continue;
            }
            Relation::Nsubj | Relation::Csubj if word.passive => Role::Passive,
            Relation::Nsubj | Relation::Csubj => Role::Subject,
            Relation::Obj | Relation::Iobj => Role::Object,
            Relation::Obl => Role::Oblique,
            Relation::Nmod | Relation::Det if head.is_some_and(|head| head > at) => Role::Possessor,
            Relation::Nmod => Role::Modifier,
            Relation::Appos | Relation::Flat | Relation::Compound => Role::Part,
            _ => Role::Other,
        };
        return (role, joined);
    }
    (Role::Other, joined)
}

/// How a mention stands to a pronoun, in the order of the features' labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    No,
    /// Subject of the pronoun's own clause.
    OwnSubject,
    /// Another part of it.
    OwnOther,
    /// Of a clause above.
    Higher,
    /// Of a clause below.
    Below,
}

pub(super) fn command(doc: &Document, candidate: usize, pronoun: usize) -> Command {
    let head_of = |at: usize| doc.syntax.get(at).and_then(|word| word.head).map(|up| up as usize);
    let Some(above) = head_of(candidate) else { return Command::No };
    let mut at = pronoun;
    let mut level = 0;
    for _ in 0..HIGHEST {
        let Some(word) = doc.syntax.get(at) else { break };
        let Some(up) = word.head.map(|up| up as usize) else { break };
        level += usize::from(matches!(
            word.relation,
            Relation::Ccomp
                | Relation::Advcl
                | Relation::Acl
                | Relation::Xcomp
                | Relation::Parataxis
                | Relation::Conj
                | Relation::Csubj
        ));
        if up == above {
            return match (level, of(doc, candidate).0) {
                (0, Role::Subject | Role::Passive) => Command::OwnSubject,
                (0, _) => Command::OwnOther,
                _ => Command::Higher,
            };
        }
        at = up;
    }
    let Some(governor) = head_of(pronoun) else { return Command::No };
    let mut at = candidate;
    for _ in 0..HIGHEST {
        let Some(up) = head_of(at) else { break };
        if up == governor {
            return Command::Below;
        }
        at = up;
    }
    Command::No
}
