//! The learned weights of the features, and the choice by them.

use super::features;
use super::question::{Choice, Question};
use crate::lexicons::{Lexicon, PARTIES, Row};

/// What a feature weighs for who acts, and for towards whom.
#[derive(Clone, Copy, Debug)]
struct Weight([i32; 2]);

impl Row for Weight {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        let [_, source, target] = columns else { return None };
        Some(Self([source.parse().ok()?, target.parse().ok()?]))
    }
}

/// Weights of all features.
#[derive(Debug)]
pub(in crate::tension) struct Weights(Vec<[i32; 2]>);

impl Weights {
    /// The weights of the product.
    pub(in crate::tension) fn built_in() -> Self {
        let list = Lexicon::<Weight>::open(&PARTIES);
        let weight = |name: String| {
            let found = list.get(&name).and_then(|found| found.first().map(|weight| weight.0));
            found.unwrap_or_default()
        };
        Self(features::names().map(weight).collect())
    }

    /// Weights in the order of the features.
    pub(in crate::tension) const fn of(weights: Vec<[i32; 2]>) -> Self {
        Self(weights)
    }

    fn score(&self, features: &[u16], side: usize) -> i32 {
        let weights = features.iter().filter_map(|one| self.0.get(usize::from(*one)));
        weights.filter_map(|weight| weight.get(side)).sum()
    }

    /// Who fits best as source, and then who as target.
    pub(in crate::tension) fn choose(&self, question: &Question<'_>) -> Choice {
        let best = |side: usize, more: &dyn Fn(usize) -> Option<i32>| {
            let mut best = (None, self.score(question.nobody(), side));
            for at in 0..question.len() {
                let Some(more) = more(at) else { continue };
                let score = self.score(question.features(at), side) + more;
                if score > best.1 {
                    best = (Some(at), score);
                }
            }
            best.0
        };
        let source = question.source(best(0, &|_| Some(0)));
        let target = question.settled.target.filter(|at| Some(*at) != source).or_else(|| {
            best(1, &|at| {
                let beside = question.to_source(source, at);
                let barred = question.barred.get(at).copied().unwrap_or_default();
                (Some(at) != source && !barred).then(|| self.score(&[beside], 1))
            })
        });
        Choice { source, target }
    }
}

#[cfg(test)]
mod tests {
    use super::features::FEATURES;
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_row_is_a_weight_of_a_feature() {
        assert_eq!(Lexicon::<Weight>::open(&PARTIES).unread(), 0);
        let names: BTreeSet<String> = features::names().collect();
        assert_eq!(names.len(), FEATURES, "names are unique");
        for row in PARTIES.rows().lines() {
            let key = row.split('\t').next().unwrap_or_default();
            assert!(names.contains(key), "{key}");
        }
    }
}
