//! Names: the gazetteers first, then capitals in a row.

use super::Gender;
use super::grow::grow;
use super::lists::{BesideRow, BodyRow, PlaceKind, WordRow};
use super::words::Words;
use readout_contract::report::{ActorKind, MentionKind};
use std::ops::Range;

/// Words in a name at most.
const LONGEST: usize = 8;

/// A name before it becomes a mention.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) tokens: Range<usize>,
    pub(super) kind: MentionKind,
    pub(super) entity: Option<ActorKind>,
    pub(super) code: Option<&'static str>,
    pub(super) side: Option<&'static str>,
    pub(super) gender: Gender,
    pub(super) plural: bool,
    pub(super) rule: &'static str,
}

impl Name {
    fn new(tokens: Range<usize>, entity: Option<ActorKind>, rule: &'static str) -> Self {
        Self {
            tokens,
            kind: MentionKind::Name,
            entity,
            code: None,
            side: None,
            gender: Gender::Unknown,
            plural: false,
            rule,
        }
    }
}

impl Name {
    /// A noun or pronoun in a name's place.
    pub(super) fn noun(tokens: Range<usize>, entity: ActorKind) -> Self {
        Self { kind: MentionKind::Noun, ..Self::new(tokens, Some(entity), "noun") }
    }
}

/// The name that starts at `index`: a listed one, a learned one, else capitals in a row that are
/// tagged as a name. The longer is meant ("China Daily"); of equals the listed one, unless it is a
/// place and the text shows a person ("Jordan said").
pub(super) fn at(words: &Words<'_>, index: usize) -> Option<Name> {
    // It is asked for as a part of a role and then by itself.
    let (known, name) = words.named.take().unwrap_or((usize::MAX, None));
    let name = if known == index { name } else { find(words, index) };
    words.named.set(Some((index, name.clone())));
    name
}

fn find(words: &Words<'_>, index: usize) -> Option<Name> {
    let learned = learned(words, index);
    let listed = listed(words, index);
    match (listed, learned) {
        // "China-US relations", "Sino-American": two names.
        (Some(listed), _) if words.folded(listed.tokens.end) == "-" => Some(listed),
        // "the Portuguese Foreign Ministry" acts for Portugal.
        (Some(listed), Some(mut learned)) => {
            if listed.kind == MentionKind::Demonym && learned.entity == Some(ActorKind::Body) {
                learned.side = listed.code;
            }
            let person = learned.entity == Some(ActorKind::Person) && listed.rule == "listed-place";
            let (own, other) = (learned.tokens.len(), listed.tokens.len());
            Some(if own > other || (own == other && person) { learned } else { listed })
        }
        (None, Some(learned)) => Some(learned),
        (Some(listed), None) => {
            let longer = capitals(words, index).filter(|capitals| {
                capitals.tokens.len() > listed.tokens.len() && is_whole(&listed, capitals)
            });
            Some(longer.unwrap_or(listed))
        }
        // "New People Party": an adjective may open a name; "See Klenk" does not.
        (None, None) if words.starts_sentence(index) && !words.may_open_name(index) => None,
        (None, None) => capitals(words, index)
            .filter(|name| name.tokens.clone().any(|token| words.is_proper(token))),
    }
}

/// A name that the learned layer marks.
fn learned(words: &Words<'_>, index: usize) -> Option<Name> {
    let label = words.label(index);
    let (entity, rule) = match label {
        1 => (ActorKind::Person, "learned-person"),
        3 => (ActorKind::Body, "learned-body"),
        5 => (ActorKind::Place, "learned-place"),
        _ => return None,
    };
    let mut end = index + 1;
    while words.label(end) == label + 1 {
        end += 1;
    }
    // "HIV", "GDP": letters that name nobody.
    if end == index + 1 && words.is_acronym(index) && words.is_stop(index) {
        return None;
    }
    // "Ursula von der Leyen", "Lee Cheuk-yan": particles and hyphens hold a name together.
    if entity == ActorKind::Person
        && let Some(last) = after_particles(words, end)
    {
        end = last + 1;
    }
    while words.folded(end) == "-" && words.touch(end - 1, end) && words.touch(end, end + 1) {
        end += 2;
    }
    if words.folded(end - 1) == "-" && words.is_word(end) && words.touch(end - 1, end) {
        end += 1;
    }
    let (Range { end, .. }, entity) = grow(words, index..end, entity);
    let entity = match entity {
        // Before a colon it is the speaker of a transcript.
        ActorKind::Person
            if end == index + 1 && words.is_acronym(index) && words.folded(end) != ":" =>
        {
            ActorKind::Body
        }
        // "Virginia Raggi", "Jordan Bardella": a place that is a given name too.
        ActorKind::Place
            if end == index + 2
                && words.lists.names.get(words.folded(index)).is_some()
                && words.listed_place(index) == 1
                && words.listed_place(index + 1) == 0
                && words.help(index + 1).is_none()
                && !words.folded(index + 1).ends_with('s') =>
        {
            ActorKind::Person
        }
        _ => entity,
    };
    let mut name = Name::new(index..end, Some(entity), rule);
    if entity == ActorKind::Person
        && let Some(given) = words.lists.names.get(words.folded(index))
    {
        name.gender = given.first().map_or(Gender::Unknown, |row| row.0);
    } else if entity == ActorKind::Person && end == index + 1 && words.starts_sentence(index) {
        // "Rain fell": the capital may be the sentence's.
        (name.entity, name.rule) = (None, "weak-name");
    }
    Some(name)
}

