//! What always holds of a whole reading.

use crate::{lexicons, models, sound::report::check, texts::texts};
use proptest::prelude::*;
use readout_analysis::{Memo, read};
use readout_contract::protocol::Input;
use readout_contract::report::{Part, Report};
use readout_text::SourceText;

fn report(text: &str, memo: &mut Memo) -> Report {
    let source = SourceText::new(text).expect("short");
    let input = Input { text: text.to_owned(), ..Input::default() };
    read(&source, &input, lexicons(), models(), memo, &mut |_| {})
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn any_text_gives_a_sound_report_twice(text in texts()) {
        let first = report(&text, &mut Memo::default());
        check(&text, &first);
        prop_assert_eq!(&first, &report(&text, &mut Memo::default()));
    }

    #[test]
    fn reading_after_an_edit_is_reading_afresh(one in texts(), two in texts(), three in texts()) {
        let mut memo = Memo::default();
        report(&format!("{one}\n\n{two}"), &mut memo);
        let edited = format!("{one}\n\n{three}\n\n{two}");
        prop_assert_eq!(report(&edited, &mut memo), report(&edited, &mut Memo::default()));
    }
}

#[test]
fn parts_are_told_in_order_and_are_the_report() {
    let text = "Wang Yi said that talks in Beijing had been candid. Blinken condemned the raid.";
    let source = SourceText::new(text).expect("short");
    let input = Input { text: text.to_owned(), ..Input::default() };
    let mut parts = Vec::new();
    let mut tell = |part| parts.push(part);
    let report = read(&source, &input, lexicons(), models(), &mut Memo::default(), &mut tell);
    let expected = [
        Part::Words(report.words),
        Part::Attributions(report.attributions),
        Part::Topics(report.topics),
        Part::Tension(report.tension),
    ];
    assert_eq!(parts, expected);
}

#[test]
fn every_starter_text_is_sound() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).expect("the seeds") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|extension| extension == "md") {
            let text = std::fs::read_to_string(&path).expect("a text");
            let body = text.splitn(3, "---\n").nth(2).expect("front matter").trim();
            let report = report(body, &mut Memo::default());
            check(body, &report);
            let french = text.contains("language: fr");
            assert_eq!(report.words.language.english, !french, "{}", path.display());
            assert_eq!(report.tension.reading.value.is_none(), french, "{}", path.display());
            count += 1;
        }
    }
    assert!(count >= 8, "{count} starter texts");
}

/// One paragraph without an end, and many: time must not grow faster than the text by much. The
/// test would not end in reasonable time if a stage looked at everything for everything.
#[test]
fn endless_texts_are_read() {
    let sentence = "China condemned Russia and the United States said that Iran met Wang Yi , ";
    let endless = sentence.repeat(4_000);
    check(&endless, &report(&endless, &mut Memo::default()));
    let many = "“No,” Wang Yi said. He left for talks.\n\n".repeat(8_000);
    check(&many, &report(&many, &mut Memo::default()));
}
