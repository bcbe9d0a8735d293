//! From words to the rows that the network looks up: the vocabulary, and what a teacher says.

use crate::corpus::{Advice, Example};
use crate::learn::Lesson;
use crate::net::Input;
use crate::tensor::Random;
use rayon::prelude::*;
use readout_analysis::Lexicons;
use readout_analysis::training::features::{self, TokenFeatures};
use readout_analysis::training::hints;
use readout_analysis::training::vocabulary::{fingerprint, places, row};
use std::collections::BTreeMap;

fn seen(example: &Example, hints: &[u8]) -> Vec<TokenFeatures> {
    let mut list = Vec::with_capacity(example.words.len());
    features::of_sentence(example.words.iter().map(String::as_str), hints, &mut list);
    list
}

/// Makes a table of the most frequent words, as many as find a place.
pub(crate) fn vocabulary<'e>(examples: impl Iterator<Item = &'e Example>, slots: usize) -> Vec<u8> {
    let mut counts: BTreeMap<u32, f32> = BTreeMap::new();
    for example in examples {
        for token in seen(example, &[]) {
            *counts.entry(token.word).or_default() += 1.0;
        }
    }
    let mut words: Vec<(u32, f32)> = counts.into_iter().filter(|(_, count)| *count > 1.5).collect();
    words.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut table: Vec<Option<u32>> = vec![None; slots];
    let mut random = Random(7);
    let mut placed = 0;
    for (word, _) in words {
        // Leave a little room, or finding a place takes forever.
        if placed * 100 >= slots * 89 {
            break;
        }
        let mut homeless = word;
        let before = table.clone();
        let mut settled = false;
        for _ in 0..500 {
            let choices = places(homeless, slots);
            if let Some(free) = choices.iter().find(|place| table[**place].is_none()) {
                table[*free] = Some(homeless);
                settled = true;
                break;
            }
            let place = choices[random.below(choices.len())];
            homeless = table[place].replace(homeless).unwrap_or(homeless);
        }
        if settled {
            placed += 1;
        } else {
            table = before;
        }
    }
    table.into_iter().map(|word| word.map_or(0, fingerprint)).collect()
}

/// Rows of the table of advice.
pub(crate) const ADVICE: usize = 1 << 13;

fn advice_rows(example: &Example, at: usize) -> Vec<u16> {
    let Some(own) = example.advice.get(at) else { return Vec::new() };
    let head = usize::from(own.head);
    let side = match head.cmp(&at) {
        std::cmp::Ordering::Less => 'l',
        std::cmp::Ordering::Equal => '0',
        std::cmp::Ordering::Greater => 'r',
    };
    let far = head.abs_diff(at);
    let far = if far > 8 { 9 + far.min(30) / 8 } else { far };
    let of = |index: usize| example.advice.get(index);
    let tag = |index: usize| of(index).map_or("", |advice: &Advice| advice.tag.as_str());
    let relation = |index: usize| of(index).map_or("", |advice: &Advice| advice.relation.as_str());
    let up = of(head).map_or(head, |advice| usize::from(advice.head));
    let children: Vec<&str> = example
        .advice
        .iter()
        .enumerate()
        .filter(|(child, advice)| usize::from(advice.head) == at && *child != at)
        .map(|(_, advice)| advice.relation.as_str())
        .collect();
    let word =
        |index: usize| example.words.get(index).map_or(String::new(), |word| word.to_lowercase());
    let mut keys = vec![
        format!("t{}", own.tag),
        format!("r{}", own.relation),
        format!("n{}", own.name),
        format!("rs{}{side}{far}", own.relation),
        format!("hs{side}{far}"),
        format!("ht{}{}", tag(head), own.relation),
        format!("hr{}{}{side}", relation(head), own.relation),
        format!("hw{}", word(head)),
        format!("ut{}{}{}", tag(up), relation(head), own.relation),
        format!("tr{}{}", own.tag, own.relation),
    ];
    keys.extend(children.iter().map(|child| format!("c{child}")));
    keys.extend(children.iter().map(|child| format!("ct{child}{}", own.tag)));
    keys.iter().map(|key| (hash(key) as usize % ADVICE) as u16).collect()
}

fn hash(key: &str) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    for byte in key.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash ^ (hash >> 15)
}

/// Examples as lessons; `heed` says whether the teacher's advice is seen.
pub(crate) fn lessons(
    examples: Vec<Example>,
    table: &[u8],
    heed: bool,
    lexicons: &Lexicons,
) -> Vec<Lesson> {
    examples
        .into_par_iter()
        .map(|example| {
            let inputs = seen(&example, &hints(&example.words, lexicons))
                .into_iter()
                .enumerate()
                .map(|(at, token)| Input {
                    word: row(table, token.word).map(|row| row as u32),
                    endings: token.endings,
                    beginning: token.beginning,
                    shape: token.shape,
                    hint: token.hint,
                    advice: if heed { advice_rows(&example, at) } else { Vec::new() },
                })
                .collect();
            Lesson { inputs, example }
        })
        .collect()
}
