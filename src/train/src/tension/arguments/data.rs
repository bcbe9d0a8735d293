//! Sentences with who acts and towards whom marked.

use crate::Failure;
use crate::corpus::open;
use readout_text::{CodePointSpan, OffsetMap, SourceText, Span};
use serde::Deserialize;
use std::io::BufRead;
use std::path::Path;

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    #[serde(default)]
    quad: Option<u8>,
    #[serde(default)]
    source: Vec<(u32, u32)>,
    #[serde(default)]
    target: Vec<(u32, u32)>,
    #[serde(default)]
    reciprocal: Vec<(u32, u32)>,
}

/// An annotated sentence.
#[derive(Debug)]
pub(super) struct Record {
    pub(super) file: &'static str,
    pub(super) id: String,
    pub(super) text: SourceText,
    pub(super) quad: Option<u8>,
    /// Who acts, and towards whom.
    pub(super) sides: [Vec<Span>; 2],
    /// Parties that act towards each other.
    pub(super) both: Vec<Span>,
}

/// Reads one of the kit's files.
pub(super) fn read(kit: &Path, file: &'static str) -> Result<Vec<Record>, Failure> {
    let mut found = Vec::new();
    for line in open(&kit.join(format!("{file}.jsonl.gz")))?.lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let line: Line = serde_json::from_str(&line)?;
        let text = SourceText::new(&line.text)?;
        let map = OffsetMap::new(&text);
        let places = |spans: &[(u32, u32)]| -> Vec<Span> {
            let spans = spans.iter().map(|(start, end)| CodePointSpan { start: *start, end: *end });
            spans.filter_map(|span| map.from_code_points(span)).collect()
        };
        found.push(Record {
            file,
            id: line.id,
            quad: line.quad,
            sides: [places(&line.source), places(&line.target)],
            both: places(&line.reciprocal),
            text,
        });
    }
    Ok(found)
}
