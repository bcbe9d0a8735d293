//! Dates in words: expression = value.

use crate::{Lexicons, Memo, Models, read};
use readout_contract::protocol::Input;
use readout_text::SourceText;

/// The dates of a text that was written on a Friday, 26 April 2024.
fn dates(text: &str) -> Vec<String> {
    let source = SourceText::new(text).expect("short");
    let input = Input {
        text: text.to_owned(),
        date: Some("2024-04-26".to_owned()),
        read_anyway: true,
        ..Input::default()
    };
    let (lexicons, models) = (Lexicons::built_in(), Models::built_in());
    let report = read(&source, &input, &lexicons, &models, &mut Memo::default(), &mut |_| {});
    report
        .attributions
        .dates
        .iter()
        .map(|date| {
            format!("{} = {}", source.slice(date.span), date.value.as_deref().unwrap_or("?"))
        })
        .collect()
}

#[test]
fn expressions_and_values() {
    let cases: &[(&str, &[&str])] = &[
        ("It was signed on 26 April 2024.", &["26 April 2024 = 2024-04-26"]),
        ("It was signed on April 26, 2024, in haste.", &["April 26, 2024 = 2024-04-26"]),
        ("It began in September 2016.", &["September 2016 = 2016-09"]),
        ("It began in 2016 and ended in the 1990s.", &["2016 = 2016", "1990s = 199"]),
        ("They met on Friday.", &["Friday = 2024-04-26"]),
        ("They met on Thursday.", &["Thursday = 2024-04-25"]),
        ("They will meet on Monday.", &["Monday = 2024-04-29"]),
        ("They met last Friday.", &["last Friday = 2024-04-19"]),
        ("They met yesterday.", &["yesterday = 2024-04-25"]),
        ("They met two days earlier.", &["two days earlier = 2024-04-24"]),
        ("They fell out last year.", &["last year = 2023"]),
        ("They met the previous November.", &["previous November = 2023-11"]),
        ("It happened three months ago.", &["three months ago = 2024-01"]),
        ("It is due on 7 May.", &["7 May = 2024-05-07"]),
        ("It was signed on 12 December.", &["12 December = 2023-12-12"]),
        // Not dates.
        ("They may march on the town.", &[]),
        ("It cost $2016 and 1990 people came.", &[]),
        ("The second week was calm.", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(dates(text), *expected, "{text}");
    }
}

#[test]
fn a_year_holds_for_its_paragraph() {
    assert_eq!(
        dates("In 1945 he left on May 8.\n\nHe came back on May 8."),
        ["1945 = 1945", "May 8 = 1945-05-08", "May 8 = 2024-05-08"]
    );
}
