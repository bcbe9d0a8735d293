//! From tokens to parts of speech, heads and relations (Universal Dependencies v2).

mod encoder;
pub(crate) mod known;
mod lemma;
pub(crate) mod lists;
mod names;
mod parser;
#[cfg(test)]
mod tests;
pub mod transitions;
pub mod view;

use crate::document::{Base, Relation, SyntaxWord, Token, Upos, Words};
use crate::lexicons::Lexicons;
use crate::mentions::hints;
use crate::models::features::{self, TokenFeatures};
use crate::models::{Language, Models};
use crate::models::{labels, vocabulary};
use crate::{paragraphs, sentences, tokens};
use encoder::Encoded;
use parser::Parser;
use readout_text::{SourceText, Span};
use std::borrow::Cow;
use std::ops::Range;
use wide::i32x4;

/// A sentence longer than this is read in parts, so that time grows with its length.
const LONGEST: usize = 400;

/// "Russia Launches Strikes on Kyiv": capitals throughout, an act among them, and no full stop.
fn is_headline<'w>(
    mut words: impl DoubleEndedIterator<Item = &'w str> + Clone,
    features: &[TokenFeatures],
    lexicons: &Lexicons,
) -> bool {
    let is_small = |word: &str| word.len() > 4 && word.starts_with(char::is_lowercase);
    features.first().is_some_and(TokenFeatures::is_heading)
        && words.clone().next_back() != Some(".")
        && !words.clone().any(is_small)
        && words.any(|word| is_act(word, lexicons))
}

/// Whether a word tells an act ("Threatens").
fn is_act(word: &str, lexicons: &Lexicons) -> bool {
    let folded = crate::tokens::fold(word);
    let is_signal = |upos| lexicons.tension.is_signal(&lemma(&folded, upos, lexicons));
    is_signal(Upos::Verb) || is_signal(Upos::Noun)
}

/// Whether a word is a noun that acts are about ("Convoy").
fn is_object(word: &str, lexicons: &Lexicons) -> bool {
    let folded = crate::tokens::fold(word);
    lexicons.tension.is_object(&lemma(&folded, Upos::Noun, lexicons))
}

/// What the learned layer says of a paragraph.
#[derive(Debug, Default)]
pub(crate) struct Read {
    /// One a token. A token outside every sentence has no head.
    pub(crate) words: Vec<SyntaxWord>,
    /// One a token: its label of a name.
    pub(crate) names: Vec<u8>,
    /// Tokens of headlines whose capital makes no name of them, in order.
    pub(crate) small: Vec<u32>,
}

/// Room that is used again from sentence to sentence, and what is known of tokens that come again;
/// always for the same models.
#[derive(Debug, Default)]
pub(crate) struct Room {
    hints: Vec<u8>,
    features: Vec<TokenFeatures>,
    /// The features of a headline as those of running text.
    seen: Vec<TokenFeatures>,
    encoded: Encoded,
    parser: Parser,
    names: names::Room,
    sums: Vec<i32x4>,
}

/// Reads the tokens of a paragraph.
pub(crate) fn parse(
    words: &Words<'_>,
    lexicons: &Lexicons,
    models: &Models,
    room: &mut Room,
) -> Read {
    let none = SyntaxWord { upos: Upos::X, head: None, relation: Relation::Root, passive: false };
    let mut read = Read {
        words: vec![none; words.tokens.len()],
        names: vec![0; words.tokens.len()],
        small: Vec::new(),
    };
    let mut reader = Reader { words: *words, lexicons, model: &models.language, room };
    for sentence in words.sentences {
        let range = sentence.tokens.range();
        let mut root = None;
        let mut start = range.start;
        while start < range.end {
            let end = range.end.min(start + LONGEST);
            reader.part(start..end, &mut root, &mut read);
            start = end;
        }
    }
    read
}

