//! Tables of (state, action, state).

use crate::store::select::tests::{TEXT, report, state};
use crate::store::{
    Action, Analysis, Doc, EngineProblem, Filters, Item, Known, Mode, Notice, State, TopicKey,
};
use readout_contract::change::Change;
use readout_contract::ids::{AttributionId, SentenceId, SignalId};
use readout_contract::report::{Part, SignalEdit, TopicKind};
use readout_text::{CodePointSpan, Span};
use std::rc::Rc;
use yew::Reducible;

fn doc(text: &str) -> Box<Doc> {
    Box::new(Doc { text: Rc::from(text), ..Doc::default() })
}

fn opened() -> Rc<State> {
    Rc::new(State::default()).reduce(Action::Opened(doc(TEXT)))
}

#[test]
fn an_action_that_changes_nothing_keeps_the_same_state() {
    let state = state();
    for action in [
        Action::Typed(Rc::from(TEXT)),
        Action::ClearFilters,
        Action::CloseCard,
        Action::Undo,
        Action::Redo,
        Action::RemoveChange(7),
        Action::Dismiss(0),
        Action::Done(0, Box::default()),
        Action::Mode(Mode::Edit),
    ] {
        let after = Rc::clone(&state).reduce(action.clone());
        assert!(Rc::ptr_eq(&state, &after), "{action:?}");
    }
}

#[test]
fn parts_come_in_order_and_old_replies_are_dropped() {
    let report = report();
    let state = opened();
    let id = state.request;
    assert_eq!(state.known(), Known::Nothing);
    let late = Rc::clone(&state)
        .reduce(Action::PartCame(id - 1, Box::new(Part::Words(report.words.clone()))));
    assert_eq!(late.known(), Known::Nothing);
    let words = state.reduce(Action::PartCame(id, Box::new(Part::Words(report.words.clone()))));
    assert_eq!(words.known(), Known::Words);
    let spoken = words
        .reduce(Action::PartCame(id, Box::new(Part::Attributions(report.attributions.clone()))));
    assert_eq!(spoken.known(), Known::Attributions);
    let done = spoken.reduce(Action::Done(id, Box::new(report)));
    assert_eq!(done.known(), Known::All);
}

#[test]
fn another_text_takes_everything_with_it() {
    let key = TopicKey { kind: TopicKind::Place, label: "Norland".to_owned() };
    let state = state()
        .reduce(Action::ToggleTopic(key))
        .reduce(Action::LeaveOut(SignalId(0), true))
        .reduce(Action::Opened(doc("Another text.")));
    assert_eq!(state.filters, Filters::default());
    assert!(state.changes.done.is_empty());
    assert_eq!(state.report(), None);
    assert_eq!(&*state.doc.text, "Another text.");
}

#[test]
fn leaving_out_asks_for_a_reading_and_shows_the_old_one_meanwhile() {
    let before = state();
    let after = Rc::clone(&before).reduce(Action::LeaveOut(SignalId(0), true));
    assert_eq!(after.request, before.request + 1);
    assert!(matches!(after.analysis, Analysis::Running { known: Known::All, .. }));
    assert_eq!(after.value_before, Some(60));
    let [Change::LeaveOutSignal { at }] = after.changes.done.as_slice() else {
        panic!("one change")
    };
    assert_eq!(at.words, "broken");
    let first = |state: &State| state.report().map(|r| r.tension.signals[0].by_reader);
    assert_eq!(first(&after), Some(Some(SignalEdit::LeftOut)), "the box is checked at once");
    let mut lower = report();
    lower.tension.reading.value = Some(40);
    let read = Rc::clone(&after).reduce(Action::Done(after.request, Box::new(lower)));
    assert_eq!(crate::store::select::gauge(&read).was, Some(60));
    let back = read.reduce(Action::LeaveOut(SignalId(0), false));
    assert!(back.changes.done.is_empty());
}

