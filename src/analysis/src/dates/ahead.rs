//! Whether the clause of a date looks ahead: "will meet on Friday", "talks to be held on Friday".
//!
//! What always holds: only the clause counts that the date belongs to, so "the president, who will
//! be eighty, said on Friday" does not look ahead.

use super::find::Words;
use super::lists::DateWord;
use crate::document::{Relation, Upos};

/// Most steps up the tree, so that an odd tree costs no more than another.
const STEPS: usize = 12;

/// Whether the clause of the date at a token looks ahead.
pub(super) fn looks_ahead(words: &Words<'_>, date: usize) -> bool {
    let mut at = date;
    for _ in 0..STEPS {
        let Some(word) = words.syntax.get(at) else { return false };
        let clause = matches!(word.upos, Upos::Verb | Upos::Aux) || word.head.is_none();
        if at != date && (clause || has_copula(words, at)) {
            if says_so(words, at) {
                return true;
            }
            let goes_on = matches!(
                word.relation,
                Relation::Xcomp | Relation::Conj | Relation::Acl | Relation::Advcl
            );
            if !goes_on {
                return false;
            }
        } else if words.word(at) == Some(DateWord::Future) && at != date {
            // "the planned talks", "plans for Friday"
            return true;
        }
        let Some(head) = word.head else { return false };
        at = head as usize;
    }
    false
}

fn has_copula(words: &Words<'_>, head: usize) -> bool {
    children(words, head).any(|(_, relation)| relation == Relation::Cop)
}

/// Whether a clause itself says that it looks ahead.
fn says_so(words: &Words<'_>, verb: usize) -> bool {
    let future = |at: usize| words.word(at) == Some(DateWord::Future);
    let aims = |at: usize| matches!(words.word(at), Some(DateWord::Aim | DateWord::Future));
    if future(verb) {
        return true;
    }
    let (mut to, mut be) = (false, false);
    for (at, relation) in children(words, verb) {
        match relation {
            Relation::Aux | Relation::Cop if future(at) => return true,
            Relation::Aux if words.folded(at) == "be" => be = true,
            Relation::Mark if words.folded(at) == "to" => to = true,
            _ => {}
        }
    }
    let Some(word) = words.syntax.get(verb).filter(|_| to) else { return false };
    let head = word.head.map(|head| head as usize);
    match word.relation {
        // A headline: "Leaders to meet on Friday".
        Relation::Root => true,
        // "is to meet", "is expected to meet"
        Relation::Xcomp | Relation::Ccomp | Relation::Advcl | Relation::Csubj => {
            head.is_some_and(|head| {
                aims(head) || matches!(words.folded(head), "is" | "are" | "was" | "were" | "be")
            })
        }
        // "talks to be held", "plans to meet"
        Relation::Acl => be || head.is_some_and(aims),
        _ => false,
    }
}

/// What hangs on a word near it, and how.
fn children(words: &Words<'_>, head: usize) -> impl Iterator<Item = (usize, Relation)> {
    const REACH: usize = 12;
    let near = head.saturating_sub(REACH)..words.syntax.len().min(head + REACH);
    near.filter_map(move |at| {
        let word = words.syntax.get(at)?;
        (word.head == Some(head as u32)).then_some((at, word.relation))
    })
}