/// Whether the capitals after a listed name belong to one name with it.
fn is_whole(listed: &Name, capitals: &Name) -> bool {
    match listed.kind {
        MentionKind::Demonym => false,
        _ => matches!(
            capitals.entity,
            Some(ActorKind::Body | ActorKind::Place | ActorKind::Event | ActorKind::Person)
        ),
    }
}

fn listed(words: &Words<'_>, index: usize) -> Option<Name> {
    // Most words are no name, and their spelling tells so.
    if !words.may_be_listed(index) {
        return None;
    }
    let person = words.lists.holders.longest(words.from(index));
    if person > 1 && words.is_capital(index) {
        let mut name = Name::new(index..index + person, Some(ActorKind::Person), "listed-person");
        if let Some(given) = words.lists.names.get(words.folded(index)) {
            name.gender = given.first().map_or(Gender::Unknown, |row| row.0);
        }
        return Some(name);
    }
    let place = words.lists.places.longest(words.from(index));
    let in_plain = |count| in_plain_letters(words, index..index + count);
    let body = words.lists.bodies.longest(words.from(index)).filter(|body| {
        // "the Russian military": the state is named, and what is its own.
        let state = || place.as_ref()?.first()?.code;
        let own = |row: &BodyRow| row.side.is_some() && row.side == state();
        !in_plain(body.words) || body.first().is_some_and(own)
    });
    let place = place.as_ref().filter(|place| !in_plain(place.words));
    let body_words = body.as_ref().map_or(0, |found| found.words);
    let place_words = place.map_or(0, |found| found.words);
    let count = body_words.max(place_words);
    if count == 0 || !words.spelled_as_name(index, count) {
        return None;
    }
    let tokens = index..index + count;
    // "The Independent Office for …" is no newspaper's.
    let is_cut = words.folded(index) == "the" && words.is_joined_after(index + count - 1);
    if body_words >= place_words
        && !is_cut
        && let Some(row) = body.as_ref().and_then(crate::lexicons::Match::first)
    {
        let mut name = Name::new(tokens, Some(ActorKind::Body), "listed-body");
        (name.code, name.side) = (Some(row.code), row.side);
        name.plural = words.folded(index + count - 1).ends_with('s')
            && words.raw(index + count - 1).chars().any(char::is_lowercase);
        return Some(name);
    }
    let rows: Vec<_> = place.into_iter().flat_map(crate::lexicons::Match::rows).collect();
    let row = rows
        .iter()
        .find(|row| row.kind != PlaceKind::Adjective || rows.len() == 1)
        .or_else(|| rows.first())?;
    Some(place_name(words, tokens, row.kind, row.code))
}

/// Every word of a listed name but small ones is in capitals: "the house", "the quad" are not.
fn in_plain_letters(words: &Words<'_>, tokens: Range<usize>) -> bool {
    tokens.skip(1).any(|at| {
        words.is_word(at)
            && words.raw(at).len() > 3
            && !words.raw(at).contains(char::is_uppercase)
            && !matches!(words.folded(at), "without" | "minister")
    })
}

fn place_name(
    words: &Words<'_>,
    tokens: Range<usize>,
    kind: PlaceKind,
    code: Option<&'static str>,
) -> Name {
    let is_body = code.is_some_and(|code| code.starts_with("body."));
    let state = if is_body { ActorKind::Body } else { ActorKind::State };
    let (entity, kind, rule) = match kind {
        PlaceKind::Adjective => (state, MentionKind::Demonym, "demonym"),
        PlaceKind::People => (state, MentionKind::Demonym, "people"),
        PlaceKind::Seat => (state, MentionKind::Metonym, "seat"),
        PlaceKind::State => (state, MentionKind::Name, "state"),
        PlaceKind::Capital if is_government(words, &tokens) => {
            (state, MentionKind::Metonym, "capital-as-government")
        }
        PlaceKind::Capital | PlaceKind::Place => {
            (ActorKind::Place, MentionKind::Name, "listed-place")
        }
    };
    let mut name = Name::new(tokens, Some(entity), rule);
    name.kind = kind;
    name.code = if entity == ActorKind::Place { None } else { code };
    name.plural = rule == "people";
    name
}

/// "Beijing warned" is a government, "in Beijing" a city.
fn is_government(words: &Words<'_>, tokens: &Range<usize>) -> bool {
    let after = words.folded(tokens.end);
    if tokens.start.checked_sub(1).is_some_and(|at| words.beside(at, BesideRow::Locative)) {
        return false;
    }
    // "Beijing, China" and datelines.
    let is_address = after == "," && words.is_capital(tokens.end + 1);
    let is_dateline = matches!(after, "(" | "—" | "–" | "-");
    !is_address && !is_dateline && !words.is_capital(tokens.end)
}

