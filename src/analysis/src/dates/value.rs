//! The value of a date expression, by what is known where it stands.

use super::calendar::Day;
use super::lists::Unit;
use super::{Form, Origin};

/// Days that a date without a year may lie ahead of the dateline.
const AHEAD: i32 = 90;

/// What is known where an expression stands.
#[derive(Debug)]
pub(super) struct Known {
    /// The text's own date.
    pub(super) dateline: Option<Day>,
    /// The year named last nearby.
    pub(super) near: Option<i32>,
    /// The year of the day or month right behind: "May 8 and June 3, 2020".
    pub(super) shared: Option<i32>,
    /// What was told last, if that was lately.
    pub(super) told: Option<Value>,
}

/// A value at its own precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Day(Day),
    /// The week with this day, from Monday.
    Week(Day),
    Month(i32, u8),
    /// The season that begins in this month, as the north has them.
    Season(i32, u8),
    Year(i32),
    /// A year of it.
    Decade(i32),
    /// Its first two digits.
    Century(i32),
}

impl Value {
    /// As ISO 8601 has it: `2016-09-07`, `2016-W36`, `2016-09`, `2016-22` (its second part: 21
    /// is spring), `2016`, `201`, `20`.
    pub(super) fn text(self) -> String {
        match self {
            Self::Day(Day { year, month, day }) => format!("{year:04}-{month:02}-{day:02}"),
            Self::Week(day) => {
                let (year, week) = day.week();
                format!("{year:04}-W{week:02}")
            }
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Season(year, month) => format!("{year:04}-{:02}", 20 + month / 3),
            Self::Year(year) => format!("{year:04}"),
            Self::Decade(year) => format!("{:03}", year / 10),
            Self::Century(century) => format!("{century:02}"),
        }
    }

    /// A day to count units from, if the value is fine enough for them.
    fn origin(self, unit: Unit) -> Option<Day> {
        match (self, unit) {
            (Self::Day(day), _) | (Self::Week(day), Unit::Week) => Some(day),
            (Self::Month(year, month), Unit::Month | Unit::Year) => Day::new(year, month, 1),
            (Self::Year(year), Unit::Year) => Day::new(year, 1, 1),
            _ => None,
        }
    }
}

impl Known {
    /// Where an expression counts from. Where nothing was told, what lies before may count from the
    /// text's own date; what comes after something needs to know what.
    fn origin(&self, from: Origin, unit: Unit, by: i32) -> Option<Day> {
        match from {
            Origin::Dateline => self.dateline,
            Origin::Told => match self.told {
                Some(value) => value.origin(unit),
                None => self.dateline.filter(|_| by < 0),
            },
        }
    }

    /// The year of a day or month that names none.
    fn year(&self, month: u8, day: u8, future: bool) -> Option<i32> {
        let near =
            self.near.filter(|near| !future || self.dateline.is_none_or(|line| *near >= line.year));
        self.shared.or(near).or_else(|| year_of(self.dateline?, month, day, future))
    }
}

/// The value of a form; `None` where nothing tells it.
pub(super) fn value(form: Form, future: bool, known: &Known) -> Option<Value> {
    Some(match form {
        Form::Day { year, month, day } => {
            let year = year.or_else(|| known.year(month, day, future))?;
            Value::Day(Day::new(year, month, day)?)
        }
        Form::Month { year, month } => {
            Value::Month(year.or_else(|| known.year(month, 1, future))?, month)
        }
        Form::Year(year) => Value::Year(year),
        Form::Decade(year) => Value::Decade(year),
        Form::Century(century) => Value::Century(century),
        Form::NamedMonth { month, shift, from } => {
            let line = known.origin(from, Unit::Month, shift)?;
            let year = match shift {
                i32::MIN..=-1 => line.year - i32::from(month >= line.month),
                0 => line.year,
                _ => line.year + i32::from(month <= line.month),
            };
            Value::Month(year, month)
        }
        Form::Season { month, shift } => {
            let line = known.dateline?;
            let past = i32::from(month >= line.month);
            Value::Season(line.year + if shift < 0 { -past } else { shift }, month)
        }
        Form::Weekday { day, shift } => {
            let line = known.dateline?;
            let back = (line.weekday() - day).rem_euclid(7);
            let days = match shift {
                Some(1..) => 7 - back,
                Some(i32::MIN..=-1) if back == 0 => -7,
                Some(0) | None if future && back != 0 => 7 - back,
                _ => -back,
            };
            Value::Day(line.plus(days))
        }
        Form::Shift { unit, by, from } => shifted(known.origin(from, unit, by)?, unit, by),
        Form::End { unit, by } => {
            let line = known.dateline?;
            let (year, month) = match unit {
                Unit::Month => line.month_plus(by.saturating_add(1)),
                _ => (line.year.saturating_add(by).saturating_add(1), 1),
            };
            Value::Day(Day::new(year, month, 1)?.plus(-1))
        }
    })
}

fn shifted(line: Day, unit: Unit, by: i32) -> Value {
    let years = |times: i32| line.year.saturating_add(by.saturating_mul(times));
    match unit {
        Unit::Day => Value::Day(line.plus(by)),
        Unit::Week => Value::Week(line.plus(by.saturating_mul(7))),
        Unit::Month => {
            let (year, month) = line.month_plus(by);
            Value::Month(year, month)
        }
        Unit::Year => Value::Year(years(1)),
        Unit::Decade => Value::Decade(years(10)),
        Unit::Century => Value::Century(years(100) / 100),
    }
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
