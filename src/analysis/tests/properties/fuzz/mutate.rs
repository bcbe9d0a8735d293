//! From texts of our own to texts that nobody would write: pieces are cut, moved, repeated and
//! mixed, and odd characters and words of the lexicons come between.

use super::random::Random;
use crate::texts::our_own;
use std::ops::Range;

/// Bytes of a mutated text, about; longer ones tell little more and take long.
const LENGTH: usize = 4_000;

/// Characters that trip readers of text: invisible, combining, of line ends, of quotation, and such
/// as change their length with their case.
const CHARACTERS: &str = "\u{301}\u{303}\u{200d}\u{200c}\u{ad}\u{feff}\u{200b}\u{2060}\u{202e}\
    \u{2066}\u{fe0f}\0\u{7f}\u{85}\u{2028}\u{2029}\u{a0}\u{3000}\r\n\t\u{b}\u{c}“”‘’„‟«»‹›\"'`＂「」ʼ\
    ….?!,;:()[]—–-‑/*_•İıßẞﬁǅ\u{212a}ÅΣςé中日한سשन😀🇺\u{10ffff}\u{e000}\u{fffd}½²Ⅳ٣２𝟙𝐀";

/// Runs of characters that trip readers of text, between bars.
const RUNS: &str = "e\u{301}|\u{300}\u{301}\u{302}\u{303}|👨\u{200d}👩\u{200d}👧|\r\n|\n\n|''|``|...|?!|--|\
    Mr.|U.S.|e.g.|p.m.|n't|'s|’s|'re|Q:|A:|THE MINISTER:|• |1. |(a) |# |https://example.org/a?b=c|\
    a@example.org|@name|#tag|31 February 2024|0000-00-00|2024-13-45|99/99/9999|25:61|1e999|-0|$5bn|\
    100%|18446744073709551616|the 1990s|fiscal 2024-25|next Friday|9999 years ago|said|, said |“No,”";

/// Texts, and words that make rules fire.
pub(super) struct Corpus {
    texts: Vec<String>,
    words: Vec<String>,
    odd: Vec<String>,
}

impl Corpus {
    /// The starter texts, the stories, and the keys of all lexicons.
    pub(super) fn open() -> Self {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/lexicon");
        let mut paths: Vec<_> = std::fs::read_dir(folder)
            .expect("the lexicons")
            .map(|entry| entry.expect("an entry").path())
            .collect();
        paths.sort();
        let files = paths.iter().map(|path| std::fs::read_to_string(path).expect("a lexicon"));
        let keys = |file: String| -> Vec<String> {
            let rows = file.lines().filter(|row| !row.starts_with('#'));
            rows.filter_map(|row| row.split('\t').next()).map(str::to_owned).collect()
        };
        let odd = CHARACTERS.chars().map(String::from).chain(RUNS.split('|').map(str::to_owned));
        Self { texts: our_own(), words: files.flat_map(keys).collect(), odd: odd.collect() }
    }

    /// The text of a seed.
    pub(super) fn text(&self, random: &mut Random) -> String {
        let base = random.pick(&self.texts);
        let longest = if random.once_in(8) { LENGTH } else { LENGTH / 4 };
        let mut text = base[range(base, longest, random)].to_owned();
        for _ in 0..=random.below(9) {
            self.mutate(&mut text, random);
            text.truncate(text.floor_char_boundary(2 * LENGTH));
        }
        text
    }

    /// Changes a text at one place.
    pub(super) fn mutate(&self, text: &mut String, random: &mut Random) {
        let length = 1 << random.below(9);
        let place = range(text, length, random);
        let old = &text[place.clone()];
        let new = match random.below(14) {
            0 => format!("{old}{}", random.pick(&self.odd)),
            1 => random.pick(&self.odd).clone(),
            2 => String::new(),
            3 => old.repeat((1 + random.below(40)).min(1 + LENGTH / old.len().max(1))),
            4 => {
                let other = random.pick(&self.texts);
                other[range(other, 400, random)].to_owned()
            }
            5 => format!("{old} {} {}", self.word(random), self.word(random)),
            6 => self.word(random),
            7 => old.to_uppercase(),
            8 => old.to_lowercase(),
            9 => {
                let space = random.pick(&["", "\n", "\n\n", "  ", "\u{a0}", " “", "” ", ", "]);
                old.replace(' ', space)
            }
            10 => {
                let (open, close) =
                    *random.pick(&[("“", "”"), ("\"", "\""), ("‘", "’"), ("(", ")"), ("«", "»")]);
                format!("{open}{old}{close}")
            }
            11 => old.split(' ').rev().collect::<Vec<_>>().join(" "),
            12 => {
                let odd = random.pick(&self.odd);
                old.chars().flat_map(|letter| [letter.to_string(), odd.clone()]).collect()
            }
            _ => char::from_u32(random.below(0x11_0000) as u32).unwrap_or('\u{fffd}').to_string(),
        };
        text.replace_range(place, &new);
    }

    /// A key of a lexicon, as a text may write it.
    fn word(&self, random: &mut Random) -> String {
        let word = random.pick(&self.words);
        match random.below(3) {
            0 => word.clone(),
            1 => word.to_uppercase(),
            _ => {
                let capital = |word: &str| {
                    let mut letters = word.chars();
                    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
                };
                word.split(' ').map(capital).collect::<Vec<String>>().join(" ")
            }
        }
    }
}

/// A place of a text of at most `longest` bytes, on character edges.
pub(super) fn range(text: &str, longest: usize, random: &mut Random) -> Range<usize> {
    let start = text.floor_char_boundary(random.below(text.len() + 1));
    let end = text.floor_char_boundary(start + random.below(longest + 1));
    start..end.max(start)
}
