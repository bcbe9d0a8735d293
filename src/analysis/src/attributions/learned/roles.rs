//! What is seen of a word when the source and content of a given cue are sought.

use super::chain::Grammar;
use super::cues::relation;
use super::key::{apart, key, steps};
use super::place::{Place, head_of, places};
use super::see::{Seen, Sink};
use super::subject::{Subject, subject_of};
use super::text::{Quoted, Text, Word};
use std::ops::Range;

/// Labels.
const OUT: u8 = 0;
pub(super) const SOURCE: u8 = 1;
pub(super) const CONTENT: u8 = 2;
const CUE: u8 = 3;

/// States: a source is one run of words, so the states after it are others than those before it.
const OUT_BEFORE: u8 = 0;
const CONTENT_BEFORE: u8 = 1;
const CUE_BEFORE: u8 = 2;
/// In the source.
pub const IN_SOURCE: u8 = 3;
const OUT_AFTER: u8 = 4;
const CONTENT_AFTER: u8 = 5;

/// At most one run of source.
pub const GRAMMAR: Grammar = Grammar {
    labels: &[OUT, CONTENT, CUE, SOURCE, OUT, CONTENT, CUE],
    before: &[0b111, 0b111, 0b111, 0b1111, 0b111_1000, 0b111_1000, 0b111_1000],
    first: 0b1111,
};

/// States of a word that is no part of the cue, and of one that is.
const FREE: u8 = 0b011_1011;
const ON_CUE: u8 = 0b100_0100;

/// States of content.
const IN_CONTENT: u8 = 1 << CONTENT_BEFORE | 1 << CONTENT_AFTER;

/// Whether a state is that of content.
pub fn is_content(state: u8) -> bool {
    IN_CONTENT >> state & 1 == 1
}

/// The states of a mask that are not those of content.
pub fn without_content(mask: u8) -> u8 {
    mask & !IN_CONTENT
}

/// Words at either side of a cue that may have a role.
const FARTHEST: usize = 110;

const NONE: u32 = u32::MAX;

/// The words that may have a role: those of the paragraph that are not too far from the cue.
pub fn window(text: &Text, cue: &Range<usize>) -> Range<usize> {
    cue.start.saturating_sub(FARTHEST)..text.words.len().min(cue.end + FARTHEST)
}

/// What lies between a word and the cue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Between {
    cues: u32,
    commas: u32,
    marks: u32,
}

/// What many words beside each other share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Around {
    /// 0 before the cue, 1 after it.
    pub(super) side: u32,
    /// How many sentences after the cue's; 3 is the cue's own.
    sentences: u32,
    quoted: u32,
    marks: u32,
    between: Between,
}

/// A branch of the tree, with what its words share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Branch {
    own: u32,
    top: u32,
    around: Around,
}

/// A cue with its surroundings.
#[derive(Debug)]
pub struct Scene<'s> {
    text: &'s Text,
    /// The words that may have a role.
    pub window: Range<usize>,
    cue: Range<usize>,
    /// Number of its sentence.
    sentence: u32,
    between: Vec<Between>,
    places: Vec<Place>,
    subject: Subject,
    /// The cue's words, its head's lemma, and what hangs from its head.
    words: u32,
    lemma: u32,
    below: u32,
    /// The words around the cue.
    before: [u32; 2],
    after: [u32; 2],
    around: [u32; 2],
    /// Quotation state around the cue, and whether its sentence has marks.
    quotes: u32,
}

