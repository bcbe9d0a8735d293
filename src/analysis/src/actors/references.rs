//! Pronouns and nouns without a name, tied to the nearest fitting actor.
//!
//! In a sentence the first fitting mention is preferred, since it is the subject more often than
//! not; sentences are tried backwards over a bounded stretch. When nothing fits, the mention stays
//! without an actor.

use super::known::Known;
use crate::document::Document;
use crate::mentions::lists::{BesideRow, Lists};
use crate::mentions::{Gender, Mention};
use crate::tokens::fold;
use readout_contract::ids::MentionId;
use readout_contract::report::{ActorKind, MentionKind};

type Tie = (Option<usize>, Option<MentionId>);

/// Sentences that a reference looks back over.
const SENTENCES_BACK: usize = 4;
/// Mentions that it looks back over at most.
const MENTIONS_BACK: usize = 80;

/// The actor behind a pronoun.
pub(super) fn pronoun(
    doc: &Document,
    known: &Known<'_>,
    ties: &[Tie],
    index: usize,
    mention: &Mention,
) -> Tie {
    let object = matches!(&*fold(doc.words(mention.head)), "him" | "them");
    let fits = |candidate: usize| {
        let Some(entry) = ties.get(candidate).and_then(|tie| known.entries.get(tie.0?)) else {
            return false;
        };
        let Some(found) = doc.mentions.get(candidate) else { return false };
        if object && is_same_clause(doc, found, mention) {
            return false;
        }
        if found.kind == MentionKind::Demonym && found.rule != "people" {
            return false;
        }
        match (mention.gender, mention.plural) {
            (Gender::Unknown, false) => {
                matches!(entry.kind, ActorKind::Body | ActorKind::State | ActorKind::Document)
            }
            (Gender::Unknown, true) => entry.plural || entry.kind == ActorKind::Group,
            (gender, _) => {
                entry.kind == ActorKind::Person
                    && !entry.plural
                    && (entry.gender == Gender::Unknown || entry.gender == gender)
            }
        }
    };
    // A capitalized word that nothing shows to be a person is the last resort.
    let is_sure = |candidate: usize| {
        fits(candidate)
            && (mention.gender == Gender::Unknown
                || ties.get(candidate).and_then(|tie| known.entries.get(tie.0?)).is_some_and(
                    |entry| entry.gender == mention.gender || entry.names > 1 || entry.is_sure(doc),
                ))
    };
    nearest(doc, index, mention, &is_sure)
        .or_else(|| nearest(doc, index, mention, &fits))
        .map_or((None, None), |found| {
            (ties.get(found).and_then(|tie| tie.0), Some(MentionId::new(found)))
        })
}

/// Whether no conjunction parts two mentions of one sentence: "Wang also met with him" is about
/// somebody else.
fn is_same_clause(doc: &Document, before: &Mention, after: &Mention) -> bool {
    doc.sentence_at(before.span.start()) == doc.sentence_at(after.span.start())
        && !(before.tokens.range().end..after.tokens.range().start).any(|token| {
            matches!(
                &*fold(doc.token(token)),
                "that"
                    | "who"
                    | "which"
                    | "when"
                    | "if"
                    | "after"
                    | "before"
                    | "because"
                    | "while"
                    | "as"
                    | "and"
                    | "but"
                    | "said"
                    | "although"
            )
        })
}

