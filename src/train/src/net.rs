//! The network in floating point: embeddings, convolutions, and heads for tags, names and the
//! parser. What the product computes in integers is this.

use crate::tensor::{Grad, Param, Random};
use readout_analysis::training::features::{BEGINNINGS, ENDINGS, SHAPES};
use readout_analysis::training::view::{FACTS, VIEWS};
use readout_analysis::training::{HINTS, LABELS, NAMES, TAGS};

/// Sizes of a network.
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    /// Slots of the vocabulary.
    pub(crate) words: usize,
    pub(crate) word: usize,
    pub(crate) ending: usize,
    pub(crate) beginning: usize,
    pub(crate) form: usize,
    pub(crate) hint: usize,
    /// Rows and width of the table of what a teacher says; none in the product.
    pub(crate) advice: (usize, usize),
    pub(crate) hidden: usize,
    pub(crate) layers: usize,
    pub(crate) names: usize,
    /// Units of a token as the parser sees it.
    pub(crate) narrow: usize,
    pub(crate) parser: usize,
}

impl Shape {
    pub(crate) fn input(&self) -> usize {
        self.word + self.ending + self.beginning + self.form + self.hint + self.advice.1
    }
}

/// Everything that learns, or one thing of each.
#[derive(Clone, Debug)]
pub(crate) struct Weights<T> {
    pub(crate) word: T,
    pub(crate) ending: T,
    pub(crate) beginning: T,
    pub(crate) shape: T,
    pub(crate) hint: T,
    pub(crate) advice: T,
    pub(crate) conv: Vec<T>,
    pub(crate) tag: T,
    pub(crate) name_conv: T,
    pub(crate) name: T,
    pub(crate) narrow: T,
    pub(crate) view: Vec<T>,
    pub(crate) facts: T,
    pub(crate) step: T,
    pub(crate) label: T,
}

impl<T> Weights<T> {
    pub(crate) fn map<U>(&self, mut f: impl FnMut(&T) -> U) -> Weights<U> {
        Weights {
            word: f(&self.word),
            ending: f(&self.ending),
            beginning: f(&self.beginning),
            shape: f(&self.shape),
            hint: f(&self.hint),
            advice: f(&self.advice),
            conv: self.conv.iter().map(&mut f).collect(),
            tag: f(&self.tag),
            name_conv: f(&self.name_conv),
            name: f(&self.name),
            narrow: f(&self.narrow),
            view: self.view.iter().map(&mut f).collect(),
            facts: f(&self.facts),
            step: f(&self.step),
            label: f(&self.label),
        }
    }

    /// All, in a fixed order.
    pub(crate) fn all(&mut self) -> Vec<&mut T> {
        let mut all = vec![
            &mut self.word,
            &mut self.ending,
            &mut self.beginning,
            &mut self.shape,
            &mut self.hint,
            &mut self.advice,
            &mut self.tag,
            &mut self.name_conv,
            &mut self.name,
            &mut self.narrow,
            &mut self.facts,
            &mut self.step,
            &mut self.label,
        ];
        all.extend(&mut self.conv);
        all.extend(&mut self.view);
        all
    }
}

/// A network that learns. A matrix of a layer has one row more than its input: the bias.
#[derive(Clone, Debug)]
pub(crate) struct Net {
    pub(crate) shape: Shape,
    pub(crate) weights: Weights<Param>,
}

impl Net {
    pub(crate) fn new(shape: Shape, seed: u64) -> Self {
        let random = &mut Random(seed);
        let layer = |input: usize, output: usize, random: &mut Random| {
            let spread = (3.0 / input as f32).sqrt();
            let mut param = Param::new(input + 1, output, spread, false, random);
            param.w[input * output..].fill(0.0);
            param
        };
        let table = |rows: usize, cols: usize, random: &mut Random| {
            Param::new(rows, cols, 0.2, true, random)
        };
        let (hidden, input) = (shape.hidden, shape.input());
        let weights = Weights {
            word: table(shape.words, shape.word, random),
            ending: table(ENDINGS, shape.ending, random),
            beginning: table(BEGINNINGS, shape.beginning, random),
            shape: table(SHAPES, shape.form, random),
            hint: table(HINTS, shape.hint, random),
            advice: table(shape.advice.0.max(1), shape.advice.1, random),
            conv: (0..shape.layers)
                .map(|at| layer(3 * if at == 0 { input } else { hidden }, hidden, random))
                .collect(),
            tag: layer(hidden, TAGS.len(), random),
            name_conv: layer(3 * hidden, shape.names, random),
            name: layer(shape.names, NAMES.len(), random),
            narrow: layer(hidden, shape.narrow, random),
            view: (0..VIEWS)
                .map(|_| {
                    let spread = (1.0 / shape.narrow as f32).sqrt();
                    Param::new(shape.narrow, shape.parser, spread, false, random)
                })
                .collect(),
            facts: table(FACTS, shape.parser, random),
            step: layer(shape.parser, 3, random),
            label: layer(shape.parser, 2 * LABELS.len(), random),
        };
        Self { shape, weights }
    }
}

