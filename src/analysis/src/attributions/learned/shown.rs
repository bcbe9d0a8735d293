//! What is seen of a word from a cue: values and templates.

use super::see::{Templates, places as bits};

/// Places of values. What is shared by many words: the side of the cue, how many sentences away,
/// quotation state, whether the sentence has marks, and what lies between.
pub(super) const SIDE: u8 = 0;
pub(super) const SENTENCES: u8 = 1;
pub(super) const QUOTED: u8 = 2;
pub(super) const MARKS: u8 = 3;
pub(super) const CUES: u8 = 4;
pub(super) const COMMAS: u8 = 5;
pub(super) const BETWEEN: u8 = 6;
pub(super) const FEW_BETWEEN: u8 = 7;
/// All of these but the last, which follows from the one before it.
pub(super) const SURROUNDINGS: usize = 7;
/// Of the cue: its words, the lemma of its head and what hangs from it, forms and tags around it,
/// quotation state around it.
pub(super) const WORDS: u8 = 8;
pub(super) const LEMMA: u8 = 9;
pub(super) const BELOW: u8 = 10;
pub(super) const BEFORE: u8 = 11;
pub(super) const BEFORE_2: u8 = 12;
pub(super) const AFTER: u8 = 13;
pub(super) const AFTER_2: u8 = 14;
pub(super) const TAG_BEFORE: u8 = 15;
pub(super) const TAG_AFTER: u8 = 16;
pub(super) const QUOTES: u8 = 17;
/// Of the word: its place in the tree and those beside it, its distance.
pub(super) const BRANCH: u8 = 18;
pub(super) const TOP: u8 = 19;
pub(super) const DEPTH: u8 = 20;
pub(super) const EDGE: u8 = 21;
pub(super) const BRANCH_BEFORE: u8 = 22;
pub(super) const BRANCH_AFTER: u8 = 23;
pub(super) const FAR: u8 = 24;
/// Where it stands to the cue's subject, and how that was found.
pub(super) const SUBJECT: u8 = 25;
pub(super) const WAY: u8 = 26;
/// Of the word itself.
pub(super) const END_3: u8 = 27;
pub(super) const OWN: u8 = 28;
/// Of the pair with the word before it.
pub(super) const SAME_SENTENCE: u8 = 29;
pub(super) const SAME_BRANCH: u8 = 30;
pub(super) const PAIR_BRANCH: u8 = 31;
/// Words further on or back are counted from the word seen.
pub(super) const fn form(by: i8) -> u8 {
    (by + 34).cast_unsigned()
}
pub(super) const fn shape(by: i8) -> u8 {
    (by + 38).cast_unsigned()
}
pub(super) const fn state(by: i8) -> u8 {
    (by + 41).cast_unsigned()
}
pub(super) const fn tag(by: i8) -> u8 {
    (by + 44).cast_unsigned()
}

/// What the surroundings show.
pub(super) static AROUND: Templates<27> = Templates::all(
    300,
    &[
        &[],
        &[SENTENCES, SIDE],
        &[QUOTED],
        &[QUOTED, QUOTES, SIDE],
        &[QUOTED, QUOTES, MARKS, SIDE, SENTENCES],
        &[QUOTED, SENTENCES, SIDE],
        &[CUES, SIDE],
        &[CUES, SIDE, QUOTED],
        &[COMMAS, SIDE],
        &[COMMAS, SIDE, QUOTED],
        &[BETWEEN, SIDE, QUOTED],
        &[BETWEEN, SIDE, QUOTED, QUOTES],
        &[CUES, COMMAS, FEW_BETWEEN, SIDE, SENTENCES],
        &[WORDS, SIDE],
        &[WORDS, SIDE, QUOTED],
        &[LEMMA, SIDE],
        &[LEMMA, SENTENCES, SIDE, QUOTED],
        &[LEMMA, COMMAS, SIDE],
        &[AFTER, SIDE],
        &[AFTER, AFTER_2, SIDE],
        &[BEFORE, SIDE],
        &[BEFORE_2, BEFORE, SIDE],
        &[BEFORE, AFTER, SIDE],
        &[LEMMA, AFTER, SIDE],
        &[LEMMA, BEFORE, SIDE],
        &[TAG_BEFORE, TAG_AFTER, SIDE],
        &[BELOW, SIDE],
    ],
);

