//! Annotated sentences: Universal Dependencies files, and what a teacher says of their tokens.

use flate2::read::GzDecoder;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

/// No tag, head or relation is known.
pub(crate) const UNKNOWN: u8 = u8::MAX;

/// A sentence to learn from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Example {
    pub(crate) words: Vec<String>,
    /// Index into [`TAGS`].
    pub(crate) tags: Vec<u8>,
    /// Index of the head; the number of words stands for the root. Empty: not known.
    pub(crate) heads: Vec<u16>,
    /// Index into [`LABELS`].
    pub(crate) labels: Vec<u8>,
    /// Index into the labels of names; empty: not known.
    pub(crate) names: Vec<u8>,
    /// What the teacher says; empty without one.
    pub(crate) advice: Vec<Advice>,
    /// How much its errors count.
    pub(crate) weight: f32,
}

/// What a teacher says of a token.
#[derive(Clone, Debug, Default)]
pub(crate) struct Advice {
    pub(crate) tag: String,
    /// Index of the head; itself for a root.
    pub(crate) head: u16,
    pub(crate) relation: String,
    pub(crate) name: String,
}

pub(crate) use readout_analysis::training::{LABELS, TAGS};

fn index_of(list: &[&str], name: &str) -> Option<u8> {
    list.iter().position(|entry| *entry == name).map(|at| at as u8)
}

/// The label of a relation; subtypes that the list lacks fall to their type.
pub(crate) fn label(name: &str) -> u8 {
    index_of(&LABELS, name)
        .or_else(|| index_of(&LABELS, name.split(':').next().unwrap_or_default()))
        .unwrap_or_else(|| index_of(&LABELS, "dep").unwrap_or_default())
}

/// A text file, unpacked when its name ends in `.gz`.
pub(crate) fn open(path: &Path) -> std::io::Result<Box<dyn BufRead>> {
    let file = File::open(path)?;
    let packed = path.extension().is_some_and(|extension| extension == "gz");
    let reader: Box<dyn Read> =
        if packed { Box::new(GzDecoder::new(file)) } else { Box::new(file) };
    Ok(Box::new(BufReader::new(reader)))
}

/// The sentences of a CoNLL-U file, with the id of the document they belong to.
pub(crate) fn conllu(path: &Path) -> std::io::Result<Vec<(String, Example)>> {
    let mut document = String::new();
    let mut found = Vec::new();
    let mut example = Example { weight: 1.0, ..Example::default() };
    let mut heads: Vec<usize> = Vec::new();
    for line in open(path)?.lines().chain(std::iter::once(Ok(String::new()))) {
        let line = line?;
        if let Some(id) = line.strip_prefix("# newdoc id = ") {
            id.clone_into(&mut document);
        }
        if line.is_empty() {
            let len = example.words.len();
            if len > 0 {
                let root = |head: &usize| if *head == 0 { len } else { head - 1 };
                example.heads = heads.iter().map(|head| root(head) as u16).collect();
                found.push((document.clone(), std::mem::take(&mut example)));
            }
            example.weight = 1.0;
            heads.clear();
            continue;
        }
        let cells: Vec<&str> = line.split('\t').collect();
        let [id, form, _, tag, _, _, head, relation, ..] = cells.as_slice() else { continue };
        if id.contains(['-', '.']) || line.starts_with('#') {
            continue;
        }
        example.words.push((*form).to_owned());
        example.tags.push(index_of(&TAGS, tag).unwrap_or(UNKNOWN));
        heads.push(head.parse().unwrap_or_default());
        example.labels.push(label(relation));
    }
    Ok(found)
}

/// The sentences of a teacher's file.
pub(crate) fn advice(path: &Path) -> std::io::Result<Vec<Example>> {
    let mut found = Vec::new();
    let mut example = Example { weight: 1.0, ..Example::default() };
    for line in open(path)?.lines().chain(std::iter::once(Ok(String::new()))) {
        let line = line?;
        if line.is_empty() {
            if !example.words.is_empty() {
                found.push(std::mem::take(&mut example));
            }
            example.weight = 1.0;
            continue;
        }
        let cells: Vec<&str> = line.split('\t').collect();
        let [form, tag, head, relation, name] = cells.as_slice() else { continue };
        let own = example.words.len() as u16;
        let head: u16 = head.parse().unwrap_or_default();
        example.words.push((*form).to_owned());
        example.advice.push(Advice {
            tag: (*tag).to_owned(),
            head: head.checked_sub(1).unwrap_or(own),
            relation: (*relation).to_owned(),
            name: (*name).to_owned(),
        });
    }
    Ok(found)
}

/// Gives each example the advice of the example with the same words at the same place.
pub(crate) fn advise(
    examples: &mut [(String, Example)],
    advice: Vec<Example>,
) -> Result<(), String> {
    if examples.len() != advice.len() {
        return Err(format!("{} sentences, advice for {}", examples.len(), advice.len()));
    }
    for ((_, example), advice) in examples.iter_mut().zip(advice) {
        if example.words.len() != advice.words.len() {
            return Err(format!("other words: {:?}", example.words));
        }
        example.advice = advice.advice;
    }
    Ok(())
}
