//! The text as the reader gave it: never changed, cheap to clone.

use crate::Span;
use std::fmt;
use std::sync::Arc;

/// The longest text that is accepted, in Unicode code points.
pub const MAX_CODE_POINTS: usize = 2_000_000;

/// An immutable text of at most [`MAX_CODE_POINTS`] code points.
#[derive(Clone, PartialEq, Eq)]
pub struct SourceText(Arc<str>);

/// The text has more code points than [`MAX_CODE_POINTS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextTooLong {
    /// How many code points the text has.
    pub code_points: usize,
}

impl fmt::Display for TextTooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the text has {} characters; at most {MAX_CODE_POINTS} can be read at once",
            self.code_points
        )
    }
}

impl std::error::Error for TextTooLong {}

impl SourceText {
    /// Takes a text in; the only door.
    pub fn new(text: &str) -> Result<Self, TextTooLong> {
        // A code point has at least one byte, so a short text need not be counted.
        if text.len() > MAX_CODE_POINTS {
            let code_points = text.chars().count();
            if code_points > MAX_CODE_POINTS {
                return Err(TextTooLong { code_points });
            }
        }
        Ok(Self(Arc::from(text)))
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The words at `span`; empty if the span is not of this text (out of range, or not on
    /// character edges).
    pub fn slice(&self, span: Span) -> &str {
        self.0.get(span.range()).unwrap_or_default()
    }

    /// Length in bytes.
    pub fn len(&self) -> u32 {
        self.0.len() as u32
    }

    /// Whether the text holds nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The span of the whole text.
    pub fn span(&self) -> Span {
        Span::new(0, self.len())
    }
}

impl fmt::Debug for SourceText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SourceText({} bytes)", self.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_counts_code_points_not_bytes() {
        let accepted = "é".repeat(MAX_CODE_POINTS);
        assert!(SourceText::new(&accepted).is_ok());
        let refused = "é".repeat(MAX_CODE_POINTS + 1);
        let error = SourceText::new(&refused).expect_err("one too many");
        assert_eq!(error.code_points, MAX_CODE_POINTS + 1);
    }

    #[test]
    fn a_span_off_the_text_gives_no_words() {
        let text = SourceText::new("naïve").expect("short");
        assert_eq!(text.slice(Span::new(0, 2)), "na");
        assert_eq!(text.slice(Span::new(0, 3)), "", "inside a character");
        assert_eq!(text.slice(Span::new(0, 99)), "");
    }
}
