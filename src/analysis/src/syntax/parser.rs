//! The learned parser: one pass, always the best next move (greedy arc-hybrid). A token is
//! projected for each of its roles once, when it first plays it.
//!
//! What always holds: every sentence becomes one tree, its root and no other token has the label of
//! a root; time grows with its length.

use super::encoder::Encoded;
use super::transitions::{MOVES, Move, State};
use super::view::{MOST_FACTS, VIEWS, facts, views};
use crate::models::Language;
use crate::models::labels::ROOT;
use crate::models::layer::{Lists, add_all};
use wide::i32x4;

/// Room for parsing that is used again from sentence to sentence.
#[derive(Debug, Default)]
pub(crate) struct Parser {
    /// The tree of the sentence parsed last.
    pub(crate) state: State,
    /// Tokens as the parser sees them.
    tokens: Lists,
    token: Vec<i16>,
    made: Vec<bool>,
    projected: Vec<i16>,
    hidden: Vec<i16>,
    /// The hidden layer as others take it.
    seen: Lists,
    sums: Vec<i32x4>,
}

impl Parser {
    /// Parses a sentence; the tree is in `state`.
    pub(crate) fn parse(&mut self, encoded: &Encoded, model: &Language) {
        let (len, width) = (encoded.len(), model.facts.columns);
        self.state.start(len);
        self.token.resize(model.narrow.outputs, 0);
        self.tokens.clear();
        for at in 0..len {
            model.narrow.units(encoded.lists().list(at), 0, &mut self.sums, &mut self.token);
            self.tokens.push(&self.token);
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
        let tokens = views(&self.state);
        let mut rows = [&[][..]; VIEWS + MOST_FACTS];
        let mut count = 0;
        let slot = |view: usize, token: &u16| {
            let token = usize::from(*token);
            (token < len).then_some((view * len + token, token))
        };
        for (view, token) in tokens.iter().enumerate() {
            let Some((slot, token)) = slot(view, token) else { continue };
            let made = self.made.get_mut(slot).filter(|made| !**made);
            let layer = model.views.get(view);
            let projection = self.projected.get_mut(slot * width..(slot + 1) * width);
            if let (Some(made), Some(layer), Some(projection)) = (made, layer, projection) {
                *made = true;
                layer.units(self.tokens.list(token), i16::MIN, &mut self.sums, projection);
            }
        }
        let mut hold = |row| {
            if let Some(place) = rows.get_mut(count) {
                *place = row;
            }
            count += 1;
        };
        for (view, token) in tokens.iter().enumerate() {
            let Some((slot, _)) = slot(view, token) else { continue };
            hold(self.projected.get(slot * width..(slot + 1) * width).unwrap_or_default());
        }
        facts(&self.state, &tokens, len, |fact| hold(model.facts.row(fact)));
        add_all(rows.get(..count).unwrap_or_default(), &mut self.hidden);
        self.seen.clear();
        self.seen.push(&self.hidden);
    }

    fn best_move(&mut self, model: &Language) -> Move {
        let can = |at: usize| MOVES.get(at).is_some_and(|step| self.state.can(*step));
        let best = model.step.best(self.seen.list(0), &mut self.sums, can);
        MOVES.get(best).copied().unwrap_or(Move::Shift)
    }

    /// The best label of a token whose head is another token.
    fn best_label(&mut self, step: Move, model: &Language) -> u8 {
        let [left, right] = &model.labels;
        let layer = if step == Move::Left { left } else { right };
        layer.best(self.seen.list(0), &mut self.sums, |label| label != ROOT) as u8
    }
}
