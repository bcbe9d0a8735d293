//! From tokens to sentences.

pub(crate) mod lists;

use crate::document::{Sentence, Token, TokenRange};
use crate::lexicons::Lexicons;
use readout_contract::report::ParagraphKind;
use readout_text::Span;

/// Splits the tokens of a paragraph into sentences.
pub(crate) fn split(
    text: &str,
    kind: ParagraphKind,
    tokens: &[Token],
    lexicons: &Lexicons,
) -> Vec<Sentence> {
    let _ = &lexicons.sentences.abbreviations;
    let mut sentences = Vec::new();
    let mut start = 0;
    for (index, token) in tokens.iter().enumerate() {
        let last = index + 1 == tokens.len();
        if last || matches!(&text[token.span.range()], "." | "?" | "!") {
            sentences.push(Sentence {
                span: Span::new(tokens[start].span.start(), token.span.end()),
                tokens: TokenRange::new(start, index + 1),
                counted: kind != ParagraphKind::Heading,
            });
            start = index + 1;
        }
    }
    sentences
}
