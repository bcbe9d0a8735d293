//! The learned parser: one pass, always the best next move (greedy arc-hybrid). A token is
//! projected for each of its roles once, when it first plays it.
//!
//! What always holds: every sentence becomes one tree, its root and no other token has the label of
//! a root; time grows with its length.

use super::encoder::Encoded;
use super::transitions::{MOVES, Move, State};
use super::view::{VIEWS, facts, views};
use crate::models::Language;
use crate::models::labels::ROOT;
use crate::models::layer::add;
use wide::i32x4;

/// Room for parsing that is used again from sentence to sentence.
#[derive(Debug, Default)]
pub(crate) struct Parser {
    /// The tree of the sentence parsed last.
    pub(crate) state: State,
    /// Tokens as the parser sees them.
    tokens: Vec<i16>,
    made: Vec<bool>,
    projected: Vec<i16>,
    hidden: Vec<i16>,
    sums: Vec<i32x4>,
}

impl Parser {
    /// Parses a sentence; the tree is in `state`.
    pub(crate) fn parse(&mut self, encoded: &Encoded, model: &Language) {
        let (len, width) = (encoded.len(), model.facts.columns);
        self.state.start(len);
        let narrow = model.narrow.outputs;
        self.tokens.clear();
        self.tokens.resize(len * narrow, 0);
        for (at, token) in self.tokens.chunks_mut(narrow.max(1)).enumerate() {
            model.narrow.units(encoded.token(at), 0, &mut self.sums, token);
        }
        self.made.clear();
        self.made.resize(VIEWS * len, false);
        self.projected.resize((VIEWS * len * width).max(self.projected.len()), 0);
        self.hidden.resize(width, 0);
        while !self.state.is_done() {
            self.see(len, model);
            let step = self.best_move(model);
            let label = match step {
                Move::Shift => 0,
                Move::Left if usize::from(self.state.buffer(0)) == len => ROOT as u8,
                Move::Left | Move::Right => self.best_label(step, model),
            };
            self.state.make(step, label);
        }
    }

    /// Fills the hidden layer for the state as it is.
    fn see(&mut self, len: usize, model: &Language) {
        let width = model.facts.columns;
        self.hidden.fill(0);
        let tokens = views(&self.state);
        for (view, token) in tokens.iter().enumerate() {
            let token = usize::from(*token);
            if token >= len {
                continue;
            }
            let slot = view * len + token;
            let range = slot * width..(slot + 1) * width;
            let Some(projection) = self.projected.get_mut(range) else { continue };
            if let Some(made) = self.made.get_mut(slot).filter(|made| !**made) {
                *made = true;
                if let Some(layer) = model.views.get(view) {
                    let narrow = model.narrow.outputs;
                    let x = self.tokens.get(token * narrow..(token + 1) * narrow);
                    layer.units(x.unwrap_or_default(), i16::MIN, &mut self.sums, projection);
                }
            }
            add(projection, &mut self.hidden);
        }
        facts(&self.state, &tokens, len, |fact| model.facts.add(fact, &mut self.hidden));
        for unit in &mut self.hidden {
            *unit = (*unit).max(0);
        }
    }

    fn best_move(&mut self, model: &Language) -> Move {
        let can = |at: usize| MOVES.get(at).is_some_and(|step| self.state.can(*step));
        let best = model.step.best(&self.hidden, &mut self.sums, can);
        MOVES.get(best).copied().unwrap_or(Move::Shift)
    }

    /// The best label of a token whose head is another token.
    fn best_label(&mut self, step: Move, model: &Language) -> u8 {
        let [left, right] = &model.labels;
        let layer = if step == Move::Left { left } else { right };
        layer.best(&self.hidden, &mut self.sums, |label| label != ROOT) as u8
    }
}
