//! The words whose modifiers reach a phrase: the phrase itself, then what governs it, clause by
//! clause, as far as each relation lets a modifier through.

use super::super::phrases::{Phrase, Word, of_token};
use super::super::tree::Tree;
use crate::document::{Relation, Upos};
use crate::tension::lists::{Lists, WordKind};

/// Steps up the tree.
const STEPS: usize = 6;

/// What a link lets through; each holds all that the ones before it hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Passes {
    /// Conditions and concessions of the clause.
    Clause,
    /// Hedges too: somebody says or believes it.
    Hedges,
    /// Plans too: when the act is to come.
    Plans,
    /// Negation and the past too: what is done to the act.
    All,
    /// Degree too: the word itself.
    Own,
}

/// A token on the way up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    pub(super) token: usize,
    pub(super) passes: Passes,
}

/// The way up from a phrase; `taken` tells which words belong to a phrase.
pub(super) fn of(
    tree: &Tree<'_>,
    words: &[Word<'_>],
    phrase: &Phrase,
    taken: &[bool],
    lists: &Lists,
) -> Vec<Link> {
    let own = words.get(phrase.words.clone()).unwrap_or_default();
    let mut links: Vec<Link> =
        own.iter().map(|word| Link { token: word.token, passes: Passes::Own }).collect();
    links.dedup_by_key(|link| link.token);
    let is_own = |token: usize| own.iter().any(|word| word.token == token);
    let mut passes = Passes::All;
    let mut at = phrase.head;
    for _ in 0..STEPS {
        let Some(head) = tree.head(at) else { break };
        let through = through(tree, words, at, head, lists);
        let Some(through) = through else { break };
        passes = passes.min(through);
        let held = of_token(words, head).any(|at| taken.get(at).copied().unwrap_or(false));
        if held && !is_own(head) {
            // What another phrase governs is its topic: only its clause matters.
            passes = passes.min(Passes::Clause);
        }
        if !is_own(head) {
            links.push(Link { token: head, passes });
        }
        at = head;
    }
    links
}

/// What the step from a token to its head lets through; `None` ends the way.
fn through(
    tree: &Tree<'_>,
    words: &[Word<'_>],
    at: usize,
    head: usize,
    lists: &Lists,
) -> Option<Passes> {
    let case = || {
        let mut opens = tree
            .dependents(at)
            .filter(|found| matches!(tree.relation(*found), Relation::Case | Relation::Mark));
        opens.next().and_then(|found| words.get(of_token(words, found).start))
    };
    let is = |set: &[&str]| case().is_some_and(|case| set.contains(&&*case.folded));
    Some(match tree.relation(at) {
        Relation::Obj | Relation::Iobj | Relation::Xcomp | Relation::Compound | Relation::Aux => {
            Passes::All
        }
        Relation::Nsubj | Relation::Csubj if tree.passive(at) => Passes::All,
        Relation::Nsubj | Relation::Csubj => {
            let transitive = tree.has(head, Relation::Obj);
            if transitive { Passes::Clause } else { Passes::Plans }
        }
        Relation::Ccomp => Passes::Hedges,
        Relation::Conj => {
            let is_noun = !matches!(tree.upos(at), Upos::Verb | Upos::Adj);
            let own_clause = tree.has(at, Relation::Nsubj) || tree.has(at, Relation::Aux);
            if is_noun || !own_clause { Passes::All } else { Passes::Clause }
        }
        Relation::Nmod if is(&["of"]) => Passes::All,
        Relation::Obl if case().is_some_and(|case| lists.is(&case.folded, WordKind::Planned)) => {
            Passes::Plans
        }
        Relation::Nmod | Relation::Obl => Passes::Clause,
        Relation::Acl if is(&["to", "of", "that"]) => Passes::Plans,
        Relation::Advcl if is(&["to"]) => Passes::Plans,
        _ => return None,
    })
}
