//! Roles: titles beside a name, and nouns that name somebody without one.

use super::Gender;
use super::lists::{BesideRow, TitleKind};
use super::names::{self, Name};
use super::words::Words;
use readout_contract::report::{ActorKind, MentionKind};
use std::ops::Range;

/// A title or noun with what stands before it ("former Chinese Foreign Minister").
#[derive(Clone, Debug)]
pub(super) struct Role {
    /// From its first modifier to the end of the title.
    pub(super) tokens: Range<usize>,
    /// The title itself.
    pub(super) title: Range<usize>,
    pub(super) kind: TitleKind,
    pub(super) gender: Gender,
    pub(super) side: Option<&'static str>,
    /// The names inside, which are mentions of their own.
    pub(super) inner: Vec<Name>,
    pub(super) plural: bool,
}

/// Reads a role that starts at `index`: modifiers, a state or body, the title, "of" a body.
pub(super) fn at(words: &Words<'_>, index: usize) -> Option<Role> {
    let mut at = index;
    let mut side = None;
    let mut inner = Vec::new();
    for _ in 0..4 {
        if is_modifier(words, at) {
            at += 1;
            continue;
        }
        let may_be_listed = words.may_be_listed(at);
        let listed = if may_be_listed { names::at(words, at) } else { None };
        let listed = listed.filter(|name| name.code.is_some());
        let Some(name) = listed else { break };
        // The title may begin with the same word ("House speaker").
        let end = name.tokens.end;
        let next = if matches!(words.folded(end), "'s" | "'") { end + 1 } else { end };
        if title(words, next).is_none()
            && !is_modifier(words, next)
            && names::at(words, next).is_none_or(|name| name.code.is_none())
        {
            break;
        }
        side = side.or_else(|| side_of(words, &name));
        inner.push(name);
        at = next;
    }
    // "the NATO chief": a word that may stand before a title is one.
    let last = at.checked_sub(1).filter(|last| *last >= index && title(words, at).is_none());
    if let Some(last) = last.filter(|last| title(words, *last).is_some()) {
        at = last;
    }
    let (mut count, kind, gender) = title(words, at)?;
    let title_range = at..at + count;
    let plural = matches!(kind, TitleKind::Group | TitleKind::Pair);
    // "authorities and state media", "Chinese officials and analysts".
    if plural
        && words.folded(at + count) == "and"
        && let Some((more, TitleKind::Group, _)) = title(words, at + count + 1)
    {
        count += 1 + more;
    }
    let mut end = at + count;
    if let Some((name, after)) = of_name(words, end, kind) {
        side = side.or_else(|| side_of(words, &name));
        inner.push(name);
        end = after;
    }
    // "China's rivals", "a Kremlin critic" are not of that side.
    let side = side.filter(|_| !words.beside(title_range.start, BesideRow::Relative));
    Some(Role { tokens: index..end, title: title_range, kind, gender, side, inner, plural })
}

fn side_of(words: &Words<'_>, name: &Name) -> Option<&'static str> {
    let code = name.code?;
    Some(if code.starts_with("body.") { words.lists.side(code).unwrap_or(code) } else { code })
}

/// The longest title at `index`: its words, kind and gender. A word that is also a name's part
/// ("Major") counts as a title all the same, since a name follows it.
fn title(words: &Words<'_>, index: usize) -> Option<(usize, TitleKind, Gender)> {
    if !words.is_word(index) {
        return None;
    }
    let found = words.lists.titles.longest(words.from(index))?;
    let row = found.first()?;
    // "Mr." with its full stop as a token of its own.
    let dot = usize::from(
        row.kind == TitleKind::Courtesy
            && words.folded(index + found.words) == "."
            && words.touch(index + found.words - 1, index + found.words),
    );
    Some((found.words + dot, row.kind, row.gender))
}

/// How many tokens "Mr." or "Mrs." takes here.
pub(super) fn courtesy(words: &Words<'_>, index: usize) -> usize {
    let found = title(words, index).filter(|(_, kind, _)| *kind == TitleKind::Courtesy);
    found.map_or(0, |(count, ..)| count)
}

fn is_modifier(words: &Words<'_>, index: usize) -> bool {
    words.beside(index, BesideRow::Modifier)
        && words.lists.titles.longest(words.from(index)).is_none_or(|found| found.words < 2)
}

/// "of the US State Department", "for Human Rights Watch".
fn of_name(words: &Words<'_>, index: usize, kind: TitleKind) -> Option<(Name, usize)> {
    let links = matches!(words.folded(index), "of" | "from" | "for" | "at")
        // "an editorial in China Daily"
        || (kind == TitleKind::Document && matches!(words.folded(index), "in" | "by"));
    if !links {
        return None;
    }
    let start = if words.folded(index + 1) == "the" { index + 2 } else { index + 1 };
    // "the US State Department" is one listed body; "the US" alone is a side as well.
    let name = names::at(words, start)?;
    let acts = matches!(name.entity, Some(ActorKind::Body | ActorKind::State));
    let is_side = acts && (words.folded(index) == "of" || name.entity == Some(ActorKind::Body));
    // "the Portuguese Foreign Ministry": the adjective and the body's noun are one.
    let body = match title(words, name.tokens.end) {
        Some((count, TitleKind::Body, _)) if name.kind == MentionKind::Demonym => count,
        _ => 0,
    };
    is_side.then(|| {
        let end = name.tokens.end + body;
        (name, end)
    })
}

/// The entity that a role without a name stands for.
pub(super) fn entity(kind: TitleKind) -> ActorKind {
    match kind {
        TitleKind::Body => ActorKind::Body,
        TitleKind::Document => ActorKind::Document,
        TitleKind::Group | TitleKind::Pair => ActorKind::Group,
        TitleKind::Courtesy | TitleKind::Office => ActorKind::Person,
    }
}
