//! Annotated texts in, predictions out: one JSON object a line, offsets in code points.

use crate::Failure;
use crate::corpus::open;
use readout_analysis::training::learned::{Found, Model, Text, find, texts};
use readout_analysis::{Lexicons, Models};
use readout_text::{CodePointSpan, OffsetMap, SourceText, Span};
use serde::{Deserialize, Serialize};
use std::io::BufRead;
use std::ops::Range;
use std::path::Path;

type Spans = Vec<(u32, u32)>;

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    #[serde(default)]
    attributions: Vec<Written>,
}

/// An attribution as files have it.
#[derive(Default, Deserialize, Serialize)]
struct Written {
    #[serde(default)]
    source: Spans,
    #[serde(default)]
    cue: Spans,
    content: Spans,
}

#[derive(Serialize)]
struct Predicted<'a> {
    id: &'a str,
    attributions: Vec<Written>,
}

/// A paragraph with what is attributed in it. Of an attribution over several paragraphs, the part
/// in the paragraph of its cue.
#[derive(Debug)]
pub(super) struct Part {
    span: Span,
    pub(super) text: Text,
    pub(super) gold: Vec<Found>,
}

impl Part {
    /// What a model finds in it.
    pub(super) fn found(&mut self, model: &Model) -> Vec<Found> {
        find(&mut self.text, model)
    }
}

/// An annotated text.
#[derive(Debug)]
pub(super) struct Article {
    pub(super) id: String,
    source: SourceText,
    pub(super) parts: Vec<Part>,
}

/// Reads a file of annotated texts.
pub(super) fn read(
    path: &Path,
    lexicons: &Lexicons,
    models: &Models,
) -> Result<Vec<Article>, Failure> {
    let mut found = Vec::new();
    for line in open(path)?.lines() {
        let line = line?;
        if !line.trim().is_empty() {
            found.push(article(&line, lexicons, models)?);
        }
    }
    Ok(found)
}

/// Reads a line of a file.
pub(super) fn article(
    line: &str,
    lexicons: &Lexicons,
    models: &Models,
) -> Result<Article, Failure> {
    let line: Line = serde_json::from_str(line)?;
    let source = SourceText::new(&line.text)?;
    let map = OffsetMap::new(&source);
    let parts = texts(&source, lexicons, models)
        .into_iter()
        .map(|(span, text)| {
            let words = |(start, end): &(u32, u32)| {
                let place = map.from_code_points(CodePointSpan { start: *start, end: *end })?;
                let place = place.intersect(span)?;
                let place = Span::new(place.start() - span.start(), place.end() - span.start());
                Some(text.words_of(place)).filter(|words| !words.is_empty())
            };
            let gold = line.attributions.iter().filter_map(|written| {
                let mut content: Vec<_> = written.content.iter().filter_map(&words).collect();
                content.sort_by_key(|run| run.start);
                let cue = written.cue.iter().find_map(&words)?;
                let source = written.source.iter().find_map(&words);
                let source = source.unwrap_or(cue.start..cue.start);
                Some(Found { source, cue, content, ..Found::default() })
            });
            let gold = gold.filter(|found| !found.content.is_empty()).collect();
            Part { span, text, gold }
        })
        .collect();
    Ok(Article { id: line.id, source, parts })
}

/// Writes what was found in each paragraph, one text a line.
pub(super) fn written(
    articles: &mut [Article],
    find: impl Fn(&mut Part) -> Vec<Found>,
) -> Result<String, Failure> {
    let mut lines = String::new();
    for article in articles {
        let map = OffsetMap::new(&article.source);
        let mut attributions = Vec::new();
        for part in &mut article.parts {
            let found = find(part);
            let place = |words: &Range<usize>| -> Option<(u32, u32)> {
                let words = part.text.words.get(words.clone())?;
                let span = words.first()?.span.cover(words.last()?.span);
                let place = map.to_code_points(span.shift(part.span.start()));
                Some((place.start, place.end))
            };
            attributions.extend(found.iter().map(|found| Written {
                source: place(&found.source).into_iter().collect(),
                cue: place(&found.cue).into_iter().collect(),
                content: found.content.iter().filter_map(place).collect(),
            }));
        }
        lines.push_str(&serde_json::to_string(&Predicted { id: &article.id, attributions })?);
        lines.push('\n');
    }
    Ok(lines)
}
