//! The reader's corrections: made, undone and taken back.
//!
//! A quote whose edges the reader moved is two records of the contract: it is not a quote at its old
//! place, and it is one at the new. Such a [group](groups) is one change to the reader: one line,
//! one step of undo.

use super::{Changes, read};
use crate::store::edges::{self, Edge};
use crate::store::{Action, Analysis, State};
use readout_contract::change::{Anchor, Change, SpeakerChoice};
use readout_contract::ids::{AttributionId, SignalId};
use readout_contract::report::{Attribution, SignalEdit};
use readout_text::{OffsetMap, SourceText, Span};
use std::ops::Range;
use std::rc::Rc;

/// Where a signal stands, for a change.
fn anchor(state: &State, id: SignalId) -> Option<Anchor> {
    let span = state.report()?.tension.signals.get(id.index())?.span;
    anchor_of(state, span)
}

/// Shows a change of a signal at once, before it is read.
fn mark(state: &mut State, id: SignalId, edit: Option<SignalEdit>) {
    if let Analysis::Running { report, .. } = &mut state.analysis
        && let Some(signal) = Rc::make_mut(report).tension.signals.get_mut(id.index())
    {
        signal.by_reader = edit;
    }
}

/// Where a quote stands, for a change.
fn quote_anchor(state: &State, id: AttributionId) -> Option<Anchor> {
    let quote = state.report()?.attributions.attributions.get(id.index())?;
    anchor_of(state, *quote.content.first()?)
}

/// A place and its words, for a change.
fn anchor_of(state: &State, span: Span) -> Option<Anchor> {
    let text = SourceText::new(&state.doc.text).ok()?;
    let words = state.words(span).to_owned();
    Some(Anchor { span: OffsetMap::new(&text).to_code_points(span), words })
}

/// Sets or takes back a change that is made from a place.
pub(super) fn set(state: &mut State, change: Change, on: bool) {
    match (state.changes.done.iter().position(|known| *known == change), on) {
        (None, true) => make(state, change),
        (Some(index), false) => remove(state, index),
        _ => {}
    }
}

fn make(state: &mut State, change: Change) {
    state.changes.done.push(change);
    state.changes.undone.clear();
    changed(state);
}

/// Takes back the change at this place of the list, with all records that belong to it.
fn remove(state: &mut State, index: usize) {
    if let Some(group) = group(&state.changes.done, index) {
        let senders = state.changes.from_sender;
        let theirs = group.clone().filter(|index| *index < senders).count();
        state.changes.from_sender -= theirs;
        state.changes.done.drain(group);
        changed(state);
    }
}

/// Records that are one change to the reader, in order: the places of each in the list.
pub(in crate::store) fn groups(done: &[Change]) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (index, change) in done.iter().enumerate() {
        match groups.last_mut() {
            Some(group) if belongs(done.get(group.clone()).unwrap_or_default(), change) => {
                group.end = index + 1;
            }
            _ => groups.push(index..index + 1),
        }
    }
    groups
}

fn group(done: &[Change], index: usize) -> Option<Range<usize>> {
    groups(done).into_iter().find(|group| group.contains(&index))
}

/// Whether a record goes on with these: the quote's new place after its old one, and the further
/// pieces of a quote that was interrupted.
fn belongs(before: &[Change], change: &Change) -> bool {
    let Change::Quote { at, speaker } = change else { return false };
    match before {
        [Change::NotQuote { at: old }] => {
            at.span.start < old.span.end && old.span.start < at.span.end
        }
        [Change::NotQuote { .. }, .., Change::Quote { at: last, speaker: same }] => {
            same == speaker && last.span.end <= at.span.start
        }
        _ => false,
    }
}

/// Reads again, and remembers the report to show old → new.
fn changed(state: &mut State) {
    if let Analysis::Ready(report) = &state.analysis {
        state.before = Some(Rc::clone(report));
    }
    read::begin(state, false);
}

/// Redoes the last undone change, with all records that belong to it.
fn redo(state: &mut State) {
    let Some(change) = state.changes.undone.pop() else { return };
    state.changes.done.push(change);
    while let Some(next) = state.changes.undone.last()
        && let Some(group) = groups(&state.changes.done).pop()
        && belongs(state.changes.done.get(group).unwrap_or_default(), next)
    {
        state.changes.done.extend(state.changes.undone.pop());
    }
    changed(state);
}

/// The place in the list of the record that made the quote with this content.
fn made_at(state: &State, at: &Anchor) -> Option<usize> {
    let here = |change: &Change| matches!(change, Change::Quote { at: known, .. } if known == at);
    state.changes.done.iter().position(here)
}

