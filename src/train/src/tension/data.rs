//! The kit's annotated sentences: one JSON object a line, offsets in code points.

use crate::Failure;
use crate::corpus::open;
use readout_text::SourceText;
use serde::Deserialize;
use std::io::BufRead;
use std::path::Path;

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
}

/// An annotated sentence.
#[derive(Debug)]
pub(super) struct Record {
    /// The file it is from.
    pub(super) file: &'static str,
    pub(super) id: String,
    pub(super) text: String,
    pub(super) source: SourceText,
}

/// Reads one of the kit's files.
pub(super) fn read(kit: &Path, file: &'static str) -> Result<Vec<Record>, Failure> {
    let mut found = Vec::new();
    for line in open(&kit.join(format!("{file}.jsonl.gz")))?.lines() {
        let line = line?;
        if !line.trim().is_empty() {
            let Line { id, text } = serde_json::from_str(&line)?;
            let source = SourceText::new(&text)?;
            found.push(Record { file, id, text, source });
        }
    }
    Ok(found)
}
