//! Words in a text, found again: by their place, else by the words and what stands around them.
//!
//! Linear in the text's length; decides nothing about what the words mean.

use readout_text::{CodePointSpan, OffsetMap, SourceText, Span};

/// Characters kept on each side of a quotation.
const AROUND: usize = 32;

/// Words, with what stands around them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quotation {
    /// The words.
    pub exact: String,
    /// At most 32 characters before them.
    pub prefix: String,
    /// At most 32 characters after them.
    pub suffix: String,
}

/// Where an anchor points now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Located {
    /// Where it always did.
    InPlace(Span),
    /// The words stand elsewhere now.
    Moved(Span),
    /// The words are not in the text: the reader is told so.
    Lost,
}

impl Quotation {
    /// The words at `span`, with what stands around them.
    pub fn of(text: &SourceText, span: Span) -> Self {
        let before = text.slice(Span::new(0, span.start()));
        let after = text.slice(Span::new(span.end(), text.len()));
        let prefix = before
            .char_indices()
            .rev()
            .nth(AROUND - 1)
            .map_or(before, |(at, _)| before.get(at..).unwrap_or_default());
        let suffix = after
            .char_indices()
            .nth(AROUND)
            .map_or(after, |(at, _)| after.get(..at).unwrap_or_default());
        Self {
            exact: text.slice(span).to_owned(),
            prefix: prefix.to_owned(),
            suffix: suffix.to_owned(),
        }
    }
}

impl Located {
    /// Finds the place of an anchor: the place itself if it is in the text and, where a quotation
    /// is known, holds its words; else the occurrence of the words whose surroundings agree best,
    /// the nearest to the place among equals.
    pub fn find(
        text: &SourceText,
        map: &OffsetMap,
        place: CodePointSpan,
        quotation: Option<&Quotation>,
    ) -> Self {
        // The map converts offsets past the end too as long as the text before is ASCII.
        let here = map.from_code_points(place).filter(|span| text.span().contains(*span));
        let Some(quotation) = quotation.filter(|quotation| !quotation.exact.is_empty()) else {
            return here.map_or(Self::Lost, Self::InPlace);
        };
        if let Some(span) = here
            && text.slice(span) == quotation.exact
        {
            return Self::InPlace(span);
        }
        // Where the place would be, roughly: good enough to choose the nearest among equals.
        let near = here.map_or(place.start, Span::start);
        text.as_str()
            .match_indices(&quotation.exact)
            .map(|(at, words)| Span::from_usize(at, at + words.len()))
            .max_by_key(|span| {
                (agreement(text, *span, quotation), u32::MAX - span.start().abs_diff(near))
            })
            .map_or(Self::Lost, Self::Moved)
    }
}

/// How many characters around `span` agree with the quotation's surroundings.
fn agreement(text: &SourceText, span: Span, quotation: &Quotation) -> usize {
    let before = text.slice(Span::new(0, span.start())).chars().rev();
    let after = text.slice(Span::new(span.end(), text.len())).chars();
    let same = |(a, b): &(char, char)| a == b;
    before.zip(quotation.prefix.chars().rev()).take_while(same).count()
        + after.zip(quotation.suffix.chars()).take_while(same).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn located(text: &str, place: (u32, u32), quotation: Option<&Quotation>) -> Located {
        let text = SourceText::new(text).expect("short");
        let place = CodePointSpan { start: place.0, end: place.1 };
        Located::find(&text, &OffsetMap::new(&text), place, quotation)
    }

    fn quotation(text: &str, words: (u32, u32)) -> Quotation {
        let text = SourceText::new(text).expect("short");
        Quotation::of(&text, Span::new(words.0, words.1))
    }

    #[test]
    fn the_place_comes_first() {
        let quote = quotation("no, no, no", (4, 6));
        assert_eq!(located("no, no, no", (4, 6), Some(&quote)), Located::InPlace(Span::new(4, 6)));
        assert_eq!(located("no", (0, 2), None), Located::InPlace(Span::new(0, 2)));
    }

    #[test]
    fn moved_words_are_found_by_what_stands_around_them() {
        let quote = quotation("He said no. She said no again.", (21, 23));
        let text = "Today he said no. And then no. She said no again.";
        assert_eq!(located(text, (21, 23), Some(&quote)), Located::Moved(Span::new(40, 42)));
    }

    #[test]
    fn among_equals_the_nearest() {
        let quote = Quotation { exact: "no".to_owned(), ..Quotation::default() };
        assert_eq!(located("no   no   no", (6, 8), Some(&quote)), Located::Moved(Span::new(5, 7)));
    }

    #[test]
    fn words_that_are_gone_are_lost() {
        let quote = quotation("He said yes.", (8, 11));
        assert_eq!(located("He said no.", (8, 11), Some(&quote)), Located::Lost);
        assert_eq!(located("He said no.", (8, 99), None), Located::Lost);
        assert_eq!(located("Café", (3, 9), None), Located::Lost);
    }

    #[test]
    fn surroundings_are_at_most_32_characters_a_side() {
        let text = format!("{}x{}", "é".repeat(40), "à".repeat(40));
        let quote = quotation(&text, (80, 81));
        assert_eq!(quote.prefix, "é".repeat(32));
        assert_eq!(quote.suffix, "à".repeat(32));
    }
}
