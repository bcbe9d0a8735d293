//! Noun phrases of a sentence, as the parse gives them: a noun and what stands before it as its
//! modifier, without article or determiner.
//!
//! Each phrase carries a key that is the same for its variants: singular and plural, hyphen and
//! space, British and American spelling, with and without the possessive.

use super::Line;
use super::lists::Lists;
use super::names::{self, Named};
use super::number::{singular, spelling};
use crate::document::{Document, Relation, TokenKind, Upos};

/// Words of the longest phrase.
pub(super) const LONGEST: usize = 4;

/// What a word may be in a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Ends a phrase before it.
    Outside,
    /// Stands before a noun.
    Modifier,
    /// The possessive after a noun.
    Possessive,
    Noun,
}

/// A phrase at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// The same for all variants.
    pub(super) key: u64,
    /// Index of the line, and of its first and last word there.
    pub(super) line: u32,
    pub(super) first: u32,
    pub(super) last: u32,
    /// Words, the possessive not counted.
    pub(super) words: u8,
    /// No part of a longer phrase.
    pub(super) whole: bool,
    /// Subject or object of a clause.
    pub(super) acts: bool,
}

/// The phrases of a line, single nouns too, added to `into`.
pub(super) fn find(
    doc: &Document,
    lines: &[Line<'_>],
    number: usize,
    named: &[Named],
    lists: &Lists,
    into: &mut Vec<Phrase>,
) {
    let Some(line) = lines.get(number) else { return };
    let mut start = 0;
    let mut run: Vec<(Part, u64, u64)> = Vec::with_capacity(line.words.len());
    for (word, token) in &line.words {
        let part = part(doc, word, *token, named, lists);
        let keys = match part {
            Part::Modifier | Part::Noun => {
                (hash(&spelling(word)), hash(&spelling(&singular(word))))
            }
            Part::Outside | Part::Possessive => (0, 0),
        };
        run.push((part, keys.0, keys.1));
    }
    for part in run.split(|part| part.0 == Part::Outside) {
        if !part.is_empty() {
            of_run(doc, line, number, start, part, into);
        }
        start += part.len() + 1;
    }
}

/// The phrases of a run of words that no other word parts.
fn of_run(
    doc: &Document,
    line: &Line<'_>,
    number: usize,
    offset: usize,
    run: &[(Part, u64, u64)],
    into: &mut Vec<Phrase>,
) {
    let token = |at: usize| line.words.get(offset + at).map_or(0, |word| word.1);
    for (last, noun) in run.iter().enumerate().filter(|(_, part)| part.0 == Part::Noun) {
        let mut key = noun.2;
        let mut words = 1;
        let mut first = last;
        let acts = acts(doc, token(last));
        let goes_on = run.get(last + 1).is_some_and(|next| next.0 == Part::Noun);
        let begin = into.len();
        loop {
            let part = run.get(first).map_or(Part::Outside, |part| part.0);
            if part != Part::Possessive && is_whole(doc, token(first), token(last)) {
                let place = (offset + first, offset + last);
                into.push(Phrase {
                    key,
                    line: number as u32,
                    first: place.0 as u32,
                    last: place.1 as u32,
                    words,
                    whole: false,
                    acts,
                });
            }
            let Some(before) = first.checked_sub(1) else { break };
            let Some(next) = run.get(before) else { break };
            // A modifier stands in the noun's own phrase, as the parse has it.
            if next.0 != Part::Possessive {
                let head = doc.syntax.get(token(before)).and_then(|word| word.head);
                let inside = head
                    .is_some_and(|head| (token(before)..=token(last)).contains(&(head as usize)));
                if usize::from(words) == LONGEST || !inside {
                    break;
                }
                words += 1;
                key = key.rotate_left(21).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ next.1;
            }
            first = before;
        }
        if !goes_on && let Some(longest) = into.get_mut(begin..).and_then(<[Phrase]>::last_mut) {
            longest.whole = true;
        }
    }
}

fn part(doc: &Document, word: &str, token: usize, named: &[Named], lists: &Lists) -> Part {
    let (Some(syntax), Some(known)) = (doc.syntax.get(token), doc.tokens.get(token)) else {
        return Part::Outside;
    };
    let name = named.get(token).map_or(names::Part::None, |named| named.part);
    if known.kind != TokenKind::Word || name == names::Part::Whole {
        return Part::Outside;
    }
    if name == names::Part::Opens {
        let opens = matches!(syntax.relation, Relation::Amod | Relation::Compound);
        return if opens { Part::Modifier } else { Part::Outside };
    }
    if syntax.upos == Upos::Part && syntax.relation == Relation::Case && word.ends_with("'s") {
        return Part::Possessive;
    }
    let part = match syntax.upos {
        Upos::Noun | Upos::Propn => Part::Noun,
        Upos::Adj | Upos::Verb
            if matches!(syntax.relation, Relation::Amod | Relation::Compound | Relation::Conj) =>
        {
            Part::Modifier
        }
        _ => return Part::Outside,
    };
    let content = word.len() > 2
        && word.bytes().all(|byte| byte.is_ascii_alphabetic() || byte >= 0x80)
        && lists.stops.get(word).is_none();
    if content { part } else { Part::Outside }
}

/// Whether words are no piece of a word with hyphens, and not all in capitals.
fn is_whole(doc: &Document, first: usize, last: usize) -> bool {
    let is_hyphen = |token: usize| matches!(doc.token(token), "-" | "‐" | "‑");
    let glued = first.checked_sub(1).is_some_and(is_hyphen) || is_hyphen(last + 1);
    let shouts = first < last
        && (first..=last).all(|token| !doc.token(token).chars().any(char::is_lowercase));
    !glued && !shouts
}

fn acts(doc: &Document, token: usize) -> bool {
    doc.syntax
        .get(token)
        .is_some_and(|word| matches!(word.relation, Relation::Nsubj | Relation::Obj))
}

fn hash(word: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    word.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}
