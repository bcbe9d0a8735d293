//! Sums of what is seen of a word from a cue, those kept that come again: what words beside each other
//! share, and what a word shows to every cue.

use super::model::{Chain, PAIRS, SINGLES, Sum};
use super::scene::Scene;
use super::see::{NO_VALUES, Templates, VALUES, Values};
use super::shown::{
    ANY_PAIR, AROUND, BRANCH, BRANCHES, FAR, OWN_PAIR, OWN_PLACE, QUOTED, SAME_BRANCH, SENTENCES,
    SIDE, STEADY_PLACE, SUBJECT, SURROUNDINGS, TOP, WORD,
};

type Singles = [i32; SINGLES];
type Pairs = [i32; PAIRS];

/// Sums of a paragraph.
pub(super) struct Sums<'m> {
    chain: &'m Chain,
    values: Values,
    around: Last<SURROUNDINGS>,
    branch: Last<2>,
    steady: Last<4>,
    words: Vec<Known>,
    /// Of pairs, by their places in [`Known`].
    pairs: Vec<Pairs>,
}

/// What is known of a word, whatever the cue.
#[derive(Clone, Copy, Default)]
struct Known {
    /// By the side of the cue.
    singles: [Option<Singles>; 2],
    /// By side, and whether the branch goes on: 0 for none, else one more than the place.
    pairs: [[u32; 2]; 2],
}

/// The last sum with what it was for.
#[derive(Clone, Copy, Default)]
struct Last<const KEYS: usize> {
    known: Option<([u32; KEYS], Singles)>,
}

impl<const KEYS: usize> Last<KEYS> {
    /// The last sum if it was for the same.
    fn get(&mut self, key: [u32; KEYS], sum: impl FnOnce() -> Singles) -> Singles {
        match self.known {
            Some((known, sums)) if known == key => sums,
            _ => self.known.insert((key, sum())).1,
        }
    }
}

impl<'m> Sums<'m> {
    /// For a paragraph of so many words.
    pub(super) fn new(chain: &'m Chain, words: usize) -> Self {
        Self {
            chain,
            values: NO_VALUES,
            around: Last::default(),
            branch: Last::default(),
            steady: Last::default(),
            words: vec![Known::default(); words],
            pairs: Vec::new(),
        }
    }

    /// Goes on to another cue.
    pub(super) fn start(&mut self, scene: &Scene<'_>) {
        self.values = scene.values();
        (self.around, self.branch) = (Last::default(), Last::default());
        self.steady = Last::default();
    }

    /// Looks at a word; the sums are about it from then on.
    pub(super) fn look(&mut self, scene: &Scene<'_>, at: usize) {
        scene.look(at, &mut self.values);
        let Some(known) = self.words.get_mut(at) else { return };
        let side = usize::from(value(&self.values, SIDE) > 0);
        let same = usize::from(value(&self.values, SAME_BRANCH) > 0);
        if known.singles[side].is_some() && known.pairs[side][same] > 0 {
            return;
        }
        scene.look_closely(at, &mut self.values);
        if known.singles[side].is_none() {
            known.singles[side] = Some(singles(&WORD, &self.values, self.chain));
        }
        if known.pairs[side][same] == 0 {
            let mut sum = Sum::new(&self.chain.pairs);
            ANY_PAIR.see(&self.values, &mut sum);
            self.pairs.push(sum.sums);
            known.pairs[side][same] = self.pairs.len() as u32;
        }
    }

    /// The sums of a word's labels.
    pub(super) fn singles(&mut self, at: usize) -> Singles {
        let (values, chain) = (&self.values, self.chain);
        let all = |places: [u8; 4]| places.map(|place| value(values, place));
        let around: [u32; SURROUNDINGS] = values.first_chunk().copied().unwrap_or_default();
        let known = self.around.known.map(|(known, _)| known);
        if known != Some(around) {
            self.branch = Last::default();
        }
        let sums = [
            self.around.get(around, || singles(&AROUND, values, chain)),
            self.branch.get([value(values, BRANCH), value(values, TOP)], || {
                singles(&BRANCHES, values, chain)
            }),
            self.steady.get(all([FAR, SUBJECT, QUOTED, SENTENCES]), || {
                singles(&STEADY_PLACE, values, chain)
            }),
            singles(&OWN_PLACE, values, chain),
            self.words
                .get(at)
                .and_then(|known| known.singles[usize::from(value(values, SIDE) > 0)])
                .unwrap_or_default(),
        ];
        std::array::from_fn(|label| sums.iter().map(|sums| sums[label]).sum())
    }

    /// The sums of a word's labels with those of the word before.
    pub(super) fn pairs(&self, at: usize) -> Pairs {
        let side = usize::from(value(&self.values, SIDE) > 0);
        let same = usize::from(value(&self.values, SAME_BRANCH) > 0);
        let known = self.words.get(at).map_or(0, |known| known.pairs[side][same]);
        let shared = known.checked_sub(1).and_then(|known| self.pairs.get(known as usize));
        let mut sum = Sum::new(&self.chain.pairs);
        sum.sums = shared.copied().unwrap_or_default();
        OWN_PAIR.see(&self.values, &mut sum);
        sum.sums
    }
}

fn singles<const COUNT: usize>(
    templates: &Templates<COUNT>,
    values: &Values,
    chain: &Chain,
) -> Singles {
    let mut sum = Sum::new(&chain.singles);
    templates.see(values, &mut sum);
    sum.sums
}

const fn value(values: &Values, place: u8) -> u32 {
    values[place as usize % VALUES]
}
