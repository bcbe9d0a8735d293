//! The text that all systems read: news-like articles from a grammar of our own (`news.txt`) and
//! the sentences of the starter texts.
//!
//! The same grammar and starter texts give the same articles, on every machine. No paragraph comes
//! twice, so that nothing which remembers what it has read gains by it; people and events are drawn
//! by chance and mean nobody. The articles are not meant to make sense, only to look to a tagger
//! like news: long and short sentences, quotes, names, figures, a vocabulary of thousands of words.

use std::collections::{BTreeMap, BTreeSet};

const GRAMMAR: &str = include_str!("news.txt");

/// What stands between two articles in a file: no text has it, and every language can split at it.
pub(crate) const BREAK: &str = "\u{c}";

/// Articles of 400 to 700 words, of so many bytes together or a little more.
pub(crate) fn articles(seeds: &[String], bytes: usize) -> Vec<String> {
    let grammar = Grammar::parse(GRAMMAR);
    let told: Vec<&str> = seeds.iter().flat_map(|seed| sentences(seed)).collect();
    let mut random = Random(2024);
    let mut seen = BTreeSet::new();
    let mut articles = Vec::new();
    let mut written = 0;
    while written < bytes {
        let mut article = Article { grammar: &grammar, kept: BTreeMap::new(), random: &mut random };
        let text = article.write(&told, &mut seen);
        written += text.len();
        articles.push(text);
    }
    articles
}

/// The sentences of a starter text, without its front block, headings, lists and transcript turns.
/// French and the like is left out: every system here reads English.
fn sentences(seed: &str) -> Vec<&str> {
    let Some((front, body)) =
        seed.strip_prefix("---\n").and_then(|seed| seed.split_once("\n---\n"))
    else {
        return Vec::new();
    };
    if !front.lines().any(|line| line == "language: en") {
        return Vec::new();
    }
    let prose =
        body.lines().filter(|line| line.ends_with(['.', '”', '"']) && !line.starts_with('-'));
    prose.filter(|line| !line.contains(": ")).flat_map(|line| line.split_inclusive(". ")).collect()
}

/// Lists of expansions by symbol. The form stands at the head of `news.txt`.
struct Grammar<'g>(BTreeMap<&'g str, Vec<&'g str>>);

impl<'g> Grammar<'g> {
    fn parse(text: &'g str) -> Self {
        let mut lists: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut symbol = "";
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                symbol = name;
            } else {
                lists.entry(symbol).or_default().extend(line.split(" / "));
            }
        }
        Self(lists)
    }
}

/// One article in the making, with what was drawn for the whole of it.
struct Article<'a> {
    grammar: &'a Grammar<'a>,
    kept: BTreeMap<&'a str, String>,
    random: &'a mut Random,
}

impl<'a> Article<'a> {
    fn write(&mut self, told: &[&str], seen: &mut BTreeSet<String>) -> String {
        let mut text = self.sentence("lead");
        for _ in 0..self.random.below(5) + 10 {
            let mut paragraph = self.sentence("sentence");
            for _ in 0..self.random.below(4) {
                paragraph.push(' ');
                if self.random.below(6) == 0 && !told.is_empty() {
                    paragraph.push_str(told[self.random.below(told.len())].trim_end());
                } else {
                    paragraph.push_str(&self.sentence("sentence"));
                }
            }
            if seen.insert(paragraph.clone()) {
                text.push_str("\n\n");
                text.push_str(&paragraph);
            }
        }
        text
    }

    fn sentence(&mut self, symbol: &'a str) -> String {
        polish(&self.draw(symbol))
    }

    fn draw(&mut self, symbol: &'a str) -> String {
        let grammar = self.grammar;
        let Some(list) = grammar.0.get(symbol) else { return String::new() };
        let drawn = list[self.random.below(list.len())];
        self.expand(drawn)
    }

    fn expand(&mut self, expansion: &'a str) -> String {
        let mut parts = expansion.split('{');
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (slot, rest) = part.split_once('}').unwrap_or((part, ""));
            out.push_str(&self.fill(slot));
            out.push_str(rest);
        }
        out
    }

    fn fill(&mut self, slot: &'a str) -> String {
        let (name, part) = match slot.split_once(':') {
            Some((name, part)) => (name, part.parse::<usize>().ok()),
            None => (slot, None),
        };
        let value = match name.split_once('#') {
            Some((symbol, _)) => self.keep(name, symbol),
            None => self.draw(name),
        };
        match part {
            Some(part) => value.split('|').nth(part).unwrap_or_default().to_owned(),
            None => value,
        }
    }

    /// What was drawn under this name, else something that no other name of the article has.
    fn keep(&mut self, name: &'a str, symbol: &'a str) -> String {
        if let Some(kept) = self.kept.get(name) {
            return kept.clone();
        }
        let mut value = self.draw(symbol);
        for _ in 0..9 {
            if !self.kept.values().any(|kept| *kept == value) {
                break;
            }
            value = self.draw(symbol);
        }
        self.kept.insert(name, value.clone());
        value
    }
}

