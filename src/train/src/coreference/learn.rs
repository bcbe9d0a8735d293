//! Weights by which the right candidate is likelier than the others and than nobody.

use super::data::Text;
use readout_analysis::Lexicons;
use readout_analysis::training::{Class, FEATURES, Question};

/// The place of the weights that all classes of pronouns share: there is little to learn "it" from.
const ANY: usize = Class::ALL.len();

/// Weights of all features, for each class of pronouns and for all.
#[derive(Clone, Debug)]
pub(super) struct Weights {
    of: Vec<Vec<f64>>,
}

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    pub(super) passes: usize,
    pub(super) rate: f64,
    pub(super) decay: f64,
    /// Pronouns of a text that count in full: a text with more counts no more than this many.
    pub(super) cap: f64,
}

/// How much more news and interviews count than other texts.
const NEWS: f64 = 2.0;

/// What a pronoun of a text counts.
pub(super) fn share(text: &Text, cap: f64) -> f64 {
    let named = text.answers.values().filter(|answer| answer.named).count();
    let kind = if matches!(&*text.genre, "news" | "interview") { NEWS } else { 1.0 };
    kind * (cap / (named as f64).max(1.0)).min(1.0)
}

/// One pronoun as the weights answer it.
#[derive(Clone, Debug)]
pub(super) struct Outcome {
    pub(super) genre: String,
    /// What it counts.
    pub(super) share: f64,
    pub(super) class: Class,
    /// Whether its chain has a name; `None` outside the chains.
    pub(super) named: Option<bool>,
    pub(super) right: bool,
    pub(super) sure: bool,
    /// Whether some candidate is right.
    pub(super) possible: bool,
    /// How much better the best candidate is than the next, and than nobody.
    pub(super) better: Margins,
}

/// How much better a candidate must be than the next, and than nobody.
#[derive(Clone, Copy, Debug)]
pub(super) struct Margins {
    pub(super) next: f64,
    pub(super) nobody: f64,
}

impl Margins {
    /// Nothing is asked.
    pub(super) const NONE: Self = Self { next: 0.0, nobody: 0.0 };

    pub(super) fn are_met(self, better: Self) -> bool {
        better.next >= self.next && better.nobody > self.nobody
    }
}

impl Weights {
    fn new() -> Self {
        Self { of: vec![vec![0.0; FEATURES]; Class::ALL.len() + 1] }
    }

    /// What a feature weighs for a class of pronouns.
    pub(super) fn weight(&self, class: Class, feature: usize) -> f64 {
        self.of[class as usize][feature] + self.of[ANY][feature]
    }

    fn score(&self, class: Class, features: &[u16]) -> f64 {
        features.iter().map(|one| self.weight(class, usize::from(*one))).sum()
    }

    /// Scores of the candidates, then of nobody.
    fn scores(&self, question: &Question<'_>, into: &mut Vec<f64>) {
        into.clear();
        let score = |features| self.score(question.class, features);
        let described = question.described;
        into.extend((0..described.len()).map(|at| score(described.features(at))));
        into.push(score(described.nobody()));
    }
}

/// Which candidates are right; the last place is nobody's.
fn right(text: &Text, question: &Question<'_>, into: &mut Vec<bool>) {
    into.clear();
    let answer = text.answers.get(&question.pronoun.start());
    let fits = |at| {
        let (Some(answer), Some(words)) = (answer, question.answer(at)) else { return false };
        answer.words.iter().any(|one| one.overlaps(words))
    };
    into.extend((0..question.described.len()).map(fits));
    into.push(!into.contains(&true));
}

fn best(scores: &[f64]) -> usize {
    let better = |best: usize, at: usize| if scores[at] > scores[best] { at } else { best };
    (0..scores.len()).fold(0, better)
}

