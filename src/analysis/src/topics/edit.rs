//! The reader's changes that concern topics.

use readout_contract::change::{Change, ChangeOutcome};
use readout_contract::report::Topic;

pub(super) fn apply(topics: &mut Vec<Topic>, changes: &[Change], outcomes: &mut [ChangeOutcome]) {
    for (change, outcome) in changes.iter().zip(outcomes) {
        match change {
            Change::HideTopic(label) => {
                let before = topics.len();
                topics.retain(|topic| topic.label != *label);
                if topics.len() < before {
                    *outcome = ChangeOutcome::Applied;
                }
            }
            Change::RenameTopic { from, to } => {
                for topic in topics.iter_mut().filter(|topic| topic.label == *from) {
                    topic.label.clone_from(to);
                    *outcome = ChangeOutcome::Applied;
                }
            }
            _ => {}
        }
    }
}
