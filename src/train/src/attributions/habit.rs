//! Counts how often words are part of cues in the annotated texts.

use super::data::Part;
use readout_analysis::training::learned::Text;
use readout_analysis::training::learned::habits::{ROWS, row, step};
use std::collections::BTreeMap;

/// Counts of words: as part of a cue, and at all.
#[derive(Clone, Debug, Default)]
pub(super) struct Habits {
    counts: BTreeMap<u32, [u32; 2]>,
}

impl Habits {
    /// Counts the words of paragraphs.
    pub(super) fn of<'a>(parts: impl IntoIterator<Item = &'a Part>) -> Self {
        let mut habits = Self::default();
        for part in parts {
            let mut in_cue = vec![false; part.text.words.len()];
            for gold in &part.gold {
                in_cue[gold.cue.clone()].fill(true);
            }
            for (word, in_cue) in part.text.words.iter().zip(in_cue) {
                for key in word.habit_keys() {
                    let count = habits.counts.entry(key).or_default();
                    count[0] += u32::from(in_cue);
                    count[1] += 1;
                }
            }
        }
        habits
    }

    /// Gives each word its habits; `own` is left out of the counts, so that a text to learn from
    /// does not tell its own answers.
    pub(super) fn give(&self, text: &mut Text, own: &Self) {
        let step = |key: u32| {
            let all = self.counts.get(&key).copied().unwrap_or_default();
            let own = own.counts.get(&key).copied().unwrap_or_default();
            step(all[0] - own[0], all[1] - own[1])
        };
        for word in &mut text.words {
            word.habits = word.habit_keys().map(step);
        }
    }

    /// The table that the product reads. Of the words that share a row the most frequent counts.
    pub(super) fn table(&self) -> Vec<i8> {
        let mut most = vec![0_u32; ROWS];
        let mut table = vec![0_i8; ROWS];
        for (key, [in_cue, all]) in &self.counts {
            let row = row(*key);
            if *all > most[row] {
                most[row] = *all;
                table[row] = step(*in_cue, *all) as i8;
            }
        }
        table
    }
}
