//! JSON, indented by two: objects, lists, words, whole numbers, `true`, `false` and `null`.
//!
//! By hand on purpose: types made for a general writer, and the writer, weigh more in what a reader
//! downloads than all that is written.

use std::fmt::Write as _;

/// Writes one value after another; brackets and fields in the order they are asked for.
#[derive(Debug, Default)]
pub(super) struct Json {
    out: String,
    depth: usize,
}

impl Json {
    /// The document that these fields make, with a line end.
    pub(super) fn document(fields: impl FnOnce(&mut Self)) -> String {
        let mut json = Self::default();
        json.object(fields);
        json.out.push('\n');
        json.out
    }

    /// An object, as the value of a field that is begun or as an item of a list.
    pub(super) fn object(&mut self, fields: impl FnOnce(&mut Self)) {
        self.open('{');
        fields(self);
        self.close('{', '}');
    }

    fn open(&mut self, bracket: char) {
        self.out.push(bracket);
        self.depth += 1;
    }

    fn close(&mut self, open: char, close: char) {
        self.depth -= 1;
        if !self.out.ends_with(open) {
            self.line();
        }
        self.out.push(close);
    }

    fn line(&mut self) {
        self.out.push('\n');
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
    }

    /// Begins an item of a list.
    fn item(&mut self) {
        if !self.out.ends_with(['{', '[']) {
            self.out.push(',');
        }
        self.line();
    }

    /// Begins a field: its value is written next.
    pub(super) fn name(&mut self, name: &str) {
        self.item();
        self.words(name);
        self.out.push_str(": ");
    }

    /// An item that is words.
    pub(super) fn words(&mut self, words: &str) {
        self.out.push('"');
        for letter in words.chars() {
            match letter {
                '"' | '\\' => self.out.extend(['\\', letter]),
                '\n' => self.out.push_str("\\n"),
                '\r' => self.out.push_str("\\r"),
                '\t' => self.out.push_str("\\t"),
                '\u{8}' => self.out.push_str("\\b"),
                '\u{c}' => self.out.push_str("\\f"),
                ..' ' => {
                    // Writing to a string cannot fail.
                    let _ = write!(self.out, "\\u{:04x}", u32::from(letter));
                }
                _ => self.out.push(letter),
            }
        }
        self.out.push('"');
    }

    /// A field of words.
    pub(super) fn text<'a>(&mut self, name: &str, words: impl Into<Option<&'a str>>) {
        self.name(name);
        match words.into() {
            Some(words) => self.words(words),
            None => self.out.push_str("null"),
        }
    }

    /// A field with a number.
    pub(super) fn number(&mut self, name: &str, number: impl Into<Option<u32>>) {
        self.name(name);
        match number.into() {
            Some(number) => self.out.push_str(&number.to_string()),
            None => self.out.push_str("null"),
        }
    }

    /// A field with a number that may be below zero.
    pub(super) fn signed(&mut self, name: &str, number: i32) {
        self.name(name);
        if number < 0 {
            self.out.push('-');
        }
        self.out.push_str(&number.unsigned_abs().to_string());
    }

    /// A field that is true or not.
    pub(super) fn flag(&mut self, name: &str, on: bool) {
        self.name(name);
        self.out.push_str(if on { "true" } else { "false" });
    }

    /// A field with a list.
    pub(super) fn list<T>(
        &mut self,
        name: &str,
        items: impl IntoIterator<Item = T>,
        mut one: impl FnMut(&mut Self, T),
    ) {
        self.name(name);
        self.open('[');
        for item in items {
            self.item();
            one(self, item);
        }
        self.close('[', ']');
    }

    /// A field with a list of objects.
    pub(super) fn objects<T>(
        &mut self,
        name: &str,
        items: impl IntoIterator<Item = T>,
        mut fields: impl FnMut(&mut Self, T),
    ) {
        self.list(name, items, |json, item| json.object(|json| fields(json, item)));
    }

    /// A field with a list of numbers, or nothing.
    pub(super) fn numbers<const N: usize>(&mut self, name: &str, numbers: Option<[u32; N]>) {
        match numbers {
            Some(numbers) => self.list(name, numbers.map(Some), Self::one),
            None => self.number(name, None),
        }
    }

    /// An item that is a number, or nothing.
    pub(super) fn one(&mut self, number: Option<u32>) {
        match number {
            Some(number) => self.out.push_str(&number.to_string()),
            None => self.out.push_str("null"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn it_is_written_as_by_a_general_writer() {
        let words: String = (0..0x90).filter_map(char::from_u32).chain("“é”😀".chars()).collect();
        let written = Json::document(|json| {
            json.text("words", &*words);
            json.text("nothing", None);
            json.number("number", u32::MAX);
            json.signed("below", i32::MIN);
            json.flag("on", true);
            json.numbers::<2>("none", None);
            json.numbers("two", Some([0, 12]));
            json.objects("objects", [1, 2], |json, n| json.number("n", n));
            json.objects("empty", [(); 0], |_, ()| {});
            json.name("inside");
            json.object(|json| json.list("thirds", [Some(1), None], Json::one));
            json.name("bare");
            json.object(|_| {});
        });
        let read: Value = serde_json::from_str(&written).expect("it is JSON");
        let expected = json!({
            "words": words, "nothing": null, "number": u32::MAX, "below": i32::MIN, "on": true,
            "none": null, "two": [0, 12], "objects": [{ "n": 1 }, { "n": 2 }], "empty": [],
            "inside": { "thirds": [1, null] }, "bare": {},
        });
        assert_eq!(read, expected);
        let word = written.lines().find(|line| line.contains("\"words\"")).expect("it is a line");
        assert_eq!(word, format!("  \"words\": {},", serde_json::to_string(&words).expect("JSON")));
        let inside = json!({ "inside": { "thirds": [1, null], "empty": [], "bare": {} } });
        let written = Json::document(|json| {
            json.name("inside");
            json.object(|json| {
                json.list("thirds", [Some(1), None], Json::one);
                json.objects("empty", [(); 0], |_, ()| {});
                json.name("bare");
                json.object(|_| {});
            });
        });
        let mut lines: Vec<&str> = written.lines().map(|line| line.trim_end_matches(',')).collect();
        let general = serde_json::to_string_pretty(&inside).expect("JSON");
        let mut general: Vec<&str> =
            general.lines().map(|line| line.trim_end_matches(',')).collect();
        lines.sort_unstable();
        general.sort_unstable();
        assert_eq!(lines, general, "but for the order of fields");
    }
}
