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
use std::ops::Range;
use wide::bytemuck::cast;
use wide::{i16x8, i32x4, i32x8};

/// Units count in this part of one.
pub(crate) const UNIT: i32 = 256;

/// Vectors of four outputs that are summed in one go: what processors have registers for.
const BLOCK: usize = 8;

/// Two units beside each other, as a multiplication takes them, and the place of the two.
pub(crate) type Pair = (u32, i32);

/// Units, one list after another, in pairs. Pairs of zeros are left out: after a layer half of them
/// are, and several layers take the same list.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    /// With room behind the last list.
    pairs: Vec<Pair>,
    ends: Vec<usize>,
}

impl Lists {
    /// Starts afresh.
    pub(crate) fn clear(&mut self) {
        self.ends.clear();
    }

    /// Adds a list.
    pub(crate) fn push(&mut self, units: &[i16]) {
        let start = self.ends.last().copied().unwrap_or_default();
        let (pairs, rest) = units.as_chunks::<2>();
        let end = start + pairs.len() + rest.len();
        if self.pairs.len() < end {
            self.pairs.resize(end.next_power_of_two(), (0, 0));
        }
        let room = self.pairs.get_mut(start..end).unwrap_or_default();
        let mut length = 0;
        // No branch asks for zeros: guessing which costs more.
        let mut add = |place: usize, pair: [i16; 2]| {
            let pair: i32 = cast(pair);
            if let Some(slot) = room.get_mut(length) {
                *slot = (place as u32, pair);
            }
            length += usize::from(pair != 0);
        };
        for (place, pair) in pairs.iter().enumerate() {
            add(place, *pair);
        }
        for unit in rest {
            add(pairs.len(), [*unit, 0]);
        }
        self.ends.push(start + length);
    }

    /// A list by its number; empty if there is none.
    pub(crate) fn list(&self, number: usize) -> &[Pair] {
        let start = number.checked_sub(1).map_or(Some(&0), |before| self.ends.get(before));
        let range = start.zip(self.ends.get(number)).map(|(start, end)| *start..*end);
        range.and_then(|range| self.pairs.get(range)).unwrap_or_default()
    }
}

/// A layer with its weights laid out.
#[derive(Debug, Default)]
pub(crate) struct Layer {
    /// Number of outputs.
    pub(crate) outputs: usize,
    /// A sum shifted right by this is in units.
    shift: i32,
    /// Pairs of inputs.
    pairs: usize,
    /// Block by block of outputs, then pair by pair of inputs.
    weights: Vec<i16x8>,
    /// In the scale of the sums; filled up to whole vectors.
    bias: Vec<i32x4>,
}

impl Layer {
    /// The layer of a file by name: a row an output, its inputs, then its bias if `biased`. An empty
    /// one if the file lacks it.
    pub(crate) fn open(file: &[u8], name: &str, biased: bool) -> Self {
        let [layer] = Self::open_parts(file, name, biased);
        layer
    }

    /// The same for a layer whose inputs are those of several tokens: a layer each, whose sums add
    /// up. The first has the bias.
    pub(crate) fn open_parts<const PARTS: usize>(
        file: &[u8],
        name: &str,
        biased: bool,
    ) -> [Self; PARTS] {
        std::array::from_fn(|part| {
            let found = entry(file, name).and_then(|found| {
                let levels = file.get(found.start..found.start + found.rows * found.columns)?;
                let inputs = (found.columns - usize::from(biased)) / PARTS;
                let bias = (biased && part == 0).then_some(inputs * PARTS);
                Some(Self::new(&found, levels, part * inputs..(part + 1) * inputs, bias))
            });
            found.unwrap_or_default()
        })
    }

