//! CSV tables: UTF-8 with a byte-order mark (spreadsheets ask for it), one header row, lines end in
//! CR LF (RFC 4180).
//!
//! A cell of text that a spreadsheet would take for a formula gets an apostrophe in front. Places
//! count from 0, half open; sentences are numbered from 1 as a reader counts them, headings are 0.

use crate::names;
use crate::reading::Reading;
use readout_contract::ids::SentenceId;
use readout_contract::report::{Attribution, DirectedPair, Signal};
use readout_text::Span;

/// A table under construction.
struct Table(String);

impl Table {
    fn new(header: &[&str]) -> Self {
        let mut table = Self("\u{feff}".to_owned());
        table.row(header.iter().map(|name| (*name).to_owned()));
        table
    }

    /// Cells come ready made by [`text`], or are numbers and names of ours.
    fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        for (index, cell) in cells.into_iter().enumerate() {
            if index > 0 {
                self.0.push(',');
            }
            if cell.contains(['"', ',', '\n', '\r']) {
                self.0.push('"');
                self.0.push_str(&cell.replace('"', "\"\""));
                self.0.push('"');
            } else {
                self.0.push_str(&cell);
            }
        }
        self.0.push_str("\r\n");
    }
}

/// A cell of somebody's words: never a formula.
fn text(words: &str) -> String {
    if words.trim_start().starts_with(['=', '+', '-', '@']) || words.starts_with(['\t', '\r', '\n'])
    {
        format!("'{words}")
    } else {
        words.to_owned()
    }
}

fn number(value: Option<u8>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn flag(value: bool) -> String {
    if value { "yes" } else { "no" }.to_owned()
}

/// Numbers of the places in code points and UTF-16: `start, end, utf16_start, utf16_end`.
fn place(reading: &Reading<'_>, span: Span) -> [String; 4] {
    let (points, utf16) = (reading.map.to_code_points(span), reading.map.to_utf16(span));
    [points.start, points.end, utf16.start, utf16.end].map(|offset| offset.to_string())
}

const PLACE: [&str; 4] = ["start", "end", "utf16_start", "utf16_end"];

fn cover(spans: &[Span]) -> Span {
    spans.iter().copied().reduce(Span::cover).unwrap_or_default()
}

struct Numbers(Vec<u32>);

impl Numbers {
    fn of(&self, sentence: SentenceId) -> String {
        self.0.get(sentence.index()).copied().unwrap_or(0).to_string()
    }

    fn list(&self, sentences: &[SentenceId]) -> String {
        sentences.iter().map(|one| self.of(*one)).collect::<Vec<_>>().join(" ")
    }
}

fn role(reading: &Reading<'_>, quote: &Attribution) -> String {
    reading
        .actor(quote.speaker)
        .and_then(|actor| actor.role)
        .map_or_else(String::new, |role| text(&reading.line(role)))
}

fn side<'a>(reading: &Reading<'a>, quote: &Attribution) -> &'a str {
    reading.name(reading.actor(quote.speaker).and_then(|actor| actor.side))
}

fn chain(reading: &Reading<'_>, quote: &Attribution) -> String {
    quote.chain.iter().map(|span| reading.line(*span)).collect::<Vec<_>>().join(" → ")
}

fn cue(reading: &Reading<'_>, quote: &Attribution) -> String {
    quote.cue.map_or_else(String::new, |cue| text(&reading.line(cue)))
}

