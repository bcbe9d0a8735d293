//! Which signs a list shows, and what a change moved.

use super::*;
use crate::store::SignFilter;
use readout_contract::ids::TopicId;

#[test]
fn issues_of_pairs_open_their_own_signs() {
    let mut report = report();
    report.tension.signals[1].issue = Some(TopicId(1));
    let state = State { analysis: Analysis::Ready(Rc::new(report)), ..(*state()).clone() };
    let pairs = pairs(&state);
    let row = IssueRow { topic: TopicId(1), label: "Talks".to_owned(), signs: vec![(0, 1)] };
    assert_eq!(pairs.issues.rows, [row]);
    assert_eq!(pair_evidence(&state, PairId(0), None, Some(TopicId(1))).len(), 1);
}

#[test]
fn signs_are_filtered_by_voice_and_by_word_and_deed() {
    let shown = |filter: SignFilter| {
        let state = state().reduce(Action::Signs(filter));
        evidence(&state).into_iter().map(|line| line.phrase).collect::<Vec<_>>()
    };
    assert_eq!(shown(SignFilter::Writer), ["condemned", "met"]);
    assert_eq!(shown(SignFilter::Speaker("Lena Orlov".to_owned())), ["broken"]);
    assert_eq!(shown(SignFilter::Words).len(), 3);
    assert_eq!(shown(SignFilter::Acts), Vec::<String>::new());
}

#[test]
fn the_line_of_the_last_change_says_what_moved() {
    let after = state().reduce(Action::LeaveOut(SignalId(0), true));
    let mut lower = report();
    lower.tension.reading.value = Some(40);
    let read = Rc::clone(&after).reduce(Action::Done(after.request, Box::new(lower)));
    let moved: Vec<_> = evidence(&read).into_iter().map(|line| (line.phrase, line.moved)).collect();
    assert!(moved.contains(&("broken".to_owned(), Some((60, 40)))), "{moved:?}");
    assert_eq!(moved.iter().filter(|(_, moved)| moved.is_some()).count(), 1);
}

#[test]
fn words_stand_for_who_is_no_actor() {
    let mut report = report();
    let signal = &mut report.tension.signals[2];
    (signal.source, signal.source_words) = (None, Some(at("Norland condemned")));
    let state = State { analysis: Analysis::Ready(Rc::new(report)), ..(*state()).clone() };
    let line = evidence(&state).into_iter().find(|line| line.phrase == "condemned");
    let line = line.expect("it is listed");
    assert_eq!(line.source.as_deref(), Some("Norland condemned"));
    assert_eq!(line.target.as_deref(), Some("Norland"));
}
