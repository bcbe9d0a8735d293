//! Finds attributions by the two models: cues, then the roles around each.
//!
//! What always holds: every attribution has content, no word is the content of two, and no cue lies
//! in the content of a surer one. Cues may share a source ("she said …, adding …").

use super::chain::{Scored, Weights, best, score};
use super::cues::{self, View};
use super::data::Attribution;
use super::marginals::marginals;
use super::roles;
use std::ops::Range;

/// A cue that was found.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cue {
    pub(super) words: Range<usize>,
    /// How probable it is.
    pub(super) sure: f32,
}

/// The cues of a text, in order; `lift` is added to the score of a cue's first word.
pub(super) fn cues(view: &View<'_>, weights: &Weights, lift: f32) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    for sentence in &view.text.sentences {
        let sequence = cues::sequence(view, sentence.clone());
        let mut scored = score(weights, &sequence);
        for scores in &mut scored.singles {
            scores[usize::from(cues::FIRST)] += lift;
        }
        let probable = marginals(&cues::GRAMMAR, &scored, &sequence.masks);
        let (path, _) = best(&cues::GRAMMAR, &scored, &sequence.masks);
        for ((at, state), probable) in sentence.clone().zip(path).zip(&probable.singles) {
            match state {
                cues::FIRST => {
                    found.push(Cue { words: at..at + 1, sure: probable[usize::from(state)] });
                }
                cues::FURTHER => {
                    if let Some(last) = found.last_mut() {
                        last.words.end = at + 1;
                    }
                }
                _ => {}
            }
        }
    }
    found
}

/// What one cue sees: its window, and what the model says of it.
struct Scene<'c> {
    cue: &'c Cue,
    window: Range<usize>,
    masks: Vec<u8>,
    scored: Scored,
    /// How probable it is that each word of the window is content.
    content: Vec<f32>,
}

impl<'c> Scene<'c> {
    fn new(view: &View<'_>, cue: &'c Cue, starts: &[usize], weights: &Weights) -> Self {
        let sequence = roles::sequence(view, &cue.words, starts);
        let scored = score(weights, &sequence);
        let probable = marginals(&roles::GRAMMAR, &scored, &sequence.masks);
        let content = probable.singles.iter().map(|labels| labels[usize::from(roles::CONTENT)]);
        Self {
            cue,
            window: roles::window(view, &cue.words),
            masks: sequence.masks,
            scored,
            content: content.collect(),
        }
    }

    /// How probable it is that a word is content.
    fn content_at(&self, at: usize) -> f32 {
        let place = at.checked_sub(self.window.start);
        place.and_then(|place| self.content.get(place)).copied().unwrap_or_default()
    }
}

/// The attributions of a text by its cues.
pub(super) fn attributions(view: &View<'_>, cues: &[Cue], weights: &Weights) -> Vec<Attribution> {
    let starts: Vec<usize> = cues.iter().map(|cue| cue.words.start).collect();
    let mut scenes: Vec<Scene> =
        cues.iter().map(|cue| Scene::new(view, cue, &starts, weights)).collect();
    // A cue that is more probably the content of another is none.
    let nested: Vec<bool> = scenes
        .iter()
        .map(|scene| {
            let at = scene.cue.words.start;
            let others = scenes.iter().filter(|other| other.cue.words != scene.cue.words);
            let inside = others.map(|other| other.cue.sure * other.content_at(at));
            inside.fold(0.0_f32, f32::max) > scene.cue.sure
        })
        .collect();
    let mut nested = nested.into_iter();
    scenes.retain(|_| !nested.next().unwrap_or_default());
    // Each word is left to the cue whose content it most probably is.
    let mut owners: Vec<(f32, usize)> = vec![(0.0, 0); view.text.words.len()];
    for (number, scene) in scenes.iter().enumerate() {
        for at in scene.window.clone() {
            let share = scene.content_at(at);
            if share > owners[at].0 {
                owners[at] = (share, number);
            }
        }
    }
    let mut found = Vec::new();
    for (number, scene) in scenes.iter_mut().enumerate() {
        for (mask, at) in scene.masks.iter_mut().zip(scene.window.clone()) {
            if owners[at].0 > 0.5 && owners[at].1 != number {
                *mask = roles::without_content(*mask);
            }
        }
        let (path, _) = best(&roles::GRAMMAR, &scene.scored, &scene.masks);
        let attribution = attribution(&scene.cue.words, &scene.window, &path);
        if !attribution.content.is_empty() {
            found.push(attribution);
        }
    }
    found
}

/// The attribution that a path of states means.
fn attribution(cue: &Range<usize>, window: &Range<usize>, path: &[u8]) -> Attribution {
    let mut found =
        Attribution { source: cue.start..cue.start, cue: cue.clone(), content: Vec::new() };
    for (at, state) in window.clone().zip(path) {
        if *state == roles::IN_SOURCE {
            let begun = !found.source.is_empty();
            found.source = if begun { found.source.start..at + 1 } else { at..at + 1 };
        } else if roles::is_content(*state) {
            match found.content.last_mut().filter(|run| run.end == at) {
                Some(run) => run.end += 1,
                None => found.content.push(at..at + 1),
            }
        }
    }
    found
}
