//! Word lists of the product, opened once. Each list's header says where its rows come from.
//!
//! A stage owns its lists and the type of their rows (`lists.rs` in its folder); this module
//! gathers them. A list `lexicon/<name>.tsv` is here as the constant `<NAME>`.

pub(crate) mod filter;
mod keys;
mod load;
#[cfg(test)]
mod pack;
mod stems;
mod unpack;

pub(crate) use load::{Lexicon, LexiconFile, Match, Row};

include!(concat!(env!("OUT_DIR"), "/lexicon_files.rs"));

/// All lists. An argument of every stage, so that a test can pass a list of five words.
#[derive(Debug)]
pub struct Lexicons {
    pub(crate) language: crate::language::lists::Lists,
    pub(crate) tokens: crate::tokens::lists::Lists,
    pub(crate) sentences: crate::sentences::lists::Lists,
    pub(crate) syntax: crate::syntax::lists::Lists,
    pub(crate) mentions: crate::mentions::lists::Lists,
    pub(crate) actors: crate::actors::lists::Lists,
    pub(crate) dates: crate::dates::lists::Lists,
    pub(crate) attributions: crate::attributions::lists::Lists,
    pub(crate) topics: crate::topics::lists::Lists,
    pub(crate) tension: crate::tension::lists::Lists,
}

impl Lexicons {
    /// The lists of the product.
    pub fn built_in() -> Self {
        Self {
            language: crate::language::lists::Lists::built_in(),
            tokens: crate::tokens::lists::Lists::built_in(),
            sentences: crate::sentences::lists::Lists::built_in(),
            syntax: crate::syntax::lists::Lists::built_in(),
            mentions: crate::mentions::lists::Lists::built_in(),
            actors: crate::actors::lists::Lists::built_in(),
            dates: crate::dates::lists::Lists::built_in(),
            attributions: crate::attributions::lists::Lists::built_in(),
            topics: crate::topics::lists::Lists::built_in(),
            tension: crate::tension::lists::Lists::built_in(),
        }
    }

    /// Puts other weights of parties in the place of the product's, in the order of their features.
    pub fn set_parties(&mut self, weights: Vec<[i32; 2]>) {
        self.tension.set_parties(weights);
    }
}
