//! The actors known so far, and how a name finds its own.

use super::entry::Entry;
use super::evidence::{self, Votes};
use crate::document::{Document, TokenKind};
use crate::mentions::holders::HolderRow;
use crate::mentions::lists::{BesideRow, Lists, PersonRow};
use crate::mentions::{Gender, Mention};
use crate::tokens::{fold, spaced};
use readout_contract::ids::MentionId;
use readout_contract::report::{ActorKind, MentionKind};
use readout_sorted::Map;
use readout_text::Span;

/// Everybody known so far.
pub(super) struct Known<'d> {
    doc: &'d Document,
    pub(super) lists: &'d Lists,
    /// The day of the text.
    date: Option<&'d str>,
    pub(super) entries: Vec<Entry>,
    pub(super) by_code: Map<String, usize>,
    /// Folded full names and descriptions.
    by_name: Map<String, usize>,
    /// Persons by the first and last word of their name, in order of mention.
    by_part: Map<String, Vec<usize>>,
    /// Those who held an office, by the gazetteer's spelling of their name.
    by_holder: Map<String, usize>,
    /// Persons by the last word of their role.
    by_role: Map<String, Vec<usize>>,
    /// Named bodies by the last words of their name and of what stands before "of" in it.
    by_head: Map<String, Vec<usize>>,
    /// The types of a folded name's mentions: a name has one throughout a text.
    kinds: Map<String, Votes>,
    /// How often words that may be names stand in lower case, so that a capital at a sentence's start
    /// is no name.
    lower: Map<String, usize>,
}

/// Whether a name stands in capitals only.
fn is_shouted(name: &str) -> bool {
    !name.chars().any(char::is_lowercase)
}

fn last_word(words: &str) -> &str {
    words.rsplit(' ').next().unwrap_or_default()
}

impl<'d> Known<'d> {
    pub(super) fn new(doc: &'d Document, lists: &'d Lists, date: Option<&'d str>) -> Self {
        let mut known = Self {
            doc,
            lists,
            date,
            entries: Vec::new(),
            by_code: Map::default(),
            by_name: Map::default(),
            by_part: Map::default(),
            by_holder: Map::default(),
            by_role: Map::default(),
            by_head: Map::default(),
            kinds: evidence::kinds(doc),
            lower: Map::default(),
        };
        for mention in doc.mentions.iter().filter(|mention| mention.rule == "weak-name") {
            known.lower.entry(fold(doc.words(mention.head)).into_owned());
        }
        for (index, token) in doc.tokens.iter().enumerate() {
            if token.kind == TokenKind::Word
                && let Some(count) = known.lower.get_mut(doc.token(index))
            {
                *count += 1;
            }
        }
        // Full names first: a surname may come before its full name ("Blinken … Antony Blinken").
        for (index, mention) in doc.mentions.iter().enumerate() {
            if mention.kind == MentionKind::Name
                && mention.entity == Some(ActorKind::Person)
                && mention.code.is_none()
                && mention.head_tokens.range().len() > 1
            {
                known.full_name(index, mention);
            }
        }
        known
    }

    /// The actor of a name, and the mention it refers back to.
    pub(super) fn name(
        &mut self,
        index: usize,
        mention: &Mention,
    ) -> (Option<usize>, Option<MentionId>) {
        if let Some(person) = self.called_like_a_place(mention) {
            return (Some(person), None);
        }
        if let Some(code) = mention.code {
            return (Some(self.coded(index, mention, code)), None);
        }
        let single = mention.head_tokens.range().len() == 1;
        if mention.entity == Some(ActorKind::Person) && !single {
            return (Some(self.full_name(index, mention)), None);
        }
        let folded = fold(self.doc.words(mention.head)).into_owned();
        let learned = mention.rule.starts_with("learned");
        if single && (learned || matches!(mention.entity, None | Some(ActorKind::Person))) {
            if let Some(person) = self.carrier(index, &folded, mention) {
                let first = self.entries.get(person).map(|entry| entry.first);
                self.learn(person, mention);
                return (Some(person), first.filter(|first| first.index() != index));
            }
            if mention.rule == "weak-name"
                && self.by_name.get(&folded).is_none()
                && self.kinds.get(&folded).is_none()
                && self.listed(&folded, &self.offices(mention)).is_none()
                && (self.lower.get(&folded).is_some_and(|count| *count > 0)
                    || folded.len() < 3
                    || !evidence::is_said_of(self.doc, mention, self.lists))
            {
                return (None, None);
            }
        }
        (Some(self.other(index, mention, folded)), None)
    }

