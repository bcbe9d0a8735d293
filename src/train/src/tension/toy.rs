//! Toy sentences of our own, learned by heart: the same weights every time, and what was learned is
//! found again.

use super::data::{Record, record};
use super::{Sizes, learn_all, lessons};
use readout_analysis::training::acts;
use readout_analysis::training::format;
use readout_analysis::{Lexicons, Models};
use readout_text::SourceText;
use serde_json::json;

const SENTENCES: [(&str, &str, u8); 6] = [
    ("Norway photographed Sweden on Monday.", "REJECT", 3),
    ("The Norwegian minister photographed a Swedish envoy.", "REJECT", 3),
    ("Norway measured Sweden in May.", "AID", 2),
    ("The Norwegian king measured Finland on Friday.", "AID", 2),
    ("Sweden painted Norway in Oslo.", "SUPPORT", 1),
    ("Finland painted the Swedish envoy.", "SUPPORT", 1),
];

fn records() -> Vec<Record> {
    let read = |(text, event, quad): &(&str, &str, u8)| {
        let line = json!({ "id": "toy", "text": text, "quad": quad, "event": event });
        record(&line.to_string()).expect("a sentence with its class")
    };
    SENTENCES.iter().map(read).collect()
}

fn file() -> Vec<u8> {
    let (lexicons, models) = (Lexicons::built_in(), Models::built_in());
    let sizes = Sizes { penalty: 0.1, keep: 600, ..Sizes::product() };
    let lessons = lessons::of_records(&records(), &sizes.shares, &lexicons, &models);
    learn_all(lessons.iter().flatten(), &sizes)
}

#[test]
fn the_same_sentences_give_the_same_file() {
    let file = file();
    assert_eq!(file, self::file());
    assert_eq!(format::checksum(&file), CHECKSUM, "the trainer learns something else than before");
}

/// Of the toy model's file. A change of the trainer or of what it sees changes it.
const CHECKSUM: u32 = 2_408_986_126;

/// No row of the list has these verbs: each signal is a learned one.
#[test]
fn what_was_learned_is_found_again() {
    let file: &'static [u8] = Vec::leak(file());
    assert_eq!(format::check(file, acts::FEATURE_SET), Ok(()));
    let lexicons = Lexicons::built_in();
    let models = Models::built_in().with_acts(file);
    let found = |source: &SourceText| -> serde_json::Value {
        let line = readout_cli::tension_line("toy", source, &lexicons, &models);
        serde_json::from_str(&line).expect("JSON")
    };
    for record in records() {
        let line = found(&record.source);
        assert_eq!(line["quad"].as_u64(), record.quad.map(u64::from), "{}: {line}", record.text);
        let eases = line["score"].as_f64().map(|score| score > 0.0);
        assert_eq!(eases, record.quad.map(|quad| quad < 3), "{line}");
        assert_eq!(line["readings"].as_array().map(Vec::len), Some(1), "{line}");
    }
    // One party alone, and a predicate that was not learned.
    for calm in ["Norway photographed it.", "Norway and Sweden lie in the north of Europe."] {
        let line = found(&SourceText::new(calm).expect("short"));
        assert_eq!(line["readings"].as_array().map(Vec::len), Some(0), "{line}");
    }
}
