//! From annotated paragraphs to lessons for the two models.

use super::data::Part;
use super::field::Lesson;
use super::weights::Sequence;
use readout_analysis::training::learned::{cues, roles};
use std::ops::Range;

/// The lessons of a paragraph for the model of cues: its sentences.
pub(super) fn of_cues(part: &Part) -> Vec<Lesson> {
    let mut states = vec![cues::OUT; part.text.words.len()];
    for gold in &part.gold {
        states[gold.cue.clone()].fill(cues::FURTHER);
        states[gold.cue.start] = cues::FIRST;
    }
    let scene = cues::Scene::new(&part.text);
    let lesson = |sentence: &Range<usize>| {
        let mut sequence = Sequence::default();
        for at in sentence.clone() {
            sequence.push(cues::FREE, |keys, pairs| scene.see(sentence, at, keys, pairs));
        }
        let mut path = states[sentence.clone()].to_vec();
        // A cue over the edge of a sentence begins anew.
        if let Some(first) = path.first_mut().filter(|first| **first == cues::FURTHER) {
            *first = cues::FIRST;
        }
        Lesson { sequence, path }
    };
    part.text.sentences.iter().map(lesson).collect()
}

/// The lessons of a paragraph for the model of roles: its annotated cues.
pub(super) fn of_roles(part: &Part) -> Vec<Lesson> {
    let mut starts: Vec<usize> = part.gold.iter().map(|gold| gold.cue.start).collect();
    starts.sort_unstable();
    let lesson = |gold| {
        let scene = roles::Scene::new(&part.text, gold, &starts);
        let mut sequence = Sequence::default();
        for at in scene.window.clone() {
            sequence.push(scene.mask(at), |keys, pairs| scene.see(at, keys, pairs));
        }
        (sequence, scene.window)
    };
    part.gold
        .iter()
        .map(|gold| {
            let (sequence, window) = lesson(&gold.cue);
            Lesson { sequence, path: roles::path(window, &gold.cue, &gold.source, &gold.content) }
        })
        .collect()
}
