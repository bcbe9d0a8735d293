//! The one place where the state changes. Pure: an action that changes nothing gives the same `Rc`.

mod changes;
mod choose;
mod read;
mod topics;

use super::{
    Action, Changes, Doc, EmbedView, Filters, Mode, Notice, Pane, Privacy, Selection, State, Tab,
    View,
};
use std::rc::Rc;

pub(in crate::store) use changes::groups;

#[cfg(test)]
mod tests;

/// Notices kept at a time.
const NOTICES: usize = 3;
/// Requests listed.
const REQUESTS: usize = 100;

/// The state after an action.
pub(super) fn reduce(before: Rc<State>, action: Action) -> Rc<State> {
    let mut after = (*before).clone();
    apply(&mut after, action);
    if after == *before { before } else { Rc::new(after) }
}

fn apply(state: &mut State, action: Action) {
    match action {
        Action::Typed(_)
        | Action::Opened(_)
        | Action::Linked { .. }
        | Action::Details { .. }
        | Action::Clear
        | Action::ReadAnyway
        | Action::MakeCopy => text(state, action),
        Action::PartCame(..) | Action::Done(..) | Action::EngineFailed(_) | Action::TryAgain => {
            read::apply(state, action);
        }
        Action::LeaveOut(..)
        | Action::Flip(..)
        | Action::NotQuote(_)
        | Action::Speaker(..)
        | Action::HideTopic(_)
        | Action::RenameTopic(..)
        | Action::MergeTopics(..)
        | Action::AddWords(..)
        | Action::AddIssue(..)
        | Action::Undo
        | Action::Redo
        | Action::RemoveChange(_)
        | Action::MoveEdge(..)
        | Action::RemoveAllChanges => changes::apply(state, action),
        Action::ChooseSentence { .. }
        | Action::ChooseItem { .. }
        | Action::ChooseAt(..)
        | Action::FocusOn(_)
        | Action::StepSentence(_)
        | Action::StepQuote(_)
        | Action::Correct(..)
        | Action::CloseCard
        | Action::TopicCard(_)
        | Action::Back => choose::apply(state, action),
        Action::ToggleTopic(_)
        | Action::OnlyTopic(_)
        | Action::ToggleWithout(_)
        | Action::Match(_)
        | Action::ToggleSpeaker(_)
        | Action::Form(_)
        | Action::Verb(_)
        | Action::Side(_)
        | Action::About(_)
        | Action::ClearFilters => filters(&mut state.filters, action),
        Action::Gallery(entries) => state.gallery = entries,
        Action::Notice(notice) => tell(state, notice),
        Action::Dismiss(index) => {
            if index < state.notices.len() {
                state.notices.remove(index);
            }
        }
        Action::Requested(name) => {
            if state.privacy.requests.len() < REQUESTS {
                state.privacy.requests.push(name);
            }
        }
        Action::OutsideTried(refused) => state.privacy.outside_refused = Some(refused),
        Action::Signs(signs) => state.view.signs = signs,
        Action::Mode(mode) => {
            state.mode = mode;
            asked(state);
        }
        Action::Theme(theme) => state.theme = theme,
        other => view(&mut state.view, &other),
    }
}

/// Tells the reader, once.
fn tell(state: &mut State, notice: Notice) {
    state.notices.retain(|known| *known != notice);
    state.notices.push(notice);
    if state.notices.len() > NOTICES {
        state.notices.remove(0);
    }
}

/// A new text: what belonged to the one before goes.
fn open(state: &mut State, doc: Doc) {
    state.doc = doc;
    state.changes = Changes::default();
    state.selection = Selection::default();
    state.filters = Filters::default();
    state.before = None;
    state.read_anyway = false;
    entered(state);
    state.notices.clear();
    state.view = View {
        layers: state.view.layers,
        evidence_order: state.view.evidence_order,
        speaker_order: state.view.speaker_order,
        citation: state.view.citation,
        ..View::default()
    };
    asked(state);
    read::begin(state, true);
}

