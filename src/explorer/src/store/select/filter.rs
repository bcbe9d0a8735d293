//! Which sentences match the filters.

use super::people::actor;
use super::{AnyAll, QuoteChoices};
use crate::store::{Filters, Known, Match, State, TopicKey};
use readout_contract::ids::{AttributionId, SentenceId};
use readout_contract::report::{ActorKind, Attribution, AttributionKind, Mention, Report, Topic};
use readout_sorted::{Set, sort};

/// Sentences that match; `None` when nothing is filtered.
pub fn matching(state: &State) -> Option<Set<SentenceId>> {
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
pub(super) fn counted(report: &Report, sentences: &Set<SentenceId>) -> u32 {
    sentences
        .iter()
        .filter(|id| report.words.sentences.get(id.index()).is_some_and(|s| s.counted))
        .count() as u32
}

/// Whether a quote passes the filters for speaker and form.
pub(super) fn quote_passes(report: &Report, filters: &Filters, quote: &Attribution) -> bool {
    let speaker = filters.speaker.as_ref().is_none_or(|name| {
        quote.speaker.and_then(|id| actor(report, id)).map_or(name.is_empty(), |a| a.name == *name)
    });
    speaker
        && filters.form.is_none_or(|form| quote.kind == form)
        && filters.verb.is_none_or(|verb| quote.cue.is_some() && quote.verb_class == verb)
        && filters.side.as_ref().is_none_or(|side| side_of(report, quote) == Some(side))
        && filters.about.as_ref().is_none_or(|name| about(report, quote).contains(&name))
}

/// The state or body that a quote's speaker is, or belongs to.
fn side_of<'a>(report: &'a Report, quote: &Attribution) -> Option<&'a String> {
    let speaker = actor(report, quote.speaker?)?;
    let own = matches!(speaker.kind, ActorKind::State | ActorKind::Body).then_some(speaker);
    speaker.side.and_then(|side| actor(report, side)).or(own).map(|side| &side.name)
}

/// The actors named inside a quote.
fn about<'a>(report: &'a Report, quote: &Attribution) -> Vec<&'a String> {
    let mentions = &report.attributions.mentions;
    let inside = |mention: &&Mention| quote.content.iter().any(|span| span.contains(mention.head));
    let actors = mentions.iter().filter(inside).filter_map(|mention| actor(report, mention.actor?));
    actors.map(|actor| &actor.name).collect()
}

/// What quotes can be filtered by: sides and actors named in them, with the number of quotes, most
/// first.
pub fn quote_choices(state: &State) -> QuoteChoices {
    let mut choices = QuoteChoices::default();
    let Some(report) = state.report().filter(|_| state.known() >= Known::Attributions) else {
        return choices;
    };
    let mut verbs = Set::default();
    for quote in &report.attributions.attributions {
        if quote.kind == AttributionKind::Mentioned {
            continue;
        }
        if quote.cue.is_some() {
            verbs.insert(quote.verb_class as u8);
        }
        if let Some(name) = side_of(report, quote) {
            count(&mut choices.sides, name);
        }
        for name in about(report, quote).into_iter().collect::<Set<_>>().iter() {
            count(&mut choices.about, name);
        }
    }
    choices.verbs = verbs.len() > 1;
    for list in [&mut choices.sides, &mut choices.about] {
        sort(list, &|a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
    }
    choices
}

fn count(list: &mut Vec<(String, u32)>, name: &str) {
    match list.iter_mut().find(|(known, _)| known == name) {
        Some((_, n)) => *n += 1,
        None => list.push((name.to_owned(), 1)),
    }
}

fn matching_with(report: &Report, filters: &Filters) -> Set<SentenceId> {
    let sentences_of = |key: &TopicKey| -> Set<SentenceId> {
        topic(report, key)
            .map(|topic| topic.sentences.iter().copied().collect())
            .unwrap_or_default()
    };
    let everything = || (0..report.words.sentences.len()).map(SentenceId::new).collect();
    let mut sets = filters.topics.iter().map(sentences_of);
    let mut found = match (sets.next(), filters.matching) {
        (None, _) => everything(),
        (Some(mut all), matching) => {
            for set in sets {
                match matching {
                    Match::Any => all.extend(set.iter().copied()),
                    Match::All => all.keep(&set, true),
                }
            }
            all
        }
    };
    for without in filters.without.iter().map(sentences_of) {
        found.keep(&without, false);
    }
    if filters.speaker.is_some() || filters.quotes() {
        let spoken = report
            .attributions
            .attributions
            .iter()
            .filter(|quote| quote_passes(report, filters, quote))
            .filter(|quote| {
                quote.kind != AttributionKind::Mentioned
                    || filters.form == Some(AttributionKind::Mentioned)
            })
            .flat_map(|quote| quote.sentences.iter().copied());
        found.keep(&spoken.collect(), true);
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