impl<'s> Scene<'s> {
    /// Looks from a cue; `cues` are the starts of all cues of the paragraph, in order.
    pub fn new(text: &'s Text, cue: &Range<usize>, cues: &[usize]) -> Self {
        let window = window(text, cue);
        let head = head_of(text, cue);
        let near = |at: usize, by: isize| text.words.get(at.checked_add_signed(by)?);
        let form = |at: usize, by: isize| near(at, by).map_or(NONE, |word| word.folded);
        let tag = |at: usize, by: isize| near(at, by).map_or(NONE, |word| word.upos as u32);
        let quoted = |at: usize, by: isize| near(at, by).map_or(9, |word| word.quoted as u32);
        let forms: Vec<u32> = text.words[cue.clone()].iter().map(|word| word.folded).collect();
        let mut set = 0_u64;
        for child in text.children(head) {
            let child = *child as usize;
            let side = 32 * u64::from(child > head);
            set |= 1 << ((text.words[child].relation as u64 % 32) + side);
        }
        let lemma = text.words[head].lemma;
        Self {
            text,
            cue: cue.clone(),
            sentence: text.words[cue.start].sentence,
            between: between(text, &window, cue, cues),
            places: places(text, cue, &window),
            subject: subject_of(text, head),
            words: key(0, &forms),
            lemma,
            below: key(1, &[set as u32, (set >> 32) as u32]),
            before: [form(cue.start, -2), form(cue.start, -1)],
            after: [form(cue.end, 0), form(cue.end, 1)],
            around: [tag(cue.start, -1), tag(cue.end, 0)],
            quotes: quoted(cue.start, -1) * 10
                + quoted(cue.end, 0)
                + 100 * u32::from(text.marks[text.words[head].sentence as usize]),
            window,
        }
    }

    /// States that a word may have.
    pub fn mask(&self, at: usize) -> u8 {
        if self.cue.contains(&at) { ON_CUE } else { FREE }
    }

    /// What is seen of a word, and of its pair with the word before it.
    pub fn see<S: Sink>(&self, at: usize, singles: &mut S, pairs: &mut impl Sink) {
        if !self.cue.contains(&at) {
            let around = self.around(at);
            self.see_around(&around, singles);
            self.see_branch(&self.branch(at, around), singles);
            self.see_word(at, around.side, singles);
            self.see_place(at, singles);
        }
        self.see_pair(at, pairs);
    }

    fn near(&self, at: usize, by: isize) -> Option<&Word> {
        self.text.words.get(at.checked_add_signed(by)?)
    }

    /// Distance in steps with side, and the side alone.
    fn distance(&self, at: usize) -> (u32, u32) {
        if at < self.cue.start {
            (steps(self.cue.start - at), 0)
        } else {
            (32 + steps((at + 1).saturating_sub(self.cue.end)), 1)
        }
    }

    /// What many words beside each other share.
    pub(super) fn around(&self, at: usize) -> Around {
        let word = self.near(at, 0);
        let sentence = word.map_or(0, |word| word.sentence);
        Around {
            side: self.distance(at).1,
            sentences: apart(self.sentence, sentence, 3),
            quoted: word.map_or(0, |word| word.quoted as u32),
            marks: self.text.marks.get(sentence as usize).is_some_and(|marks| *marks).into(),
            between: self.between.get(at - self.window.start).copied().unwrap_or_default(),
        }
    }

    /// Where in the tree a word lies, with its surroundings.
    pub(super) fn branch(&self, at: usize, around: Around) -> Branch {
        let place = self.place(at, 0);
        Branch { own: place.branch, top: place.top, around }
    }

    /// The place in the tree of the word so many further.
    fn place(&self, at: usize, by: isize) -> Place {
        let at = (at - self.window.start).checked_add_signed(by);
        at.and_then(|at| self.places.get(at)).copied().unwrap_or_default()
    }

    /// What the surroundings show: the same for many words beside each other.
    pub(super) fn see_around(&self, around: &Around, sink: &mut impl Sink) {
        let mut seen = Seen::new(sink, 300);
        let Around { side, sentences, quoted, marks, between } = *around;
        seen.add([]);
        seen.add([sentences, side]);
        seen.add([quoted]);
        seen.add([quoted, self.quotes, side]);
        seen.add([quoted, self.quotes, marks, side, sentences]);
        seen.add([quoted, sentences, side]);
        seen.add([between.cues, side]);
        seen.add([between.cues, side, quoted]);
        seen.add([between.commas, side]);
        seen.add([between.commas, side, quoted]);
        seen.add([between.marks, side, quoted]);
        seen.add([between.marks, side, quoted, self.quotes]);
        seen.add([between.cues, between.commas, between.marks.min(2), side, sentences]);
        seen.add([self.words, side]);
        seen.add([self.words, side, quoted]);
        seen.add([self.lemma, side]);
        seen.add([self.lemma, sentences, side, quoted]);
        seen.add([self.lemma, between.commas, side]);
        seen.add([self.after[0], side]);
        seen.add([self.after[0], self.after[1], side]);
        seen.add([self.before[1], side]);
        seen.add([self.before[0], self.before[1], side]);
        seen.add([self.before[1], self.after[0], side]);
        seen.add([self.lemma, self.after[0], side]);
        seen.add([self.lemma, self.before[1], side]);
        seen.add([self.around[0], self.around[1], side]);
        seen.add([self.below, side]);
    }

