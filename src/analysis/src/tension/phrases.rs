//! From the words of a sentence to phrases of strain and easing, each with what its operator makes
//! of it: "threatened" over "attack" is one threat, "lifted" over "sanctions" is a relief.
//!
//! What always holds: phrases are in text order and do not overlap; each stands for one row of the
//! list, or for an operator's row with what it works on. Words inside a name are no phrase.

use super::lists::{EventRow, Lists, Operator, SignalRow};
use crate::document::{Document, Sentence};
use crate::lexicons::Lexicons;
use crate::tokens::fold;
use readout_contract::report::{MentionKind, Modifier, ModifierKind, QuadClass, Sign};
use readout_text::Span;
use std::borrow::Cow;
use std::ops::Range;

/// Words that an operator may leave between itself and what it works on.
const REACH: usize = 9;
/// The same for a verb of relief, whose object stands close.
const RELIEF_REACH: usize = 5;

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

/// A phrase with its class.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// Indexes of words.
    pub(super) words: Range<usize>,
    pub(super) event: EventRow,
    pub(super) level: u8,
    pub(super) symmetric: bool,
    pub(super) rule: &'static str,
    pub(super) modifiers: Vec<Modifier>,
    /// Percent that operators leave of the weight.
    pub(super) percent: u32,
    operator: Option<Operator>,
}

