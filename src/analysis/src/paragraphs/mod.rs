//! From a text to paragraphs: blank lines part them; in a text without blank lines, line ends do.
//!
//! What always holds: paragraphs are in order, do not overlap, hold no white space at their ends,
//! and every other character of the text is white space.

use readout_contract::report::{Paragraph, ParagraphKind};
use readout_text::{SourceText, Span};

/// Splits a text into paragraphs.
pub(crate) fn split(text: &SourceText) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    let mut start = 0_usize;
    for line in text.as_str().split_inclusive('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let lead = line.len() - line.trim_start().len();
            let span = Span::from_usize(start + lead, start + lead + trimmed.len());
            paragraphs.push(Paragraph { span, kind: ParagraphKind::Body, english: true });
        }
        start += line.len();
    }
    paragraphs
}
