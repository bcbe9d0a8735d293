//! The reader's corrections of topics. What filters by a topic, and the card that is open, go with it.

use super::changes::set;
use crate::store::{Action, State, TopicCard, TopicKey};
use readout_contract::change::Change;
use readout_contract::report::TopicKind;

/// Letters of a label at most.
const LABEL: usize = 80;

pub(super) fn apply(state: &mut State, action: Action) {
    match action {
        Action::HideTopic(key) => {
            replace(state, &key, None);
            set(state, Change::HideTopic(key.label.clone()), true);
            state.view.hidden.push(key);
        }
        Action::RenameTopic(key, to) => {
            let Some(to) = trimmed(&to).filter(|to| *to != key.label) else { return };
            // Under a name that another topic has, the two become one.
            let like = |topic: &&TopicKey| topic.label.eq_ignore_ascii_case(&to);
            let new = known(state).iter().find(like).cloned();
            let new = new.unwrap_or(TopicKey { label: to.clone(), ..key.clone() });
            replace(state, &key, Some(new));
            set(state, Change::RenameTopic { from: key.label, to }, true);
        }
        Action::MergeTopics(keep, merge) if keep != merge => {
            replace(state, &merge, Some(keep.clone()));
            let change = Change::MergeTopics { keep: keep.label, merge: merge.label };
            set(state, change, true);
        }
        Action::AddWords(key, words) => {
            if let Some(words) = trimmed(&words) {
                set(state, Change::AddTopicWords { topic: key.label, words }, true);
            }
        }
        Action::AddIssue(label, words) => {
            let Some((label, words)) = trimmed(&label).zip(trimmed(&words)) else { return };
            let key = TopicKey { kind: TopicKind::Issue, label: label.clone() };
            state.selection.topic = Some(TopicCard::Of(key));
            set(state, Change::AddIssue { label, words }, true);
        }
        _ => {}
    }
}

/// What was typed, if anything was.
fn trimmed(typed: &str) -> Option<String> {
    let short: String = typed.trim().chars().take(LABEL).collect();
    (!short.is_empty()).then_some(short)
}

fn known(state: &State) -> Vec<TopicKey> {
    let topics = state.report().map(|report| report.topics.topics.as_slice());
    let key = |topic: &readout_contract::report::Topic| TopicKey {
        kind: topic.kind,
        label: topic.label.clone(),
    };
    topics.unwrap_or_default().iter().map(key).collect()
}

/// Whatever points at a topic points at another one, or at none.
fn replace(state: &mut State, old: &TopicKey, new: Option<TopicKey>) {
    for filter in [&mut state.filters.topics, &mut state.filters.without] {
        if filter.remove(old) {
            filter.extend(new.clone());
        }
    }
    if matches!(&state.selection.topic, Some(TopicCard::Of(open)) if open == old) {
        state.selection.topic = new.map(TopicCard::Of);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::select::tests::state;
    use crate::store::select::topic_groups;
    use std::rc::Rc;
    use yew::Reducible;

    fn norland() -> TopicKey {
        TopicKey { kind: TopicKind::Place, label: "Norland".to_owned() }
    }

    fn talks() -> TopicKey {
        TopicKey { kind: TopicKind::Issue, label: "Talks".to_owned() }
    }

    fn open() -> Rc<State> {
        state()
            .reduce(Action::ToggleTopic(norland()))
            .reduce(Action::TopicCard(TopicCard::Of(norland())))
    }

    #[test]
    fn a_new_name_goes_along_with_filter_and_card() {
        let after = open().reduce(Action::RenameTopic(norland(), " The north ".to_owned()));
        let new = TopicKey { label: "The north".to_owned(), ..norland() };
        assert_eq!(after.filters.topics.iter().collect::<Vec<_>>(), [&new]);
        assert_eq!(after.selection.topic, Some(TopicCard::Of(new)));
        let change = Change::RenameTopic { from: "Norland".to_owned(), to: "The north".to_owned() };
        assert_eq!(after.changes.done, [change]);
        let taken = open().reduce(Action::RenameTopic(norland(), "talks".to_owned()));
        assert_eq!(taken.selection.topic, Some(TopicCard::Of(talks())), "the two are one");
    }

    #[test]
    fn what_says_nothing_changes_nothing() {
        let before = open();
        for action in [
            Action::RenameTopic(norland(), "Norland".to_owned()),
            Action::RenameTopic(norland(), "  ".to_owned()),
            Action::MergeTopics(norland(), norland()),
            Action::AddWords(norland(), " ".to_owned()),
            Action::AddIssue("Bridges".to_owned(), String::new()),
        ] {
            let after = Rc::clone(&before).reduce(action.clone());
            assert!(Rc::ptr_eq(&before, &after), "{action:?}");
        }
    }

    #[test]
    fn a_merged_topic_filters_as_the_one_that_stays() {
        let after = open().reduce(Action::MergeTopics(talks(), norland()));
        assert_eq!(after.filters.topics.iter().collect::<Vec<_>>(), [&talks()]);
        let change = Change::MergeTopics { keep: "Talks".to_owned(), merge: "Norland".to_owned() };
        assert_eq!(after.changes.done, [change]);
    }

    #[test]
    fn a_hidden_topic_waits_in_its_group() {
        let after = open().reduce(Action::HideTopic(norland()));
        assert!(after.filters.is_empty());
        assert_eq!(after.selection.topic, None);
        let hidden: Vec<usize> =
            topic_groups(&after).iter().map(|group| group.hidden.len()).collect();
        assert_eq!(hidden, [0, 1], "issues, places");
        let back = after.reduce(Action::RemoveChange(0));
        assert!(topic_groups(&back).iter().all(|group| group.hidden.is_empty()));
    }

    #[test]
    fn an_issue_of_the_reader_opens_its_card() {
        let new = state().reduce(Action::TopicCard(TopicCard::New));
        let after = new.reduce(Action::AddIssue("Bridges".to_owned(), "bridge*".to_owned()));
        let key = TopicKey { kind: TopicKind::Issue, label: "Bridges".to_owned() };
        assert_eq!(after.selection.topic, Some(TopicCard::Of(key)));
        assert_eq!(after.request, state().request + 1);
        let closed = after.reduce(Action::CloseCard);
        assert_eq!(closed.selection.topic, None);
    }
}