/// What the host page of an embed asked to be shown.
fn asked(state: &mut State) {
    let Mode::Embed(settings) = &state.mode else { return };
    (state.view.tab, state.view.pane) = match settings.view {
        EmbedView::Quotes => (Tab::Quotes, Pane::Quotes),
        EmbedView::Topics => (Tab::Quotes, Pane::Topics),
        EmbedView::Tension => (Tab::Tension, Pane::Tension),
        EmbedView::Reading | EmbedView::Card | EmbedView::Quote => return,
    };
}

/// From now on requests count.
fn entered(state: &mut State) {
    state.privacy = Privacy { epoch: state.privacy.epoch.wrapping_add(1), ..Privacy::default() };
}

fn text(state: &mut State, action: Action) {
    match action {
        Action::Typed(text) => {
            if text == state.doc.text {
                return;
            }
            if state.doc.text.is_empty() {
                entered(state);
            }
            state.view.editing = true;
            state.doc.text = text;
            state.doc.seed = None;
            state.selection = Selection::default();
            state.before = None;
            read::begin(state, true);
        }
        Action::Opened(doc) => {
            open(state, *doc);
            if state.mode == Mode::ReadOnly {
                state.mode = Mode::Edit;
            }
        }
        Action::Linked { doc, changes, filters, mode, anchor } => {
            open(state, *doc);
            state.changes.from_sender = changes.len();
            state.changes.done = changes;
            state.selection.anchor = anchor;
            state.selection.linked = anchor.is_some();
            // Labels become chips when the topics are known.
            state.filters = *filters;
            // What the host page asked for stays.
            if !matches!((&state.mode, &mode), (Mode::Embed(_), Mode::Embed(_))) {
                state.mode = mode;
            }
            read::begin(state, true);
        }
        Action::Details { title, source, date } => {
            let again = date != state.doc.date || title != state.doc.title;
            state.doc.title = title;
            state.doc.source = source;
            state.doc.date = date;
            if again {
                read::begin(state, false);
            }
        }
        Action::Clear => {
            let mode = if state.mode == Mode::ReadOnly { Mode::Edit } else { state.mode.clone() };
            open(state, Doc::default());
            state.mode = mode;
        }
        Action::ReadAnyway if !state.read_anyway => {
            state.read_anyway = true;
            read::begin(state, false);
        }
        Action::MakeCopy => state.mode = Mode::Edit,
        _ => {}
    }
}

fn filters(filters: &mut Filters, action: Action) {
    match action {
        Action::ToggleTopic(key) => {
            filters.without.remove(&key);
            if !filters.topics.remove(&key) {
                filters.topics.insert(key);
            }
        }
        Action::OnlyTopic(key) => {
            filters.without.clear();
            filters.topics = [key].into_iter().collect();
        }
        Action::ToggleWithout(key) => {
            filters.topics.remove(&key);
            if !filters.without.remove(&key) {
                filters.without.insert(key);
            }
        }
        Action::Match(matching) => filters.matching = matching,
        Action::ToggleSpeaker(name) => {
            let same = filters.speaker.as_ref() == Some(&name);
            filters.speaker = (!same).then_some(name);
        }
        Action::Form(form) => filters.form = form,
        Action::Verb(verb) => filters.verb = verb,
        Action::Side(side) => filters.side = side,
        Action::About(about) => filters.about = about,
        Action::ClearFilters => {
            *filters = Filters { matching: filters.matching, ..Filters::default() };
        }
        _ => {}
    }
}

fn view(view: &mut View, action: &Action) {
    match *action {
        Action::Edit(editing) => view.editing = editing,
        Action::Tab(tab) => view.tab = tab,
        Action::Pane(pane) => view.pane = pane,
        Action::Layers(layers) => view.layers = layers,
        Action::OnlyMatching(only) => view.only_matching = only,
        Action::Sheet(sheet) => view.sheet = sheet,
        Action::EvidenceOrder(order) => view.evidence_order = order,
        Action::SpeakerOrder(order) => view.speaker_order = order,
        Action::Citation(style) => view.citation = style,
        Action::FullGroup(group, true) => {
            view.full_groups.insert(group);
        }
        Action::FullGroup(group, false) => {
            view.full_groups.remove(&group);
        }
        Action::StripTable(table) => view.strip_table = table,
        Action::AllPairs(all) => view.all_pairs = all,
        _ => {}
    }
}
