//! The loop that learns: shuffled batches, two halves of a batch side by side, Adam with a rate
//! that falls to nothing.

use crate::corpus::{Example, UNKNOWN};
use crate::net::{Encoded, Input, Net, Weights, add, apply, rectify, softmax, unapply};
use crate::parser;
use crate::round::{self, Grains, Steps};
use crate::tensor::{Grad, Param, Random};
use readout_analysis::training::{NAMES, TAGS};

/// How to learn.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) seed: u64,
    pub(crate) passes: usize,
    /// Tokens in a batch.
    pub(crate) batch: usize,
    pub(crate) rate: f32,
    pub(crate) drop: f32,
    pub(crate) decay: f32,
    /// Last passes in which weights are rounded as the product stores them.
    pub(crate) rounded: usize,
    pub(crate) grains: Grains,
}

/// A sentence made ready.
#[derive(Clone, Debug)]
pub(crate) struct Lesson {
    pub(crate) inputs: Vec<Input>,
    pub(crate) example: Example,
}

/// Learns in place; `tell` hears of each pass. Gives the steps to which weights were rounded, if they
/// were.
pub(crate) fn learn(
    net: &mut Net,
    lessons: &[Lesson],
    plan: &Plan,
    mut tell: impl FnMut(usize, &Net, f32),
) -> Option<Steps> {
    let mut grads: Vec<Weights<Grad>> = (0..2).map(|_| net.weights.map(Param::grad)).collect();
    let mut random = Random(plan.seed);
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    let tokens: usize = lessons.iter().map(|lesson| lesson.inputs.len()).sum();
    let steps = (tokens * plan.passes / plan.batch).max(1);
    let mut step = 0;
    let mut steps_of: Option<Steps> = None;
    let mut exact: Vec<Vec<f32>> = net.weights.all().iter().map(|_| Vec::new()).collect();
    for pass in 0..plan.passes {
        random.shuffle(&mut order);
        let explore = if pass == 0 { 0.0 } else { 0.9 };
        if pass + plan.rounded == plan.passes {
            steps_of = Some(round::steps(net, plan.grains));
        }
        let mut loss = 0.0;
        let mut at = 0;
        while at < order.len() {
            let mut size = 0;
            let from = at;
            while at < order.len() && size < plan.batch {
                size += lessons[order[at]].inputs.len();
                at += 1;
            }
            let batch = &order[from..at];
            let half = batch.len().div_ceil(2);
            let seeds = [random.next(), random.next()];
            let (left, right) = grads.split_at_mut(1);
            if let Some(steps) = &steps_of {
                for (param, exact) in net.weights.all().into_iter().zip(&mut exact) {
                    exact.clone_from(&param.w);
                }
                round::round(net, steps);
            }
            let shown = &*net;
            let run = |part: &[usize], seed: u64, grads: &mut Weights<Grad>| -> f32 {
                let mut random = Random(seed);
                part.iter()
                    .map(|index| one(shown, &lessons[*index], plan, explore, grads, &mut random))
                    .sum()
            };
            let (a, b) = rayon::join(
                || run(&batch[..half], seeds[0], &mut left[0]),
                || run(&batch[half..], seeds[1], &mut right[0]),
            );
            if steps_of.is_some() {
                for (param, exact) in net.weights.all().into_iter().zip(&mut exact) {
                    std::mem::swap(&mut param.w, exact);
                }
            }
            loss += a + b;
            step += 1;
            let share = (step as f32 / steps as f32).min(1.0);
            let rate = plan.rate * (step as f32 / 200.0).min(1.0) * (1.0 - share).max(0.01);
            update(net, &mut left[0], &mut right[0], rate, plan, step, size as f32);
        }
        tell(pass, net, loss / tokens as f32);
    }
    if let Some(steps) = &steps_of {
        round::round(net, steps);
    }
    steps_of
}

fn update(
    net: &mut Net,
    left: &mut Weights<Grad>,
    right: &mut Weights<Grad>,
    rate: f32,
    plan: &Plan,
    step: i32,
    size: f32,
) {
    let mut norm = 0.0;
    for (left, right) in left.all().into_iter().zip(right.all()) {
        left.absorb(right);
        left.scale(1.0 / size);
        norm += left.square_sum();
    }
    let clip = (1.0 / norm.sqrt().max(1e-9)).min(1.0) as f32;
    for (param, grad) in net.weights.all().into_iter().zip(left.all()) {
        if clip < 1.0 {
            grad.scale(clip);
        }
        param.update(grad, rate, step, plan.decay);
    }
}

