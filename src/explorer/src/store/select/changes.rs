//! The reader's changes as a list.

use super::people::name;
use super::{ChangeLine, Moved};
use crate::store::reduce::groups;
use crate::store::{Analysis, State};
use readout_contract::change::{Change, ChangeOutcome, SpeakerChoice};
use readout_contract::report::{AttributionKind, Report};
use std::ops::Range;

/// The changes in force, oldest first.
pub fn change_lines(state: &State) -> Vec<ChangeLine> {
    let outcomes = match &state.analysis {
        Analysis::Ready(report) => report.changes.as_slice(),
        _ => &[],
    };
    let line = |group: Range<usize>| {
        let (key, what, to) = match state.changes.done.get(group.clone())? {
            [Change::NotQuote { .. }, Change::Quote { at, .. }, ..] => {
                ("change-edges", at.words.as_str(), None)
            }
            [change, ..] => parts(change),
            [] => return None,
        };
        let outcomes = outcomes.get(group.clone());
        // Where one record lost its place, the change as a whole is not in force.
        let outcome = outcomes.and_then(|outcomes| {
            let lost = outcomes.iter().find(|outcome| **outcome == ChangeOutcome::LostItsPlace);
            lost.or(outcomes.first()).copied()
        });
        Some(ChangeLine {
            index: group.start,
            key,
            what: what.to_owned(),
            to,
            outcome,
            by_sender: group.start < state.changes.from_sender,
        })
    };
    groups(&state.changes.done).into_iter().filter_map(line).collect()
}

/// What the last change of the reader moved; `None` while it is read, and before there is one.
pub fn moved(state: &State) -> Option<Moved> {
    let before = state.before.as_ref()?;
    let Analysis::Ready(after) = &state.analysis else { return None };
    let (old, new) = (quotes_by_name(before), quotes_by_name(after));
    let count = |list: &[(String, u32)], name: &str| {
        list.iter().find(|(known, _)| known == name).map_or(0, |(_, n)| *n)
    };
    let gone = old.iter().filter(|(name, _)| !new.iter().any(|(known, _)| known == name));
    let speakers = new
        .iter()
        .chain(gone)
        .map(|(name, _)| (name.clone(), count(&old, name), count(&new, name)))
        .filter(|(_, old, new)| old != new)
        .collect();
    let value = |report: &Report| report.tension.reading.value;
    Some(Moved { speakers, value: (value(before), value(after)) })
}

/// Quotes of each speaker, likely ones too.
fn quotes_by_name(report: &Report) -> Vec<(String, u32)> {
    let mut counts: Vec<(String, u32)> = Vec::new();
    for quote in &report.attributions.attributions {
        if quote.kind == AttributionKind::Mentioned {
            continue;
        }
        let name = name(report, quote.speaker);
        match counts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, n)) => *n += 1,
            None => counts.push((name, 1)),
        }
    }
    counts
}

fn parts(change: &Change) -> (&'static str, &str, Option<String>) {
    match change {
        Change::LeaveOutSignal { at } => ("change-leave-out", &at.words, None),
        Change::FlipSignal { at } => ("change-flip", &at.words, None),
        Change::Speaker { at, speaker } => ("change-speaker", &at.words, Some(who(speaker))),
        Change::NotQuote { at } => ("change-not-quote", &at.words, None),
        Change::Quote { at, speaker } => ("change-quote", &at.words, Some(who(speaker))),
        Change::HideTopic(label) => ("change-hide-topic", label, None),
        Change::RenameTopic { from, to } => ("change-rename-topic", from, Some(to.clone())),
        Change::MergeActors { keep, merge } | Change::MergeTopics { keep, merge } => {
            ("change-merge", merge, Some(keep.clone()))
        }
        Change::AddTopicWords { topic, words } => ("change-add-words", words, Some(topic.clone())),
        Change::AddIssue { label, words } => ("change-add-issue", words, Some(label.clone())),
    }
}

fn who(speaker: &SpeakerChoice) -> String {
    match speaker {
        SpeakerChoice::Actor(name) | SpeakerChoice::Typed(name) => name.clone(),
        SpeakerChoice::Unclear => String::new(),
    }
}
