//! Heads and relations by rules: noun phrases, verb groups, then subjects, objects and obliques.
//!
//! What always holds: every sentence has one root, every other token hangs from a token of its
//! sentence, and following heads ends at the root. One pass in each direction, so time is linear.
//! A learned parser takes this over through the `Models` argument; the types stay.

use crate::document::{Relation, Sentence, SyntaxWord, Upos};

/// Fills heads and relations of one sentence; `words` are those of the paragraph.
pub(super) fn attach(words: &mut [SyntaxWord], sentence: &Sentence) {
    let range = sentence.tokens.range();
    let Some(slice) = words.get_mut(range.clone()) else { return };
    if slice.is_empty() {
        return;
    }
    let tags: Vec<Upos> = slice.iter().map(|word| word.upos).collect();
    let root = root_of(&tags);
    let heads = heads(&tags, root);
    for (index, (word, (head, relation))) in slice.iter_mut().zip(heads).enumerate() {
        let is_root = index == root;
        word.head = if is_root { None } else { Some((range.start + head) as u32) };
        word.relation = if is_root { Relation::Root } else { relation };
    }
    let passives: Vec<usize> = (0..tags.len()).filter(|index| is_passive(slice, *index)).collect();
    for index in passives {
        if let Some(word) = slice.get_mut(index) {
            word.passive = true;
        }
    }
}

/// The first verb, else the first noun, else the first word.
fn root_of(tags: &[Upos]) -> usize {
    let first = |wanted: &dyn Fn(Upos) -> bool| tags.iter().position(|tag| wanted(*tag));
    first(&|tag| tag == Upos::Verb)
        .or_else(|| first(&|tag| tag == Upos::Aux))
        .or_else(|| first(&is_nominal))
        .or_else(|| first(&|tag| tag != Upos::Punct))
        .unwrap_or(0)
}

const fn is_nominal(tag: Upos) -> bool {
    matches!(tag, Upos::Noun | Upos::Propn | Upos::Pron)
}

/// The head noun of the phrase that a token belongs to: the last noun in a row of nouns.
fn phrase_heads(tags: &[Upos]) -> Vec<Option<usize>> {
    let mut heads = vec![None; tags.len()];
    let mut next: Option<usize> = None;
    for index in (0..tags.len()).rev() {
        let tag = tags.get(index).copied().unwrap_or(Upos::X);
        next = match (tag, next) {
            (Upos::Noun | Upos::Propn, Some(head)) if head > index => Some(head),
            (tag, _) if is_nominal(tag) => Some(index),
            (Upos::Adj | Upos::Num | Upos::Det, head) => head,
            _ => None,
        };
        if let Some(place) = heads.get_mut(index) {
            *place = next;
        }
        if tag == Upos::Pron || tag == Upos::Det {
            next = None;
        }
    }
    heads
}

fn heads(tags: &[Upos], root: usize) -> Vec<(usize, Relation)> {
    let phrases = phrase_heads(tags);
    let next_verb = next_verbs(tags);
    let mut found = Vec::with_capacity(tags.len());
    let mut verb: Option<usize> = None;
    let mut noun: Option<usize> = None;
    let mut case = false;
    for (index, tag) in tags.iter().copied().enumerate() {
        let phrase = phrases.get(index).copied().flatten();
        let ahead = next_verb.get(index).copied().flatten();
        let inside = phrase.filter(|head| *head != index);
        let governor = verb.unwrap_or(root);
        let entry = match tag {
            Upos::Det => (inside.unwrap_or(governor), Relation::Det),
            Upos::Adj => match inside {
                Some(head) => (head, Relation::Amod),
                None => (governor, Relation::Xcomp),
            },
            Upos::Num => (inside.unwrap_or(governor), Relation::Nummod),
            Upos::Noun | Upos::Propn if inside.is_some() => {
                (inside.unwrap_or(governor), Relation::Compound)
            }
            Upos::Adp => {
                let object = phrases.get(index + 1).copied().flatten();
                case = true;
                (object.unwrap_or(governor), Relation::Case)
            }
            Upos::Noun | Upos::Propn | Upos::Pron => {
                let entry = match (case, noun, verb, ahead) {
                    (true, Some(noun), _, _)
                        if noun + 4 >= index && verb.is_none_or(|verb| verb < noun) =>
                    {
                        (noun, Relation::Nmod)
                    }
                    (true, ..) => (governor, Relation::Obl),
                    (false, _, _, Some(ahead)) if verb.is_none_or(|verb| verb + 1 < index) => {
                        (ahead, Relation::Nsubj)
                    }
                    _ => (governor, Relation::Obj),
                };
                noun = Some(index);
                case = false;
                entry
            }
            Upos::Verb => {
                let entry = (verb.unwrap_or(root), Relation::Conj);
                verb = Some(index);
                noun = None;
                case = false;
                entry
            }
            Upos::Aux => (ahead.unwrap_or(root), Relation::Aux),
            Upos::Part | Upos::Sconj => (ahead.unwrap_or(root), Relation::Mark),
            Upos::Adv => (ahead.or(verb).unwrap_or(root), Relation::Advmod),
            Upos::Cconj => (ahead.unwrap_or(root), Relation::Cc),
            Upos::Punct => (root, Relation::Punct),
            Upos::Intj | Upos::Sym | Upos::X => (root, Relation::Dep),
        };
        found.push(entry);
    }
    untangle(&mut found, root);
    found
}

/// The nearest verb at or after each place, no mark between.
fn next_verbs(tags: &[Upos]) -> Vec<Option<usize>> {
    let mut next = None;
    let mut found = vec![None; tags.len()];
    for (index, tag) in tags.iter().enumerate().rev() {
        match tag {
            Upos::Verb => next = Some(index),
            Upos::Punct => next = None,
            _ => {}
        }
        if let Some(place) = found.get_mut(index) {
            *place = next.filter(|verb| *verb > index);
        }
    }
    found
}

/// Makes a tree of it: what does not lead to the root hangs from the root.
fn untangle(found: &mut [(usize, Relation)], root: usize) {
    // 0 unknown, 1 on the way, 2 leads to the root.
    let mut state = vec![0_u8; found.len()];
    if let Some(state) = state.get_mut(root) {
        *state = 2;
    }
    for start in 0..found.len() {
        let mut path = Vec::new();
        let mut at = start;
        while state.get(at) == Some(&0) {
            if let Some(state) = state.get_mut(at) {
                *state = 1;
            }
            path.push(at);
            at = found.get(at).map_or(root, |entry| entry.0);
        }
        if state.get(at) != Some(&2)
            && let Some(entry) = path.last().and_then(|last| found.get_mut(*last))
        {
            entry.0 = root;
        }
        for index in path {
            if let Some(state) = state.get_mut(index) {
                *state = 2;
            }
        }
    }
}

/// A participle right behind a form of "be": "were condemned".
fn is_passive(words: &[SyntaxWord], index: usize) -> bool {
    let tag = |at: Option<usize>| at.and_then(|at| words.get(at)).map(|word| word.upos);
    tag(Some(index)) == Some(Upos::Verb)
        && (tag(index.checked_sub(1)) == Some(Upos::Aux)
            || (tag(index.checked_sub(1)) == Some(Upos::Adv)
                && tag(index.checked_sub(2)) == Some(Upos::Aux)))
}
