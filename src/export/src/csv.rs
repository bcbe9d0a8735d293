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

/// A table under construction, cell by cell.
struct Table {
    out: String,
    /// Whether the row has a cell.
    begun: bool,
}

impl Table {
    fn new(header: &[&str]) -> Self {
        let mut table = Self { out: "\u{feff}".to_owned(), begun: false };
        table.names(header);
        table
    }

    /// A table whose rows end with a place.
    fn with_places(header: &[&str]) -> Self {
        Self::new(&[header, &PLACE].concat())
    }

    /// A cell of names and numbers of ours, or one that [`Self::text`] made safe.
    fn name(&mut self, cell: &str) {
        if self.begun {
            self.out.push(',');
        }
        self.begun = true;
        if cell.contains(['"', ',', '\n', '\r']) {
            self.out.push('"');
            self.out.push_str(&cell.replace('"', "\"\""));
            self.out.push('"');
        } else {
            self.out.push_str(cell);
        }
    }

    fn names(&mut self, row: &[&str]) {
        for name in row {
            self.name(name);
        }
        self.end();
    }

    /// A cell of somebody's words: never a formula.
    fn text(&mut self, words: &str) {
        let formula = words.trim_start().starts_with(['=', '+', '-', '@'])
            || words.starts_with(['\t', '\r', '\n']);
        if formula { self.name(&format!("'{words}")) } else { self.name(words) }
    }

    fn number(&mut self, number: impl Into<i64>) {
        self.name(&number.into().to_string());
    }

    /// A cell with a number, or an empty one.
    fn some(&mut self, number: Option<u8>) {
        match number {
            Some(number) => self.number(number),
            None => self.name(""),
        }
    }

    fn flag(&mut self, on: bool) {
        self.name(if on { "yes" } else { "no" });
    }

    /// The last cells of a row: a place in code points and in UTF-16.
    fn place(&mut self, reading: &Reading<'_>, span: Span) {
        let (points, utf16) = (reading.map.to_code_points(span), reading.map.to_utf16(span));
        for offset in [points.start, points.end, utf16.start, utf16.end] {
            self.number(offset);
        }
        self.end();
    }

    fn end(&mut self) {
        self.begun = false;
        self.out.push_str("\r\n");
    }
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
        .map_or_else(String::new, |role| reading.line(role))
}

fn side<'a>(reading: &Reading<'a>, quote: &Attribution) -> &'a str {
    reading.name(reading.actor(quote.speaker).and_then(|actor| actor.side))
}

fn chain(reading: &Reading<'_>, quote: &Attribution) -> String {
    quote.chain.iter().map(|span| reading.line(*span)).collect::<Vec<_>>().join(" → ")
}

fn cue(reading: &Reading<'_>, quote: &Attribution) -> String {
    quote.cue.map_or_else(String::new, |cue| reading.line(cue))
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
    let mut table = Table::with_places(&header);
    for (index, quote) in reading.report.attributions.attributions.iter().enumerate() {
        table.number(index as u32 + 1);
        table.text(reading.name(quote.speaker));
        table.text(&role(reading, quote));
        table.text(side(reading, quote));
        table.name(names::form_name(quote.kind));
        table.text(&cue(reading, quote));
        table.name(names::verb(quote.verb_class));
        table.name(names::found_name(quote.found));
        table.text(&chain(reading, quote));
        table.text(&reading.words_of(&quote.content));
        table.text(&reading.words_of(&quote.exact));
        table.text(reading.name(quote.target));
        table.name(&numbers.list(&quote.sentences));
        table.number(quote.confidence);
        table.text(&quote.rule);
        table.flag(quote.by_reader);
        table.place(reading, cover(&quote.content));
    }
    table.out
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
    let mut table = Table::with_places(&header);
    for topic in &reading.report.topics.topics {
        for evidence in &topic.evidence {
            table.text(&topic.label);
            table.name(names::topic_kind_name(topic.kind));
            table.name(topic.code.as_deref().unwrap_or_default());
            table.name(topic.iptc.as_deref().unwrap_or_default());
            table.number(topic.sentences.len() as u32);
            table.number(topic.salience);
            table.number(topic.lean);
            table.name(&numbers.of(evidence.sentence));
            table.text(&reading.line(evidence.span));
            table.text(&evidence.matched);
            table.place(reading, evidence.span);
        }
    }
    table.out
}

