//! From a paragraph to tokens: words, numbers, quotation marks, punctuation, cut as the English
//! Universal Dependencies treebanks cut them ("do" + "n't", "China" + "'s", "U.S.", "long" + "-" + "term").
//!
//! What always holds: tokens are in order, do not overlap, are not empty and lie on character edges;
//! all between them is white space or invisible, so tokens and gaps rebuild the paragraph.
//! It does not say whether a quotation mark opens or closes, nor where sentences end.

pub(crate) mod lists;
mod scan;
#[cfg(test)]
mod tests;
mod words;

use crate::document::Token;
use crate::lexicons::Lexicons;
use std::borrow::Cow;

/// Splits a paragraph into tokens.
pub(crate) fn split(text: &str, lexicons: &Lexicons) -> Vec<Token> {
    scan::Scanner::new(text, lexicons).run()
}

/// The tokens of a paragraph as lexicons spell them.
pub(crate) fn fold_all<'t>(text: &'t str, tokens: &[Token]) -> Vec<Cow<'t, str>> {
    let fold = |token: &Token| fold(text.get(token.span.range()).unwrap_or_default());
    tokens.iter().map(fold).collect()
}

/// Words parted by single spaces.
pub(crate) fn spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A word as lexicons spell it: lower case, apostrophes straight.
pub(crate) fn fold(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    if word.is_ascii() {
        return Cow::Owned(word.to_ascii_lowercase());
    }
    let lower = word.to_lowercase();
    let is_curly = |letter: char| matches!(letter, '’' | '‘');
    Cow::Owned(if lower.contains(is_curly) { lower.replace(is_curly, "'") } else { lower })
}
