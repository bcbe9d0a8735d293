//! Parts of speech: the usual tag of a word, else its looks, then what stands beside it.

use super::lists::Lists;
use crate::document::{Sentence, Token, TokenKind, Upos};
use crate::tokens::fold;

/// A tag for every token of a paragraph.
pub(super) fn tag(
    text: &str,
    tokens: &[Token],
    sentences: &[Sentence],
    lists: &Lists,
) -> Vec<Upos> {
    let raw = |index: usize| {
        tokens.get(index).and_then(|token| text.get(token.span.range())).unwrap_or_default()
    };
    let mut tags = vec![Upos::X; tokens.len()];
    for sentence in sentences {
        let mut first = true;
        for index in sentence.tokens.range() {
            let Some(token) = tokens.get(index) else { continue };
            let word = raw(index);
            let tag = match token.kind {
                TokenKind::Number => Upos::Num,
                TokenKind::Punctuation if matches!(word, "$" | "%" | "€" | "£" | "+" | "=") => {
                    Upos::Sym
                }
                TokenKind::Quote | TokenKind::Punctuation => Upos::Punct,
                TokenKind::Word => usual(word, first, lists),
            };
            first &= token.kind != TokenKind::Word;
            if let Some(place) = tags.get_mut(index) {
                *place = tag;
            }
        }
        for index in sentence.tokens.range() {
            let tag = in_context(index, sentence, &tags, &raw);
            if let Some(place) = tags.get_mut(index) {
                *place = tag;
            }
        }
    }
    tags
}

/// The tag of a word by itself.
fn usual(word: &str, first: bool, lists: &Lists) -> Upos {
    let folded = fold(word);
    let listed = lists.tags.get(&folded).and_then(|found| found.first().map(|row| row.0));
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    match listed {
        Some(tag @ (Upos::Noun | Upos::Verb | Upos::Adj)) if capital && !first => {
            if tag == Upos::Adj && word.ends_with("an") { tag } else { Upos::Propn }
        }
        // Counted in names ("Treaty of …"): in small letters it is a noun.
        Some(Upos::Propn) if !capital => Upos::Noun,
        Some(tag) => tag,
        None if capital => Upos::Propn,
        None => by_ending(&folded),
    }
}

fn by_ending(word: &str) -> Upos {
    let ends = |list: &[&str]| list.iter().any(|end| word.ends_with(end));
    if word.chars().any(|character| character.is_ascii_digit()) {
        Upos::Num
    } else if ends(&["ly"]) {
        Upos::Adv
    } else if ends(&["ing", "ed", "ize", "ise", "ify", "ates"]) {
        Upos::Verb
    } else if ends(&[
        "ous", "ful", "less", "able", "ible", "ive", "ic", "al", "ish", "ary", "ent", "ant",
    ]) {
        Upos::Adj
    } else {
        Upos::Noun
    }
}

/// Mends a tag by its neighbors, left to right.
fn in_context<'t>(
    index: usize,
    sentence: &Sentence,
    tags: &[Upos],
    raw: &impl Fn(usize) -> &'t str,
) -> Upos {
    let inside = |at: Option<usize>| at.filter(|at| sentence.tokens.contains(*at));
    let tag_at = |at: Option<usize>| inside(at).and_then(|at| tags.get(at).copied());
    let word_at =
        |at: Option<usize>| inside(at).map_or(String::new(), |at| fold(raw(at)).into_owned());
    let own = tags.get(index).copied().unwrap_or(Upos::X);
    let word = word_at(Some(index));
    let (before, after) = (index.checked_sub(1), Some(index + 1));
    let (left, right) = (tag_at(before), tag_at(after));
    match (word.as_str(), own) {
        ("to", _) => match right {
            Some(Upos::Verb | Upos::Aux) => Upos::Part,
            _ => Upos::Adp,
        },
        ("that", _) => match (left, right) {
            (Some(Upos::Verb), Some(_)) => Upos::Sconj,
            (Some(Upos::Noun | Upos::Propn), Some(Upos::Verb | Upos::Aux)) => Upos::Pron,
            (_, Some(Upos::Noun)) => Upos::Det,
            _ => Upos::Sconj,
        },
        ("'s", _) => match (left, right) {
            (Some(Upos::Pron), _) => Upos::Aux,
            _ => Upos::Part,
        },
        ("have" | "has" | "had", _) => {
            let next = word_at(after);
            let next_but_one = tag_at(Some(index + 2));
            if matches!(right, Some(Upos::Verb | Upos::Aux))
                || (matches!(right, Some(Upos::Adv | Upos::Part))
                    && next_but_one == Some(Upos::Verb))
                || next == "been"
            {
                Upos::Aux
            } else {
                Upos::Verb
            }
        }
        // "the attack", "a plan": a verb's form behind a determiner is a noun.
        (_, Upos::Verb) if matches!(left, Some(Upos::Det)) && !word.ends_with("ed") => {
            if matches!(right, Some(Upos::Noun)) && word.ends_with("ing") {
                Upos::Adj
            } else {
                Upos::Noun
            }
        }
        (_, Upos::Noun)
            if word_at(before) == "to" && matches!(right, Some(Upos::Det | Upos::Pron)) =>
        {
            Upos::Verb
        }
        (_, Upos::Noun)
            if left == Some(Upos::Aux)
                && matches!(
                    word_at(before).as_str(),
                    "will" | "would" | "can" | "could" | "should" | "may" | "might" | "must"
                ) =>
        {
            Upos::Verb
        }
        (_, own) => own,
    }
}
