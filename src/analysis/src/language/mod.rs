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

/// Words of a text that are looked at.
const WORDS: usize = 2_000;
/// Fewer words than these tell nothing.
const FEWEST: usize = 20;
/// Frequent words that another language needs to be named.
const FEWEST_HITS: u32 = 3;
/// Share of frequent words, in percent, that makes a text English.
const SHARE: u8 = 60;

/// What some words look like.
#[derive(Debug)]
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
    let count = |paragraph: &Paragraph, most: usize| {
        Counts::of(words(text.slice(paragraph.span)).take(most.min(WORDS)), lists)
    };
    let counts: Vec<Counts> = paragraphs.iter().map(|one| count(one, WORDS)).collect();
    let whole = if are_parts(text, paragraphs) {
        let mut whole = Counts::default();
        for (paragraph, own) in paragraphs.iter().zip(&counts) {
            let left = WORDS.saturating_sub(whole.words);
            if own.words > left {
                whole.add(&count(paragraph, left));
                break;
            }
            whole.add(own);
        }
        whole.guess()
    } else {
        Counts::of(words(text.as_str()).take(WORDS), lists).guess()
    };
    let english = whole.is_english();
    for (paragraph, own) in paragraphs.iter_mut().zip(counts) {
        paragraph.english = read_anyway || own.guess().is_english();
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

/// Whether the words of the paragraphs are those of the text: none stands between two of them, nor in
/// two.
fn are_parts(text: &SourceText, paragraphs: &[Paragraph]) -> bool {
    let mut end = 0;
    let between = paragraphs.iter().all(|paragraph| {
        let apart = end == 0 || end < paragraph.span.start();
        let gap = text.as_str().get(end as usize..paragraph.span.start() as usize);
        end = paragraph.span.end();
        apart && gap.is_some_and(|gap| words(gap).next().is_none())
    });
    let rest = text.as_str().get(end as usize..).unwrap_or_default();
    between && words(rest).next().is_none()
}

/// What is counted of some words.
#[derive(Debug, Default)]
struct Counts {
    words: usize,
    letters: u32,
    latin: u32,
    /// Frequent words of each language.
    hits: Vec<(&'static str, u32)>,
    /// Letters of each script but Latin.
    scripts: Vec<(&'static str, u32)>,
}

impl Counts {
    fn of<'t>(words: impl Iterator<Item = &'t str>, lists: &Lists) -> Self {
        let mut counts = Self::default();
        for word in words {
            counts.words += 1;
            if word.is_ascii() {
                counts.letters += word.len() as u32;
                counts.latin += word.len() as u32;
            } else {
                for character in word.chars() {
                    counts.letters += 1;
                    match script(character) {
                        None => counts.latin += 1,
                        Some(tag) => add(&mut counts.scripts, tag, 1),
                    }
                }
            }
            if let Some(found) = lists.words.get(&fold(word)) {
                for row in found.rows() {
                    add(&mut counts.hits, row.0, 1);
                }
            }
        }
        counts
    }

    fn add(&mut self, other: &Self) {
        self.words += other.words;
        self.letters += other.letters;
        self.latin += other.latin;
        for (tag, times) in &other.hits {
            add(&mut self.hits, tag, *times);
        }
        for (tag, letters) in &other.scripts {
            add(&mut self.scripts, tag, *letters);
        }
    }

    fn guess(self) -> Guess {
        let Self { words, letters, latin, hits, scripts } = self;
        let mut guess = Guess { words, share: 100, looks_like: None };
        let frequent = |(tag, count): &&(&'static str, u32)| (*count, std::cmp::Reverse(*tag));
        // Scripts without spaces have few "words": their letters count.
        if latin * 2 < letters {
            guess.words = guess.words.max(letters as usize);
            guess.share = (latin * 100 / letters.max(1)) as u8;
            let by_words = hits.iter().max_by_key(frequent);
            let by_script =
                scripts.iter().max_by_key(|(tag, count)| (*count, *tag)).map(|(tag, _)| *tag);
            guess.looks_like = by_words
                .filter(|(tag, count)| *count >= FEWEST_HITS && by_script == Some(family(tag)))
                .map(|(tag, _)| *tag)
                .or(by_script);
            return guess;
        }
        let english = hits.iter().find(|hit| hit.0 == "en").map_or(0, |hit| hit.1);
        let others = hits.iter().filter(|hit| hit.0 != "en");
        let other = others.max_by_key(frequent).filter(|(_, count)| *count >= FEWEST_HITS);
        if let Some((tag, count)) = other {
            guess.share = (english * 100 / (english + count)) as u8;
            guess.looks_like = Some(tag);
        }
        guess
    }
}

/// Counts more of a tag.
fn add(counts: &mut Vec<(&'static str, u32)>, tag: &'static str, times: u32) {
    match counts.iter_mut().find(|known| known.0 == tag) {
        Some(known) => known.1 += times,
        None => counts.push((tag, times)),
    }
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
