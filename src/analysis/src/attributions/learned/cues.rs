//! What is seen of a word when cues are sought: B, I or O for each word of a sentence.

use super::chain::Grammar;
use super::see::{Seen, Sink};
use super::text::{Quoted, Text, Word};
use crate::document::{Relation, Upos};
use std::ops::Range;

/// Outside.
pub const OUT: u8 = 0;
/// First word of a cue.
pub const FIRST: u8 = 1;
/// Further word of a cue.
pub const FURTHER: u8 = 2;

/// States that a word may have.
pub const FREE: u8 = 0b111;

/// A cue goes on only after it has begun.
pub const GRAMMAR: Grammar =
    Grammar { labels: &[OUT, FIRST, FURTHER], before: &[0b111, 0b111, 0b110], first: 0b011 };

/// No word, no value.
const NONE: u32 = u32::MAX;

/// A paragraph with what hangs from each of its words.
#[derive(Debug)]
pub struct Scene<'t> {
    text: &'t Text,
    below: Vec<Below>,
}

impl<'t> Scene<'t> {
    /// Looks at a paragraph.
    pub fn new(text: &'t Text) -> Self {
        Self { text, below: (0..text.words.len()).map(|at| Below::of(text, at)).collect() }
    }

    /// What is seen of a word of a sentence, and of its pair with the word before it.
    pub fn see<S: Sink>(
        &self,
        sentence: &Range<usize>,
        at: usize,
        singles: &mut S,
        pairs: &mut impl Sink,
    ) {
        self.words(sentence, at, &mut Seen::new(singles, 0));
        self.tree(sentence, at, &mut Seen::new(singles, 100));
        self.pair(sentence, at, &mut Seen::new(pairs, 200));
    }

    /// What the words themselves show.
    fn words<S: Sink>(&self, sentence: &Range<usize>, at: usize, seen: &mut Seen<'_, S>) {
        let text = self.text;
        let near = |by: isize| text.near(at, by, sentence);
        let form = |by: isize| near(by).map_or(NONE, |word| word.folded);
        let habit = |by: isize| near(by).map_or(NONE, |word| word.habits[0]);
        let Some(word) = near(0) else { return };
        seen.add([]);
        for by in -3..=3 {
            seen.add([form(by)]);
        }
        seen.add([form(-2), form(-1)]);
        seen.add([form(-1), form(0)]);
        seen.add([form(0), form(1)]);
        seen.add([form(1), form(2)]);
        seen.add([form(-1), form(1)]);
        seen.add([form(0), form(1), form(2)]);
        seen.add([form(-1), form(0), form(1)]);
        let shape = |by: isize| near(by).map_or(NONE, |word| word.shape);
        seen.add([shape(0)]);
        seen.add([shape(-1), shape(0), shape(1)]);
        seen.add([form(0), shape(-1)]);
        seen.add([form(0), shape(1)]);
        seen.add([word.beginning]);
        seen.add([word.endings[0]]);
        seen.add([word.endings[1]]);
        seen.add([word.endings[0], form(-1)]);
        let marks = u32::from(text.marks[word.sentence as usize]);
        let quoted = |by: isize| near(by).map_or(NONE, |word| word.quoted as u32);
        seen.add([quoted(0)]);
        seen.add([quoted(0), form(0)]);
        seen.add([quoted(-1), quoted(0), quoted(1), marks]);
        seen.add([quoted(-2), quoted(-1), quoted(0), quoted(1), quoted(2)]);
        seen.add([marks, form(0)]);
        seen.add([habit(0)]);
        seen.add([habit(0), quoted(0)]);
        seen.add([habit(0), marks]);
        seen.add([habit(-1), habit(0)]);
        seen.add([habit(0), habit(1)]);
        seen.add([habit(-1), habit(0), habit(1)]);
        seen.add([habit(0), form(1)]);
        seen.add([habit(0), form(-1)]);
        seen.add([habit(0), word.endings[0]]);
        seen.add([habit(0), shape(-1), shape(1)]);
        seen.add([(at - sentence.start).min(4) as u32]);
        seen.add([(sentence.end - 1 - at).min(4) as u32]);
        seen.add([habit(0), (at - sentence.start).min(4) as u32]);
        // The most cue-like word before it in the sentence, which may take it into its content.
        let most = |range: Range<usize>| {
            let words = text.words.get(range).unwrap_or_default();
            words.iter().map(|word| word.habits[0]).max().unwrap_or_default()
        };
        let before = most(sentence.start..at);
        let after = most(at + 1..sentence.end);
        seen.add([before, after, habit(0)]);
        seen.add([before, form(0)]);
        // What the list of cues says.
        seen.add([word.listed]);
        seen.add([word.listed, habit(0)]);
        seen.add([word.listed, word.upos as u32]);
        seen.add([word.listed, quoted(0), marks]);
    }