    /// With inputs in some of the columns and the bias in one.
    fn new(found: &Entry, levels: &[u8], columns: Range<usize>, bias: Option<usize>) -> Self {
        let level = |output: usize, column: usize| -> i16 {
            let at = output * found.columns + column;
            levels
                .get(at)
                .filter(|_| output < found.rows)
                .map_or(0, |byte| byte.cast_signed().into())
        };
        let vectors = found.rows.div_ceil(4);
        let pairs = columns.len().div_ceil(2);
        let mut weights = Vec::with_capacity(vectors * pairs);
        for block in (0..vectors).step_by(BLOCK) {
            for pair in 0..pairs {
                for vector in block..vectors.min(block + BLOCK) {
                    let lane = |lane: usize| {
                        let input = columns.start + 2 * pair + lane % 2;
                        if input < columns.end { level(4 * vector + lane / 2, input) } else { 0 }
                    };
                    weights.push(i16x8::from(std::array::from_fn(lane)));
                }
            }
        }
        let bias = |output: usize| bias.map_or(0, |bias| i32::from(level(output, bias)) * UNIT);
        let bias = (0..vectors)
            .map(|vector| i32x4::from(std::array::from_fn(|lane| bias(4 * vector + lane))))
            .collect();
        let shift = (STEP_UNIT / found.step.max(1)).max(1).ilog2().cast_signed();
        Self { outputs: found.rows, shift, pairs, weights, bias }
    }

    /// The sums of a list, in the layer's own scale, rounded up to whole vectors.
    pub(crate) fn sums<'s>(&self, x: &[Pair], room: &'s mut Vec<i32x4>) -> &'s mut [i32x4] {
        let count = self.bias.len();
        if room.len() < count {
            room.resize(count, i32x4::ZERO);
        }
        let sums = room.get_mut(..count).unwrap_or_default();
        self.each_block(x, sums, true);
        sums
    }

    /// Adds the products of a list.
    pub(crate) fn add(&self, x: &[Pair], sums: &mut [i32x4]) {
        self.each_block(x, sums, false);
    }

    /// Sums with nothing added.
    pub(crate) fn bias(&self) -> &[i32x4] {
        &self.bias
    }

    fn each_block(&self, x: &[Pair], sums: &mut [i32x4], anew: bool) {
        let mut rest = self.weights.as_slice();
        for (sums, bias) in sums.chunks_mut(BLOCK).zip(self.bias.chunks(BLOCK)) {
            let (block, after) =
                rest.split_at_checked(self.pairs * sums.len()).unwrap_or((rest, &[]));
            rest = after;
            let bias = if anew { Some(bias) } else { None };
            match sums.len() {
                8 => run::<8>(x, block, bias, sums),
                1 => run::<1>(x, block, bias, sums),
                2 => run::<2>(x, block, bias, sums),
                3 => run::<3>(x, block, bias, sums),
                4 => run::<4>(x, block, bias, sums),
                5 => run::<5>(x, block, bias, sums),
                6 => run::<6>(x, block, bias, sums),
                _ => run::<7>(x, block, bias, sums),
            }
        }
    }

    /// Sums in units, cut to 16 bits; nothing below `least`.
    pub(crate) fn cut(&self, sums: &[i32x4], least: i16, to: &mut [i16]) {
        let half = i32x4::splat((1 << self.shift) >> 1);
        let floor = i16x8::splat(least);
        let cut = |sums: [i32x4; 2]| {
            let wide: i32x8 = cast(sums.map(|sum| (sum + half) >> self.shift));
            i16x8::from_i32x8_saturate(wide).max(floor).to_array()
        };
        let (pairs, last) = sums.as_chunks::<2>();
        let (eights, rest) = to.as_chunks_mut::<8>();
        for (sums, to) in pairs.iter().zip(eights.iter_mut()) {
            *to = cut(*sums);
        }
        let sum = |at: usize| last.get(at).copied().unwrap_or_default();
        let left = pairs.get(eights.len()).copied().unwrap_or([sum(0), sum(1)]);
        for (to, unit) in rest.iter_mut().zip(cut(left)) {
            *to = unit;
        }
    }

    /// All outputs in units, cut to 16 bits; nothing below `least`.
    pub(crate) fn units(&self, x: &[Pair], least: i16, room: &mut Vec<i32x4>, to: &mut [i16]) {
        let sums = self.sums(x, room);
        self.cut(sums, least, to);
    }

    /// The first output with the highest sum among those that fit.
    pub(crate) fn best(
        &self,
        x: &[Pair],
        room: &mut Vec<i32x4>,
        fits: impl Fn(usize) -> bool,
    ) -> usize {
        let mut best = (0, i32::MIN);
        for (vector, sums) in self.sums(x, room).iter().enumerate() {
            for (lane, score) in sums.to_array().into_iter().enumerate() {
                let output = 4 * vector + lane;
                if score > best.1 && output < self.outputs && fits(output) {
                    best = (output, score);
                }
            }
        }
        best.0
    }
}

