//! Plain data that crosses a boundary: what goes into a reading, what comes out, and how page and
//! worker speak.
//!
//! Places in a [`Report`](report::Report) are byte [`Span`](readout_text::Span)s of the text that
//! was read; places in a [`Change`](change::Change) are code points, because changes travel in
//! links and exports. Fields are public: any value is legal, and nothing here computes a reading.

#![forbid(unsafe_code)]

pub mod change;
pub mod ids;
pub mod protocol;
pub mod report;
