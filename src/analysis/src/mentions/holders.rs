//! Office holders: from a name to the offices that somebody of that name held, and when.
//!
//! What always holds: names are compared without accents, hyphens and full stops, so that one row
//! serves all of these spellings. A date picks among the offices; without one all of them count.
//! Nobody is named here whom the text does not name.

use super::Gender;
use super::lists::{PersonRow, gender};
use crate::lexicons::{HOLDERS, Lexicon, NAME_VARIANTS, OFFICES, PEOPLE, Row};

/// An office that somebody held or holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HolderRow {
    pub(crate) name: &'static str,
    /// As the rows of `offices.tsv` name it.
    pub(crate) office: &'static str,
    /// The state or body of the office.
    pub(crate) side: &'static str,
    pub(crate) gender: Gender,
    /// First month or year.
    from: &'static str,
    /// Last month or year; `None` while in office.
    to: Option<&'static str>,
}

impl HolderRow {
    /// Whether the office was held on a date, as far as its month or year tells.
    pub(crate) fn covers(&self, date: &str) -> bool {
        not_after(self.from, date) && self.to.is_none_or(|to| not_after(date, to))
    }

    /// Whether the office is over on a date; without one, whether it is over at all.
    fn is_over(&self, date: Option<&str>) -> bool {
        self.to.is_some_and(|to| date.is_none_or(|date| not_after(to, date)))
    }
}

/// Whether a date is not after another, as far as the shorter one tells: "2021" and "2021-03-04".
fn not_after(date: &str, other: &str) -> bool {
    let length = date.len().min(other.len());
    date.get(..length) <= other.get(..length)
}

/// "2021" or "2021-01".
fn is_month_or_year(cell: &str) -> bool {
    let (year, month) = cell.split_once('-').unwrap_or((cell, "01"));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    year.len() == 4 && is_number(year) && is_number(month) && ("01"..="12").contains(&month)
}

impl Row for HolderRow {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        let [name, office, side, sex, from, to, checked] = *columns else { return None };
        let to = (!to.is_empty()).then_some(to);
        let dates = [Some(from), to, Some(checked)];
        let are_dates = dates.into_iter().flatten().all(is_month_or_year);
        let in_order = to.is_none_or(|to| not_after(from, to)) && not_after(from, checked);
        let gender = gender(sex);
        (are_dates && in_order).then_some(Self { name, office, side, gender, from, to })
    }
}

