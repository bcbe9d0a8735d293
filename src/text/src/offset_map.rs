//! From bytes to the units of the edges and back.
//!
//! Remembers non-ASCII characters only: nothing at all for a plain English text, and exact for any
//! script. Every conversion is a binary search.

use crate::{SourceText, Span};
use serde::{Deserialize, Serialize};

/// A half-open range of UTF-16 code units, as the browser's selection counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Utf16Span {
    /// The first code unit.
    pub start: u32,
    /// The code unit after the last.
    pub end: u32,
}

/// A half-open range of Unicode code points, as links, changes and exports count.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub struct CodePointSpan {
    /// The first code point.
    pub start: u32,
    /// The code point after the last.
    pub end: u32,
}

/// One non-ASCII character, with what stands before it in each unit.
#[derive(Clone, Copy, Debug)]
struct Wide {
    /// Byte offset of its first byte.
    byte: u32,
    /// Code units before it.
    utf16: u32,
    /// Code points before it.
    code_point: u32,
    /// Its length in bytes: 2, 3 or 4.
    bytes: u8,
}

impl Wide {
    /// Length in UTF-16 code units.
    fn units(self) -> u32 {
        if self.bytes == 4 { 2 } else { 1 }
    }
}

/// Converts between bytes, UTF-16 code units and code points of one text.
#[derive(Clone, Debug, Default)]
pub struct OffsetMap {
    wide: Vec<Wide>,
    len: u32,
}

impl OffsetMap {
    /// Reads the text once and remembers its non-ASCII characters.
    pub fn new(text: &SourceText) -> Self {
        let mut wide = Vec::new();
        let (mut utf16, mut code_point, mut last) = (0, 0, 0);
        for (byte, character) in text.as_str().char_indices().filter(|(_, c)| !c.is_ascii()) {
            let ascii = byte as u32 - last;
            utf16 += ascii;
            code_point += ascii;
            let entry =
                Wide { byte: byte as u32, utf16, code_point, bytes: character.len_utf8() as u8 };
            utf16 += entry.units();
            code_point += 1;
            last = entry.byte + u32::from(entry.bytes);
            wide.push(entry);
        }
        Self { wide, len: text.len() }
    }

    /// UTF-16 place of a byte span. Offsets past the end, or inside a character, are moved back.
    pub fn to_utf16(&self, span: Span) -> Utf16Span {
        Utf16Span { start: self.offset(span.start()).1, end: self.offset(span.end()).1 }
    }

    /// Code-point place of a byte span. Offsets past the end, or inside a character, are moved back.
    pub fn to_code_points(&self, span: Span) -> CodePointSpan {
        CodePointSpan { start: self.offset(span.start()).0, end: self.offset(span.end()).0 }
    }

    /// Byte span of a code-point place; `None` if it is reversed or not in the text.
    pub fn from_code_points(&self, span: CodePointSpan) -> Option<Span> {
        let convert = |at| self.byte_at(at, |wide| wide.code_point, |_| 1);
        self.checked(convert(span.start), convert(span.end))
    }

    /// Byte span of a UTF-16 place; `None` if it is reversed, not in the text or between the two
    /// halves of a character.
    pub fn from_utf16(&self, span: Utf16Span) -> Option<Span> {
        let convert = |at| self.byte_at(at, |wide| wide.utf16, Wide::units);
        self.checked(convert(span.start), convert(span.end))
    }

    fn checked(&self, start: Option<u32>, end: Option<u32>) -> Option<Span> {
        let (start, end) = (start?, end?);
        (start <= end && end <= self.len).then(|| Span::new(start, end))
    }

    /// (code points, UTF-16 units) before a byte offset.
    fn offset(&self, byte: u32) -> (u32, u32) {
        let byte = byte.min(self.len);
        let after = self.wide.partition_point(|wide| wide.byte < byte);
        let Some(wide) = after.checked_sub(1).and_then(|index| self.wide.get(index)) else {
            return (byte, byte);
        };
        let end = wide.byte + u32::from(wide.bytes);
        if byte < end {
            return (wide.code_point, wide.utf16);
        }
        (wide.code_point + 1 + (byte - end), wide.utf16 + wide.units() + (byte - end))
    }

    fn byte_at(
        &self,
        at: u32,
        before: impl Fn(&Wide) -> u32,
        units: impl Fn(Wide) -> u32,
    ) -> Option<u32> {
        let after = self.wide.partition_point(|wide| before(wide) < at);
        let Some(wide) = after.checked_sub(1).and_then(|index| self.wide.get(index)) else {
            return Some(at);
        };
        let past = at - before(wide);
        let size = units(*wide);
        if past < size {
            return None;
        }
        wide.byte.checked_add(u32::from(wide.bytes))?.checked_add(past - size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn map(text: &str) -> (SourceText, OffsetMap) {
        let text = SourceText::new(text).expect("short");
        let map = OffsetMap::new(&text);
        (text, map)
    }

    #[test]
    fn ascii_needs_no_memory() {
        let (_, map) = map("Beijing said no.");
        assert!(map.wide.is_empty());
        assert_eq!(map.to_utf16(Span::new(3, 9)), Utf16Span { start: 3, end: 9 });
    }

    #[test]
    fn a_surrogate_pair_is_two_units_and_one_point() {
        let (_, map) = map("a😀b");
        assert_eq!(map.to_utf16(Span::new(5, 6)), Utf16Span { start: 3, end: 4 });
        assert_eq!(map.to_code_points(Span::new(5, 6)), CodePointSpan { start: 2, end: 3 });
        assert_eq!(map.from_utf16(Utf16Span { start: 2, end: 4 }), None, "between the halves");
    }

    #[test]
    fn places_off_the_text_are_refused() {
        let (_, map) = map("café");
        assert_eq!(map.from_code_points(CodePointSpan { start: 0, end: 5 }), None);
        assert_eq!(map.from_code_points(CodePointSpan { start: 3, end: 1 }), None);
        assert_eq!(map.from_code_points(CodePointSpan { start: 3, end: 4 }), Some(Span::new(3, 5)));
    }

    proptest! {
        #[test]
        fn every_character_edge_returns(text in any::<String>()) {
            let (source, map) = map(&text);
            let edges: Vec<u32> =
                text.char_indices().map(|(at, _)| at as u32).chain([source.len()]).collect();
            for (points, &edge) in edges.iter().enumerate() {
                let span = Span::new(0, edge);
                let code_points = map.to_code_points(span);
                prop_assert_eq!(code_points.end as usize, points);
                prop_assert_eq!(map.from_code_points(code_points), Some(span));
                let utf16 = map.to_utf16(span);
                prop_assert_eq!(
                    utf16.end as usize,
                    source.slice(span).encode_utf16().count()
                );
                prop_assert_eq!(map.from_utf16(utf16), Some(span));
            }
        }
    }
}
