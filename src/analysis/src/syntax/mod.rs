//! From tokens to parts of speech, heads and relations (Universal Dependencies v2).

mod heads;
mod lemma;
pub(crate) mod lists;
mod tags;
#[cfg(test)]
mod tests;

use crate::document::{Base, Relation, Sentence, SyntaxWord, Token, Upos};
use crate::lexicons::Lexicons;
use crate::models::Models;
use crate::{paragraphs, sentences, tokens};
use readout_text::{SourceText, Span};
use std::borrow::Cow;

/// Reads the tokens of a paragraph. A token outside every sentence stays without a head.
pub(crate) fn parse(
    text: &str,
    tokens: &[Token],
    sentences: &[Sentence],
    lexicons: &Lexicons,
    _models: &Models,
) -> Vec<SyntaxWord> {
    let tags = tags::tag(text, tokens, sentences, &lexicons.syntax);
    let mut words: Vec<SyntaxWord> = tags
        .into_iter()
        .map(|upos| SyntaxWord { upos, head: None, relation: Relation::Root, passive: false })
        .collect();
    for sentence in sentences {
        heads::attach(&mut words, sentence);
    }
    words
}

/// Sentences, tokens and syntax of a whole text, for measuring this layer by itself.
/// Heads index the tokens of the whole text.
pub fn syntax_of(
    text: &SourceText,
    lexicons: &Lexicons,
    models: &Models,
) -> (Vec<Span>, Vec<(Span, SyntaxWord)>) {
    let mut spans = Vec::new();
    let mut words = Vec::new();
    for paragraph in paragraphs::split(text) {
        let part = text.slice(paragraph.span);
        let tokens = tokens::split(part, lexicons);
        let sentences = sentences::split(part, paragraph.kind, &tokens, lexicons);
        let syntax = parse(part, &tokens, &sentences, lexicons, models);
        let base = Base { bytes: paragraph.span.start(), tokens: words.len() as u32 };
        spans.extend(sentences.iter().map(|sentence| base.span(sentence.span)));
        words.extend(tokens.iter().zip(syntax).map(|(token, word)| {
            let head = word.head.map(|head| head + base.tokens);
            (base.span(token.span), SyntaxWord { head, ..word })
        }));
    }
    (spans, words)
}

/// The dictionary form of a word that is already [folded](crate::tokens::fold): "said" → "say".
pub(crate) fn lemma<'w>(folded: &'w str, upos: Upos, lexicons: &Lexicons) -> Cow<'w, str> {
    lemma::of(folded, upos, &lexicons.syntax)
}