/// Learns from texts. From the second pass on, the text before a pronoun is read as the weights
/// answer it, mistakes included.
pub(super) fn learn(texts: &[&Text], lexicons: &Lexicons, plan: Plan) -> Weights {
    let mut weights = Weights::new();
    let mut squares = Weights::new();
    let mut sums = Weights::new();
    let (mut scores, mut fitting) = (Vec::new(), Vec::new());
    let mut order: Vec<usize> = (0..texts.len()).collect();
    let mut chance = 1_u64;
    for pass in 0..plan.passes {
        for at in (1..order.len()).rev() {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            order.swap(at, (chance >> 33) as usize % (at + 1));
        }
        for text in order.iter().filter_map(|at| texts.get(*at)) {
            let share = share(text, plan.cap);
            text.reading.refer(lexicons, &mut |question| {
                weights.scores(question, &mut scores);
                right(text, question, &mut fitting);
                let given = best(&scores);
                step(
                    &mut weights,
                    &mut squares,
                    question,
                    (&mut scores, &fitting),
                    plan.rate * share,
                );
                let answer = if pass == 0 {
                    fitting.iter().position(|fits| *fits).unwrap_or(question.described.len())
                } else {
                    given
                };
                (answer < question.described.len()).then_some(answer)
            });
            let decay = 1.0 - plan.decay / texts.len() as f64;
            for (weight, sum) in weights.of.iter_mut().flatten().zip(sums.of.iter_mut().flatten()) {
                *weight *= decay;
                if pass * 2 >= plan.passes {
                    *sum += *weight;
                }
            }
        }
    }
    let count = (plan.passes - plan.passes.div_ceil(2)) * texts.len();
    for sum in sums.of.iter_mut().flatten() {
        *sum /= (count as f64).max(1.0);
    }
    sums
}

/// A step up the likelihood that one of the right candidates is chosen.
fn step(
    weights: &mut Weights,
    squares: &mut Weights,
    question: &Question<'_>,
    (scores, fitting): (&mut [f64], &[bool]),
    rate: f64,
) {
    let top = scores.iter().copied().fold(f64::MIN, f64::max);
    for score in scores.iter_mut() {
        *score = libm::exp(*score - top);
    }
    let all: f64 = scores.iter().sum();
    let good: f64 = scores.iter().zip(fitting).filter(|(_, fits)| **fits).map(|(s, _)| s).sum();
    let class = question.class as usize;
    for (at, (score, fits)) in scores.iter().zip(fitting).enumerate() {
        let wanted = if *fits { score / good.max(1e-9) } else { 0.0 };
        let slope = wanted - score / all;
        let described = question.described;
        let features =
            if at < described.len() { described.features(at) } else { described.nobody() };
        for one in features {
            let one = usize::from(*one);
            for of in [class, ANY] {
                let square = &mut squares.of[of][one];
                *square += slope * slope;
                weights.of[of][one] += rate * slope / libm::sqrt(*square + 1.0);
            }
        }
    }
}

/// How the weights answer texts, every answer that meets `margins` taken.
pub(super) fn outcomes(
    texts: &[&Text],
    lexicons: &Lexicons,
    weights: &Weights,
    (margins, cap): ([Margins; 3], f64),
) -> Vec<Outcome> {
    let mut found = Vec::new();
    let (mut scores, mut fitting) = (Vec::new(), Vec::new());
    for text in texts {
        text.reading.refer(lexicons, &mut |question| {
            weights.scores(question, &mut scores);
            right(text, question, &mut fitting);
            let nobody = scores.pop().unwrap_or_default();
            let top = best(&scores);
            let next = scores.iter().enumerate().filter(|(at, _)| *at != top);
            let next = next.map(|(_, score)| *score).fold(f64::MIN, f64::max);
            // Somebody is meant.
            let nobody = if question.sure { f64::MIN } else { nobody };
            let better = Margins { next: scores[top] - next, nobody: scores[top] - nobody };
            found.push(Outcome {
                genre: text.genre.clone(),
                share: share(text, cap),
                class: question.class,
                named: text.answers.get(&question.pronoun.start()).map(|answer| answer.named),
                right: fitting[top],
                possible: fitting[..question.described.len()].contains(&true),
                sure: question.sure,
                better,
            });
            margins[question.class as usize].are_met(better).then_some(top)
        });
    }
    found
}