    /// "Paris left" after "Valeska Paris": a city's name is a person's surname in this text, unless
    /// it stands where a place does.
    fn called_like_a_place(&self, mention: &Mention) -> Option<usize> {
        if !matches!(mention.rule, "listed-place" | "capital-as-government") {
            return None;
        }
        let folded = fold(self.doc.words(mention.head));
        let before = mention.tokens.range().start.checked_sub(1).map(|at| fold(self.doc.token(at)));
        if before.is_some_and(|word| self.lists.is_beside(&word, BesideRow::Locative)) {
            return None;
        }
        let named = |person: &&usize| {
            self.entries.get(**person).is_some_and(|known| {
                let rule = self.doc.mentions.get(known.first.index()).map_or("", |it| it.rule);
                rule != "capitals"
                    && known.words.len() > 1
                    && known.words.last().is_some_and(|last| *last == *folded)
            })
        };
        self.by_part.get(&*folded)?.iter().find(named).copied()
    }

    fn coded(&mut self, index: usize, mention: &Mention, code: &'static str) -> usize {
        if let Some(found) = self.by_code.get(code) {
            return *found;
        }
        let name = self.lists.shown(code).unwrap_or_else(|| self.doc.words(mention.head));
        let kind = mention.entity.unwrap_or(ActorKind::Body);
        let side = mention.side.or_else(|| self.lists.side(code));
        let entry = self.push(Entry {
            role: None,
            side,
            code: Some(code),
            gender: Gender::Unknown,
            ..Entry::new(name.to_owned(), kind, index, mention)
        });
        *self.by_code.entry(code.to_owned()) = entry;
        entry
    }

    fn full_name(&mut self, index: usize, mention: &Mention) -> usize {
        let name = self.doc.words(mention.head);
        let words: Vec<String> =
            name.split_whitespace().map(|word| fold(word).into_owned()).collect();
        let folded = words.join(" ");
        let named = self.by_name.get(&folded).copied().or_else(|| self.longer_name(&words));
        let offices = if named.is_none() { self.offices(mention) } else { Vec::new() };
        let held = offices.first().and_then(|office| self.by_holder.get(office.name));
        if let Some(known) = named.or(held.copied()) {
            self.learn(known, mention);
            return known;
        }
        let listed = self.listed(&folded, &offices);
        let name = spaced(name);
        let entry = self.push(Entry {
            side: mention.side.or(listed.map(|person| person.side)),
            gender: listed.map_or(mention.gender, |person| person.gender),
            plural: false,
            words: words.clone(),
            offices,
            ..Entry::new(name, ActorKind::Person, index, mention)
        });
        *self.by_name.entry(folded) = entry;
        let mut parts: Vec<&String> = words.first().into_iter().chain(words.last()).collect();
        parts.dedup();
        for part in parts {
            self.by_part.entry(part.clone()).push(entry);
        }
        entry
    }

    /// The offices behind a name, with its title if rows have it so: "Pope Francis", "King Salman".
    fn offices(&self, mention: &Mention) -> Vec<HolderRow> {
        let tokens = mention.tokens.range().start..=mention.head_tokens.range().start;
        let end = mention.head.end();
        tokens
            .filter_map(|token| {
                let start = self.doc.tokens.get(token)?.span.start();
                let words = self.doc.words(Span::new(start, end));
                let name = spaced(words);
                Some(self.lists.holders.of(&fold(&name)))
            })
            .find(|offices| !offices.is_empty())
            .unwrap_or_default()
    }

