//! Layers: many sums of products at once, in integers.
//!
//! A unit is a 16-bit number that counts in 1/256. A layer's step is a power of two, so that a sum
//! becomes units by a shift. Sums are 32 bits wide: 512 products of a unit below 128 and a level
//! below 128 fit. Every operation is exact or rounds in one fixed way, so that every machine, with
//! vector instructions or without, gives the same.
//!
//! Weights are laid out once when a model is opened, two inputs beside each other, four outputs to
//! a vector: that is what one multiplication of the processor takes.

use super::format::{Entry, STEP_UNIT, entry};
use wide::bytemuck::cast;
use wide::{i16x8, i32x4, i32x8};

/// Units count in this part of one.
pub(crate) const UNIT: i32 = 256;

/// Vectors of four outputs that are summed in one go: what processors have registers for.
const BLOCK: usize = 8;

/// A layer with its weights laid out.
#[derive(Debug, Default)]
pub(crate) struct Layer {
    /// Number of outputs.
    pub(crate) outputs: usize,
    inputs: usize,
    /// A sum shifted right by this is in units.
    shift: i32,
    /// Block by block of outputs, then pair by pair of inputs.
    weights: Vec<i16x8>,
    /// In the scale of the sums; filled up to whole vectors.
    bias: Vec<i32x4>,
}

impl Layer {
    /// The layer of a file by name: a row an output, its inputs, then its bias if `biased`. An empty
    /// one if the file lacks it.
    pub(crate) fn open(file: &[u8], name: &str, biased: bool) -> Self {
        let found = entry(file, name).and_then(|found| {
            let levels = file.get(found.start..found.start + found.rows * found.columns)?;
            Some(Self::new(&found, levels, biased))
        });
        found.unwrap_or_default()
    }

    fn new(found: &Entry, levels: &[u8], biased: bool) -> Self {
        let inputs = found.columns - usize::from(biased);
        let level = |output: usize, input: usize| -> i16 {
            let inside = output < found.rows && input < found.columns;
            let at = output * found.columns + input;
            levels.get(at).filter(|_| inside).map_or(0, |byte| byte.cast_signed().into())
        };
        let vectors = found.rows.div_ceil(4);
        let mut weights = Vec::with_capacity(vectors * inputs.div_ceil(2));
        for block in (0..vectors).step_by(BLOCK) {
            for pair in 0..inputs.div_ceil(2) {
                for vector in block..vectors.min(block + BLOCK) {
                    let lane = |lane: usize| {
                        let input = 2 * pair + lane % 2;
                        if input < inputs { level(4 * vector + lane / 2, input) } else { 0 }
                    };
                    weights.push(i16x8::from(std::array::from_fn(lane)));
                }
            }
        }
        let bias = |output: usize| {
            if biased { i32::from(level(output, inputs)) * UNIT } else { 0 }
        };
        let bias = (0..vectors)
            .map(|vector| i32x4::from(std::array::from_fn(|lane| bias(4 * vector + lane))))
            .collect();
        let shift = (STEP_UNIT / found.step.max(1)).max(1).ilog2().cast_signed();
        Self { outputs: found.rows, inputs, shift, weights, bias }
    }

    /// All sums, in the layer's own scale, rounded up to whole vectors; `out` is overwritten.
    pub(crate) fn sums(&self, x: &[i16], out: &mut Vec<i32x4>) {
        out.clear();
        let mut rest = self.weights.as_slice();
        let pairs = self.inputs.div_ceil(2);
        for bias in self.bias.chunks(BLOCK) {
            let (block, after) = rest.split_at_checked(pairs * bias.len()).unwrap_or((rest, &[]));
            rest = after;
            match bias.len() {
                8 => run::<8>(x, bias, block, out),
                1 => run::<1>(x, bias, block, out),
                2 => run::<2>(x, bias, block, out),
                3 => run::<3>(x, bias, block, out),
                4 => run::<4>(x, bias, block, out),
                5 => run::<5>(x, bias, block, out),
                6 => run::<6>(x, bias, block, out),
                _ => run::<7>(x, bias, block, out),
            }
        }
    }

    /// All outputs in units, cut to 16 bits; with `least`, nothing below it.
    pub(crate) fn units(&self, x: &[i16], least: i16, sums: &mut Vec<i32x4>, to: &mut [i16]) {
        self.sums(x, sums);
        let half = i32x4::splat((1 << self.shift) >> 1);
        let floor = i16x8::splat(least);
        for (pair, to) in sums.chunks(2).zip(to.chunks_mut(8)) {
            let units =
                |at: usize| pair.get(at).map_or(i32x4::ZERO, |sum| (*sum + half) >> self.shift);
            let wide: i32x8 = cast([units(0), units(1)]);
            let units = i16x8::from_i32x8_saturate(wide).max(floor).to_array();
            let count = to.len();
            to.copy_from_slice(units.get(..count).unwrap_or_default());
        }
    }

