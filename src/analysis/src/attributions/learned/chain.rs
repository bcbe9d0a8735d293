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

/// A step from a state to another, with the place of its pair of labels.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Step {
    pub(super) before: u8,
    pub(super) state: u8,
    pub(super) pair: u8,
}

impl Step {
    /// The states before and after, and the pair.
    pub(super) const fn places(self) -> (usize, usize, usize) {
        let Self { before, state, pair } = self;
        (before as usize % STATES, state as usize % STATES, pair as usize % (LABELS * LABELS))
    }
}

/// The steps between two masks: most places have the same as the one before.
#[derive(Debug)]
pub(super) struct Steps {
    masks: (u8, u8),
    /// All steps that the grammar allows, by the state that they lead to.
    list: [Step; STATES * STATES],
    length: usize,
    /// Their pairs of labels, a bit each.
    pub(super) pairs: u32,
    /// The labels of the states that they lead to, a bit each.
    pub(super) labels: u32,
}

impl Steps {
    /// No steps yet.
    pub(super) const fn new() -> Self {
        let none = Step { before: 0, state: 0, pair: 0 };
        Self { masks: (0, 0), list: [none; STATES * STATES], length: 0, pairs: 0, labels: 0 }
    }

    /// Turns to other masks.
    pub(super) fn turn(&mut self, grammar: &Grammar, before: u8, mask: u8) {
        if self.masks == (before, mask) {
            return;
        }
        self.masks = (before, mask);
        (self.length, self.pairs, self.labels) = (0, 0, 0);
        for state in bits(mask) {
            let label = grammar.labels[state];
            self.labels |= 1 << label;
            for before in bits(grammar.before[state] & before) {
                let pair = grammar.labels[before] * LABELS as u8 + label;
                self.pairs |= 1 << pair;
                self.list[self.length] = Step { before: before as u8, state: state as u8, pair };
                self.length += 1;
            }
        }
    }

    /// All steps.
    pub(super) fn list(&self) -> &[Step] {
        self.list.get(..self.length).unwrap_or_default()
    }
}

/// The best sequence of states that the grammar and the masks allow, and its score.
pub fn best(grammar: &Grammar, scored: &Scored, masks: &[u8]) -> (Vec<u8>, f32) {
    let mut totals = [f32::NEG_INFINITY; STATES];
    let mut ways: Vec<[u8; STATES]> = Vec::with_capacity(masks.len());
    let mut steps = Steps::new();
    let mut mask_before = None;
    for ((mask, singles), pairs) in masks.iter().zip(&scored.singles).zip(&scored.pairs) {
        let mut next = [f32::NEG_INFINITY; STATES];
        let mut way = [0_u8; STATES];
        if let Some(before) = mask_before {
            steps.turn(grammar, before, *mask);
            for step in steps.list() {
                let (before, state, pair) = step.places();
                let total = totals[before] + singles[pair % LABELS] + pairs[pair];
                if total > next[state] {
                    next[state] = total;
                    way[state] = before as u8;
                }
            }
        } else {
            for state in bits(*mask & grammar.first) {
                next[state] = singles[usize::from(grammar.labels[state])];
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
