//! The learned parser: one pass, always the best next move (greedy arc-hybrid). A token is
//! projected for each of its roles once, when it first plays it.
//!
//! What always holds: every sentence becomes one tree, its root and no other token has the label of
//! a root; time grows with its length.

use super::encoder::Encoded;
use super::transitions::{MOVES, Move, State};
use super::view::{VIEWS, facts, views};
use crate::models::Language;
use crate::models::labels::{LABELS, ROOT};
use crate::models::matrix::rectify;

/// Room for parsing that is used again from sentence to sentence.
#[derive(Debug, Default)]
pub(crate) struct Parser {
    /// The tree of the sentence parsed last.
    pub(crate) state: State,
    made: Vec<bool>,
    projected: Vec<i16>,
    hidden: Vec<i16>,
}

impl Parser {
    /// Parses a sentence; the tree is in `state`.
    pub(crate) fn parse(&mut self, encoded: &Encoded, model: &Language) {
        let (len, width) = (encoded.len(), model.facts.columns);
        self.state.start(len);
        self.made.clear();
        self.made.resize(VIEWS * len, false);
        self.projected.resize((VIEWS * len * width).max(self.projected.len()), 0);
        self.hidden.resize(width, 0);
        while !self.state.is_done() {
            self.see(encoded, model);
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
    fn see(&mut self, encoded: &Encoded, model: &Language) {
        let (len, width) = (encoded.len(), model.facts.columns);
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
                if let Some(matrix) = model.views.get(view) {
                    matrix.outputs(0, encoded.token(token), projection);
                }
            }
            for (unit, part) in self.hidden.iter_mut().zip(projection) {
                *unit = unit.saturating_add(*part);
            }
        }
        facts(&self.state, &tokens, len, |fact| model.facts.add_row(fact, &mut self.hidden));
        rectify(&mut self.hidden);
    }

    fn best_move(&self, model: &Language) -> Move {
        let mut best: Option<(i32, Move)> = None;
        for step in MOVES {
            if !self.state.can(step) {
                continue;
            }
            let score = model.step.output(step as usize, &self.hidden);
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, step));
            }
        }
        best.map_or(Move::Shift, |(_, step)| step)
    }

    /// The best label of a token whose head is another token.
    fn best_label(&self, step: Move, model: &Language) -> u8 {
        let from = if step == Move::Left { 0 } else { LABELS.len() };
        let score = |label| match label {
            ROOT => i32::MIN,
            _ => model.label.output(from + label, &self.hidden),
        };
        best(LABELS.len(), score) as u8
    }
}

/// The first of the highest scores.
pub(crate) fn best(count: usize, score: impl Fn(usize) -> i32) -> usize {
    let mut found = (0, i32::MIN);
    for at in 0..count {
        let score = score(at);
        if score > found.1 {
            found = (at, score);
        }
    }
    found.0
}
