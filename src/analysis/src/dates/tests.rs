//! Dates in words: expression = value.

use crate::{Lexicons, Memo, Models, read};
use readout_contract::protocol::Input;
use readout_contract::report::AttributionsPart;
use readout_text::SourceText;

/// Who said what, and when, in a text of that date.
fn found(text: &str, date: Option<&str>) -> AttributionsPart {
    let source = SourceText::new(text).expect("short");
    let date = date.map(ToOwned::to_owned);
    let input = Input { text: text.to_owned(), date, read_anyway: true, ..Input::default() };
    let (lexicons, models) = (Lexicons::built_in(), Models::built_in());
    read(&source, &input, &lexicons, &models, &mut Memo::default(), &mut |_| {}).attributions
}

/// The dates of a text that was written on a Friday, 26 April 2024.
fn dates(text: &str) -> Vec<String> {
    let source = SourceText::new(text).expect("short");
    found(text, Some("2024-04-26"))
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
        // Parts of a day.
        ("They met this morning.", &["this morning = 2024-04-26"]),
        ("They met last night.", &["last night = 2024-04-25"]),
        ("They met on Tuesday evening.", &["Tuesday evening = 2024-04-23"]),
        ("They met on Wednesday, 24 April.", &["Wednesday, 24 April = 2024-04-24"]),
        // Weeks, seasons, ends, decades and centuries.
        ("They met last summer.", &["last summer = 2023-22"]),
        ("They met last week.", &["last week = 2024-W16"]),
        ("It is due by the end of the year.", &["end of the year = 2024-12-31"]),
        ("It runs to the end of next month.", &["end of next month = 2024-05-31"]),
        ("It began a decade ago.", &["a decade ago = 2014"]),
        ("It ended two hundred years ago.", &["two hundred years ago = 1824"]),
        ("It was a treaty of the 19th century.", &["19th century = 18"]),
        // What the clause says, and only the clause.
        ("The talks are to be held on Monday.", &["Monday = 2024-04-29"]),
        ("The talks, scheduled for Monday, will be short.", &["Monday = 2024-04-29"]),
        ("The minister, who will leave office soon, spoke on Monday.", &["Monday = 2024-04-22"]),
        ("On Monday he said that the army would leave.", &["Monday = 2024-04-22"]),
        ("The parties agreed to meet again on Monday.", &["Monday = 2024-04-29"]),
        ("Officials prepared for talks to be held on 7 May.", &["7 May = 2024-05-07"]),
        // Two of one month or year.
        ("They met on 5 and 6 March.", &["5 = 2024-03-05", "6 March = 2024-03-06"]),
        ("They met on March 5–6.", &["March 5 = 2024-03-05", "6 = 2024-03-06"]),
        (
            "They met from 28 May to 2 June 2021.",
            &["28 May = 2021-05-28", "2 June 2021 = 2021-06-02"],
        ),
        // In figures.
        ("It was signed on 2016-09-07.", &["2016-09-07 = 2016-09-07"]),
        ("It was signed on 9/7/2016.", &["9/7/2016 = 2016-09-07"]),
        ("It was signed on 17/9/2016.", &["17/9/2016 = 2016-09-17"]),
        ("They lost 9/7 in the vote of 3/4 of them.", &[]),
        // Days with a name.
        ("It joined after the September 11 attacks.", &["September 11 = 2001-09-11"]),
        ("Much changed after 9/11.", &["9/11 = 2001-09-11"]),
        ("It began with the Oct. 7 attack.", &["Oct. 7 = 2023-10-07"]),
        // Counted from what was told.
        (
            "He fled on 3 May 2020. Two years later he returned, and the next day he spoke.",
            &["3 May 2020 = 2020-05-03", "Two years later = 2022"],
        ),
        (
            "The vote was on 3 May 2020. The following day the court met.",
            &["3 May 2020 = 2020-05-03", "following day = 2020-05-04"],
        ),
        ("She won in 2018 and left the same year.", &["2018 = 2018", "same year = 2018"]),
        (
            "Trade grew in 2021. It had fallen the year before.",
            &["2021 = 2021", "year before = 2020"],
        ),
        // Not dates.
        ("The council meets every Friday.", &[]),
        ("She won most states on Super Tuesday.", &[]),
        ("She told USA TODAY and ABC's This Week so.", &[]),
        ("Of 2047 voters asked on 3 May, most agreed.", &["2047 = 2047", "3 May = 2024-05-03"]),
        ("It was the last day of the summit.", &[]),
        ("It fell over the past year.", &[]),
        ("Nobody left the hall that day.", &[]),
        ("It was built in 1230 BC.", &[]),
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

#[test]
fn a_text_tells_its_date_in_a_line_of_its_own() {
    const LONG: &str =
        "The two ministers met for five hours and parted without a word to the press.";
    let cases: &[(&str, Option<&str>)] = &[
        ("Friday, 26 April 2024\n\n{}", Some("2024-04-26")),
        (
            "Ministers meet\n\nBy our own staff\n\nUpdated April 26, 2024 5:32 PM\n\n{}",
            Some("2024-04-26"),
        ),
        (
            "Friday, 26 April 2024 On Tuesday talks began for which all had waited. In 2030 more may come. {}",
            Some("2024-04-26"),
        ),
        ("GENEVA, 26 April 2024 (Agency) — {}", Some("2024-04-26")),
        (
            "On 26 April 2024 the two ministers met in Geneva for talks that went on for hours. {}",
            Some("2024-04-26"),
        ),
        // What is told is not when it is told.
        (
            "Karl Renner (14 December 1870 – 31 December 1950) was a statesman who led two republics. In 1955 a street got his name. {}",
            None,
        ),
        (
            "They have been at odds since the treaty that was signed on 3 May 1992 in a hall at the lake. In 2023 talks began anew. {}",
            None,
        ),
    ];
    for (text, expected) in cases {
        let text = text.replace("{}", LONG);
        assert_eq!(found(&text, None).dateline.as_deref(), *expected, "{text}");
    }
}

#[test]
fn what_waits_for_the_text_s_own_date_is_kept_and_what_does_not_is_no_date() {
    let undated =
        found("A day earlier they met. That day they parted. Trade fell on Friday.", None);
    let values: Vec<_> = undated.dates.iter().map(|date| date.value.as_deref()).collect();
    assert_eq!((values, undated.dateline), (vec![None, None], None));
}
