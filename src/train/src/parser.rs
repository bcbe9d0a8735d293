//! The parser while it learns: a dynamic oracle for arc-hybrid (Goldberg and Nivre 2013), steps
//! taken as the parser itself would take them, and the way back through its layers.

use crate::net::{Encoded, Net, Weights, add, apply, rectify, softmax, unapply};
use crate::tensor::{Grad, Random};
use readout_analysis::training::LABELS;
use readout_analysis::training::transitions::{MOVES, Move, State};
use readout_analysis::training::view::{VIEWS, facts, views};

/// How many arcs of the gold tree a move puts out of reach.
fn cost(state: &State, gold: &[u16], step: Move, len: usize) -> usize {
    let head = |token: u16| gold.get(usize::from(token)).copied();
    let (top, below, first) = (state.stack(0), state.stack(1), state.buffer(0));
    let waiting = |token: u16| usize::from(token) <= len && token >= first;
    let dependents_waiting =
        || (first..len as u16).filter(|token| head(*token) == Some(top)).count();
    match step {
        Move::Shift => {
            let tokens = state.stack_tokens();
            let under = tokens.len().saturating_sub(1);
            usize::from(tokens[..under].iter().any(|token| head(first) == Some(*token)))
                + tokens.iter().filter(|token| head(**token) == Some(first)).count()
        }
        Move::Left => {
            let lost =
                head(top).is_some_and(|head| head == below || (waiting(head) && head != first));
            usize::from(lost) + dependents_waiting()
        }
        Move::Right => usize::from(head(top).is_some_and(waiting)) + dependents_waiting(),
    }
}

/// Projections of tokens, made when first asked for, and their gradients.
struct Projections {
    width: usize,
    /// Tokens as the parser sees them: fewer units than the encoder gives.
    narrow: usize,
    tokens: Vec<f32>,
    made: Vec<bool>,
    values: Vec<f32>,
    grads: Vec<f32>,
}

impl Projections {
    fn new(net: &Net, encoded: &Encoded) -> Self {
        let (len, width, narrow) = (encoded.len, net.shape.parser, net.shape.narrow);
        let size = VIEWS * len * width;
        let mut tokens = vec![0.0; len * narrow];
        for (at, token) in tokens.chunks_mut(narrow).enumerate() {
            apply(&net.weights.narrow, encoded.token(at), token);
            rectify(token);
        }
        Self {
            width,
            narrow,
            tokens,
            made: vec![false; VIEWS * len],
            values: vec![0.0; size],
            grads: vec![0.0; size],
        }
    }
}

/// One state seen by the network.
struct Seen {
    hidden: Vec<f32>,
    tokens: [u16; VIEWS],
    facts: Vec<usize>,
}

fn see(net: &Net, encoded: &Encoded, state: &State, made: &mut Projections, drop: &[f32]) -> Seen {
    let tokens = views(state);
    let mut hidden = vec![0.0; made.width];
    let mut list = Vec::with_capacity(16);
    for (view, token) in tokens.iter().enumerate() {
        let token = usize::from(*token);
        if token >= encoded.len {
            continue;
        }
        let slot = view * encoded.len + token;
        let range = slot * made.width..(slot + 1) * made.width;
        if !made.made[slot] {
            made.made[slot] = true;
            let x = &made.tokens[token * made.narrow..(token + 1) * made.narrow];
            net.weights.view[view].forward(0, x, &mut made.values[range.clone()]);
        }
        add(&made.values[range], &mut hidden);
    }
    facts(state, &tokens, encoded.len, |fact| list.push(fact));
    for fact in &list {
        add(net.weights.facts.row(*fact), &mut hidden);
    }
    for (value, kept) in hidden.iter_mut().zip(drop) {
        *value = value.max(0.0) * kept;
    }
    Seen { hidden, tokens, facts: list }
}

fn best_label(scores: &[f32], step: Move) -> u8 {
    let from = if step == Move::Left { 0 } else { LABELS.len() };
    let scores = &scores[from..from + LABELS.len()];
    (0..LABELS.len()).max_by(|a, b| scores[*a].total_cmp(&scores[*b]).then(b.cmp(a))).unwrap_or(0)
        as u8
}

/// Parses as the networks would together: heads (the number of tokens is the root) and labels.
pub(crate) fn parse(nets: &[Net], encoded: &[Encoded]) -> (Vec<u16>, Vec<u8>) {
    let len = encoded.first().map_or(0, |encoded| encoded.len);
    let mut state = State::default();
    state.start(len);
    let mut made: Vec<Projections> =
        nets.iter().zip(encoded).map(|(net, encoded)| Projections::new(net, encoded)).collect();
    let mut labels = vec![0.0; 2 * LABELS.len()];
    while !state.is_done() {
        let mut steps = [0.0; 3];
        let mut seen = Vec::with_capacity(nets.len());
        for ((net, encoded), made) in nets.iter().zip(encoded).zip(&mut made) {
            let keep = vec![1.0; net.shape.parser];
            let view = see(net, encoded, &state, made, &keep);
            let mut own = [0.0; 3];
            apply(&net.weights.step, &view.hidden, &mut own);
            softmax(&mut own);
            add(&own, &mut steps);
            seen.push(view);
        }
        let step = best(&state, &steps, |_| true);
        let mut label = 0;
        if step != Move::Shift {
            let mut sum = vec![0.0; 2 * LABELS.len()];
            for (net, view) in nets.iter().zip(&seen) {
                apply(&net.weights.label, &view.hidden, &mut labels);
                labels.chunks_mut(LABELS.len()).for_each(softmax);
                add(&labels, &mut sum);
            }
            label = best_label(&sum, step);
        }
        state.make(step, label);
    }
    (state.heads, state.labels)
}