    /// What parts of speech and the parse show.
    fn tree<S: Sink>(&self, sentence: &Range<usize>, at: usize, seen: &mut Seen<'_, S>) {
        let text = self.text;
        let near = |by: isize| text.near(at, by, sentence);
        let tag = |by: isize| near(by).map_or(NONE, |word| word.upos as u32);
        let Some(word) = near(0) else { return };
        let habit = word.habits[1];
        let none = Below::default();
        let below = self.below.get(at).unwrap_or(&none);
        let head = word.head.map(|head| head as usize);
        let head_word = head.and_then(|head| text.words.get(head));
        let head_lemma = head_word.map_or(NONE, |head| head.lemma);
        let head_tag = head_word.map_or(NONE, |head| head.upos as u32);
        let head_habit = head_word.map_or(NONE, |head| head.habits[1]);
        let own = relation(word);
        let lemma = |by: isize| near(by).map_or(NONE, |word| word.lemma);

        seen.add([word.lemma, tag(0)]);
        seen.add([word.lemma]);
        for by in -2..=2 {
            seen.add([tag(by)]);
        }
        seen.add([tag(-1), tag(0)]);
        seen.add([tag(0), tag(1)]);
        seen.add([tag(-1), tag(0), tag(1)]);
        seen.add([tag(-2), tag(-1), tag(0)]);
        seen.add([tag(0), tag(1), tag(2)]);
        seen.add([word.lemma, tag(1)]);
        seen.add([word.lemma, tag(-1)]);
        seen.add([word.lemma, lemma(1)]);
        seen.add([word.lemma, lemma(-1)]);
        seen.add([habit, tag(0)]);
        seen.add([habit, tag(0), tag(1)]);
        seen.add([habit, tag(-1), tag(0)]);
        seen.add([own]);
        seen.add([own, head_lemma]);
        seen.add([own, tag(0), head_tag]);
        seen.add([own, word.lemma]);
        seen.add([own, head_habit]);
        seen.add([own, head_habit, habit]);
        seen.add([own, head_lemma, word.lemma]);
        let relations = || {
            let child = |child: &u32| {
                let word = text.words.get(*child as usize)?;
                Some(relation(word) * 2 + u32::from(*child as usize > at))
            };
            text.children(at).iter().filter_map(child)
        };
        seen.add_each(relations());
        seen.add_each(relations().map(|relation| relation * 32 + habit));
        seen.add([below.set, tag(0)]);
        seen.add([below.set, habit, tag(0)]);
        seen.add([below.core, habit]);
        seen.add([below.core, tag(0), own]);
        seen.add([below.core, word.lemma]);
        seen.add([below.subject, tag(0)]);
        seen.add([below.subject, habit]);
        seen.add([below.subject, word.lemma]);
        seen.add([below.subject_lemma, habit]);
        seen.add([below.clause, habit, tag(0)]);
        seen.add([below.clause, below.subject, habit]);
        seen.add([below.clause, word.lemma]);
        seen.add([below.mark]);
        seen.add([below.mark, habit]);
        seen.add([below.object, habit]);
        seen.add([below.object_lemma, habit]);
        seen.add([below.object_lemma, word.lemma]);
        seen.add([below.case, habit]);
        seen.add([below.oblique, word.lemma]);
        let (above, way) = above(text, at);
        seen.add([above, way]);
        seen.add([above, way, habit]);
        seen.add([above, way, word.quoted as u32]);
        // An auxiliary or a negation belongs to the cue that it hangs from.
        let of_head = head.and_then(|head| self.below.get(head)).unwrap_or(&none);
        seen.add([own, head_habit, of_head.core]);
        seen.add([own, head_habit, of_head.clause, of_head.subject]);
    }

