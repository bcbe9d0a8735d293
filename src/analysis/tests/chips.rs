//! The first ten topic chips of the starter texts, held against the verdicts of an editor.
//!
//! `chips/<text>.tsv` says of each chip whether an editor would keep it; one that nobody has judged
//! does not count as kept. `UPDATE_EXPECT=1 cargo test -p readout-analysis --test chips` rewrites
//! `chips/kept.md`, whose table `cargo xtask eval` takes over; the diff is what a reviewer reads. A
//! verdict is about the text, and is never changed to suit what the program shows.

use expect_test::expect_file;
use readout_analysis::{Lexicons, Memo, Models, read};
use readout_contract::protocol::Input;
use readout_contract::report::{Topic, TopicKind};
use readout_text::SourceText;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Chips that are counted.
const TEN: usize = 10;
/// Chips that the page shows of a group before "show more".
const GROUP: usize = 8;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Must,
    Keep,
    Drop,
}

/// A row of a file of verdicts.
struct Row {
    labels: Vec<String>,
    kinds: Vec<String>,
    verdict: Verdict,
    reason: String,
}

impl Row {
    fn parse(line: &str) -> Self {
        let mut cells = line.split('\t');
        let mut list =
            || cells.next().expect(line).split('|').map(str::to_owned).collect::<Vec<_>>();
        let (labels, kinds) = (list(), list());
        for kind in &kinds {
            let known = ["issue", "term", "place", "organization", "event"];
            assert!(known.contains(&kind.as_str()), "no kind: {line}");
        }
        let verdict = match cells.next() {
            Some("must") => Verdict::Must,
            Some("keep") => Verdict::Keep,
            Some("drop") => Verdict::Drop,
            _ => panic!("no verdict: {line}"),
        };
        Self { labels, kinds, verdict, reason: cells.next().unwrap_or_default().to_owned() }
    }

    fn judges(&self, topic: &Topic) -> bool {
        let kind = format!("{:?}", topic.kind).to_lowercase();
        self.kinds.contains(&kind)
            && self.labels.iter().any(|label| fold(label) == fold(&topic.label))
    }
}

fn fold(label: &str) -> String {
    label.to_lowercase().replace('’', "'")
}

#[test]
fn chips_are_kept_as_often_as_written() {
    let mut verdicts = BTreeMap::new();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/chips");
    for entry in std::fs::read_dir(folder).expect("the verdicts") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|extension| extension == "tsv") {
            let file = std::fs::read_to_string(&path).expect("verdicts");
            let rows: Vec<Row> =
                file.lines().filter(|line| !line.starts_with('#')).map(Row::parse).collect();
            let id = path.file_stem().expect("a name").to_string_lossy().into_owned();
            verdicts.insert(id, rows);
        }
    }
    assert_eq!(verdicts.len(), 12, "twelve texts");

    let (lexicons, models) = (Lexicons::built_in(), Models::built_in());
    let mut table = String::from("| Text | kept | of | not judged | must, not shown |\n");
    table.push_str("| --- | ---: | ---: | ---: | ---: |\n");
    let (mut lists, mut sums, mut reached) = (String::new(), [0; 4], [0; 2]);
    for (id, rows) in &verdicts {
        let input = starter(id);
        let source = SourceText::new(&input.text).expect("short");
        let report = read(&source, &input, &lexicons, &models, &mut Memo::default(), &mut |_| {});
        let shown = first_view(&report.topics.topics);
        let _ = writeln!(lists, "\n## {id}\n");
        let first: Vec<&&Topic> = shown.iter().take(TEN).collect();
        let (mut kept, mut unknown) = (0, 0);
        for topic in &first {
            let row = rows.iter().find(|row| row.judges(topic));
            let mark = match row.map(|row| row.verdict) {
                Some(Verdict::Must | Verdict::Keep) => '+',
                Some(Verdict::Drop) => '−',
                None => '?',
            };
            kept += usize::from(mark == '+');
            unknown += usize::from(mark == '?');
            let kind = format!("{:?}", topic.kind).to_lowercase();
            let reason = row.filter(|_| mark == '−').map_or("", |row| row.reason.as_str());
            let line = format!("- {mark} {} ({kind}) {reason}", topic.label);
            let _ = writeln!(lists, "{}", line.trim_end());
        }
        let missing: Vec<&str> = rows
            .iter()
            .filter(|row| row.verdict == Verdict::Must)
            .filter(|row| !shown.iter().any(|topic| row.judges(topic)))
            .filter_map(|row| row.labels.first().map(String::as_str))
            .collect();
        if !missing.is_empty() {
            let _ = writeln!(lists, "\nMissing: {}", missing.join("; "));
        }
        let counts = [kept, first.len(), unknown, missing.len()];
        let cells = counts.map(|count| count.to_string()).join(" | ");
        let _ = writeln!(table, "| {id} | {cells} |");
        for (sum, count) in sums.iter_mut().zip(counts) {
            *sum += count;
        }
        reached[0] += usize::from(kept >= 9);
        reached[1] += usize::from(kept * 10 >= first.len() * 9);
    }
    let _ = writeln!(
        table,
        "| **all** | **{}** | {} | {} | {} |\n\nNine or more kept: {} of 12 texts. \
        Nine tenths of those shown: {}.",
        sums[0], sums[1], sums[2], sums[3], reached[0], reached[1],
    );
    expect_file![concat!(env!("CARGO_MANIFEST_DIR"), "/tests/chips/kept.md")]
        .assert_eq(&format!("{table}{lists}"));
}

/// A starter text as the page passes it on.
fn starter(id: &str) -> Input {
    let path = format!("{}/../../seeds/{id}.md", env!("CARGO_MANIFEST_DIR"));
    let file = std::fs::read_to_string(path).expect("a starter text");
    let rest = file.strip_prefix("---\n").expect("a front block");
    let (front, text) = rest.split_once("\n---\n").expect("a front block");
    let field = |name: &str| {
        front.lines().find_map(|line| line.strip_prefix(name)).map(|value| value.trim().to_owned())
    };
    Input {
        text: text.trim().to_owned(),
        title: field("title:"),
        date: field("date:"),
        ..Input::default()
    }
}

/// The chips that the page shows at first, in its order: issues and terms, places, organizations,
/// events.
fn first_view(topics: &[Topic]) -> Vec<&Topic> {
    let groups: [&[TopicKind]; 4] = [
        &[TopicKind::Issue, TopicKind::Term],
        &[TopicKind::Place],
        &[TopicKind::Organization],
        &[TopicKind::Event],
    ];
    groups
        .iter()
        .flat_map(|kinds| {
            topics
                .iter()
                .filter(|topic| topic.first_view && kinds.contains(&topic.kind))
                .take(GROUP)
        })
        .collect()
}