/// A sentence as it is printed: capitals where sentences and quotations begin, "an" before a vowel,
/// no comma twice.
fn polish(sentence: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in sentence.replace(",,", ",").split(' ').filter(|word| !word.is_empty()) {
        let article = words.last_mut().filter(|last| matches!(last.as_str(), "a" | "A"));
        if let Some(article) = article.filter(|_| sounds_as_vowel(word)) {
            article.push('n');
        }
        let opens =
            words.last().is_none_or(|last| last.ends_with(['.', '”']) && last.contains('.'));
        words.push(if opens { capital(word) } else { word.to_owned() });
    }
    words.join(" ")
}

fn sounds_as_vowel(word: &str) -> bool {
    let consonant = ["uni", "use", "usu", "euro", "one-", "ura", "U"];
    let silent = ["hour", "hon"];
    let vowel = word.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', '8']);
    (vowel && !consonant.iter().any(|start| word.starts_with(start)))
        || silent.iter().any(|start| word.starts_with(start))
}

/// The word with its first letter large, behind an opening quotation mark too.
fn capital(word: &str) -> String {
    let (mark, rest) = match word.strip_prefix('“') {
        Some(rest) => ("“", rest),
        None => ("", word),
    };
    let mut letters = rest.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    format!("{mark}{first}{}", letters.as_str())
}

/// A small generator of our own, so that the text never changes with a library.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        // SplitMix64, a public-domain mixing of a counter.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        // The remainder fits, being smaller than a `usize`.
        (mixed % end.max(1) as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seed() -> Vec<String> {
        vec!["---\nlanguage: en\n---\nTalks went on for hours. Nobody signed.\n".to_owned()]
    }

    #[test]
    fn the_same_seeds_give_the_same_text_and_others_another() {
        assert_eq!(articles(&seed(), 50_000), articles(&seed(), 50_000));
        assert_ne!(articles(&seed(), 50_000), articles(&[], 50_000));
    }

    #[test]
    fn no_paragraph_comes_twice_and_the_vocabulary_is_broad() {
        let articles = articles(&seed(), 300_000);
        let paragraphs: Vec<&str> =
            articles.iter().flat_map(|article| article.split("\n\n")).collect();
        assert_eq!(paragraphs.iter().collect::<BTreeSet<_>>().len(), paragraphs.len());
        let words: BTreeSet<&str> =
            paragraphs.iter().flat_map(|text| text.split(|c: char| !c.is_alphabetic())).collect();
        assert!(words.len() > 2_500, "{} words", words.len());
        assert!(paragraphs.iter().any(|text| text.contains("Nobody signed.")));
        assert!(articles.iter().map(String::len).sum::<usize>() >= 300_000);
    }

    #[test]
    fn each_symbol_is_listed_and_used() {
        let Grammar(lists) = Grammar::parse(GRAMMAR);
        let mut used: BTreeSet<&str> = BTreeSet::from(["lead", "sentence"]);
        for slot in GRAMMAR
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(|line| line.split('{').skip(1).map(|part| part.split_once('}').unwrap().0))
        {
            used.insert(slot.split([':', '#']).next().unwrap());
        }
        assert_eq!(lists.into_keys().collect::<BTreeSet<_>>(), used);
    }

    #[test]
    fn a_sentence_is_printed_as_in_a_newspaper() {
        let raw = "“we have a old plan,” Da Silva, the envoy,, said. “a unit is a hour away.”";
        let printed = "“We have an old plan,” Da Silva, the envoy, said. “A unit is an hour away.”";
        assert_eq!(polish(raw), printed);
    }

    #[test]
    fn only_english_prose_is_taken_from_a_seed() {
        assert_eq!(sentences(&seed()[0]), ["Talks went on for hours. ", "Nobody signed."]);
        assert!(sentences("---\nlanguage: fr\n---\nLe traité est signé.\n").is_empty());
    }
}
