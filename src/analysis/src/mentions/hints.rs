//! What the gazetteers say of each token before anything is read: hints for the learned layer.
//!
//! A hint is a class, not a decision. A row added to a gazetteer changes the hint at once, without
//! learning anew.

use super::lists::{Lists, PlaceKind, TitleKind, WordRow};
use std::borrow::Cow;

/// Number of classes.
pub const HINTS: usize = 16;

const PLACE: u8 = 1;
const STATE: u8 = 3;
const PEOPLE: u8 = 5;
const BODY: u8 = 6;
const PERSON: u8 = 8;
const GIVEN: u8 = 10;
const TITLE: u8 = 11;
const BODY_WORD: u8 = 12;
const PLACE_WORD: u8 = 13;
const EVENT_WORD: u8 = 14;
const PARTICLE: u8 = 15;

/// The hint of each token of a sentence, appended to `into`; 0 says nothing. The second and further
/// tokens of a place, state, body or person have the class after that of the first.
pub(crate) fn of_sentence<'w>(
    words: impl Iterator<Item = &'w str>,
    lists: &Lists,
    into: &mut Vec<u8>,
) {
    let mut folded = Vec::new();
    let from = into.len();
    for word in words {
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        into.push(u8::from(capital));
        folded.push(crate::tokens::fold(word));
    }
    let Some(capitals) = into.get_mut(from..) else { return };
    let mut at = 0;
    while at < folded.len() {
        let capital = capitals.get(at).is_some_and(|hint| *hint > 0);
        let (class, count) = if capital { of_name(&folded, at, lists) } else { (0, 0) };
        let count = count.clamp(1, folded.len() - at);
        let class = if class == 0 { of_word(&folded, at, lists, capital) } else { class };
        let joined = matches!(class, PLACE | STATE | BODY | PERSON);
        for (place, hint) in capitals.iter_mut().skip(at).take(count).enumerate() {
            *hint = class + u8::from(joined && place > 0);
        }
        at += count;
    }
}

fn of_name(folded: &[Cow<'_, str>], at: usize, lists: &Lists) -> (u8, usize) {
    let from = || folded.iter().skip(at).map(|word| &**word);
    let mut best = (0, 0);
    if let Some(found) = lists.places.longest(from()) {
        let class = match found.first().map(|row| row.kind) {
            Some(PlaceKind::Adjective | PlaceKind::People) => PEOPLE,
            Some(PlaceKind::Capital | PlaceKind::State) => STATE,
            Some(PlaceKind::Place | PlaceKind::Seat) => PLACE,
            None => 0,
        };
        best = (class, found.words);
    }
    if let Some(found) = lists.bodies.longest(from()).filter(|found| found.words > best.1) {
        best = (BODY, found.words);
    }
    let person = lists.holders.longest(from());
    if person > best.1 {
        best = (PERSON, person);
    }
    best
}

fn of_word(folded: &[Cow<'_, str>], at: usize, lists: &Lists, capital: bool) -> u8 {
    let word = folded.get(at).map_or("", |word| word);
    if capital && lists.names.get(word).is_some() {
        return GIVEN;
    }
    if let Some(found) = lists.titles.get(word) {
        return match found.first().map(|row| row.kind) {
            Some(TitleKind::Body) => BODY_WORD,
            Some(TitleKind::Courtesy | TitleKind::Office) => TITLE,
            _ => 0,
        };
    }
    match lists.word(word) {
        Some(WordRow::Body) if capital => BODY_WORD,
        Some(WordRow::Place) if capital => PLACE_WORD,
        Some(WordRow::Event) if capital => EVENT_WORD,
        Some(WordRow::Particle) => PARTICLE,
        _ => 0,
    }
}