/// `quotes.csv`: one row a quote.
pub fn quotes(reading: &Reading<'_>) -> String {
    let numbers = Numbers(reading.sentence_numbers());
    let header = [
        "number",
        "speaker",
        "role",
        "side",
        "form",
        "verb",
        "verb_class",
        "found",
        "chain",
        "words",
        "exact_words",
        "target",
        "sentences",
        "confidence",
        "rule",
        "by_reader",
    ];
    let mut table = Table::new(&[&header[..], &PLACE].concat());
    for (index, quote) in reading.report.attributions.attributions.iter().enumerate() {
        let cells = [
            (index + 1).to_string(),
            text(reading.name(quote.speaker)),
            role(reading, quote),
            text(side(reading, quote)),
            names::form_name(quote.kind).to_owned(),
            cue(reading, quote),
            names::verb(quote.verb_class).to_owned(),
            names::found_name(quote.found).to_owned(),
            text(&chain(reading, quote)),
            text(&reading.words_of(&quote.content)),
            text(&reading.words_of(&quote.exact)),
            text(reading.name(quote.target)),
            numbers.list(&quote.sentences),
            quote.confidence.to_string(),
            text(&quote.rule),
            flag(quote.by_reader),
        ];
        table.row(cells.into_iter().chain(place(reading, cover(&quote.content))));
    }
    table.0
}

/// `topics.csv`: one row a place where a topic shows.
pub fn topics(reading: &Reading<'_>) -> String {
    let numbers = Numbers(reading.sentence_numbers());
    let header = [
        "topic",
        "kind",
        "code",
        "iptc",
        "sentence_count",
        "salience",
        "lean",
        "sentence",
        "words",
        "matched",
    ];
    let mut table = Table::new(&[&header[..], &PLACE].concat());
    for topic in &reading.report.topics.topics {
        for evidence in &topic.evidence {
            let cells = [
                text(&topic.label),
                names::topic_kind_name(topic.kind).to_owned(),
                topic.code.clone().unwrap_or_default(),
                topic.iptc.clone().unwrap_or_default(),
                topic.sentences.len().to_string(),
                topic.salience.to_string(),
                topic.lean.to_string(),
                numbers.of(evidence.sentence),
                text(&reading.line(evidence.span)),
                text(&evidence.matched),
            ];
            table.row(cells.into_iter().chain(place(reading, evidence.span)));
        }
    }
    table.0
}

