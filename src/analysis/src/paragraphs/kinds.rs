//! What a paragraph is, by its form: heading, list item, turn in a transcript, or running text.

use readout_contract::report::{Paragraph, ParagraphKind};
use readout_sorted::Map;
use readout_text::{SourceText, Span};

/// Most words of a heading, and of the headline at the top.
const HEADING_WORDS: usize = 12;
const TITLE_WORDS: usize = 25;
/// Longest label of a speaker, in bytes and words.
const LABEL_BYTES: usize = 60;
const LABEL_WORDS: usize = 7;

/// Tells the kind of each paragraph.
pub(super) fn tell(text: &SourceText, spans: Vec<Span>) -> Vec<Paragraph> {
    // A label in small letters ("Wang Yi: …") needs company, or it is a colon in a sentence.
    let mut labels: Map<&str, usize> = Map::default();
    let mut turns = 0;
    for span in &spans {
        if let Some(label) = label(text.slice(*span)) {
            *labels.entry(label) += 1;
            turns += 1;
        }
    }
    let count = spans.len();
    spans
        .into_iter()
        .enumerate()
        .map(|(index, span)| {
            let words = text.slice(span);
            let turn = label(words).is_some_and(|label| {
                is_loud(label) || (turns > 2 && labels.get(label).is_some_and(|times| *times > 1))
            });
            let kind = if turn {
                ParagraphKind::Turn
            } else if item_mark(words).is_some() {
                ParagraphKind::Item
            } else if index + 1 < count && is_heading(words, index == 0) {
                ParagraphKind::Heading
            } else {
                ParagraphKind::Body
            };
            Paragraph { span, kind, english: true }
        })
        .collect()
}

/// Whether a line opens a paragraph of its own whatever stands before it.
pub(super) fn opens(line: &str) -> bool {
    item_mark(line).is_some() || label(line).is_some_and(is_loud)
}

/// Bytes of the list mark or speaker's label at the start of a paragraph of this kind.
pub(crate) fn label_len(words: &str, kind: ParagraphKind) -> usize {
    match kind {
        ParagraphKind::Item => item_mark(words).unwrap_or(0),
        ParagraphKind::Turn => label(words).map_or(0, |label| label.len() + 1),
        ParagraphKind::Body | ParagraphKind::Heading => 0,
    }
}

/// Bytes of a bullet or number at the start.
fn item_mark(words: &str) -> Option<usize> {
    let space = words.char_indices().take(6).find(|(_, letter)| letter.is_whitespace())?.0;
    let mark = words.get(..space)?;
    let bullet =
        matches!(mark, "-" | "–" | "*" | "•" | "·" | "‣" | "▪" | "◦" | "●" | "○" | "■" | "o" | "+");
    let bare = mark.trim_start_matches('(').trim_end_matches([')', '.']);
    let closed = mark.ends_with([')', '.']) && mark.len() - bare.len() <= 2;
    let numbered = closed
        && !bare.is_empty()
        && (bare.len() <= 2 && bare.bytes().all(|byte| byte.is_ascii_digit())
            || mark.ends_with(')')
                && (bare.len() == 1 && bare.bytes().all(|byte| byte.is_ascii_lowercase())
                    || bare.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'))));
    (bullet || numbered).then_some(mark.len())
}

/// The label before a colon at the start: one to seven words of a name or title.
fn label(words: &str) -> Option<&str> {
    let head = words.get(..floor(words, LABEL_BYTES))?;
    let label = head.get(..head.find(':')?)?;
    let after = words.get(label.len() + 1..)?;
    let names = label.split_whitespace().all(|word| {
        word.starts_with(|first: char| {
            first.is_uppercase() || first == '(' || first.is_ascii_digit()
        }) || matches!(
            word,
            "of" | "the" | "for" | "and" | "de" | "al" | "bin" | "van" | "von" | "to"
        )
    });
    let plain = label.chars().all(|letter| {
        letter.is_alphanumeric() || letter.is_whitespace() || ".,'’-()&".contains(letter)
    });
    let fits = label.starts_with(char::is_uppercase)
        && names
        && plain
        && label.split_whitespace().count() <= LABEL_WORDS
        && (after.is_empty() || after.starts_with(char::is_whitespace));
    fits.then_some(label)
}

/// A label in capitals: `SECRETARY BLINKEN`, `Q`.
fn is_loud(label: &str) -> bool {
    let name = label.split('(').next().unwrap_or(label);
    let capitals = name.chars().filter(|letter| letter.is_uppercase()).count();
    let small = name.chars().filter(|letter| letter.is_lowercase()).count();
    // "McGURK" and "of" have small letters too.
    (capitals > 1 && small * 3 <= capitals) || matches!(label, "Q" | "A")
}

/// Short, one line, without a full stop.
fn is_heading(words: &str, first: bool) -> bool {
    if words.contains(['\n', '\r']) || words.len() > 300 {
        return false;
    }
    if words.starts_with('#') {
        return true;
    }
    let count = words.split_whitespace().count();
    count <= if first { TITLE_WORDS } else { HEADING_WORDS }
        && !words.ends_with(['.', '!', ':', ';', ',', '…', '"', '”', '»', ')', ']', '?'])
        && words.starts_with(|letter: char| {
            letter.is_uppercase() || letter.is_numeric() || "“‘\"'".contains(letter)
        })
}

/// The largest character edge at or below `at`.
fn floor(words: &str, at: usize) -> usize {
    let mut at = at.min(words.len());
    while !words.is_char_boundary(at) {
        at -= 1;
    }
    at
}
