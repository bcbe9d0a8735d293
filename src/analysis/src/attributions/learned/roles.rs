//! Labels and states of words when the source and content of a given cue are sought.

use super::chain::Grammar;
use super::text::Text;
use std::ops::Range;

pub use super::scene::Scene;

/// Labels.
const OUT: u8 = 0;
pub(super) const SOURCE: u8 = 1;
pub(super) const CONTENT: u8 = 2;
const CUE: u8 = 3;

/// States: a source is one run of words, so the states after it are others than those before it.
const OUT_BEFORE: u8 = 0;
const CONTENT_BEFORE: u8 = 1;
const CUE_BEFORE: u8 = 2;
/// In the source.
pub const IN_SOURCE: u8 = 3;
const OUT_AFTER: u8 = 4;
const CONTENT_AFTER: u8 = 5;

/// At most one run of source.
pub const GRAMMAR: Grammar = Grammar {
    labels: &[OUT, CONTENT, CUE, SOURCE, OUT, CONTENT, CUE],
    before: &[0b111, 0b111, 0b111, 0b1111, 0b111_1000, 0b111_1000, 0b111_1000],
    first: 0b1111,
};

/// States of a word that is no part of the cue, and of one that is.
pub(super) const FREE: u8 = 0b011_1011;
pub(super) const ON_CUE: u8 = 0b100_0100;

/// States of content.
const IN_CONTENT: u8 = 1 << CONTENT_BEFORE | 1 << CONTENT_AFTER;

/// Whether a state is that of content.
pub fn is_content(state: u8) -> bool {
    IN_CONTENT >> state & 1 == 1
}

/// The states of a mask that are not those of content.
pub fn without_content(mask: u8) -> u8 {
    mask & !IN_CONTENT
}

/// Words at either side of a cue that may have a role.
const FARTHEST: usize = 110;

/// The words that may have a role: those of the paragraph that are not too far from the cue.
pub fn window(text: &Text, cue: &Range<usize>) -> Range<usize> {
    cue.start.saturating_sub(FARTHEST)..text.words.len().min(cue.end + FARTHEST)
}

/// The states along a window that mean a cue's source (empty for none) and content.
pub fn path(
    window: Range<usize>,
    cue: &Range<usize>,
    source: &Range<usize>,
    content: &[Range<usize>],
) -> Vec<u8> {
    let in_content = |at: usize| content.iter().any(|run| run.contains(&at));
    // Before the source, in it, and after it.
    let (mut begun, mut ended) = (false, false);
    window
        .map(|at| {
            let on_cue = cue.contains(&at);
            if source.contains(&at) && !on_cue && !ended {
                begun = true;
                return IN_SOURCE;
            }
            ended |= begun;
            let state = if on_cue {
                CUE_BEFORE
            } else if in_content(at) {
                CONTENT_BEFORE
            } else {
                OUT_BEFORE
            };
            if ended { state + OUT_AFTER } else { state }
        })
        .collect()
}