#[test]
fn undo_and_redo_return() {
    let made = state()
        .reduce(Action::HideTopic(TopicKey { kind: TopicKind::Issue, label: "Talks".to_owned() }));
    let undone = Rc::clone(&made).reduce(Action::Undo);
    assert!(undone.changes.done.is_empty());
    let redone = undone.reduce(Action::Redo);
    assert_eq!(redone.changes.done, made.changes.done);
    let removed = redone.reduce(Action::RemoveAllChanges);
    assert!(removed.changes.done.is_empty() && removed.changes.undone.is_empty());
}

#[test]
fn choosing_a_quote_brings_its_sentence_and_back_returns() {
    let first = Action::ChooseSentence { sentence: SentenceId(3), card: false, scroll: false };
    let item = Item::Quote(AttributionId(0));
    let state = state().reduce(first).reduce(Action::ChooseItem { item, scroll: true });
    assert_eq!(state.selection.sentence, Some(SentenceId(1)));
    assert_eq!((state.selection.item, state.selection.scroll), (Some(item), 1));
    let back = state.reduce(Action::Back);
    assert_eq!((back.selection.sentence, back.selection.item), (Some(SentenceId(3)), None));
}

#[test]
fn a_click_takes_the_shortest_thing() {
    let start = TEXT.find("broken").expect("there") as u32;
    let state = state().reduce(Action::ChooseAt(SentenceId(1), Span::new(start, start + 2)));
    assert_eq!(state.selection.item, Some(Item::Signal(SignalId(0))));
    assert!(state.selection.card);
}

#[test]
fn keys_step_through_sentences_and_quotes() {
    let state = state().reduce(Action::StepSentence(1));
    assert_eq!(state.selection.sentence, Some(SentenceId(1)), "a heading has no notes");
    let state = state.reduce(Action::StepSentence(1)).reduce(Action::StepSentence(1));
    assert_eq!(state.selection.sentence, Some(SentenceId(3)));
    let end = Rc::clone(&state).reduce(Action::StepSentence(1));
    assert_eq!(end.selection.sentence, Some(SentenceId(3)));
    let quote = state.reduce(Action::StepQuote(1));
    assert_eq!(quote.selection.item, Some(Item::Quote(AttributionId(0))));
}

fn linked(anchor: CodePointSpan) -> Rc<State> {
    let state = Rc::new(State::default()).reduce(Action::Linked {
        doc: doc(TEXT),
        changes: vec![Change::HideTopic("Nothing".to_owned())],
        filters: Box::new(Filters { pending: vec!["talks".to_owned()], ..Filters::default() }),
        mode: Mode::ReadOnly,
        anchor: Some(anchor),
    });
    let id = state.request;
    state.reduce(Action::Done(id, Box::new(report())))
}

#[test]
fn a_link_opens_at_its_place() {
    let start = TEXT.chars().take_while(|c| *c != '“').count() as u32;
    let state = linked(CodePointSpan { start, end: start + 4 });
    assert_eq!(state.mode, Mode::ReadOnly);
    assert_eq!(state.selection.sentence, Some(SentenceId(1)));
    assert_eq!(state.selection.item, Some(Item::Quote(AttributionId(0))));
    assert!(state.selection.card && state.selection.linked);
    assert_eq!(state.changes.from_sender, 1);
    assert_eq!(state.filters.topics.len(), 1, "the slug became a chip");
    let copy = state.reduce(Action::MakeCopy);
    assert_eq!(copy.mode, Mode::Edit);
}

#[test]
fn a_place_that_is_not_there_is_said() {
    let state = linked(CodePointSpan { start: 9_000, end: 9_004 });
    assert_eq!(state.notices, [Notice::AnchorLost]);
    assert_eq!(state.selection.sentence, None);
}

#[test]
fn a_broken_engine_leaves_the_text() {
    let state = opened().reduce(Action::EngineFailed(EngineProblem::Network));
    assert_eq!(&*state.doc.text, TEXT);
    assert_eq!(state.known(), Known::Nothing);
    let again = Rc::clone(&state).reduce(Action::TryAgain);
    assert_eq!(again.request, state.request + 1);
}

#[test]
fn requests_count_from_the_text_on() {
    let state = opened().reduce(Action::Requested("x".to_owned()));
    assert_eq!(state.privacy.requests.len(), 1);
    let next = state.reduce(Action::Opened(doc("Another.")));
    assert!(next.privacy.requests.is_empty());
}
