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

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_row_is_a_weight_of_a_feature() {
        assert_eq!(Lexicon::<Weight>::open(&ANTECEDENTS).unread(), 0);
        let names: BTreeSet<String> = features::names().collect();
        assert_eq!(names.len(), FEATURES, "names are unique");
        for row in ANTECEDENTS.rows().lines() {
            let key = row.split('\t').next().unwrap_or_default();
            assert!(names.contains(key) || key.starts_with("margin "), "{key}");
        }
    }

    fn choose(candidates: &[&[u16]], sure: bool) -> Option<usize> {
        let mut weights =
            Weights { of: [[0; FEATURES]; Class::ALL.len()], margins: [[0; 3], [0; 3]] };
        weights.margins[0][0] = 2;
        weights.of[0][1] = 5;
        weights.of[0][2] = 4;
        weights.of[0][3] = -1;
        let mut ends = Vec::new();
        for candidate in candidates {
            ends.push(ends.last().copied().unwrap_or(0) + candidate.len());
        }
        weights.choose(&Question {
            class: Class::Person,
            pronoun: readout_text::Span::default(),
            sure,
            nobody: &[],
            features: &candidates.concat(),
            ends: &ends,
            answer: &|_| None,
        })
    }

    #[test]
    fn the_best_must_be_clearly_better() {
        assert_eq!(choose(&[&[3], &[1]], false), Some(1));
        assert_eq!(choose(&[&[2], &[1]], false), None, "too close");
        assert_eq!(choose(&[&[3]], false), None, "nobody is better");
        assert_eq!(choose(&[&[3]], true), Some(0), "somebody is meant");
        assert_eq!(choose(&[], true), None);
    }
}
