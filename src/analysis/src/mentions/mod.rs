//! From tokens and syntax to mentions: the words of one paragraph that name someone.

mod grow;
pub(crate) mod hints;
pub(crate) mod holders;
pub(crate) mod lists;
mod names;
mod roles;
mod words;

use crate::document::{self, Base, Relation, TokenRange};
use crate::lexicons::Lexicons;
use crate::syntax::Read;
use lists::{BesideRow, TitleKind, WordRow};
use names::Name;
use readout_contract::report::{ActorKind, MentionKind};
use readout_sorted::sort_by_key;
use readout_text::Span;
use roles::Role;
use std::cmp::Ordering;
use words::Words;

/// Usual sex of a name, title or pronoun; unknown is the rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Gender {
    #[default]
    Unknown,
    He,
    She,
}

/// Words that name someone, as one paragraph shows them.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    /// All of its words, title included, article not.
    pub(crate) span: Span,
    /// The name itself, or the noun.
    pub(crate) head: Span,
    /// Tokens of `span`.
    pub(crate) tokens: TokenRange,
    /// Tokens of `head`.
    pub(crate) head_tokens: TokenRange,
    pub(crate) kind: MentionKind,
    /// What it names, if the words tell.
    pub(crate) entity: Option<ActorKind>,
    /// Gazetteer code of what it names ("CHN", "body.un"), if it is known.
    pub(crate) code: Option<&'static str>,
    /// Gazetteer code of the state or body that its title or adjective names.
    pub(crate) side: Option<&'static str>,
    /// The role words beside the name ("Chinese Foreign Minister").
    pub(crate) role: Option<Span>,
    pub(crate) gender: Gender,
    pub(crate) plural: bool,
    pub(crate) rule: &'static str,
}

/// The rule of a noun that means a place or state named before.
pub(crate) const PLACE_NOUN: &str = "place-noun";

/// A pronoun of the first or second person: whoever speaks, or is spoken to, is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Participant {
    I,
    We,
    You,
}

impl Mention {
    pub(crate) fn participant(&self) -> Option<Participant> {
        Some(match self.rule {
            "pronoun-i" => Participant::I,
            "pronoun-we" => Participant::We,
            "pronoun-you" => Participant::You,
            _ => return None,
        })
    }

    pub(crate) fn shift(&self, base: Base) -> Self {
        Self {
            span: base.span(self.span),
            head: base.span(self.head),
            tokens: base.tokens(self.tokens),
            head_tokens: base.tokens(self.head_tokens),
            role: self.role.map(|role| base.span(role)),
            ..self.clone()
        }
    }
}

/// Finds the mentions of a paragraph, in text order. They do not cross each other; one may stand
/// inside another ("Chinese" in "Chinese officials").
pub(crate) fn find(words: &document::Words<'_>, read: &Read, lexicons: &Lexicons) -> Vec<Mention> {
    let words = Words::new(words, read, &lexicons.mentions);
    let mut found = Vec::new();
    let mut index = 0;
    while index < words.len() {
        index = read_at(&words, index, &mut found).max(index + 1);
    }
    sort_by_key(&mut found, |mention| (mention.span.start(), mention.span.end()));
    found
}

/// Reads what starts at `index`; gives the token to go on from.
fn read_at(words: &Words<'_>, index: usize, found: &mut Vec<Mention>) -> usize {
    if !words.is_word(index) {
        return index + 1;
    }
    if let Some(mention) = pronoun(words, index) {
        found.push(mention);
        return index + 1;
    }
    if let Some(mention) = place_noun(words, index) {
        found.push(mention);
        return index + 1;
    }
    let role = roles::at(words, index)
        .filter(|role| !is_listed(words, index, role) && !is_plain_word(words, role));
    if let Some(role) = role {
        return with_role(words, index, &role, found);
    }
    let Some(name) = names::at(words, index) else { return index + 1 };
    let end = name.tokens.end;
    let is_person = matches!(name.entity, None | Some(ActorKind::Person));
    let mut mention = plain(words, &name);
    // "Wang Xiaohong, China's director of public security,"
    if is_person
        && words.folded(end) == ","
        && let Some(role) = apposition(words, end + 1)
    {
        mention.role = Some(span(words, &role.tokens));
        mention.side = role.side;
        mention.entity = Some(ActorKind::Person);
        mention.rule = "name-role";
        if mention.gender == Gender::Unknown {
            mention.gender = role.gender;
        }
        found.push(mention);
        found.extend(role.inner.iter().map(|name| plain(words, name)));
        return role.tokens.end;
    }
    found.push(mention);
    end
}

