//! Nouns without a name, tied to the nearest fitting actor.
//!
//! In a sentence the first fitting mention is preferred, since it is the subject more often than
//! not; sentences are tried backwards over a bounded stretch. When nothing fits, the mention stays
//! without an actor.

use super::antecedents::{Tie, is_inside};
use super::entry::Entry;
use super::known::Known;
use crate::document::Document;
use crate::mentions::Mention;
use crate::mentions::lists::{BesideRow, Lists};
use crate::tokens::{fold, spaced};
use readout_contract::ids::MentionId;
use readout_contract::report::ActorKind;

/// Sentences that a reference looks back over.
const SENTENCES_BACK: usize = 4;
/// Mentions that it looks back over at most.
const MENTIONS_BACK: usize = 80;

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

/// What "the country" and "the city" mean: the nearest state, and the place that the text names
/// most.
pub(super) fn place(
    doc: &Document,
    known: &Known<'_>,
    ties: &[Tie],
    index: usize,
    mention: &Mention,
) -> Tie {
    let is_so = |entry: &Entry| Some(entry.kind) == mention.entity && !entry.unnamed;
    if mention.entity == Some(ActorKind::Place) {
        let places = known.entries.iter().enumerate().rev().filter(|(_, entry)| is_so(entry));
        let main = places.max_by_key(|(_, entry)| entry.names);
        let main = main.filter(|(_, entry)| entry.names > 1 && entry.first.index() < index);
        return (main.map(|(at, _)| at), main.map(|(_, entry)| entry.first));
    }
    let fits = |candidate: usize| {
        ties.get(candidate).and_then(|tie| known.entries.get(tie.0?)).is_some_and(is_so)
    };
    let found = nearest(doc, index, mention, &fits);
    (found.and_then(|found| ties.get(found)?.0), found.map(MentionId::new))
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
                ends_in(&role, &title) && self::standing(lists, &role) == standing
            });
            entry.kind == mention.entity.unwrap_or(ActorKind::Person)
                && side
                && (has_role || (entry.kind == ActorKind::Body && is_headed(&named, &title)))
        };
        if let Some(found) = nearest(doc, index, mention, &fits) {
            let entry = ties.get(found).and_then(|tie| tie.0);
            return (entry, Some(MentionId::new(found)));
        }
    }
    // "the Council", far from the only body that the text names so.
    if mention.entity == Some(ActorKind::Body)
        && doc.words(mention.head).starts_with(char::is_uppercase)
    {
        let fits = |entry: &Entry| {
            entry.first.index() < index
                && (mention.side.is_none() || entry.side.is_none() || entry.side == mention.side)
                && is_headed(&fold(&entry.name), &title)
        };
        if let Some(entry) = known.headed(&title, &fits) {
            return (Some(entry), known.entries.get(entry).map(|found| found.first));
        }
    }
    if mention.entity == Some(ActorKind::Person)
        && let Some(entry) = holder(doc, known, mention, &title)
    {
        return (Some(entry), known.entries.get(entry).map(|holder| holder.first));
    }
    let before = mention.tokens.range().start.checked_sub(1).map_or("", |at| doc.token(at));
    if mention.entity == Some(ActorKind::Person) && fold(before) == "the" {
        let standing = standing(known.lists, &fold(doc.words(mention.span)));
        let fits = |entry: &Entry| {
            let role = entry.role.map(|role| fold(doc.words(role))).unwrap_or_default();
            let side = mention.side.is_none() || entry.side.is_none() || entry.side == mention.side;
            side && self::standing(known.lists, &role) == standing
        };
        if let Some(entry) = known.titled(&title, &fits) {
            return (Some(entry), known.entries.get(entry).map(|titled| titled.first));
        }
    }
    let side = mention.side.unwrap_or_default();
    let whole = spaced(&fold(doc.words(mention.span)));
    let key = format!("{side}|{whole}");
    (Some(known.described(index, mention, key)), None)
}

/// Whether the last words are these.
fn ends_in(words: &str, last: &str) -> bool {
    words.strip_suffix(last).is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', '-']))
}

/// Whether a body's name has this head, which stands last or before "of": "the Council" may be the
/// "Council of the European Union", and the "European Council".
fn is_headed(name: &str, head: &str) -> bool {
    ends_in(name, head) || name.split_once(" of ").is_some_and(|(before, _)| ends_in(before, head))
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
