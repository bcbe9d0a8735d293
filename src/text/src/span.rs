//! A half-open range of bytes. Invariant: `start <= end`.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Range;

/// A half-open range `start..end` of byte offsets into a UTF-8 text, with `start <= end`.
///
/// Offsets are 32-bit: half the size of `usize` on a desktop, and more than the longest text that
/// [`SourceText`](crate::SourceText) accepts.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "(u32, u32)", into = "(u32, u32)")]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span from one offset to the other, whichever order they come in.
    pub const fn new(start: u32, end: u32) -> Self {
        if start <= end { Self { start, end } } else { Self { start: end, end: start } }
    }

    /// The span of a `usize` range, as `str` methods give them.
    pub const fn from_usize(start: usize, end: usize) -> Self {
        Self::new(start as u32, end as u32)
    }

    /// The first byte.
    pub const fn start(self) -> u32 {
        self.start
    }

    /// The byte after the last.
    pub const fn end(self) -> u32 {
        self.end
    }

    /// Length in bytes.
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the span holds nothing.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same range for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether all of `other` lies inside this span.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte offset lies inside this span (the end does not).
    pub const fn contains_offset(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether the spans share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// What both have in common, if they share at least one byte.
    pub fn intersect(self, other: Self) -> Option<Self> {
        let start = self.start.max(other.start);
        let end = self.end.min(other.end);
        (start < end).then_some(Self { start, end })
    }

    /// The span moved towards the end by `by` bytes: from a paragraph's own offsets to the text's.
    #[must_use]
    pub const fn shift(self, by: u32) -> Self {
        Self { start: self.start.saturating_add(by), end: self.end.saturating_add(by) }
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl From<(u32, u32)> for Span {
    fn from((start, end): (u32, u32)) -> Self {
        Self::new(start, end)
    }
}

impl From<Span> for (u32, u32) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn a_span_is_never_reversed() {
        assert_eq!(Span::new(9, 3), Span::new(3, 9));
    }

    #[test]
    fn overlap_needs_a_shared_byte() {
        let first = Span::new(0, 4);
        assert!(first.overlaps(Span::new(3, 6)));
        assert!(!first.overlaps(Span::new(4, 6)));
        assert_eq!(first.intersect(Span::new(4, 6)), None);
        assert_eq!(first.intersect(Span::new(2, 6)), Some(Span::new(2, 4)));
    }

    #[test]
    fn containing_includes_itself() {
        let span = Span::new(2, 7);
        assert!(span.contains(span));
        assert!(span.contains_offset(2));
        assert!(!span.contains_offset(7));
        assert_eq!(span.cover(Span::new(9, 11)), Span::new(2, 11));
        assert_eq!(span.shift(3), Span::new(5, 10));
    }
}