/// "Congress" and "the Senate" are names of their own, not nouns for a body named before; nor is the
/// noun meant that a longer name begins with ("University of Oslo", "People's Daily").
fn is_listed(words: &Words<'_>, index: usize, role: &Role) -> bool {
    names::at(words, index).is_some_and(|name| {
        let listed = name.code.is_some();
        match name.tokens.len().cmp(&role.tokens.len()) {
            Ordering::Greater => listed || matches!(name.rule, "body-word" | "learned-body"),
            Ordering::Equal => listed && role.kind == TitleKind::Body,
            Ordering::Less => false,
        }
    })
}

/// "a major theme", "in general terms": a rank that is also a plain adjective names nobody before
/// another plain word.
fn is_plain_word(words: &Words<'_>, role: &Role) -> bool {
    let (start, end) = (role.tokens.start, role.tokens.end);
    role.tokens.len() == 1
        && words.raw(start) == words.folded(start)
        && words.beside(start, BesideRow::Rank)
        && words.is_word(end)
        && !words.is_capital(end)
        && words.help(end).is_none()
        && !words.beside(end, BesideRow::Saying)
        && !words.folded(end).ends_with("ed")
}

/// A role right after a name and its comma, closed by a mark.
fn apposition(words: &Words<'_>, index: usize) -> Option<Role> {
    let start =
        if matches!(words.folded(index), "the" | "a" | "an" | "then") { index + 1 } else { index };
    let role = roles::at(words, start)?;
    let fits = matches!(role.kind, TitleKind::Office | TitleKind::Courtesy);
    (fits && !words.is_capital(role.tokens.end)).then_some(role)
}

fn with_role(words: &Words<'_>, index: usize, role: &Role, found: &mut Vec<Mention>) -> usize {
    let end = role.tokens.end;
    let comma = usize::from(words.folded(end) == ",");
    let named = match role.kind {
        TitleKind::Office | TitleKind::Courtesy => person_at(words, end)
            .or_else(|| (comma == 1).then(|| person_at(words, end + 1)).flatten()),
        // "Presidents Xi Jinping and Joe Biden": the role goes to the first.
        TitleKind::Group | TitleKind::Pair if role.tokens.len() == 1 => person_at(words, end),
        _ => None,
    };
    found.extend(role.inner.iter().map(|name| plain(words, name)));
    if let Some(name) = named {
        let range = index..name.tokens.end;
        let mut mention = plain(words, &name);
        mention.span = span(words, &range);
        mention.tokens = TokenRange::new(range.start, range.end);
        mention.entity = Some(ActorKind::Person);
        if role.kind != TitleKind::Courtesy || role.tokens.len() > role.title.len() {
            mention.role = Some(span(words, &role.tokens));
        }
        mention.side = role.side;
        if role.gender != Gender::Unknown {
            mention.gender = role.gender;
        }
        mention.rule = "title-name";
        found.push(mention);
        return name.tokens.end;
    }
    let before = index.checked_sub(1);
    let anchored = role.side.is_some()
        || role.tokens.len() > role.title.len()
        || before.is_some_and(|before| words.beside(before, BesideRow::Determiner));
    // "Trade ministers said": a bare plural speaks; a bare singular does not stand for somebody.
    let is_form = role.kind == TitleKind::Courtesy && role.side.is_none();
    if is_form || !(anchored || role.plural) {
        return role.title.end.min(end).max(index + 1);
    }
    let mut name = Name::noun(role.tokens.clone(), roles::entity(role.kind));
    (name.side, name.gender, name.plural) = (role.side, role.gender, role.plural);
    let mut mention = plain(words, &name);
    mention.head = span(words, &role.title);
    mention.head_tokens = TokenRange::new(role.title.start, role.title.end);
    if role.kind == TitleKind::Pair {
        mention.rule = "pair-noun";
    }
    found.push(mention);
    end
}

