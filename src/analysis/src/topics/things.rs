//! Things: places, organizations and events, one topic each, whatever they are called.

use super::lists::Lists;
use super::{Line, Title, topic};
use crate::actors::People;
use crate::document::{Document, Relation};
use crate::mentions::Mention;
use crate::tension::FoundSignal;
use crate::tokens::fold;
use readout_contract::ids::{ActorId, SentenceId};
use readout_contract::report::{
    Actor, ActorKind, MentionKind, Topic, TopicEvidence, TopicFound, TopicKind,
};
use readout_sorted::distinct;
use std::borrow::Cow;

/// What one thing adds up to.
#[derive(Clone, Default)]
struct Found {
    evidence: Vec<TopicEvidence>,
    leads: bool,
    /// Named in the lead or a heading as one that acts, is acted on or is where it happens.
    stands_out: bool,
}

pub(super) fn find(
    doc: &Document,
    people: &People,
    lines: &[Line<'_>],
    title: &Title,
    signals: &[FoundSignal],
    lists: &Lists,
) -> Vec<Topic> {
    let mut things = vec![Found::default(); people.actors.len()];
    for (mention, known) in doc.mentions.iter().zip(&people.mentions) {
        let Some(actor) = known.actor else { continue };
        let how = match known.kind {
            MentionKind::Name => TopicFound::Name,
            MentionKind::Demonym => TopicFound::Demonym,
            MentionKind::Metonym => TopicFound::Metonym,
            MentionKind::Noun | MentionKind::Pronoun => continue,
        };
        let sentence = SentenceId::new(doc.sentence_at(known.span.start()));
        let at = lines.partition_point(|line| line.id < sentence);
        let Some(line) = lines.get(at).filter(|line| line.id == sentence) else { continue };
        let Some(thing) = things.get_mut(actor.index()) else { continue };
        let matched = fold(doc.words(known.head)).into_owned();
        thing.leads |= line.leads;
        thing.stands_out |=
            line.heading || (line.leads && takes_part(doc, mention)) || title.has(&matched);
        thing.evidence.push(TopicEvidence {
            span: known.head,
            sentence,
            matched: Cow::Owned(matched),
            found: how,
        });
    }
    let parties = signals.iter().filter(|signal| signal.weight > 0 && !signal.inferred);
    let parties = distinct(parties.flat_map(|signal| [signal.source, signal.target]).flatten());
    things
        .into_iter()
        .zip(&people.actors)
        .enumerate()
        .filter_map(|(index, (found, actor))| {
            let id = ActorId::new(index);
            let kind = kind(actor)?;
            if is_no_name(actor, &found, lists) {
                return None;
            }
            let salience = found.evidence.len() as u32 * if found.leads { 2 } else { 1 };
            let stands_out =
                found.stands_out || found.is_introduced() || parties.binary_search(&id).is_ok();
            let mut topic = topic(actor.name.clone(), kind, found.evidence, salience)?;
            topic.actor = Some(id);
            // Words that the text uses once come under "more".
            topic.first_view = topic.sentences.len() > 1 || stands_out;
            Some(topic)
        })
        .collect()
}

impl Found {
    /// Whether it is given two names, as what the text goes on about is: "… Partnership (CPTPP)".
    fn is_introduced(&self) -> bool {
        let names = self.evidence.iter().filter(|one| one.found == TopicFound::Name);
        let mut names = names.map(|one| &*one.matched);
        names.next().is_some_and(|first| names.any(|name| name != first))
    }
}

fn kind(actor: &Actor) -> Option<TopicKind> {
    match actor.kind {
        _ if actor.unnamed => None,
        ActorKind::State | ActorKind::Place => Some(TopicKind::Place),
        ActorKind::Body => Some(TopicKind::Organization),
        ActorKind::Event => Some(TopicKind::Event),
        ActorKind::Person | ActorKind::Group | ActorKind::Document => None,
    }
}

/// A bare adjective ("Chinese") or a piece of a name ("North", "Fund").
fn is_no_name(actor: &Actor, found: &Found, lists: &Lists) -> bool {
    let label = fold(&actor.name);
    let is_adjective =
        found.evidence.iter().all(|one| one.found == TopicFound::Demonym && *one.matched == *label);
    is_adjective || lists.is_noise(&label)
}

/// Whether a mention is a clause's subject, object or place, and not a part of another phrase.
fn takes_part(doc: &Document, mention: &Mention) -> bool {
    let inside = mention.head_tokens;
    let top = inside.range().find_map(|token| {
        let word = doc.syntax.get(token)?;
        let outside = word.head.is_none_or(|head| !inside.contains(head as usize));
        outside.then_some(*word)
    });
    top.is_some_and(|word| {
        matches!(
            word.relation,
            Relation::Nsubj | Relation::Obj | Relation::Iobj | Relation::Obl | Relation::Root
        )
    })
}
