//! Whether a row of the list fits the words of a sentence: their class, and what depends on them.

use super::{Phrase, Word, head, of_token};
use crate::document::{Relation, Upos};
use crate::tension::lists::{Lists, WordClass};
use crate::tension::tree::Tree;
use std::ops::Range;

/// Words between a phrase and a needed word that the phrase still covers.
const COVERED: usize = 6;
/// Words after a verb that are looked at where the parse names no object.
const BEHIND: usize = 4;

/// Whether the words are of the class that a row asks for: of a longer phrase the first word must
/// be the verb, or no word that governs it.
pub(super) fn is_of(
    class: WordClass,
    tree: &Tree<'_>,
    words: &[Word<'_>],
    range: &Range<usize>,
) -> bool {
    if range.len() > 1 && class != WordClass::Verb {
        return tree.upos(head(tree, words, range)) != Upos::Verb;
    }
    let Some(word) = words.get(range.start) else { return false };
    // "must disarm", "to lower tariffs": what follows "to" or has an auxiliary is a verb,
    // whatever it looks like.
    let infinitive = || {
        let before = range.start.checked_sub(1).and_then(|before| words.get(before));
        before.is_some_and(|before| tree.upos(before.token) == Upos::Part && before.folded == "to")
    };
    let is_verb = || tree.has(word.token, Relation::Aux) || infinitive();
    class.holds(tree.upos(word.token)) || (class == WordClass::Verb && is_verb())
}

/// Whether a single noun only says of what kind another noun is ("support beams", "war memoir").
/// Before a noun that carries acts ("ceasefire deal") it is a phrase.
pub(super) fn describes(
    phrase: &Phrase,
    tree: &Tree<'_>,
    words: &[Word<'_>],
    lists: &Lists,
) -> bool {
    // "proposed cuts", "the promised land": words told of a thing, no act.
    if phrase.key.len() == 1
        && tree.relation(phrase.head) == Relation::Amod
        && tree.upos(phrase.head) == Upos::Verb
        && phrase.is_verbal()
    {
        return true;
    }
    // "the support beams", the first noun read as a subject of the second.
    let stands_before = || {
        tree.relation(phrase.head) == Relation::Nsubj
            && tree.head(phrase.head).is_some_and(|head| {
                head == phrase.head + 1
                    && tree.upos(head) == Upos::Noun
                    && !tree.has(head, Relation::Cop)
                    && !matches!(tree.relation(head), Relation::Root | Relation::Ccomp)
            })
    };
    let kind = phrase.key.len() == 1
        && (tree.relation(phrase.head) == Relation::Compound || stands_before())
        && WordClass::Noun.holds(tree.upos(phrase.head));
    let Some(head) = tree.head(phrase.head).filter(|head| kind && *head > phrase.head) else {
        return false;
    };
    of_token(words, head)
        .filter_map(|at| words.get(at))
        .all(|word| !has_class(lists, word, "carrier") && !is_noun_key(lists, word))
}

fn is_noun_key(lists: &Lists, word: &Word<'_>) -> bool {
    let found = lists.signals.get(word.lemma());
    found.is_some_and(|found| found.rows().any(|row| row.class != Some(WordClass::Verb)))
}

fn has_class(lists: &Lists, word: &Word<'_>, class: &str) -> bool {
    classes(lists, word).split(' ').any(|found| found == class)
}

fn classes(lists: &Lists, word: &Word<'_>) -> &'static str {
    let found = lists.objects.get(word.lemma()).or_else(|| lists.objects.get(&word.folded));
    found.and_then(|found| found.first().map(|row| row.classes)).unwrap_or("")
}

/// The need of a verb that must have an object, whatever it is.
const ANY_OBJECT: &str = "*";

/// A word that may meet a need.
struct Dependent {
    token: usize,
    acts: bool,
}

/// A need that is met.
#[derive(Clone, Copy, Debug)]
pub(super) struct Met {
    /// Index of the word that met it, if the phrase then covers it.
    pub(super) covered: Option<usize>,
}

/// Whether one of `needs` is met.
pub(super) fn needed(
    needs: &str,
    tree: &Tree<'_>,
    words: &[Word<'_>],
    range: &Range<usize>,
    lists: &Lists,
) -> Option<Met> {
    let token = |index: usize| words.get(index).map(|word| word.token);
    if needs == ANY_OBJECT {
        let top = head(tree, words, range);
        let is_object = |found: usize| match tree.relation(found) {
            Relation::Obj => true,
            Relation::Nsubj => tree.passive(found),
            _ => false,
        };
        return tree.dependents(top).any(is_object).then_some(Met { covered: None });
    }
    let (first, last) = (token(range.start)?, token(range.end.saturating_sub(1))?);
    let top = head(tree, words, range);
    let mut around = Vec::new();
    dependents(tree, words, top, &mut around);
    for inner in (first..=last).filter(|inner| *inner != top) {
        dependents(tree, words, inner, &mut around);
    }
    around.retain(|found| !(first..=last).contains(&found.token));
    let is_object = |found: &Dependent| {
        !found.acts && matches!(tree.upos(found.token), Upos::Noun | Upos::Propn | Upos::Num)
    };
    if !around.iter().any(is_object) {
        let behind = (range.end..range.end + BEHIND).map_while(|index| words.get(index));
        let clause = behind.take_while(|word| {
            !word.mark && !matches!(tree.upos(word.token), Upos::Verb | Upos::Aux)
        });
        around.extend(clause.map(|word| Dependent { token: word.token, acts: false }));
    }
    around.iter().find_map(|found| {
        let at = of_token(words, found.token)
            .find(|at| words.get(*at).is_some_and(|word| meets(needs, word, found.acts, lists)))?;
        let is_noun = is_object(found);
        let near = at < range.end + COVERED && at + COVERED >= range.start;
        Some(Met { covered: Some(at).filter(|_| is_noun && near) })
    })
}

fn meets(needs: &str, word: &Word<'_>, acts: bool, lists: &Lists) -> bool {
    let classes = classes(lists, word);
    needs.split(' ').any(|need| {
        let (who, need) = need.strip_prefix('<').map_or((false, need), |need| (true, need));
        who == acts
            && match need.strip_prefix('@') {
                Some(class) => classes.split(' ').any(|found| found == class),
                None => need == word.lemma() || need == word.folded,
            }
    })
}

/// What depends on a token, two steps deep: objects, modifiers, prepositions, and who acts.
fn dependents(tree: &Tree<'_>, words: &[Word<'_>], top: usize, found: &mut Vec<Dependent>) {
    for token in tree.dependents(top) {
        let relation = tree.relation(token);
        let acts = match relation {
            Relation::Nsubj | Relation::Csubj => !tree.passive(token),
            Relation::Obl => tree.is_passive(top) && case(tree, words, token) == Some("by"),
            Relation::Obj
            | Relation::Iobj
            | Relation::Nmod
            | Relation::Compound
            | Relation::Amod
            | Relation::Nummod
            | Relation::Advmod
            | Relation::Xcomp
            | Relation::Ccomp
            | Relation::Acl
            | Relation::Advcl
            | Relation::Case
            | Relation::Mark => false,
            _ => continue,
        };
        let clause =
            matches!(relation, Relation::Xcomp | Relation::Ccomp | Relation::Acl | Relation::Advcl);
        if relation != Relation::Advcl {
            found.push(Dependent { token, acts });
        }
        for inner in tree.dependents(token) {
            let below = tree.relation(inner);
            let fits = match below {
                Relation::Case | Relation::Mark => !acts,
                Relation::Conj
                | Relation::Nmod
                | Relation::Compound
                | Relation::Nummod
                | Relation::Amod => !clause,
                Relation::Obj => relation == Relation::Xcomp,
                _ => false,
            };
            if fits {
                found.push(Dependent { token: inner, acts });
            }
        }
    }
    // "the agreed terms", "talks held in May": what the verb describes.
    if matches!(tree.relation(top), Relation::Amod | Relation::Acl | Relation::Compound)
        && let Some(head) = tree.head(top)
    {
        found.push(Dependent { token: head, acts: false });
        if tree.upos(top) == Upos::Verb {
            found.push(Dependent { token: head, acts: true });
        }
    }
}

/// The preposition of a noun, or what opens a clause.
pub(super) fn case<'w>(tree: &Tree<'_>, words: &'w [Word<'_>], token: usize) -> Option<&'w str> {
    let mut opens = tree
        .dependents(token)
        .filter(|found| matches!(tree.relation(*found), Relation::Case | Relation::Mark));
    words.get(of_token(words, opens.next()?).start).map(|word| &*word.folded)
}
