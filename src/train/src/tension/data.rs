//! The kit's annotated sentences: one JSON object a line, offsets in code points.

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
    event: Option<String>,
    #[serde(default, rename = "source")]
    sources: Vec<(u32, u32)>,
    #[serde(default, rename = "target")]
    targets: Vec<(u32, u32)>,
    #[serde(default)]
    reciprocal: Vec<(u32, u32)>,
}

/// An annotated sentence.
#[derive(Debug)]
pub(super) struct Record {
    /// The file it is from.
    pub(super) file: &'static str,
    pub(super) id: String,
    pub(super) text: String,
    pub(super) source: SourceText,
    /// 0 statement, 1 and 2 cooperation, 3 and 4 conflict, in words and in deeds.
    pub(super) quad: Option<u8>,
    pub(super) event: Option<String>,
    /// Who acts, and towards whom.
    pub(super) sides: [Vec<Span>; 2],
    /// Parties that act towards each other.
    pub(super) both: Vec<Span>,
}

/// Reads one of the kit's files.
pub(super) fn read(kit: &Path, file: &'static str) -> Result<Vec<Record>, Failure> {
    let mut found = lines(&kit.join(format!("{file}.jsonl.gz")))?;
    for record in &mut found {
        record.file = file;
    }
    Ok(found)
}

/// Reads a file of texts.
pub(super) fn lines(path: &Path) -> Result<Vec<Record>, Failure> {
    let mut found = Vec::new();
    for line in open(path)?.lines() {
        let line = line?;
        if !line.trim().is_empty() {
            found.push(record(&line)?);
        }
    }
    Ok(found)
}

/// Reads a line of a file.
pub(super) fn record(line: &str) -> Result<Record, Failure> {
    let line: Line = serde_json::from_str(line)?;
    let source = SourceText::new(&line.text)?;
    let map = OffsetMap::new(&source);
    let places = |spans: &[(u32, u32)]| -> Vec<Span> {
        let spans = spans.iter().map(|&(start, end)| CodePointSpan { start, end });
        spans.filter_map(|span| map.from_code_points(span)).collect()
    };
    Ok(Record {
        file: "",
        sides: [places(&line.sources), places(&line.targets)],
        both: places(&line.reciprocal),
        id: line.id,
        text: line.text,
        source,
        quad: line.quad,
        event: line.event,
    })
}
