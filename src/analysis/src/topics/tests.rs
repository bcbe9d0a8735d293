//! Topics in words: kind, label, number of sentences.

use crate::{Lexicons, Memo, Models, read};
use readout_contract::change::{Change, ChangeOutcome};
use readout_contract::protocol::Input;
use readout_contract::report::{Report, TopicKind};
use readout_text::SourceText;

fn report(text: &str, changes: Vec<Change>) -> Report {
    let source = SourceText::new(text).expect("short");
    let input = Input { text: text.to_owned(), changes, read_anyway: true, ..Input::default() };
    let (lexicons, models) = (Lexicons::built_in(), Models::built_in());
    read(&source, &input, &lexicons, &models, &mut Memo::default(), &mut |_| {})
}

fn topics(text: &str) -> Vec<String> {
    let report = report(text, Vec::new());
    let line = |topic: &readout_contract::report::Topic| {
        format!("{:?} {} {}", topic.kind, topic.label, topic.sentences.len())
    };
    report.topics.topics.iter().map(line).collect()
}

const TEXT: &str = "The two countries argued about new tariffs.\n\nTaiwan watched. A trade war would \
    hurt Taiwan, and tariffs help nobody. The shipping fees rose. Nobody likes the shipping fees.";

#[test]
fn issues_terms_and_things() {
    assert_eq!(
        topics(TEXT),
        ["Issue Tariffs and trade disputes 2", "Term shipping fees 2", "Place Taiwan 2"]
    );
}

#[test]
fn one_mention_outside_the_lead_is_no_issue() {
    assert_eq!(
        topics("They met in the hall.\n\nSomebody spoke of sanctions."),
        Vec::<String>::new()
    );
    assert_eq!(topics("They spoke of sanctions.\n\nThen they left."), ["Issue Sanctions 1"]);
}

#[test]
fn what_speaks_against_an_issue_keeps_it_out() {
    assert_eq!(
        topics("The fans of TED talks sat in the hall."),
        ["Term TED talks 1", "Organization TED 1"]
    );
    assert_eq!(topics("A bowl of potato chips stood on the table."), ["Term potato chips 1"]);
}

fn changed(text: &str, changes: Vec<Change>) -> (Vec<String>, Vec<ChangeOutcome>) {
    let report = report(text, changes);
    let line = |topic: &readout_contract::report::Topic| {
        let words = topic.evidence.iter().map(|found| &*found.matched).collect::<Vec<_>>();
        format!("{:?} {}: {}", topic.kind, topic.label, words.join(", "))
    };
    (report.topics.topics.iter().map(line).collect(), report.changes)
}

const MINES: &str = "The ministers spoke of mines in the north. They opened a mine-clearing school. \
    Mining firms asked who would pay. The WHO asked, too.";

#[test]
fn an_issue_of_the_readers_own() {
    let issue =
        |words: &str| Change::AddIssue { label: "Demining".to_owned(), words: words.to_owned() };
    let all = ["Issue Demining: mine, mine, minin*, WHO".to_owned()];
    let (topics, outcomes) = changed(MINES, vec![issue("mine, minin*; WHO, nowhere")]);
    assert_eq!(topics[..1], all);
    assert_eq!(outcomes, [ChangeOutcome::Applied]);
    for words in ["nowhere", "", " , ,", "*", "-"] {
        let (topics, outcomes) = changed(MINES, vec![issue(words)]);
        assert!(!topics.iter().any(|topic| topic.contains("Demining")), "{words:?}");
        assert_eq!(outcomes, [ChangeOutcome::LostItsPlace], "{words:?}");
    }
}

#[test]
fn words_are_added_to_a_topic_under_its_label_now() {
    let add = |topic: &str, words: &str| Change::AddTopicWords {
        topic: topic.to_owned(),
        words: words.to_owned(),
    };
    let rename = Change::RenameTopic { from: "Taiwan".to_owned(), to: "Island".to_owned() };
    let (topics, outcomes) =
        changed(TEXT, vec![rename, add("Island", "two countries"), add("Taiwan", "nobody")]);
    assert!(
        topics.contains(&"Place Island: two countries, taiwan, taiwan".to_owned()),
        "{topics:?}"
    );
    assert_eq!(
        outcomes,
        [ChangeOutcome::Applied, ChangeOutcome::Applied, ChangeOutcome::LostItsPlace]
    );
}

