//! What always holds, on generated texts and on our own.

mod fuzz;
mod reports;
mod sound;
mod texts;
mod trees;

use readout_analysis::{Lexicons, Models};
use std::sync::OnceLock;

/// The lexicons of the product, opened once.
fn lexicons() -> &'static Lexicons {
    static LEXICONS: OnceLock<Lexicons> = OnceLock::new();
    LEXICONS.get_or_init(Lexicons::built_in)
}

/// The models of the product, opened once.
fn models() -> &'static Models {
    static MODELS: OnceLock<Models> = OnceLock::new();
    MODELS.get_or_init(Models::built_in)
}
