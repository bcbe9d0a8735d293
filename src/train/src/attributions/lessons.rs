//! From annotated texts to lessons for the two models.

use super::cues::{self, View};
use super::data::Attribution;
use super::field::Lesson;
use super::roles;
use std::ops::Range;

/// The lessons of a text for the model of cues: its sentences.
pub(super) fn of_cues(view: &View<'_>, gold: &[Attribution]) -> Vec<Lesson> {
    let mut states = vec![cues::OUT; view.text.words.len()];
    for gold in gold {
        states[gold.cue.clone()].fill(cues::FURTHER);
        states[gold.cue.start] = cues::FIRST;
    }
    let lesson = |sentence: &Range<usize>| {
        let sequence = cues::sequence(view, sentence.clone());
        let mut path = states[sentence.clone()].to_vec();
        // A cue over the edge of a sentence begins anew.
        if let Some(first) = path.first_mut().filter(|first| **first == cues::FURTHER) {
            *first = cues::FIRST;
        }
        Lesson { sequence, path }
    };
    view.text.sentences.iter().map(lesson).collect()
}

/// The lessons of a text for the model of roles: its annotated cues.
pub(super) fn of_roles(view: &View<'_>, gold: &[Attribution]) -> Vec<Lesson> {
    let mut starts: Vec<usize> = gold.iter().map(|gold| gold.cue.start).collect();
    starts.sort_unstable();
    gold.iter()
        .map(|gold| Lesson {
            sequence: roles::sequence(view, &gold.cue, &starts),
            path: roles::path(view, gold),
        })
        .collect()
}
