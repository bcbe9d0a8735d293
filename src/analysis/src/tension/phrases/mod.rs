//! From the words of a sentence to phrases of strain and easing, each with what its operator makes
//! of it: "threatened" over "attack" is one threat, "lifted" over "sanctions" is a relief.
//!
//! What always holds: phrases are in text order and do not overlap; each stands for one row of the
//! list, or for an operator's row with what it works on. Words inside a name are no phrase.

mod fit;
mod operators;

pub(super) use operators::is_willed;

use super::lists::{EventRow, Lists, Operator, SignalRow};
use super::tree::Tree;
use crate::document::{Document, Relation, Sentence, Upos};
use crate::lexicons::Lexicons;
use crate::tokens::fold;
use readout_contract::report::{MentionKind, Modifier, QuadClass};
use readout_sorted::sort_by_key;
use readout_text::Span;
use std::borrow::Cow;
use std::ops::Range;

/// A piece of a token: hyphens part words here, so that "cease-fire" and "cease fire" are one key.
#[derive(Debug)]
pub(super) struct Word<'t> {
    pub(super) folded: Cow<'t, str>,
    /// Dictionary form, where it differs.
    lemma: Option<String>,
    pub(super) token: usize,
    /// Marks such as a comma; no key holds one.
    pub(super) mark: bool,
    /// Behind a hyphen: "Iran-backed" describes, it backs nobody here.
    joined: bool,
}

impl Word<'_> {
    /// The dictionary form.
    pub(super) fn lemma(&self) -> &str {
        self.lemma.as_deref().unwrap_or(&self.folded)
    }
}

/// The words of a token, by their indexes.
pub(super) fn of_token(words: &[Word<'_>], token: usize) -> Range<usize> {
    let start = words.partition_point(|word| word.token < token);
    let pieces = words.get(start..).unwrap_or_default();
    start..start + pieces.iter().take_while(|word| word.token == token).count()
}

/// The token that governs the words of a range.
fn head(tree: &Tree<'_>, words: &[Word<'_>], range: &Range<usize>) -> usize {
    let token = |index: usize| words.get(index).map_or(0, |word| word.token);
    tree.top(token(range.start)..=token(range.end.saturating_sub(1)))
}

/// A phrase with its class.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// Indexes of words.
    pub(super) words: Range<usize>,
    /// The words that stand for it, without an object that they needed.
    pub(super) key: Range<usize>,
    /// The token that governs the others.
    pub(super) head: usize,
    pub(super) event: EventRow,
    pub(super) level: u8,
    pub(super) symmetric: bool,
    pub(super) rule: &'static str,
    pub(super) modifiers: Vec<Modifier>,
    /// Percent that operators leave of the weight.
    pub(super) percent: u32,
    pub(super) operator: Option<Operator>,
    /// Whether the negation of its verb leaves it as it is: "did not end the war".
    pub(super) stands: bool,
}

/// The words of a sentence, hyphens parted.
pub(super) fn words<'t>(
    doc: &'t Document,
    sentence: &Sentence,
    lexicons: &Lexicons,
) -> Vec<Word<'t>> {
    let mut words = Vec::with_capacity(sentence.tokens.range().len());
    let mut joined = false;
    for token in sentence.tokens.range() {
        let text = doc.token(token);
        let upos = doc.syntax.get(token).map(|word| word.upos);
        let mark = !text.chars().any(char::is_alphanumeric);
        if mark && matches!(text, "-" | "‐" | "‑") {
            joined = true;
            continue;
        }
        if mark {
            words.push(Word { folded: fold(text), lemma: None, token, mark, joined: false });
            continue;
        }
        for piece in text.split('-').filter(|piece| !piece.is_empty()) {
            let folded = fold(piece);
            let lemma = upos.and_then(|upos| {
                // Headlines write nouns like names.
                let upos = if upos == Upos::Propn { Upos::Noun } else { upos };
                let lemma = crate::syntax::lemma(&folded, upos, lexicons);
                known(&folded, &lemma, upos, &lexicons.tension)
                    .or_else(|| (lemma != folded).then(|| lemma.into_owned()))
            });
            words.push(Word { folded, lemma, token, mark, joined });
            joined = true;
        }
        joined = false;
    }
    words
}