    /// What the branch of the tree shows, alone and with the surroundings: the same for many words.
    pub(super) fn see_branch(&self, branch: &Branch, sink: &mut impl Sink) {
        let mut seen = Seen::new(sink, 340);
        let Branch { own: branch, top, around: Around { side, quoted, between, .. } } = *branch;
        seen.add([branch]);
        seen.add([branch, self.lemma]);
        seen.add([branch, self.words]);
        seen.add([branch, quoted]);
        seen.add([branch, quoted, self.quotes]);
        seen.add([branch, side]);
        seen.add([branch, self.below]);
        seen.add([branch, self.after[0]]);
        seen.add([branch, self.before[1], side]);
        seen.add([branch, self.around[0], self.around[1], side]);
        seen.add([branch, between.commas, side]);
        seen.add([branch, between.cues, side]);
        seen.add([branch, top]);
        seen.add([branch, top, self.lemma]);
    }

    /// What a word and those beside it show, whatever the cue: only its side matters.
    pub(super) fn see_word(&self, at: usize, side: u32, sink: &mut impl Sink) {
        let mut seen = Seen::new(sink, 360);
        let Some(word) = self.near(at, 0) else { return };
        let form = |by: isize| self.near(at, by).map_or(NONE, |word| word.folded);
        let shape = |by: isize| self.near(at, by).map_or(NONE, |word| word.shape);
        let state = |by: isize| self.near(at, by).map_or(NONE, |word| word.quoted as u32);
        let tag = |by: isize| self.near(at, by).map_or(NONE, |word| word.upos as u32);
        for by in -2..=2 {
            seen.add([form(by), side]);
        }
        seen.add([form(-1), form(0), side]);
        seen.add([form(0), form(1), side]);
        seen.add([shape(0), side]);
        seen.add([shape(-1), shape(0), side]);
        seen.add([shape(0), shape(1), side]);
        seen.add([shape(-1), shape(0), shape(1), side]);
        seen.add([state(-1), state(0), state(1), side]);
        seen.add([word.endings[1], side]);
        seen.add([tag(0), side]);
        seen.add([tag(-1), tag(0), side]);
        seen.add([tag(0), tag(1), side]);
        seen.add([tag(-1), tag(0), tag(1), side]);
        seen.add([relation(word), side]);
    }

    /// What a word shows where it stands to the cue.
    pub(super) fn see_place(&self, at: usize, sink: &mut impl Sink) {
        let mut seen = Seen::new(sink, 400);
        let Some(word) = self.near(at, 0) else { return };
        let (far, side) = self.distance(at);
        let sentences = apart(self.sentence, word.sentence, 3);
        let (quoted, own, tag) = (word.quoted as u32, relation(word), word.upos as u32);
        let place = self.place(at, 0);
        let branch = place.branch;
        seen.add([far]);
        seen.add([quoted, far]);
        seen.add([self.words, far]);
        seen.add([self.lemma, far]);
        seen.add([self.after[0], far]);
        seen.add([self.before[1], far]);
        seen.add([word.folded, far]);
        seen.add([word.folded, self.lemma, side]);
        seen.add([word.shape, far]);
        seen.add([tag, far]);
        seen.add([self.around[0], self.around[1], tag, side]);
        seen.add([branch, place.depth]);
        seen.add([branch, tag]);
        seen.add([branch, own]);
        seen.add([branch, word.folded]);
        seen.add([branch, far]);
        seen.add([branch, place.edge, side]);
        seen.add([branch, place.edge, tag, side]);
        seen.add([branch, self.place(at, -1).branch, side]);
        seen.add([branch, self.place(at, 1).branch, side]);
        seen.add([own, tag, side, sentences]);
        let subject = self.subject_at(at);
        seen.add([subject]);
        seen.add([subject, self.subject.way]);
        seen.add([subject, self.subject.way, side]);
        seen.add([subject, tag]);
        seen.add([subject, tag, word.shape]);
        seen.add([subject, word.folded]);
        seen.add([subject, self.lemma]);
        seen.add([subject, place.depth, own]);
        seen.add([subject, quoted, sentences]);
    }

