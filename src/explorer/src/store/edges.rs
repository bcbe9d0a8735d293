//! Where a quote may begin and end: the words of its paragraph, one by one.
//!
//! From a text, a span and a step to another span; nothing here knows a report. A span never gets
//! empty, never leaves its paragraph, and begins and ends at a word with its own quotation marks.

use readout_text::Span;

/// Marks that open a quotation, and belong to the word after them.
const OPENING: [char; 5] = ['“', '‘', '«', '"', '\''];
/// Marks that close a quotation or belong to the word before them.
const CLOSING: [char; 6] = ['”', '’', '»', '"', '\'', '%'];
/// What stands between words without a space.
const DASHES: [char; 2] = ['—', '–'];

/// One end of a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Its first word.
    Start,
    /// Its last word.
    End,
}

/// The span with one edge moved by a word: `forward` towards the end of the text. `None` where
/// there is no further word.
pub fn moved(text: &str, span: Span, edge: Edge, forward: bool) -> Option<Span> {
    let paragraph = paragraph(text, if edge == Edge::Start { span.start() } else { span.end() })?;
    let words = words(text, paragraph);
    match edge {
        Edge::Start => {
            let mut starts = words.iter().map(|word| word.start());
            let at = if forward {
                starts.find(|start| *start > span.start())
            } else {
                starts.rfind(|start| *start < span.start())
            }?;
            let word_left = words.iter().any(|word| word.start() >= at && word.end() <= span.end());
            word_left.then(|| Span::new(at, span.end()))
        }
        Edge::End => {
            let mut ends = words.iter().map(|word| word.end());
            let at = if forward {
                ends.find(|end| *end > span.end())
            } else {
                ends.rfind(|end| *end < span.end())
            }?;
            let word_left =
                words.iter().any(|word| word.start() >= span.start() && word.end() <= at);
            word_left.then(|| Span::new(span.start(), at))
        }
    }
}

/// The line around a place.
fn paragraph(text: &str, at: u32) -> Option<Span> {
    let (before, after) = (text.get(..at as usize)?, text.get(at as usize..)?);
    let start = before.rfind('\n').map_or(0, |line| line + 1);
    let end = after.find('\n').map_or(text.len(), |line| at as usize + line);
    Some(Span::from_usize(start, end))
}

/// The words of a paragraph, punctuation around them left out.
fn words(text: &str, paragraph: Span) -> Vec<Span> {
    let base = text.as_ptr() as usize;
    let inside = text.get(paragraph.range()).unwrap_or_default();
    inside
        .split(|c: char| c.is_whitespace() || DASHES.contains(&c))
        .filter(|word| word.contains(char::is_alphanumeric))
        .map(|word| {
            let starts =
                |c: char| c.is_alphanumeric() || OPENING.contains(&c) || "$£€¥#".contains(c);
            let ends = |c: char| c.is_alphanumeric() || CLOSING.contains(&c);
            let word = word.trim_start_matches(|c| !starts(c)).trim_end_matches(|c| !ends(c));
            let start = word.as_ptr() as usize - base;
            Span::from_usize(start, start + word.len())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "A heading\n\nHe said the deal, “nearly done,” is off — for now.\n\nNext.";

    fn steps(words: &str, edge: Edge, forward: bool) -> Vec<&'static str> {
        let start = TEXT.find(words).expect("there");
        let mut span = Span::from_usize(start, start + words.len());
        std::iter::from_fn(|| {
            span = moved(TEXT, span, edge, forward)?;
            TEXT.get(span.range())
        })
        .collect()
    }

    #[test]
    fn edges_move_word_by_word_and_stay_in_the_paragraph() {
        let earlier = steps("deal", Edge::Start, false);
        assert_eq!(earlier, ["the deal", "said the deal", "He said the deal"]);
        let later = steps("deal", Edge::End, true);
        assert_eq!(
            later.get(..3),
            Some(["deal, “nearly", "deal, “nearly done,”", "deal, “nearly done,” is"].as_slice()),
            "a word takes its quotation marks along"
        );
        assert_eq!(later.last(), Some(&"deal, “nearly done,” is off — for now"));
    }

    #[test]
    fn a_quote_keeps_a_word() {
        assert_eq!(steps("said the deal", Edge::Start, true), ["the deal", "deal"]);
        assert_eq!(steps("said the deal", Edge::End, false), ["said the", "said"]);
        assert_eq!(steps("for now.", Edge::End, true), Vec::<&str>::new());
    }
}
