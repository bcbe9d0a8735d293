//! From what each cue wants to the attributions of a text. A word is the content of one cue only;
//! cues may share a source ("she said …, adding …").

use super::data::Attribution;
use super::roles;
use std::ops::Range;

/// What a cue wants.
#[derive(Clone, Debug)]
pub(super) struct Wish {
    pub(super) cue: Range<usize>,
    pub(super) window: Range<usize>,
    /// State of each word of the window.
    pub(super) path: Vec<u8>,
}

/// Joins the wishes of a text's cues. A word wanted by several goes to the nearest.
pub(super) fn join(wishes: &[Wish], len: usize) -> Vec<Attribution> {
    let mut owner: Vec<Option<(usize, usize)>> = vec![None; len];
    for (number, wish) in wishes.iter().enumerate() {
        for (at, state) in wish.window.clone().zip(&wish.path) {
            if !is_content(*state) {
                continue;
            }
            let distance = distance(&wish.cue, at);
            if owner[at].is_none_or(|(_, other)| distance < other) {
                owner[at] = Some((number, distance));
            }
        }
    }
    let attributions = wishes.iter().enumerate().map(|(number, wish)| {
        let owned = |at: usize| owner[at].is_some_and(|(owner, _)| owner == number);
        attribution(wish, owned)
    });
    attributions.filter(|found| !found.content.is_empty()).collect()
}

fn is_content(state: u8) -> bool {
    matches!(state, roles::CONTENT_BEFORE | roles::CONTENT_AFTER)
}

fn distance(cue: &Range<usize>, at: usize) -> usize {
    cue.start.saturating_sub(at).max((at + 1).saturating_sub(cue.end))
}

/// The attribution of a path, of the words that it owns.
pub(super) fn attribution(wish: &Wish, owned: impl Fn(usize) -> bool) -> Attribution {
    let mut found = Attribution {
        cue: wish.cue.clone(),
        source: wish.cue.start..wish.cue.start,
        content: Vec::new(),
    };
    for (at, state) in wish.window.clone().zip(&wish.path) {
        match *state {
            roles::IN_SOURCE if found.source.end == at && !found.source.is_empty() => {
                found.source.end += 1;
            }
            roles::IN_SOURCE if found.source.is_empty() => found.source = at..at + 1,
            roles::CONTENT_BEFORE | roles::CONTENT_AFTER if owned(at) => {
                match found.content.last_mut().filter(|run| run.end == at) {
                    Some(run) => run.end += 1,
                    None => found.content.push(at..at + 1),
                }
            }
            _ => {}
        }
    }
    found
}
