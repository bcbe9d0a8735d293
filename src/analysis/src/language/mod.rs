//! Whether a text, and each of its paragraphs, is English.
//!
//! Frequent words decide: of those that belong to English or to the language that fits best beside
//! it, at least 60 % must be English. Names say nothing either way, so a list of names is not taken
//! for a foreign text; nor is anything under 20 words. A text in another script is told by its
//! letters.

pub(crate) mod lists;
#[cfg(test)]
mod tests;

use crate::lexicons::Lexicons;
use crate::tokens::fold;
use lists::Lists;
use readout_contract::report::{Language, Paragraph};
use readout_text::SourceText;
use std::collections::BTreeMap;

/// Words of a text that are looked at.
const WORDS: usize = 2_000;
/// Fewer words than these tell nothing.
const FEWEST: usize = 20;
/// Frequent words that another language needs to be named.
const FEWEST_HITS: u32 = 3;
/// Share of frequent words, in percent, that makes a text English.
const SHARE: u8 = 60;

/// What some words look like.
#[derive(Debug, Default)]
struct Guess {
    words: usize,
    share: u8,
    looks_like: Option<&'static str>,
}

impl Guess {
    fn is_english(&self) -> bool {
        self.words < FEWEST || self.share >= SHARE
    }
}

/// Guesses from the first 2,000 words, and marks the paragraphs that are not English.
pub(crate) fn guess(
    text: &SourceText,
    paragraphs: &mut [Paragraph],
    lexicons: &Lexicons,
    read_anyway: bool,
) -> Language {
    let lists = &lexicons.language;
    let whole = look(words(text.as_str()).take(WORDS), lists);
    let english = whole.is_english();
    for paragraph in paragraphs {
        let own = look(words(text.slice(paragraph.span)).take(WORDS), lists);
        paragraph.english = read_anyway || own.is_english();
    }
    Language {
        english: english || read_anyway,
        share: whole.share,
        looks_like: if english { None } else { whole.looks_like.map(str::to_owned) },
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !(character.is_alphabetic() || matches!(character, '\'' | '’')))
        .filter(|word| !word.is_empty())
}

fn look<'t>(words: impl Iterator<Item = &'t str>, lists: &Lists) -> Guess {
    let mut guess = Guess { share: 100, ..Guess::default() };
    let mut hits: BTreeMap<&'static str, u32> = BTreeMap::new();
    let mut scripts: BTreeMap<&'static str, u32> = BTreeMap::new();
    let mut letters = 0_u32;
    let mut latin = 0_u32;
    for word in words {
        guess.words += 1;
        if word.is_ascii() {
            letters += word.len() as u32;
            latin += word.len() as u32;
        } else {
            for character in word.chars() {
                letters += 1;
                match script(character) {
                    None => latin += 1,
                    Some(tag) => *scripts.entry(tag).or_default() += 1,
                }
            }
        }
        if let Some(found) = lists.words.get(&fold(word)) {
            for row in found.rows() {
                *hits.entry(row.0).or_default() += 1;
            }
        }
    }
    // Scripts without spaces have few "words": their letters count.
    if latin * 2 < letters {
        guess.words = guess.words.max(letters as usize);
        guess.share = (latin * 100 / letters.max(1)) as u8;
        let by_words = hits.iter().max_by_key(|(tag, count)| (**count, std::cmp::Reverse(**tag)));
        let by_script = scripts.iter().max_by_key(|(_, count)| **count).map(|(tag, _)| *tag);
        guess.looks_like = by_words
            .filter(|(tag, count)| **count >= FEWEST_HITS && by_script == Some(family(tag)))
            .map(|(tag, _)| *tag)
            .or(by_script);
        return guess;
    }
    let english = hits.remove("en").unwrap_or(0);
    let other = hits
        .into_iter()
        .max_by_key(|(tag, count)| (*count, std::cmp::Reverse(*tag)))
        .filter(|(_, count)| *count >= FEWEST_HITS);
    if let Some((tag, count)) = other {
        guess.share = (english * 100 / (english + count)) as u8;
        guess.looks_like = Some(tag);
    }
    guess
}

/// The language that most often uses the script of a letter; `None` for Latin.
fn script(character: char) -> Option<&'static str> {
    match character {
        '\u{370}'..='\u{3ff}' => Some("el"),
        '\u{400}'..='\u{52f}' => Some("ru"),
        '\u{590}'..='\u{5ff}' => Some("he"),
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' => Some("ar"),
        '\u{900}'..='\u{97f}' => Some("hi"),
        '\u{e00}'..='\u{e7f}' => Some("th"),
        '\u{3040}'..='\u{30ff}' => Some("ja"),
        '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' => Some("zh"),
        '\u{ac00}'..='\u{d7af}' => Some("ko"),
        _ => None,
    }
}

/// The tag under which `script` counts the letters of a language.
fn family(tag: &str) -> &str {
    if tag == "uk" { "ru" } else { tag }
}
