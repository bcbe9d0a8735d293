//! What is seen of a word when cues are sought: B, I or O for each word of a sentence.

use super::below::{Below, above};
use super::chain::Grammar;
use super::see::{NO_VALUES, Sink, Templates, VALUES, Values, see_each};
use super::text::{Text, Word};
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
pub(super) const NONE: u32 = u32::MAX;

/// Places of values. Words further on or back are counted from the word seen.
const fn form(by: i8) -> u8 {
    (by + 3).cast_unsigned()
}
const fn shape(by: i8) -> u8 {
    (by + 8).cast_unsigned()
}
const fn quoted(by: i8) -> u8 {
    (by + 12).cast_unsigned()
}
const fn habit(by: i8) -> u8 {
    (by + 16).cast_unsigned()
}
const fn tag(by: i8) -> u8 {
    (by + 20).cast_unsigned()
}
const fn lemma(by: i8) -> u8 {
    (by + 24).cast_unsigned()
}
/// The word's own relation is 1 after that of the word before.
const fn own(by: i8) -> u8 {
    (by + 27).cast_unsigned()
}
const BEGINNING: u8 = 28;
const END_2: u8 = 29;
const END_3: u8 = 30;
/// Whether the sentence has quotation marks.
const MARKS: u8 = 31;
/// Words before it and after it in the sentence, up to four.
const START: u8 = 32;
const END: u8 = 33;
/// The most cue-like word before it in the sentence, which may take it into its content, and after.
const MOST_BEFORE: u8 = 34;
const MOST_AFTER: u8 = 35;
/// What the list of cues says.
const LISTED: u8 = 36;
const LEMMA_HABIT: u8 = 37;
const HEAD_LEMMA: u8 = 38;
const HEAD_TAG: u8 = 39;
const HEAD_HABIT: u8 = 40;
const SET: u8 = 41;
const CORE: u8 = 42;
const SUBJECT: u8 = 43;
const SUBJECT_LEMMA: u8 = 44;
const CLAUSE: u8 = 45;
const MARK: u8 = 46;
const OBJECT: u8 = 47;
const OBJECT_LEMMA: u8 = 48;
const CASE: u8 = 49;
const OBLIQUE: u8 = 50;
const ABOVE: u8 = 51;
const WAY: u8 = 52;
const HEAD_CORE: u8 = 53;
const HEAD_CLAUSE: u8 = 54;
const HEAD_SUBJECT: u8 = 55;

/// What the words themselves show.
static WORDS: Templates<47> = Templates::all(
    0,
    &[
        &[],
        &[form(-3)],
        &[form(-2)],
        &[form(-1)],
        &[form(0)],
        &[form(1)],
        &[form(2)],
        &[form(3)],
        &[form(-2), form(-1)],
        &[form(-1), form(0)],
        &[form(0), form(1)],
        &[form(1), form(2)],
        &[form(-1), form(1)],
        &[form(0), form(1), form(2)],
        &[form(-1), form(0), form(1)],
        &[shape(0)],
        &[shape(-1), shape(0), shape(1)],
        &[form(0), shape(-1)],
        &[form(0), shape(1)],
        &[BEGINNING],
        &[END_2],
        &[END_3],
        &[END_2, form(-1)],
        &[quoted(0)],
        &[quoted(0), form(0)],
        &[quoted(-1), quoted(0), quoted(1), MARKS],
        &[quoted(-2), quoted(-1), quoted(0), quoted(1), quoted(2)],
        &[MARKS, form(0)],
        &[habit(0)],
        &[habit(0), quoted(0)],
        &[habit(0), MARKS],
        &[habit(-1), habit(0)],
        &[habit(0), habit(1)],
        &[habit(-1), habit(0), habit(1)],
        &[habit(0), form(1)],
        &[habit(0), form(-1)],
        &[habit(0), END_2],
        &[habit(0), shape(-1), shape(1)],
        &[START],
        &[END],
        &[habit(0), START],
        &[MOST_BEFORE, MOST_AFTER, habit(0)],
        &[MOST_BEFORE, form(0)],
        &[LISTED],
        &[LISTED, habit(0)],
        &[LISTED, tag(0)],
        &[LISTED, quoted(0), MARKS],
    ],
);

