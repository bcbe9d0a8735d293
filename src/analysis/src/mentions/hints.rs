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

/// Whether a token with this hint may be a plain noun for all that the gazetteers say.
pub(crate) const fn may_be_plain(hint: u8) -> bool {
    matches!(hint, 0 | TITLE | EVENT_WORD)
}

/// Whether a name may follow a token with this hint.
pub(crate) const fn leads_to_name(hint: u8) -> bool {
    matches!(hint, GIVEN | TITLE | PARTICLE)
}

/// The hint of each token of a sentence, appended to `into`; 0 says nothing. The second and further
/// tokens of a place, state, body or person have the class after that of the first. The words come
/// as they stand and folded.
pub(crate) fn of_sentence<'w>(
    words: impl Iterator<Item = &'w str>,
    folded: &[Cow<'_, str>],
    lists: &Lists,
    into: &mut Vec<u8>,
) {
    let from = into.len();
    let is_capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    into.extend(words.map(|word| u8::from(is_capital(word))));
    let Some(capitals) = into.get_mut(from..) else { return };
    let mut at = 0;
    while at < folded.len() {
        let capital = capitals.get(at).is_some_and(|hint| *hint > 0);
        let (class, count) = if capital { of_name(folded, at, lists) } else { (0, 0) };
        let count = count.clamp(1, folded.len() - at);
        let class = if class == 0 { of_word(folded, at, lists, capital) } else { class };
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn hints<'w>(words: impl IntoIterator<Item = &'w str>) -> Vec<u8> {
        let mut into = Vec::new();
        let words: Vec<&str> = words.into_iter().collect();
        let folded: Vec<_> = words.iter().map(|word| crate::tokens::fold(word)).collect();
        of_sentence(words.into_iter(), &folded, &Lists::built_in(), &mut into);
        into
    }

    #[test]
    fn gazetteers_say_what_a_name_is() {
        for (words, expected) in [
            ("France and the United States", vec![STATE, 0, 0, STATE, STATE + 1]),
            ("the French minister in Geneva", vec![0, PEOPLE, TITLE, 0, PLACE]),
            ("the European Union", vec![0, BODY, BODY + 1]),
            ("Angela Somebody", vec![GIVEN, 0]),
            ("van der", vec![PARTICLE; 2]),
            // Small letters name nobody.
            ("a turkey in the united states", vec![0; 6]),
            ("", vec![0]),
        ] {
            assert_eq!(hints(words.split(' ')), expected, "{words}");
        }
    }

    proptest! {
        #[test]
        fn every_word_has_a_hint(words in prop::collection::vec(any::<String>(), 0..20)) {
            let lists = Lists::built_in();
            let mut into = vec![9];
            let folded: Vec<_> = words.iter().map(|word| crate::tokens::fold(word)).collect();
            of_sentence(words.iter().map(String::as_str), &folded, &lists, &mut into);
            prop_assert_eq!(into.len(), words.len() + 1);
            prop_assert_eq!(into[0], 9, "what was there stays");
            prop_assert!(into.iter().all(|hint| usize::from(*hint) < HINTS));
        }

        #[test]
        fn every_run_of_names_has_hints(words in prop::collection::vec(prop::sample::select(vec![
            "United", "States", "Kingdom", "of", "North", "Korea", "European", "Union", "Council",
            "President", "Xi", "Jinping", "the", "Security", "New", "York", "UNITED", "ÉTATS",
        ]), 0..30)) {
            let found = hints(words.iter().copied());
            prop_assert_eq!(found.len(), words.len());
            for (at, hint) in found.iter().enumerate() {
                // A further token follows one of the same name.
                if matches!(hint.wrapping_sub(1), PLACE | STATE | BODY | PERSON) {
                    let before = at.checked_sub(1).map(|before| found[before]);
                    prop_assert!(before == Some(*hint) || before == Some(hint - 1), "{:?}", found);
                }
            }
        }
    }
}
