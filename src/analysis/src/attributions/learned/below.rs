//! What the parse shows around a word: what hangs from it, and what it hangs from.

use super::cues::NONE;
use super::text::{Quoted, Text};
use crate::document::{Relation, Upos};

/// The most cue-like word above, and the relation by which the way down from it begins.
pub(super) fn above(text: &Text, at: usize) -> (u32, u32) {
    let mut found = (0, NONE);
    let mut at = at;
    for _ in 0..12 {
        let Some(word) = text.words.get(at) else { break };
        let Some(head) = word.head else { break };
        let habit = text.words.get(head as usize).map_or(0, |head| head.habits[1]);
        if habit > found.0 {
            found = (habit, word.relation as u32);
        }
        at = head as usize;
    }
    found
}

/// What hangs from a word.
#[derive(Debug, Default)]
pub(super) struct Below {
    /// The set of relations.
    pub(super) set: u32,
    /// The set of those that a reporting word tends to have.
    pub(super) core: u32,
    pub(super) subject: u32,
    pub(super) subject_lemma: u32,
    /// The clause that is its object, with its subordinator.
    pub(super) clause: u32,
    pub(super) mark: u32,
    pub(super) object: u32,
    pub(super) object_lemma: u32,
    pub(super) case: u32,
    pub(super) oblique: u32,
}

impl Below {
    pub(super) fn of(text: &Text, at: usize) -> Self {
        let mut below = Self::default();
        let mut set = 0_u64;
        let mut core = 0;
        for child in text.children(at) {
            let child = *child as usize;
            let Some(word) = text.words.get(child) else { continue };
            let number = word.relation as u32;
            if word.relation != Relation::Punct {
                set |= 1 << number;
            }
            let right = u32::from(child > at);
            match word.relation {
                Relation::Nsubj | Relation::Csubj => {
                    core |= 1 << right;
                    below.subject = 1 + word.upos as u32 + 32 * u32::from(word.passive);
                    let names = matches!(word.upos, Upos::Propn | Upos::Num);
                    below.subject_lemma = if names { 1 } else { word.lemma };
                }
                Relation::Ccomp | Relation::Parataxis => {
                    let parataxis = word.relation == Relation::Parataxis;
                    core |= 4 << right << (2 * u32::from(parataxis));
                    let mark = text.children(child).iter().find_map(|below| {
                        let below = text.words.get(*below as usize)?;
                        (below.relation == Relation::Mark).then_some(below.lemma)
                    });
                    let quoted = word.quoted != Quoted::No;
                    below.clause = mark.unwrap_or(1 + u32::from(quoted) + 2 * right);
                }
                Relation::Xcomp => core |= 64,
                Relation::Obj => {
                    core |= 128;
                    below.object = 1 + word.upos as u32;
                    below.object_lemma = word.lemma;
                }
                Relation::Obl | Relation::Nmod => {
                    core |= 256;
                    let case = text.children(child).iter().find_map(|below| {
                        let below = text.words.get(*below as usize)?;
                        (below.relation == Relation::Case).then_some(below.lemma)
                    });
                    below.oblique = case.unwrap_or(1);
                }
                Relation::Mark => below.mark = word.lemma,
                Relation::Case => below.case = word.lemma,
                Relation::Advcl => core |= 512,
                Relation::Acl => core |= 1024,
                _ => {}
            }
        }
        below.set = (set ^ (set >> 32)) as u32;
        below.core = core;
        below
    }
}
