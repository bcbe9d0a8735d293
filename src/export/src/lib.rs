//! Published forms of a reading: JSON `readout/1`, CSV tables, Markdown, and a sentence that sums up.
//!
//! Turns a [`Reading`] into text. What always holds: the forms are types and names of their own, so
//! that the program's messages may change and files that people keep do not; the same reading gives
//! the same bytes; nothing fails and nothing panics, whatever ids a report holds.
//!
//! Nothing here writes a file, and nothing reads a text again.

#![forbid(unsafe_code)]

pub mod csv;
mod json;
mod markdown;
mod names;
mod reading;
mod summary;

pub use json::{FORMAT, json};
pub use markdown::{by_speaker, markdown};
pub use names::{
    band_name, class_name, form_name, found_name, modifier_name, scope_name, topic_kind_name,
    trend_name,
};
pub use reading::{About, Reading};
pub use summary::{Counts, gauge, summary};