fn modifiers(reading: &Reading<'_>, signal: &Signal) -> String {
    let one = |modifier: &readout_contract::report::Modifier| {
        format!("{} ({})", names::modifier_name(modifier.kind), reading.line(modifier.span))
    };
    signal.modifiers.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// Whose words: a name, `writer`, or `unclear`.
fn voice(reading: &Reading<'_>, signal: &Signal) -> String {
    match reading.voice(signal.voice) {
        None => "writer".to_owned(),
        Some(quote) => match reading.name(quote.speaker) {
            "" => "unclear".to_owned(),
            name => text(name),
        },
    }
}

/// `signals.csv`: one row a phrase of strain or easing; weights are hundredths.
pub fn signals(reading: &Reading<'_>) -> String {
    let numbers = Numbers(reading.sentence_numbers());
    let header = [
        "number",
        "sentence",
        "words",
        "sign",
        "class",
        "event",
        "level",
        "weight",
        "full_weight",
        "source",
        "target",
        "inferred",
        "symmetric",
        "issue",
        "voice",
        "scope",
        "modifiers",
        "rule",
        "by_reader",
    ];
    let mut table = Table::new(&[&header[..], &PLACE].concat());
    for (index, signal) in reading.report.tension.signals.iter().enumerate() {
        let cells = [
            (index + 1).to_string(),
            numbers.of(signal.sentence),
            text(&reading.line(signal.span)),
            names::sign(signal.sign).to_owned(),
            names::class_name(signal.quad).to_owned(),
            text(&signal.event),
            signal.level.to_string(),
            signal.weight.to_string(),
            signal.full_weight.to_string(),
            text(reading.name(signal.source)),
            text(reading.name(signal.target)),
            flag(signal.inferred),
            flag(signal.symmetric),
            text(reading.label(signal.issue)),
            voice(reading, signal),
            names::scope_name(signal.scope).to_owned(),
            text(&modifiers(reading, signal)),
            text(&signal.rule),
            signal.by_reader.map_or("", names::edit).to_owned(),
        ];
        table.row(cells.into_iter().chain(place(reading, signal.span)));
    }
    table.0
}

/// `pairs.csv`: one row a direction; weights are hundredths.
pub fn pairs(reading: &Reading<'_>) -> String {
    let mut table = Table::new(&[
        "pair",
        "source",
        "target",
        "value",
        "range_low",
        "range_high",
        "mixed",
        "pair_signals",
        "verbal_cooperation",
        "material_cooperation",
        "verbal_conflict",
        "material_conflict",
        "statements",
        "strain",
        "easing",
    ]);
    for (index, pair) in reading.report.tension.pairs.iter().enumerate() {
        let mut direction = |one: &DirectedPair| {
            let counts = one.counts;
            table.row([
                (index + 1).to_string(),
                text(reading.name(Some(one.source))),
                text(reading.name(Some(one.target))),
                number(pair.value),
                number(pair.range.map(|range| range.0)),
                number(pair.range.map(|range| range.1)),
                flag(pair.mixed),
                pair.signals.len().to_string(),
                counts.verbal_cooperation.to_string(),
                counts.material_cooperation.to_string(),
                counts.verbal_conflict.to_string(),
                counts.material_conflict.to_string(),
                counts.statements.to_string(),
                one.strain.to_string(),
                one.easing.to_string(),
            ]);
        };
        direction(&pair.forward);
        direction(&pair.backward);
    }
    table.0
}

/// All findings in one table, for a stream that holds one file: a row for each quote, place of a
/// topic and signal, in that order, with the columns they share.
pub fn findings(reading: &Reading<'_>) -> String {
    let numbers = Numbers(reading.sentence_numbers());
    let header =
        ["finding", "sentences", "who", "target", "what", "detail", "words", "weight", "rule"];
    let mut table = Table::new(&[&header[..], &PLACE].concat());
    let report = reading.report;
    for quote in &report.attributions.attributions {
        let cells = [
            "quote".to_owned(),
            numbers.list(&quote.sentences),
            text(reading.name(quote.speaker)),
            text(reading.name(quote.target)),
            names::form_name(quote.kind).to_owned(),
            cue(reading, quote),
            text(&reading.words_of(&quote.content)),
            quote.confidence.to_string(),
            text(&quote.rule),
        ];
        table.row(cells.into_iter().chain(place(reading, cover(&quote.content))));
    }
    for topic in &report.topics.topics {
        for evidence in &topic.evidence {
            let cells = [
                "topic".to_owned(),
                numbers.of(evidence.sentence),
                String::new(),
                String::new(),
                text(&topic.label),
                names::topic_kind_name(topic.kind).to_owned(),
                text(&reading.line(evidence.span)),
                topic.salience.to_string(),
                text(&evidence.matched),
            ];
            table.row(cells.into_iter().chain(place(reading, evidence.span)));
        }
    }
    for signal in &report.tension.signals {
        let cells = [
            "signal".to_owned(),
            numbers.of(signal.sentence),
            text(reading.name(signal.source)),
            text(reading.name(signal.target)),
            names::sign(signal.sign).to_owned(),
            names::class_name(signal.quad).to_owned(),
            text(&reading.line(signal.span)),
            signal.weight.to_string(),
            text(&signal.rule),
        ];
        table.row(cells.into_iter().chain(place(reading, signal.span)));
    }
    table.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_of_words_is_a_formula() {
        for (words, cell) in [
            ("=1+1", "'=1+1"),
            ("+49", "'+49"),
            ("-1", "'-1"),
            ("@name", "'@name"),
            (" =1+1", "' =1+1"),
            ("\t=1", "'\t=1"),
            ("a=b", "a=b"),
            ("", ""),
        ] {
            assert_eq!(text(words), cell);
        }
    }

    #[test]
    fn cells_with_marks_are_quoted() {
        let mut table = Table::new(&["a", "b"]);
        table.row(["He said \"no\", twice".to_owned(), "plain".to_owned()]);
        assert_eq!(table.0, "\u{feff}a,b\r\n\"He said \"\"no\"\", twice\",plain\r\n");
    }
}
