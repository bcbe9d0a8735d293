//! The reader's changes that concern topics, applied in the order in which they were made: each
//! sees the labels that those before it left.

use super::typed::Typed;
use super::{Line, topic};
use crate::document::Document;
use crate::lexicons::Lexicons;
use crate::tokens::fold;
use readout_contract::change::{Change, ChangeOutcome};
use readout_contract::report::{Topic, TopicEvidence, TopicKind};
use readout_sorted::{distinct, sort_by_key};

/// Weight of a place that the reader's words show: that of a phrase of an issue.
const SALIENCE: u32 = 12;

pub(super) fn apply(
    doc: &Document,
    lines: &[Line<'_>],
    lexicons: &Lexicons,
    topics: &mut Vec<Topic>,
    changes: &[Change],
    outcomes: &mut [ChangeOutcome],
) {
    for (change, outcome) in changes.iter().zip(outcomes) {
        let done = match change {
            Change::HideTopic(label) => take(topics, label).is_some(),
            Change::RenameTopic { from, to } => rename(topics, from, to.trim()),
            Change::MergeTopics { keep, merge } => join(topics, keep, merge),
            Change::AddTopicWords { topic, words } => {
                let found = Typed::new(words, lexicons).evidence(doc, lines);
                !found.is_empty()
                    && position(topics, topic).is_some_and(|at| add(topics, at, found))
            }
            Change::AddIssue { label, words } => {
                let found = Typed::new(words, lexicons).evidence(doc, lines);
                own_issue(topics, label.trim(), found)
            }
            _ => continue,
        };
        if done {
            *outcome = ChangeOutcome::Applied;
        }
    }
}

fn position(topics: &[Topic], label: &str) -> Option<usize> {
    topics.iter().position(|topic| topic.label == label)
}

/// The topic that a reader would take for one of this label.
fn like(topics: &[Topic], label: &str) -> Option<usize> {
    topics.iter().position(|topic| fold(&topic.label) == fold(label))
}

fn take(topics: &mut Vec<Topic>, label: &str) -> Option<Topic> {
    position(topics, label).map(|at| topics.remove(at))
}

/// A label that another topic has already makes one of the two.
fn rename(topics: &mut Vec<Topic>, from: &str, to: &str) -> bool {
    let Some(at) = position(topics, from).filter(|_| !to.is_empty()) else { return false };
    let taken = like(topics, to).filter(|other| *other != at);
    if let Some(other) = taken.and_then(|other| topics.get(other)).map(|one| one.label.clone()) {
        return join(topics, &other, from);
    }
    if let Some(topic) = topics.get_mut(at) {
        to.clone_into(&mut topic.label);
    }
    true
}

fn join(topics: &mut Vec<Topic>, keep: &str, merge: &str) -> bool {
    if keep == merge || position(topics, keep).is_none() {
        return false;
    }
    let Some(gone) = take(topics, merge) else { return false };
    let Some(kept) = position(topics, keep).and_then(|at| topics.get_mut(at)) else { return false };
    kept.salience = kept.salience.saturating_add(gone.salience);
    kept.first_view |= gone.first_view;
    show(kept, gone.evidence);
    true
}

fn add(topics: &mut [Topic], at: usize, found: Vec<TopicEvidence>) -> bool {
    let Some(topic) = topics.get_mut(at) else { return false };
    topic.salience = topic.salience.saturating_add(found.len() as u32 * SALIENCE);
    topic.first_view = true;
    show(topic, found);
    true
}

/// More places of a topic. One place is shown once, by what showed it first.
fn show(topic: &mut Topic, evidence: Vec<TopicEvidence>) {
    topic.evidence.extend(evidence);
    sort_by_key(&mut topic.evidence, |found| (found.span.start(), found.span.end(), found.found));
    topic.evidence.dedup_by_key(|found| found.span);
    topic.sentences = distinct(topic.evidence.iter().map(|found| found.sentence));
}

/// An issue that the list has too gets these words; another is made.
fn own_issue(topics: &mut Vec<Topic>, label: &str, found: Vec<TopicEvidence>) -> bool {
    if label.is_empty() || found.is_empty() {
        return false;
    }
    if let Some(at) = like(topics, label) {
        return add(topics, at, found);
    }
    let salience = found.len() as u32 * SALIENCE;
    topics.extend(topic(label.to_owned(), TopicKind::Issue, found, salience));
    true
}
