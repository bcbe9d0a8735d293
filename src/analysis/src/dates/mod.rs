//! From words to dates, relative ones counted from the dateline.
//!
//! What always holds: a value has the precision of its words ("2016", "2016-09", "2016-09-07") and
//! is `None` where nothing tells it. Weekdays of a report are past unless its words look ahead.

mod calendar;
mod find;
pub(crate) mod lists;
#[cfg(test)]
mod tests;

use crate::document::{Base, Document, Words};
use crate::lexicons::Lexicons;
use calendar::Day;
use lists::Unit;
use readout_contract::report::Date;
use readout_text::Span;
use std::borrow::Cow;

/// Days that a date without a year may lie ahead of the dateline.
const AHEAD: i32 = 90;
/// Paragraphs at the head of a text in which its own date may stand.
const HEAD: usize = 3;

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
    /// "last November".
    NamedMonth {
        month: u8,
        shift: i32,
    },
    Season {
        month: u8,
        shift: i32,
    },
    Weekday {
        day: i32,
        shift: Option<i32>,
    },
    /// So many units from the dateline.
    Shift {
        unit: Unit,
        by: i32,
    },
}

/// A date expression, not yet resolved.
#[derive(Clone, Debug)]
pub(crate) struct FoundDate {
    pub(crate) span: Span,
    form: Form,
    /// Whether its sentence looks ahead.
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
pub(crate) fn find(words: &Words<'_>, lexicons: &Lexicons) -> Vec<FoundDate> {
    find::find(words, &lexicons.dates)
}

/// Gives each expression its value. `given` is the reader's or seed's date of the text.
pub(crate) fn resolve(doc: &Document, given: Option<&str>, _lexicons: &Lexicons) -> Dates {
    let dateline = given.and_then(Day::parse).or_else(|| from_head(doc));
    // The year last named, while its paragraph lasts.
    let mut year: Option<(u32, i32)> = None;
    let mut dates = Vec::with_capacity(doc.dates.len());
    for found in &doc.dates {
        let sentence = doc.sentence_at(found.span.start());
        let paragraph = doc.sentence_paragraphs.get(sentence).map_or(0, |id| id.0);
        let near = year.filter(|(at, _)| *at == paragraph).map(|(_, year)| year);
        if let Some(named) = named_year(found.form) {
            year = Some((paragraph, named));
        }
        dates.push(Date {
            span: found.span,
            value: value(found, dateline, near),
            rule: Cow::Borrowed(found.rule),
        });
    }
    Dates { dates, dateline: dateline.map(text_of_day) }
}

/// The first whole date at the head of a text.
fn from_head(doc: &Document) -> Option<Day> {
    let end = doc.paragraphs.get(HEAD - 1).or(doc.paragraphs.last())?.span.end();
    doc.dates.iter().take_while(|found| found.span.start() < end).find_map(|found| {
        match found.form {
            Form::Day { year: Some(year), month, day } => Day::new(year, month, day),
            _ => None,
        }
    })
}

const fn named_year(form: Form) -> Option<i32> {
    match form {
        Form::Day { year, .. } | Form::Month { year, .. } => year,
        Form::Year(year) => Some(year),
        _ => None,
    }
}

fn value(found: &FoundDate, dateline: Option<Day>, near: Option<i32>) -> Option<String> {
    match found.form {
        Form::Day { year, month, day } => {
            let year = year.or(near).or_else(|| year_of(dateline?, month, day, found.future))?;
            Day::new(year, month, day).map(text_of_day)
        }
        Form::Month { year, month } => {
            let year = year.or(near).or_else(|| year_of(dateline?, month, 1, found.future))?;
            Some(text_of_month((year, month)))
        }
        Form::Year(year) => Some(format!("{year:04}")),
        Form::Decade(year) => Some(format!("{:03}", year / 10)),
        Form::NamedMonth { month, shift } => {
            let line = dateline?;
            let earlier = month >= line.month;
            let year = match shift {
                i32::MIN..=-1 => line.year - i32::from(earlier),
                0 => line.year,
                _ => line.year + i32::from(month <= line.month),
            };
            Some(text_of_month((year, month)))
        }
        Form::Season { month, shift } => {
            let line = dateline?;
            let past = i32::from(month >= line.month);
            let year = line.year + if shift < 0 { -past } else { shift };
            Some(text_of_month((year, month)))
        }
        Form::Weekday { day, shift } => {
            let line = dateline?;
            let back = (line.weekday() - day).rem_euclid(7);
            let days = match shift {
                Some(1..) => 7 - back,
                Some(i32::MIN..=-1) if back == 0 => -7,
                Some(0) | None if found.future && back != 0 => 7 - back,
                _ => -back,
            };
            Some(text_of_day(line.plus(days)))
        }
        Form::Shift { unit, by } => shifted(dateline?, unit, by),
    }
}

fn shifted(line: Day, unit: Unit, by: i32) -> Option<String> {
    Some(match unit {
        Unit::Day => text_of_day(line.plus(by)),
        Unit::Week => text_of_day(line.plus(by.saturating_mul(7))),
        Unit::Month => text_of_month(line.month_plus(by)),
        Unit::Year => format!("{:04}", line.year.saturating_add(by)),
        Unit::Decade => format!("{:04}", line.year.saturating_add(by.saturating_mul(10))),
        Unit::Century => return None,
    })
}

/// The year that brings a day nearest to the dateline, the past first.
fn year_of(line: Day, month: u8, day: u8, future: bool) -> Option<i32> {
    let same = Day::new(line.year, month, day.min(28))?;
    let ahead = same.number() - line.number();
    Some(match ahead {
        _ if future && ahead < -31 => line.year + 1,
        _ if ahead > AHEAD && !future => line.year - 1,
        _ => line.year,
    })
}

fn text_of_day(day: Day) -> String {
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}

fn text_of_month((year, month): (i32, u8)) -> String {
    format!("{year:04}-{month:02}")
}
