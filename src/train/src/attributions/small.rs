//! Makes weights smaller: the largest are kept, in whole steps of one size.

use super::field::Learned;
use super::weights::Weights;
use readout_analysis::training::format::{STEP_UNIT, Stored};
use readout_analysis::training::learned::chain::LABELS;
use readout_analysis::training::learned::model::{PAIRS, SINGLES};
use readout_analysis::training::offset_binary;

/// Counts each weight from that of the first label, which then has none: sums differ by the same.
pub(super) fn relative(weights: &mut Weights) {
    for row in &mut weights.singles {
        let first = row[0];
        for weight in row.iter_mut() {
            *weight -= first;
        }
    }
}

/// Keeps so many weights, and so many of pairs: those whose loss would cost most. What one costs is
/// estimated by its square times how steeply the error rises around it (`LeCun` et al., "Optimal brain
/// damage", 1990), here by the slopes seen while learning.
pub(super) fn keep_dearest(learned: &mut Learned, singles: usize, pairs: usize, power: f32) {
    let Learned { weights, squares } = learned;
    keep(weights.singles.as_flattened_mut(), squares.singles.as_flattened(), singles, power);
    keep(weights.pairs.as_flattened_mut(), squares.pairs.as_flattened(), pairs, power);
}

fn keep(weights: &mut [f32], squares: &[f32], count: usize, power: f32) {
    let cost = |weight: &f32, square: &f32| match *weight {
        0.0 => 0.0,
        weight => weight.abs() * square.powf(power),
    };
    let mut costs: Vec<f32> = weights.iter().zip(squares).map(|(w, s)| cost(w, s)).collect();
    if count >= costs.len() {
        return;
    }
    let (_, least, _) = costs.select_nth_unstable_by(count, |one, other| other.total_cmp(one));
    let least = *least;
    for (weight, square) in weights.iter_mut().zip(squares) {
        if cost(weight, square) <= least {
            *weight = 0.0;
        }
    }
}

/// The two tables of a chain, rounded to whole steps.
pub(super) fn tables(weights: &Weights, names: [&str; 2], levels: f32) -> [Stored; 2] {
    let singles: Vec<[f32; SINGLES]> =
        weights.singles.iter().map(|row| std::array::from_fn(|label| row[label + 1])).collect();
    let pairs: Vec<[f32; PAIRS]> = weights.pairs.clone();
    const { assert!(PAIRS == LABELS * LABELS) };
    [
        table(names[0], singles.as_flattened(), SINGLES, levels),
        table(names[1], pairs.as_flattened(), PAIRS, levels),
    ]
}

fn table(name: &str, weights: &[f32], columns: usize, levels: f32) -> Stored {
    let largest = weights.iter().fold(0.0_f32, |largest, weight| largest.max(weight.abs()));
    let step = (largest / levels * STEP_UNIT as f32).ceil().max(1.0);
    let level = |weight: &f32| (weight * STEP_UNIT as f32 / step).round() as i8;
    Stored {
        name: name.to_owned(),
        rows: weights.len() / columns,
        columns,
        step: step as i32,
        levels: weights.iter().map(level).map(stored).collect(),
    }
}

/// A level as files of tables have it.
pub(super) fn stored(level: i8) -> i8 {
    offset_binary(level.cast_unsigned()).cast_signed()
}
