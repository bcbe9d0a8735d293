//! Each issue has a sentence that shows it and one that does not, and what the list of chips keeps.

use readout_analysis::{Lexicons, Memo, Models, read};
use readout_contract::protocol::Input;
use readout_contract::report::{Topic, TopicKind};
use readout_text::SourceText;
use std::collections::BTreeSet;

const ISSUES: &str = include_str!("../lexicon/issues.tsv");
const SENTENCES: &str = include_str!("issues/sentences.tsv");

fn rows(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    file.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

fn topics(text: &str, lexicons: &Lexicons, models: &Models) -> Vec<Topic> {
    let source = SourceText::new(text).expect("short");
    let input = Input { text: text.to_owned(), read_anyway: true, ..Input::default() };
    read(&source, &input, lexicons, models, &mut Memo::default(), &mut |_| {}).topics.topics
}

#[test]
fn every_issue_has_a_sentence_with_and_one_without() {
    let issues: BTreeSet<&str> = rows(ISSUES).map(|row| row[0]).collect();
    let tested: BTreeSet<&str> = rows(SENTENCES).map(|row| row[0]).collect();
    assert_eq!(issues, tested);
    assert_eq!(issues.len(), 95);

    let (lexicons, models) = (Lexicons::built_in(), Models::built_in());
    let mut wrong = Vec::new();
    for row in rows(SENTENCES) {
        let [issue, with, without] = row[..] else { panic!("three columns: {row:?}") };
        for (text, wanted) in [(with, true), (without, false)] {
            let shown = topics(text, &lexicons, &models);
            if shown.iter().any(|topic| topic.code.as_deref() == Some(issue)) != wanted {
                wrong.push(format!("{issue}: {text}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn chips_of_an_article_differ() {
    let (lexicons, models) = (Lexicons::built_in(), Models::built_in());
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds");
    let (mut articles, mut with_issue) = (0, 0);
    for entry in std::fs::read_dir(folder).expect("the starter texts") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|extension| extension != "md") {
            continue;
        }
        let file = std::fs::read_to_string(&path).expect("a starter text");
        let shown = topics(&file, &lexicons, &models);
        let name = path.display().to_string();
        let is_issue = |topic: &&Topic| topic.kind == TopicKind::Issue && topic.first_view;
        let issues = shown.iter().filter(is_issue).count();
        assert!(issues <= 8, "{name}: {issues} issues before more");
        articles += 1;
        with_issue += usize::from(issues > 0);
        for (at, one) in shown.iter().enumerate() {
            for other in &shown[..at] {
                let (own, before) = (one.label.to_lowercase(), other.label.to_lowercase());
                assert_ne!(own, before, "{name}");
                let inside = one.kind == other.kind
                    && one.kind == TopicKind::Term
                    && one.sentences == other.sentences
                    && (is_part(&own, &before) || is_part(&before, &own));
                assert!(!inside, "{name}: {own:?} and {before:?}");
            }
        }
    }
    assert!(with_issue * 100 >= articles * 80, "{with_issue} of {articles} texts have an issue");
}

/// Whether the words of one are some of the other's, in a row.
fn is_part(one: &str, other: &str) -> bool {
    let (one, other): (Vec<&str>, Vec<&str>) =
        (one.split(' ').collect(), other.split(' ').collect());
    one.len() < other.len() && other.windows(one.len()).any(|part| part == one)
}
