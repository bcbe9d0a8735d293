//! From words to dates, relative ones counted from the dateline.
//!
//! What always holds: a value has the precision of its words ("2016", "2016-09", "2016-09-07",
//! "2016-W36", "2016-22") and is `None` where nothing tells it. Weekdays of a report are past unless their
//! clause looks ahead. "Last year" counts from the text's own date, "the following year" from the
//! date told last (deictic and anaphoric, as the `TimeML` standard has it).

mod ahead;
mod calendar;
mod find;
pub(crate) mod lists;
#[cfg(test)]
mod tests;
mod value;

use crate::document::{Base, Document, SyntaxWord, Words};
use crate::lexicons::Lexicons;
use calendar::Day;
use lists::Unit;
use readout_contract::report::Date;
use readout_text::Span;
use std::borrow::Cow;
use value::{Known, Value};

/// Paragraphs at the head of a text in which a line with its own date may stand,
const HEAD: usize = 8;
/// and those in which running text may tell it.
const LEAD: usize = 3;
/// Most tokens of a line that gives a text its date.
const LINE: usize = 12;
/// Paragraphs over which "two days later" looks back for the date that it counts from.
const TOLD: u32 = 3;
/// Bytes between two days of which the second has the year of both: "May 8 and June 3, 2020".
const BETWEEN: u32 = 5;
/// Years ahead that a text may speak of with days and months.
const FAR: i32 = 10;
/// Years that lie so far back are those of a history, not of a report.
const LONG_AGO: i32 = 5;

/// Where a relative date counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The text's own date: "last year".
    Dateline,
    /// The date told last: "the following year".
    Told,
}

/// A date expression before it is counted from anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Day {
        year: Option<i32>,
        month: u8,
        day: u8,
    },
    Month {
        year: Option<i32>,
        month: u8,
    },
    Year(i32),
    Decade(i32),
    /// Its first two digits.
    Century(i32),
    /// "last November".
    NamedMonth {
        month: u8,
        shift: i32,
        from: Origin,
    },
    Season {
        month: u8,
        shift: i32,
    },
    Weekday {
        day: i32,
        shift: Option<i32>,
    },
    /// So many units on.
    Shift {
        unit: Unit,
        by: i32,
        from: Origin,
    },
    /// The last day of the unit so many units on from the dateline.
    End {
        unit: Unit,
        by: i32,
    },
}

impl Form {
    /// Whether only what was told before can tell it: "that day", "the next day". "A day earlier" may
    /// count from the text's own date.
    const fn needs_told(self) -> bool {
        match self {
            Self::Shift { by, from: Origin::Told, .. }
            | Self::NamedMonth { shift: by, from: Origin::Told, .. } => by >= 0,
            _ => false,
        }
    }
}

/// A date expression, not yet resolved.
#[derive(Clone, Debug)]
pub(crate) struct FoundDate {
    pub(crate) span: Span,
    form: Form,
    /// Whether its clause looks ahead.
    future: bool,
    pub(crate) rule: &'static str,
}

impl FoundDate {
    pub(crate) fn shift(&self, base: Base) -> Self {
        Self { span: base.span(self.span), ..self.clone() }
    }
}

/// The dates of a text.
#[derive(Debug, Default)]
pub(crate) struct Dates {
    pub(crate) dates: Vec<Date>,
    /// `YYYY-MM-DD`.
    pub(crate) dateline: Option<String>,
}

/// Finds date expressions in a paragraph.
pub(crate) fn find(
    words: &Words<'_>,
    syntax: &[SyntaxWord],
    lexicons: &Lexicons,
) -> Vec<FoundDate> {
    find::find(words, syntax, &lexicons.dates)
}