#[test]
fn merged_topics_are_one_and_a_taken_label_merges() {
    let kept = "Term shipping fees: taiwan, taiwan, shipping fees, shipping fees".to_owned();
    let merge =
        Change::MergeTopics { keep: "shipping fees".to_owned(), merge: "Taiwan".to_owned() };
    let rename = Change::RenameTopic { from: "Taiwan".to_owned(), to: "Shipping fees".to_owned() };
    for change in [merge, rename] {
        let (topics, outcomes) = changed(TEXT, vec![change]);
        assert!(topics.contains(&kept), "{topics:?}");
        assert!(!topics.iter().any(|topic| topic.starts_with("Place")), "{topics:?}");
        assert_eq!(outcomes, [ChangeOutcome::Applied]);
    }
    let with_itself = Change::MergeTopics { keep: "Taiwan".to_owned(), merge: "Taiwan".to_owned() };
    assert_eq!(changed(TEXT, vec![with_itself]).1, [ChangeOutcome::LostItsPlace]);
}

#[test]
fn a_hidden_topic_is_gone_and_a_renamed_one_renamed() {
    let changes = vec![
        Change::HideTopic("Taiwan".to_owned()),
        Change::RenameTopic {
            from: "Tariffs and trade disputes".to_owned(),
            to: "Tariffs".to_owned(),
        },
        Change::HideTopic("Nowhere".to_owned()),
    ];
    let report = report(TEXT, changes);
    let labels: Vec<&str> = report.topics.topics.iter().map(|topic| topic.label.as_str()).collect();
    assert_eq!(labels, ["Tariffs", "shipping fees"]);
    assert_eq!(
        report.changes,
        [ChangeOutcome::Applied, ChangeOutcome::Applied, ChangeOutcome::LostItsPlace]
    );
}

/// Labels of a kind in the first view.
fn first(text: &str, kind: TopicKind) -> Vec<String> {
    let topics = report(text, Vec::new()).topics.topics.into_iter();
    let first = topics.filter(|topic| topic.kind == kind && topic.first_view);
    first.map(|topic| format!("{} {}", topic.label, topic.sentences.len())).collect()
}

#[test]
fn variants_are_one_term() {
    let text = "The ministers met early.\n\nThe harbor fee rose. Nobody likes harbour fees. \
        A harbor-fee was paid.\n\nThe truckers' pay fell. The union fought for trucker pay.";
    assert_eq!(first(text, TopicKind::Term)[..1], ["harbor fee 3"]);
}

#[test]
fn a_phrase_mostly_inside_a_longer_one_is_folded() {
    let text = "They met.\n\nThe new ferry line opened. They praised the ferry line.";
    let longer = "They met.\n\nThe car ferry line opened. They praised the car ferry line. \
        The car ferry line is late.";
    assert_eq!(first(text, TopicKind::Term), ["ferry line 2"]);
    assert_eq!(first(longer, TopicKind::Term), ["car ferry line 3"]);
}

#[test]
fn a_term_keeps_its_capitals_and_has_no_article() {
    let text = "They met.\n\nThe Swedish ferries stopped. Nobody saw Swedish ferries.";
    assert_eq!(first(text, TopicKind::Term), ["Swedish ferries 2"]);
}

#[test]
fn noise_is_no_term_and_words_are_not_in_the_first_view() {
    let text = "They met.\n\nThe last week was long. The last week was wet. \
        The ferry came. A ferry sank. Another ferry burned.";
    assert_eq!(first(text, TopicKind::Term), Vec::<String>::new());
    assert!(topics(text).contains(&"Term ferry 3".to_owned()));
}

#[test]
fn an_event_is_one_however_it_is_named() {
    let text = "They met.\n\nThe war in Ukraine goes on. Russia began the invasion of Ukraine. \
        The Ukraine war is long. Nobody wins the war.";
    assert_eq!(first(text, TopicKind::Event), ["war in Ukraine 4"]);
}

#[test]
fn an_abbreviation_is_not_the_word_that_it_spells() {
    let issues = |text| first(text, TopicKind::Issue);
    assert_eq!(issues("The man who came knew the woman who left."), Vec::<String>::new());
    assert_eq!(issues("THE MAN WHO CAME."), Vec::<String>::new());
    let (found, _) = changed("The WHO fought the epidemic.", Vec::new());
    assert_eq!(found[..1], ["Issue Outbreaks and global health: who, epidemic*"]);
}

#[test]
fn a_word_inside_a_name_is_no_sign_of_an_issue() {
    let text = "They met the Human Rights Watch staff. Human Rights Watch wrote.";
    assert_eq!(first(text, TopicKind::Issue), Vec::<String>::new());
}

#[test]
fn one_phrase_is_enough_where_there_is_room() {
    let text = "They met.\n\nThe two ministers spoke of critical minerals at lunch.";
    assert_eq!(first(text, TopicKind::Issue), ["Critical minerals 1"]);
}