/// What the branch of the tree shows, alone and with the surroundings.
pub(super) static BRANCHES: Templates<14> = Templates::all(
    340,
    &[
        &[BRANCH],
        &[BRANCH, LEMMA],
        &[BRANCH, WORDS],
        &[BRANCH, QUOTED],
        &[BRANCH, QUOTED, QUOTES],
        &[BRANCH, SIDE],
        &[BRANCH, BELOW],
        &[BRANCH, AFTER],
        &[BRANCH, BEFORE, SIDE],
        &[BRANCH, TAG_BEFORE, TAG_AFTER, SIDE],
        &[BRANCH, COMMAS, SIDE],
        &[BRANCH, CUES, SIDE],
        &[BRANCH, TOP],
        &[BRANCH, TOP, LEMMA],
    ],
);

/// What a word and those beside it show.
pub(super) static WORD: Templates<18> = Templates::all(
    360,
    &[
        &[form(-2), SIDE],
        &[form(-1), SIDE],
        &[form(0), SIDE],
        &[form(1), SIDE],
        &[form(2), SIDE],
        &[form(-1), form(0), SIDE],
        &[form(0), form(1), SIDE],
        &[shape(0), SIDE],
        &[shape(-1), shape(0), SIDE],
        &[shape(0), shape(1), SIDE],
        &[shape(-1), shape(0), shape(1), SIDE],
        &[state(-1), state(0), state(1), SIDE],
        &[END_3, SIDE],
        &[tag(0), SIDE],
        &[tag(-1), tag(0), SIDE],
        &[tag(0), tag(1), SIDE],
        &[tag(-1), tag(0), tag(1), SIDE],
        &[OWN, SIDE],
    ],
);

/// What a word shows where it stands to the cue.
const PLACE: [&[u8]; 30] = [
    &[FAR],
    &[QUOTED, FAR],
    &[WORDS, FAR],
    &[LEMMA, FAR],
    &[AFTER, FAR],
    &[BEFORE, FAR],
    &[form(0), FAR],
    &[form(0), LEMMA, SIDE],
    &[shape(0), FAR],
    &[tag(0), FAR],
    &[TAG_BEFORE, TAG_AFTER, tag(0), SIDE],
    &[BRANCH, DEPTH],
    &[BRANCH, tag(0)],
    &[BRANCH, OWN],
    &[BRANCH, form(0)],
    &[BRANCH, FAR],
    &[BRANCH, EDGE, SIDE],
    &[BRANCH, EDGE, tag(0), SIDE],
    &[BRANCH, BRANCH_BEFORE, SIDE],
    &[BRANCH, BRANCH_AFTER, SIDE],
    &[OWN, tag(0), SIDE, SENTENCES],
    &[SUBJECT],
    &[SUBJECT, WAY],
    &[SUBJECT, WAY, SIDE],
    &[SUBJECT, tag(0)],
    &[SUBJECT, tag(0), shape(0)],
    &[SUBJECT, form(0)],
    &[SUBJECT, LEMMA],
    &[SUBJECT, DEPTH, OWN],
    &[SUBJECT, QUOTED, SENTENCES],
];

/// The part of it that many words beside each other share, and the rest.
const STEADY: u64 =
    bits(&[FAR, QUOTED, WORDS, LEMMA, AFTER, BEFORE, SUBJECT, WAY, SIDE, SENTENCES]);
pub(super) static STEADY_PLACE: Templates<30> = Templates::within(400, &PLACE, STEADY);
pub(super) static OWN_PLACE: Templates<30> = Templates::beyond(400, &PLACE, STEADY);

/// What is seen of a word and the one before it.
const PAIR: [&[u8]; 8] = [
    &[SIDE],
    &[SAME_SENTENCE, SIDE],
    &[form(0), SIDE],
    &[form(-1), SIDE],
    &[state(-1), state(0), SAME_SENTENCE, SIDE],
    &[tag(-1), tag(0), SIDE],
    &[PAIR_BRANCH, BRANCH],
    &[SAME_BRANCH, SIDE, tag(0)],
];

/// The part of it that is the same from every cue on the same side, if the branch goes on or not.
const ANY_CUE: u64 = !bits(&[BRANCH, PAIR_BRANCH]);
pub(super) static ANY_PAIR: Templates<8> = Templates::within(500, &PAIR, ANY_CUE);
pub(super) static OWN_PAIR: Templates<8> = Templates::beyond(500, &PAIR, ANY_CUE);