/// What parts of speech and the parse show.
static TREE: Templates<26> = Templates::all(
    100,
    &[
        &[lemma(0), tag(0)],
        &[lemma(0)],
        &[tag(-2)],
        &[tag(-1)],
        &[tag(0)],
        &[tag(1)],
        &[tag(2)],
        &[tag(-1), tag(0)],
        &[tag(0), tag(1)],
        &[tag(-1), tag(0), tag(1)],
        &[tag(-2), tag(-1), tag(0)],
        &[tag(0), tag(1), tag(2)],
        &[lemma(0), tag(1)],
        &[lemma(0), tag(-1)],
        &[lemma(0), lemma(1)],
        &[lemma(0), lemma(-1)],
        &[LEMMA_HABIT, tag(0)],
        &[LEMMA_HABIT, tag(0), tag(1)],
        &[LEMMA_HABIT, tag(-1), tag(0)],
        &[own(0)],
        &[own(0), HEAD_LEMMA],
        &[own(0), tag(0), HEAD_TAG],
        &[own(0), lemma(0)],
        &[own(0), HEAD_HABIT],
        &[own(0), HEAD_HABIT, LEMMA_HABIT],
        &[own(0), HEAD_LEMMA, lemma(0)],
    ],
);

/// The relations of what hangs from it, and the same with its habit.
const EACH: [u32; 2] = [100 + 27, 100 + 28];

/// What hangs from it and what it hangs from.
static AROUND: Templates<24> = Templates::all(
    EACH[1],
    &[
        &[SET, tag(0)],
        &[SET, LEMMA_HABIT, tag(0)],
        &[CORE, LEMMA_HABIT],
        &[CORE, tag(0), own(0)],
        &[CORE, lemma(0)],
        &[SUBJECT, tag(0)],
        &[SUBJECT, LEMMA_HABIT],
        &[SUBJECT, lemma(0)],
        &[SUBJECT_LEMMA, LEMMA_HABIT],
        &[CLAUSE, LEMMA_HABIT, tag(0)],
        &[CLAUSE, SUBJECT, LEMMA_HABIT],
        &[CLAUSE, lemma(0)],
        &[MARK],
        &[MARK, LEMMA_HABIT],
        &[OBJECT, LEMMA_HABIT],
        &[OBJECT_LEMMA, LEMMA_HABIT],
        &[OBJECT_LEMMA, lemma(0)],
        &[CASE, LEMMA_HABIT],
        &[OBLIQUE, lemma(0)],
        &[ABOVE, WAY],
        &[ABOVE, WAY, LEMMA_HABIT],
        &[ABOVE, WAY, quoted(0)],
        &[own(0), HEAD_HABIT, HEAD_CORE],
        &[own(0), HEAD_HABIT, HEAD_CLAUSE, HEAD_SUBJECT],
    ],
);

/// What is seen of a word and the one before it.
static PAIR: Templates<5> =
    Templates::all(200, &[&[], &[form(0)], &[form(-1)], &[tag(-1), tag(0)], &[own(-1), own(0)]]);

/// A paragraph with what hangs from each of its words.
#[derive(Debug)]
pub struct Scene<'t> {
    text: &'t Text,
    below: Vec<Below>,
    /// The most cue-like word before each word in its sentence, and after it.
    most: Vec<[u32; 2]>,
}

impl<'t> Scene<'t> {
    /// Looks at a paragraph.
    pub fn new(text: &'t Text) -> Self {
        let mut most = vec![[0; 2]; text.words.len()];
        for sentence in &text.sentences {
            let words = text.words.get(sentence.clone()).unwrap_or_default();
            let most = most.get_mut(sentence.clone()).unwrap_or_default();
            let (mut before, mut after) = (0, 0);
            for (word, most) in words.iter().zip(most.iter_mut()) {
                most[0] = before;
                before = before.max(word.habits[0]);
            }
            for (word, most) in words.iter().zip(most.iter_mut()).rev() {
                most[1] = after;
                after = after.max(word.habits[0]);
            }
        }
        Self { text, below: (0..text.words.len()).map(|at| Below::of(text, at)).collect(), most }
    }

