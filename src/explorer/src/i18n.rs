//! Messages: from a key and values to words of the interface's language.
//!
//! Reads the part of Fluent that the message files use: `key = text`, continued lines, `{ $name }`,
//! and selections by number (`one`, `other`, or a figure) or by string. A key that is not there
//! gives the key, so that nothing fails; a test finds such keys.

use readout_sorted::sort_by_key;
use std::cell::RefCell;

/// A value in a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A count.
    Number(i64),
    /// Words.
    Text(String),
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}

impl From<u8> for Value {
    fn from(number: u8) -> Self {
        Self::Number(i64::from(number))
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Self::Number(i64::from(number))
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// The messages of one language, sorted by key.
#[derive(Clone, Debug, Default)]
pub struct Messages(Vec<(String, String)>);

impl Messages {
    /// Reads a message file.
    pub fn parse(file: &str) -> Self {
        let mut messages = Vec::new();
        let mut current: Option<(String, String)> = None;
        for line in file.lines() {
            let continued = line.starts_with([' ', '\t', '}']);
            match line.split_once('=') {
                _ if line.trim().is_empty() || line.starts_with('#') => {}
                _ if continued => {
                    if let Some((_, text)) = &mut current {
                        if !text.is_empty() {
                            text.push('\n');
                        }
                        text.push_str(line.trim());
                    }
                }
                Some((key, text)) => {
                    messages.extend(current.take());
                    current = Some((key.trim().to_owned(), text.trim().to_owned()));
                }
                None => {}
            }
        }
        messages.extend(current);
        sort_by_key(&mut messages, |(key, _)| key.clone());
        Self(messages)
    }

    /// The keys.
    #[cfg(test)]
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| key.as_str())
    }

    /// The message of a key; the key itself if there is none.
    pub fn get(&self, key: &str, values: &[(&str, Value)]) -> String {
        let found = self.0.binary_search_by(|(known, _)| known.as_str().cmp(key)).ok();
        let text = found.and_then(|place| self.0.get(place));
        text.map_or_else(|| key.to_owned(), |(_, text)| fill(text, values))
    }
}

/// Fills the places of a message.
fn fill(text: &str, values: &[(&str, Value)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some(end) = closing(after) else {
            out.push('{');
            rest = after;
            continue;
        };
        let (inside, tail) = after.split_at(end);
        rest = tail.get(1..).unwrap_or_default();
        out.push_str(&place(inside.trim(), values));
    }
    out.push_str(rest);
    out.split('\n').collect::<Vec<_>>().join(" ")
}

/// Where the brace that is open closes.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_u32;
    for (at, character) in text.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => return Some(at),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

fn place(inside: &str, values: &[(&str, Value)]) -> String {
    if let Some(literal) = inside.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        return literal.to_owned();
    }
    let (name, choices) = match inside.split_once("->") {
        Some((name, choices)) => (name.trim(), Some(choices)),
        None => (inside, None),
    };
    let name = name.trim_start_matches('$');
    let value = values.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
    match (choices, value) {
        (Some(choices), _) => fill(choose(choices, value), values),
        (None, Some(Value::Number(number))) => grouped(*number),
        (None, Some(Value::Text(text))) => text.clone(),
        (None, None) => String::new(),
    }
}

/// The variant that fits; else the one with the star.
fn choose<'a>(choices: &'a str, value: Option<&Value>) -> &'a str {
    let (exact, category) = match value {
        Some(Value::Number(1)) => ("1".to_owned(), "one"),
        Some(Value::Number(number)) => (number.to_string(), "other"),
        Some(Value::Text(text)) => (text.clone(), ""),
        None => (String::new(), ""),
    };
    let mut fallback = "";
    let mut by_category = None;
    let mut rest = choices;
    while let Some(open) = rest.find('[') {
        let star = rest.get(..open).is_some_and(|before| before.trim_end().ends_with('*'));
        let Some((name, after)) = rest.get(open + 1..).and_then(|text| text.split_once(']')) else {
            break;
        };
        let end = next_variant(after);
        let text = after.get(..end).unwrap_or(after).trim();
        if name.trim() == exact {
            return text;
        }
        if !category.is_empty() && name.trim() == category {
            by_category = Some(text);
        }
        if star {
            fallback = text;
        }
        rest = after.get(end..).unwrap_or_default();
    }
    by_category.unwrap_or(fallback)
}

/// Where the next variant begins: a `[` or `*[` outside of braces.
fn next_variant(text: &str) -> usize {
    let mut depth = 0_i32;
    for (at, character) in text.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            '[' if depth == 0 => {
                let before = text.get(..at).unwrap_or_default();
                return before.strip_suffix('*').map_or(at, str::len);
            }
            _ => {}
        }
    }
    text.len()
}

/// A number with commas between thousands.
fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::new();
    if number < 0 {
        out.push('−');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

thread_local! {
    static MESSAGES: RefCell<Messages> =
        RefCell::new(Messages::parse(include_str!("../../../static/messages/en.ftl")));
}

/// The message of a key without values.
pub fn t(key: &str) -> String {
    tv(key, &[])
}

/// The message of a key.
pub fn tv(key: &str, values: &[(&str, Value)]) -> String {
    MESSAGES.with_borrow(|messages| messages.get(key, values))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# comment\nplain = Two words\nwith = { $n } of { $all }\nmany = { $n ->\n    [0] none\n    [one] one { $what }\n   *[other] { $n } { $what }s\n} here\nby = { $kind ->\n    [place] a place\n   *[other] a thing\n}\nlong =\n    first\n    second\n";

    #[test]
    fn places_are_filled() {
        let messages = Messages::parse(FILE);
        assert_eq!(messages.get("plain", &[]), "Two words");
        assert_eq!(messages.get("with", &[("n", 2.into()), ("all", 21_000.into())]), "2 of 21,000");
        assert_eq!(messages.get("long", &[]), "first second");
        assert_eq!(messages.get("missing", &[]), "missing");
    }

    /// Keys that stand in the code as they are: `t("key"`, `tv("key"`.
    fn keys_in(folder: &std::path::Path, keys: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).expect("it is a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                keys_in(&path, keys);
            } else if !path.ends_with("i18n.rs") {
                let code = std::fs::read_to_string(&path).expect("it is text");
                for start in ["t(\"", "tv(\""] {
                    let calls = code.match_indices(start).filter(|(at, _)| {
                        !code[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_')
                    });
                    let rest = calls.map(|(at, _)| &code[at + start.len()..]);
                    keys.extend(rest.filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())));
                }
            }
        }
    }

    #[test]
    fn every_key_in_the_code_has_a_message() {
        let mut keys = Vec::new();
        keys_in(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut keys);
        assert!(keys.len() > 50, "{}", keys.len());
        let messages = Messages::parse(include_str!("../../../static/messages/en.ftl"));
        let known: Vec<&str> = messages.keys().collect();
        let missing: Vec<_> = keys.iter().filter(|key| !known.contains(&key.as_str())).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn numbers_and_strings_select() {
        let messages = Messages::parse(FILE);
        let many = |n: i32| messages.get("many", &[("n", n.into()), ("what", "quote".into())]);
        assert_eq!(many(0), "none here");
        assert_eq!(many(1), "one quote here");
        assert_eq!(many(5), "5 quotes here");
        assert_eq!(messages.get("by", &[("kind", "place".into())]), "a place");
        assert_eq!(messages.get("by", &[("kind", "other one".into())]), "a thing");
    }
}
