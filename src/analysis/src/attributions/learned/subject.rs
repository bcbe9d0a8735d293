//! Whose word a cue is, by the parse: its own subject, or that of a word which it hangs from.
//!
//! "She left and said", "she left, saying", "the man who said", "his claim": the subject is found on
//! the way up. Where the parse shows none, there is none.

use super::cues::relation;
use super::key::key;
use super::text::Text;
use crate::document::{Relation, Upos};
use std::ops::Range;

/// Steps up from a cue that are tried.
const FARTHEST: usize = 6;

/// The words of a subject, and how it was found.
#[derive(Clone, Debug, Default)]
pub(super) struct Subject {
    pub(super) words: Range<usize>,
    /// Its head among them.
    pub(super) head: usize,
    /// By which way; 0 when none was found.
    pub(super) way: u32,
}

/// The subject of a cue by its head.
pub(super) fn subject_of(text: &Text, head: usize) -> Subject {
    let mut at = head;
    let mut way = 0;
    for step in 0..FARTHEST as u32 {
        let word = &text.words[at];
        if let Some((child, how)) = own(text, at, word.upos) {
            return found(text, child, key(way, &[how]), at);
        }
        let Some(above) = word.head.map(|above| above as usize) else { break };
        way = key(step.min(2), &[relation(word), if step > 1 { 0 } else { way }]);
        if word.relation == Relation::Acl {
            return found(text, above, key(way, &[9]), at);
        }
        at = above;
    }
    Subject::default()
}

/// The subject that hangs from a word itself, and how.
fn own(text: &Text, at: usize, upos: Upos) -> Option<(usize, u32)> {
    let mut best = None;
    for child in text.children(at) {
        let child = *child as usize;
        let word = &text.words[child];
        let how = match word.relation {
            Relation::Nsubj if word.passive => 3,
            Relation::Nsubj => 5,
            Relation::Csubj => 2,
            Relation::Nmod if upos == Upos::Noun && child < at => 4,
            Relation::Det if upos == Upos::Noun && word.upos == Upos::Pron => 4,
            _ => continue,
        };
        if best.is_none_or(|(_, other)| how > other) {
            best = Some((child, how));
        }
    }
    best
}

/// The subject with this head: the unbroken run of words below it. What lies beyond the word that
/// the way came from is no part of it.
fn found(text: &Text, head: usize, way: u32, from: usize) -> Subject {
    let below = |at: usize| {
        let mut at = at;
        for _ in 0..30 {
            if at == head {
                return true;
            }
            match text.words[at].head {
                Some(above) if at != from => at = above as usize,
                _ => return false,
            }
        }
        false
    };
    let sentence = text.words[head].sentence;
    let same = |at: &usize| text.words.get(*at).is_some_and(|word| word.sentence == sentence);
    let mut start = head;
    while let Some(before) = start.checked_sub(1).filter(same).filter(|at| below(*at)) {
        start = before;
    }
    let mut end = head + 1;
    while same(&end) && below(end) {
        end += 1;
    }
    Subject { words: start..end, head, way }
}
