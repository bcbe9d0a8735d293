//! One pass over the characters: what starts here, and where does it end?

use super::lists::WordUse;
use super::{fold, words};
use crate::document::{Token, TokenKind};
use crate::lexicons::Lexicons;
use readout_text::Span;

/// Bytes of a token and what parts it from the next: hardly a text has fewer.
const BYTES: usize = 4;

/// Reads a paragraph from left to right; no character is looked at more than a few times.
pub(super) struct Scanner<'t> {
    pub(super) text: &'t str,
    pub(super) lexicons: &'t Lexicons,
    tokens: Vec<Token>,
    /// Whether a single quotation mark is open: tells a closing mark from a possessive.
    single_open: bool,
    /// Where the current run of visible characters was last found not to be an address.
    plain_until: usize,
}

pub(super) fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | '`' | 'ʼ')
}

/// Marks that belong to the character before them, and shy hyphens inside words.
fn is_extending(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}')
}

/// White space, or nothing to see at all.
pub(crate) fn is_gap(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

pub(super) fn in_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_' || is_extending(character)
}

/// Scripts written without spaces: every character is a word.
fn stands_alone(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

impl<'t> Scanner<'t> {
    pub(super) fn new(text: &'t str, lexicons: &'t Lexicons) -> Self {
        Self {
            text,
            lexicons,
            tokens: Vec::with_capacity(text.len() / BYTES),
            single_open: false,
            plain_until: 0,
        }
    }

    pub(super) fn run(mut self) -> Vec<Token> {
        let mut at = 0;
        while let Some(character) = self.char_at(at) {
            at = if is_gap(character) {
                at + character.len_utf8()
            } else {
                self.token(at, character)
            };
        }
        self.tokens
    }

    pub(super) fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    pub(super) fn before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    pub(super) fn slice(&self, start: usize, end: usize) -> &'t str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The end of the run of characters from `at` that fit.
    pub(super) fn run_end(&self, at: usize, fits: impl Fn(char) -> bool) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        at + rest.find(|character| !fits(character)).unwrap_or(rest.len())
    }

    pub(super) fn push(&mut self, start: usize, end: usize, kind: TokenKind) -> usize {
        if start < end {
            self.tokens.push(Token { span: Span::from_usize(start, end), kind });
        }
        end
    }

    /// The words of the token before, if it touches this place.
    pub(super) fn previous(&self) -> Option<&'t str> {
        let token = self.tokens.last()?;
        self.text.get(token.span.range())
    }

    /// Makes the token (or tokens) that start here; gives their end.
    fn token(&mut self, at: usize, character: char) -> usize {
        if let Some(end) = self.address(at) {
            return self.push(at, end, TokenKind::Word);
        }
        if character.is_ascii_digit() || (character == '.' && self.decimal_point(at)) {
            return self.number(at);
        }
        if stands_alone(character) {
            let end = self.run_end(at + character.len_utf8(), is_extending);
            return self.push(at, end, TokenKind::Word);
        }
        if character.is_alphanumeric() {
            return words::word(self, at);
        }
        match character {
            '#' | '@' if self.char_at(at + 1).is_some_and(char::is_alphabetic) => {
                let end = self.run_end(at + 1, in_word);
                self.push(at, end, TokenKind::Word)
            }
            '\'' | '’' | '‘' | '`' | 'ʼ' | '‚' | '‛' => self.apostrophe(at, character),
            '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』'
            | '＂' => self.push(at, at + character.len_utf8(), TokenKind::Quote),
            '.' | '-' | '!' | '?' | '*' | '=' | '_' | '~' => {
                let end = self.run_end(at, |next| {
                    next == character
                        || (matches!(character, '!' | '?') && matches!(next, '!' | '?'))
                });
                self.push(at, end, TokenKind::Punctuation)
            }
            _ => {
                let end = self.run_end(at + character.len_utf8(), is_extending);
                self.push(at, end, TokenKind::Punctuation)
            }
        }
    }

    /// ".5", not "3.5" (which began at the 3) and not "end.5".
    fn decimal_point(&self, at: usize) -> bool {
        self.char_at(at + 1).is_some_and(|next| next.is_ascii_digit())
            && self.before(at).is_none_or(|before| is_gap(before) || "$€£¥([".contains(before))
    }

    /// The end of a web or mail address that starts here.
    fn address(&mut self, at: usize) -> Option<usize> {
        if at < self.plain_until {
            return None;
        }
        let run = self.run_end(at, |next| !is_gap(next) && !"<>\"“”«»".contains(next));
        self.plain_until = run;
        let words = self.slice(at, run);
        if words.len() > 2_000 || !words.is_char_boundary(0) {
            return None;
        }
        let from = words.find(|first: char| first.is_alphanumeric())?;
        let lead = words.get(..from)?;
        let body = words.get(from..)?;
        let web =
            body.starts_with("http://") || body.starts_with("https://") || body.starts_with("www.");
        let mail = body.find('@').is_some_and(|sign| {
            sign > 0 && body.get(sign..).is_some_and(|host| host.contains('.') && host.len() > 4)
        });
        if !(web || mail) {
            return None;
        }
        if !lead.is_empty() {
            // Brackets and the like before it are tokens of their own; look again after them.
            self.plain_until = at + from;
            return None;
        }
        let end = words.trim_end_matches(|last: char| !last.is_alphanumeric() && last != '/').len();
        self.plain_until = at + end;
        Some(at + end)
    }

    /// A number with its inner points, commas, colons and strokes, and an ordinal's ending.
    fn number(&mut self, at: usize) -> usize {
        let mut end = self
            .run_end(if self.char_at(at) == Some('.') { at + 1 } else { at }, |next| {
                next.is_ascii_digit()
            });
        while let Some(mark) = self.char_at(end) {
            let digits = self.run_end(end + mark.len_utf8(), |next| next.is_ascii_digit());
            let joined = match mark {
                '.' | ',' | ':' | '/' => digits > end + 1,
                // Telephone numbers: three digits, a hyphen, three or four digits.
                '-' => {
                    let before = self.slice(at, end).rsplit('-').next().unwrap_or_default().len();
                    before == 3 && matches!(digits - end - 1, 3 | 4)
                }
                _ => false,
            };
            if !joined {
                break;
            }
            end = digits;
        }
        let letters = self.run_end(end, in_word);
        if letters == end {
            return self.push(at, end, TokenKind::Number);
        }
        let unit = fold(self.slice(end, letters)).into_owned();
        if self.lexicons.tokens.has(&unit, WordUse::Unit) {
            self.push(at, end, TokenKind::Number);
            return words::word(self, end);
        }
        if matches!(unit.as_str(), "a" | "p")
            && self.slice(letters, letters + 2).eq_ignore_ascii_case(".m")
        {
            self.push(at, end, TokenKind::Number);
            return words::word(self, end);
        }
        let kind = if matches!(unit.as_str(), "st" | "nd" | "rd" | "th" | "s") {
            TokenKind::Number
        } else {
            TokenKind::Word
        };
        self.push(at, letters, kind)
    }

    /// An apostrophe or single quotation mark outside a word.
    fn apostrophe(&mut self, at: usize, mark: char) -> usize {
        let after = at + mark.len_utf8();
        let next = self.char_at(after);
        if next == Some(mark) && matches!(mark, '\'' | '`' | '’' | '‘') {
            // Two strokes stand for a double mark.
            return self.push(at, after + mark.len_utf8(), TokenKind::Quote);
        }
        let gap_before = self.before(at).is_none_or(|before| !in_word(before) && before != '.');
        if gap_before && next.is_some_and(in_word) {
            let end = self.run_end(after, in_word);
            let word = self.slice(after, end);
            let elided = word.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
                && word.ends_with('s')
                || (word.len() == 2
                    && word.bytes().all(|byte| byte.is_ascii_digit())
                    && mark == '’')
                || self.lexicons.tokens.has(&fold(word), WordUse::Elision);
            if elided && !matches!(mark, '‘' | '‚') {
                return self.push(at, end, TokenKind::Word);
            }
        }
        match mark {
            '‘' | '‚' | '‛' | '`' => {
                self.single_open = true;
                self.push(at, after, TokenKind::Quote)
            }
            '\'' if gap_before && next.is_some_and(|next| !is_gap(next)) && !self.single_open => {
                self.single_open = true;
                self.push(at, after, TokenKind::Quote)
            }
            _ => {
                let after_s =
                    self.previous().is_some_and(|word| word.ends_with(['s', 'S', 'z', 'x']))
                        && self.before(at).is_some_and(char::is_alphabetic);
                if after_s && (!self.single_open || self.closes_later(after)) {
                    return self.push(at, after, TokenKind::Word);
                }
                self.single_open = false;
                self.push(at, after, TokenKind::Quote)
            }
        }
    }

    /// Whether another mark that can close stands within the next words, so that this one need not.
    fn closes_later(&self, at: usize) -> bool {
        let rest = self.text.get(at..).unwrap_or_default();
        let mut before = ' ';
        for character in rest.chars().take(200) {
            if matches!(character, '‘') {
                return false;
            }
            if is_apostrophe(before) && !character.is_alphanumeric() {
                return true;
            }
            before = character;
        }
        is_apostrophe(before)
    }
}
