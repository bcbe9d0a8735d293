//! How often a word is part of a cue in the annotated texts, in a few steps.

use super::data::Article;
use super::key::key;
use super::text::{Text, Word};
use std::collections::BTreeMap;

/// Counts of words: as part of a cue, and at all.
#[derive(Clone, Debug, Default)]
pub(super) struct Habits {
    counts: BTreeMap<u32, [u32; 2]>,
}

/// The keys that a word is counted by: its form, and its lemma with its part of speech.
fn keys(word: &Word) -> [u32; 2] {
    [key(1, &[word.folded]), key(2, &[word.lemma, word.upos as u32])]
}

impl Habits {
    /// Counts the words of articles.
    pub(super) fn of<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Self {
        let mut habits = Self::default();
        for article in articles {
            let mut in_cue = vec![false; article.text.words.len()];
            for gold in &article.gold {
                in_cue[gold.cue.clone()].fill(true);
            }
            for (word, in_cue) in article.text.words.iter().zip(in_cue) {
                for key in keys(word) {
                    let count = habits.counts.entry(key).or_default();
                    count[0] += u32::from(in_cue);
                    count[1] += 1;
                }
            }
        }
        habits
    }

    /// The habits of a text's words, by form and by lemma; `without` is left out of the counts,
    /// so that a text to learn from does not tell its own answers.
    pub(super) fn steps(&self, text: &Text, without: Option<&Self>) -> Vec<[u32; 2]> {
        let step = |key: u32| {
            let all = self.counts.get(&key).copied().unwrap_or_default();
            let own = without.and_then(|own| own.counts.get(&key)).copied().unwrap_or_default();
            step(all[0].saturating_sub(own[0]), all[1].saturating_sub(own[1]))
        };
        text.words.iter().map(|word| keys(word).map(step)).collect()
    }
}

/// 0 for a word that is never part of a cue, then by share.
fn step(in_cue: u32, all: u32) -> u32 {
    match in_cue {
        0 => 0,
        _ if in_cue * 20 < all => 2,
        _ if in_cue * 5 < all => 3,
        _ if in_cue * 2 < all => 4,
        _ if in_cue * 5 < all * 4 => 5,
        _ => 6,
    }
}
