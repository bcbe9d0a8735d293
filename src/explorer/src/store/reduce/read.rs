//! What the engine tells. Replies to older requests are dropped.

use super::tell;
use crate::store::{Action, Analysis, Item, Known, Notice, State, TopicKey};
use readout_contract::change::{Change, SpeakerChoice};
use readout_contract::ids::{ActorId, SentenceId};
use readout_contract::report::{Actor, ActorKind, Part, Report, SpeakerFound};
use readout_link::topic_slug;
use readout_text::{OffsetMap, SourceText};
use std::rc::Rc;

/// Asks for a reading. With another text nothing of the old report fits; with the same text it stays
/// until the new one is complete, so that nothing jumps.
pub(super) fn begin(state: &mut State, other_text: bool) {
    state.request = state.request.wrapping_add(1);
    if state.doc.text.trim().is_empty() {
        state.analysis = Analysis::Idle;
        return;
    }
    let kept = state.report().filter(|_| !other_text).cloned();
    let known = if kept.is_some() { state.known() } else { Known::Nothing };
    state.analysis = Analysis::Running { report: kept.unwrap_or_default(), known };
}

pub(super) fn apply(state: &mut State, action: Action) {
    match action {
        Action::PartCame(id, part) if id == state.request => part_came(state, *part),
        Action::Done(id, report) if id == state.request => done(state, *report),
        Action::EngineFailed(problem) => state.analysis = Analysis::Failed(problem),
        Action::TryAgain => begin(state, true),
        _ => {}
    }
}

fn part_came(state: &mut State, part: Part) {
    let Analysis::Running { report, known } = &mut state.analysis else { return };
    // A change is read: the whole old report is shown until the new one is.
    if *known == Known::All {
        return;
    }
    let report = Rc::make_mut(report);
    match part {
        Part::Words(words) => {
            *report = Report { words, ..Report::default() };
            *known = Known::Words;
        }
        Part::Attributions(attributions) => {
            report.attributions = attributions;
            *known = Known::Attributions;
        }
        Part::Topics(topics) => {
            report.topics = topics;
            *known = Known::Topics;
        }
        // It comes with the whole report, an instant later.
        Part::Tension(_) => {}
    }
    if *known >= Known::Attributions {
        find_anchor(state);
    }
}

/// Speakers whom the reader typed and the text does not name become actors of the reading, without
/// a mention, so that their quotes stand under their name.
fn name_typed(report: &mut Report, changes: &[Change]) {
    let part = &mut report.attributions;
    let typed = |change: &Change| match change {
        Change::Speaker { at, speaker: SpeakerChoice::Typed(name) }
        | Change::Quote { at, speaker: SpeakerChoice::Typed(name) } => {
            Some((at.words.len(), at.span.start, name.clone()))
        }
        _ => None,
    };
    for (length, place, name) in changes.iter().filter_map(typed) {
        // Code points are fewer than bytes, and the place of an anchor moves with its words: the
        // nearest quote of the reader's with as many bytes is the one.
        let quote = part
            .attributions
            .iter_mut()
            .filter(|quote| quote.speaker.is_none() && quote.found == SpeakerFound::Reader)
            .filter(|quote| quote.content.first().is_some_and(|span| span.len() as usize == length))
            .min_by_key(|quote| quote.content.first().map(|span| span.start().abs_diff(place)));
        let Some(quote) = quote else { continue };
        let known = part.actors.iter().position(|actor| actor.name == name);
        let index = known.unwrap_or(part.actors.len());
        if known.is_none() {
            part.actors.push(Actor {
                name,
                kind: ActorKind::Person,
                role: None,
                side: None,
                unnamed: false,
                mentions: Vec::new(),
                code: None,
            });
        }
        quote.speaker = Some(ActorId::new(index));
    }
}

fn done(state: &mut State, mut report: Report) {
    name_typed(&mut report, &state.changes.done);
    keep_in_hand(state, &report);
    state.analysis = Analysis::Ready(Rc::new(report));
    pending_topics(state);
    find_anchor(state);
}

/// Labels from a link become chips that are on.
pub(super) fn pending_topics(state: &mut State) {
    let pending = std::mem::take(&mut state.filters.pending);
    let Some(report) = state.report().cloned() else { return };
    for topic in &report.topics.topics {
        let slug = topic_slug(&topic.label);
        if pending.iter().any(|label| *label == topic.label || *label == slug) {
            let key = TopicKey { kind: topic.kind, label: topic.label.clone() };
            state.filters.topics.insert(key);
        }
    }
}

/// Ids of the old report do not hold in the new one; the sentence does while the text is the same,
/// and a signal that was left out stays in its place.
fn keep_in_hand(state: &mut State, new: &Report) {
    let same_words = state.report().is_some_and(|old| old.words.sentences == new.words.sentences);
    if !same_words {
        let anchor = state.selection.anchor;
        let linked = state.selection.linked;
        state.selection =
            crate::store::Selection { anchor, linked, ..crate::store::Selection::default() };
        return;
    }
    let Some(old) = state.report() else { return };
    state.selection.item = match state.selection.item {
        Some(Item::Signal(id)) => old
            .tension
            .signals
            .get(id.index())
            .and_then(|known| new.tension.signals.iter().position(|s| s.span == known.span))
            .map(|index| Item::Signal(readout_contract::ids::SignalId::new(index))),
        Some(Item::Quote(id)) => old
            .attributions
            .attributions
            .get(id.index())
            .and_then(|known| {
                let quotes = &new.attributions.attributions;
                let first = *known.content.first()?;
                let same = quotes.iter().position(|quote| quote.content == known.content);
                // Its edges were moved, or are back in their place.
                same.or_else(|| {
                    quotes.iter().position(|quote| {
                        quote.speaker == known.speaker
                            && quote.content.first().is_some_and(|span| span.overlaps(first))
                    })
                })
            })
            .map(|index| Item::Quote(readout_contract::ids::AttributionId::new(index))),
        _ => None,
    };
}

/// Finds the place that a link points at, once the sentences are known.
pub(super) fn find_anchor(state: &mut State) {
    let Some(place) = state.selection.anchor else { return };
    let Some(report) = state.report().cloned() else { return };
    let span = SourceText::new(&state.doc.text)
        .ok()
        .and_then(|text| OffsetMap::new(&text).from_code_points(place));
    let sentence = span.and_then(|span| {
        let sentences = report.words.sentences.iter();
        sentences.enumerate().find(|(_, sentence)| {
            sentence.span.overlaps(span) || sentence.span.contains_offset(span.start())
        })
    });
    state.selection.anchor = None;
    let Some((index, _)) = sentence else {
        state.selection.linked = false;
        tell(state, Notice::AnchorLost);
        return;
    };
    let quote = span.and_then(|span| {
        let quotes = &report.attributions.attributions;
        quotes.iter().position(|quote| quote.content.iter().any(|content| content.contains(span)))
    });
    state.selection.sentence = Some(SentenceId::new(index));
    state.selection.item =
        quote.map(|quote| Item::Quote(readout_contract::ids::AttributionId::new(quote)));
    state.selection.card = true;
    state.selection.linked = true;
    state.selection.scroll += 1;
}
