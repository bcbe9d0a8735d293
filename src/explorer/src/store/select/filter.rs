//! Which sentences match the filters.

use super::AnyAll;
use crate::store::{Filters, Known, Match, State, TopicKey};
use readout_contract::ids::{AttributionId, SentenceId};
use readout_contract::report::{Attribution, AttributionKind, Report, Topic};
use std::collections::BTreeSet;

/// Sentences that match; `None` when nothing is filtered.
pub fn matching(state: &State) -> Option<BTreeSet<SentenceId>> {
    let report = state.report()?;
    (!state.filters.is_empty() && state.known() >= Known::Attributions)
        .then(|| matching_with(report, &state.filters))
}

/// Counts under "any" and under "all", when two or more topics are on.
pub fn any_all(state: &State) -> Option<AnyAll> {
    let report = state.report()?;
    let filters = &state.filters;
    if filters.topics.len() < 2 {
        return None;
    }
    let count = |matching| {
        let filters = Filters { matching, ..filters.clone() };
        counted(report, &matching_with(report, &filters))
    };
    Some(AnyAll { any: count(Match::Any), all: count(Match::All), matching: filters.matching })
}

/// The topic of a key.
pub(super) fn topic<'a>(report: &'a Report, key: &TopicKey) -> Option<&'a Topic> {
    report.topics.topics.iter().find(|topic| topic.kind == key.kind && topic.label == key.label)
}

/// How many of these sentences count.
pub(super) fn counted(report: &Report, sentences: &BTreeSet<SentenceId>) -> u32 {
    sentences
        .iter()
        .filter(|id| report.words.sentences.get(id.index()).is_some_and(|s| s.counted))
        .count() as u32
}

/// Whether a quote passes the filters for speaker and form.
pub(super) fn quote_passes(report: &Report, filters: &Filters, quote: &Attribution) -> bool {
    let speaker = filters.speaker.as_ref().is_none_or(|name| {
        quote
            .speaker
            .and_then(|id| super::people::actor(report, id))
            .map_or(name.is_empty(), |a| a.name == *name)
    });
    speaker && filters.form.is_none_or(|form| quote.kind == form)
}

fn matching_with(report: &Report, filters: &Filters) -> BTreeSet<SentenceId> {
    let sentences_of = |key: &TopicKey| -> BTreeSet<SentenceId> {
        topic(report, key)
            .map(|topic| topic.sentences.iter().copied().collect())
            .unwrap_or_default()
    };
    let everything =
        || (0..report.words.sentences.len()).map(SentenceId::new).collect::<BTreeSet<_>>();
    let mut sets = filters.topics.iter().map(sentences_of);
    let mut found = match (sets.next(), filters.matching) {
        (None, _) => everything(),
        (Some(first), Match::Any) => sets.fold(first, |all, set| &all | &set),
        (Some(first), Match::All) => sets.fold(first, |all, set| &all & &set),
    };
    for without in filters.without.iter().map(sentences_of) {
        found = &found - &without;
    }
    if filters.speaker.is_some() || filters.form.is_some() {
        let spoken: BTreeSet<SentenceId> = report
            .attributions
            .attributions
            .iter()
            .filter(|quote| quote_passes(report, filters, quote))
            .filter(|quote| {
                quote.kind != AttributionKind::Mentioned
                    || filters.form == Some(AttributionKind::Mentioned)
            })
            .flat_map(|quote| quote.sentences.iter().copied())
            .collect();
        found = &found & &spoken;
    }
    found
}

/// The quotes that pass all filters, in text order.
pub(super) fn quotes(state: &State) -> Vec<AttributionId> {
    let Some(report) = state.report().filter(|_| state.known() >= Known::Attributions) else {
        return Vec::new();
    };
    let matching = matching(state);
    report
        .attributions
        .attributions
        .iter()
        .enumerate()
        .filter(|(_, quote)| quote_passes(report, &state.filters, quote))
        .filter(|(_, quote)| {
            matching.as_ref().is_none_or(|set| quote.sentences.iter().any(|id| set.contains(id)))
        })
        .map(|(index, _)| AttributionId::new(index))
        .collect()
}
