//! Makes weights smaller: the largest are kept, in whole steps of one size.

use super::chain::Weights;

fn all(weights: &mut Weights) -> impl Iterator<Item = &mut f32> {
    weights.singles.iter_mut().flatten().chain(weights.pairs.iter_mut().flatten())
}

/// Keeps the `keep` largest weights.
pub(super) fn keep_largest(weights: &mut Weights, keep: usize) {
    let mut sizes: Vec<f32> = all(weights).map(|weight| weight.abs()).collect();
    if keep >= sizes.len() {
        return;
    }
    let (_, least, _) = sizes.select_nth_unstable_by(keep, |one, other| other.total_cmp(one));
    let least = *least;
    all(weights).filter(|weight| weight.abs() <= least).for_each(|weight| *weight = 0.0);
}

/// Rounds weights to whole steps, the largest to `steps` of them.
pub(super) fn round(weights: &mut Weights, steps: u32) {
    let largest = all(weights).fold(0.0_f32, |largest, weight| largest.max(weight.abs()));
    if largest == 0.0 || steps == 0 {
        return;
    }
    let step = largest / steps as f32;
    all(weights).for_each(|weight| *weight = (*weight / step).round() * step);
}

/// How many weights there are, and how many rows have one.
pub(super) fn count(weights: &Weights) -> [usize; 4] {
    let used = |row: &&[f32]| row.iter().any(|weight| *weight != 0.0);
    let number = |row: &[f32]| row.iter().filter(|weight| **weight != 0.0).count();
    let singles = || weights.singles.iter().map(<[f32; _]>::as_slice);
    let pairs = || weights.pairs.iter().map(<[f32; _]>::as_slice);
    [
        singles().map(number).sum(),
        singles().filter(used).count(),
        pairs().map(number).sum(),
        pairs().filter(used).count(),
    ]
}