fn best(state: &State, scores: &[f32; 3], fits: impl Fn(Move) -> bool) -> Move {
    let mut found = None;
    for (step, score) in MOVES.into_iter().zip(scores) {
        if state.can(step) && fits(step) && found.is_none_or(|(_, most)| *score > most) {
            found = Some((step, *score));
        }
    }
    found.map_or(Move::Shift, |(step, _)| step)
}

/// What a sentence teaches the parser: the loss; `d` gets the gradient of the encoder's last level.
#[expect(clippy::too_many_arguments, reason = "one call, in the one loop that learns")]
pub(crate) fn learn(
    net: &Net,
    encoded: &Encoded,
    gold: &[u16],
    gold_labels: &[u8],
    weight: f32,
    explore: f32,
    drop: f32,
    d: &mut [f32],
    grads: &mut Weights<Grad>,
    random: &mut Random,
) -> f32 {
    let len = encoded.len;
    let width = net.shape.parser;
    let mut state = State::default();
    state.start(len);
    let mut made = Projections::new(net, encoded);
    let mut loss = 0.0;
    let mut keep = vec![1.0; width];
    let mut labels = vec![0.0; 2 * LABELS.len()];
    while !state.is_done() {
        if drop > 0.0 {
            for place in &mut keep {
                *place = if random.unit() < drop { 0.0 } else { 1.0 / (1.0 - drop) };
            }
        }
        let seen = see(net, encoded, &state, &mut made, &keep);
        let mut scores = [0.0; 3];
        apply(&net.weights.step, &seen.hidden, &mut scores);
        let costs = MOVES
            .map(|step| if state.can(step) { cost(&state, gold, step, len) } else { usize::MAX });
        let least = costs.into_iter().min().unwrap_or_default();
        let good = |step: Move| costs[step as usize] == least;
        // The gradient of −log of the share of all good moves.
        let mut shares = scores;
        for step in MOVES.into_iter().filter(|step| !state.can(*step)) {
            shares[step as usize] = f32::NEG_INFINITY;
        }
        softmax(&mut shares);
        let right: f32 =
            MOVES.into_iter().filter(|step| good(*step)).map(|step| shares[step as usize]).sum();
        loss -= libm::logf(right.max(1e-9)) * weight;
        let mut ds = [0.0; 3];
        for step in MOVES {
            let at = step as usize;
            let target = if good(step) { shares[at] / right.max(1e-9) } else { 0.0 };
            ds[at] = (shares[at] - target) * weight;
        }
        let mut dh = vec![0.0; width];
        unapply(&net.weights.step, &seen.hidden, &ds, Some(&mut dh), &mut grads.step);
        // The label of an arc that is right.
        let (top, below, first) = (state.stack(0), state.stack(1), state.buffer(0));
        let head = gold.get(usize::from(top)).copied();
        let arc = [(Move::Left, first), (Move::Right, below)]
            .into_iter()
            .find(|(step, token)| state.can(*step) && good(*step) && head == Some(*token));
        let guess = best(&state, &scores, |_| true);
        let teach = best(&state, &scores, good);
        let chosen = if random.unit() < explore { guess } else { teach };
        let mut label = 0;
        if arc.is_some() || chosen != Move::Shift {
            apply(&net.weights.label, &seen.hidden, &mut labels);
            label = best_label(&labels, chosen);
        }
        if let Some((step, _)) = arc {
            let wanted = gold_labels[usize::from(top)];
            let from = if step == Move::Left { 0 } else { LABELS.len() };
            let mut dl = vec![0.0; 2 * LABELS.len()];
            let part = &mut dl[from..from + LABELS.len()];
            part.copy_from_slice(&labels[from..from + LABELS.len()]);
            softmax(part);
            loss -= libm::logf(part[usize::from(wanted)].max(1e-9)) * weight;
            part[usize::from(wanted)] -= 1.0;
            for value in part.iter_mut() {
                *value *= weight;
            }
            unapply(&net.weights.label, &seen.hidden, &dl, Some(&mut dh), &mut grads.label);
            if chosen == step {
                label = wanted;
            }
        }
        for unit in 0..width {
            dh[unit] = if seen.hidden[unit] > 0.0 { dh[unit] * keep[unit] } else { 0.0 };
        }
        for fact in &seen.facts {
            add(&dh, grads.facts.row_mut(*fact));
        }
        for (view, token) in seen.tokens.iter().enumerate() {
            let token = usize::from(*token);
            if token < len {
                let slot = view * len + token;
                add(&dh, &mut made.grads[slot * width..(slot + 1) * width]);
            }
        }
        state.make(chosen, label);
    }
    back(net, encoded, &made, d, grads);
    loss
}

/// The way back from the projections to the encoder's last level.
fn back(
    net: &Net,
    encoded: &Encoded,
    made: &Projections,
    d: &mut [f32],
    grads: &mut Weights<Grad>,
) {
    let (len, width) = (encoded.len, made.width);
    let (hidden, narrow) = (net.shape.hidden, made.narrow);
    for token in 0..len {
        let x = &made.tokens[token * narrow..(token + 1) * narrow];
        let mut dx = vec![0.0; narrow];
        for view in 0..VIEWS {
            let slot = view * len + token;
            if made.made[slot] {
                let dy = &made.grads[slot * width..(slot + 1) * width];
                net.weights.view[view].backward(0, x, dy, Some(&mut dx), &mut grads.view[view]);
            }
        }
        for (d, x) in dx.iter_mut().zip(x) {
            if *x <= 0.0 {
                *d = 0.0;
            }
        }
        let d = &mut d[(token + 1) * hidden..(token + 2) * hidden];
        unapply(&net.weights.narrow, encoded.token(token), &dx, Some(d), &mut grads.narrow);
    }
}