    /// What the gazetteer knows of a person's name.
    fn listed(&self, folded: &str, offices: &[HolderRow]) -> Option<PersonRow> {
        self.lists.holders.person(folded, offices, self.date)
    }

    /// "Joe Biden" after "Joseph R. Biden" is left apart; "Luis Ortiz" after "Luis B. Ortiz" and the
    /// surname "Ortiz Vega" after "Luisa Ortiz Vega" are not.
    fn longer_name(&self, words: &[String]) -> Option<usize> {
        self.by_part.get(words.last()?)?.iter().copied().find(|entry| {
            self.entries.get(*entry).is_some_and(|entry| {
                let ends = (entry.words.first(), entry.words.last());
                ends == (words.first(), words.last()) || entry.words.ends_with(words)
            })
        })
    }

    /// The person that a single name word belongs to: the one called so before or nearest before,
    /// else the first to come. A surname in front ("Wang") counts like one at the end.
    fn carrier(&self, index: usize, part: &str, mention: &Mention) -> Option<usize> {
        let carriers = self.by_part.get(part)?;
        let fits = |entry: &&usize| {
            self.entries.get(**entry).is_some_and(|known| {
                known.gender == Gender::Unknown
                    || mention.gender == Gender::Unknown
                    || known.gender == mention.gender
                    || known.words.last().is_some_and(|last| last == part)
            })
        };
        let before = carriers
            .iter()
            .filter(fits)
            .filter(|entry| {
                self.entries.get(**entry).is_some_and(|known| known.first.index() < index)
            })
            .min_by_key(|entry| self.entries.get(**entry).map_or(0, |known| known.first.index()));
        before.or_else(|| carriers.iter().find(fits)).copied()
    }

    fn other(&mut self, index: usize, mention: &Mention, folded: String) -> usize {
        if let Some(known) = self.by_name.get(&folded) {
            return *known;
        }
        let kind = self.kinds.get(&folded).and_then(Votes::most).unwrap_or(ActorKind::Person);
        let is_person = kind == ActorKind::Person;
        let offices = if is_person { self.offices(mention) } else { Vec::new() };
        // "Zelensky" after "Volodymyr Zelenskiy".
        if let Some(known) = offices.first().and_then(|office| self.by_holder.get(office.name)) {
            return *known;
        }
        let listed = if is_person { self.listed(&folded, &offices) } else { None };
        let words = if is_person { vec![folded.clone()] } else { Vec::new() };
        let name = spaced(self.doc.words(mention.head));
        let entry = self.push(Entry {
            side: mention.side.or(listed.map(|person| person.side)),
            gender: listed.map_or(mention.gender, |person| person.gender),
            words,
            offices,
            ..Entry::new(name, kind, index, mention)
        });
        *self.by_name.entry(folded) = entry;
        entry
    }

    /// The one person named in this text who holds an office on the day of the text: "the US
    /// secretary of state", "the president". `None` if nobody fits, or more than one.
    pub(super) fn holder(&self, title: &str, side: Option<&str>, former: bool) -> Option<usize> {
        let holds = |office: &HolderRow| {
            let (lists, date) = (&self.lists.holders, self.date);
            // "the minister" of no state named may be anybody's.
            (side.is_some() || office.office == title)
                && lists.is_called(&[*office], (title, side.unwrap_or(office.side)), former, date)
        };
        let fits = |entry: &usize| {
            self.entries.get(*entry).is_some_and(|known| known.offices.iter().any(holds))
        };
        let mut fitting = self.by_holder.iter().map(|(_, entry)| *entry).filter(fits);
        let first = fitting.next();
        first.filter(|_| fitting.next().is_none())
    }

