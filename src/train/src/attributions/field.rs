//! Learns a chain as a conditional random field: steps of `AdaGrad` on the log-likelihood, with some
//! features left out at random.
//!
//! All sums are made in a fixed order, so the same data gives the same weights everywhere.

use super::weights::{Sequence, Weights, score};
use crate::tensor::Random;
use readout_analysis::training::learned::chain::{Grammar, LABELS};
use readout_analysis::training::learned::marginals::{Exponentials, marginals};

/// A sequence with its right states.
#[derive(Debug)]
pub(super) struct Lesson {
    pub(super) sequence: Sequence,
    pub(super) path: Vec<u8>,
}

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    pub(super) seed: u64,
    pub(super) passes: usize,
    /// The tables have two to the power of so many rows.
    pub(super) bits: u32,
    pub(super) pair_bits: u32,
    /// How far a first step goes.
    pub(super) rate: f32,
    /// Share of features that are left out at random.
    pub(super) drop: f32,
}

/// Weights, and the sums of the squares of their slopes.
#[derive(Debug)]
pub(super) struct Learned {
    pub(super) weights: Weights,
    pub(super) squares: Weights,
}

/// Learns from the lessons in an order drawn afresh each pass.
pub(super) fn learn(grammar: &Grammar, lessons: &[Lesson], plan: &Plan) -> Learned {
    let weights = Weights::new(plan.bits, plan.pair_bits);
    let squares = weights.clone();
    pass(grammar, lessons, plan, weights, squares)
}

/// Learns again with the weights that are not zero; the others stay so.
pub(super) fn learn_again(
    grammar: &Grammar,
    lessons: &[Lesson],
    plan: &Plan,
    kept: &Weights,
) -> Learned {
    let mut squares = kept.clone();
    // No step leads away from an endless sum of squares.
    let hold = |weight: &mut f32| *weight = if *weight == 0.0 { f32::INFINITY } else { 0.0 };
    squares.singles.iter_mut().flatten().for_each(hold);
    squares.pairs.iter_mut().flatten().for_each(hold);
    let mut weights = kept.clone();
    for weight in weights.singles.iter_mut().flatten() {
        *weight /= 1.0 - plan.drop;
    }
    pass(grammar, lessons, plan, weights, squares)
}

fn pass(
    grammar: &Grammar,
    lessons: &[Lesson],
    plan: &Plan,
    mut weights: Weights,
    mut squares: Weights,
) -> Learned {
    let mut random = Random(plan.seed);
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    // The mean of what the later passes end with: single steps and dropout even out (Polyak and
    // Juditsky 1992).
    let later = plan.passes / 2;
    let mut sum = Weights::new(plan.bits, plan.pair_bits);
    for number in 0..plan.passes {
        random.shuffle(&mut order);
        for lesson in order.iter().map(|at| &lessons[*at]) {
            let thinned = lesson.sequence.thin(plan.drop, &mut random);
            step(grammar, &thinned, &lesson.path, plan, &mut weights, &mut squares);
        }
        if number >= later {
            let share = 1.0 / (plan.passes - later) as f32;
            add(sum.singles.as_flattened_mut(), weights.singles.as_flattened(), share);
            add(sum.pairs.as_flattened_mut(), weights.pairs.as_flattened(), share);
        }
    }
    let mut weights = sum;
    // With all features seen, each counts for less.
    for weight in weights.singles.iter_mut().flatten() {
        *weight *= 1.0 - plan.drop;
    }
    Learned { weights, squares }
}

fn add(sum: &mut [f32], weights: &[f32], share: f32) {
    for (sum, weight) in sum.iter_mut().zip(weights) {
        *sum += weight * share;
    }
}

fn step(
    grammar: &Grammar,
    sequence: &Sequence,
    path: &[u8],
    plan: &Plan,
    weights: &mut Weights,
    squares: &mut Weights,
) {
    let scored = score(weights, sequence);
    let probable =
        marginals::<true>(grammar, &scored, &sequence.masks, [&Exponentials::default(); 2]);
    let label = |at: usize| usize::from(grammar.labels[usize::from(path[at])]);
    for at in 0..sequence.len() {
        let mut slope = probable.singles[at];
        slope[label(at)] -= 1.0;
        if slope.iter().any(|slope| slope.abs() > SMALLEST) {
            for key in sequence.keys(at) {
                let row = weights.row(*key);
                descend(&mut weights.singles[row], &mut squares.singles[row], &slope, plan);
            }
        }
        let Some(before) = at.checked_sub(1) else { continue };
        let mut slope = probable.pairs[at];
        slope[label(before) * LABELS + label(at)] -= 1.0;
        if slope.iter().any(|slope| slope.abs() > SMALLEST) {
            for key in sequence.pair_keys(at) {
                let row = weights.pair_row(*key);
                descend(&mut weights.pairs[row], &mut squares.pairs[row], &slope, plan);
            }
        }
    }
}

/// Slopes below this change nothing.
const SMALLEST: f32 = 0.001;

fn descend(weights: &mut [f32], squares: &mut [f32], slope: &[f32], plan: &Plan) {
    for ((weight, square), slope) in weights.iter_mut().zip(squares).zip(slope) {
        *square += slope * slope;
        *weight -= plan.rate / (*square + 1.0).sqrt() * slope;
    }
}
