//! Multinomial logistic regression with a penalty on squares, by limited-memory BFGS (Liu and
//! Nocedal 1989). Where an annotation leaves several classes open, their sum is made likely.
//!
//! What always holds: sums are made in a fixed order, so the same lessons give the same weights.

use readout_analysis::training::acts::CLASSES;

/// A sentence to learn from.
#[derive(Clone, Debug)]
pub(super) struct Lesson {
    /// Rows of what is seen.
    pub(super) rows: Vec<u32>,
    /// The classes that are right.
    pub(super) right: [bool; CLASSES],
    pub(super) weight: f64,
}

/// A weight for each row and class.
pub(super) type Weights = Vec<[f64; CLASSES]>;

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    pub(super) penalty: f64,
    pub(super) steps: usize,
}

/// Steps that are remembered.
const MEMORY: usize = 6;

/// How likely each class is.
pub(super) fn probabilities(weights: &Weights, rows: &[u32]) -> [f64; CLASSES] {
    let mut scores = [0.0; CLASSES];
    for row in rows {
        for (score, weight) in scores.iter_mut().zip(&weights[*row as usize]) {
            *score += weight;
        }
    }
    let most = scores.iter().copied().fold(f64::MIN, f64::max);
    let parts = scores.map(|score| libm::exp(score - most));
    let all: f64 = parts.iter().sum();
    parts.map(|part| part / all)
}

/// The loss of weights, and its slope. Weights that `open` forbids have none.
fn slope(
    weights: &Weights,
    lessons: &[Lesson],
    open: &[[bool; CLASSES]],
    penalty: f64,
) -> (f64, Weights) {
    let mut slope: Weights = weights.iter().map(|row| row.map(|weight| weight * penalty)).collect();
    let mut loss: f64 =
        weights.iter().flatten().map(|weight| weight * weight * penalty / 2.0).sum();
    for lesson in lessons {
        let likely = probabilities(weights, &lesson.rows);
        let good: f64 =
            likely.iter().zip(lesson.right).filter(|(_, right)| *right).map(|(part, _)| part).sum();
        let good = good.max(1e-12);
        loss -= lesson.weight * libm::log(good);
        let mut push = likely;
        for (push, right) in push.iter_mut().zip(lesson.right) {
            if right {
                *push -= *push / good;
            }
            *push *= lesson.weight;
        }
        for row in &lesson.rows {
            for (slope, push) in slope[*row as usize].iter_mut().zip(push) {
                *slope += push;
            }
        }
    }
    for (row, open) in slope.iter_mut().zip(open) {
        for (slope, open) in row.iter_mut().zip(open) {
            if !open {
                *slope = 0.0;
            }
        }
    }
    (loss, slope)
}

fn dot(one: &Weights, other: &Weights) -> f64 {
    one.iter().flatten().zip(other.iter().flatten()).map(|(one, other)| one * other).sum()
}

fn add(to: &mut Weights, other: &Weights, share: f64) {
    for (to, other) in to.iter_mut().flatten().zip(other.iter().flatten()) {
        *to += other * share;
    }
}

/// Learns from `start` on; weights that are not open stay as they are.
pub(super) fn learn(
    lessons: &[Lesson],
    start: Weights,
    open: &[[bool; CLASSES]],
    plan: Plan,
) -> Weights {
    let mut weights = start;
    let (mut loss, mut down) = slope(&weights, lessons, open, plan.penalty);
    let mut memory: Vec<(Weights, Weights, f64)> = Vec::new();
    for step in 0..plan.steps {
        let mut way = down.clone();
        let mut shares = Vec::new();
        for (moved, turned, product) in memory.iter().rev() {
            let share = dot(moved, &way) / product;
            add(&mut way, turned, -share);
            shares.push(share);
        }
        if let Some((_, turned, product)) = memory.last() {
            let scale = product / dot(turned, turned);
            way.iter_mut().flatten().for_each(|part| *part *= scale);
        }
        for ((moved, turned, product), share) in memory.iter().zip(shares.iter().rev()) {
            let back = dot(turned, &way) / product;
            add(&mut way, moved, share - back);
        }
        let steep = dot(&down, &way);
        let mut length = if step == 0 { 1.0 / libm::sqrt(steep.max(1e-12)) } else { 1.0 };
        let mut taken = None;
        for _ in 0..20 {
            let mut next = weights.clone();
            add(&mut next, &way, -length);
            let (own, own_down) = slope(&next, lessons, open, plan.penalty);
            if own <= loss - 1e-4 * length * steep {
                taken = Some((next, own, own_down));
                break;
            }
            length /= 2.0;
        }
        let Some((next, own, own_down)) = taken else { break };
        let mut moved = next.clone();
        add(&mut moved, &weights, -1.0);
        let mut turned = own_down.clone();
        add(&mut turned, &down, -1.0);
        let product = dot(&moved, &turned);
        if product > 1e-12 {
            memory.push((moved, turned, product));
            if memory.len() > MEMORY {
                memory.remove(0);
            }
        }
        let gained = loss - own;
        (weights, loss, down) = (next, own, own_down);
        if gained < 1e-5 * loss {
            break;
        }
    }
    weights
}
