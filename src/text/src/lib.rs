//! The text, places in it, and conversion of places to other units.
//!
//! Inside Readout every place is a [`Span`]: a half-open range of UTF-8 bytes. The browser counts
//! UTF-16 code units and links, changes and exports count Unicode code points; both are types of
//! their own ([`Utf16Span`], [`CodePointSpan`]) that only an [`OffsetMap`] makes, so a wrong unit
//! does not compile.
//!
//! Nothing here knows what a text means. This crate depends on no other crate of the workspace.

#![forbid(unsafe_code)]

mod offset_map;
mod source_text;
mod span;

pub use offset_map::{CodePointSpan, OffsetMap, Utf16Span};
pub use source_text::{MAX_CODE_POINTS, SourceText, TextTooLong};
pub use span::Span;
