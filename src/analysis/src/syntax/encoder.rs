//! From features to encoded tokens: embeddings, then convolutions over three tokens each, every
//! one added to what was before. Integers throughout; buffers are used again.

use crate::models::Language;
use crate::models::features::TokenFeatures;
use crate::models::layer::add;
use crate::models::vocabulary;
use wide::i32x4;

/// Encoded tokens of one sentence, with a token of zeros before and after.
#[derive(Debug, Default)]
pub(crate) struct Encoded {
    len: usize,
    width: usize,
    level: Vec<i16>,
    below: Vec<i16>,
    sums: Vec<i32x4>,
}

impl Encoded {
    /// Number of tokens.
    pub(crate) const fn len(&self) -> usize {
        self.len
    }

    /// The token at a place.
    pub(crate) fn token(&self, at: usize) -> &[i16] {
        self.level.get((at + 1) * self.width..(at + 2) * self.width).unwrap_or_default()
    }

    /// The tokens around a place: the one before, itself, the one after.
    pub(crate) fn around(&self, at: usize) -> &[i16] {
        self.level.get(at * self.width..(at + 3) * self.width).unwrap_or_default()
    }

    /// Encodes a sentence.
    pub(crate) fn read(&mut self, features: &[TokenFeatures], model: &Language) {
        self.len = features.len();
        self.width = model.input();
        self.level.clear();
        self.level.resize((self.len + 2) * self.width, 0);
        for (token, place) in features.iter().zip(self.level.chunks_mut(self.width.max(1)).skip(1))
        {
            embed(token, place, model);
        }
        for (depth, layer) in model.layers.iter().enumerate() {
            std::mem::swap(&mut self.level, &mut self.below);
            let (from, to) = (self.width, model.hidden());
            self.level.clear();
            self.level.resize((self.len + 2) * to, 0);
            for at in 0..self.len {
                let x = self.below.get(at * from..(at + 3) * from).unwrap_or_default();
                let y = self.level.get_mut((at + 1) * to..(at + 2) * to).unwrap_or_default();
                layer.units(x, 0, &mut self.sums, y);
                if depth > 0 {
                    add(x.get(from..).unwrap_or_default(), y);
                }
            }
            self.width = to;
        }
    }
}

fn embed(token: &TokenFeatures, place: &mut [i16], model: &Language) {
    let mut rest = place;
    let mut part = |columns: usize| {
        let (part, after) = std::mem::take(&mut rest).split_at_mut_checked(columns)?;
        rest = after;
        Some(part)
    };
    if let Some(part) = part(model.word.columns)
        && let Some(row) = vocabulary::row(model.vocabulary, token.word)
    {
        model.word.add(row, part);
    }
    if let Some(part) = part(model.ending.columns) {
        for row in token.endings {
            model.ending.add(row.into(), part);
        }
    }
    if let Some(part) = part(model.beginning.columns) {
        model.beginning.add(token.beginning.into(), part);
    }
    if let Some(part) = part(model.shape.columns) {
        model.shape.add(token.shape.into(), part);
    }
    if let Some(part) = part(model.hint.columns) {
        model.hint.add(token.hint.into(), part);
    }
}