/// The dictionary form that the list knows where endings leave it open: "releasing" could come from
/// "releas" or "release", "expelled" from "expell" or "expel", "boycotting" from "boycot" or
/// "boycott"; the list spells "-ize" and "-or".
fn known(folded: &str, lemma: &str, upos: Upos, lists: &Lists) -> Option<String> {
    let is_key = || lists.signals.get(lemma).is_some();
    if upos == Upos::Verb && (folded.ends_with("ed") || folded.ends_with("ing")) {
        if is_key() {
            return None;
        }
        let mut shorter = lemma.chars();
        let last = shorter.next_back().unwrap_or_default();
        let shorter = shorter.as_str();
        let is_long = shorter.ends_with(last) || lemma.ends_with("ate");
        let doubled = last.encode_utf8(&mut [0; 4]).to_owned();
        let forms = [
            (lemma, "e"),
            (if is_long { shorter } else { "" }, ""),
            (lemma, doubled.as_str()),
            (lemma.strip_suffix('s').unwrap_or(lemma), "ze"),
        ];
        return first_key(forms.into_iter(), lists);
    }
    let american = [("ise", "ize"), ("isation", "ization"), ("our", "or")].into_iter();
    let american =
        american.filter_map(|(ending, other)| Some((lemma.strip_suffix(ending)?, other)));
    first_key(american, lists).filter(|_| !is_key())
}

/// The first key of the list among stems with their endings.
fn first_key<'f>(
    mut forms: impl Iterator<Item = (&'f str, &'f str)>,
    lists: &Lists,
) -> Option<String> {
    let mut form = String::new();
    let found = forms.any(|(stem, ending)| {
        form.clear();
        form.push_str(stem);
        form.push_str(ending);
        lists.signals.get(&form).is_some()
    });
    found.then_some(form)
}

