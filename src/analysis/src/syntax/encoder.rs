//! From features to encoded tokens: embeddings, then convolutions over three tokens each, every
//! one added to what was before. Integers throughout; buffers are used again.

use super::known::Known;
use crate::models::Language;
use crate::models::features::TokenFeatures;
use crate::models::layer::{Layer, Lists, add};
use wide::i32x4;

/// Encoded tokens of one sentence.
#[derive(Debug, Default)]
pub(crate) struct Encoded {
    len: usize,
    width: usize,
    level: Vec<i16>,
    /// The tokens of the level, as layers take them.
    lists: Lists,
    known: Known,
    sums: Vec<i32x4>,
    units: Vec<i16>,
}

impl Encoded {
    /// Number of tokens.
    pub(crate) const fn len(&self) -> usize {
        self.len
    }

    /// The tokens, as layers take them.
    pub(crate) const fn lists(&self) -> &Lists {
        &self.lists
    }

    /// Encodes a sentence; always with the same model.
    pub(crate) fn read(&mut self, features: &[TokenFeatures], model: &Language) {
        self.len = features.len();
        self.width = model.hidden().max(1);
        self.level.clear();
        self.level.resize(self.len * self.width, 0);
        self.units.resize(self.width, 0);
        if let Some(layer) = model.layers.first() {
            self.first(features, layer, model);
        }
        self.list();
        for layer in model.layers.iter().skip(1) {
            for (at, token) in self.level.chunks_mut(self.width).enumerate() {
                let sums = sum(layer, at, &self.lists, &mut self.sums);
                layer[0].cut(sums, 0, &mut self.units);
                add(&self.units, token);
            }
            self.list();
        }
    }

    /// The first layer: what a token adds to it, for itself and for those beside it, is known from
    /// its features alone.
    fn first(&mut self, features: &[TokenFeatures], layer: &[Layer; 3], model: &Language) {
        let bias = layer[0].bias();
        let vectors = bias.len().max(1);
        self.sums.clear();
        for _ in features {
            self.sums.extend_from_slice(bias);
        }
        for (at, token) in features.iter().enumerate() {
            let known = self.known.sums(token, layer, model);
            // It is the token before the next one, itself, and the token after the last one.
            for (part, known) in known.chunks(vectors).enumerate() {
                let Some(place) = (at + 1).checked_sub(part).map(|at| at * vectors) else {
                    continue;
                };
                let sums = self.sums.get_mut(place..place + vectors).unwrap_or_default();
                for (sum, known) in sums.iter_mut().zip(known) {
                    *sum += *known;
                }
            }
        }
        for (token, sums) in self.level.chunks_mut(self.width).zip(self.sums.chunks(vectors)) {
            layer[0].cut(sums, 0, token);
        }
    }

    fn list(&mut self) {
        self.lists.clear();
        self.level.chunks(self.width).for_each(|token| self.lists.push(token));
    }
}

/// The sums of a layer over a token and those beside it.
pub(super) fn sum<'s>(
    [before, own, after]: &[Layer; 3],
    at: usize,
    lists: &Lists,
    room: &'s mut Vec<i32x4>,
) -> &'s [i32x4] {
    let first = at.checked_sub(1).map_or(&[][..], |at| lists.list(at));
    let sums = before.sums(first, room);
    own.add(lists.list(at), sums);
    after.add(lists.list(at + 1), sums);
    sums
}
