//! Date expressions in the words of a paragraph, as forms that wait for a date to count from.

use super::ahead::looks_ahead;
use super::lists::{DateWord, Lists, Unit};
use super::{Form, FoundDate, Origin};
use crate::document::{self, SyntaxWord, Token, TokenKind};
use readout_text::Span;
use std::borrow::Cow;

/// A form with the tokens it takes, and the rule that found it.
type Match = (usize, Form, &'static str);

/// Tokens as this stage looks at them.
pub(super) struct Words<'p> {
    text: &'p str,
    tokens: &'p [Token],
    folded: &'p [Cow<'p, str>],
    pub(super) syntax: &'p [SyntaxWord],
    /// What the list says of each token.
    known: Vec<Option<DateWord>>,
}

/// Finds the date expressions of a paragraph, in text order, the longest at each place.
pub(super) fn find(
    words: &document::Words<'_>,
    syntax: &[SyntaxWord],
    lists: &Lists,
) -> Vec<FoundDate> {
    let known =
        |folded: &Cow<'_, str>| lists.words.get(folded).and_then(|found| found.first().copied());
    let document::Words { text, tokens, folded, .. } = *words;
    let known = folded.iter().map(known).collect();
    let words = Words { text, tokens, folded, syntax, known };
    let mut found: Vec<FoundDate> = Vec::new();
    let mut index = 0;
    while index < tokens.len() {
        let Some((count, form, rule)) = words.at(index, lists) else {
            index += 1;
            continue;
        };
        let (count, form, rule) = words.with_part_of_day(index, (count, form, rule));
        let future = looks_ahead(&words, index);
        let mut tell = |start: usize, count: usize, form: Form| {
            let span = words.span(start, start + count);
            found.push(FoundDate { span, form, future, rule });
        };
        tell(index, count, form);
        index += count;
        if let Some(form) = words.further_day(index, form) {
            // Behind what joins it to the first.
            tell(index + 1, 1, form);
            index += 2;
        }
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

    pub(super) fn folded(&self, index: usize) -> &str {
        self.folded.get(index).map_or("", |folded| folded)
    }

    fn folded_before(&self, index: usize) -> &str {
        index.checked_sub(1).map_or("", |before| self.folded(before))
    }

    fn span(&self, start: usize, end: usize) -> Span {
        match (self.tokens.get(start), self.tokens.get(end.saturating_sub(1))) {
            (Some(first), Some(last)) => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    pub(super) fn word(&self, index: usize) -> Option<DateWord> {
        self.known.get(index).copied().flatten()
    }

    fn before(&self, index: usize) -> Option<DateWord> {
        self.word(index.checked_sub(1)?)
    }

    /// Whether what is read so far ends here: at a mark or with the paragraph.
    fn ends(&self, index: usize) -> bool {
        let kind = self.tokens.get(index).map(|token| token.kind);
        kind.is_none_or(|kind| matches!(kind, TokenKind::Punctuation | TokenKind::Quote))
    }

    /// Whether a sentence begins here, as far as marks show.
    fn opens(&self, index: usize) -> bool {
        index.checked_sub(1).is_none_or(|before| matches!(self.raw(before), "." | "?" | "!" | "“"))
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

    /// "5th", "fifth".
    fn ordinal(&self, index: usize) -> Option<u8> {
        match self.word(index) {
            Some(DateWord::Ordinal(number)) => Some(number),
            _ => self.day(index).filter(|_| self.raw(index).ends_with(char::is_alphabetic)),
        }
    }

    fn year(&self, index: usize) -> Option<i32> {
        let years = 1000..=2100;
        let before_christ = self.word(index + 1) == Some(DateWord::Era);
        self.digits(index, 4, 4).filter(|year| years.contains(year) && !before_christ)
    }

    fn at(&self, index: usize, lists: &Lists) -> Option<Match> {
        let kind = self.tokens.get(index)?.kind;
        let opens = match self.word(index) {
            Some(word) => word.may_open(),
            None => self.raw(index).starts_with(|first: char| first.is_ascii_digit()),
        };
        if !(opens && matches!(kind, TokenKind::Word | TokenKind::Number)) {
            return None;
        }
        self.numeric(index, lists)
            .or_else(|| self.day_month(index))
            .or_else(|| self.month_day(index, lists))
            .or_else(|| self.dated_weekday(index, lists))
            .or_else(|| self.century(index))
            .or_else(|| self.relative(index))
            .or_else(|| self.counted(index))
            .or_else(|| self.end_of(index))
            .or_else(|| self.unit_before(index))
            .or_else(|| self.plain(index))
    }

    /// 2016-09-07 (one token or five), 9/7/2016, 9/11.
    fn numeric(&self, index: usize, lists: &Lists) -> Option<Match> {
        let one = self.raw(index);
        if one.contains('/') {
            return slashed(one, lists).map(|(form, rule)| (1, form, rule));
        }
        let five = self.raw(index + 1) == "-" && self.raw(index + 3) == "-";
        let (count, date) =
            if five { (5, self.span(index, index + 5)) } else { (1, self.span(index, index + 1)) };
        let date = self.text.get(date.range()).filter(|date| date.len() == 10)?;
        let day = super::calendar::Day::parse(date)?;
        Some((count, Form::Day { year: Some(day.year), month: day.month, day: day.day }, "iso"))
    }

    /// "26 April 2024", "26th of April", "the fifth of April"; the first of "5–6 September 2024".
    fn day_month(&self, index: usize) -> Option<Match> {
        let day = self.day(index).or_else(|| self.ordinal(index))?;
        if joins_days(self.folded(index + 1))
            && let Some(second) = self.day(index + 2)
            && day < second
            && let Some((_, Form::Day { year, month, .. }, _)) = self.day_month(index + 2)
        {
            return Some((1, Form::Day { year, month, day }, "day-month"));
        }
        let of = usize::from(self.folded(index + 1) == "of");
        let month = self.month(index + 1 + of)?;
        let (year, more) = self.year_after(index + 2 + of);
        Some((2 + of + more, Form::Day { year, month, day }, "day-month"))
    }

    /// "April 26, 2024", "April 2024", "in April".
    fn month_day(&self, index: usize, lists: &Lists) -> Option<Match> {
        let month = self.month(index)?;
        // "Sept." with its stop as a token of its own.
        let dot = usize::from(self.raw(index + 1) == "." && self.raw(index).len() <= 4);
        let next = index + 1 + dot;
        if let Some(day) = self.day(next).filter(|_| self.year(next).is_none()) {
            let (year, more) = self.year_after(next + 1);
            // "the Oct. 7 attack" is one of a certain year.
            if year.is_none() && self.word(next + 1) == Some(DateWord::Event) {
                let year = lists.year_of_event(month, day);
                return Some((2 + dot, Form::Day { year, month, day }, "event"));
            }
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

    /// "Friday, 26 April", "Friday, April 26, 2024".
    fn dated_weekday(&self, index: usize, lists: &Lists) -> Option<Match> {
        let Some(DateWord::Weekday(_)) = self.word(index) else { return None };
        let comma = usize::from(self.raw(index + 1) == ",");
        let next = index + 1 + comma;
        let (count, form, rule) = self.day_month(next).or_else(|| self.month_day(next, lists))?;
        let day = matches!(form, Form::Day { .. });
        day.then_some((1 + comma + count, form, rule))
    }

    /// The second day of "April 24–26", from what joins the two on.
    fn further_day(&self, index: usize, first: Form) -> Option<Form> {
        let Form::Day { year: None, month, day } = first else { return None };
        let second = self.day(index + 1).filter(|second| day < *second)?;
        let (year, _) = self.year_after(index + 2);
        let alone = year.is_some() || self.ends(index + 2);
        (joins_days(self.folded(index)) && alone).then_some(Form::Day { year, month, day: second })
    }

    /// ", 2024" or " 2024".
    fn year_after(&self, index: usize) -> (Option<i32>, usize) {
        let comma = usize::from(self.raw(index) == ",");
        match self.year(index + comma) {
            Some(year) => (Some(year), 1 + comma),
            None => (None, 0),
        }
    }

    /// "the 19th century", "the nineteenth-century".
    fn century(&self, index: usize) -> Option<Match> {
        let number = self.ordinal(index)?;
        let hyphen = usize::from(self.raw(index + 1) == "-");
        let unit = self.word(index + 1 + hyphen)?;
        let form = Form::Century(i32::from(number) - 1);
        (unit == DateWord::Unit(Unit::Century)).then_some((2 + hyphen, form, "century"))
    }

    /// "last year", "this Friday", "the previous November", "that day", "the next morning".
    fn relative(&self, index: usize) -> Option<Match> {
        let DateWord::Shift { by: shift, told } = self.word(index)? else { return None };
        // ABC's "This Week" is a name.
        if self.raw(index + 1).starts_with(char::is_uppercase)
            && matches!(self.word(index + 1), Some(DateWord::Unit(_)))
        {
            return None;
        }
        // "this past Friday"
        if let Some(DateWord::Shift { by, told: false }) = self.word(index + 1)
            && shift == 0
        {
            let (count, form, rule) = self.shifted(index + 1, by, Origin::Dateline)?;
            return Some((1 + count, form, rule));
        }
        let before = self.folded_before(index);
        let next_word = self.word(index + 1)?;
        let counts_days = matches!(next_word, DateWord::Unit(Unit::Day) | DateWord::PartOfDay);
        let origin = match self.folded(index) {
            _ if told => Origin::Told,
            // "the next day"; "over the next year" is none.
            "next" if before == "the" && (counts_days || self.opens(index - 1)) => Origin::Told,
            "next" if before == "the" && matches!(next_word, DateWord::Unit(_)) => return None,
            // "over the last year", "our last day", "the past month".
            "last" if self.before(index) == Some(DateWord::Owner) => return None,
            "past" if matches!(next_word, DateWord::Unit(_)) => return None,
            // "to this day"
            "this" if before == "to" => return None,
            _ => Origin::Dateline,
        };
        self.shifted(index, shift, origin)
    }

    /// What a shift at a place does to the word behind it.
    fn shifted(&self, index: usize, shift: i32, from: Origin) -> Option<Match> {
        if let Some(month) = self.month(index + 1) {
            return Some((2, Form::NamedMonth { month, shift, from }, "shift-month"));
        }
        let form = match self.word(index + 1)? {
            DateWord::Unit(unit) if !self.folded(index + 1).ends_with('s') => {
                Form::Shift { unit, by: shift, from }
            }
            // "last night" and "that night"; "last morning" is none.
            DateWord::PartOfDay
                if self.folded(index) != "last" || self.folded(index + 1) != "morning" =>
            {
                Form::Shift { unit: Unit::Day, by: shift, from }
            }
            DateWord::Weekday(day) => Form::Weekday { day, shift: Some(shift) },
            DateWord::Season(month) => Form::Season { month, shift },
            _ => return None,
        };
        // "this" needs a unit of the present, not "this way".
        Some((2, form, "shift"))
    }

    /// "two days ago", "a year earlier", "two hundred years later".
    fn counted(&self, index: usize) -> Option<Match> {
        let mut count = match self.word(index) {
            Some(DateWord::Number(count)) => count,
            _ => self.digits(index, 1, 3)?,
        };
        let mut at = index + 1;
        if let Some(DateWord::Number(times @ 100..)) = self.word(at) {
            (count, at) = (count.saturating_mul(times), at + 1);
        }
        let Some(DateWord::Unit(unit)) = self.word(at) else { return None };
        // "a century ago" is a year, not a century.
        let (unit, count) = match unit {
            Unit::Decade => (Unit::Year, count.saturating_mul(10)),
            Unit::Century => (Unit::Year, count.saturating_mul(100)),
            _ => (unit, count),
        };
        let (by, from) = match self.folded(at + 1) {
            "ago" => (-count, Origin::Dateline),
            "earlier" => (-count, Origin::Told),
            "later" => (count, Origin::Told),
            "before" if self.ends(at + 2) => (-count, Origin::Told),
            "after" if self.ends(at + 2) => (count, Origin::Told),
            _ => return None,
        };
        Some((at + 2 - index, Form::Shift { unit, by, from }, "counted"))
    }

    /// "the end of the year", "the end of next month".
    fn end_of(&self, index: usize) -> Option<Match> {
        if self.word(index) != Some(DateWord::End) || self.folded(index + 1) != "of" {
            return None;
        }
        let by = match self.word(index + 2)? {
            DateWord::Owner => 0,
            DateWord::Shift { by, told: false } => by,
            _ => return None,
        };
        let at = index + 3;
        let DateWord::Unit(unit @ (Unit::Month | Unit::Year)) = self.word(at)? else { return None };
        // "the end of the year-long talks"
        let whole = !self.folded(at).ends_with('s') && self.raw(at + 1) != "-";
        whole.then_some((at + 1 - index, Form::End { unit, by }, "end"))
    }

    /// "the year before", "the day after", with nothing behind it.
    fn unit_before(&self, index: usize) -> Option<Match> {
        let DateWord::Unit(unit) = self.word(index)? else { return None };
        let by = match self.folded(index + 1) {
            "before" => -1,
            "after" => 1,
            _ => return None,
        };
        (self.folded_before(index) == "the" && self.ends(index + 2)).then_some((
            2,
            Form::Shift { unit, by, from: Origin::Told },
            "unit-before",
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
                let habit = self.before(index) == Some(DateWord::Habit);
                let form = Form::Weekday { day, shift: None };
                (!habit).then_some((1, form, "weekday"))
            }
            // Not the newspaper, "USA TODAY".
            DateWord::Day(by) if !self.raw(index).ends_with(char::is_uppercase) => {
                Some((1, Form::Shift { unit: Unit::Day, by, from: Origin::Dateline }, "day"))
            }
            _ => None,
        }
    }

    /// "Friday evening" is one expression.
    fn with_part_of_day(&self, index: usize, found: Match) -> Match {
        let (count, form, rule) = found;
        let day = matches!(
            form,
            Form::Day { .. } | Form::Weekday { .. } | Form::Shift { unit: Unit::Day, .. }
        );
        let more = day && self.word(index + count) == Some(DateWord::PartOfDay);
        (count + usize::from(more), form, rule)
    }
}

/// "9/7/2016", the month first unless it can be none; "9/11".
fn slashed(token: &str, lists: &Lists) -> Option<(Form, &'static str)> {
    let mut parts = token.split('/').map(|part| part.parse::<i32>().ok());
    let (first, second) = (u8::try_from(parts.next()??).ok()?, u8::try_from(parts.next()??).ok()?);
    let Some(year) = parts.next() else {
        let year = lists.year_of_event(first, second).filter(|_| token == NINE_ELEVEN)?;
        return Some((Form::Day { year: Some(year), month: first, day: second }, "event"));
    };
    let (month, day) = if first > 12 { (second, first) } else { (first, second) };
    let year = year.filter(|year| (1000..=2100).contains(year) && parts.next().is_none())?;
    super::calendar::Day::new(year, month, day)?;
    Some((Form::Day { year: Some(year), month, day }, "numeric"))
}

/// The only day that is called by its number with a slash.
const NINE_ELEVEN: &str = "9/11";

/// What may stand between two days of one month.
fn joins_days(word: &str) -> bool {
    matches!(word, "-" | "–" | "to" | "and" | "or")
}