/// What the network sees of a token.
#[derive(Clone, Debug, Default)]
pub(crate) struct Input {
    pub(crate) word: Option<u32>,
    pub(crate) endings: [u16; 3],
    pub(crate) beginning: u16,
    pub(crate) shape: u8,
    pub(crate) hint: u8,
    pub(crate) advice: Vec<u16>,
}

/// A sentence on its way through the network.
#[derive(Clone, Debug, Default)]
pub(crate) struct Encoded {
    pub(crate) len: usize,
    /// Input vectors, then the output of each layer; each with a row of zeros before and after.
    pub(crate) levels: Vec<Vec<f32>>,
    /// Whether a unit was kept, and by how much it was raised.
    masks: Vec<Vec<f32>>,
    /// What each layer added, to know where it was cut off at zero.
    added: Vec<Vec<f32>>,
}

impl Encoded {
    /// The encoded token at a place.
    pub(crate) fn token(&self, at: usize) -> &[f32] {
        let level = &self.levels[self.levels.len() - 1];
        let width = level.len() / (self.len + 2);
        &level[(at + 1) * width..(at + 2) * width]
    }

    /// The encoded tokens around a place.
    pub(crate) fn around(&self, at: usize) -> &[f32] {
        let level = &self.levels[self.levels.len() - 1];
        let width = level.len() / (self.len + 2);
        &level[at * width..(at + 3) * width]
    }
}

fn mask(len: usize, width: usize, drop: f32, random: &mut Random) -> Vec<f32> {
    let keep = 1.0 / (1.0 - drop);
    let mut mask = vec![keep; len * width];
    if drop > 0.0 {
        mask.iter_mut().filter(|_| random.unit() < drop).for_each(|place| *place = 0.0);
    }
    mask
}

/// A layer's output before it is cut off at zero: the bias, then the input times the matrix.
pub(crate) fn apply(param: &Param, x: &[f32], y: &mut [f32]) {
    y.copy_from_slice(param.row(param.rows - 1));
    param.forward(0, x, y);
}

/// The way back through [`apply`].
pub(crate) fn unapply(
    param: &Param,
    x: &[f32],
    dy: &[f32],
    dx: Option<&mut [f32]>,
    grad: &mut Grad,
) {
    for (g, d) in grad.row_mut(param.rows - 1).iter_mut().zip(dy) {
        *g += d;
    }
    if let Some(dx) = dx {
        param.backward(0, x, dy, Some(dx), grad);
    } else {
        param.backward(0, x, dy, None, grad);
    }
}

impl Net {
    /// Encodes a sentence; `drop` is the share of units that are left out while learning.
    pub(crate) fn encode(&self, inputs: &[Input], drop: f32, random: &mut Random) -> Encoded {
        let (len, width, hidden) = (inputs.len(), self.shape.input(), self.shape.hidden);
        let mut encoded = Encoded { len, ..Encoded::default() };
        let first = mask(len, width, drop, random);
        let mut level = vec![0.0; (len + 2) * width];
        for (at, input) in inputs.iter().enumerate() {
            let place = &mut level[(at + 1) * width..(at + 2) * width];
            self.embed(input, place);
            for (value, kept) in place.iter_mut().zip(&first[at * width..]) {
                *value *= kept;
            }
        }
        encoded.masks.push(first);
        encoded.levels.push(level);
        for (at, conv) in self.weights.conv.iter().enumerate() {
            let below = &encoded.levels[at];
            let input = below.len() / (len + 2);
            let kept =
                mask(len, hidden, if at + 1 == self.shape.layers { 0.0 } else { drop }, random);
            let mut level = vec![0.0; (len + 2) * hidden];
            let mut added = vec![0.0; len * hidden];
            for token in 0..len {
                let y = &mut added[token * hidden..(token + 1) * hidden];
                apply(conv, &below[token * input..(token + 3) * input], y);
                let place = &mut level[(token + 1) * hidden..(token + 2) * hidden];
                for unit in 0..hidden {
                    y[unit] = y[unit].max(0.0) * kept[token * hidden + unit];
                    let under = if at == 0 { 0.0 } else { below[(token + 1) * hidden + unit] };
                    place[unit] = under + y[unit];
                }
            }
            encoded.masks.push(kept);
            encoded.added.push(added);
            encoded.levels.push(level);
        }
        encoded
    }

