//! From a paragraph to tokens: words, numbers, quotation marks, punctuation.
//!
//! What always holds: tokens are in order, do not overlap, lie on character edges and hold no white
//! space; tokens and the gaps between them rebuild the paragraph.

use crate::document::{Token, TokenKind};
use readout_text::Span;
use std::borrow::Cow;

/// Splits a paragraph into tokens.
pub(crate) fn split(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut open: Option<usize> = None;
    for (at, character) in text.char_indices() {
        if character.is_alphanumeric() {
            open.get_or_insert(at);
            continue;
        }
        if let Some(start) = open.take() {
            tokens.push(Token { span: Span::from_usize(start, at), kind: TokenKind::Word });
        }
        if !character.is_whitespace() {
            let kind = if "\"“”‘«»".contains(character) {
                TokenKind::Quote
            } else {
                TokenKind::Punctuation
            };
            tokens.push(Token { span: Span::from_usize(at, at + character.len_utf8()), kind });
        }
    }
    if let Some(start) = open {
        tokens.push(Token { span: Span::from_usize(start, text.len()), kind: TokenKind::Word });
    }
    tokens
}

/// A word as lexicons spell it: lower case, apostrophes straight.
pub(crate) fn fold(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.to_lowercase().replace(['’', '‘'], "'"))
}
