//! The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011) with the root at
//! the end of the buffer.
//!
//! What always holds: after at most 2n steps every token has one head, heads form a tree under one
//! root, and no arcs cross.

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// The first token of the buffer goes onto the stack.
    Shift = 0,
    /// The top of the stack becomes a dependent of the first token of the buffer.
    Left = 1,
    /// The top of the stack becomes a dependent of the token below it.
    Right = 2,
}

/// All moves, in the order of their scores.
pub const MOVES: [Move; 3] = [Move::Shift, Move::Left, Move::Right];

/// No token.
pub const NONE: u16 = u16::MAX;

/// A tree in the making. Token `len` is the root.
#[derive(Clone, Debug, Default)]
pub struct State {
    stack: Vec<u16>,
    next: u16,
    len: u16,
    /// Head of each token, [`NONE`] while it has none; `len` is the root.
    pub heads: Vec<u16>,
    /// Relation of each token to its head.
    pub labels: Vec<u8>,
    /// Outermost dependents of each token on the left and on the right.
    outer: Vec<[u16; 2]>,
    /// Number of dependents of each token on the left and on the right.
    valency: Vec<[u8; 2]>,
}

impl State {
    /// Starts on a sentence of `len` tokens; buffers are used again.
    pub fn start(&mut self, len: usize) {
        self.stack.clear();
        self.next = 0;
        self.len = len as u16;
        self.heads.clear();
        self.heads.resize(len, NONE);
        self.labels.clear();
        self.labels.resize(len, 0);
        self.outer.clear();
        self.outer.resize(len + 1, [NONE; 2]);
        self.valency.clear();
        self.valency.resize(len + 1, [0; 2]);
    }

    /// Whether the tree is complete.
    pub fn is_done(&self) -> bool {
        self.next == self.len && self.stack.is_empty()
    }

    /// The token at a depth of the stack; 0 is the top.
    pub fn stack(&self, depth: usize) -> u16 {
        self.stack
            .len()
            .checked_sub(depth + 1)
            .and_then(|at| self.stack.get(at))
            .copied()
            .unwrap_or(NONE)
    }

    /// All of the stack, the top last.
    pub fn stack_tokens(&self) -> &[u16] {
        &self.stack
    }

    /// The token at a place of the buffer; the root is its last.
    pub fn buffer(&self, place: usize) -> u16 {
        let at = usize::from(self.next) + place;
        if at <= usize::from(self.len) { at as u16 } else { NONE }
    }

    /// The outermost dependents of a token, left and right.
    pub fn outer(&self, token: u16) -> [u16; 2] {
        self.outer.get(usize::from(token)).copied().unwrap_or([NONE; 2])
    }

    /// How many dependents a token has, left and right.
    pub fn valency(&self, token: u16) -> [u8; 2] {
        self.valency.get(usize::from(token)).copied().unwrap_or([0; 2])
    }

    /// Whether a move can be made. One always can while the tree is not complete.
    pub fn can(&self, step: Move) -> bool {
        match step {
            Move::Shift => self.next < self.len,
            // One root only: the last token on the stack.
            Move::Left => !self.stack.is_empty() && (self.next < self.len || self.stack.len() == 1),
            Move::Right => self.stack.len() > 1,
        }
    }

    /// Makes a move that [can](Self::can) be made.
    pub fn make(&mut self, step: Move, label: u8) {
        if step == Move::Shift {
            self.stack.push(self.next);
            self.next += 1;
            return;
        }
        let Some(token) = self.stack.pop() else { return };
        let left = step == Move::Left;
        let head = if left { self.next } else { self.stack(0) };
        let (at, side) = (usize::from(token), usize::from(!left));
        if let Some(place) = self.heads.get_mut(at) {
            *place = head;
        }
        if let Some(place) = self.labels.get_mut(at) {
            *place = label;
        }
        if let Some(place) = self.outer.get_mut(usize::from(head)) {
            place[side] = token;
        }
        if let Some(place) = self.valency.get_mut(usize::from(head)) {
            place[side] = place[side].saturating_add(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn legal(state: &State) -> Vec<Move> {
        MOVES.into_iter().filter(|step| state.can(*step)).collect()
    }

    /// One root, every token reaches it, and every token below an arc hangs from one of its ends.
    fn check(state: &State) {
        let heads: Vec<usize> = state.heads.iter().map(|head| usize::from(*head)).collect();
        let len = heads.len();
        assert_eq!(heads.iter().filter(|head| **head == len).count(), usize::from(len > 0));
        for (at, head) in heads.iter().enumerate() {
            let hangs = |token: usize, from: usize| {
                let up = |token: &usize| heads.get(*token).copied();
                std::iter::successors(Some(token), up).take(len + 1).any(|token| token == from)
            };
            assert!(hangs(at, len), "no way from {at} to the root: {heads:?}");
            let below = at.min(*head) + 1..at.max(*head);
            let fits = *head == len || below.into_iter().all(|token| hangs(token, *head));
            assert!(fits, "an arc crosses that from {head} to {at}: {heads:?}");
        }
    }

    /// All trees that moves can make from here; their number.
    fn try_all(state: &State, moves: usize) -> usize {
        assert!(moves <= 2 * state.heads.len());
        if state.is_done() {
            check(state);
            return 1;
        }
        let steps = legal(state);
        assert!(!steps.is_empty(), "no move from {state:?}");
        let after = |step: &Move| {
            let mut next = state.clone();
            next.make(*step, 1);
            try_all(&next, moves + 1)
        };
        steps.iter().map(after).sum()
    }

    #[test]
    fn all_moves_on_short_sentences_make_trees() {
        for len in 0..7 {
            let mut state = State::default();
            state.start(len);
            assert!(try_all(&state, 0) > 0);
        }
    }

    proptest! {
        #[test]
        fn any_moves_make_a_tree(len in 0_usize..60, choices in prop::collection::vec(0_usize..6, 120)) {
            let mut state = State::default();
            // What an earlier sentence left must not matter.
            state.start(9);
            state.make(Move::Shift, 0);
            state.start(len);
            for choice in choices.iter().take(2 * len) {
                prop_assert!(!state.is_done());
                let steps = legal(&state);
                prop_assert!(!steps.is_empty());
                state.make(steps[choice % steps.len()], *choice as u8);
            }
            prop_assert!(state.is_done() && legal(&state).is_empty());
            check(&state);
        }
    }

    #[test]
    fn the_state_knows_what_it_made() {
        let mut state = State::default();
        state.start(4);
        for (step, label) in [
            (Move::Shift, 0),
            (Move::Left, 5),
            (Move::Shift, 0),
            (Move::Shift, 0),
            (Move::Right, 6),
            (Move::Shift, 0),
            (Move::Right, 7),
        ] {
            assert!(state.can(step));
            state.make(step, label);
        }
        assert_eq!(
            (state.heads.as_slice(), state.labels.as_slice()),
            (&[1, NONE, 1, 1][..], &[5, 0, 6, 7][..])
        );
        assert_eq!((state.outer(1), state.valency(1)), ([0, 3], [1, 2]));
        assert_eq!(
            (state.stack(0), state.stack(1), state.buffer(0), state.buffer(1)),
            (1, NONE, 4, NONE)
        );
        assert_eq!((state.outer(NONE), state.valency(NONE)), ([NONE; 2], [0; 2]));
        assert_eq!(legal(&state), [Move::Left]);
        state.make(Move::Left, 8);
        assert!(state.is_done());
        check(&state);
    }
}
