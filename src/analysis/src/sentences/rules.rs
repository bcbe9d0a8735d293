//! Whether a sentence ends at a token.

use super::lists::Ends;
use crate::document::{Token, TokenKind};
use crate::lexicons::Lexicons;
use crate::tokens::fold;

/// How many tokens after a quotation are searched for the verb of saying.
const SPEECH_REACH: usize = 7;

pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: &'t [Token],
    pub(super) lexicons: &'t Lexicons,
}

/// How strongly a token ends a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// ".": ends unless a small letter follows.
    Full,
    /// "?" and "!": may also end a quotation inside a sentence.
    Loud,
    /// "…": ends before a capital only.
    Dots,
    /// "Inc.".
    Short(Ends),
}

impl<'t> Reader<'t> {
    fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).and_then(|token| self.text.get(token.span.range())).unwrap_or_default()
    }

    /// Whether something to see or not stands between two neighbors.
    fn touches(&self, at: usize) -> bool {
        match (self.tokens.get(at.wrapping_sub(1)), self.tokens.get(at)) {
            (Some(before), Some(here)) => before.span.end() == here.span.start(),
            _ => false,
        }
    }

    /// The token after the sentence, if the sentence from `start` ends at token `at` (with the
    /// marks that close after it).
    pub(super) fn end(&self, start: usize, at: usize) -> Option<usize> {
        let stop = self.stop(start, at)?;
        let (end, quoted) = self.closers(at + 1);
        if end >= self.tokens.len() {
            return Some(end);
        }
        let next = self.word(end);
        if self.touches(end) && !next.starts_with(['“', '«', '„', '「']) {
            let wide = self.word(at).starts_with(['。', '！', '？']);
            return wide.then_some(end);
        }
        let first = self.first_letter(end)?;
        let small = first.is_lowercase();
        if small {
            return None;
        }
        let ends = match stop {
            Stop::Full | Stop::Dots | Stop::Short(Ends::Often) => true,
            Stop::Loud => !(quoted && self.speech_follows(end)),
            Stop::Short(Ends::Never) => false,
            Stop::Short(Ends::Maybe) => {
                quoted
                    || self.tokens.get(end).is_some_and(|token| token.kind == TokenKind::Quote)
                    || first.is_uppercase() && self.lexicons.sentences.is_opening(&fold(next))
            }
        };
        ends.then_some(end)
    }

    fn stop(&self, start: usize, at: usize) -> Option<Stop> {
        let word = self.word(at);
        match word {
            // "1." and "a." before the text of an item.
            "." if at == start + 1 && self.tokens.get(start)?.kind == TokenKind::Number => None,
            "." | "。" => Some(Stop::Full),
            "…" => Some(Stop::Dots),
            "！" | "？" => Some(Stop::Loud),
            _ if word.starts_with(['!', '?']) => Some(Stop::Loud),
            _ if word.starts_with("..") => Some(Stop::Dots),
            _ if word.len() > 1 && word.ends_with('.') => {
                let row = self.lexicons.sentences.abbreviation(word);
                let initials = word.len() == 2;
                Some(Stop::Short(match row {
                    Some(row) => row.ends,
                    None if initials => Ends::Never,
                    None => Ends::Maybe,
                }))
            }
            _ => None,
        }
    }

    /// Skips quotation marks and brackets that close after a stop; says whether a mark was among them.
    fn closers(&self, mut at: usize) -> (usize, bool) {
        let mut quoted = false;
        while let Some(token) = self.tokens.get(at) {
            let word = self.word(at);
            let touches = self.touches(at);
            let closes = match word {
                ")" | "]" | "}" | "”" | "’" | "»" | "’’" | "''" | "」" | "』" | "›" => {
                    touches
                }
                "\"" | "'" => touches && !self.touches(at + 1),
                // French closing marks stand apart.
                "[" => {
                    // A footnote's number.
                    if self.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number)
                        && self.word(at + 2) == "]"
                    {
                        at += 3;
                        continue;
                    }
                    false
                }
                _ if word.starts_with(['!', '?', '.', '…']) => touches,
                _ => false,
            };
            if !closes {
                break;
            }
            quoted |= token.kind == TokenKind::Quote;
            at += 1;
        }
        (at, quoted)
    }

    /// The first letter or digit at or after a token, past opening marks.
    fn first_letter(&self, at: usize) -> Option<char> {
        self.tokens
            .get(at..)?
            .iter()
            .take(4)
            .find_map(|token| {
                self.text.get(token.span.range())?.chars().find(|letter| letter.is_alphanumeric())
            })
            .or(Some('A'))
    }

    /// "?" or "!" inside a quotation, and then "he asked" or "Minister Orlov said".
    fn speech_follows(&self, at: usize) -> bool {
        for index in at..(at + SPEECH_REACH).min(self.tokens.len()) {
            let word = self.word(index);
            if self.tokens.get(index).is_some_and(|token| token.kind == TokenKind::Quote)
                || matches!(word, "." | "?" | "!" | ":")
            {
                return false;
            }
            if self.lexicons.sentences.is_speech(&fold(word)) {
                return index > at;
            }
        }
        false
    }
}
