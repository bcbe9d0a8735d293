//! The class of a sentence's main act, as learned from annotated sentences.
//!
//! A multinomial logistic regression over hashed features of words, the parse, names and the
//! signals that rows of the list give (`see.rs`); learning and reading see them through the same
//! function. Sums are integers.

mod judge;
mod model;
mod see;
mod view;

pub use judge::Act;
pub(super) use judge::{LEAST, judge};
pub use model::{CLASSES, EVENTS, Model};
pub(super) use see::see;
pub(super) use view::View;

/// Feature set of the model's file: raised whenever what is seen changes.
pub const FEATURE_SET: u16 = 1;

/// What is seen of a sentence.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Keys of the table of weights.
    pub keys: Vec<u32>,
    /// The same, had no row of the list fitted.
    pub bare: Vec<u32>,
    /// How many parties it names.
    pub parties: usize,
    /// How many signals rows of the list give.
    pub signals: usize,
}