    /// Where a word stands to the cue's subject: 0 when there is none, then before, in or after it,
    /// and whether it is the head, first or last.
    fn subject_at(&self, at: usize) -> u32 {
        let words = &self.subject.words;
        if words.is_empty() {
            return 0;
        }
        if at < words.start {
            return 1;
        }
        if at >= words.end {
            return 2;
        }
        let last = 4 * u32::from(at + 1 == words.end);
        let place = u32::from(at == words.start) + 2 * u32::from(at == self.subject.head) + last;
        3 + place + 8 * u32::from(words.len() > 12)
    }

    /// What is seen of a word and the one before it.
    pub(super) fn see_pair(&self, at: usize, sink: &mut impl Sink) {
        let mut seen = Seen::new(sink, 500);
        let form = |by: isize| self.near(at, by).map_or(NONE, |word| word.folded);
        let state = |by: isize| self.near(at, by).map_or(NONE, |word| word.quoted as u32);
        let sentence = |by: isize| self.near(at, by).map(|word| word.sentence);
        let (_, side) = self.distance(at);
        let same = u32::from(sentence(-1) == sentence(0));
        seen.add([side]);
        seen.add([same, side]);
        seen.add([form(0), side]);
        seen.add([form(-1), side]);
        seen.add([state(-1), state(0), same, side]);
        let tag = |by: isize| self.near(at, by).map_or(NONE, |word| word.upos as u32);
        let branch = |by: isize| {
            (at - self.window.start)
                .checked_add_signed(by)
                .and_then(|at| self.places.get(at))
                .map_or(NONE, |place| place.branch)
        };
        seen.add([tag(-1), tag(0), side]);
        seen.add([branch(-1), branch(0)]);
        seen.add([u32::from(branch(-1) == branch(0)), side, tag(0)]);
    }
}

/// Counts what lies between each word of a window and the cue.
fn between(text: &Text, window: &Range<usize>, cue: &Range<usize>, cues: &[usize]) -> Vec<Between> {
    let mut found = vec![Between::default(); window.len()];
    let mut walk = |way: &mut dyn Iterator<Item = usize>| {
        let mut now = Between::default();
        for at in way {
            let word = &text.words[at];
            found[at - window.start] = now;
            now.cues = (now.cues + u32::from(cues.binary_search(&at).is_ok())).min(2);
            now.commas = (now.commas + u32::from(word.comma)).min(3);
            let mark = matches!(word.quoted, Quoted::Opens | Quoted::Closes);
            now.marks = (now.marks + u32::from(mark)).min(4);
        }
    };
    walk(&mut (window.start..cue.start).rev());
    walk(&mut (cue.end..window.end));
    found
}

/// The states along a window that mean a cue's source (empty for none) and content.
pub fn path(
    window: Range<usize>,
    cue: &Range<usize>,
    source: &Range<usize>,
    content: &[Range<usize>],
) -> Vec<u8> {
    let in_content = |at: usize| content.iter().any(|run| run.contains(&at));
    // Before the source, in it, and after it.
    let (mut begun, mut ended) = (false, false);
    window
        .map(|at| {
            let on_cue = cue.contains(&at);
            if source.contains(&at) && !on_cue && !ended {
                begun = true;
                return IN_SOURCE;
            }
            ended |= begun;
            let state = if on_cue {
                CUE_BEFORE
            } else if in_content(at) {
                CONTENT_BEFORE
            } else {
                OUT_BEFORE
            };
            if ended { state + OUT_AFTER } else { state }
        })
        .collect()
}
