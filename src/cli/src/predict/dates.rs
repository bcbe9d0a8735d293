//! Dates with their value at its own precision; `null` if it cannot be told.

use super::place::Doc;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Dates<'a> {
    dates: Vec<Date<'a>>,
}

#[derive(Serialize)]
struct Date<'a> {
    start: u32,
    end: u32,
    value: Option<&'a str>,
}

pub(super) fn of<'a>(doc: &Doc<'a>) -> Dates<'a> {
    let date = |date: &'a readout_contract::report::Date| {
        let [start, end] = doc.place(date.span);
        Date { start, end, value: date.value.as_deref() }
    };
    Dates { dates: doc.report.attributions.dates.iter().map(date).collect() }
}