    /// What is seen of a word and the one before it.
    fn pair<S: Sink>(&self, sentence: &Range<usize>, at: usize, seen: &mut Seen<'_, S>) {
        let text = self.text;
        let near = |by: isize| text.near(at, by, sentence);
        let form = |by: isize| near(by).map_or(NONE, |word| word.folded);
        seen.add([]);
        seen.add([form(0)]);
        seen.add([form(-1)]);
        let tag = |by: isize| near(by).map_or(NONE, |word| word.upos as u32);
        let own = |by: isize| near(by).map_or(NONE, relation);
        seen.add([tag(-1), tag(0)]);
        seen.add([own(-1), own(0)]);
    }
}

/// A relation with its subtype.
pub(super) fn relation(word: &Word) -> u32 {
    word.relation as u32 + 64 * u32::from(word.passive)
}

/// The most cue-like word above, and the relation by which the way down from it begins.
fn above(text: &Text, at: usize) -> (u32, u32) {
    let mut found = (0, NONE);
    let mut at = at;
    for _ in 0..12 {
        let Some(word) = text.words.get(at) else { break };
        let Some(head) = word.head else { break };
        let habit = text.words.get(head as usize).map_or(0, |head| head.habits[1]);
        if habit > found.0 {
            found = (habit, word.relation as u32);
        }
        at = head as usize;
    }
    found
}

/// What hangs from a word.
#[derive(Debug, Default)]
struct Below {
    /// The set of relations.
    set: u32,
    /// The set of those that a reporting word tends to have.
    core: u32,
    subject: u32,
    subject_lemma: u32,
    /// The clause that is its object, with its subordinator.
    clause: u32,
    mark: u32,
    object: u32,
    object_lemma: u32,
    case: u32,
    oblique: u32,
}

impl Below {
    fn of(text: &Text, at: usize) -> Self {
        let mut below = Self::default();
        let mut set = 0_u64;
        let mut core = 0;
        for child in text.children(at) {
            let child = *child as usize;
            let Some(word) = text.words.get(child) else { continue };
            let number = word.relation as u32;
            if word.relation != Relation::Punct {
                set |= 1 << number;
            }
            let right = u32::from(child > at);
            match word.relation {
                Relation::Nsubj | Relation::Csubj => {
                    core |= 1 << right;
                    below.subject = 1 + word.upos as u32 + 32 * u32::from(word.passive);
                    let names = matches!(word.upos, Upos::Propn | Upos::Num);
                    below.subject_lemma = if names { 1 } else { word.lemma };
                }
                Relation::Ccomp | Relation::Parataxis => {
                    let parataxis = word.relation == Relation::Parataxis;
                    core |= 4 << right << (2 * u32::from(parataxis));
                    let mark = text.children(child).iter().find_map(|below| {
                        let below = text.words.get(*below as usize)?;
                        (below.relation == Relation::Mark).then_some(below.lemma)
                    });
                    let quoted = word.quoted != Quoted::No;
                    below.clause = mark.unwrap_or(1 + u32::from(quoted) + 2 * right);
                }
                Relation::Xcomp => core |= 64,
                Relation::Obj => {
                    core |= 128;
                    below.object = 1 + word.upos as u32;
                    below.object_lemma = word.lemma;
                }
                Relation::Obl | Relation::Nmod => {
                    core |= 256;
                    let case = text.children(child).iter().find_map(|below| {
                        let below = text.words.get(*below as usize)?;
                        (below.relation == Relation::Case).then_some(below.lemma)
                    });
                    below.oblique = case.unwrap_or(1);
                }
                Relation::Mark => below.mark = word.lemma,
                Relation::Case => below.case = word.lemma,
                Relation::Advcl => core |= 512,
                Relation::Acl => core |= 1024,
                _ => {}
            }
        }
        below.set = (set ^ (set >> 32)) as u32;
        below.core = core;
        below
    }
}
