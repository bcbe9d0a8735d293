//! Key phrases, best first, and the topic chips with the places that show them.
//!
//! Key phrases are words of the text: labels of terms, places, organizations and events, and what
//! shows an issue most often instead of the issue's label.

use super::place::{Doc, Place};
use readout_contract::report::{Topic, TopicKind};
use readout_export::topic_kind_name;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

#[derive(Serialize)]
pub(super) struct Topics<'a> {
    keyphrases: Vec<String>,
    chips: Vec<Chip<'a>>,
}

#[derive(Serialize)]
struct Chip<'a> {
    label: &'a str,
    kind: &'static str,
    spans: Vec<Place>,
}

pub(super) fn of<'a>(doc: &Doc<'a>) -> Topics<'a> {
    let topics = &doc.report.topics.topics;
    let chips = topics
        .iter()
        .map(|topic| Chip {
            label: &topic.label,
            kind: topic_kind_name(topic.kind),
            spans: topic.evidence.iter().map(|one| doc.place(one.span)).collect(),
        })
        .collect();
    let mut ranked: Vec<&Topic> = topics.iter().collect();
    ranked.sort_by_key(|topic| (!topic.first_view, Reverse(topic.salience)));
    let mut keyphrases: Vec<String> = Vec::new();
    for topic in ranked {
        let phrase = match topic.kind {
            TopicKind::Issue => words_of(doc, topic),
            _ => Some(topic.label.clone()),
        };
        if let Some(phrase) = phrase
            && !keyphrases.iter().any(|other| other.eq_ignore_ascii_case(&phrase))
        {
            keyphrases.push(phrase);
        }
    }
    Topics { keyphrases, chips }
}

/// The words that show a topic most often, the first among equals.
fn words_of(doc: &Doc<'_>, topic: &Topic) -> Option<String> {
    let mut counts: BTreeMap<String, (usize, Reverse<u32>)> = BTreeMap::new();
    for evidence in &topic.evidence {
        let words = doc.text.slice(evidence.span).to_lowercase();
        counts.entry(words).or_insert((0, Reverse(evidence.span.start()))).0 += 1;
    }
    counts.into_iter().max_by_key(|(_, rank)| *rank).map(|(words, _)| words)
}
