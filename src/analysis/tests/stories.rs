//! Whole short texts with their expected readings, in `stories/*.md`: the text, then a fenced block.
//!
//! `UPDATE_EXPECT=1 cargo test -p readout-analysis --test stories` rewrites the blocks; the diff is
//! what a reviewer reads. To add a story, write the text into a new file and run that.

use expect_test::expect_file;
use readout_analysis::{Lexicons, Memo, Models, read};
use readout_contract::ids::ActorId;
use readout_contract::protocol::Input;
use readout_contract::report::{Report, Sign, Voice};
use readout_text::{SourceText, Span};
use std::fmt::Write as _;

const FENCE: &str = "\n```reading\n";

#[test]
fn stories_read_as_written() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/stories");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).expect("the stories") {
        let path = entry.expect("an entry").path();
        let file = std::fs::read_to_string(&path).expect("a story");
        let text = file.split(FENCE).next().unwrap_or_default().trim_end();
        let reading = reading(text);
        expect_file![&path].assert_eq(&format!("{text}\n{FENCE}{reading}```\n"));
        count += 1;
    }
    assert!(count > 3, "the stories are there");
}

/// A report in words.
fn reading(text: &str) -> String {
    let source = SourceText::new(text).expect("short");
    let input = Input { text: text.to_owned(), ..Input::default() };
    let (lexicons, models) = (Lexicons::built_in(), Models::built_in());
    let report = read(&source, &input, &lexicons, &models, &mut Memo::default(), &mut |_| {});
    let mut out = String::new();
    quotes(&mut out, &source, &report);
    topics(&mut out, &report);
    signals(&mut out, &source, &report);
    out
}

fn name(report: &Report, actor: Option<ActorId>) -> &str {
    actor
        .and_then(|actor| report.attributions.actors.get(actor.index()))
        .map_or("?", |actor| actor.name.as_str())
}

/// Words on one line.
fn flat(source: &SourceText, span: Span) -> String {
    source.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn quotes(out: &mut String, source: &SourceText, report: &Report) {
    for found in &report.attributions.attributions {
        let sentence = found.sentences.first().map_or(0, |id| id.0 + 1);
        let content: Vec<String> = found.content.iter().map(|span| flat(source, *span)).collect();
        let cue = found.cue.map(|cue| flat(source, cue)).unwrap_or_default();
        let chain: Vec<String> = found.chain.iter().map(|span| flat(source, *span)).collect();
        let speaker = name(report, found.speaker);
        let _ = writeln!(
            out,
            "quote {sentence}: {speaker} [{:?}, {:?}, {cue}{}{}] {}",
            found.kind,
            found.found,
            if chain.is_empty() { "" } else { ", " },
            chain.join(" → "),
            content.join(" … ")
        );
    }
}

fn topics(out: &mut String, report: &Report) {
    for topic in &report.topics.topics {
        let _ = writeln!(
            out,
            "{}: {} ({})",
            format!("{:?}", topic.kind).to_lowercase(),
            topic.label,
            topic.sentences.len()
        );
    }
}

fn signals(out: &mut String, source: &SourceText, report: &Report) {
    for signal in &report.tension.signals {
        let sign = if signal.sign == Sign::Strain { '▲' } else { '▼' };
        let voice = if signal.voice == Voice::Writer { "" } else { ", in a speaker's words" };
        let modifiers: Vec<String> = signal
            .modifiers
            .iter()
            .map(|found| {
                format!(", {:?} “{}”", found.kind, flat(source, found.span)).to_lowercase()
            })
            .collect();
        let _ = writeln!(
            out,
            "{sign} {}: {} {} “{}” {} → {}{voice}{}",
            signal.sentence.0 + 1,
            signal.event,
            signal.weight,
            flat(source, signal.span),
            name(report, signal.source),
            name(report, signal.target),
            modifiers.concat()
        );
    }
    let reading = &report.tension.reading;
    let pair = reading.pair.and_then(|pair| report.tension.pairs.get(pair.index()));
    if let (Some(value), Some(band)) = (reading.value, reading.band) {
        let of = pair.map_or_else(
            || "all".to_owned(),
            |pair| {
                let parties = (Some(pair.forward.source), Some(pair.forward.target));
                format!("{} – {}", name(report, parties.0), name(report, parties.1))
            },
        );
        let mixed = if reading.mixed { ", mixed" } else { "" };
        let _ = writeln!(out, "reading: {of}: {band:?} {value} {:?}{mixed}", reading.range);
    } else {
        let _ = writeln!(out, "reading: too few signs ({})", reading.signals.len());
    }
}
