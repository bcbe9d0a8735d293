//! Integer arithmetic on weights that stay where they are.
//!
//! A unit is a 16-bit number that counts in 1/256; a weight is a byte times its matrix's step.
//! Sums are 32 bits wide and cannot overflow: at most 1,024 products of 15 and 7 bits. Every
//! operation is exact or rounds in one fixed way, so every machine gives the same.

use super::format::{Entry, STEP_UNIT, entry};

/// Units count in this part of one.
pub(crate) const UNIT: i32 = 256;

/// Weights of a model, borrowed from its file.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Matrix<'m> {
    pub(crate) columns: usize,
    /// In 1/4096.
    step: i32,
    weights: &'m [u8],
}

impl<'m> Matrix<'m> {
    /// The matrix of a file by name; an empty one if the file lacks it.
    pub(crate) fn open(file: &'m [u8], name: &str) -> Self {
        let found = entry(file, name).and_then(|Entry { rows, columns, step, start }| {
            let weights = file.get(start..start + rows * columns)?;
            Some(Self { columns, step, weights })
        });
        found.unwrap_or_default()
    }

    /// Number of rows.
    pub(crate) fn rows(&self) -> usize {
        self.weights.len() / self.columns.max(1)
    }

    /// The bytes of a row.
    pub(crate) fn row(&self, row: usize) -> &'m [u8] {
        self.weights.get(row * self.columns..(row + 1) * self.columns).unwrap_or_default()
    }

    /// All bytes.
    pub(crate) fn bytes(&self) -> &'m [u8] {
        self.weights
    }

    /// Adds a row, in units.
    pub(crate) fn add_row(&self, row: usize, to: &mut [i16]) {
        // A step counts in 1/4096 and a unit in 1/256.
        for (to, weight) in to.iter_mut().zip(self.row(row)) {
            let value = i32::from(weight.cast_signed()) * self.step;
            *to = to.saturating_add(((value + 8) >> 4) as i16);
        }
    }

    /// One output: a row holds the weights of all inputs, then the bias. In units.
    pub(crate) fn output(&self, row: usize, x: &[i16]) -> i32 {
        let weights = self.row(row);
        let (weights, bias) = weights.split_at(x.len().min(weights.len()));
        let bias = bias.first().map_or(0, |bias| i32::from(bias.cast_signed()) * UNIT);
        let sum = i64::from(dot(x, weights) + bias) * i64::from(self.step);
        ((sum + i64::from(STEP_UNIT / 2)) >> 12) as i32
    }

    /// All outputs from row `from` on, cut to 16 bits.
    pub(crate) fn outputs(&self, from: usize, x: &[i16], to: &mut [i16]) {
        for (at, to) in to.iter_mut().enumerate() {
            *to = narrow(self.output(from + at, x));
        }
    }
}

/// Cuts off what is below zero.
pub(crate) fn rectify(units: &mut [i16]) {
    for unit in units {
        *unit = (*unit).max(0);
    }
}

/// Cut to 16 bits.
pub(crate) fn narrow(value: i32) -> i16 {
    value.clamp(i16::MIN.into(), i16::MAX.into()) as i16
}

/// Sum of products.
fn dot(x: &[i16], weights: &[u8]) -> i32 {
    x.iter().zip(weights).map(|(x, weight)| i32::from(*x) * i32::from(weight.cast_signed())).sum()
}
