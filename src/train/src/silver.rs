//! Sentences that a teacher annotated: form, part of speech, head (from 1, 0 for the root),
//! relation and name label, one token a line, a blank line after each sentence.

use crate::corpus::{Example, LABELS, TAGS, open};
use crate::learn::{self, Lesson};
use crate::net::Net;
use crate::parser;
use crate::tensor::Random;
use rayon::prelude::*;
use readout_analysis::training::NAMES;
use std::fmt::Write as _;
use std::io::BufRead;
use std::path::Path;

/// What the networks say together of each sentence.
pub(crate) fn annotate(nets: &[Net], lessons: &[Lesson]) -> String {
    let parts: Vec<String> = lessons.par_iter().map(|lesson| sentence(nets, lesson)).collect();
    parts.concat()
}

fn sentence(nets: &[Net], lesson: &Lesson) -> String {
    let encoded: Vec<_> =
        nets.iter().map(|net| net.encode(&lesson.inputs, 0.0, &mut Random(0))).collect();
    let (tags, names) = learn::labels(nets, &encoded);
    let (heads, labels) = parser::parse(nets, &encoded);
    let mut out = String::new();
    for (at, word) in lesson.example.words.iter().enumerate() {
        let head = if usize::from(heads[at]) == heads.len() { 0 } else { heads[at] + 1 };
        let (tag, label, name) = (tags[at].into(), labels[at].into(), names[at].into());
        let (tag, label, name): (usize, usize, usize) = (tag, label, name);
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{word}\t{}\t{head}\t{}\t{}", TAGS[tag], LABELS[label], NAMES[name]);
    }
    out.push('\n');
    out
}

/// The sentences of such a file; errors in them count `weight`.
pub(crate) fn read(path: &Path, weight: f32) -> std::io::Result<Vec<Example>> {
    let mut found = Vec::new();
    let mut example = Example::default();
    let index =
        |list: &[&str], name: &str| list.iter().position(|entry| *entry == name).unwrap_or(0) as u8;
    for line in open(path)?.lines() {
        let line = line?;
        let cells: Vec<&str> = line.split('\t').collect();
        let [form, tag, head, label, name] = cells.as_slice() else {
            let len = example.words.len() as u16;
            example.heads.iter_mut().for_each(|head| *head = head.checked_sub(1).unwrap_or(len));
            example.weight = weight;
            found.push(std::mem::take(&mut example));
            continue;
        };
        example.words.push((*form).to_owned());
        example.tags.push(index(&TAGS, tag));
        example.heads.push(head.parse().unwrap_or_default());
        example.labels.push(index(&LABELS, label));
        example.names.push(index(&NAMES, name));
    }
    Ok(found)
}
