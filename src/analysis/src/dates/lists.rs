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
    /// "agreed": the infinitive that hangs on it looks ahead.
    Aim,
    /// "people": a number before it is no year.
    Counted,
    /// Days from today.
    Day(i32),
    /// "end": "of the year" may follow.
    End,
    /// "BC": a number before it is no year of ours.
    Era,
    /// "attack": a day before it may be one that has a name.
    Event,
    /// The year of a day that has a name, "10-07".
    EventDay(i32),
    /// "since": a month behind it is meant as one.
    Leading,
    /// 1 to 12, and whether it is also another word.
    Month(u8, bool),
    /// Its clause looks ahead.
    Future,
    /// "every": a weekday behind it is none.
    Habit,
    Number(i32),
    /// First is 1.
    Ordinal(u8),
    /// "the", "our".
    Owner,
    /// "morning".
    PartOfDay,
    /// The month in which it begins.
    Season(u8),
    /// last, this, next; `told` counts from the date told last, not from the text's own: previous,
    /// following, that.
    Shift {
        by: i32,
        told: bool,
    },
    /// "nearly": a number behind it is no year.
    Sum,
    Unit(Unit),
    /// Monday is 0.
    Weekday(i32),
}

impl DateWord {
    /// Whether an expression may begin with it.
    pub(super) const fn may_open(self) -> bool {
        matches!(
            self,
            Self::Day(_)
                | Self::End
                | Self::Month(..)
                | Self::Number(_)
                | Self::Ordinal(_)
                | Self::Shift { .. }
                | Self::Unit(_)
                | Self::Weekday(_)
        )
    }
}

impl Row for DateWord {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        let [_, kind, value] = columns else { return None };
        let value: i32 = value.parse().ok()?;
        Some(match *kind {
            "aim" => Self::Aim,
            "counted" => Self::Counted,
            "day" => Self::Day(value),
            "end" => Self::End,
            "era" => Self::Era,
            "event" => Self::Event,
            "event-day" => Self::EventDay(value),
            "future" => Self::Future,
            "habit" => Self::Habit,
            "leading" => Self::Leading,
            "month" | "month-word" => Self::Month(u8::try_from(value).ok()?, *kind == "month-word"),
            "number" => Self::Number(value),
            "ordinal" => Self::Ordinal(u8::try_from(value).ok()?),
            "owner" => Self::Owner,
            "part-of-day" => Self::PartOfDay,
            "season" => Self::Season(u8::try_from(value).ok()?),
            "shift" | "shift-told" => Self::Shift { by: value, told: *kind == "shift-told" },
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

    /// The year of a day that is known by its date: 9/11.
    pub(super) fn year_of_event(&self, month: u8, day: u8) -> Option<i32> {
        match self.words.get(&format!("{month:02}-{day:02}"))?.first()? {
            DateWord::EventDay(year) => Some(*year),
            _ => None,
        }
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