/// Scores to the gradient of the loss against one label.
fn against(scores: &mut [f32], label: u8, weight: f32) -> f32 {
    softmax(scores);
    let label = usize::from(label);
    let loss = -libm::logf(scores[label].max(1e-9)) * weight;
    scores[label] -= 1.0;
    for score in scores.iter_mut() {
        *score *= weight;
    }
    loss
}

fn one(
    net: &Net,
    lesson: &Lesson,
    plan: &Plan,
    explore: f32,
    grads: &mut Weights<Grad>,
    random: &mut Random,
) -> f32 {
    let encoded = net.encode(&lesson.inputs, plan.drop, random);
    let hidden = net.shape.hidden;
    let mut d = vec![0.0; (encoded.len + 2) * hidden];
    let example = &lesson.example;
    let mut loss = 0.0;
    let mut scores = vec![0.0; net.weights.tag.cols];
    for (at, tag) in example.tags.iter().enumerate().filter(|(_, tag)| **tag != UNKNOWN) {
        apply(&net.weights.tag, encoded.token(at), &mut scores);
        loss += against(&mut scores, *tag, example.weight);
        let dx = &mut d[(at + 1) * hidden..(at + 2) * hidden];
        unapply(&net.weights.tag, encoded.token(at), &scores, Some(dx), &mut grads.tag);
    }
    loss += names(net, &encoded, example, &mut d, grads);
    if !example.heads.is_empty() {
        loss += parser::learn(
            net,
            &encoded,
            &example.heads,
            &example.labels,
            example.weight,
            explore,
            plan.drop,
            &mut d,
            grads,
            random,
        );
    }
    net.learn_encoder(&lesson.inputs, &encoded, d, grads);
    loss
}

fn names(
    net: &Net,
    encoded: &Encoded,
    example: &Example,
    d: &mut [f32],
    grads: &mut Weights<Grad>,
) -> f32 {
    let width = net.shape.names;
    let hidden = net.shape.hidden;
    let mut loss = 0.0;
    let mut middle = vec![0.0; width];
    let mut scores = vec![0.0; net.weights.name.cols];
    for (at, label) in example.names.iter().enumerate().filter(|(_, label)| **label != UNKNOWN) {
        let x = encoded.around(at);
        apply(&net.weights.name_conv, x, &mut middle);
        rectify(&mut middle);
        apply(&net.weights.name, &middle, &mut scores);
        loss += against(&mut scores, *label, example.weight);
        let mut dm = vec![0.0; width];
        unapply(&net.weights.name, &middle, &scores, Some(&mut dm), &mut grads.name);
        for (value, unit) in dm.iter_mut().zip(&middle) {
            if *unit <= 0.0 {
                *value = 0.0;
            }
        }
        let dx = &mut d[at * hidden..(at + 3) * hidden];
        unapply(&net.weights.name_conv, x, &dm, Some(dx), &mut grads.name_conv);
    }
    // What leaked into the rows of zeros around the sentence is nobody's.
    d[..hidden].fill(0.0);
    let last = d.len() - hidden;
    d[last..].fill(0.0);
    loss
}

/// The most likely tag of each token, and the most likely label of a name that may stand there.
pub(crate) fn labels(nets: &[Net], encoded: &[Encoded]) -> (Vec<u8>, Vec<u8>) {
    let len = encoded.first().map_or(0, |encoded| encoded.len);
    let mut before = 0_u8;
    let mut tags = Vec::with_capacity(len);
    let mut names = Vec::with_capacity(len);
    for at in 0..len {
        let mut tag_sum = [0.0; TAGS.len()];
        let mut name_sum = [0.0; NAMES.len()];
        for (net, encoded) in nets.iter().zip(encoded) {
            let mut scores = [0.0; TAGS.len()];
            apply(&net.weights.tag, encoded.token(at), &mut scores);
            softmax(&mut scores);
            add(&scores, &mut tag_sum);
            let mut middle = vec![0.0; net.shape.names];
            let mut scores = [0.0; NAMES.len()];
            apply(&net.weights.name_conv, encoded.around(at), &mut middle);
            rectify(&mut middle);
            apply(&net.weights.name, &middle, &mut scores);
            softmax(&mut scores);
            add(&scores, &mut name_sum);
        }
        // A further token follows one of its own type.
        for inside in [2_u8, 4, 6] {
            if before != inside && before != inside - 1 {
                name_sum[usize::from(inside)] = f32::NEG_INFINITY;
            }
        }
        before = most(&name_sum);
        names.push(before);
        tags.push(most(&tag_sum));
    }
    (tags, names)
}

fn most(scores: &[f32]) -> u8 {
    (0..scores.len()).max_by(|a, b| scores[*a].total_cmp(&scores[*b]).then(b.cmp(a))).unwrap_or(0)
        as u8
}
