//! Each lexicon says where its rows come from, and its rows are sorted and unique.

use crate::files::{none, texts};

/// What a header must say.
const FIELDS: [&str; 6] = ["name", "source", "license", "retrieved", "built", "columns"];

#[test]
fn each_lexicon_names_its_origin() {
    let lexicons = texts("src/analysis/lexicon", ".tsv");
    assert!(!lexicons.is_empty(), "there is no lexicon");
    let mut broken = Vec::new();
    for (path, text) in lexicons {
        for field in FIELDS {
            let start = format!("# {field}: ");
            let said = text.lines().filter_map(|line| line.strip_prefix(&start));
            if said.filter(|words| !words.trim().is_empty()).count() == 0 {
                broken.push(format!("{path} has no line \"{start}…\""));
            }
        }
    }
    none("a lexicon opens with lines that say where it comes from", &broken);
}

#[test]
fn rows_are_sorted_and_unique() {
    let mut broken = Vec::new();
    for (path, text) in texts("src/analysis/lexicon", ".tsv") {
        let rows: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        for pair in rows.windows(2) {
            if pair[0] >= pair[1] {
                broken.push(format!("{path}: {:?} before {:?}", pair[0], pair[1]));
            }
        }
    }
    none("rows of a lexicon are in the order of their bytes, each once", &broken);
}