/// The last word on a quote's speaker counts.
fn set_speaker(state: &mut State, id: AttributionId, speaker: SpeakerChoice) {
    let Some(at) = quote_anchor(state, id) else { return };
    if let Some(index) = made_at(state, &at) {
        let group = group(&state.changes.done, index).unwrap_or(index..index + 1);
        for change in state.changes.done.get_mut(group).unwrap_or_default() {
            if let Change::Quote { speaker: known, .. } = change {
                *known = speaker.clone();
            }
        }
        changed(state);
        return;
    }
    let same = |known: &Change| matches!(known, Change::Speaker { at: place, .. } if *place == at);
    state.changes.done.retain(|known| !same(known));
    make(state, Change::Speaker { at, speaker });
}

/// Moves an edge of a quote by a word. Moved back to where it was, nothing remains of the change.
fn move_edge(state: &mut State, id: AttributionId, edge: Edge, forward: bool) {
    let Some(report) = state.report().cloned() else { return };
    let Some(quote) = report.attributions.attributions.get(id.index()) else { return };
    let piece = if edge == Edge::Start { quote.content.first() } else { quote.content.last() };
    let Some(old) = piece.copied() else { return };
    let Some(new) = edges::moved(&state.doc.text, old, edge, forward) else { return };
    let (Some(from), Some(to)) = (anchor_of(state, old), anchor_of(state, new)) else { return };
    if let Some(index) = made_at(state, &from) {
        if let Some(Change::Quote { at, .. }) = state.changes.done.get_mut(index) {
            *at = to.clone();
        }
        let group = group(&state.changes.done, index);
        let whole = group.and_then(|group| state.changes.done.get(group).map(<[_]>::to_vec));
        match whole.as_deref() {
            Some([Change::NotQuote { at }, Change::Quote { .. }]) if *at == to => {
                remove(state, index);
            }
            _ => changed(state),
        }
    } else {
        let Some(at) = quote.content.first().and_then(|first| anchor_of(state, *first)) else {
            return;
        };
        let speaker = speaker_of(state, quote, &at);
        let mut records = vec![Change::NotQuote { at }];
        for span in &quote.content {
            let span = if *span == old { new } else { *span };
            let Some(at) = anchor_of(state, span) else { return };
            records.push(Change::Quote { at, speaker: speaker.clone() });
        }
        state.changes.done.extend(records);
        state.changes.undone.clear();
        changed(state);
    }
    show_edge(state, id, old, new);
}

/// Who speaks now, as a choice that keeps it so.
fn speaker_of(state: &State, quote: &Attribution, at: &Anchor) -> SpeakerChoice {
    let typed = state.changes.done.iter().rev().find_map(|change| match change {
        Change::Speaker { at: place, speaker } if place == at => Some(speaker.clone()),
        _ => None,
    });
    let actors = state.report().map(|report| &report.attributions.actors);
    let named = quote.speaker.and_then(|id| actors?.get(id.index()));
    typed
        .or_else(|| named.map(|actor| SpeakerChoice::Actor(actor.name.clone())))
        .unwrap_or(SpeakerChoice::Unclear)
}

/// Shows a moved edge at once, before it is read.
fn show_edge(state: &mut State, id: AttributionId, old: Span, new: Span) {
    if let Analysis::Running { report, .. } = &mut state.analysis
        && let Some(quote) = Rc::make_mut(report).attributions.attributions.get_mut(id.index())
    {
        for span in quote.content.iter_mut().filter(|span| **span == old) {
            *span = new;
        }
    }
}

pub(super) fn apply(state: &mut State, action: Action) {
    match action {
        Action::LeaveOut(id, on) => {
            if let Some(at) = anchor(state, id) {
                set(state, Change::LeaveOutSignal { at }, on);
                mark(state, id, on.then_some(SignalEdit::LeftOut));
            }
        }
        Action::Flip(id, on) => {
            if let Some(at) = anchor(state, id) {
                set(state, Change::FlipSignal { at }, on);
                mark(state, id, on.then_some(SignalEdit::Flipped));
            }
        }
        Action::NotQuote(id) => {
            if let Some(at) = quote_anchor(state, id) {
                set(state, Change::NotQuote { at }, true);
            }
        }
        Action::Speaker(id, speaker) => set_speaker(state, id, speaker),
        Action::MoveEdge(id, edge, forward) => move_edge(state, id, edge, forward),
        Action::Undo => {
            if let Some(group) = groups(&state.changes.done).pop() {
                let undone: Vec<Change> = state.changes.done.drain(group).rev().collect();
                state.changes.undone.extend(undone);
                state.changes.from_sender = state.changes.from_sender.min(state.changes.done.len());
                changed(state);
            }
        }
        Action::Redo => redo(state),
        Action::RemoveChange(index) => remove(state, index),
        Action::HideTopic(_)
        | Action::RenameTopic(..)
        | Action::MergeTopics(..)
        | Action::AddWords(..)
        | Action::AddIssue(..) => super::topics::apply(state, action),
        Action::RemoveAllChanges if !state.changes.done.is_empty() => {
            state.changes = Changes::default();
            changed(state);
        }
        _ => {}
    }
}
