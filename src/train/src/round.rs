//! Weights as the product stores them: levels of a step, few of them, so that they pack well.
//!
//! In the last passes the network runs with rounded weights while the exact ones learn (straight-
//! through, Bengio et al. 2013), so that it gets used to them.

use crate::net::{Net, Weights};
use crate::tensor::Param;
use readout_analysis::training::features::FEATURE_SET;
use readout_analysis::training::format::{self, STEP_UNIT, Stored};

/// How a kind of matrix is rounded.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Grain {
    /// Levels on each side of zero.
    levels: f32,
    /// How many times the usual size of a weight the last level stands for.
    reach: f32,
    /// Whether the step is a power of two, as layers want it.
    power: bool,
}

/// Tables are large and coarse, layers finer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Grains {
    pub(crate) table: f32,
    pub(crate) layer: f32,
}

impl Default for Grains {
    fn default() -> Self {
        Self { table: 7.0, layer: 31.0 }
    }
}

fn grains(net: &Net, grains: Grains) -> Weights<Grain> {
    let table = Grain { levels: grains.table, reach: 2.8, power: false };
    let layer = Grain { levels: grains.layer, reach: 4.0, power: true };
    let head = Grain { levels: 63.0, reach: 5.0, power: true };
    let mut all = net.weights.map(|_| layer);
    for place in [&mut all.word, &mut all.ending] {
        *place = table;
    }
    let small = Grain { levels: 31.0, reach: 5.0, power: false };
    for place in [&mut all.beginning, &mut all.shape, &mut all.hint, &mut all.facts] {
        *place = small;
    }
    all.step = head;
    all
}

/// The step of each matrix, in 1/4096.
pub(crate) type Steps = Weights<(i32, f32)>;

/// Chooses the steps by the weights as they are.
pub(crate) fn steps(net: &Net, chosen: Grains) -> Steps {
    let mut grains = grains(net, chosen);
    let mut grains = grains.all().into_iter().map(|grain| *grain).collect::<Vec<_>>().into_iter();
    let mut copy = net.clone();
    let mut found = net.weights.map(|_| (1, 1.0));
    for (param, place) in copy.weights.all().into_iter().zip(found.all()) {
        let Some(grain) = grains.next() else { continue };
        // A coarser step reaches further with the same levels, a finer one needs more of them.
        let room = if grain.power { grain.levels * 1.5 } else { grain.levels };
        *place = (step(param, grain), room.floor());
    }
    found
}

fn step(param: &Param, grain: Grain) -> i32 {
    // Rows that never learned anything say nothing of the size.
    let square: f64 = param.w.iter().map(|w| f64::from(w * w)).sum();
    let usual = (square / param.w.len().max(1) as f64).sqrt() as f32;
    let step = usual * grain.reach / grain.levels * STEP_UNIT as f32;
    if grain.power {
        libm::exp2f(libm::log2f(step.max(1.0)).round()) as i32
    } else {
        step.max(1.0) as i32
    }
}

/// Rounds all weights in place.
pub(crate) fn round(net: &mut Net, steps: &Steps) {
    let mut steps = steps.clone();
    for (param, (step, levels)) in net.weights.all().into_iter().zip(steps.all()) {
        let size = *step as f32 / STEP_UNIT as f32;
        for w in &mut param.w {
            *w = level(*w, size, *levels) * size;
        }
    }
}

fn level(w: f32, size: f32, levels: f32) -> f32 {
    (w / size).round().clamp(-levels, levels)
}

fn table(name: &str, param: &Param, (step, levels): (i32, f32)) -> Stored {
    let size = step as f32 / STEP_UNIT as f32;
    Stored {
        name: name.to_owned(),
        rows: param.rows,
        columns: param.cols,
        step,
        levels: param.w.iter().map(|w| level(*w, size, levels) as i8).collect(),
    }
}

/// A layer is stored output by output: its inputs, then its bias.
fn layer(name: &str, param: &Param, step: (i32, f32)) -> Stored {
    let plain = table(name, param, step);
    let levels = (0..param.cols)
        .flat_map(|output| (0..param.rows).map(move |input| (input, output)))
        .map(|(input, output)| plain.levels[input * param.cols + output])
        .collect();
    Stored { rows: param.cols, columns: param.rows, levels, ..plain }
}

/// The half of a layer's outputs.
fn half(name: &str, param: &Param, step: (i32, f32), which: usize) -> Stored {
    let mut all = layer(name, param, step);
    all.rows /= 2;
    let size = all.rows * all.columns;
    all.levels = all.levels[which * size..(which + 1) * size].to_vec();
    all
}

/// The model file of a network and its vocabulary.
pub(crate) fn file(net: &Net, vocabulary: &[u8], steps: &Steps) -> Vec<u8> {
    let (weights, steps) = (&net.weights, steps);
    let mut all = vec![
        Stored {
            name: "words".to_owned(),
            rows: vocabulary.len(),
            columns: 1,
            step: 1,
            levels: vocabulary.iter().map(|byte| byte.cast_signed()).collect(),
        },
        table("word", &weights.word, steps.word),
        table("ending", &weights.ending, steps.ending),
        table("begin", &weights.beginning, steps.beginning),
        table("shape", &weights.shape, steps.shape),
        table("hint", &weights.hint, steps.hint),
        layer("tag", &weights.tag, steps.tag),
        layer("namelay", &weights.name_conv, steps.name_conv),
        layer("name", &weights.name, steps.name),
        layer("narrow", &weights.narrow, steps.narrow),
        table("facts", &weights.facts, steps.facts),
        layer("step", &weights.step, steps.step),
        half("left", &weights.label, steps.label, 0),
        half("right", &weights.label, steps.label, 1),
    ];
    for (at, param) in weights.conv.iter().enumerate() {
        all.push(layer(&format!("layer{at}"), param, steps.conv[at]));
    }
    for (at, param) in weights.view.iter().enumerate() {
        all.push(layer(&format!("view{at}"), param, steps.view[at]));
    }
    format::write(&all, FEATURE_SET)
}
