//! Texts with chains of mentions: which words each pronoun may be answered by.

use crate::Failure;
use crate::corpus::open;
use readout_analysis::training::Reading;
use readout_analysis::{Lexicons, Models};
use readout_text::{CodePointSpan, OffsetMap, SourceText, Span};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::io::BufRead;
use std::path::Path;

#[derive(Deserialize)]
struct Line {
    text: String,
    #[serde(default)]
    genre: String,
    #[serde(default)]
    date: Option<String>,
    clusters: Vec<Cluster>,
}

#[derive(Deserialize)]
struct Cluster {
    mentions: Vec<Mention>,
}

#[derive(Deserialize)]
struct Mention {
    start: u32,
    end: u32,
    head: (u32, u32),
    kind: String,
    #[serde(default)]
    name: Option<(u32, u32)>,
}

/// What a pronoun refers to.
#[derive(Debug)]
pub(super) struct Answer {
    /// Heads of the names of its chain, or of its nouns if it has no name.
    pub(super) words: Vec<Span>,
    pub(super) named: bool,
}

/// An annotated text.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) reading: Reading,
    /// By the place of the pronoun.
    pub(super) answers: BTreeMap<u32, Answer>,
    pub(super) genre: String,
}

/// Reads a file of annotated texts.
pub(super) fn read(
    path: &Path,
    lexicons: &Lexicons,
    models: &Models,
) -> Result<Vec<Text>, Failure> {
    let mut texts = Vec::new();
    for line in open(path)?.lines() {
        let line: Line = serde_json::from_str(&line?)?;
        let source = SourceText::new(&line.text)?;
        let map = OffsetMap::new(&source);
        let place = |(start, end): (u32, u32)| map.from_code_points(CodePointSpan { start, end });
        let mut answers = BTreeMap::new();
        for cluster in &line.clusters {
            let words = |kind: &str| -> Vec<Span> {
                let fitting = cluster.mentions.iter().filter(|mention| mention.kind == kind);
                fitting.filter_map(|one| place(one.name.unwrap_or(one.head))).collect()
            };
            let names = words("name");
            let named = !names.is_empty();
            let words = if named { names } else { words("nom") };
            for pronoun in cluster.mentions.iter().filter(|mention| mention.kind == "pron") {
                if let Some(span) = place((pronoun.start, pronoun.end)) {
                    answers.insert(span.start(), Answer { words: words.clone(), named });
                }
            }
        }
        let reading = Reading::new(&source, line.date.as_deref(), lexicons, models);
        texts.push(Text { reading, answers, genre: line.genre });
    }
    Ok(texts)
}
