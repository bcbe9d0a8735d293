//! Date expressions in the words of a paragraph, as forms that wait for a date to count from.

use super::lists::{DateWord, Lists, Unit};
use super::{Form, FoundDate};
use crate::document::{self, Token, TokenKind};
use readout_text::Span;
use std::borrow::Cow;

/// Words before an expression in which the future shows.
const FUTURE: usize = 10;

/// A form with the tokens it takes, and the rule that found it.
type Match = (usize, Form, &'static str);

/// Tokens as this stage looks at them.
struct Words<'p> {
    text: &'p str,
    tokens: &'p [Token],
    folded: &'p [Cow<'p, str>],
    /// What the list says of each token.
    known: Vec<Option<DateWord>>,
}

/// Finds the date expressions of a paragraph, in text order, the longest at each place.
pub(super) fn find(words: &document::Words<'_>, lists: &Lists) -> Vec<FoundDate> {
    let known =
        |folded: &Cow<'_, str>| lists.words.get(folded).and_then(|found| found.first().copied());
    let document::Words { text, tokens, folded, .. } = *words;
    let words = Words { text, tokens, folded, known: folded.iter().map(known).collect() };
    let mut found = Vec::new();
    let mut index = 0;
    while index < tokens.len() {
        let Some((count, form, rule)) = words.at(index) else {
            index += 1;
            continue;
        };
        let span = words.span(index, index + count);
        found.push(FoundDate { span, form, future: words.is_future(index), rule });
        index += count;
    }
    found
}

