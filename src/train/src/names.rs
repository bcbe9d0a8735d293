//! Gold names: spans of a text, as labels of its tokens.

use crate::corpus::{Example, UNKNOWN, open};
use readout_analysis::training::NAMES;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::io::BufRead;
use std::path::Path;

#[derive(Deserialize)]
struct Document {
    id: String,
    text: String,
    entities: Vec<Entity>,
    #[serde(default)]
    ignore: Vec<(usize, usize)>,
}

/// Offsets count code points.
#[derive(Deserialize)]
struct Entity {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
}

/// Labels the tokens of each document that the file knows; others stay without names.
pub(crate) fn label(
    examples: &mut [(String, Example)],
    path: &Path,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut documents = BTreeMap::new();
    for line in open(path)?.lines() {
        let document: Document = serde_json::from_str(&line?)?;
        documents.insert(document.id.clone(), document);
    }
    let mut at = 0;
    let mut last = String::new();
    let mut text: Vec<char> = Vec::new();
    for (id, example) in examples {
        let Some(document) = documents.get(id.as_str()) else { continue };
        if *id != last {
            last.clone_from(id);
            text = document.text.chars().collect();
            at = 0;
        }
        let spans: Vec<(usize, usize)> =
            example.words.iter().map(|word| find(&text, &mut at, word)).collect();
        example.names = spans.iter().map(|span| label_of(*span, document)).collect();
    }
    Ok(())
}

/// Where a word stands next.
fn find(text: &[char], at: &mut usize, word: &str) -> (usize, usize) {
    let mut from = *at;
    while text.get(from).is_some_and(|character| character.is_whitespace()) {
        from += 1;
    }
    let mut end = from;
    for character in word.chars() {
        if text.get(end) == Some(&character) {
            end += 1;
        }
    }
    *at = end;
    (from, end)
}

fn label_of((start, end): (usize, usize), document: &Document) -> u8 {
    if document.ignore.iter().any(|(from, to)| *from < end && start < *to) {
        return UNKNOWN;
    }
    let found = document.entities.iter().find(|entity| entity.start < end && start < entity.end);
    let Some(entity) = found else { return 0 };
    let first = start <= entity.start;
    let wanted = format!("{}-{}", if first { 'B' } else { 'I' }, entity.kind);
    NAMES.iter().position(|name| *name == wanted).unwrap_or_default() as u8
}
