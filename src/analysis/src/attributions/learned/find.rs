//! Finds attributions by the two models: cues, then the roles around each.
//!
//! What always holds: every attribution has content, no word is the content of two, and no cue lies
//! in the content of a surer one. Cues may share a source ("she said …, adding …").

use super::chain::{Scored, best};
use super::marginals::{Exponentials, Marginals, marginals};
use super::model::{Chain, Model, SINGLES, Sum};
use super::sums::Sums;
use super::text::Text;
use super::{cues, roles};
use std::ops::Range;

/// Added to the score of a cue's first word: a cue that is missed costs more than one too many.
const LIFT: f32 = 0.5;

/// An attribution as words of a [`Text`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Empty when no source is stated.
    pub source: Range<usize>,
    /// Never empty.
    pub cue: Range<usize>,
    /// Runs of words, in order.
    pub content: Vec<Range<usize>>,
    /// How probable the cue, the source and the content are.
    pub sure: Sure,
}

/// Probabilities of an attribution's parts, as the model has them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sure {
    /// That the cue is one.
    pub cue: f32,
    /// Of the source's words, or that there is none: their mean.
    pub source: f32,
    /// Of the content's words: their mean.
    pub content: f32,
}

impl Sure {
    /// That all of it is right, in hundredths, as if the parts did not hang together.
    #[expect(clippy::cast_sign_loss, reason = "it is clamped")]
    pub fn hundredths(self) -> usize {
        (self.cue * self.source * self.content * 100.0).clamp(0.0, 100.0).round() as usize
    }
}

/// A cue that was found.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cue {
    pub(super) words: Range<usize>,
    /// How probable it is.
    pub(super) sure: f32,
}

/// The attributions of a paragraph, in the order of their cues. Its words get their habits.
pub fn find(text: &mut Text, model: &Model) -> Vec<Found> {
    for word in &mut text.words {
        word.habits = word.habit_keys().map(|key| model.habits.step(key));
    }
    let cues = find_cues(text, &model.cues);
    attributions(text, &cues, &model.roles)
}