    /// The first output with the highest sum among those that fit.
    pub(crate) fn best(
        &self,
        x: &[i16],
        sums: &mut Vec<i32x4>,
        fits: impl Fn(usize) -> bool,
    ) -> usize {
        self.sums(x, sums);
        let mut best = (0, i64::MIN);
        let scores = sums.iter().flat_map(|sum| sum.to_array()).take(self.outputs);
        for (output, score) in scores.enumerate() {
            if i64::from(score) > best.1 && fits(output) {
                best = (output, score.into());
            }
        }
        best.0
    }
}

/// The sums of up to four times eight outputs.
fn run<const N: usize>(x: &[i16], bias: &[i32x4], block: &[i16x8], out: &mut Vec<i32x4>) {
    let mut sums = [i32x4::ZERO; N];
    sums.copy_from_slice(bias);
    let (pairs, rest) = x.as_chunks::<2>();
    let (vectors, _) = block.as_chunks::<N>();
    let mut take = |pair: &[i16; 2], weights: &[i16x8; N]| {
        let [left, right] = pair.map(|unit| u32::from(unit.cast_unsigned()));
        let pair: i16x8 = cast(i32x4::splat((left | (right << 16)).cast_signed()));
        for (sum, weights) in sums.iter_mut().zip(weights) {
            *sum += pair.dot(*weights);
        }
    };
    // No pair is passed over for being zero: half of them are, and guessing which costs more.
    for (pair, weights) in pairs.iter().zip(vectors) {
        take(pair, weights);
    }
    if let (Some(unit), Some(weights)) = (rest.first(), vectors.last()) {
        take(&[*unit, 0], weights);
    }
    out.extend(sums);
}

/// Rows that are added up, in units.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    /// Units of a row.
    pub(crate) columns: usize,
    units: Vec<i16>,
}

impl Rows {
    /// The rows of a file by name; none if the file lacks them.
    pub(crate) fn open(file: &[u8], name: &str) -> Self {
        let found = entry(file, name).and_then(|Entry { rows, columns, step, start }| {
            let levels = file.get(start..start + rows * columns)?;
            // A step counts in 1/4096 and a unit in 1/256.
            let unit = |byte: &u8| ((i32::from(byte.cast_signed()) * step + 8) >> 4) as i16;
            Some(Self { columns, units: levels.iter().map(unit).collect() })
        });
        found.unwrap_or_default()
    }

    /// Adds a row.
    pub(crate) fn add(&self, row: usize, to: &mut [i16]) {
        let row = self.units.get(row * self.columns..(row + 1) * self.columns);
        add(row.unwrap_or_default(), to);
    }
}

/// Adds units to units.
pub(crate) fn add(units: &[i16], to: &mut [i16]) {
    for (to, unit) in to.iter_mut().zip(units) {
        *to = to.saturating_add(*unit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::format::{Stored, write};

    /// As the layer should compute, one product at a time.
    fn plainly(stored: &Stored, x: &[i16], output: usize) -> i32 {
        let row = &stored.levels[output * stored.columns..(output + 1) * stored.columns];
        let (weights, bias) = row.split_at(x.len());
        let products = x.iter().zip(weights).map(|(x, w)| i32::from(*x) * i32::from(*w));
        products.sum::<i32>() + bias.first().map_or(0, |bias| i32::from(*bias) * UNIT)
    }

    #[test]
    fn sums_are_those_of_plain_arithmetic() {
        for (outputs, inputs) in [(1, 1), (3, 5), (17, 64), (41, 7), (64, 216), (70, 33)] {
            let mut state = 7_u32;
            let mut next = || {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 16) as i16
            };
            let columns = inputs + 1;
            let levels = (0..outputs * columns).map(|_| (next() % 128) as i8).collect();
            let stored =
                Stored { name: "layer".to_owned(), rows: outputs, columns, step: 64, levels };
            let file = write(std::slice::from_ref(&stored), 1);
            let layer = Layer::open(&file, "layer", true);
            let x: Vec<i16> = (0..inputs).map(|_| (next() % 4000).max(0)).collect();
            let mut sums = Vec::new();
            layer.sums(&x, &mut sums);
            let flat: Vec<i32> = sums.iter().flat_map(|sum| sum.to_array()).collect();
            let wanted: Vec<i32> = (0..outputs).map(|at| plainly(&stored, &x, at)).collect();
            assert_eq!(&flat[..outputs], &wanted[..]);
            let mut units = vec![0; outputs];
            layer.units(&x, 0, &mut sums, &mut units);
            for (unit, sum) in units.iter().zip(&wanted) {
                let exact = ((i64::from(*sum) + 32) >> 6).clamp(0, i64::from(i16::MAX));
                assert_eq!(i64::from(*unit), exact);
            }
            let best = layer.best(&x, &mut sums, |_| true);
            assert_eq!(wanted[best], *wanted.iter().max().expect("outputs"));
        }
    }

    #[test]
    fn a_missing_layer_is_empty() {
        let file = write(&[], 1);
        let mut sums = Vec::new();
        assert_eq!(Layer::open(&file, "layer", true).best(&[1], &mut sums, |_| true), 0);
        assert_eq!(Rows::open(&file, "rows").columns, 0);
    }
}
