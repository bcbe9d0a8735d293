//! A quote with its citation, as copied: plain, or after one of three style guides.
//!
//! Reported words never stand in quotation marks, in no style. What the text does not have (title,
//! source, date) is left out, or said to be missing where the guide wants that.

use super::quote_card;
use super::quotes::{MARKS, form_key};
use crate::i18n::{t, tv};
use crate::store::{CitationStyle, State};
use readout_contract::ids::AttributionId;
use readout_contract::report::AttributionKind;

/// What is cited, in parts.
struct Cited {
    /// With the quotation marks that it needs, and no others.
    words: String,
    form: String,
    speaker: String,
    /// All or some of the words are the speaker's own.
    quoted: bool,
    sentence: Option<String>,
    title: Option<String>,
    /// Where it is from, if that is a name.
    source: Option<String>,
    /// The source's address if it is one, else the link.
    address: Option<String>,
    date: Option<Date>,
}

/// A date in parts; the day may be missing.
struct Date {
    year: String,
    month: Option<u32>,
    day: Option<u32>,
}

/// The citation; `link` leads to the quote in this page.
pub fn citation(
    state: &State,
    id: AttributionId,
    style: CitationStyle,
    link: Option<&str>,
) -> String {
    let Some(cited) = cited(state, id, link) else { return String::new() };
    match style {
        CitationStyle::Plain => plain(state, &cited, link),
        CitationStyle::Chicago => chicago(&cited),
        CitationStyle::Apa => apa(&cited),
        CitationStyle::Mla => mla(&cited),
    }
}

fn cited(state: &State, id: AttributionId, link: Option<&str>) -> Option<Cited> {
    let card = quote_card(state, id)?;
    let all_exact = card.form == AttributionKind::Exact;
    let words: String = card
        .pieces
        .iter()
        .map(|(text, exact)| if *exact && !all_exact { format!("“{text}”") } else { text.clone() })
        .collect();
    let words = words.trim().trim_end_matches([',', ';']);
    let words =
        if all_exact { format!("“{}”", words.trim_matches(MARKS)) } else { words.to_owned() };
    let speaker = card.speaker.0;
    let source = state.doc.source.clone();
    let is_address = |source: &String| source.contains("://");
    Some(Cited {
        words,
        form: t(form_key(card.form)),
        speaker: if speaker.is_empty() { t("speaker-unclear") } else { speaker },
        quoted: matches!(card.form, AttributionKind::Exact | AttributionKind::PartExact),
        sentence: card.number.map(|number| tv("citation-sentence", &[("n", number.into())])),
        title: state.doc.title.clone().map(|title| title.replace(['“', '”'], "\"")),
        address: source.clone().filter(is_address).or_else(|| link.map(ToOwned::to_owned)),
        source: source.filter(|source| !is_address(source)),
        date: state.doc.date.as_deref().and_then(Date::of),
    })
}

/// Words (form), speaker, as reported in title, source, date, sentence, link.
fn plain(state: &State, cited: &Cited, link: Option<&str>) -> String {
    let mut parts = vec![format!("{} ({})", cited.words, cited.form), cited.speaker.clone()];
    let date =
        state.doc.date.as_ref().map(|date| {
            cited.date.as_ref().and_then(Date::day_first).unwrap_or_else(|| date.clone())
        });
    let place: Vec<String> =
        [state.doc.title.clone(), state.doc.source.clone(), date].into_iter().flatten().collect();
    if !place.is_empty() {
        parts.push(tv("citation-reported-in", &[("where", place.join(", ").into())]));
    }
    parts.extend(cited.sentence.clone());
    parts.extend(link.map(ToOwned::to_owned));
    parts.join(", ")
}

/// A note: Speaker, “words,” quoted in “Title,” Source, April 26, 2024, sentence 3, address.
fn chicago(cited: &Cited) -> String {
    let how = if cited.quoted { "quoted in" } else { "paraphrased in" };
    let mut parts = vec![cited.speaker.clone()];
    parts.push(format!("{} ({})", cited.words, cited.form.to_ascii_lowercase()));
    let place = [
        cited.source.clone(),
        cited.date.as_ref().map(Date::month_first),
        cited.sentence.clone(),
        cited.address.clone(),
    ];
    let place = place.into_iter().flatten().collect::<Vec<_>>().join(", ");
    parts.push(match &cited.title {
        // The guide's comma stands inside the marks.
        Some(title) if place.is_empty() => format!("{how} “{title}”"),
        Some(title) => format!("{how} “{title},” {place}"),
        None => format!("{how} {place}"),
    });
    format!("{}.", parts.join(", "))
}