    /// What is seen of a word of a sentence, and of its pair with the word before it.
    pub fn see<S: Sink>(
        &self,
        sentence: &Range<usize>,
        at: usize,
        singles: &mut S,
        pairs: &mut impl Sink,
    ) {
        let Some(word) = self.text.near(at, 0, sentence) else { return };
        let values = self.values(sentence, at, word);
        WORDS.see(&values, singles);
        TREE.see(&values, singles);
        let relations = || {
            let child = |child: &u32| {
                let word = self.text.words.get(*child as usize)?;
                Some(relation(word) * 2 + u32::from(*child as usize > at))
            };
            self.text.children(at).iter().filter_map(child)
        };
        see_each(EACH[0], relations(), singles);
        let with_habit = relations().map(|relation| relation * 32 + word.habits[1]);
        see_each(EACH[1], with_habit, singles);
        AROUND.see(&values, singles);
        PAIR.see(&values, pairs);
    }

    fn values(&self, sentence: &Range<usize>, at: usize, word: &Word) -> Values {
        let text = self.text;
        let mut values = NO_VALUES;
        let mut set = |place: u8, value: u32| values[usize::from(place) % VALUES] = value;
        for by in -3..=3 {
            let near = text.near(at, by.into(), sentence);
            set(form(by), near.map_or(NONE, |word| word.folded));
            if by.abs() > 2 {
                continue;
            }
            set(quoted(by), near.map_or(NONE, |word| word.quoted as u32));
            set(tag(by), near.map_or(NONE, |word| word.upos as u32));
            if by.abs() > 1 {
                continue;
            }
            set(shape(by), near.map_or(NONE, |word| word.shape));
            set(habit(by), near.map_or(NONE, |word| word.habits[0]));
            set(lemma(by), near.map_or(NONE, |word| word.lemma));
            if by < 1 {
                set(own(by), near.map_or(NONE, relation));
            }
        }
        set(BEGINNING, word.beginning);
        set(END_2, word.endings[0]);
        set(END_3, word.endings[1]);
        set(MARKS, text.marks.get(word.sentence as usize).is_some_and(|marks| *marks).into());
        set(START, (at - sentence.start).min(4) as u32);
        set(END, (sentence.end - 1 - at).min(4) as u32);
        let [before, after] = self.most.get(at).copied().unwrap_or_default();
        set(MOST_BEFORE, before);
        set(MOST_AFTER, after);
        set(LISTED, word.listed);
        set(LEMMA_HABIT, word.habits[1]);

        let head = word.head.map(|head| head as usize);
        let head_word = head.and_then(|head| text.words.get(head));
        set(HEAD_LEMMA, head_word.map_or(NONE, |head| head.lemma));
        set(HEAD_TAG, head_word.map_or(NONE, |head| head.upos as u32));
        set(HEAD_HABIT, head_word.map_or(NONE, |head| head.habits[1]));
        let none = Below::default();
        let below = self.below.get(at).unwrap_or(&none);
        set(SET, below.set);
        set(CORE, below.core);
        set(SUBJECT, below.subject);
        set(SUBJECT_LEMMA, below.subject_lemma);
        set(CLAUSE, below.clause);
        set(MARK, below.mark);
        set(OBJECT, below.object);
        set(OBJECT_LEMMA, below.object_lemma);
        set(CASE, below.case);
        set(OBLIQUE, below.oblique);
        let (above, way) = above(text, at);
        set(ABOVE, above);
        set(WAY, way);
        // An auxiliary or a negation belongs to the cue that it hangs from.
        let of_head = head.and_then(|head| self.below.get(head)).unwrap_or(&none);
        set(HEAD_CORE, of_head.core);
        set(HEAD_CLAUSE, of_head.clause);
        set(HEAD_SUBJECT, of_head.subject);
        values
    }
}

/// A relation with its subtype.
pub(super) fn relation(word: &Word) -> u32 {
    word.relation as u32 + 64 * u32::from(word.passive)
}
