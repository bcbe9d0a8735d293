//! What tokens add to the first layer of the encoder: kept, since most tokens of a text come again.

use crate::mentions::hints::HINTS;
use crate::models::Language;
use crate::models::features::{SHAPES, TokenFeatures};
use crate::models::layer::{Layer, Lists, Pair};
use crate::models::vocabulary;
use wide::i32x4;

/// Tokens that are kept at most: a power of two.
const KEPT: usize = 1 << 11;

/// Sums by the features of tokens. A token that comes anew takes the place of another with the same
/// hash.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// By hash: features, and the number of their sums; 0 for none, else one more.
    places: Vec<(TokenFeatures, u32)>,
    sums: Vec<i32x4>,
    units: Vec<i16>,
    lists: Lists,
}

impl Known {
    /// What a token adds as the token before another, as itself, and as the token after another.
    pub(super) fn sums(
        &mut self,
        token: &TokenFeatures,
        layer: &[Layer; 3],
        model: &Language,
    ) -> &[i32x4] {
        let size = layer.len() * layer[0].bias().len();
        self.places.resize(KEPT, (TokenFeatures::default(), 0));
        let hash = token.word ^ (u32::from(token.shape) << 4) ^ u32::from(token.hint);
        let Some((features, number)) = self.places.get_mut(hash as usize % KEPT) else {
            return &[];
        };
        let is_known = *number > 0 && features == token;
        if *number == 0 {
            self.sums.resize(self.sums.len() + size, i32x4::ZERO);
            *number = (self.sums.len() / size.max(1)) as u32;
        }
        *features = *token;
        let start = (*number as usize).saturating_sub(1) * size;
        if !is_known {
            self.units.clear();
            self.units.resize(model.input(), 0);
            embed(token, &mut self.units, model);
            self.lists.clear();
            self.lists.push(&self.units);
            let sums = self.sums.get_mut(start..start + size).unwrap_or_default();
            sums.fill(i32x4::ZERO);
            add(self.lists.list(0), layer, sums);
            for row in [usize::from(token.shape), SHAPES + usize::from(token.hint)] {
                let small = model.small.get(row * size..(row + 1) * size).unwrap_or_default();
                for (sum, small) in sums.iter_mut().zip(small) {
                    *sum += *small;
                }
            }
        }
        self.sums.get(start..start + size).unwrap_or_default()
    }
}

/// Adds what units add to each part of a layer.
fn add(units: &[Pair], layer: &[Layer; 3], sums: &mut [i32x4]) {
    let size = layer[0].bias().len().max(1);
    for (layer, sums) in layer.iter().zip(sums.chunks_mut(size)) {
        layer.add(units, sums);
    }
}

/// What each shape, and then each hint, adds to the first layer: they are few, and every token has
/// one of each.
pub(crate) fn small(model: &Language) -> Vec<i32x4> {
    let Some(layer) = model.layers.first() else { return Vec::new() };
    let (shape, hint) = (&model.shape, &model.hint);
    let hints = model.input() - hint.columns;
    let rows = (0..SHAPES).map(|row| (shape.row(row), hints - shape.columns));
    let rows = rows.chain((0..HINTS).map(|row| (hint.row(row), hints)));
    let size = layer.len() * layer[0].bias().len();
    let mut small = vec![i32x4::ZERO; (SHAPES + HINTS) * size];
    let mut lists = Lists::default();
    for ((row, place), sums) in rows.zip(small.chunks_mut(size.max(1))) {
        let mut units = vec![0; model.input()];
        for (unit, value) in units.iter_mut().skip(place).zip(row) {
            *unit = *value;
        }
        lists.clear();
        lists.push(&units);
        add(lists.list(0), layer, sums);
    }
    small
}

/// The units of a token but those of its shape and hint.
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::Models;

    #[test]
    fn what_is_kept_is_what_is_computed() {
        let model = Models::built_in().language;
        let layer = &model.layers[0];
        let mut known = Known::default();
        // More tokens than are kept, some of them again at once and some after others.
        for round in 0..3 {
            for at in (0..3 * KEPT as u32).step_by(7) {
                let word = at.wrapping_mul(0x9e37_79b1) >> 3;
                let token = TokenFeatures { word, shape: (at % 5) as u8, ..Default::default() };
                let fresh = Known::default().sums(&token, layer, &model).to_vec();
                assert_eq!(known.sums(&token, layer, &model), fresh, "round {round}");
                assert_eq!(known.sums(&token, layer, &model), fresh, "round {round}");
            }
        }
    }
}
