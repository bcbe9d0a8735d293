//! Attributions: source, cue, content; with form, speaker, and how the speaker was found.
//!
//! Speech and attitudes that are only mentioned are given too; their `kind` tells them apart.

use super::place::{Doc, Place};
use readout_export::{form_name, found_name};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Quotes<'a> {
    attributions: Vec<Quote<'a>>,
}

#[derive(Serialize)]
struct Quote<'a> {
    source: Vec<Place>,
    cue: Vec<Place>,
    content: Vec<Place>,
    kind: &'static str,
    speaker: Option<&'a str>,
    how: &'static str,
    /// In hundredths.
    confidence: u8,
}

pub(super) fn of<'a>(doc: &Doc<'a>) -> Quotes<'a> {
    let found = &doc.report.attributions.attributions;
    let attributions = found
        .iter()
        .map(|quote| Quote {
            source: doc.places(quote.source.as_slice()),
            cue: doc.places(quote.cue.as_slice()),
            content: doc.places(&quote.content),
            kind: form_name(quote.kind),
            speaker: doc.name(quote.speaker),
            how: found_name(quote.found),
            confidence: quote.confidence,
        })
        // The scorer refuses places without words.
        .filter(|quote| quote.content.iter().all(|[start, end]| start < end))
        .collect();
    Quotes { attributions }
}
