//! From a paragraph to the stretches between quotation marks.
//!
//! What always holds: stretches are in order and do not overlap. An opening mark that is never
//! closed opens a stretch to the paragraph's end, since quotations run over paragraphs so. An
//! apostrophe opens nothing.

use readout_text::Span;

/// A stretch between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Region {
    /// Marks included.
    pub(crate) span: Span,
    /// Marks not included.
    pub(crate) inner: Span,
    /// Whether a mark closes it.
    pub(crate) closed: bool,
}

/// Single marks further apart than this are no pair.
const LONGEST_SINGLE: usize = 600;

/// Finds the stretches between quotation marks.
pub(crate) fn regions(text: &str) -> Vec<Region> {
    let mut regions = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    let mut previous = ' ';
    let mut skip_to = 0;
    for (at, mark) in text.char_indices() {
        if at < skip_to {
            previous = mark;
            continue;
        }
        if !is_mark(mark) {
            previous = mark;
            continue;
        }
        let after = at + mark.len_utf8();
        let rest = text.get(after..).unwrap_or_default();
        let next = rest.chars().next().unwrap_or(' ');
        let doubled = matches!(mark, '`' | '\'' | '’' | '‘') && next == mark;
        let end = if doubled { after + next.len_utf8() } else { after };
        let beyond = text.get(end..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
        let opens = (previous.is_whitespace() || "([{—–-‘'/,:“\"".contains(previous))
            && !beyond.is_whitespace();
        let side = match mark {
            '“' | '„' | '«' => Side::Open,
            '”' | '»' => Side::Close,
            '"' => Side::Either,
            '`' | '‘' if doubled => Side::Open,
            '\'' if doubled => Side::Either,
            '’' if doubled => Side::Close,
            '‘' | '\'' if open.is_none() && opens => {
                if let Some(close) = single(text, end, mark) {
                    regions.push(region(at, end, close, close + closing(mark).len_utf8(), true));
                    skip_to = close + 1;
                }
                Side::None
            }
            _ => Side::None,
        };
        match (side, open) {
            (Side::Open | Side::Either, None) if side == Side::Open || opens => {
                open = Some((at, end));
            }
            // Closed and opened again without a space, or never closed: the earlier one was left open.
            (Side::Either, Some((start, inner))) if opens && !",-—–".contains(previous) => {
                regions.push(region(start, inner, at, at, false));
                open = Some((at, end));
            }
            (Side::Close | Side::Either, Some((start, inner))) => {
                regions.push(region(start, inner, at, end, true));
                open = None;
            }
            _ => {}
        }
        if doubled && side != Side::None {
            skip_to = end;
        }
        previous = mark;
    }
    if let Some((start, inner)) = open {
        regions.push(region(start, inner, text.len(), text.len(), false));
    }
    regions.retain(|region| !region.inner.is_empty());
    regions
}

const fn is_mark(character: char) -> bool {
    matches!(character, '“' | '„' | '«' | '”' | '»' | '"' | '`' | '‘' | '’' | '\'')
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    Either,
    None,
}

fn region(start: usize, inner: usize, inner_end: usize, end: usize, closed: bool) -> Region {
    Region {
        span: Span::from_usize(start, end.max(inner)),
        inner: Span::from_usize(inner, inner_end.max(inner)),
        closed,
    }
}

fn closing(open: char) -> char {
    if open == '‘' { '’' } else { '\'' }
}

/// Where a single quotation mark is closed: before no letter, after no space.
fn single(text: &str, from: usize, open: char) -> Option<usize> {
    let rest = text.get(from..)?;
    let first = rest.chars().next()?;
    // "'90s", "'em": a year or a clipped word.
    if !first.is_alphanumeric() || (first.is_ascii_digit() && rest.as_bytes().get(2) == Some(&b's'))
    {
        return None;
    }
    let mut previous = ' ';
    let mut characters = rest.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if at > LONGEST_SINGLE || "“”\"".contains(character) {
            return None;
        }
        let next = characters.peek().map_or(' ', |(_, next)| *next);
        // After "s" it may be a possessive: only a mark that ends a clause counts then.
        let ends = !previous.is_whitespace()
            && !next.is_alphanumeric()
            && (previous != 's' || ".,;:!?)".contains(next) || characters.peek().is_none());
        if character == closing(open) && ends {
            return Some(from + at);
        }
        previous = character;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(text: &str) -> Vec<&str> {
        regions(text).iter().map(|region| &text[region.inner.range()]).collect()
    }

    #[test]
    fn marks_of_every_kind_pair() {
        assert_eq!(inner("He said “no” and \"never\"."), ["no", "never"]);
        assert_eq!(inner("``No,'' she said."), ["No,"]);
        assert_eq!(inner("''No,'' she said. ''Never.''"), ["No,", "Never."]);
        assert_eq!(inner("It was ‘over’, he said."), ["over"]);
        assert_eq!(inner("It was 'over', he said."), ["over"]);
        assert_eq!(inner("Il dit «non» ici."), ["non"]);
    }

    #[test]
    fn an_apostrophe_opens_nothing() {
        assert_eq!(inner("The ministers' plan isn't Orlov's."), Vec::<&str>::new());
        assert_eq!(inner("the '90s and '80s"), Vec::<&str>::new());
        assert_eq!(inner("“The ministers’ plan,” she said."), ["The ministers’ plan,"]);
    }

    #[test]
    fn an_open_mark_runs_to_the_end() {
        let found = regions("“We go on.");
        assert_eq!((found.len(), found[0].closed), (1, false));
        assert_eq!(inner("\"One. \"Two,\" she said."), ["One. ", "Two,"]);
        assert_eq!(inner("\"\" “”"), Vec::<&str>::new());
    }
}
