//! Annotated texts in, predictions out: one JSON object a line, offsets in code points.

use super::text::Text;
use crate::Failure;
use crate::corpus::open;
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

/// An attribution as words of a [`Text`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Attribution {
    /// Empty when no source is stated.
    pub(super) source: Range<usize>,
    pub(super) cue: Range<usize>,
    /// Runs of words, in order.
    pub(super) content: Vec<Range<usize>>,
}

/// A text with what is attributed in it.
#[derive(Debug)]
pub(super) struct Article {
    pub(super) id: String,
    source: SourceText,
    pub(super) text: Text,
    pub(super) gold: Vec<Attribution>,
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
    let text = Text::read(&source, lexicons, models);
    let map = OffsetMap::new(&source);
    let words = |(start, end): (u32, u32)| {
        let span = map.from_code_points(CodePointSpan { start, end })?;
        Some(text.words_of(span)).filter(|words| !words.is_empty())
    };
    let first = |spans: &Spans| spans.iter().find_map(|span| words(*span));
    let gold = line
        .attributions
        .iter()
        .filter_map(|written| {
            let mut content: Vec<_> = written.content.iter().filter_map(|s| words(*s)).collect();
            content.sort_by_key(|run| run.start);
            let cue = first(&written.cue)?;
            let source = first(&written.source).unwrap_or(cue.start..cue.start);
            Some(Attribution { source, cue, content })
        })
        .filter(|attribution| !attribution.content.is_empty())
        .collect();
    Ok(Article { id: line.id, source, text, gold })
}

/// Writes what was found, one text a line.
pub(super) fn written(articles: &[Article], found: &[Vec<Attribution>]) -> Result<String, Failure> {
    let mut lines = String::new();
    for (article, found) in articles.iter().zip(found) {
        let map = OffsetMap::new(&article.source);
        let place = |words: &Range<usize>| -> Option<(u32, u32)> {
            let words = article.text.words.get(words.clone())?;
            let span: Span = words.first()?.span.cover(words.last()?.span);
            let place = map.to_code_points(span);
            Some((place.start, place.end))
        };
        let attributions = found
            .iter()
            .map(|found| Written {
                source: place(&found.source).into_iter().collect(),
                cue: place(&found.cue).into_iter().collect(),
                content: found.content.iter().filter_map(place).collect(),
            })
            .collect();
        lines.push_str(&serde_json::to_string(&Predicted { id: &article.id, attributions })?);
        lines.push('\n');
    }
    Ok(lines)
}