/// The cues of a paragraph, in order.
fn find_cues(text: &Text, chain: &Chain) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    let scene = cues::Scene::new(text);
    for sentence in &text.sentences {
        let mut scored = Scored::with_room(sentence.len());
        for at in sentence.clone() {
            let (mut singles, mut pairs) = (Sum::new(&chain.singles), Sum::new(&chain.pairs));
            scene.see(sentence, at, &mut singles, &mut pairs);
            scored.push(singles.scores(), pairs.scores());
        }
        for scores in &mut scored.singles {
            scores[usize::from(cues::FIRST)] += LIFT;
        }
        let masks = vec![cues::FREE; sentence.len()];
        let (path, _) = best(&cues::GRAMMAR, &scored, &masks);
        if path.iter().all(|state| *state == cues::OUT) {
            continue;
        }
        let known = [&Exponentials::default(), &chain.exponentials[1]];
        let probable = marginals::<false>(&cues::GRAMMAR, &scored, &masks, known);
        for ((at, state), probable) in sentence.clone().zip(path).zip(&probable.singles) {
            match state {
                cues::FIRST => {
                    let sure = probable[usize::from(cues::FIRST)];
                    found.push(Cue { words: at..at + 1, sure });
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
struct View {
    cue: Cue,
    window: Range<usize>,
    masks: Vec<u8>,
    scored: Scored,
    probable: Marginals,
}

impl View {
    fn new(text: &Text, cue: &Cue, starts: &[usize], sums: &mut Sums<'_>, chain: &Chain) -> Self {
        let scene = roles::Scene::new(text, &cue.words, starts);
        let window = scene.window.clone();
        let mut scored = Scored::with_room(window.len());
        let mut masks = Vec::with_capacity(window.len());
        sums.start(&scene);
        for at in window.clone() {
            masks.push(scene.mask(at));
            sums.look(&scene, at);
            let on_cue = cue.words.contains(&at);
            let singles = if on_cue { [0; SINGLES] } else { sums.singles(at) };
            scored.push(chain.singles.scores(singles), chain.pairs.scores(sums.pairs(at)));
        }
        let known = chain.exponentials.each_ref();
        let probable = marginals::<false>(&roles::GRAMMAR, &scored, &masks, known);
        Self { cue: cue.clone(), window, masks, scored, probable }
    }

    /// How probable it is that a word has a label.
    fn label_at(&self, at: usize, label: u8) -> f32 {
        let place = at.checked_sub(self.window.start);
        let labels = place.and_then(|place| self.probable.singles.get(place));
        labels.map_or(0.0, |labels| labels[usize::from(label)])
    }
}

/// The attributions of a paragraph by its cues.
fn attributions(text: &Text, cues: &[Cue], chain: &Chain) -> Vec<Found> {
    let starts: Vec<usize> = cues.iter().map(|cue| cue.words.start).collect();
    if cues.is_empty() {
        return Vec::new();
    }
    let mut sums = Sums::new(chain, text.words.len());
    let mut views: Vec<View> =
        cues.iter().map(|cue| View::new(text, cue, &starts, &mut sums, chain)).collect();
    // A cue that is more probably the content of another is none.
    let nested: Vec<bool> = views
        .iter()
        .map(|view| {
            let at = view.cue.words.start;
            // Windows begin and end in the order of their cues: those that hold it stand together.
            let first = views.partition_point(|other| other.window.end <= at);
            let end = views.partition_point(|other| other.window.start <= at);
            let others = views.get(first..end).unwrap_or_default().iter();
            let others = others.filter(|other| other.cue.words != view.cue.words);
            let inside = others.map(|other| other.cue.sure * other.label_at(at, roles::CONTENT));
            inside.fold(0.0_f32, f32::max) > view.cue.sure
        })
        .collect();
    let mut nested = nested.into_iter();
    views.retain(|_| !nested.next().unwrap_or_default());
    // Each word is left to the cue whose content it most probably is.
    let mut owners: Vec<(f32, usize)> = vec![(0.0, 0); text.words.len()];
    for (number, view) in views.iter().enumerate() {
        for at in view.window.clone() {
            let share = view.label_at(at, roles::CONTENT);
            if let Some(owner) = owners.get_mut(at).filter(|owner| share > owner.0) {
                *owner = (share, number);
            }
        }
    }
    let mut found = Vec::new();
    for (number, view) in views.iter_mut().enumerate() {
        for (mask, at) in view.masks.iter_mut().zip(view.window.clone()) {
            let taken = |owner: &&(f32, usize)| owner.0 > 0.5 && owner.1 != number;
            if owners.get(at).as_ref().is_some_and(taken) {
                *mask = roles::without_content(*mask);
            }
        }
        let (path, _) = best(&roles::GRAMMAR, &view.scored, &view.masks);
        let attribution = attribution(view, &path);
        if !attribution.content.is_empty() {
            found.push(attribution);
        }
    }
    found
}

/// The attribution that a path of states means.
fn attribution(view: &View, path: &[u8]) -> Found {
    let cue = view.cue.words.clone();
    let mut source: Option<Range<usize>> = None;
    let mut content: Vec<Range<usize>> = Vec::new();
    for (at, state) in view.window.clone().zip(path) {
        if *state == roles::IN_SOURCE {
            source = Some(source.map_or(at, |source| source.start)..at + 1);
        } else if roles::is_content(*state) {
            match content.last_mut().filter(|run| run.end == at) {
                Some(run) => run.end += 1,
                None => content.push(at..at + 1),
            }
        }
    }
    let mean = |words: &mut dyn Iterator<Item = usize>, label: u8| {
        let (sum, count) = words.fold((0.0, 0), |(sum, count): (f32, u16), at| {
            (sum + view.label_at(at, label), count.saturating_add(1))
        });
        if count == 0 { 0.0 } else { sum / f32::from(count) }
    };
    let sure = Sure {
        cue: view.cue.sure,
        source: if let Some(source) = &source {
            mean(&mut source.clone(), roles::SOURCE)
        } else {
            let words = view.window.clone();
            1.0 - words.map(|at| view.label_at(at, roles::SOURCE)).fold(0.0, f32::max)
        },
        content: mean(&mut content.iter().flat_map(Clone::clone), roles::CONTENT),
    };
    Found { source: source.unwrap_or(cue.start..cue.start), cue, content, sure }
}