/// In the text, with speaker and the secondary source; then the reference.
fn apa(cited: &Cited) -> String {
    let how = if cited.quoted { "as cited in" } else { "as paraphrased in" };
    let year = cited.date.as_ref().map_or("n.d.", |date| date.year.as_str());
    let work = match (&cited.title, &cited.source) {
        (Some(title), _) => format!("“{title}”"),
        (None, Some(source)) => source.clone(),
        (None, None) => "Untitled".to_owned(),
    };
    let sentence = cited.sentence.as_ref().map(|it| format!(", {it}")).unwrap_or_default();
    let date = cited.date.as_ref().map_or_else(|| "n.d.".to_owned(), Date::year_first);
    let reference = [
        Some(cited.title.clone().unwrap_or_else(|| "[Untitled text]".to_owned())),
        Some(format!("({date})")),
        cited.source.clone(),
    ];
    let reference = reference.into_iter().flatten().collect::<Vec<_>>();
    format!(
        "{} [{}] ({}, {how} {work}, {year}{sentence})\n{}",
        cited.words,
        cited.form.to_ascii_lowercase(),
        cited.speaker,
        with_address(&reference.join(". "), ". ", ".", cited.address.as_deref()),
    )
}

/// In the text, with speaker and where; then the work cited.
fn mla(cited: &Cited) -> String {
    let how = if cited.quoted { "qtd. in" } else { "paraphrased in" };
    let work = match (&cited.title, &cited.source) {
        (Some(title), _) => format!("“{title}”"),
        (None, Some(source)) => source.clone(),
        (None, None) => "Untitled text".to_owned(),
    };
    let sentence = cited.sentence.as_ref().map(|it| format!(", {it}")).unwrap_or_default();
    let head = cited.title.as_ref().map(|title| format!("“{title}.” ")).unwrap_or_default();
    let place = [cited.source.clone(), cited.date.as_ref().map(Date::day_first_short)];
    let place = place.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let reference = format!("{head}{place}");
    format!(
        "{}: {} [{}] ({how} {work}{sentence})\n{}",
        cited.speaker,
        cited.words,
        cited.form.to_ascii_lowercase(),
        with_address(reference.trim_end(), ", ", ".", cited.address.as_deref()),
    )
}

/// A reference and its address.
fn with_address(reference: &str, between: &str, end: &str, address: Option<&str>) -> String {
    match address {
        Some(address) if reference.is_empty() => address.to_owned(),
        // After a full stop inside the marks no other sign is needed.
        Some(address) if reference.ends_with('”') => format!("{reference} {address}"),
        Some(address) => format!("{reference}{between}{address}"),
        None if reference.ends_with('”') => reference.to_owned(),
        None => format!("{reference}{end}"),
    }
}

impl Date {
    /// From `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    fn of(iso: &str) -> Option<Self> {
        let mut parts = iso.split('-');
        let year = parts.next().filter(|year| year.len() == 4)?.to_owned();
        let month = parts.next().and_then(|month| month.parse().ok());
        let month = month.filter(|month| (1..=12).contains(month));
        let day = parts.next().and_then(|day| day.parse().ok()).filter(|_| month.is_some());
        Some(Self { year, month, day })
    }

    fn month_name(&self) -> Option<String> {
        self.month.map(|month| t(&format!("month-{month}")))
    }

    /// April 26, 2024.
    fn month_first(&self) -> String {
        match (self.month_name(), self.day) {
            (Some(month), Some(day)) => format!("{month} {day}, {}", self.year),
            (Some(month), None) => format!("{month} {}", self.year),
            (None, _) => self.year.clone(),
        }
    }

    /// 2024, April 26.
    fn year_first(&self) -> String {
        match (self.month_name(), self.day) {
            (Some(month), Some(day)) => format!("{}, {month} {day}", self.year),
            (Some(month), None) => format!("{}, {month}", self.year),
            (None, _) => self.year.clone(),
        }
    }

    /// 26 April 2024; `None` if it is not a full date.
    fn day_first(&self) -> Option<String> {
        Some(format!("{} {} {}", self.day?, self.month_name()?, self.year))
    }

    /// 26 Apr. 2024, with months of up to four letters in full.
    fn day_first_short(&self) -> String {
        let Some(name) = self.month_name() else { return self.year.clone() };
        let letters = name.chars().count();
        let month = match self.month {
            Some(9) => format!("{}.", name.chars().take(4).collect::<String>()),
            _ if letters > 4 => format!("{}.", name.chars().take(3).collect::<String>()),
            _ => name,
        };
        let day = self.day.map(|day| format!("{day} ")).unwrap_or_default();
        format!("{day}{month} {}", self.year)
    }
}
