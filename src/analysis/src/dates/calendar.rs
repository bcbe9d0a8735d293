//! The civil calendar, in days since 1970-01-01 (H. Hinnant's algorithms for the proleptic
//! Gregorian calendar). Integers only; every input gives a date.

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(clippy::struct_field_names, reason = "a day has a year, a month and a day")]
pub(super) struct Day {
    pub(super) year: i32,
    pub(super) month: u8,
    pub(super) day: u8,
}

impl Day {
    /// A day that exists.
    pub(super) fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let fits = (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        (fits && (0..=9999).contains(&year)).then_some(Self { year, month, day })
    }

    /// From `YYYY-MM-DD`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().splitn(3, '-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok()?;
        Self::new(year, month, parts.next()?.parse().ok()?)
    }

    /// Days since 1970-01-01.
    pub(super) fn number(self) -> i32 {
        let year = if self.month <= 2 { self.year - 1 } else { self.year };
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let month = (i32::from(self.month) + 9) % 12;
        let of_year = (153 * month + 2) / 5 + i32::from(self.day) - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The day with this number.
    pub(super) fn from_number(number: i32) -> Self {
        let shifted = number + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year + era * 400 + i32::from(month <= 2);
        // Both lie in the range of a calendar by construction.
        Self { year, month: month.unsigned_abs() as u8, day: day.unsigned_abs() as u8 }
    }

    /// The day so many days on.
    pub(super) fn plus(self, days: i32) -> Self {
        Self::from_number(self.number().saturating_add(days.clamp(-4_000_000, 4_000_000)))
    }

    /// Monday is 0.
    pub(super) fn weekday(self) -> i32 {
        (self.number() + 3).rem_euclid(7)
    }

    /// The week with this day and the year that it belongs to, as ISO 8601 counts them.
    pub(super) fn week(self) -> (i32, i32) {
        // A week is of the year of its Thursday.
        let thursday = self.plus(3 - self.weekday());
        let first = Self { month: 1, day: 1, ..thursday };
        (thursday.year, (thursday.number() - first.number()) / 7 + 1)
    }

    /// The month so many months on, as year and month.
    pub(super) fn month_plus(self, months: i32) -> (i32, u8) {
        let index = self.year * 12 + i32::from(self.month) - 1 + months.clamp(-60_000, 60_000);
        (index.div_euclid(12), (index.rem_euclid(12) + 1) as u8)
    }
}

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.rem_euclid(4) == 0
            && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0) =>
        {
            29
        }
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_days() {
        let day = Day::parse("2024-04-26").expect("a day");
        assert_eq!(day.weekday(), 4, "a Friday");
        assert_eq!(day.plus(5), Day { year: 2024, month: 5, day: 1 });
        assert_eq!(day.month_plus(-4), (2023, 12));
        assert_eq!(day.week(), (2024, 17));
        assert_eq!(Day::parse("2024-12-30").map(Day::week), Some((2025, 1)));
        assert_eq!(Day::parse("2021-01-03").map(Day::week), Some((2020, 53)));
        assert_eq!(Day::parse("2023-02-29"), None);
        assert_eq!(Day::new(1970, 1, 1).map(Day::number), Some(0));
    }

    proptest! {
        #[test]
        fn numbers_return(number in -700_000_i32..2_900_000) {
            prop_assert_eq!(Day::from_number(number).number(), number);
        }
    }
}
