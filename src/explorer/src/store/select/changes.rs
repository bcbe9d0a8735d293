//! The reader's changes as a list.

use super::ChangeLine;
use crate::store::{Analysis, State};
use readout_contract::change::{Change, SpeakerChoice};

/// The changes in force, oldest first.
pub fn change_lines(state: &State) -> Vec<ChangeLine> {
    let outcomes = match &state.analysis {
        Analysis::Ready(report) => report.changes.as_slice(),
        _ => &[],
    };
    let changes = state.changes.done.iter().enumerate();
    changes
        .map(|(index, change)| {
            let (key, what, to) = parts(change);
            ChangeLine {
                index,
                key,
                what: what.to_owned(),
                to,
                outcome: outcomes.get(index).copied(),
                by_sender: index < state.changes.from_sender,
            }
        })
        .collect()
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
        Change::MergeActors { keep, merge } => ("change-merge", merge, Some(keep.clone())),
    }
}

fn who(speaker: &SpeakerChoice) -> String {
    match speaker {
        SpeakerChoice::Actor(name) | SpeakerChoice::Typed(name) => name.clone(),
        SpeakerChoice::Unclear => String::new(),
    }
}