/// Up to four times eight sums, from a bias or from what they are.
fn run<const N: usize>(x: &[Pair], block: &[i16x8], bias: Option<&[i32x4]>, to: &mut [i32x4]) {
    let Some(to) = to.first_chunk_mut::<N>() else { return };
    let mut sums = bias.and_then(|bias| bias.first_chunk()).copied().unwrap_or(*to);
    let (vectors, _) = block.as_chunks::<N>();
    let mut take = |pair: i32, weights: &[i16x8; N]| {
        let pair: i16x8 = cast(i32x4::splat(pair));
        for (sum, weights) in sums.iter_mut().zip(weights) {
            *sum += pair.dot(*weights);
        }
    };
    // A size that is known when compiling needs no look at each place; these two are most of the work.
    match (N, vectors.first_chunk::<32>(), vectors.first_chunk::<16>()) {
        (BLOCK, Some(vectors), _) if block.len() == 32 * N => {
            for (place, pair) in x {
                take(*pair, &vectors[*place as usize % 32]);
            }
        }
        (BLOCK, _, Some(vectors)) if block.len() == 16 * N => {
            for (place, pair) in x {
                take(*pair, &vectors[*place as usize % 16]);
            }
        }
        _ => {
            for (place, pair) in x {
                let Some(weights) = vectors.get(*place as usize) else { break };
                take(*pair, weights);
            }
        }
    }
    *to = sums;
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

    /// A row; an empty one if there is none.
    pub(crate) fn row(&self, row: usize) -> &[i16] {
        self.units.get(row * self.columns..(row + 1) * self.columns).unwrap_or_default()
    }

    /// Adds a row.
    pub(crate) fn add(&self, row: usize, to: &mut [i16]) {
        add(self.row(row), to);
    }
}

/// Units of a stretch that [`add_all`] holds at once: what processors have registers for.
const STRETCH: usize = 64;

