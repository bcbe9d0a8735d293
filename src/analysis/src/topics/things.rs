//! Things: places, organizations and events, one topic each, whatever they are called.

use super::{Line, topic};
use crate::actors::People;
use crate::document::Document;
use readout_contract::ids::ActorId;
use readout_contract::report::{
    ActorKind, MentionKind, Topic, TopicEvidence, TopicFound, TopicKind,
};
use readout_sorted::set;
use std::borrow::Cow;
use std::collections::BTreeMap;

pub(super) fn find(doc: &Document, people: &People, lines: &[Line<'_>]) -> Vec<Topic> {
    let read = set(lines.iter().map(|line| line.id.0));
    let leads = set(lines.iter().filter(|line| line.leads).map(|line| line.id.0));
    let mut evidence: BTreeMap<ActorId, Vec<TopicEvidence>> = BTreeMap::new();
    for mention in &people.mentions {
        let Some(actor) = mention.actor else { continue };
        let how = match mention.kind {
            MentionKind::Name => TopicFound::Name,
            MentionKind::Demonym => TopicFound::Demonym,
            MentionKind::Metonym => TopicFound::Metonym,
            MentionKind::Noun | MentionKind::Pronoun => continue,
        };
        let sentence = doc.sentence_at(mention.span.start()) as u32;
        if read.contains(&sentence) {
            evidence.entry(actor).or_default().push(TopicEvidence {
                span: mention.head,
                sentence: readout_contract::ids::SentenceId(sentence),
                matched: Cow::Owned(doc.words(mention.head).to_lowercase()),
                found: how,
            });
        }
    }
    evidence
        .into_iter()
        .filter_map(|(id, found)| {
            let actor = people.actors.get(id.index())?;
            if actor.unnamed {
                return None;
            }
            let kind = match actor.kind {
                ActorKind::State | ActorKind::Place => TopicKind::Place,
                ActorKind::Body => TopicKind::Organization,
                ActorKind::Event => TopicKind::Event,
                ActorKind::Person | ActorKind::Group | ActorKind::Document => return None,
            };
            let in_lead = found.iter().any(|one| leads.contains(&one.sentence.0));
            let salience = found.len() as u32 * if in_lead { 2 } else { 1 };
            let mut topic = topic(actor.name.clone(), kind, found, salience)?;
            topic.actor = Some(id);
            // Words that the text uses once come under "more".
            topic.first_view = topic.sentences.len() > 1 || in_lead;
            Some(topic)
        })
        .collect()
}