/// The first fitting mention of the nearest sentence that has one.
fn nearest(
    doc: &Document,
    index: usize,
    mention: &Mention,
    fits: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    let own = doc.sentence_at(mention.span.start());
    let mut best: Option<(usize, usize)> = None;
    for candidate in (index.saturating_sub(MENTIONS_BACK)..index).rev() {
        let Some(found) = doc.mentions.get(candidate) else { continue };
        let sentence = doc.sentence_at(found.span.start());
        if own - sentence.min(own) > SENTENCES_BACK || best.is_some_and(|(at, _)| at != sentence) {
            break;
        }
        // What holds the pronoun cannot be what it refers to; a name inside another mention ("a
        // China Daily editorial") is not what is spoken of.
        if !found.span.overlaps(mention.span) && !is_inside(doc, candidate) && fits(candidate) {
            best = Some((sentence, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Whether a mention stands inside a longer one beside it in the list.
fn is_inside(doc: &Document, index: usize) -> bool {
    let Some(own) = doc.mentions.get(index) else { return false };
    let neighbors = [index.checked_sub(1), index.checked_add(1)];
    neighbors
        .into_iter()
        .flatten()
        .filter_map(|at| doc.mentions.get(at))
        .any(|other| other.span.contains(own.span) && other.span.len() > own.span.len())
}

/// The actor behind a noun: somebody known by this role, else a description of its own.
pub(super) fn noun(
    doc: &Document,
    known: &mut Known<'_>,
    ties: &[Tie],
    index: usize,
    mention: &Mention,
) -> Tie {
    let title = fold(doc.words(mention.head)).into_owned();
    if matches!(mention.entity, Some(ActorKind::Person | ActorKind::Body)) {
        let (entries, lists) = (&known.entries, known.lists);
        let standing = standing(lists, &fold(doc.words(mention.span)));
        let fits = |candidate: usize| {
            let Some(entry) = ties.get(candidate).and_then(|tie| entries.get(tie.0?)) else {
                return false;
            };
            let side = mention.side.is_none() || entry.side.is_none() || entry.side == mention.side;
            let named = fold(&entry.name).into_owned();
            let has_role = entry.role.is_some_and(|role| {
                let role = fold(doc.words(role));
                role.ends_with(&title) && self::standing(lists, &role) == standing
            });
            entry.kind == mention.entity.unwrap_or(ActorKind::Person)
                && side
                && (has_role || (entry.kind == ActorKind::Body && named.ends_with(&title)))
        };
        if let Some(found) = nearest(doc, index, mention, &fits) {
            let entry = ties.get(found).and_then(|tie| tie.0);
            return (entry, Some(MentionId::new(found)));
        }
    }
    if mention.entity == Some(ActorKind::Person)
        && let Some(entry) = holder(doc, known, mention, &title)
    {
        return (Some(entry), known.entries.get(entry).map(|holder| holder.first));
    }
    let side = mention.side.unwrap_or_default();
    let whole = fold(doc.words(mention.span)).split_whitespace().collect::<Vec<_>>().join(" ");
    let key = format!("{side}|{whole}");
    (Some(known.described(index, mention, key)), None)
}

/// Whether a role is over ("former"), and whether it is less than the office ("deputy").
fn standing(lists: &Lists, role: &str) -> (bool, bool) {
    let any = |kind| role.split([' ', '-']).any(|word| lists.is_beside(word, kind));
    (any(BesideRow::Past), any(BesideRow::Lower))
}

/// Somebody named in this text who by the gazetteer holds this office on its day: "the US secretary
/// of state". The name always comes from the text.
fn holder(doc: &Document, known: &Known<'_>, mention: &Mention, title: &str) -> Option<usize> {
    let side = mention.side;
    let (former, lower) = standing(known.lists, &fold(doc.words(mention.span)));
    let before = mention.tokens.range().start.checked_sub(1).map_or("", |at| doc.token(at));
    let before = fold(before);
    // "a Chinese spokesman" may be anybody, "its president" is that of some company.
    let is_one = !known.lists.is_beside(&before, BesideRow::Indefinite);
    if lower || !is_one || (side.is_none() && before != "the") {
        return None;
    }
    // "former president" is a title as well.
    let title = title
        .split_once(' ')
        .filter(|(first, _)| known.lists.is_beside(first, BesideRow::Past))
        .map_or(title, |(_, rest)| rest);
    known.holder(title, side, former)
}
