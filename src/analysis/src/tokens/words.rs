//! Words: abbreviations with points, clitics, hyphens.

use super::fold;
use super::lists::WordUse;
use super::scan::{Scanner, in_word, is_apostrophe, is_gap};
use crate::document::TokenKind;

/// Longest run of letters that is looked up; longer ones are words as they stand.
const LONGEST: usize = 40;

/// Makes the token or tokens of the word that starts here; gives their end.
pub(super) fn word(scanner: &mut Scanner<'_>, at: usize) -> usize {
    if let Some(end) = with_points(scanner, at) {
        return scanner.push(at, end, TokenKind::Word);
    }
    let mut end = scanner.run_end(at, in_word);
    // Apostrophes and "&" inside: "O'Neill", "don't", "AT&T".
    while let Some(mark) = scanner.char_at(end) {
        let after = end + mark.len_utf8();
        let inside = scanner.char_at(after).is_some_and(char::is_alphabetic)
            && (is_apostrophe(mark)
                || (mark == '&' && scanner.before(end).is_some_and(char::is_uppercase)));
        if !inside {
            break;
        }
        end = scanner.run_end(after, in_word);
    }
    if scanner.char_at(end) == Some('.') && is_abbreviation(scanner, at, end) {
        return scanner.push(at, end + 1, TokenKind::Word);
    }
    if let Some(end) = with_prefix(scanner, at, end) {
        return scanner.push(at, end, TokenKind::Word);
    }
    clitics(scanner, at, end)
}

/// "U.S.", "p.m.", "e.g.", "Ph.D.": short groups of letters, each with a point.
fn with_points(scanner: &Scanner<'_>, at: usize) -> Option<usize> {
    let mut end = at;
    let mut groups = 0;
    loop {
        let letters = scanner.run_end(end, char::is_alphabetic);
        let length = scanner.slice(end, letters).chars().take(3).count();
        let point = scanner.char_at(letters) == Some('.');
        if length == 0 || length > 2 || !point {
            // "U.S" at the end of a sentence that shares its point; "p.m" likewise.
            let last = length == 1 && groups > 0 && !scanner.char_at(letters).is_some_and(in_word);
            return if last { Some(letters) } else { (groups > 1).then_some(end) }
                .filter(|end| !scanner.char_at(*end).is_some_and(in_word));
        }
        // Only the first group may have two letters ("Ph.D."), or none does.
        if length == 2 && groups > 0 {
            return (groups > 1).then_some(end);
        }
        groups += 1;
        end = letters + 1;
    }
}

/// Whether the point after this word belongs to it.
fn is_abbreviation(scanner: &Scanner<'_>, at: usize, end: usize) -> bool {
    let word = scanner.slice(at, end);
    if word.len() > LONGEST {
        return false;
    }
    let dotted = scanner.slice(at, end + 1);
    let next = scanner.text.get(end + 1..).unwrap_or_default();
    if let Some(row) = scanner.lexicons.sentences.abbreviation(dotted) {
        let number = next.trim_start().starts_with(|first: char| first.is_ascii_digit());
        return !row.needs_number || number;
    }
    // An initial: one capital, then a name. "I." and the end of "plan B." are none.
    let mut letters = word.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        let mut rest = next.chars();
        let spaced = rest.next().is_some_and(is_gap);
        let name = next.trim_start();
        let capital = name.starts_with(char::is_uppercase);
        let word_end = name.find(|c: char| !in_word(c)).unwrap_or(name.len());
        let opening = scanner
            .lexicons
            .sentences
            .is_opening(&fold(name.get(..word_end.min(LONGEST)).unwrap_or_default()));
        return letter.is_uppercase() && letter != 'I' && spaced && capital && !opening;
    }
    false
}

/// "non-proliferation", "co-operate" and "pre- and post-war" keep their hyphen.
fn with_prefix(scanner: &Scanner<'_>, at: usize, end: usize) -> Option<usize> {
    if scanner.char_at(end) != Some('-') || end - at > 10 {
        return None;
    }
    let prefix = scanner.lexicons.tokens.has(&fold(scanner.slice(at, end)), WordUse::Prefix);
    if !prefix {
        return None;
    }
    match scanner.char_at(end + 1) {
        Some(next) if next.is_alphabetic() => Some(scanner.run_end(end + 1, in_word)),
        Some(next) if is_gap(next) => Some(end + 1),
        _ => None,
    }
}

/// Cuts "n't", "'s", "'re" and the like off, and "can|not".
fn clitics(scanner: &mut Scanner<'_>, at: usize, end: usize) -> usize {
    let word = scanner.slice(at, end);
    if word.len() <= LONGEST
        && let Some(cut) = cut(scanner, word)
    {
        scanner.push(at, at + cut, TokenKind::Word);
        return scanner.push(at + cut, end, TokenKind::Word);
    }
    scanner.push(at, end, TokenKind::Word)
}

fn cut(scanner: &Scanner<'_>, word: &str) -> Option<usize> {
    if let Some((mark_at, mark)) =
        word.char_indices().rev().find(|(_, letter)| is_apostrophe(*letter))
    {
        let tail = word.get(mark_at + mark.len_utf8()..)?;
        return if ["s", "m", "d", "re", "ve", "ll"]
            .iter()
            .any(|known| tail.eq_ignore_ascii_case(known))
        {
            Some(mark_at)
        } else if tail.eq_ignore_ascii_case("t")
            && mark_at > 1
            && word.get(..mark_at)?.ends_with(['n', 'N'])
        {
            Some(mark_at - 1)
        } else {
            None
        }
        .filter(|cut| *cut > 0);
    }
    let folded = fold(word);
    let found = scanner.lexicons.tokens.words.get(&folded)?;
    found.rows().find_map(|row| match row {
        WordUse::Split(cut) if folded.len() == word.len() && word.is_char_boundary(*cut) => {
            Some(*cut)
        }
        _ => None,
    })
}