/// Gives each expression its value. `given` is the reader's or seed's date of the text.
pub(crate) fn resolve(doc: &Document, given: Option<&str>) -> Dates {
    let dateline = given.and_then(Day::parse).or_else(|| from_head(doc));
    let history = dateline.is_some_and(|line| is_history(doc, line));
    // The year last named, while its paragraph lasts; in a history until the next.
    let mut year: Option<(u32, i32)> = None;
    // What was told last, with its paragraph.
    let mut told: Option<(u32, Value)> = None;
    let mut dates = Vec::with_capacity(doc.dates.len());
    for (number, found) in doc.dates.iter().enumerate() {
        let sentence = doc.sentence_at(found.span.start());
        let paragraph = doc.sentence_paragraphs.get(sentence).map_or(0, |id| id.0);
        let near = year.filter(|(at, _)| history || *at == paragraph).map(|(_, year)| year);
        // "2047 voters" is not a year of news.
        let likely = |year: &i32| dateline.is_none_or(|line| *year <= line.year + FAR);
        if let Some(named) = named_year(found.form).filter(likely) {
            year = Some((paragraph, named));
        }
        let next = doc.dates.get(number + 1).filter(|next| {
            next.span.start().saturating_sub(found.span.end()) <= BETWEEN
                && matches!(next.form, Form::Day { .. } | Form::Month { .. })
        });
        let known = Known {
            dateline,
            near,
            shared: next.and_then(|next| named_year(next.form)),
            told: told
                .filter(|(at, _)| paragraph.saturating_sub(*at) <= TOLD)
                .map(|(_, value)| value),
        };
        let value = value::value(found.form, found.future, &known);
        match value {
            Some(value) => told = Some((paragraph, value)),
            // Nobody knows which, whatever the text's own date.
            None if dateline.is_some() || found.form.needs_told() => continue,
            None => {}
        }
        dates.push(Date {
            span: found.span,
            value: value.map(Value::text),
            rule: Cow::Borrowed(found.rule),
        });
    }
    Dates { dates, dateline: dateline.map(|day| Value::Day(day).text()) }
}

/// Whether most years that a text names lie far back.
fn is_history(doc: &Document, line: Day) -> bool {
    let named = || doc.dates.iter().filter_map(|found| named_year(found.form));
    let old = named().filter(|year| line.year - year > LONG_AGO).count();
    old >= 4 && 4 * old > 3 * named().count()
}

/// The date that a text gives itself: the first whole one in a line of its own at its head or in a
/// dateline; otherwise the first in its first sentences, unless the text names a later year, which
/// shows that it tells of that date and was not written then.
fn from_head(doc: &Document) -> Option<Day> {
    let whole = |found: &FoundDate| match found.form {
        Form::Day { year: Some(year), month, day } => Day::new(year, month, day),
        _ => None,
    };
    let end = |paragraphs: usize| {
        let last = doc.paragraphs.get(paragraphs - 1).or(doc.paragraphs.last());
        last.map_or(0, |paragraph| paragraph.span.end())
    };
    let within = |end: u32| doc.dates.iter().take_while(move |found| found.span.start() < end);
    let alone = |found: &&FoundDate| {
        let sentence = doc.sentences.get(doc.sentence_at(found.span.start()));
        sentence.is_some_and(|sentence| {
            // "Thursday, 7 May 2015 On Tuesday …": the end of its line was lost.
            let opens = sentence.span.start() == found.span.start();
            let goes_on = doc.text.as_str().get(found.span.end() as usize..);
            let joined = opens && goes_on.is_some_and(|rest| !rest.starts_with(','));
            joined || !sentence.counted || sentence.tokens.range().len() <= LINE
        })
    };
    let line = within(end(HEAD)).filter(alone).find_map(whole);
    line.or_else(|| {
        let latest = doc.dates.iter().filter_map(|found| named_year(found.form)).max();
        let told = within(end(LEAD)).find_map(whole);
        told.filter(|day| latest.is_none_or(|latest| latest <= day.year))
    })
}

const fn named_year(form: Form) -> Option<i32> {
    match form {
        Form::Day { year, .. } | Form::Month { year, .. } => year,
        Form::Year(year) => Some(year),
        _ => None,
    }
}
