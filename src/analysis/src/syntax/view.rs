//! What the parser sees of a state: a few tokens as the encoder left them, and facts about the
//! tree so far. Training and reading share it; a change raises the feature set.

use super::transitions::{NONE, State};
use crate::models::labels::LABELS;

/// Tokens of the state that the parser sees.
pub const VIEWS: usize = 9;

const RELATIONS: usize = LABELS.len();
const DEPENDENTS: usize = 5;
const DISTANCES: usize = 8;
const VALENCIES: usize = 16;
const AFTER_VIEWS: usize = 2 * VIEWS;
const AFTER_LABELS: usize = AFTER_VIEWS + DEPENDENTS * RELATIONS;
const AFTER_DISTANCES: usize = AFTER_LABELS + 2 * DISTANCES;

/// Number of facts.
pub const FACTS: usize = AFTER_DISTANCES + 3 * VALENCIES;

/// Facts that hold at once, at most.
pub(super) const MOST_FACTS: usize = VIEWS + DEPENDENTS + 2 + 3;

/// The tokens: three of the stack, two of the buffer, outer dependents of the first ones.
pub fn views(state: &State) -> [u16; VIEWS] {
    let (top, below, first) = (state.stack(0), state.stack(1), state.buffer(0));
    let [top_left, top_right] = state.outer(top);
    let [_, below_right] = state.outer(below);
    let [first_left, _] = state.outer(first);
    [
        top,
        below,
        first,
        state.stack(2),
        state.buffer(1),
        top_left,
        top_right,
        below_right,
        first_left,
    ]
}

/// The facts that hold, each as its row; a token that is missing or the root is a fact too.
pub fn facts(state: &State, views: &[u16; VIEWS], len: usize, mut hold: impl FnMut(usize)) {
    for (at, token) in views.iter().enumerate() {
        if *token == NONE {
            hold(2 * at);
        } else if usize::from(*token) == len {
            hold(2 * at + 1);
        }
    }
    let [top, below, first, ..] = *views;
    let [below_left, _] = state.outer(below);
    let dependents = [views[5], views[6], below_left, views[7], views[8]];
    for (at, token) in dependents.into_iter().enumerate() {
        if let Some(label) = state.labels.get(usize::from(token)) {
            hold(AFTER_VIEWS + at * RELATIONS + usize::from(*label));
        }
    }
    if top != NONE {
        if below != NONE {
            hold(AFTER_LABELS + distance(below, top));
        }
        hold(AFTER_LABELS + DISTANCES + distance(top, first));
    }
    for (at, token) in [top, below, first].into_iter().enumerate() {
        if token != NONE {
            let [left, right] = state.valency(token).map(|count| usize::from(count.min(3)));
            hold(AFTER_DISTANCES + at * VALENCIES + 4 * left + right);
        }
    }
}

fn distance(left: u16, right: u16) -> usize {
    match right.saturating_sub(left) {
        gap @ 0..=4 => usize::from(gap.max(1)) - 1,
        5..=6 => 4,
        7..=9 => 5,
        10..=15 => 6,
        _ => 7,
    }
}
