//! From tokens to parts of speech, heads and relations (Universal Dependencies v2).

pub(crate) mod lists;

use crate::document::{Relation, Sentence, SyntaxWord, Token, Upos};
use crate::lexicons::Lexicons;
use crate::models::Models;
use readout_text::{SourceText, Span};
use std::borrow::Cow;

/// Reads the tokens of a paragraph.
pub(crate) fn parse(
    _text: &str,
    tokens: &[Token],
    _sentences: &[Sentence],
    _lexicons: &Lexicons,
    _models: &Models,
) -> Vec<SyntaxWord> {
    tokens
        .iter()
        .map(|_| SyntaxWord { upos: Upos::X, head: None, relation: Relation::Root, passive: false })
        .collect()
}

/// Sentences, tokens and syntax of a whole text, for measuring this layer by itself.
/// Heads index the tokens of the whole text.
pub fn syntax_of(
    _text: &SourceText,
    _lexicons: &Lexicons,
    _models: &Models,
) -> (Vec<Span>, Vec<(Span, SyntaxWord)>) {
    (Vec::new(), Vec::new())
}

/// The dictionary form of a word that is already [folded](crate::tokens::fold): "said" → "say".
pub(crate) fn lemma<'w>(folded: &'w str, _upos: Upos, _lexicons: &Lexicons) -> Cow<'w, str> {
    Cow::Borrowed(folded)
}
