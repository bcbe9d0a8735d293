//! From tokens to sentences: full stops that end one, told from those of "Mr.", "U.S." and "3.5".
//!
//! What always holds: every token is in exactly one sentence, sentences are in order, and a sentence
//! ends where its last token ends. Headings are one sentence; headings, list marks, datelines and the
//! labels of speakers are not counted. It does not look across paragraphs.

pub(crate) mod lists;
mod rules;
#[cfg(test)]
mod tests;

use crate::document::{Sentence, Token, TokenRange};
use crate::lexicons::Lexicons;
use crate::paragraphs::label_len;
use crate::tokens::fold;
use readout_contract::report::ParagraphKind;
use readout_text::Span;

/// Tokens of a dateline at most.
const LONGEST_DATELINE: usize = 16;

/// Splits the tokens of a paragraph into sentences.
pub(crate) fn split(
    text: &str,
    kind: ParagraphKind,
    tokens: &[Token],
    lexicons: &Lexicons,
) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let label_tokens = if kind == ParagraphKind::Body {
        dateline(text, tokens, lexicons)
    } else {
        let label = label_len(text, kind);
        tokens.partition_point(|token| (token.span.start() as usize) < label)
    };
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

/// Tokens of a dateline with the dash that ends it: "GENEVA, 3 May (Agency) —", "Bern (AB) –". Only
/// capitals, numbers and marks stand in it, and before the dash a bracket, a number or a city in
/// capitals.
fn dateline(text: &str, tokens: &[Token], lexicons: &Lexicons) -> usize {
    let word = |at: usize| {
        tokens.get(at).and_then(|token| text.get(token.span.range())).unwrap_or_default()
    };
    let apart = |at: usize| match (tokens.get(at.wrapping_sub(1)), tokens.get(at)) {
        (Some(before), Some(token)) => before.span.end() < token.span.start(),
        _ => false,
    };
    let mut dated = false;
    for at in 0..tokens.len().min(LONGEST_DATELINE) {
        let first = word(at).chars().next().unwrap_or_default();
        match word(at) {
            "—" | "–" | "--" | "-" if at > 0 && (apart(at) || apart(at + 1)) => {
                let city: Vec<_> = (0..at).map(|at| fold(word(at))).collect();
                let listed = || lexicons.mentions.places.longest(city.iter().map(|word| &**word));
                let shouted = word(0).len() > 3 && !word(0).chars().any(char::is_lowercase);
                let is_one = word(at - 1) == ")" || (dated || shouted) && listed().is_some();
                return if is_one { at + 1 } else { 0 };
            }
            "(" | ")" | "," | "." | "/" | "-" => {}
            _ if first.is_uppercase() => {}
            _ if first.is_ascii_digit() => dated = true,
            _ => return 0,
        }
    }
    0
}

fn push(sentences: &mut Vec<Sentence>, tokens: &[Token], start: usize, end: usize, counted: bool) {
    let part = tokens.get(start..end).unwrap_or_default();
    if let (Some(first), Some(last)) = (part.first(), part.last()) {
        let span = Span::new(first.span.start(), last.span.end());
        sentences.push(Sentence { span, tokens: TokenRange::new(start, end), counted });
    }
}