/// Capitals in a row, particles and initials inside.
pub(super) fn capitals(words: &Words<'_>, index: usize) -> Option<Name> {
    if !words.is_capital(index) || words.is_stop(index) {
        return None;
    }
    let mut end = index + 1;
    while end < index + LONGEST {
        let next = words.is_capital(end) && !words.is_stop(end);
        if next && !words.is_title(end) {
            end += 1;
        } else if is_hyphen(words, end) {
            end += 2;
        } else if let Some(last) = after_particles(words, end) {
            end = last + 1;
        } else if words.folded(end) == "of"
            && is_of_name(words, index..end)
            && let Some(last) = of_tail(words, end)
        {
            end = last;
        } else {
            break;
        }
    }
    let name = classify(words, index..end);
    // "the Charter of the United Nations", "a BAFTA Award": the body is named, not the event.
    let inner = (index + 1..end).find(|at| words.listed_body(*at) > 0);
    match inner.filter(|_| name.entity == Some(ActorKind::Event)) {
        Some(inner) => Some(classify(words, index..before_links(words, inner))),
        None => Some(name),
    }
}

/// The end of what stands before "of the" and a name.
fn before_links(words: &Words<'_>, name: usize) -> usize {
    let mut end = name;
    while end > 0 && matches!(words.folded(end - 1), "of" | "the") {
        end -= 1;
    }
    end
}

/// "Independent Office for Police Conduct (IOPC)": the first letters of a body's name.
fn is_defined(words: &Words<'_>, index: usize) -> bool {
    let Some(open) = index.checked_sub(1).filter(|open| words.folded(*open) == "(") else {
        return false;
    };
    let mut letters = words.raw(index).chars().rev().peekable();
    let mut is_body = false;
    for at in (open.saturating_sub(LONGEST)..open).rev() {
        is_body |= matches!(words.label(at), 3 | 4);
        if letters.peek().is_some_and(|letter| words.raw(at).starts_with(*letter)) {
            letters.next();
            if letters.peek().is_none() {
                return is_body && words.folded(index + 1) == ")";
            }
        } else if words.is_capital(at) || !words.is_word(at) {
            return false;
        }
    }
    false
}

/// The capital that ends "von der Leyen" and "al Thani", if particles start at `index`.
fn after_particles(words: &Words<'_>, index: usize) -> Option<usize> {
    let last = (index..index + 3).find(|at| words.help(*at) != Some(WordRow::Particle))?;
    (last > index && words.is_capital(last)).then_some(last)
}

/// "Jean-Claude": base tokens part hyphens.
fn is_hyphen(words: &Words<'_>, index: usize) -> bool {
    words.folded(index) == "-"
        && index > 0
        && words.touch(index - 1, index)
        && words.touch(index, index + 1)
        && words.is_capital(index + 1)
}

/// "Ministry of Foreign Affairs", "Sea of Azov".
fn is_of_name(words: &Words<'_>, range: Range<usize>) -> bool {
    range.clone().last().is_some_and(|last| {
        matches!(words.help(last), Some(WordRow::Body | WordRow::Place | WordRow::Event))
    })
}

fn of_tail(words: &Words<'_>, of: usize) -> Option<usize> {
    let mut at = of + 1;
    if words.folded(at) == "the" {
        at += 1;
    }
    if !words.is_capital(at) {
        return None;
    }
    while words.is_capital(at) || (words.folded(at) == "and" && words.is_capital(at + 1)) {
        at += 1;
    }
    Some(at)
}

fn classify(words: &Words<'_>, range: Range<usize>) -> Name {
    let first = words.folded(range.start);
    let help = range.clone().rev().find_map(|index| match words.help(index) {
        Some(WordRow::Body) => Some((ActorKind::Body, "body-word")),
        Some(WordRow::Place) => Some((ActorKind::Place, "place-word")),
        Some(WordRow::Event) => Some((ActorKind::Event, "event-word")),
        _ => None,
    });
    if range.len() > 1
        && let Some((entity, rule)) = help
    {
        return Name::new(range, Some(entity), rule);
    }
    let given = words.lists.names.get(first).and_then(|found| found.first().copied());
    if let Some(given) = given {
        let mut name = Name::new(range, Some(ActorKind::Person), "given-name");
        name.gender = given.0;
        return name;
    }
    if range.len() == 1 {
        if words.is_acronym(range.start) {
            let is_defined = is_defined(words, range.start);
            let rule = if is_defined { "defined-acronym" } else { "acronym" };
            return Name::new(range, Some(ActorKind::Body), rule);
        }
        let before = range.start.checked_sub(1).map_or("", |index| words.folded(index));
        let rule = if words.starts_sentence(range.start) { "weak-name" } else { "capital" };
        let entity = matches!(before, "in" | "near").then_some(ActorKind::Place);
        return Name::new(range, entity, rule);
    }
    Name::new(range, Some(ActorKind::Person), "capitals")
}
