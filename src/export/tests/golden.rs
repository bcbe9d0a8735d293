//! One golden file a form. `UPDATE_GOLDEN=1 cargo test -p readout-export` rewrites them; the
//! difference is then read like any other.

mod common;

use readout_export::{csv, json, markdown, summary};

fn check(name: &str, form: &str) {
    let path = format!("{}/tests/golden/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, form).expect("the folder is there");
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(form, golden, "{name}");
}

#[test]
fn every_form_is_as_it_was() {
    let sample = common::sample();
    let reading = sample.reading();
    check("reading.json", &json(&reading));
    check("reading.md", &markdown(&reading));
    check("quotes.csv", &csv::quotes(&reading));
    check("topics.csv", &csv::topics(&reading));
    check("signals.csv", &csv::signals(&reading));
    check("pairs.csv", &csv::pairs(&reading));
    check("findings.csv", &csv::findings(&reading));
}

#[test]
fn rows_of_a_table_have_as_many_cells_as_its_header() {
    let sample = common::sample();
    let reading = sample.reading();
    for table in [
        csv::quotes(&reading),
        csv::topics(&reading),
        csv::signals(&reading),
        csv::pairs(&reading),
        csv::findings(&reading),
    ] {
        assert!(table.starts_with('\u{feff}'));
        let rows: Vec<usize> = table.lines().map(cells).collect();
        assert!(rows.len() > 1, "{table}");
        assert!(rows.iter().all(|cells| *cells == rows[0]), "{rows:?} in {table}");
    }
}

/// Cells of a row: commas outside quotation marks, and one.
fn cells(row: &str) -> usize {
    let mut inside = false;
    let commas = row.chars().filter(|&c| {
        inside ^= c == '"';
        c == ',' && !inside
    });
    commas.count() + 1
}

#[test]
fn the_summary_says_what_was_found() {
    let sample = common::sample();
    assert_eq!(
        summary(&sample.reading()),
        "3 sentences. 1 speaker, 2 quotes (1 exact, 1 part exact). Most described pair: Germany – \
         France. This text describes relations as Strained, 46 (range 38–55), mixed, steady."
    );
}

#[test]
fn ids_that_do_not_exist_are_passed_over() {
    use readout_contract::ids::{ActorId, SentenceId, TopicId};
    let mut sample = common::sample();
    for quote in &mut sample.report.attributions.attributions {
        quote.speaker = Some(ActorId(99));
        quote.sentences = vec![SentenceId(99)];
    }
    for signal in &mut sample.report.tension.signals {
        signal.source = Some(ActorId(99));
        signal.issue = Some(TopicId(99));
        signal.sentence = SentenceId(99);
    }
    let reading = sample.reading();
    assert!(markdown(&reading).contains("Not clear who"));
    assert_eq!(csv::signals(&reading).lines().count(), 4, "a row a signal all the same");
    assert!(json(&reading).contains("\"speaker\": 99"), "ids are passed on as they are");
}