fn modifiers(reading: &Reading<'_>, signal: &Signal) -> String {
    let one = |modifier: &readout_contract::report::Modifier| {
        format!("{} ({})", names::modifier_name(modifier.kind), reading.line(modifier.span))
    };
    signal.modifiers.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// Whose words: a name, `writer`, or `unclear`.
fn voice<'a>(reading: &Reading<'a>, signal: &Signal) -> &'a str {
    match reading.voice(signal.voice) {
        None => "writer",
        Some(quote) => match reading.name(quote.speaker) {
            "" => "unclear",
            name => name,
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
    let mut table = Table::with_places(&header);
    for (index, signal) in reading.report.tension.signals.iter().enumerate() {
        table.number(index as u32 + 1);
        table.name(&numbers.of(signal.sentence));
        table.text(&reading.line(signal.span));
        table.name(names::sign(signal.sign));
        table.name(names::class_name(signal.quad));
        table.text(&signal.event);
        table.number(signal.level);
        table.number(signal.weight);
        table.number(signal.full_weight);
        table.text(reading.name(signal.source));
        table.text(reading.name(signal.target));
        table.flag(signal.inferred);
        table.flag(signal.symmetric);
        table.text(reading.label(signal.issue));
        table.text(voice(reading, signal));
        table.name(names::scope_name(signal.scope));
        table.text(&modifiers(reading, signal));
        table.text(&signal.rule);
        table.name(signal.by_reader.map_or("", names::edit));
        table.place(reading, signal.span);
    }
    table.out
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
            table.number(index as u32 + 1);
            table.text(reading.name(Some(one.source)));
            table.text(reading.name(Some(one.target)));
            table.some(pair.value);
            table.some(pair.range.map(|range| range.0));
            table.some(pair.range.map(|range| range.1));
            table.flag(pair.mixed);
            table.number(pair.signals.len() as u32);
            table.number(counts.verbal_cooperation);
            table.number(counts.material_cooperation);
            table.number(counts.verbal_conflict);
            table.number(counts.material_conflict);
            table.number(counts.statements);
            table.number(one.strain);
            table.number(one.easing);
            table.end();
        };
        direction(&pair.forward);
        direction(&pair.backward);
    }
    table.out
}

/// All findings in one table, for a stream that holds one file: a row for each quote, place of a
/// topic and signal, in that order, with the columns they share.
pub fn findings(reading: &Reading<'_>) -> String {
    let numbers = Numbers(reading.sentence_numbers());
    let header =
        ["finding", "sentences", "who", "target", "what", "detail", "words", "weight", "rule"];
    let mut table = Table::with_places(&header);
    let report = reading.report;
    for quote in &report.attributions.attributions {
        table.name("quote");
        table.name(&numbers.list(&quote.sentences));
        table.text(reading.name(quote.speaker));
        table.text(reading.name(quote.target));
        table.name(names::form_name(quote.kind));
        table.text(&cue(reading, quote));
        table.text(&reading.words_of(&quote.content));
        table.number(quote.confidence);
        table.text(&quote.rule);
        table.place(reading, cover(&quote.content));
    }
    for topic in &report.topics.topics {
        for evidence in &topic.evidence {
            table.name("topic");
            table.name(&numbers.of(evidence.sentence));
            table.name("");
            table.name("");
            table.text(&topic.label);
            table.name(names::topic_kind_name(topic.kind));
            table.text(&reading.line(evidence.span));
            table.number(topic.salience);
            table.text(&evidence.matched);
            table.place(reading, evidence.span);
        }
    }
    for signal in &report.tension.signals {
        table.name("signal");
        table.name(&numbers.of(signal.sentence));
        table.text(reading.name(signal.source));
        table.text(reading.name(signal.target));
        table.name(names::sign(signal.sign));
        table.name(names::class_name(signal.quad));
        table.text(&reading.line(signal.span));
        table.number(signal.weight);
        table.text(&signal.rule);
        table.place(reading, signal.span);
    }
    table.out
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
            let mut table = Table { out: String::new(), begun: false };
            table.text(words);
            assert_eq!(table.out, cell);
        }
    }

    #[test]
    fn cells_with_marks_are_quoted() {
        let mut table = Table::new(&["a", "b"]);
        table.names(&["He said \"no\", twice", "plain"]);
        assert_eq!(table.out, "\u{feff}a,b\r\n\"He said \"\"no\"\", twice\",plain\r\n");
    }
}
