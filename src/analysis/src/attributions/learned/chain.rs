//! A chain of labels (a linear-chain conditional random field, Lafferty et al. 2001) and its best
//! sequence of states (Viterbi).
//!
//! A state has a label; several states may share one, so that a grammar can remember what came
//! before (a source, say) while the weights need not.

/// Most labels of a chain.
pub const LABELS: usize = 4;
/// Most states of a chain.
pub(super) const STATES: usize = 8;

/// Which states may follow each other. Masks have a bit a state.
#[derive(Clone, Copy, Debug)]
pub struct Grammar {
    /// Label of each state.
    pub labels: &'static [u8],
    /// States that may stand before each state.
    pub(super) before: &'static [u8],
    /// States that may come first.
    pub(super) first: u8,
}

/// The score of each label at a place.
pub type Scores = [f32; LABELS];

/// The scores of a sequence, before a path is chosen.
#[derive(Clone, Debug, Default)]
pub struct Scored {
    /// Of each label at each place.
    pub singles: Vec<Scores>,
    /// Of each pair of labels at each place and the one before.
    pub pairs: Vec<[f32; LABELS * LABELS]>,
}

impl Scored {
    /// With room for so many places.
    pub(super) fn with_room(places: usize) -> Self {
        Self { singles: Vec::with_capacity(places), pairs: Vec::with_capacity(places) }
    }

    /// Adds a place by the scores of its labels but the first, which are counted from that one.
    pub(super) fn push(&mut self, labels: [f32; 2], pairs: [f32; LABELS * LABELS]) {
        self.singles.push([0.0, labels[0], labels[1], 0.0]);
        self.pairs.push(pairs);
    }
}

/// The places of a mask's bits, lowest first.
pub(super) fn bits(mask: u8) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(mask), |mask| Some(mask & mask.wrapping_sub(1)))
        .take_while(|mask| *mask != 0)
        .map(|mask| mask.trailing_zeros() as usize)
}

/// The best sequence of states that the grammar and the masks allow, and its score.
pub fn best(grammar: &Grammar, scored: &Scored, masks: &[u8]) -> (Vec<u8>, f32) {
    let mut totals = [f32::NEG_INFINITY; STATES];
    let mut ways: Vec<[u8; STATES]> = Vec::with_capacity(masks.len());
    let mut mask_before = None;
    for ((mask, singles), pairs) in masks.iter().zip(&scored.singles).zip(&scored.pairs) {
        let mut next = [f32::NEG_INFINITY; STATES];
        let mut way = [0_u8; STATES];
        for state in bits(*mask) {
            let label = usize::from(grammar.labels[state]);
            let own = singles[label];
            let Some(mask_before) = mask_before else {
                if grammar.first >> state & 1 == 1 {
                    next[state] = own;
                }
                continue;
            };
            for before in bits(grammar.before[state] & mask_before) {
                let pair = pairs[usize::from(grammar.labels[before]) * LABELS + label];
                let total = totals[before] + own + pair;
                if total > next[state] {
                    next[state] = total;
                    way[state] = before as u8;
                }
            }
        }
        mask_before = Some(*mask);
        totals = next;
        ways.push(way);
    }
    let mut state = (0..grammar.labels.len())
        .fold(0, |best, at| if totals[at] > totals[best] { at } else { best });
    let total = totals[state];
    let mut path = vec![0; masks.len()];
    for at in (0..masks.len()).rev() {
        path[at] = state as u8;
        state = usize::from(ways[at][state]);
    }
    (path, total)
}
