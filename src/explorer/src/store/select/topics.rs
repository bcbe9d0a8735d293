//! Topic chips by group.

use super::filter::{counted, topic};
use super::people::{number, pieces};
use super::{Chip, ChipEvidence, ChipState, Group, Lean, TopicGroup, TopicView};
use crate::store::{Item, Known, State, TopicKey};
use readout_contract::change::Change;
use readout_contract::ids::{SentenceId, TopicId};
use readout_contract::report::{Report, Sign, Topic, TopicFound, TopicKind};
use readout_sorted::{Set, sort_by_key};

/// Chips of a group before "show more".
const FIRST: usize = 8;
/// Lean below this many hundredths is level.
const LEVEL: i32 = 25;

/// The groups that have chips, in fixed order.
pub fn topic_groups(state: &State) -> Vec<TopicGroup> {
    let Some(report) = state.report().filter(|_| state.known() >= Known::Topics) else {
        return Vec::new();
    };
    let context = Context::new(state, report);
    let mut digit = 0;
    [Group::Issues, Group::Places, Group::Organizations, Group::Events]
        .into_iter()
        .filter_map(|group| context.group(group, &mut digit))
        .collect()
}

/// The chip of one topic.
pub(super) fn chip(state: &State, report: &Report, id: TopicId) -> Option<Chip> {
    let topic = report.topics.topics.get(id.index())?;
    Some(Context::new(state, report).chip(id, topic))
}

/// A topic with all that its card shows; `None` when the text does not have it.
pub fn topic_view(state: &State, key: &TopicKey) -> Option<TopicView> {
    let report = state.report().filter(|_| state.known() >= Known::Topics)?;
    let topics = &report.topics.topics;
    let own = topic(report, key)?;
    let id = topics.iter().position(|topic| std::ptr::eq(topic, own)).map(TopicId::new)?;
    let mut found: Vec<(TopicFound, Vec<String>)> = Vec::new();
    for evidence in &own.evidence {
        let words = state.words(evidence.span).to_owned();
        match found.iter_mut().find(|(how, _)| *how == evidence.found) {
            Some((_, known)) if known.contains(&words) => {}
            Some((_, known)) => known.push(words),
            None => found.push((evidence.found, vec![words])),
        }
    }
    sort_by_key(&mut found, |(how, _)| *how);
    let others = topics.iter().filter(|topic| !std::ptr::eq(*topic, own));
    Some(TopicView {
        chip: chip(state, report, id)?,
        evidence: evidence(state, report, own),
        found,
        others: others
            .map(|topic| TopicKey { kind: topic.kind, label: topic.label.clone() })
            .collect(),
    })
}

/// Where a topic shows.
fn evidence(state: &State, report: &Report, topic: &Topic) -> Vec<ChipEvidence> {
    topic
        .sentences
        .iter()
        .filter_map(|&sentence| {
            let own = topic.evidence.iter().filter(|evidence| evidence.sentence == sentence);
            let spans: Vec<_> = own.clone().map(|evidence| evidence.span).collect();
            let matched: Set<String> = own.map(|evidence| evidence.matched.to_string()).collect();
            Some(ChipEvidence {
                sentence,
                number: number(report, sentence),
                pieces: pieces(state, report.words.sentences.get(sentence.index())?.span, &spans),
                matched: matched.to_vec(),
            })
        })
        .collect()
}

const fn group_of(kind: TopicKind) -> Group {
    match kind {
        TopicKind::Issue | TopicKind::Term => Group::Issues,
        TopicKind::Place => Group::Places,
        TopicKind::Organization => Group::Organizations,
        TopicKind::Event => Group::Events,
    }
}

/// What all chips need.
struct Context<'a> {
    state: &'a State,
    report: &'a Report,
    matching: Option<Set<SentenceId>>,
    /// Signs of strain and easing of each sentence.
    signs: Vec<(u32, u32)>,
}

impl<'a> Context<'a> {
    fn new(state: &'a State, report: &'a Report) -> Self {
        let mut signs = vec![(0, 0); report.words.sentences.len()];
        for signal in report.tension.signals.iter().filter(|signal| signal.weight > 0) {
            let Some(entry) = signs.get_mut(signal.sentence.index()) else { continue };
            match signal.sign {
                Sign::Strain => entry.0 += 1,
                Sign::Easing => entry.1 += 1,
            }
        }
        Self { state, report, matching: super::matching(state), signs }
    }

    fn group(&self, group: Group, digit: &mut u8) -> Option<TopicGroup> {
        let all: Vec<(TopicId, &Topic)> = self
            .report
            .topics
            .topics
            .iter()
            .enumerate()
            .map(|(index, topic)| (TopicId::new(index), topic))
            .filter(|(_, topic)| group_of(topic.kind) == group)
            .collect();
        let hidden = self.hidden(group);
        if all.is_empty() && hidden.is_empty() {
            return None;
        }
        let full = self.state.view.full_groups.contains(&group);
        let is_on = |topic: &Topic| {
            let key = TopicKey { kind: topic.kind, label: topic.label.clone() };
            self.state.filters.topics.contains(&key) || self.state.filters.without.contains(&key)
        };
        let mut first = 0;
        let mut chips = Vec::new();
        let mut left = 0;
        for (id, topic) in all {
            let shown = full || is_on(topic) || (topic.first_view && first < FIRST);
            first += usize::from(topic.first_view);
            if shown {
                let mut chip = self.chip(id, topic);
                *digit = digit.saturating_add(1);
                chip.digit = Some(*digit).filter(|digit| *digit <= 9);
                chips.push(chip);
            } else {
                left += 1;
            }
        }
        Some(TopicGroup { group, chips, more: left, full, hidden })
    }

    fn chip(&self, id: TopicId, topic: &Topic) -> Chip {
        let key = TopicKey { kind: topic.kind, label: topic.label.clone() };
        let sentences: Set<SentenceId> = topic.sentences.iter().copied().collect();
        let filters = &self.state.filters;
        let state = if filters.topics.contains(&key) {
            ChipState::On
        } else if filters.without.contains(&key) {
            ChipState::Without
        } else {
            ChipState::Off
        };
        let signs = sentences
            .iter()
            .filter_map(|id| self.signs.get(id.index()))
            .fold((0, 0), |all, own| (all.0 + own.0, all.1 + own.1));
        Chip {
            key,
            item: Item::Topic(id),
            state,
            total: sentences.len() as u32,
            matching: self.matching.as_ref().map(|set| {
                let mut both = sentences.clone();
                both.keep(set, true);
                counted(self.report, &both)
            }),
            lean: lean(topic.lean),
            signs,
            digit: None,
        }
    }

    /// What the reader hid from this group. Of what a link hides only the label is known.
    fn hidden(&self, group: Group) -> Vec<(String, usize)> {
        let group_of_label = |label: &str| {
            let known = self.state.view.hidden.iter().rev().find(|key| key.label == label);
            known.map_or(Group::Issues, |key| group_of(key.kind))
        };
        let changes = self.state.changes.done.iter().enumerate();
        changes
            .filter_map(|(index, change)| match change {
                Change::HideTopic(label) if group_of_label(label) == group => {
                    Some((label.clone(), index))
                }
                _ => None,
            })
            .collect()
    }
}

/// The lean of a sum of weights, in hundredths; strain is positive.
pub(super) const fn lean(sum: i32) -> Lean {
    if sum >= LEVEL {
        Lean::Strain
    } else if sum <= -LEVEL {
        Lean::Easing
    } else {
        Lean::Level
    }
}