/// The words of a sentence, hyphens parted.
pub(super) fn words<'t>(
    doc: &'t Document,
    sentence: &Sentence,
    lexicons: &Lexicons,
) -> Vec<Word<'t>> {
    let mut words = Vec::new();
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
                let lemma = crate::syntax::lemma(&folded, upos, lexicons);
                (lemma != folded).then(|| lemma.into_owned())
            });
            words.push(Word { folded, lemma, token, mark, joined });
            joined = true;
        }
        joined = false;
    }
    words
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
pub(super) fn find(doc: &Document, words: &[Word<'_>], lists: &Lists) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    let mut index = 0;
    while let Some(word) = words.get(index) {
        if word.mark || word.joined || in_name(doc, word.token) {
            index += 1;
            continue;
        }
        let folded = lists.signals.longest(words[index..].iter().map(|word| &*word.folded));
        let lemmas = lists.signals.longest(
            words[index..].iter().map(|word| word.lemma.as_deref().unwrap_or(&word.folded)),
        );
        // The words as they stand win: "easing" may have a row of its own beside "ease".
        let found = match (folded, lemmas) {
            (Some(folded), Some(lemmas)) if lemmas.words > folded.words => Some(lemmas),
            (folded, lemmas) => folded.or(lemmas),
        };
        let Some(found) = found else {
            index += 1;
            continue;
        };
        let range = index..index + found.words;
        if let Some(row) = found.first() {
            phrases.push(Phrase::new(row, range.clone(), lists));
        }
        index = range.end;
    }
    apply_operators(doc, words, phrases, lists)
}

impl Phrase {
    fn new(row: &SignalRow, words: Range<usize>, lists: &Lists) -> Self {
        Self {
            words,
            event: lists.event(row.event),
            level: row.level,
            symmetric: row.symmetric,
            rule: row.key,
            modifiers: Vec::new(),
            percent: 100,
            operator: row.operator,
        }
    }
}

/// Whether a token stands inside somebody's name ("Department of War", "South China Sea").
fn in_name(doc: &Document, token: usize) -> bool {
    let at = doc.mentions.partition_point(|mention| mention.tokens.end as usize <= token);
    doc.mentions[at..]
        .iter()
        .take_while(|mention| mention.tokens.start as usize <= token)
        .any(|mention| mention.kind == MentionKind::Name && mention.head_tokens.contains(token))
}

/// Works operators from the end of the sentence, so that an inner one is done before an outer one.
fn apply_operators(
    doc: &Document,
    words: &[Word<'_>],
    found: Vec<Phrase>,
    lists: &Lists,
) -> Vec<Phrase> {
    let mut done: Vec<Phrase> = Vec::new();
    let mut pending = found;
    while let Some(mut phrase) = pending.pop() {
        let Some(operator) = phrase.operator.take() else {
            done.push(phrase);
            continue;
        };
        let inner = done
            .last()
            .filter(|inner| inner.event.sign.is_some() && reaches(words, operator, &phrase, inner));
        if inner.is_some() {
            if let Some(inner) = done.pop() {
                done.extend(combine(doc, words, operator, &phrase, inner, lists));
            }
            continue;
        }
        // "sanctions were lifted": the object of a relief may stand before it as a subject.
        if operator == Operator::Relief
            && let Some(before) = pending.last()
            && before.operator.is_none()
            && before.event.sign.is_some()
            && is_passive_of(words, before, &phrase)
            && let Some(before) = pending.pop()
        {
            done.extend(combine(doc, words, operator, &phrase, before, lists));
            continue;
        }
        done.push(phrase);
    }
    done.reverse();
    done.retain(|phrase| phrase.event.sign.is_some());
    done
}

fn reaches(words: &[Word<'_>], operator: Operator, outer: &Phrase, inner: &Phrase) -> bool {
    let close = matches!(operator, Operator::Relief | Operator::Avoid);
    let reach = if close { RELIEF_REACH } else { REACH };
    let between = words.get(outer.words.end..inner.words.start).unwrap_or_default();
    between.len() <= reach
        && !between.iter().any(|word| {
            matches!(
                &*word.folded,
                ";" | ":"
                    | "but"
                    | "although"
                    | "while"
                    | "("
                    | "—"
                    | "–"
                    | "when"
                    | "if"
                    | "unless"
                    | "after"
                    | "because"
                    | "since"
            ) || (close && matches!(&*word.folded, "," | "and" | "that"))
        })
}

/// "sanctions have been lifted": only auxiliaries and adverbs between.
fn is_passive_of(words: &[Word<'_>], subject: &Phrase, verb: &Phrase) -> bool {
    let between = words.get(subject.words.end..verb.words.start).unwrap_or_default();
    between.len() <= 4
        && between.iter().any(|word| {
            matches!(&*word.folded, "was" | "were" | "is" | "are" | "be" | "been" | "being")
        })
        && between.iter().all(|word| !word.mark)
}

/// A demand can be met or turned down; neither carries it out.
fn is_demand(phrase: &Phrase) -> bool {
    matches!(phrase.event.name, "REQUEST" | "THREATEN")
}

/// What an operator makes of the phrase it works on; `None` when nothing is left to show.
fn combine(
    doc: &Document,
    words: &[Word<'_>],
    operator: Operator,
    outer: &Phrase,
    mut inner: Phrase,
    lists: &Lists,
) -> Option<Phrase> {
    let mut strain = inner.event.sign == Some(Sign::Strain);
    // "promised not to attack": the negation belongs to what is promised.
    let between = outer.words.end.min(inner.words.start)..inner.words.start;
    if let Some(at) = between.clone().find(|index| {
        words
            .get(*index)
            .is_some_and(|word| matches!(&*word.folded, "not" | "n't" | "no" | "never"))
    }) {
        strain = !strain;
        let modifier =
            Modifier { kind: ModifierKind::Negated, span: span(doc, words, &(at..at + 1)) };
        inner.modifiers.push(modifier);
    }
    let cover = outer.words.start.min(inner.words.start)..outer.words.end.max(inner.words.end);
    let relieved = |inner: &mut Phrase| {
        let modifier =
            Modifier { kind: ModifierKind::Relieved, span: span(doc, words, &outer.words) };
        inner.modifiers.push(modifier);
    };
    let material = matches!(
        inner.event.name,
        "AID" | "COOPERATE" | "YIELD" | "SANCTION" | "COERCE" | "ASSAULT" | "MOBILIZE" | "PROTEST"
    );
    let (event, level) = match (operator, strain) {
        (Operator::Relief, true) => {
            relieved(&mut inner);
            (if material { "YIELD" } else { "EASING" }, inner.level.min(2))
        }
        (Operator::Relief, false) => {
            relieved(&mut inner);
            (if material { "SANCTION" } else { "REJECT" }, inner.level.max(2))
        }
        (Operator::Avoid, true) => {
            relieved(&mut inner);
            ("SUPPORT", 1)
        }
        (Operator::Avoid | Operator::Refuse, false) => ("REJECT", outer.level.max(2)),
        // To reject an accusation is no act towards anyone; to refuse an escalation eases.
        (Operator::Refuse, true) if inner.event.name == "ACCUSE" => return None,
        (Operator::Refuse, true) if is_demand(&inner) => ("REJECT", outer.level.max(1)),
        (Operator::Refuse, true) => ("AGREE", 1),
        (Operator::Threaten, true) => ("THREATEN", inner.level.clamp(2, 3)),
        (Operator::Threaten, false) => ("THREATEN", outer.level),
        (Operator::Promise, true) if is_demand(&inner) => ("AGREE", 1),
        (Operator::Promise, true) => ("THREATEN", inner.level),
        (Operator::Promise, false) => ("AGREE", inner.level.max(outer.level)),
        (Operator::Appeal, true) => ("REQUEST", 1),
        (Operator::Appeal, false) => ("APPEAL", 1),
        (Operator::Demand, _) => ("REQUEST", outer.level),
        (Operator::Accuse, _) => ("ACCUSE", outer.level.max(inner.level)),
        (Operator::Deny, true) => return None,
        (Operator::Deny, false) => ("REJECT", 1),
        (Operator::Consider, _) => {
            inner.percent /= 2;
            let modifier =
                Modifier { kind: ModifierKind::Hedged, span: span(doc, words, &outer.words) };
            inner.modifiers.push(modifier);
            // What is only considered is no act yet.
            inner.event.quad = QuadClass::Statement;
            return Some(Phrase { words: cover, operator: None, ..inner });
        }
    };
    let keeps_own_rule = matches!(operator, Operator::Relief | Operator::Avoid);
    Some(Phrase {
        words: cover,
        event: lists.event(event),
        level,
        symmetric: inner.symmetric && !matches!(operator, Operator::Accuse | Operator::Threaten),
        rule: if keeps_own_rule { inner.rule } else { outer.rule },
        modifiers: inner.modifiers,
        percent: inner.percent,
        operator: None,
    })
}