/// The sum of rows of units, added one after another, with nothing below zero; `to` is overwritten.
pub(crate) fn add_all(rows: &[&[i16]], to: &mut [i16]) {
    for (stretch, to) in to.chunks_mut(STRETCH).enumerate() {
        let mut sums = [i16x8::ZERO; STRETCH / 8];
        let from = stretch * STRETCH;
        for row in rows {
            let units = row.get(from..from + to.len()).unwrap_or_default();
            if let Some(units) = units.first_chunk::<STRETCH>() {
                let (units, _) = units.as_chunks::<8>();
                for (sum, units) in sums.iter_mut().zip(units) {
                    *sum = sum.saturating_add(i16x8::from(*units));
                }
            } else {
                let mut filled = [0; STRETCH];
                filled.get_mut(..units.len()).unwrap_or_default().copy_from_slice(units);
                let (units, _) = filled.as_chunks::<8>();
                for (sum, units) in sums.iter_mut().zip(units) {
                    *sum = sum.saturating_add(i16x8::from(*units));
                }
            }
        }
        for (to, sum) in to.chunks_mut(8).zip(sums) {
            let units = sum.max(i16x8::ZERO).to_array();
            for (to, unit) in to.iter_mut().zip(units) {
                *to = unit;
            }
        }
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
            let units: Vec<i16> = (0..inputs).map(|_| (next() % 4000).max(0)).collect();
            let mut lists = Lists::default();
            lists.push(&[7; 3]);
            lists.push(&units);
            let x = lists.list(1);
            let mut sums = Vec::new();
            let flat: Vec<i32> =
                layer.sums(x, &mut sums).iter().flat_map(|sum| sum.to_array()).collect();
            let wanted: Vec<i32> = (0..outputs).map(|at| plainly(&stored, &units, at)).collect();
            assert_eq!(&flat[..outputs], &wanted[..]);
            let mut units = vec![0; outputs];
            layer.units(x, 0, &mut sums, &mut units);
            for (unit, sum) in units.iter().zip(&wanted) {
                let exact = ((i64::from(*sum) + 32) >> 6).clamp(0, i64::from(i16::MAX));
                assert_eq!(i64::from(*unit), exact);
            }
            let best = layer.best(x, &mut sums, |_| true);
            assert_eq!(wanted[best], *wanted.iter().max().expect("outputs"));
        }
    }

    #[test]
    fn parts_of_a_layer_add_up_to_it() {
        let mut level = 0_i8;
        let mut next = || {
            level = level.wrapping_mul(5).wrapping_add(37);
            level
        };
        let levels = (0..9 * 22).map(|_| next()).collect();
        let stored = Stored { name: "layer".to_owned(), rows: 9, columns: 22, step: 64, levels };
        let file = write(&[stored], 1);
        let units: Vec<i16> = (0..21).map(|_| i16::from(next()).max(0)).collect();
        let mut lists = Lists::default();
        lists.push(&units);
        units.chunks(7).for_each(|part| lists.push(part));
        let whole = Layer::open(&file, "layer", true);
        let mut room = Vec::new();
        let expected = whole.sums(lists.list(0), &mut room).to_vec();
        let parts: [Layer; 3] = Layer::open_parts(&file, "layer", true);
        let mut sums = parts[0].bias().to_vec();
        for (number, part) in parts.iter().enumerate() {
            part.add(lists.list(number + 1), &mut sums);
        }
        assert_eq!(sums, expected);
    }

    #[test]
    fn rows_are_added_one_after_another() {
        for width in [0, 1, 8, 63, 64, 65, 150] {
            let row = |salt: i32| -> Vec<i16> {
                (0..width).map(|at| (salt * (at + 3) * 7919) as i16).collect()
            };
            let rows = [row(1), row(-2), row(5), row(-9)];
            let mut expected = vec![0; rows[0].len()];
            for row in &rows {
                add(row, &mut expected);
            }
            for unit in &mut expected {
                *unit = (*unit).max(0);
            }
            let rows: Vec<&[i16]> = rows.iter().map(Vec::as_slice).collect();
            let mut sums = vec![7; expected.len()];
            add_all(&rows, &mut sums);
            assert_eq!(sums, expected);
        }
    }

    #[test]
    fn lists_leave_zeros_out() {
        let mut lists = Lists::default();
        lists.push(&[0, 0, 1, 0, 0, 0, -1]);
        lists.push(&[]);
        lists.push(&[0, 2]);
        assert_eq!(lists.list(0), [(1, 1), (3, 0xffff)]);
        assert_eq!(lists.list(1), []);
        assert_eq!(lists.list(2), [(0, 2 << 16)]);
        assert_eq!(lists.list(3), []);
    }

    #[test]
    fn a_missing_layer_is_empty() {
        let file = write(&[], 1);
        let mut sums = Vec::new();
        assert_eq!(Layer::open(&file, "layer", true).best(&[(0, 1)], &mut sums, |_| true), 0);
        assert_eq!(Rows::open(&file, "rows").columns, 0);
    }
}
