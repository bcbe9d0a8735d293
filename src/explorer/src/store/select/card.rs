//! The card of a sentence, and how many notes it has.

use super::people::number;
use super::{DateLine, SentenceCard, quote_card};
use crate::store::{Item, Known, State};
use readout_contract::ids::{AttributionId, SentenceId, SignalId, TopicId};
use readout_contract::report::{AttributionKind, Date, Report};
use readout_sorted::Set;
use readout_text::Span;

/// How many different things these are.
pub(super) fn count(items: impl Iterator<Item = Item>) -> u32 {
    items.collect::<Set<Item>>().len() as u32
}

/// Sentences that have notes.
pub fn with_notes(state: &State) -> Set<SentenceId> {
    let mut found = Set::default();
    let Some(report) = state.report() else { return found };
    if state.known() >= Known::Attributions {
        let quotes = &report.attributions.attributions;
        found.extend(quotes.iter().flat_map(|quote| quote.sentences.iter().copied()));
    }
    if state.known() >= Known::Topics {
        let topics = &report.topics.topics;
        found.extend(topics.iter().flat_map(|topic| topic.sentences.iter().copied()));
    }
    if state.known() >= Known::All {
        found.extend(report.tension.signals.iter().map(|signal| signal.sentence));
    }
    found
}

/// Quotes, topics and signs of a sentence, each once, in the order quotes, signs, topics.
fn notes(state: &State, id: SentenceId) -> Vec<Item> {
    let Some(report) = state.report() else { return Vec::new() };
    let mut items = Vec::new();
    if state.known() >= Known::Attributions {
        let quotes = report.attributions.attributions.iter().enumerate();
        items.extend(
            quotes
                .filter(|(_, quote)| quote.sentences.contains(&id))
                .map(|(index, _)| Item::Quote(AttributionId::new(index))),
        );
    }
    if state.known() >= Known::All {
        let signals = report.tension.signals.iter().enumerate();
        items.extend(
            signals
                .filter(|(_, signal)| signal.sentence == id)
                .map(|(index, _)| Item::Signal(SignalId::new(index))),
        );
    }
    if state.known() >= Known::Topics {
        let topics = report.topics.topics.iter().enumerate();
        items.extend(
            topics
                .filter(|(_, topic)| topic.sentences.contains(&id))
                .map(|(index, _)| Item::Topic(TopicId::new(index))),
        );
    }
    items
}

/// What the dates of a sentence mean, so far as they do not say it themselves.
fn dates(state: &State, report: &Report, sentence: Span) -> Vec<DateLine> {
    let part = &report.attributions;
    let dates = part.dates.iter().filter(|date| sentence.contains(date.span));
    let line = |date: &Date| {
        let words = state.words(date.span);
        let says_so = |value: &str| value.get(..4).is_none_or(|year| words.contains(year));
        let tells = match &date.value {
            Some(value) => !says_so(value),
            None => part.dateline.is_none() && state.editable(),
        };
        tells.then(|| DateLine { words: words.to_owned(), value: date.value.clone() })
    };
    dates.filter_map(line).collect()
}

/// The card.
pub fn sentence_card(state: &State, id: SentenceId) -> Option<SentenceCard> {
    let report = state.report()?;
    let sentence = report.words.sentences.get(id.index())?;
    let mut card = SentenceCard {
        id,
        number: number(report, id),
        text: state.words(sentence.span).to_owned(),
        speaker: None,
        quotes: Vec::new(),
        topics: Vec::new(),
        signals: Vec::new(),
        dates: dates(state, report, sentence.span),
        chosen: state.selection.item,
        linked: state.selection.linked && state.selection.sentence == Some(id),
    };
    for item in notes(state, id) {
        match item {
            Item::Quote(id) => card.quotes.extend(quote_card(state, id)),
            Item::Topic(id) => card.topics.extend(super::topics::chip(state, report, id)),
            Item::Signal(id) => card.signals.extend(super::evidence::line(state, report, id)),
            Item::Pair(..) | Item::PairOver(..) => {}
        }
    }
    card.speaker = card
        .quotes
        .iter()
        .find(|quote| quote.form != AttributionKind::Mentioned)
        .map(|quote| quote.speaker.0.clone())
        .filter(|name| !name.is_empty());
    Some(card)
}