/// Another spelling of a name, or a surname that hardly anybody else has, and the name meant.
#[derive(Clone, Copy, Debug)]
struct VariantRow(&'static str);

/// What else an office is called, and the office.
#[derive(Clone, Copy, Debug)]
struct OfficeRow(&'static str);

impl Row for VariantRow {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        columns.get(1).map(|name| Self(name))
    }
}

impl Row for OfficeRow {
    fn parse(columns: &[&'static str]) -> Option<Self> {
        columns.get(1).map(|office| Self(office))
    }
}

/// The lists of people.
#[derive(Debug)]
pub(crate) struct Holders {
    rows: Lexicon<HolderRow>,
    variants: Lexicon<VariantRow>,
    offices: Lexicon<OfficeRow>,
    /// Those in the news without an office.
    people: Lexicon<PersonRow>,
}

impl Holders {
    /// The lists of the product.
    pub(super) fn built_in() -> Self {
        Self {
            rows: Lexicon::open(&HOLDERS),
            variants: Lexicon::open(&NAME_VARIANTS),
            offices: Lexicon::open(&OFFICES),
            people: Lexicon::open(&PEOPLE),
        }
    }

    /// How many of the folded words are the name of somebody known; 0 if none is.
    pub(crate) fn longest<'w>(&self, words: impl Iterator<Item = &'w str> + Clone) -> usize {
        let holder = self.rows.longest(words.clone()).map_or(0, |found| found.words);
        let variant = self.variants.longest(words.clone()).map_or(0, |found| found.words);
        let other = self.people.longest(words).map_or(0, |found| found.words);
        holder.max(variant).max(other)
    }

    /// The offices of whoever has this folded name, in the order of the file.
    pub(crate) fn of(&self, folded: &str) -> Vec<HolderRow> {
        let key = plain(folded);
        let same = self.variants.get(&key).and_then(|found| found.first().copied());
        let name = same.map_or(key.as_str(), |row| row.0);
        self.rows.get(name).map(|found| found.rows().copied().collect()).unwrap_or_default()
    }

    /// Side and gender of whoever has this folded name and these offices.
    pub(crate) fn person(
        &self,
        folded: &str,
        offices: &[HolderRow],
        date: Option<&str>,
    ) -> Option<PersonRow> {
        let last =
            |rows: &mut dyn Iterator<Item = &HolderRow>| rows.max_by_key(|row| row.from).copied();
        let on = |date| {
            last(&mut offices.iter().filter(|row| row.covers(date)))
                // Between two offices the one before still tells most.
                .or_else(|| last(&mut offices.iter().filter(|row| not_after(row.from, date))))
                .or_else(|| offices.iter().min_by_key(|row| row.from).copied())
        };
        let row = date.map_or_else(|| last(&mut offices.iter()), on);
        row.map(|row| PersonRow { side: row.side, gender: row.gender })
            .or_else(|| self.people.get(folded)?.first().copied())
    }

    /// Whether one of these offices is what the text calls `title` of `side`. `former` asks for an
    /// office that is over.
    pub(crate) fn is_called(
        &self,
        offices: &[HolderRow],
        (title, side): (&str, &str),
        former: bool,
        date: Option<&str>,
    ) -> bool {
        let named = self.offices.get(title);
        let is_office = |office: &str| {
            office == title
                || named.iter().flat_map(crate::lexicons::Match::rows).any(|row| row.0 == office)
        };
        offices.iter().any(|row| {
            let when =
                if former { row.is_over(date) } else { date.is_none_or(|date| row.covers(date)) };
            row.side == side && when && is_office(row.office)
        })
    }
}

/// A name without accents, hyphens and full stops.
fn plain(folded: &str) -> String {
    let mut plain = String::with_capacity(folded.len());
    for letter in folded.chars() {
        match letter {
            '.' | '\u{300}'..='\u{36f}' => {}
            '-' => plain.push(' '),
            'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => plain.push('a'),
            'ç' | 'ć' | 'č' => plain.push('c'),
            'ď' | 'đ' | 'ð' => plain.push('d'),
            'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => plain.push('e'),
            'ğ' | 'ģ' => plain.push('g'),
            'í' | 'ì' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => plain.push('i'),
            'ķ' => plain.push('k'),
            'ł' | 'ļ' | 'ľ' => plain.push('l'),
            'ñ' | 'ń' | 'ņ' | 'ň' => plain.push('n'),
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'ő' => plain.push('o'),
            'ř' => plain.push('r'),
            'š' | 'ś' | 'ş' | 'ș' => plain.push('s'),
            'ť' | 'ţ' | 'ț' => plain.push('t'),
            'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' | 'ư' => plain.push('u'),
            'ý' | 'ÿ' => plain.push('y'),
            'ž' | 'ź' | 'ż' => plain.push('z'),
            'æ' => plain.push_str("ae"),
            'þ' => plain.push_str("th"),
            'ß' => plain.push_str("ss"),
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::super::lists::Lists;
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_row_is_read_and_leads_somewhere() {
        let lists = Lists::built_in();
        let holders = &lists.holders;
        // A row whose dates are no dates, or out of order, is not read.
        assert_eq!(holders.rows.unread(), 0);
        assert_eq!(holders.people.unread(), 0);
        let mut names = BTreeSet::new();
        let mut offices = BTreeSet::new();
        for row in holders.rows.iter() {
            assert!(lists.shown(row.side).is_some(), "{row:?}");
            assert_eq!(plain(row.name), row.name, "names are without accents and hyphens");
            names.insert(row.name);
            offices.insert(row.office);
        }
        for row in holders.people.iter() {
            assert!(lists.shown(row.side).is_some(), "{row:?}");
        }
        for row in holders.variants.iter() {
            assert!(names.contains(row.0), "{row:?}");
        }
        for row in holders.offices.iter() {
            assert!(offices.contains(row.0), "{row:?}");
        }
    }

    #[test]
    fn somebody_has_one_gender() {
        let holders = Holders::built_in();
        for row in holders.rows.iter() {
            let same = holders.of(row.name);
            assert!(same.iter().all(|other| other.gender == row.gender), "{row:?}");
            assert!(holders.people.get(row.name).is_none(), "{row:?} is in both lists");
        }
    }

    #[test]
    fn the_date_picks_the_office() {
        let holders = Holders::built_in();
        let side = |name: &str, date| {
            holders.person(name, &holders.of(name), date).map(|person| person.side)
        };
        assert_eq!(side("mark rutte", Some("2023-05-01")), Some("NLD"));
        assert_eq!(side("mark rutte", Some("2025-05-01")), Some("body.nato"));
        // Before the first office, between two and without a date.
        assert_eq!(side("mark rutte", Some("2001-05-01")), Some("NLD"));
        assert_eq!(side("mark rutte", Some("2024-08-20")), Some("NLD"));
        assert_eq!(side("mark rutte", None), Some("body.nato"));
        assert_eq!(side("nelson mandela", None), Some("ZAF"));
        assert_eq!(side("ann example", None), None);
    }

    #[test]
    fn an_office_has_several_names() {
        let holders = Holders::built_in();
        let called = |name: &str, title, side, former, date| {
            holders.is_called(&holders.of(name), (title, side), former, date)
        };
        assert!(called("antony blinken", "secretary of state", "USA", false, Some("2024-04-26")));
        assert!(called("antony blinken", "top diplomat", "USA", false, Some("2024-04-26")));
        assert!(!called("antony blinken", "secretary of state", "USA", false, Some("2025-04-26")));
        assert!(called("antony blinken", "secretary of state", "USA", true, Some("2025-04-26")));
        assert!(!called("antony blinken", "foreign minister", "CHN", false, Some("2024-04-26")));
        assert!(!called("antony blinken", "president", "USA", false, None));
    }

    #[test]
    fn spellings_are_one() {
        let holders = Holders::built_in();
        for name in ["kim jong un", "kim jong-un", "recep tayyip erdoğan", "erdogan", "j.d. vance"]
        {
            assert!(!holders.of(name).is_empty(), "{name}");
        }
    }
}