    /// The one person named in this text whose role ends with this title. `None` if there are more.
    pub(super) fn titled(&self, title: &str, fits: &dyn Fn(&Entry) -> bool) -> Option<usize> {
        let mut fitting = self.by_role.get(last_word(title))?.iter().filter(|entry| {
            self.entries.get(**entry).is_some_and(|known| {
                known.role.is_some_and(|role| fold(self.doc.words(role)).ends_with(title))
            })
        });
        let first = fitting.next().copied()?;
        let alone = fitting.next().is_none();
        (alone && self.entries.get(first).is_some_and(fits)).then_some(first)
    }

    /// The one body named with this head before a mention: "the Council". `None` if there are more.
    pub(super) fn headed(&self, head: &str, fits: &dyn Fn(&Entry) -> bool) -> Option<usize> {
        let fits = |entry: &&usize| self.entries.get(**entry).is_some_and(fits);
        let mut fitting = self.by_head.get(last_word(head))?.iter().filter(fits);
        let first = fitting.next().copied();
        first.filter(|_| fitting.next().is_none())
    }

    /// Takes note of the roles of all that were named, and of the heads of bodies.
    pub(super) fn note_roles(&mut self) {
        for (index, entry) in self.entries.iter().enumerate() {
            if let Some(role) = entry.role {
                let role = fold(self.doc.words(role));
                self.by_role.entry(last_word(&role).to_owned()).push(index);
            }
            if entry.kind == ActorKind::Body {
                let name = fold(&entry.name);
                let before = name.split_once(" of ").map_or("", |(before, _)| before);
                let (last, head) = (last_word(&name), last_word(before));
                self.by_head.entry(last.to_owned()).push(index);
                if !head.is_empty() && head != last {
                    self.by_head.entry(head.to_owned()).push(index);
                }
            }
        }
    }

    /// A description without a name ("US officials"), one actor for the same words.
    pub(super) fn described(&mut self, index: usize, mention: &Mention, key: String) -> usize {
        if let Some(known) = self.by_name.get(&key) {
            return *known;
        }
        let words = spaced(self.doc.words(mention.span));
        // "two governments", "both sides": the number belongs to the description.
        let before = mention.tokens.range().start.checked_sub(1).map(|at| self.doc.token(at));
        let name = match before {
            Some(
                number @ ("two" | "both" | "three" | "some" | "several" | "many" | "Two" | "Both"),
            ) => {
                format!("{} {words}", number.to_lowercase())
            }
            _ => words,
        };
        let kind = mention.entity.unwrap_or(ActorKind::Group);
        let entry = self.push(Entry {
            role: None,
            unnamed: true,
            ..Entry::new(name, kind, index, mention)
        });
        *self.by_name.entry(key) = entry;
        entry
    }

    /// Counts a name of an actor. A name in capitals only ("GENEVA" in a dateline) gives way to one
    /// that is written as usual.
    pub(super) fn count(&mut self, entry: Option<usize>, mention: &Mention) {
        if let Some(known) = entry.and_then(|entry| self.entries.get_mut(entry)) {
            known.names += 1;
            let words = self.doc.words(mention.head);
            if words.len() == known.name.len() && is_shouted(&known.name) && !is_shouted(words) {
                words.clone_into(&mut known.name);
            }
        }
    }

    /// What a later mention adds: role, side and gender, the first time they are given.
    fn learn(&mut self, entry: usize, mention: &Mention) {
        if let Some(known) = self.entries.get_mut(entry) {
            known.role = known.role.or(mention.role);
            // What the text says of a side goes before what the gazetteer says.
            known.side = mention.side.or(known.side);
            if known.gender == Gender::Unknown {
                known.gender = mention.gender;
            }
        }
    }

    fn push(&mut self, entry: Entry) -> usize {
        let index = self.entries.len();
        if let Some(office) = entry.offices.first() {
            self.by_holder.or_insert_with(office.name.to_owned(), || index);
        }
        self.entries.push(entry);
        index
    }
}
