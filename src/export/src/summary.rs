//! One plain sentence or two on what was found, from fixed templates.

use crate::names;
use crate::reading::Reading;
use readout_contract::report::{AttributionKind, Band, Extent};
use std::fmt::Write as _;

/// Quotes by form; quotes that are only mentioned do not count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Sentences of the text, headings not among them.
    pub sentences: usize,
    /// Speakers with at least one quote, likely ones included.
    pub speakers: usize,
    /// Quotes all inside marks.
    pub exact: usize,
    /// Quotes partly inside marks.
    pub part_exact: usize,
    /// Quotes without marks.
    pub reported: usize,
    /// Likely quotes, which are counted apart.
    pub likely: usize,
}

impl Counts {
    /// Counts a reading.
    pub fn of(reading: &Reading<'_>) -> Self {
        let report = reading.report;
        let mut counts = Self {
            sentences: report.words.sentences.iter().filter(|one| one.counted).count(),
            ..Self::default()
        };
        let mut speakers = Vec::new();
        for quote in &report.attributions.attributions {
            match quote.kind {
                AttributionKind::Exact => counts.exact += 1,
                AttributionKind::PartExact => counts.part_exact += 1,
                AttributionKind::Reported => counts.reported += 1,
                AttributionKind::Likely => counts.likely += 1,
                AttributionKind::Mentioned => continue,
            }
            speakers.extend(quote.speaker.filter(|speaker| !speakers.contains(speaker)));
        }
        counts.speakers = speakers.len();
        counts
    }

    /// Quotes without the likely ones.
    pub fn quotes(self) -> usize {
        self.exact + self.part_exact + self.reported
    }
}

/// "1 quote", "2 quotes".
fn some(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}

/// What was found, in a few short sentences.
pub fn summary(reading: &Reading<'_>) -> String {
    let report = reading.report;
    match report.words.extent {
        Extent::Empty => return "There is no text.".to_owned(),
        Extent::TooShort => return "Add a little more text: at least 20 words.".to_owned(),
        Extent::Short | Extent::Full => {}
    }
    let counts = Counts::of(reading);
    let mut parts = vec![format!("{}.", some(counts.sentences, "sentence"))];
    if !report.words.language.english {
        let share = report.words.language.share;
        parts.push(format!(
            "This does not look like English ({share} % of words): topics and tension are read only in English."
        ));
    }
    parts.push(speakers(counts));
    let pair = report.tension.reading.pair.map_or(0, readout_contract::ids::PairId::index);
    if let Some(pair) = report.tension.pairs.get(pair) {
        let (one, other) = (pair.forward.source, pair.forward.target);
        parts.push(format!(
            "Most described pair: {} – {}.",
            reading.name(Some(one)),
            reading.name(Some(other))
        ));
    }
    parts.push(gauge(reading));
    parts.join(" ")
}

fn speakers(counts: Counts) -> String {
    let likely =
        if counts.likely > 0 { format!(" and {} likely", counts.likely) } else { String::new() };
    if counts.quotes() == 0 && counts.likely == 0 {
        return "No one is quoted in this text.".to_owned();
    }
    let forms: Vec<String> =
        [(counts.exact, "exact"), (counts.part_exact, "part exact"), (counts.reported, "reported")]
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, form)| format!("{count} {form}"))
            .collect();
    let forms = if forms.is_empty() { String::new() } else { format!(" ({})", forms.join(", ")) };
    let (speakers, quotes) = (some(counts.speakers, "speaker"), some(counts.quotes(), "quote"));
    format!("{speakers}, {quotes}{forms}{likely}.")
}

/// What the tension gauge says, or why it says nothing.
pub fn gauge(reading: &Reading<'_>) -> String {
    let tension = &reading.report.tension.reading;
    let Some(value) = tension.value else {
        if reading.report.words.extent != Extent::Full {
            return "Too short for a reading of tension.".to_owned();
        }
        let signals = reading.report.tension.signals.iter().filter(|one| one.weight > 0).count();
        return match signals {
            0 => "No signs of tension or easing were found.".to_owned(),
            _ => format!("{} of tension or easing: too few for a reading.", some(signals, "sign")),
        };
    };
    let band = names::band_name(tension.band.unwrap_or(Band::of(value)));
    let mut said = format!("This text describes relations as {}, {value}", capital(band));
    if let Some((low, high)) = tension.range {
        // Writing to a string cannot fail.
        let _ = write!(said, " (range {low}–{high})");
    }
    if tension.mixed {
        said.push_str(", mixed");
    }
    if let Some(trend) = tension.trend {
        said.push_str(", ");
        said.push_str(names::trend_name(trend));
    }
    said.push('.');
    said
}

/// With a capital first letter.
pub(crate) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
