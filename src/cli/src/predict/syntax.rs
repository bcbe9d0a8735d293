//! Sentences, and tokens as `[start, end, UPOS, head, relation]`; the head of a root is -1.

use super::place::Place;
use readout_analysis::{Lexicons, Models, syntax_of};
use readout_text::{OffsetMap, SourceText, Span};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Syntax {
    sentences: Vec<Place>,
    tokens: Vec<(u32, u32, String, i64, String)>,
}

pub(super) fn of(
    text: &SourceText,
    map: &OffsetMap,
    lexicons: &Lexicons,
    models: &Models,
) -> Syntax {
    let place = |span: Span| {
        let points = map.to_code_points(span);
        [points.start, points.end]
    };
    let (sentences, words) = syntax_of(text, lexicons, models);
    let tokens = words
        .iter()
        .map(|(span, word)| {
            let [start, end] = place(*span);
            // The names of the variants are those of Universal Dependencies but for the case.
            let upos = format!("{:?}", word.upos).to_uppercase();
            let relation = format!("{:?}", word.relation).to_lowercase();
            (start, end, upos, word.head.map_or(-1, i64::from), relation)
        })
        .collect();
    Syntax { sentences: sentences.into_iter().map(place).collect(), tokens }
}
