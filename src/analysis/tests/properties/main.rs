//! What always holds, on generated texts and on our own.

mod reports;
mod sound;
mod texts;
mod trees;

use readout_analysis::Lexicons;
use std::sync::OnceLock;

/// The lexicons of the product, opened once.
fn lexicons() -> &'static Lexicons {
    static LEXICONS: OnceLock<Lexicons> = OnceLock::new();
    LEXICONS.get_or_init(Lexicons::built_in)
}
