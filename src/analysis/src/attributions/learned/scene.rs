//! What is seen of a word when the source and content of a given cue are sought.

use super::cues::{NONE, relation};
use super::key::{apart, key, steps};
use super::place::{Place, head_of, places};
use super::roles::{FREE, ON_CUE, window};
use super::see::{NO_VALUES, Sink, VALUES, Values};
use super::shown::{
    AFTER, AFTER_2, ANY_PAIR, AROUND, BEFORE, BEFORE_2, BELOW, BETWEEN, BRANCH, BRANCH_AFTER,
    BRANCH_BEFORE, BRANCHES, COMMAS, CUES, DEPTH, EDGE, END_3, FAR, FEW_BETWEEN, LEMMA, MARKS, OWN,
    OWN_PAIR, OWN_PLACE, PAIR_BRANCH, QUOTED, QUOTES, SAME_BRANCH, SAME_SENTENCE, SENTENCES, SIDE,
    STEADY_PLACE, SUBJECT, TAG_AFTER, TAG_BEFORE, TOP, WAY, WORD, WORDS, form, shape, state, tag,
};
use super::subject::{Subject, subject_of};
use super::text::{Quoted, Text, Word};
use std::ops::Range;

/// What lies between a word and the cue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Between {
    cues: u32,
    commas: u32,
    marks: u32,
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
    /// What is seen of the cue itself.
    values: Values,
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
        let subject = subject_of(text, head);
        let mut values = NO_VALUES;
        for (place, value) in [
            (WORDS, key(0, &forms)),
            (LEMMA, text.words[head].lemma),
            (BELOW, key(1, &[set as u32, (set >> 32) as u32])),
            (BEFORE_2, form(cue.start, -2)),
            (BEFORE, form(cue.start, -1)),
            (AFTER, form(cue.end, 0)),
            (AFTER_2, form(cue.end, 1)),
            (TAG_BEFORE, tag(cue.start, -1)),
            (TAG_AFTER, tag(cue.end, 0)),
            (
                QUOTES,
                quoted(cue.start, -1) * 10
                    + quoted(cue.end, 0)
                    + 100 * u32::from(text.marks[text.words[head].sentence as usize]),
            ),
            (WAY, subject.way),
        ] {
            set_value(&mut values, place, value);
        }
        Self {
            text,
            cue: cue.clone(),
            sentence: text.words[cue.start].sentence,
            between: between(text, &window, cue, cues),
            places: places(text, cue, &window),
            subject,
            values,
            window,
        }
    }

    /// States that a word may have.
    pub fn mask(&self, at: usize) -> u8 {
        if self.cue.contains(&at) { ON_CUE } else { FREE }
    }

    /// What is seen of a word, and of its pair with the word before it.
    pub fn see<S: Sink>(&self, at: usize, singles: &mut S, pairs: &mut impl Sink) {
        let mut values = self.values;
        self.look(at, &mut values);
        self.look_closely(at, &mut values);
        if !self.cue.contains(&at) {
            AROUND.see(&values, singles);
            BRANCHES.see(&values, singles);
            WORD.see(&values, singles);
            STEADY_PLACE.see(&values, singles);
            OWN_PLACE.see(&values, singles);
        }
        ANY_PAIR.see(&values, pairs);
        OWN_PAIR.see(&values, pairs);
    }

    /// What is seen of the cue itself, to look further from.
    pub(super) const fn values(&self) -> Values {
        self.values
    }

    fn near(&self, at: usize, by: isize) -> Option<&'s Word> {
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

    /// The place in the tree of the word so many further, if it is in the window.
    fn place(&self, at: usize, by: isize) -> Option<&Place> {
        let at = (at - self.window.start).checked_add_signed(by);
        at.and_then(|at| self.places.get(at))
    }

    /// Sets what a word shows where it stands to the cue.
    pub(super) fn look(&self, at: usize, values: &mut Values) {
        let none = Place::default();
        let Some(word) = self.near(at, 0) else { return };
        let (far, side) = self.distance(at);
        let between = self.between.get(at - self.window.start).copied().unwrap_or_default();
        let place = self.place(at, 0).unwrap_or(&none);
        let before = self.place(at, -1);
        let after = self.place(at, 1);
        let same_sentence =
            self.near(at, -1).is_some_and(|before| before.sentence == word.sentence);
        let pair_branch = before.map_or(NONE, |before| before.branch);
        let marks = self.text.marks.get(word.sentence as usize).is_some_and(|marks| *marks);
        let mut set = |place: u8, value: u32| set_value(values, place, value);
        set(SIDE, side);
        set(SENTENCES, apart(self.sentence, word.sentence, 3));
        set(QUOTED, word.quoted as u32);
        set(MARKS, marks.into());
        set(CUES, between.cues);
        set(COMMAS, between.commas);
        set(BETWEEN, between.marks);
        set(FEW_BETWEEN, between.marks.min(2));
        set(BRANCH, place.branch);
        set(TOP, place.top);
        set(DEPTH, place.depth);
        set(EDGE, place.edge);
        set(BRANCH_BEFORE, before.unwrap_or(&none).branch);
        set(BRANCH_AFTER, after.unwrap_or(&none).branch);
        set(FAR, far);
        set(SUBJECT, self.subject_at(at));
        set(SAME_SENTENCE, same_sentence.into());
        set(SAME_BRANCH, (pair_branch == place.branch).into());
        set(PAIR_BRANCH, pair_branch);
        set(form(0), word.folded);
        set(shape(0), word.shape);
        set(tag(0), word.upos as u32);
        set(OWN, relation(word));
    }

    /// Sets what a word and those beside it show, whatever the cue.
    pub(super) fn look_closely(&self, at: usize, values: &mut Values) {
        let mut set = |place: u8, value: u32| set_value(values, place, value);
        for by in -2..=2 {
            let near = self.near(at, by.into());
            set(form(by), near.map_or(NONE, |word| word.folded));
            if by.abs() < 2 {
                set(shape(by), near.map_or(NONE, |word| word.shape));
                set(state(by), near.map_or(NONE, |word| word.quoted as u32));
                set(tag(by), near.map_or(NONE, |word| word.upos as u32));
            }
        }
        set(END_3, self.near(at, 0).map_or(NONE, |word| word.endings[1]));
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
}

/// Sets a value at its place.
fn set_value(values: &mut Values, place: u8, value: u32) {
    values[usize::from(place) % VALUES] = value;
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
