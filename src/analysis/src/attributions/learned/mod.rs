//! Attributions as learned from annotated news: cues, then the source and content of each.
//!
//! Two chains of labels over hashed features of words, quotation marks and the parse, each a
//! linear-chain conditional random field: one marks cues in a sentence, the other, run once a cue,
//! marks source and content in the paragraph as seen from that cue. All features are listed in
//! [`cues`] and [`roles`]; learning and reading see them through the same functions.

mod below;
pub mod chain;
pub mod cues;
mod find;
pub mod habits;
pub(crate) mod key;
pub mod marginals;
pub mod model;
mod place;
pub mod roles;
mod scene;
pub mod see;
mod shown;
mod subject;
mod sums;
pub mod text;

pub use find::{Found, Sure, find};
pub use model::Model;
pub use text::Text;

use super::marks;
use crate::document::Words;
use crate::lexicons::Lexicons;
use crate::models::Models;
use crate::{paragraphs, sentences, syntax, tokens};
use readout_text::{SourceText, Span};

/// Feature set of the model's file: raised whenever what is seen changes.
pub const FEATURE_SET: u16 = 2;

/// The English paragraphs of a text as the models see them, habits left open: to learn from.
pub fn texts(source: &SourceText, lexicons: &Lexicons, models: &Models) -> Vec<(Span, Text)> {
    let mut room = syntax::Room::default();
    let see = |paragraph: &readout_contract::report::Paragraph| {
        let text = source.slice(paragraph.span);
        let tokens = tokens::split(text, lexicons);
        let sentences = sentences::split(text, paragraph.kind, &tokens, lexicons);
        let folded = tokens::fold_all(text, &tokens);
        let words = Words { text, tokens: &tokens, folded: &folded, sentences: &sentences };
        let syntax = syntax::parse(&words, lexicons, models, &mut room).words;
        let layers = text::Layers { words, syntax: &syntax };
        (paragraph.span, Text::new(&layers, &marks::regions(text), lexicons))
    };
    paragraphs::split(source).iter().map(see).collect()
}
