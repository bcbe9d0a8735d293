//! Tables of (state, action, state).

use crate::store::select::tests::{TEXT, report, state};
use crate::store::{
    Action, Analysis, Doc, Edge, EmbedSettings, EmbedView, EngineProblem, Filters, Item, Known,
    Mode, Notice, Pane, State, Tab, TopicKey,
};
use readout_contract::change::{Change, SpeakerChoice};
use readout_contract::ids::{AttributionId, SentenceId, SignalId};
use readout_contract::report::{Part, SignalEdit, SpeakerFound, TopicKind};
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
    assert!(after.before.is_some());
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
fn an_embed_shows_what_its_host_asked_for() {
    let settings = EmbedSettings { view: EmbedView::Tension, ..EmbedSettings::default() };
    let state = Rc::new(State::default())
        .reduce(Action::Mode(Mode::Embed(settings)))
        .reduce(Action::Opened(doc(TEXT)));
    assert_eq!((state.view.tab, state.view.pane), (Tab::Tension, Pane::Tension));
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

/// The words of the quotes that changes make, and the speaker of each.
fn made(state: &State) -> Vec<(String, SpeakerChoice)> {
    let quotes = state.changes.done.iter().filter_map(|change| match change {
        Change::Quote { at, speaker } => Some((at.words.clone(), speaker.clone())),
        _ => None,
    });
    quotes.collect()
}

#[test]
fn an_edge_moves_by_words_and_keeps_the_speaker() {
    let quote = AttributionId(0);
    let orlov = SpeakerChoice::Actor("Lena Orlov".to_owned());
    let once = state().reduce(Action::MoveEdge(quote, Edge::End, false));
    let [Change::NotQuote { at }, Change::Quote { .. }] = once.changes.done.as_slice() else {
        panic!("its old place, its new place: {:?}", once.changes.done)
    };
    assert_eq!(at.words, "the “old bridge” to Norland is broken");
    assert_eq!(made(&once), [("the “old bridge” to Norland is".to_owned(), orlov.clone())]);
    assert!(matches!(once.analysis, Analysis::Running { .. }), "it is read again");
    // A second step before the first is read goes on from it.
    let twice = Rc::clone(&once).reduce(Action::MoveEdge(quote, Edge::Start, true));
    assert_eq!(made(&twice), [("“old bridge” to Norland is".to_owned(), orlov)]);
    let undone = Rc::clone(&twice).reduce(Action::Undo);
    assert!(undone.changes.done.is_empty(), "one change, one step");
    assert_eq!(undone.reduce(Action::Redo).changes.done, twice.changes.done);
    let back = once.reduce(Action::MoveEdge(quote, Edge::End, true));
    assert!(back.changes.done.is_empty(), "moved back, nothing remains");
}

#[test]
fn taking_back_one_half_takes_back_both() {
    let moved = state().reduce(Action::MoveEdge(AttributionId(0), Edge::End, false));
    for index in [0, 1] {
        let state = Rc::clone(&moved).reduce(Action::RemoveChange(index));
        assert!(state.changes.done.is_empty());
    }
}

#[test]
fn the_last_word_on_a_moved_quote_s_speaker_counts() {
    let typed = SpeakerChoice::Typed("Ana Ruiz".to_owned());
    let first = state()
        .reduce(Action::Speaker(AttributionId(0), typed.clone()))
        .reduce(Action::MoveEdge(AttributionId(0), Edge::End, false));
    assert_eq!(made(&first).pop().map(|(_, speaker)| speaker), Some(typed));
    let last = first.reduce(Action::Speaker(AttributionId(0), SpeakerChoice::Unclear));
    assert_eq!(made(&last).pop().map(|(_, speaker)| speaker), Some(SpeakerChoice::Unclear));
}

#[test]
fn a_typed_speaker_is_a_speaker_of_the_reading() {
    let typed = SpeakerChoice::Typed("Ana Ruiz".to_owned());
    let state = state().reduce(Action::Speaker(AttributionId(0), typed));
    let mut read = report();
    let quote = &mut read.attributions.attributions[0];
    (quote.speaker, quote.found) = (None, SpeakerFound::Reader);
    let id = state.request;
    let state = state.reduce(Action::Done(id, Box::new(read)));
    let groups = crate::store::select::speakers(&state);
    assert!(groups.iter().any(|group| group.name == "Ana Ruiz" && group.quotes.len() == 1));
}

#[test]
fn correcting_ends_with_another_quote_in_hand() {
    let state = state().reduce(Action::Correct(AttributionId(0), true));
    assert!(state.selection.correcting);
    let moved = Rc::clone(&state).reduce(Action::MoveEdge(AttributionId(0), Edge::End, false));
    let mut read = report();
    let end = TEXT.find(" broken").expect("there") as u32;
    let quote = &mut read.attributions.attributions[0];
    quote.content = vec![Span::new(quote.content[0].start(), end)];
    let id = moved.request;
    let moved = moved.reduce(Action::Done(id, Box::new(read)));
    assert_eq!(moved.selection.item, Some(Item::Quote(AttributionId(0))));
    assert!(moved.selection.correcting, "the moved quote stays in hand");
    let other = state
        .reduce(Action::StepQuote(1))
        .reduce(Action::ChooseItem { item: Item::Signal(SignalId(0)), scroll: false });
    assert!(!other.selection.correcting);
}

#[test]
fn a_change_says_what_it_moved() {
    let wrong = SpeakerChoice::Actor("Norland".to_owned());
    let state = state().reduce(Action::Speaker(AttributionId(0), wrong));
    assert_eq!(crate::store::select::moved(&state), None, "not while it is read");
    let mut read = report();
    read.attributions.attributions[0].speaker = read.attributions.attributions[1].speaker;
    let id = state.request;
    let moved = crate::store::select::moved(&state.reduce(Action::Done(id, Box::new(read))));
    let moved = moved.expect("read");
    assert_eq!(moved.speakers, [("Norland".to_owned(), 0, 1), ("Lena Orlov".to_owned(), 1, 0)]);
    assert_eq!(moved.value, (Some(60), Some(60)));
}
