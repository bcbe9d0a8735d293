//! Makes weights few and small: the dearest are kept, in whole steps of one size.

use super::learn::{Lesson, Weights};
use readout_analysis::training::acts::CLASSES;
use readout_analysis::training::format::{STEP_UNIT, Stored};
use readout_analysis::training::offset_binary;

/// Which weights stay open: those whose loss would cost most, by their size and how many lessons
/// they count in.
pub(super) fn dearest(
    weights: &Weights,
    lessons: &[Lesson],
    keep: usize,
    power: f64,
) -> Vec<[bool; CLASSES]> {
    let mut counts = vec![0.0; weights.len()];
    for row in lessons.iter().flat_map(|lesson| &lesson.rows) {
        counts[*row as usize] += 1.0;
    }
    let cost = |weight: f64, count: f64| weight.abs() * libm::pow(count, power);
    let mut costs: Vec<f64> = weights
        .iter()
        .zip(&counts)
        .flat_map(|(row, count)| row.map(|weight| cost(weight, *count)))
        .collect();
    costs.sort_by(|one, other| other.total_cmp(one));
    let least = costs.get(keep).copied().unwrap_or_default();
    let open = |row: &[f64; CLASSES], count: f64| row.map(|weight| cost(weight, count) > least);
    weights.iter().zip(counts).map(|(row, count)| open(row, count)).collect()
}

/// The weights that are open.
pub(super) fn closed(weights: &Weights, open: &[[bool; CLASSES]]) -> Weights {
    let kept = |row: &[f64; CLASSES], open: &[bool; CLASSES]| {
        std::array::from_fn(|class| if open[class] { row[class] } else { 0.0 })
    };
    weights.iter().zip(open).map(|(row, open)| kept(row, open)).collect()
}

/// A level as files of tables have it.
fn stored(level: i8) -> i8 {
    offset_binary(level.cast_unsigned()).cast_signed()
}

/// The table, rounded to whole steps.
pub(super) fn table(weights: &Weights, levels: f64) -> Stored {
    let weights = weights.as_flattened();
    let largest = weights.iter().fold(0.0_f64, |largest, weight| largest.max(weight.abs()));
    let step = libm::ceil(largest / levels * f64::from(STEP_UNIT)).max(1.0);
    let level = |weight: &f64| libm::round(weight * f64::from(STEP_UNIT) / step) as i8;
    Stored {
        name: "acts".to_owned(),
        rows: weights.len() / CLASSES,
        columns: CLASSES,
        step: step as i32,
        levels: weights.iter().map(level).map(stored).collect(),
    }
}
