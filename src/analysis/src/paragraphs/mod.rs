//! From a text to paragraphs. Blank lines part them; in a text without blank lines, line ends do;
//! lines that were wrapped at a width are joined.
//!
//! What always holds: paragraphs are in order, do not overlap, hold no white space at their ends,
//! and every other character of the text is white space. Kinds are guesses from form alone.

mod kinds;
#[cfg(test)]
mod tests;

pub(crate) use kinds::label_len;

use readout_contract::report::Paragraph;
use readout_text::{SourceText, Span};

/// Widths at which text is wrapped by programs, in characters.
const WRAPPED: std::ops::RangeInclusive<usize> = 50..=100;

/// A line with something on it.
#[derive(Clone, Copy)]
struct Line<'t> {
    words: &'t str,
    start: usize,
    /// Whether a blank line stands before it.
    after_blank: bool,
    width: usize,
}

/// Splits a text into paragraphs.
pub(crate) fn split(text: &SourceText) -> Vec<Paragraph> {
    let lines = lines(text.as_str());
    let blanks = lines.iter().skip(1).any(|line| line.after_blank);
    let mut spans = Vec::new();
    if blanks {
        for block in lines.chunk_by(|_, next| !next.after_blank) {
            join(block, &mut spans);
        }
    } else if is_wrapped(&lines) {
        join(&lines, &mut spans);
    } else {
        spans.extend(lines.iter().map(|line| span(line, line)));
    }
    kinds::tell(text, spans)
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut blank = false;
    let mut start = 0;
    let ends = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    for line in text.split_inclusive(ends) {
        let words = line.trim();
        // "\r\n" is one line end, not an empty line.
        let second_half =
            line == "\n" && start > 0 && text.as_bytes().get(start - 1) == Some(&b'\r');
        if !words.is_empty() {
            let lead = line.len() - line.trim_start().len();
            let width = words.chars().count();
            lines.push(Line { words, start: start + lead, after_blank: blank, width });
            blank = false;
        } else if !second_half {
            blank = true;
        }
        start += line.len();
    }
    lines
}

fn span(first: &Line<'_>, last: &Line<'_>) -> Span {
    Span::from_usize(first.start, last.start + last.words.len())
}

/// Joins the lines of a block where they were wrapped: the next line's first word had no room.
fn join(block: &[Line<'_>], spans: &mut Vec<Span>) {
    let width = block.iter().map(|line| line.width).max().unwrap_or(0);
    let wrapped = WRAPPED.contains(&width);
    spans.extend(
        block
            .chunk_by(|line, next| wrapped && continues(line, next, width))
            .filter_map(|part| Some(span(part.first()?, part.last()?))),
    );
}

fn continues(line: &Line<'_>, next: &Line<'_>, width: usize) -> bool {
    let word = next.words.split_whitespace().next().unwrap_or_default().chars().count();
    line.width + 1 + word > width && !kinds::opens(next.words)
}

/// Whether a text without blank lines was wrapped: most lines end inside a sentence.
fn is_wrapped(lines: &[Line<'_>]) -> bool {
    let width = lines.iter().map(|line| line.width).max().unwrap_or(0);
    let open = lines
        .windows(2)
        .filter(|pair| {
            let [line, next] = pair else { return false };
            !line.words.ends_with(['.', '?', '!', '"', '”', ':']) && continues(line, next, width)
        })
        .count();
    lines.len() > 2 && WRAPPED.contains(&width) && open * 2 >= lines.len() - 1
}
