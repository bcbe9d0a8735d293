//! The word lists of this stage.

use crate::lexicons::{DATES, Lexicon, Row};

/// What a unit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Day,
    Week,
    Month,
    Year,
    Decade,
    Century,
}

/// What a word of a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateWord {
    /// "people": a number before it is no year.
    Counted,
    /// Days from today.
    Day(i32),
    /// "since": a month behind it is meant as one.
    Leading,
    /// 1 to 12, and whether it is also another word.
    Month(u8, bool),
    /// Its sentence looks ahead.
    Future,
    Number(i32),
    /// The month in which it begins.
    Season(u8),
    /// last, this, next.
    Shift(i32),
    /// "nearly": a number behind it is no year.
    Sum,
    Unit(Unit),
    /// Monday is 0.
    Weekday(i32),
}

impl Row for DateWord {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        let [_, kind, value] = columns else { return None };
        let value: i32 = value.parse().ok()?;
        Some(match *kind {
            "counted" => Self::Counted,
            "day" => Self::Day(value),
            "future" => Self::Future,
            "leading" => Self::Leading,
            "month" | "month-word" => Self::Month(u8::try_from(value).ok()?, *kind == "month-word"),
            "number" => Self::Number(value),
            "season" => Self::Season(u8::try_from(value).ok()?),
            "shift" => Self::Shift(value),
            "sum" => Self::Sum,
            "weekday" => Self::Weekday(value),
            "unit-century" => Self::Unit(Unit::Century),
            "unit-day" => Self::Unit(Unit::Day),
            "unit-decade" => Self::Unit(Unit::Decade),
            "unit-month" => Self::Unit(Unit::Month),
            "unit-week" => Self::Unit(Unit::Week),
            "unit-year" => Self::Unit(Unit::Year),
            _ => return None,
        })
    }
}

/// The word lists of this stage.
#[derive(Debug)]
pub(crate) struct Lists {
    pub(super) words: Lexicon<DateWord>,
}

impl Lists {
    /// The lists of the product.
    pub(crate) fn built_in() -> Self {
        Self { words: Lexicon::open(&DATES) }
    }
}

#[cfg(test)]
mod tests {
    use super::Lists;

    #[test]
    fn every_row_is_read() {
        assert_eq!(Lists::built_in().words.unread(), 0);
    }
}