/// A person's name at `index`, behind "Mr." if that stands there: capitals that are no listed place
/// or body.
fn person_at(words: &Words<'_>, index: usize) -> Option<Name> {
    let index = index + roles::courtesy(words, index);
    names::at(words, index)
        // Behind a title capitals are no abbreviation: "SECRETARY BLINKEN".
        .filter(|name| {
            matches!(name.entity, None | Some(ActorKind::Person)) || name.rule == "acronym"
        })
        .or_else(|| {
            names::capitals(words, index)
                .filter(|name| name.tokens.len() > 1 && name.rule != "body-word")
        })
}

fn pronoun(words: &Words<'_>, index: usize) -> Option<Mention> {
    let row = words.help(index)?;
    let (gender, plural, rule) = match row {
        WordRow::He => (Gender::He, false, "pronoun"),
        WordRow::She => (Gender::She, false, "pronoun"),
        WordRow::It if !is_expletive(words, index) => (Gender::Unknown, false, "pronoun"),
        WordRow::They => (Gender::Unknown, true, "pronoun"),
        WordRow::I | WordRow::We | WordRow::You if !words.is_pronoun(index) => return None,
        WordRow::I => (Gender::Unknown, false, "pronoun-i"),
        WordRow::We => (Gender::Unknown, true, "pronoun-we"),
        WordRow::You => (Gender::Unknown, false, "pronoun-you"),
        _ => return None,
    };
    let mut name = Name::noun(index..index + 1, ActorKind::Person);
    (name.kind, name.gender, name.plural) = (MentionKind::Pronoun, gender, plural);
    let mut mention = plain(words, &name);
    mention.entity = (gender != Gender::Unknown).then_some(ActorKind::Person);
    mention.rule = rule;
    Some(mention)
}

/// "the country", "this city", not further described: one that was named before.
fn place_noun(words: &Words<'_>, index: usize) -> Option<Mention> {
    let before = index.checked_sub(1).map_or("", |before| words.folded(before));
    if words.is_capital(index) || !matches!(before, "the" | "this") {
        return None;
    }
    let entity = match () {
        () if words.beside(index, BesideRow::NounState) => ActorKind::State,
        () if words.beside(index, BesideRow::NounPlace) => ActorKind::Place,
        () => return None,
    };
    let is_described =
        matches!(words.folded(index + 1), "of" | "that" | "where" | "which" | "whose")
            || words.relation(index).is_some_and(|(relation, _)| relation == Relation::Compound);
    if is_described {
        return None;
    }
    let mut mention = plain(words, &Name::noun(index..index + 1, entity));
    mention.rule = PLACE_NOUN;
    Some(mention)
}

/// "it is clear that", "it was raining": nobody is meant.
fn is_expletive(words: &Words<'_>, index: usize) -> bool {
    matches!(
        words.folded(index + 1),
        "is" | "was" | "'s" | "seems" | "seemed" | "appears" | "would"
    ) && (index + 2..index + 7).any(|at| matches!(words.folded(at), "that" | "to" | "whether"))
}

fn span(words: &Words<'_>, range: &std::ops::Range<usize>) -> Span {
    let place = |index: usize| words.tokens.get(index).map(|token| token.span);
    match (place(range.start), place(range.end.saturating_sub(1))) {
        (Some(first), Some(last)) => first.cover(last),
        _ => Span::default(),
    }
}

fn plain(words: &Words<'_>, name: &Name) -> Mention {
    let whole = span(words, &name.tokens);
    let tokens = TokenRange::new(name.tokens.start, name.tokens.end);
    Mention {
        span: whole,
        head: whole,
        tokens,
        head_tokens: tokens,
        kind: name.kind,
        entity: name.entity,
        code: name.code,
        side: name.side,
        role: None,
        gender: name.gender,
        plural: name.plural,
        rule: name.rule,
    }
}