/// A paragraph being read.
struct Reader<'p> {
    words: Words<'p>,
    lexicons: &'p Lexicons,
    model: &'p Language,
    room: &'p mut Room,
}

impl Reader<'_> {
    /// Reads a sentence or a part of one; `root` is the root of the parts before.
    fn part(&mut self, range: Range<usize>, root: &mut Option<u32>, read: &mut Read) {
        let words = self.words;
        let tokens = words.tokens.get(range.clone()).zip(words.folded.get(range.clone()));
        let Some((part, folded)) = tokens else { return };
        let word = |token: &Token| words.text.get(token.span.range()).unwrap_or_default();
        let Room { hints, features, seen, encoded, parser, .. } = &mut *self.room;
        hints.clear();
        hints::of_sentence(part.iter().map(word), folded, &self.lexicons.mentions, hints);
        features.clear();
        features::of_sentence(part.iter().map(word), hints, features);
        if is_headline(part.iter().map(word), features, self.lexicons) {
            // Names stay as they are: what the gazetteers know, the first word, and what follows a
            // given name or title.
            seen.clear();
            for (at, (one, token)) in part.iter().zip(features.iter()).enumerate() {
                let before = at.checked_sub(1).and_then(|at| features.get(at));
                let may_be_name = before.is_none_or(|before| hints::leads_to_name(before.hint));
                let is_known = vocabulary::row(self.model.vocabulary, token.word).is_some()
                    || is_object(word(one), self.lexicons);
                let is_common = hints::may_be_plain(token.hint)
                    && token.is_capital()
                    && before.is_some()
                    && (is_known && !may_be_name || is_act(word(one), self.lexicons));
                if is_common {
                    read.small.push((range.start + at) as u32);
                }
                seen.push(token.in_running_text(is_common));
            }
            encoded.read(seen, self.model);
        } else {
            encoded.read(features, self.model);
        }
        parser.parse(encoded, self.model);
        let mut before = 0;
        for at in 0..part.len() {
            let Room { features, encoded, names, .. } = &mut *self.room;
            let feature = features.get(at).copied().unwrap_or_default();
            // A name begins with a capital: most tokens need no look.
            if before > 0 || feature.is_capital() {
                before = names::label(encoded, at, before, names, self.model);
            }
            if let Some(place) = read.names.get_mut(range.start + at) {
                *place = before;
            }
            if let Some(place) = read.words.get_mut(range.start + at) {
                *place = self.word(at, range.start, root);
            }
        }
    }

    /// What was found of a token of the part that begins at `start`.
    fn word(&mut self, at: usize, start: usize, root: &mut Option<u32>) -> SyntaxWord {
        let Room { encoded, parser, sums, .. } = &mut *self.room;
        let x = encoded.lists().list(at);
        let tree = &parser.state;
        let label = usize::from(tree.labels.get(at).copied().unwrap_or_default());
        let head = tree.heads.get(at).map_or(encoded.len(), |head| usize::from(*head));
        let mut word = SyntaxWord {
            upos: labels::upos(self.model.tag.best(x, sums, |_| true)),
            head: Some((start + head) as u32),
            relation: labels::relation(label),
            passive: labels::is_passive(label),
        };
        if head == encoded.len() {
            // One tree a sentence: the roots of further parts hang from the first.
            word.head = *root;
            word.relation = if root.is_some() { Relation::Parataxis } else { Relation::Root };
            *root = root.or(Some((start + at) as u32));
        }
        word
    }
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
    let mut room = Room::default();
    for paragraph in paragraphs::split(text) {
        let part = text.slice(paragraph.span);
        let tokens = tokens::split(part, lexicons);
        let sentences = sentences::split(part, paragraph.kind, &tokens, lexicons);
        let folded = tokens::fold_all(part, &tokens);
        let parts = Words { text: part, tokens: &tokens, folded: &folded, sentences: &sentences };
        let syntax = parse(&parts, lexicons, models, &mut room).words;
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