impl Words<'_> {
    fn raw(&self, index: usize) -> &str {
        self.tokens
            .get(index)
            .and_then(|token| self.text.get(token.span.range()))
            .unwrap_or_default()
    }

    fn folded(&self, index: usize) -> &str {
        self.folded.get(index).map_or("", |folded| folded)
    }

    fn span(&self, start: usize, end: usize) -> Span {
        match (self.tokens.get(start), self.tokens.get(end.saturating_sub(1))) {
            (Some(first), Some(last)) => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    fn word(&self, index: usize) -> Option<DateWord> {
        self.known.get(index).copied().flatten()
    }

    fn before(&self, index: usize) -> Option<DateWord> {
        self.word(index.checked_sub(1)?)
    }

    /// A month written as a name: with a capital.
    fn month(&self, index: usize) -> Option<u8> {
        match self.word(index)? {
            DateWord::Month(month, _) if self.raw(index).starts_with(char::is_uppercase) => {
                Some(month)
            }
            _ => None,
        }
    }

    fn digits(&self, index: usize, least: usize, most: usize) -> Option<i32> {
        let raw = self.raw(index);
        let fits =
            (least..=most).contains(&raw.len()) && raw.bytes().all(|byte| byte.is_ascii_digit());
        if fits { raw.parse().ok() } else { None }
    }

    fn day(&self, index: usize) -> Option<u8> {
        let raw = self.raw(index);
        let bare =
            ["st", "nd", "rd", "th"].iter().find_map(|end| raw.strip_suffix(end)).unwrap_or(raw);
        let day: u8 = if bare.len() <= 2 { bare.parse().ok()? } else { return None };
        (1..=31).contains(&day).then_some(day)
    }

    fn year(&self, index: usize) -> Option<i32> {
        self.digits(index, 4, 4).filter(|year| (1000..=2100).contains(year))
    }

    fn at(&self, index: usize) -> Option<Match> {
        let kind = self.tokens.get(index)?.kind;
        let opens =
            self.word(index).is_some() || self.raw(index).starts_with(|c: char| c.is_ascii_digit());
        if !(opens && matches!(kind, TokenKind::Word | TokenKind::Number)) {
            return None;
        }
        self.numeric(index)
            .or_else(|| self.day_month(index))
            .or_else(|| self.month_day(index))
            .or_else(|| self.relative(index))
            .or_else(|| self.counted(index))
            .or_else(|| self.plain(index))
    }

    /// 2016-09-07, 9/7/2016; tokens may be one or five.
    fn numeric(&self, index: usize) -> Option<Match> {
        let one = self.raw(index);
        if one.len() == 10
            && let Some(day) = super::calendar::Day::parse(one)
        {
            let form = Form::Day { year: Some(day.year), month: day.month, day: day.day };
            return Some((1, form, "iso"));
        }
        let mark = self.raw(index + 1);
        if mark != self.raw(index + 3) || !matches!(mark, "-" | "/") {
            return None;
        }
        let part = |at: usize, most: usize| self.digits(index + at, 1, most);
        let (year, month, day) = if mark == "-" {
            (self.year(index)?, part(2, 2)?, part(4, 2)?)
        } else {
            (self.year(index + 4)?, part(0, 2)?, part(2, 2)?)
        };
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        super::calendar::Day::new(year, month, day)?;
        Some((5, Form::Day { year: Some(year), month, day }, "numeric"))
    }

    /// "26 April 2024", "26th of April".
    fn day_month(&self, index: usize) -> Option<Match> {
        let day = self.day(index)?;
        let of = usize::from(self.folded(index + 1) == "of");
        let month = self.month(index + 1 + of)?;
        let (year, more) = self.year_after(index + 2 + of);
        Some((2 + of + more, Form::Day { year, month, day }, "day-month"))
    }

    /// "April 26, 2024", "April 2024", "in April".
    fn month_day(&self, index: usize) -> Option<Match> {
        let month = self.month(index)?;
        // "Sept." with its stop as a token of its own.
        let dot = usize::from(self.raw(index + 1) == "." && self.raw(index).len() <= 4);
        let next = index + 1 + dot;
        if let Some(day) = self.day(next).filter(|_| self.year(next).is_none()) {
            let (year, more) = self.year_after(next + 1);
            return Some((2 + dot + more, Form::Day { year, month, day }, "month-day"));
        }
        let comma = usize::from(self.raw(next) == "," || self.folded(next) == "of");
        if let Some(year) = self.year(next + comma) {
            return Some((2 + dot + comma, Form::Month { year: Some(year), month }, "month-year"));
        }
        let clear = !matches!(self.word(index), Some(DateWord::Month(_, true)))
            || self.before(index) == Some(DateWord::Leading);
        clear.then_some((1, Form::Month { year: None, month }, "month"))
    }

    /// ", 2024" or " 2024".
    fn year_after(&self, index: usize) -> (Option<i32>, usize) {
        let comma = usize::from(self.raw(index) == ",");
        match self.year(index + comma) {
            Some(year) => (Some(year), 1 + comma),
            None => (None, 0),
        }
    }

    /// "last year", "this Friday", "the previous November".
    fn relative(&self, index: usize) -> Option<Match> {
        let DateWord::Shift(shift) = self.word(index)? else { return None };
        if let Some(month) = self.month(index + 1) {
            return Some((2, Form::NamedMonth { month, shift }, "shift-month"));
        }
        let form = match self.word(index + 1)? {
            DateWord::Unit(unit) if !self.folded(index + 1).ends_with('s') => {
                Form::Shift { unit, by: shift }
            }
            DateWord::Weekday(day) => Form::Weekday { day, shift: Some(shift) },
            DateWord::Season(month) => Form::Season { month, shift },
            _ => return None,
        };
        // "this" needs a unit of the present, not "this way".
        Some((2, form, "shift"))
    }

    /// "two days ago", "a year earlier".
    fn counted(&self, index: usize) -> Option<Match> {
        let count = match self.word(index) {
            Some(DateWord::Number(count)) => count,
            _ => self.digits(index, 1, 3)?,
        };
        let Some(DateWord::Unit(unit)) = self.word(index + 1) else { return None };
        let by = match self.folded(index + 2) {
            "ago" | "earlier" | "before" => -count,
            "later" => count,
            _ => return None,
        };
        (self.folded(index + 2) != "before" || self.folded(index + 3) == ".").then_some((
            3,
            Form::Shift { unit, by },
            "counted",
        ))
    }

    fn plain(&self, index: usize) -> Option<Match> {
        if let Some(year) = self.year(index) {
            let hash = index.checked_sub(1).is_some_and(|before| self.raw(before) == "#");
            let sum = hash || self.before(index) == Some(DateWord::Sum);
            let counts = self.word(index + 1) == Some(DateWord::Counted)
                || self.folded(index + 1) == "years";
            return (!sum && !counts).then_some((1, Form::Year(year), "year"));
        }
        let raw = self.raw(index);
        if let Some(decade) =
            raw.strip_suffix('s').filter(|rest| rest.len() == 4 && rest.ends_with('0'))
        {
            let year: i32 = decade.parse().ok()?;
            return (1000..=2090).contains(&year).then_some((1, Form::Decade(year), "decade"));
        }
        match self.word(index)? {
            DateWord::Weekday(day) if raw.starts_with(char::is_uppercase) => {
                Some((1, Form::Weekday { day, shift: None }, "weekday"))
            }
            DateWord::Day(by) => Some((1, Form::Shift { unit: Unit::Day, by }, "day")),
            _ => None,
        }
    }

    /// "will" and its like before the expression, in its sentence.
    fn is_future(&self, index: usize) -> bool {
        (index.saturating_sub(FUTURE)..index)
            .rev()
            .take_while(|at| !matches!(self.raw(*at), "." | "?" | "!" | ";"))
            .any(|at| matches!(self.word(at), Some(DateWord::Future | DateWord::Day(1))))
    }
}
