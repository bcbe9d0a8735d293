//! Events that a text names by their kind and place: "war in Ukraine", "the invasion of Ukraine",
//! "Ukraine war". One event is one topic; "the war" is its evidence where the text has one war only.

use super::lists::Lists;
use super::names::Named;
use super::{Labels, Line, cover, topic};
use crate::document::{Document, Relation};
use crate::tokens::spaced;
use readout_contract::ids::ActorId;
use readout_contract::report::{Topic, TopicEvidence, TopicFound, TopicKind};
use readout_sorted::Map;
use std::borrow::Cow;

/// Words between the noun and the place at most: "war in eastern Ukraine".
const BETWEEN: usize = 3;

#[derive(Default)]
struct Event {
    labels: Labels,
    evidence: Vec<TopicEvidence>,
    leads: bool,
}

pub(super) fn find(
    doc: &Document,
    lines: &[Line<'_>],
    named: &[Named],
    lists: &Lists,
) -> Vec<Topic> {
    let mut events: Map<(&'static str, ActorId), Event> = Map::default();
    let mut bare: Vec<(&'static str, &Line<'_>, usize)> = Vec::new();
    for line in lines {
        for (at, (word, token)) in line.words.iter().enumerate() {
            let Some(row) = lists.events.get(word).and_then(|found| found.first()) else {
                continue;
            };
            if named.get(*token).is_some_and(|named| named.last.is_some()) {
                continue;
            }
            if let Some((first, last, place)) = with_place(doc, line, named, at) {
                let event = events.entry((row.class, place));
                let span = cover(doc, first, last);
                let label = spaced(doc.words(span));
                event.labels.add(&label);
                event.leads |= line.leads;
                event.evidence.push(TopicEvidence {
                    span,
                    sentence: line.id,
                    matched: Cow::Owned(label),
                    found: TopicFound::Term,
                });
            } else if at
                .checked_sub(1)
                .and_then(|before| line.words.get(before))
                .is_some_and(|before| before.0 == "the")
            {
                bare.push((row.class, line, *token));
            }
        }
    }
    for (class, line, token) in bare {
        let mut of_class = events.iter_mut().filter(|((known, _), _)| *known == class);
        if let (Some((_, event)), None) = (of_class.next(), of_class.next()) {
            event.leads |= line.leads;
            event.evidence.push(TopicEvidence {
                span: cover(doc, token, token),
                sentence: line.id,
                matched: Cow::Owned(doc.token(token).to_lowercase()),
                found: TopicFound::Term,
            });
        }
    }
    events.into_sorted().into_iter().filter_map(|(_, event)| shown(event)).collect()
}

fn shown(event: Event) -> Option<Topic> {
    let label = event.labels.most()?;
    let salience = event.evidence.len() as u32 * if event.leads { 2 } else { 1 };
    let mut topic = topic(label, TopicKind::Event, event.evidence, salience)?;
    topic.first_view = topic.sentences.len() > 1 || event.leads;
    Some(topic)
}

/// First and last token of the noun with its place, and the place.
fn with_place(
    doc: &Document,
    line: &Line<'_>,
    named: &[Named],
    at: usize,
) -> Option<(usize, usize, ActorId)> {
    let token = |at: usize| line.words.get(at).map(|word| word.1);
    let place = |at: usize| named.get(token(at)?)?.place;
    let noun = token(at)?;
    if line.words.get(at + 1).is_some_and(|next| matches!(&*next.0, "in" | "of" | "on" | "against"))
    {
        let found = (at + 2..at + 2 + BETWEEN).find_map(|at| Some((at, place(at)?)));
        if let Some((_, id)) = found {
            let between = (at + 2..).take_while(|at| place(*at).is_none()).take(BETWEEN);
            let modifies = |at: usize| {
                token(at).and_then(|token| doc.syntax.get(token)).is_some_and(|word| {
                    matches!(word.relation, Relation::Amod | Relation::Det | Relation::Compound)
                })
            };
            let first = found.map_or(at, |found| found.0);
            if between.clone().all(modifies) && is_name_there(doc, token(first)?) {
                let last =
                    (first..line.words.len()).take_while(|at| place(*at) == Some(id)).last()?;
                return Some((noun, token(last)?, id));
            }
        }
    }
    // "Ukraine war", "Syrian civil war".
    let before = (at.saturating_sub(2)..at).rev().find_map(|at| Some((at, place(at)?)));
    let (first, id) = before?;
    let word = doc.syntax.get(token(first)?)?;
    let modifies = matches!(word.relation, Relation::Compound | Relation::Amod)
        && word.head == u32::try_from(noun).ok();
    let start = (0..=first).rev().take_while(|at| place(*at) == Some(id)).last()?;
    modifies.then_some((token(start)?, noun, id))
}

/// Whether a place is named and not a demonym that goes on: "war in Iraqi cities".
fn is_name_there(doc: &Document, token: usize) -> bool {
    doc.syntax
        .get(token)
        .is_some_and(|word| !matches!(word.relation, Relation::Amod | Relation::Compound))
}
