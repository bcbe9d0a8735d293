//! The features of the candidates of a pronoun.

use super::features::{At, count, feature};
use super::role::{self, Role};
use super::{Candidate, Class, Discourse, Form, is_source, slot};
use crate::actors::entry::Entry;
use crate::actors::known::Known;
use crate::document::{Document, Relation, Upos};
use crate::mentions::{Gender, Mention};
use crate::tokens::fold;
use readout_contract::report::MentionKind;
use readout_text::Span;

/// Tokens before a pronoun that are searched for a noun that nobody's mention holds.
const TOKENS_BACK: usize = 40;

/// The pronoun at hand.
struct Pronoun<'p> {
    index: usize,
    mention: &'p Mention,
    token: usize,
    sentence: usize,
    role: Role,
    form: Form,
    /// Whether words are attributed to it.
    speaks: bool,
}

impl Discourse<'_> {
    /// Describes all candidates, and nobody.
    /// Says whether somebody is meant for sure: words are
    /// attributed to the pronoun, or only one person is near, and of the right sex.
    pub(super) fn describe(&mut self, index: usize, mention: &Mention, known: &Known<'_>) -> bool {
        let doc = self.doc;
        let token = mention.head_tokens.start as usize;
        let (role, _) = role::of(doc, token);
        let form = Form::of(doc, mention, role);
        let sentence = doc.sentence_at(mention.span.start());
        let speaks = is_source(&self.sources, mention.span);
        let pronoun = Pronoun { index, mention, token, sentence, role, form, speaks };
        let mut described = std::mem::take(&mut self.described);
        described.clear();
        for (rank, candidate) in self.candidates.iter().enumerate() {
            let Some(entry) = known.entries.get(candidate.entry) else { continue };
            let rivals = self.candidates.len() - 1;
            let mut add = |at, first, second| described.add(feature(at, first, second));
            add(At::Rank, rank, form as usize);
            add(At::Rivals, rivals, rank);
            self.place(&pronoun, candidate, &mut add);
            self.person(&pronoun, candidate, entry, &mut add);
            described.next();
        }
        self.nobody(&pronoun, &mut |sign| {
            described.add_to_nobody(feature(At::Nobody, sign, form as usize));
        });
        self.described = described;
        speaks || self.is_only_one(&pronoun, known)
    }

    /// What the places of pronoun and candidate say.
    fn place(
        &self,
        pronoun: &Pronoun<'_>,
        candidate: &Candidate,
        add: &mut impl FnMut(At, usize, usize),
    ) {
        let doc = self.doc;
        let (Some(found), Some(seen)) =
            (doc.mentions.get(candidate.mention), self.seen.get(candidate.entry))
        else {
            return;
        };
        let form = pronoun.form as usize;
        let sentence = doc.sentence_at(found.span.start());
        let sentences = pronoun.sentence.saturating_sub(sentence);
        let near = sentences.min(2);
        add(At::Distance, if candidate.after { 6 } else { sentences.min(5) }, form);
        let head = role::head_of(doc, found.tokens);
        let (role, joined) = role::of(doc, head);
        add(At::Role, role as usize, near);
        let subject = |role| matches!(role, Role::Subject | Role::Passive);
        let parallel = role == pronoun.role || (subject(role) && subject(pronoun.role));
        add(At::Parallel, usize::from(parallel), form);
        add(At::Coordinated, usize::from(joined), 0);
        let kind = match found.kind {
            MentionKind::Name => 0,
            MentionKind::Metonym => 1,
            MentionKind::Demonym => 2,
            MentionKind::Noun => 3,
            MentionKind::Pronoun => 4,
        };
        add(At::Kind, kind, near);
        let role_in = |wanted: usize| {
            let both = [seen.here, seen.before];
            let found = both.iter().find(|(at, _)| *at == wanted && seen.count > 0);
            found.map_or(Role::None, |(_, role)| *role) as usize
        };
        add(At::RoleHere, role_in(pronoun.sentence), form);
        add(At::RoleBefore, role_in(pronoun.sentence.wrapping_sub(1)), form);
        if sentences == 0 {
            let command = role::command(doc, head, pronoun.token);
            add(At::Command, command as usize, form);
        }
        let paragraph = |at: usize| doc.sentence_paragraphs.get(at).map_or(0, |id| id.index());
        let paragraphs = paragraph(pronoun.sentence).saturating_sub(paragraph(sentence));
        add(At::Paragraph, paragraphs, form);
        let before = candidate.mention.checked_sub(1).and_then(|at| doc.mentions.get(at));
        let first = before.is_none_or(|before| doc.sentence_at(before.span.start()) != sentence);
        add(At::First, usize::from(first), near);
        for (at, words) in [(At::Quoted, &self.quoted), (At::Reported, &self.reported)] {
            let (own, other) = (said_at(words, pronoun.mention.span), said_at(words, found.span));
            let inside = match (own, other) {
                (None, None) => 0,
                (Some(_), None) => 1,
                (None, Some(_)) => 2,
                (Some(own), Some(other)) if own.0 == other.0 => 3,
                (Some(_), Some(_)) => 4,
            };
            let speaker = own.is_some_and(|(_, speaker)| speaker == Some(candidate.entry));
            add(at, inside, usize::from(speaker));
        }
        let speaking = usize::from(pronoun.speaks) + 2 * usize::from(seen.speaks);
        let before = match self.last_speaker {
            Some(entry) if entry == candidate.entry => 2,
            _ => usize::from(seen.spoke),
        };
        add(At::Speaking, speaking, before);
        let previous = self.previous.get(slot(pronoun.mention)).copied().flatten();
        match previous {
            Some((at, entry)) => add(
                At::Follows,
                usize::from(entry == candidate.entry),
                pronoun.sentence.saturating_sub(at),
            ),
            None => add(At::Follows, 2, 0),
        }
    }

    /// What is known of the candidate.
    fn person(
        &self,
        pronoun: &Pronoun<'_>,
        candidate: &Candidate,
        entry: &Entry,
        add: &mut impl FnMut(At, usize, usize),
    ) {
        let Some(seen) = self.seen.get(candidate.entry) else { return };
        let near = usize::from(pronoun.sentence.saturating_sub(seen.sentence) < 2);
        add(At::Count, count(seen.count), 0);
        add(At::Names, count(entry.names), 0);
        let main = match self.main {
            [Some(first), _] if first == candidate.entry => 2,
            [_, Some(second)] if second == candidate.entry => 1,
            _ => 0,
        };
        add(At::Main, main, 1 - near);
        let (for_, against) = match pronoun.mention.gender {
            Gender::He => (seen.he, seen.she),
            Gender::She => (seen.she, seen.he),
            Gender::Unknown => (0, seen.he + seen.she),
        };
        let gender = match () {
            () if entry.gender != Gender::Unknown => 1,
            () if against > for_ => 3,
            () if for_ > 0 => 2,
            () => 0,
        };
        add(At::Gender, gender, 0);
        let first = self.doc.mentions.get(entry.first.index());
        let before = first.and_then(|first| first.tokens.range().start.checked_sub(1));
        let determined = before.is_some_and(|at| {
            self.doc.syntax.get(at).is_some_and(|word| word.relation == Relation::Det)
        });
        add(At::Entity, entry.kind as usize, usize::from(determined));
        let evidence = match first.map_or("", |first| first.rule) {
            "given-name" => 0,
            "title-name" => 1,
            "name-role" => 2,
            "listed-person" | "state" | "listed-body" | "listed-place" => 3,
            rule if rule.starts_with("learned") => 4,
            "capital" | "capitals" | "weak-name" => 5,
            _ => 6,
        };
        add(At::Evidence, evidence, usize::from(entry.role.is_some()));
        add(At::Words, entry.word_count(), near);
        add(At::Heading, usize::from(entry.first.index() < 2), 0);
        if pronoun.mention.gender != Gender::Unknown && entry.gender == Gender::Unknown {
            let ending = match entry.given().bytes().last() {
                Some(b'a') => 0,
                Some(b'e' | b'i' | b'o' | b'u' | b'y') => 1,
                _ => 2,
            };
            add(At::Ending, ending, pronoun.mention.gender as usize);
        }
    }

    /// Whether a single candidate is left, in the same sentence or the one before, whose sex is that
    /// of the pronoun.
    fn is_only_one(&self, pronoun: &Pronoun<'_>, known: &Known<'_>) -> bool {
        let [candidate] = &*self.candidates else { return false };
        let gender = known.entries.get(candidate.entry).map_or(Gender::Unknown, |one| one.gender);
        let found = self.doc.mentions.get(candidate.mention);
        let sentence = found.map_or(0, |found| self.doc.sentence_at(found.span.start()));
        gender != Gender::Unknown
            && gender == pronoun.mention.gender
            && !candidate.after
            && sentence + 1 >= pronoun.sentence
    }

    /// What speaks for nobody among the candidates.
    fn nobody(&self, pronoun: &Pronoun<'_>, add: &mut dyn FnMut(usize)) {
        let doc = self.doc;
        add(0);
        let from = pronoun.token.saturating_sub(TOKENS_BACK);
        let mut distance = None;
        let mut subject = false;
        for token in (from..pronoun.token).rev() {
            let Some(word) = doc.syntax.get(token) else { continue };
            if word.upos != Upos::Noun || holds(doc, pronoun.index, token) {
                continue;
            }
            let plural = fold(doc.token(token)).ends_with('s');
            if plural != (Class::of(pronoun.mention) == Class::Group) {
                continue;
            }
            distance = distance.or(Some(pronoun.token - token));
            if word.relation == Relation::Nsubj {
                subject = true;
                break;
            }
        }
        if subject {
            add(1);
        }
        if distance.is_some_and(|distance| distance < 12) {
            add(2);
        }
        if self.candidates.iter().all(|one| one.after || one.mention + 12 < pronoun.index) {
            add(3);
        }
        if doc.syntax.get(pronoun.token).is_some_and(|word| word.relation == Relation::Expl) {
            add(4);
        }
        if self.candidates.len() == 1 {
            add(5);
        }
    }
}

/// The stretch of said words around a mention, and who says them.
fn said_at(words: &[(Span, Option<usize>)], mention: Span) -> Option<(Span, Option<usize>)> {
    let after = words.partition_point(|(said, _)| said.start() <= mention.start());
    let found = after.checked_sub(1).and_then(|at| words.get(at))?;
    (found.0.end() >= mention.end()).then_some(*found)
}

/// Whether one of the last mentions holds a token.
fn holds(doc: &Document, index: usize, token: usize) -> bool {
    doc.mentions
        .get(index.saturating_sub(24)..index)
        .unwrap_or_default()
        .iter()
        .any(|mention| mention.tokens.contains(token))
}
