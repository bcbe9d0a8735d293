//! From tokens to sentences: full stops that end one, told from those of "Mr.", "U.S." and "3.5".
//!
//! What always holds: every token is in exactly one sentence, sentences are in order, and a sentence
//! ends where its last token ends. Headings are one sentence; headings, list marks and the labels of
//! speakers are not counted. It does not look across paragraphs.

pub(crate) mod lists;
mod rules;
#[cfg(test)]
mod tests;

use crate::document::{Sentence, Token, TokenRange};
use crate::lexicons::Lexicons;
use crate::paragraphs::label_len;
use readout_contract::report::ParagraphKind;
use readout_text::Span;

/// Splits the tokens of a paragraph into sentences.
pub(crate) fn split(
    text: &str,
    kind: ParagraphKind,
    tokens: &[Token],
    lexicons: &Lexicons,
) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let label = label_len(text, kind);
    let label_tokens = tokens.partition_point(|token| (token.span.start() as usize) < label);
    push(&mut sentences, tokens, 0, label_tokens, false);
    let mut start = label_tokens;
    if kind != ParagraphKind::Heading {
        let reader = rules::Reader { text, tokens, lexicons };
        let mut at = start;
        while at < tokens.len() {
            if let Some(end) = reader.end(start, at) {
                push(&mut sentences, tokens, start, end, true);
                start = end;
                at = end;
            } else {
                at += 1;
            }
        }
    }
    push(&mut sentences, tokens, start, tokens.len(), kind != ParagraphKind::Heading);
    sentences
}

fn push(sentences: &mut Vec<Sentence>, tokens: &[Token], start: usize, end: usize, counted: bool) {
    let part = tokens.get(start..end).unwrap_or_default();
    if let (Some(first), Some(last)) = (part.first(), part.last()) {
        let span = Span::new(first.span.start(), last.span.end());
        sentences.push(Sentence { span, tokens: TokenRange::new(start, end), counted });
    }
}
