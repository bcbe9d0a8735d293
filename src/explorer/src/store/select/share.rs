//! What leaves the page when the reader hands it over: link fragments and files.

use crate::store::{State, TopicKey};
use readout_contract::ids::{AttributionId, SentenceId};
use readout_export::{About, Reading, csv, json, markdown};
use readout_link::{Anchor, Body, Link, LinkError, Mode, Payload, Quotation, topic_slug};
use readout_text::{OffsetMap, SourceText, Span};

/// Characters that fit anywhere, with some left for the address.
const SHORT: usize = 1_900;

/// What a link is to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// The text, read-only.
    Text,
    /// The text, as a copy to change.
    Editable,
    /// The text inside another page.
    Embed,
    /// A quote.
    Quote(AttributionId),
    /// A quote with up to two sentences on each side, and nothing else of the text.
    Excerpt(AttributionId),
    /// A sentence.
    Sentence(SentenceId),
    /// A topic.
    Topic(TopicKey),
}

/// The fragment of a link, without `#`.
pub fn fragment(state: &State, kind: &LinkKind) -> Result<String, LinkError> {
    if let LinkKind::Excerpt(id) = kind {
        return excerpt(state, *id);
    }
    let text = SourceText::new(&state.doc.text)
        .map_err(|_| LinkError::TooBig { limit: readout_link::MAX_BODY })?;
    let place = place(state, kind);
    let anchor = match (kind, place) {
        (LinkKind::Topic(key), _) => Anchor::Topic(topic_slug(&key.label)),
        (_, Some(span)) => Anchor::Place(OffsetMap::new(&text).to_code_points(span)),
        _ => Anchor::None,
    };
    let mode = match kind {
        LinkKind::Editable => Mode::Edit,
        LinkKind::Embed => Mode::Embed,
        _ => Mode::Read,
    };
    let own = state.changes.done.is_empty() && state.filters.is_empty();
    let payload = match &state.doc.seed {
        Some(seed) if own => Payload::Seed(seed.clone()),
        _ => Payload::Body(Box::new(Body {
            quotation: place.map(|span| Quotation::of(&text, span)),
            ..body(state)
        })),
    };
    Link { mode, anchor, payload }.to_fragment()
}

/// A link to a quote with its surroundings: fewer sentences if that keeps it short.
fn excerpt(state: &State, id: AttributionId) -> Result<String, LinkError> {
    let nothing = LinkError::NotALink;
    let report = state.report().ok_or(nothing)?;
    let quote = report.attributions.attributions.get(id.index()).ok_or(nothing)?;
    let (first, last) = quote.sentences.first().zip(quote.sentences.last()).ok_or(nothing)?;
    let sentences = &report.words.sentences;
    let mut link = Err(nothing);
    for around in [2, 1, 0] {
        let from = first.index().saturating_sub(around);
        let to = (last.index() + around).min(sentences.len().saturating_sub(1));
        let ends = sentences.get(from).zip(sentences.get(to)).ok_or(nothing)?;
        let span = ends.0.span.cover(ends.1.span);
        let body = Body {
            text: state.words(span).to_owned(),
            title: state.doc.title.clone(),
            source: state.doc.source.clone(),
            date: state.doc.date.clone(),
            language: state.doc.language.clone(),
            ..Body::default()
        };
        let payload = Payload::Body(Box::new(body));
        link = Link { mode: Mode::Read, anchor: Anchor::None, payload }.to_fragment();
        if link.as_ref().is_ok_and(|link| link.len() <= SHORT) {
            break;
        }
    }
    link
}

fn place(state: &State, kind: &LinkKind) -> Option<Span> {
    let report = state.report()?;
    match kind {
        LinkKind::Quote(id) => {
            report.attributions.attributions.get(id.index())?.content.first().copied()
        }
        LinkKind::Sentence(id) => {
            report.words.sentences.get(id.index()).map(|sentence| sentence.span)
        }
        _ => None,
    }
}

fn body(state: &State) -> Body {
    let filters = &state.filters;
    Body {
        text: state.doc.text.to_string(),
        title: state.doc.title.clone(),
        source: state.doc.source.clone(),
        date: state.doc.date.clone(),
        language: state.doc.language.clone(),
        changes: state.changes.done.clone(),
        filters: readout_link::Filters {
            topics: filters.topics.iter().map(|key| key.label.clone()).collect(),
            speakers: filters.speaker.iter().cloned().collect(),
            all: filters.matching == crate::store::Match::All,
            only_matching: state.view.only_matching,
        },
        quotation: None,
        mark: state.report().map(|report| readout_link::mark(report)),
        engine: state.report().map(|report| report.engine.clone()),
    }
}

/// A form of export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportForm {
    /// JSON `readout/1`.
    Json,
    /// Markdown.
    Markdown,
    /// Quotes as CSV.
    QuotesCsv,
    /// Topics as CSV.
    TopicsCsv,
    /// Signs as CSV.
    SignalsCsv,
    /// Pairs as CSV.
    PairsCsv,
}

/// A file to save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportFile {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    /// What it holds.
    pub text: String,
}

/// The reading as a file; `None` before there is one.
pub fn export(state: &State, form: ExportForm) -> Option<ExportFile> {
    let report = super::evidence::tension(state)?;
    let text = SourceText::new(&state.doc.text).ok()?;
    let map = OffsetMap::new(&text);
    let about = About {
        title: state.doc.title.clone(),
        source: state.doc.source.clone(),
        date: state.doc.date.clone(),
    };
    let changes = &state.changes.done;
    let reading = Reading { text: &text, map: &map, about: &about, report, changes };
    let (end, kind, text) = match form {
        ExportForm::Json => (".readout.json", "application/json", json(&reading)),
        ExportForm::Markdown => (".md", "text/markdown", markdown(&reading)),
        ExportForm::QuotesCsv => ("-quotes.csv", "text/csv", csv::quotes(&reading)),
        ExportForm::TopicsCsv => ("-topics.csv", "text/csv", csv::topics(&reading)),
        ExportForm::SignalsCsv => ("-signals.csv", "text/csv", csv::signals(&reading)),
        ExportForm::PairsCsv => ("-pairs.csv", "text/csv", csv::pairs(&reading)),
    };
    let name = state.doc.title.as_deref().map(topic_slug).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| "reading".to_owned());
    let short: String = name.chars().take(60).collect();
    Some(ExportFile { name: format!("{short}{end}"), kind, text })
}