    fn embed(&self, input: &Input, place: &mut [f32]) {
        let (shape, weights) = (&self.shape, &self.weights);
        let (word, rest) = place.split_at_mut(shape.word);
        let (ending, rest) = rest.split_at_mut(shape.ending);
        let (beginning, rest) = rest.split_at_mut(shape.beginning);
        let (form, rest) = rest.split_at_mut(shape.form);
        let (hint, advice) = rest.split_at_mut(shape.hint);
        if let Some(row) = input.word {
            add(weights.word.row(row as usize), word);
        }
        for row in input.endings {
            add(weights.ending.row(row.into()), ending);
        }
        add(weights.beginning.row(input.beginning.into()), beginning);
        add(weights.shape.row(input.shape.into()), form);
        add(weights.hint.row(input.hint.into()), hint);
        for row in &input.advice {
            add(weights.advice.row((*row).into()), advice);
        }
    }

    /// The way back: `d` holds the gradient of the last level, laid out like it.
    pub(crate) fn learn_encoder(
        &self,
        inputs: &[Input],
        encoded: &Encoded,
        mut d: Vec<f32>,
        grads: &mut Weights<Grad>,
    ) {
        let (len, hidden) = (encoded.len, self.shape.hidden);
        for at in (0..self.shape.layers).rev() {
            let below = &encoded.levels[at];
            let input = below.len() / (len + 2);
            let mut under = vec![0.0; below.len()];
            if at > 0 {
                under.copy_from_slice(&d);
            }
            let mut dy = vec![0.0; hidden];
            for token in 0..len {
                let added = &encoded.added[at][token * hidden..(token + 1) * hidden];
                let kept = &encoded.masks[at + 1][token * hidden..(token + 1) * hidden];
                let above = &d[(token + 1) * hidden..(token + 2) * hidden];
                let mut any = false;
                for unit in 0..hidden {
                    dy[unit] = if added[unit] > 0.0 { above[unit] * kept[unit] } else { 0.0 };
                    any |= dy[unit] != 0.0;
                }
                if any {
                    let x = &below[token * input..(token + 3) * input];
                    let dx = &mut under[token * input..(token + 3) * input];
                    unapply(&self.weights.conv[at], x, &dy, Some(dx), &mut grads.conv[at]);
                }
            }
            d = under;
        }
        let width = self.shape.input();
        for (at, input) in inputs.iter().enumerate() {
            let d = &mut d[(at + 1) * width..(at + 2) * width];
            for (value, kept) in d.iter_mut().zip(&encoded.masks[0][at * width..]) {
                *value *= kept;
            }
            self.learn_embeddings(input, d, grads);
        }
    }

    fn learn_embeddings(&self, input: &Input, d: &[f32], grads: &mut Weights<Grad>) {
        let shape = &self.shape;
        let (word, rest) = d.split_at(shape.word);
        let (ending, rest) = rest.split_at(shape.ending);
        let (beginning, rest) = rest.split_at(shape.beginning);
        let (form, rest) = rest.split_at(shape.form);
        let (hint, advice) = rest.split_at(shape.hint);
        if let Some(row) = input.word {
            add(word, grads.word.row_mut(row as usize));
        }
        for row in input.endings {
            add(ending, grads.ending.row_mut(row.into()));
        }
        add(beginning, grads.beginning.row_mut(input.beginning.into()));
        add(form, grads.shape.row_mut(input.shape.into()));
        add(hint, grads.hint.row_mut(input.hint.into()));
        for row in &input.advice {
            add(advice, grads.advice.row_mut((*row).into()));
        }
    }
}

/// y += x
pub(crate) fn add(x: &[f32], y: &mut [f32]) {
    for (y, x) in y.iter_mut().zip(x) {
        *y += x;
    }
}

/// Cuts off what is below zero.
pub(crate) fn rectify(units: &mut [f32]) {
    for unit in units {
        *unit = unit.max(0.0);
    }
}

/// Scores to shares that sum to one.
pub(crate) fn softmax(scores: &mut [f32]) {
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut sum = 0.0;
    for score in scores.iter_mut() {
        *score = libm::expf(*score - most);
        sum += *score;
    }
    for score in scores.iter_mut() {
        *score /= sum;
    }
}
