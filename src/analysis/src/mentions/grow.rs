//! Where a learned name ends: the learned layer looks at few tokens at a time and breaks off inside
//! long names. Syntax and the nouns of bodies carry them on; words that end no name are cut off.

use super::lists::{BesideRow, WordRow};
use super::words::Words;
use crate::document::{Relation, TokenKind};
use readout_contract::report::ActorKind;
use std::ops::Range;

/// Words in a name at most.
const LONGEST: usize = 12;

/// The whole of a name that the learned layer has found, and what the whole names.
pub(super) fn grow(
    words: &Words<'_>,
    name: Range<usize>,
    entity: ActorKind,
) -> (Range<usize>, ActorKind) {
    let start = name.start;
    let end = trimmed(words, &name);
    let mut name = start..joined(words, &(start..end), entity);
    let mut entity = match words.help(name.end - 1) {
        Some(WordRow::Body) if name.end > end => ActorKind::Body,
        Some(WordRow::Place) if name.end > end => ActorKind::Place,
        _ if name.end > end && is_team(words, start..end, &name) => ActorKind::Body,
        _ => entity,
    };
    while entity != ActorKind::Person
        && name.len() < LONGEST
        && let Some(end) = tail(words, &name)
    {
        if words.help(name.end - 1) == Some(WordRow::Body) {
            entity = ActorKind::Body;
        }
        name = start..joined(words, &(start..end), ActorKind::Person);
    }
    (name, entity)
}

/// The end without words and marks that end no name: "Ohio State University in".
fn trimmed(words: &Words<'_>, name: &Range<usize>) -> usize {
    let mut end = listed_inside(words, name).unwrap_or(name.end);
    while end > name.start + 1
        && (is_mark(words, end - 1) || words.beside(end - 1, BesideRow::Joining))
    {
        end -= 1;
    }
    end
}

/// The end of a listed name that somebody follows or an event is called after: "Liberal Democrats
/// Vince Cable", "NATO Istanbul Summit".
fn listed_inside(words: &Words<'_>, name: &Range<usize>) -> Option<usize> {
    let body = name.start + words.listed_body(name.start);
    let is_given = words.lists.names.get(words.folded(body)).is_some();
    if name.start < body && body < name.end && is_given {
        return Some(body);
    }
    // "Northwestern University in Evanston"
    let place = (name.start + 1..name.end)
        .find(|at| words.folded(*at) == "in" && words.help(at - 1) == Some(WordRow::Body));
    if place.is_some() {
        return place;
    }
    let end = body.max(name.start + words.listed_place(name.start));
    let is_event = words.help(name.end - 1) == Some(WordRow::Event);
    (is_event && name.start < end && end < name.end).then_some(end)
}

fn is_mark(words: &Words<'_>, index: usize) -> bool {
    let kind = words.tokens.get(index).map(|token| token.kind);
    matches!(kind, Some(TokenKind::Quote | TokenKind::Punctuation))
}

/// The end of a name with the capitals that syntax joins to it.
fn joined(words: &Words<'_>, name: &Range<usize>, entity: ActorKind) -> usize {
    let mut end = name.end;
    while end < name.start + LONGEST && is_joined(words, &(name.start..end), entity) {
        end += 1;
    }
    let whole = name.start..end;
    let help = words.help(end - 1);
    let is_own = match help {
        // "the César Award" is named after somebody.
        Some(WordRow::Event) => false,
        Some(WordRow::Body | WordRow::Place) => true,
        // "the Paris Declaration", "a NASA Fellowship": a name of its own stands before a noun.
        _ => match entity {
            ActorKind::Person => true,
            ActorKind::Place => !words.is_listed(name) || is_team(words, name.clone(), &whole),
            // "the Refugee Council Enver Solomon leads"
            _ => {
                let is_acronym = name.len() == 1 && words.is_acronym(name.start);
                let is_whole = name.len() > 1 && words.help(name.end - 1) == Some(WordRow::Body);
                !(words.is_listed(name) || is_acronym || is_whole)
            }
        },
    };
    if is_own { end } else { name.end }
}

/// "Pittsburgh Pirates": a plural that is no role behind a place.
fn is_team(words: &Words<'_>, place: Range<usize>, name: &Range<usize>) -> bool {
    let last = words.folded(name.end - 1);
    words.listed_place(place.start) == place.len()
        && last.len() > 3
        && last.ends_with('s')
        && !last.ends_with("ss")
        && !words.is_role(name.end - 1)
}

/// Whether syntax makes one name of the next capital and those before: "Elinor Ostrom".
fn is_joined(words: &Words<'_>, name: &Range<usize>, entity: ActorKind) -> bool {
    let next = name.end;
    let (label, own) = (words.label(next), words.label(name.start));
    let is_part = words.is_capital(next)
        && words.is_proper(next)
        && (label == 0 || label == own || label == own + 1)
        && !words.is_stop(next)
        && !words.is_title(next)
        // "Refugee Council Enver Solomon": a body and a person side by side.
        && (entity == ActorKind::Person || words.lists.names.get(words.folded(next)).is_none());
    if !is_part {
        return false;
    }
    let joins = |relation| matches!(relation, Relation::Flat | Relation::Compound);
    // "of Dramatic Art"
    let joins_last = |relation| joins(relation) || relation == Relation::Amod;
    let last = words.relation(next - 1).filter(|(relation, _)| joins_last(*relation));
    let next_one = words.relation(next).filter(|(relation, _)| joins(*relation));
    last.is_some_and(|(_, head)| head == next)
        || next_one.is_some_and(|(_, head)| name.contains(&head))
        || last.zip(next_one).is_some_and(|(last, next)| last.1 == next.1)
}

/// The end of what "of", "for" or "and" adds to a body's or place's name: "Society of the
/// Cincinnati", "Institute of History and Philology".
fn tail(words: &Words<'_>, name: &Range<usize>) -> Option<usize> {
    let link = name.end;
    let before = words.help(link - 1);
    let has = |word: &str| name.clone().any(|at| words.folded(at) == word);
    let first = link + 1 + usize::from(words.folded(link + 1) == "the");
    let is_name = words.is_capital(first)
        && (!words.is_stop(first) || words.is_capital(first + 1))
        && !words.is_title(first)
        && (words.is_proper(first) || words.label(first) > 0 || words.is_capital(first + 1));
    let listed = words.listed_place(first);
    let listed = listed.max(words.listed_body(first));
    let is_open = listed == 0 && words.lists.names.get(words.folded(first)).is_none();
    let learned_place = words.label(first) == 5;
    match words.folded(link) {
        _ if !is_name => None,
        "of" if matches!(before, Some(WordRow::Body | WordRow::Place)) || has("for") => {
            Some(first + listed.max(1))
        }
        "for" | "on" if before == Some(WordRow::Body) && is_open => Some(first + 1),
        "and" if first == link + 1 && (has("of") || has("for")) && is_open => Some(first + 1),
        // "University of Texas at Austin".
        "at" if words.folded(name.start) == "university" && (listed > 0 || learned_place) => {
            Some(first + listed.max(1))
        }
        _ => None,
    }
}
