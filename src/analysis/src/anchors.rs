//! From a reader's [`Anchor`] to the words it means in this text.
//!
//! The exact place is tried first, then the occurrence of the words nearest to it. Words that do
//! not occur any more have no place.

use readout_contract::change::Anchor;
use readout_text::{CodePointSpan, OffsetMap, SourceText, Span};

/// Where the words of `anchor` stand.
pub(crate) fn place(text: &SourceText, anchor: &Anchor) -> Option<Span> {
    let map = OffsetMap::new(text);
    if let Some(span) = map.from_code_points(anchor.span)
        && text.slice(span) == anchor.words
    {
        return Some(span);
    }
    if anchor.words.is_empty() {
        return None;
    }
    let start = CodePointSpan { start: anchor.span.start, end: anchor.span.start };
    let wanted = map.from_code_points(start).map_or(text.len(), Span::start);
    text.as_str()
        .match_indices(anchor.words.as_str())
        .map(|(at, words)| Span::from_usize(at, at + words.len()))
        .min_by_key(|span| (span.start().abs_diff(wanted), span.start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, start: u32, words: &str) -> Option<Span> {
        let end = start + words.chars().count() as u32;
        let anchor = Anchor { span: CodePointSpan { start, end }, words: words.to_owned() };
        place(&SourceText::new(text).expect("short"), &anchor)
    }

    #[test]
    fn the_place_is_tried_first_then_the_nearest_words() {
        let text = "é talks, talks and talks";
        assert_eq!(found(text, 9, "talks"), Some(Span::new(10, 15)), "exact, in code points");
        assert_eq!(found(text, 16, "talks"), Some(Span::new(20, 25)), "nearest");
        assert_eq!(found(text, 999, "talks"), Some(Span::new(20, 25)), "off the text: the last");
        assert_eq!(found(text, 0, "war"), None);
        assert_eq!(found(text, 0, ""), Some(Span::new(0, 0)));
    }
}
