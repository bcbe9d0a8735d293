//! The place of a word in the tree, as seen from a cue.
//!
//! Below the cue it is the branch that the word lies in ("in its ccomp"); elsewhere it is how far
//! up the ways meet, and by which relations they came ("two up, the cue by its parataxis, the word
//! by its nsubj").

use super::cues::relation;
use super::key::{apart, key};
use super::text::Text;
use std::ops::Range;

/// Ways longer than this are not followed.
const FARTHEST: usize = 60;

/// A place in the tree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// What it is: the branch, or where the ways meet.
    pub(super) branch: u32,
    /// The word's steps up to the cue or to where the ways meet.
    pub(super) depth: u32,
    /// The first word of the branch: a key of its lemma.
    pub(super) top: u32,
    /// Whether the word is the first or the last of its branch.
    pub(super) edge: u32,
}

/// The word of a cue that the others hang from: its last that hangs from outside.
pub(super) fn head_of(text: &Text, cue: &Range<usize>) -> usize {
    let outside =
        |at: &usize| text.words[*at].head.is_none_or(|head| !cue.contains(&(head as usize)));
    cue.clone().filter(|at| text.words[*at].letters).rev().find(outside).unwrap_or(cue.start)
}

/// The places of a window's words as seen from a cue.
pub(super) fn places(text: &Text, cue: &Range<usize>, window: &Range<usize>) -> Vec<Place> {
    let head = head_of(text, cue);
    let way = way_up(text, head);
    let mut places: Vec<Place> = window
        .clone()
        .map(|at| {
            if text.words[at].sentence == text.words[head].sentence {
                place(text, &way, at)
            } else {
                other(text, head, at)
            }
        })
        .collect();
    for at in 0..places.len() {
        let same = |other: Option<&Place>| {
            other.is_some_and(|other| {
                (other.branch, other.top) == (places[at].branch, places[at].top)
            })
        };
        let first = !same(at.checked_sub(1).and_then(|before| places.get(before)));
        let last = !same(places.get(at + 1));
        places[at].edge = u32::from(first) + 2 * u32::from(last);
    }
    places
}

/// A word and those above it, nearest first.
fn way_up(text: &Text, from: usize) -> Vec<usize> {
    let up = |at: &usize| text.words[*at].head.map(|head| head as usize);
    std::iter::successors(Some(from), up).take(FARTHEST).collect()
}

/// The place of a word in the cue's sentence; `way` leads up from the cue.
fn place(text: &Text, way: &[usize], at: usize) -> Place {
    let mut below = None;
    let mut current = at;
    for depth in 0..FARTHEST as u32 {
        if let Some(up) = way.iter().position(|on_way| *on_way == current) {
            let by = |at: usize| relation(&text.words[at]);
            let own = below.map_or(0, |below| {
                let right = u32::from(below > current);
                2 + 2 * by(below) + right
            });
            let cue = up.checked_sub(1).map_or(0, |before| 1 + by(way[before]));
            return Place {
                branch: key(up.min(3) as u32, &[own, cue]),
                depth: depth.min(4),
                top: below.map_or(0, |below| text.words[below].lemma),
                edge: 0,
            };
        }
        below = Some(current);
        let Some(head) = text.words[current].head else { break };
        current = head as usize;
    }
    Place::default()
}

/// The place of a word in another sentence: how far, and how deep below its root.
fn other(text: &Text, head: usize, at: usize) -> Place {
    let (mut root, mut below_root, mut depth) = (at, at, 0_u32);
    while let Some(above) = text.words[root].head.filter(|_| depth + 1 < FARTHEST as u32) {
        below_root = root;
        root = above as usize;
        depth += 1;
    }
    let far = apart(text.words[head].sentence, text.words[at].sentence, 2);
    Place {
        branch: key(9, &[far, relation(&text.words[below_root])]),
        depth: depth.min(4),
        top: 0,
        edge: 0,
    }
}
