//! The learned weights of the features, and the choice by them.

use super::features::{self, FEATURES};
use super::question::{Class, Question};
use crate::lexicons::{ANTECEDENTS, Lexicon, Row};

/// A weight of a feature for a class of pronouns.
#[derive(Clone, Copy, Debug)]
struct Weight(Class, i32);

impl Row for Weight {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        let [_, class, weight] = columns else { return None };
        let class = Class::ALL.into_iter().find(|one| one.name() == *class)?;
        Some(Self(class, weight.parse().ok()?))
    }
}

/// Weights of all features.
#[derive(Debug)]
pub(crate) struct Weights {
    of: [[i32; FEATURES]; Class::ALL.len()],
    /// How much better the best must be than the next, and than nobody (below 0 when a guess pays).
    margins: [[i32; Class::ALL.len()]; 2],
}

impl Weights {
    /// The weights of the product.
    pub(crate) fn built_in() -> Self {
        let list = Lexicon::<Weight>::open(&ANTECEDENTS);
        let mut weights =
            Self { of: [[0; FEATURES]; Class::ALL.len()], margins: [[0; Class::ALL.len()]; 2] };
        let rows = |key: &str| -> Vec<Weight> {
            list.get(key).map(|found| found.rows().copied().collect()).unwrap_or_default()
        };
        for (margins, key) in weights.margins.iter_mut().zip(["margin next", "margin nobody"]) {
            for Weight(class, margin) in rows(key) {
                margins[class as usize] = margin;
            }
        }
        for (index, name) in features::names().enumerate() {
            for Weight(class, weight) in rows(&name) {
                weights.of[class as usize][index] = weight;
            }
        }
        weights
    }

    /// The candidate that fits best, if it is clear enough that one is meant.
    pub(crate) fn choose(&self, question: &Question<'_>) -> Option<usize> {
        let table = self.of.get(question.class as usize)?;
        let score = |features: &[u16]| -> i32 {
            features.iter().filter_map(|one| table.get(usize::from(*one))).sum()
        };
        let nobody = score(question.nobody);
        // The first among equals: the latest mentioned.
        let mut best: Option<(usize, i32)> = None;
        let mut next = None;
        for candidate in 0..question.len() {
            let score = score(question.features(candidate));
            if best.is_none_or(|(_, top)| score > top) {
                next = best.map(|(_, top)| top);
                best = Some((candidate, score));
            } else {
                next = next.max(Some(score));
            }
        }
        let [above_next, above_nobody] =
            self.margins.map(|of| of.get(question.class as usize).copied().unwrap_or_default());
        best.filter(|(_, top)| {
            (question.sure || top - nobody > above_nobody)
                && next.is_none_or(|next| top - next >= above_next)
        })
        .map(|(candidate, _)| candidate)
    }
}