/// The span that some words cover.
pub(super) fn span(doc: &Document, words: &[Word<'_>], range: &Range<usize>) -> Span {
    let token = |index: usize| words.get(index).and_then(|word| doc.tokens.get(word.token));
    match (token(range.start), token(range.end.saturating_sub(1))) {
        (Some(first), Some(last)) => first.span.cover(last.span),
        _ => Span::default(),
    }
}

/// Finds the phrases of a sentence.
pub(super) fn find(
    doc: &Document,
    tree: &Tree<'_>,
    words: &[Word<'_>],
    lists: &Lists,
) -> Vec<Phrase> {
    let mut phrases: Vec<Phrase> = Vec::new();
    let mut index = 0;
    while let Some(word) = words.get(index) {
        let named = in_name(doc, word.token) && !is_predicate(tree, word.token);
        let found =
            if word.mark || word.joined || named { None } else { at(tree, words, index, lists) };
        let Some(Found { row, range, object }) = found else {
            index += 1;
            continue;
        };
        index = range.end;
        let mut phrase = Phrase::new(row, range, tree, words, lists);
        if let Some(object) = object {
            // "reached a deal", "the deal was reached": one act, not two.
            while phrases.last().is_some_and(|last| last.words.contains(&object)) {
                phrases.pop();
            }
            let behind = object >= phrase.words.end;
            phrase.words = phrase.words.start.min(object)..phrase.words.end.max(object + 1);
            if behind {
                index = phrase.words.end;
            }
        }
        if !fit::describes(&phrase, tree, words, lists) {
            phrases.push(phrase);
        }
    }
    operators::apply(doc, tree, words, phrases, lists)
}

/// A row at a place, with the words it covers and the object that it needed.
struct Found<'l> {
    row: &'l SignalRow,
    range: Range<usize>,
    object: Option<usize>,
}

/// The row that fits best where `index` stands: the longest key, as the words stand or as
/// dictionary forms; of one key a row whose needs are met, one that shows nothing first.
fn at<'l>(
    tree: &Tree<'_>,
    words: &[Word<'_>],
    index: usize,
    lists: &'l Lists,
) -> Option<Found<'l>> {
    let rest = words.get(index..)?;
    // Dictionary forms are looked up only where the words looked at have some.
    let mut lemmas = false;
    let mut keys = lists.signals.all(rest.iter().map(|word| {
        lemmas |= word.lemma.is_some();
        &*word.folded
    }));
    if lemmas {
        keys.extend(lists.signals.all(rest.iter().map(Word::lemma)));
        // "shook hands": the verb as a dictionary form, the noun as it stands.
        let verb = rest.iter().take(1).map(Word::lemma);
        keys.extend(lists.signals.all(verb.chain(rest.iter().skip(1).map(|word| &*word.folded))));
    }
    // The words as they stand win: "easing" may have a row of its own beside "ease".
    sort_by_key(&mut keys, |key| std::cmp::Reverse(key.words));
    keys.iter().find_map(|key| {
        let range = index..index + key.words;
        let mut plain = None;
        let mut needed: Option<(&SignalRow, Option<usize>)> = None;
        // A trap first, then what shows something, then what works on another phrase.
        let rank = |row: &SignalRow| match (row.event, row.operator) {
            ("NONE", None) => 0,
            (_, None) => 1,
            _ => 2,
        };
        for row in key.rows() {
            if !row.class.is_none_or(|class| fit::is_of(class, tree, words, &range)) {
                continue;
            }
            if row.needs.is_empty() {
                plain = plain.or(Some((row, None)));
            } else if needed.is_none_or(|(best, _)| rank(row) < rank(best))
                && let Some(object) = fit::needed(row.needs, tree, words, &range, lists)
            {
                // What an operator needs is what it works on, a phrase of its own.
                needed = Some((row, object.covered.filter(|_| row.operator.is_none())));
            }
        }
        let (row, object) = needed.or(plain)?;
        Some(Found { row, range, object })
    })
}

impl Phrase {
    fn new(
        row: &SignalRow,
        range: Range<usize>,
        tree: &Tree<'_>,
        words: &[Word<'_>],
        lists: &Lists,
    ) -> Self {
        Self {
            head: head(tree, words, &range),
            key: range.clone(),
            words: range,
            event: lists.event(row.event),
            level: row.level,
            symmetric: row.symmetric,
            rule: row.key,
            modifiers: Vec::new(),
            percent: 100,
            operator: row.operator,
            stands: false,
        }
    }
}

/// A verb of its own clause is no part of a name, though headlines write it like one.
fn is_predicate(tree: &Tree<'_>, token: usize) -> bool {
    tree.upos(token) == Upos::Verb
        && matches!(
            tree.relation(token),
            Relation::Root
                | Relation::Ccomp
                | Relation::Xcomp
                | Relation::Conj
                | Relation::Parataxis
        )
}

impl Phrase {
    /// Whether it is words, not deeds.
    fn is_verbal(&self) -> bool {
        matches!(self.event.quad, QuadClass::VerbalCooperation | QuadClass::VerbalConflict)
            || self.event.name == "APPEAL"
    }
}

/// Whether a token stands inside somebody's name ("Department of War", "South China Sea").
fn in_name(doc: &Document, token: usize) -> bool {
    let at = doc.mentions.partition_point(|mention| mention.tokens.end as usize <= token);
    doc.mentions
        .iter()
        .skip(at)
        .take_while(|mention| mention.tokens.start as usize <= token)
        .any(|mention| mention.kind == MentionKind::Name && mention.head_tokens.contains(token))
}
