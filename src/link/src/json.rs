//! The little JSON that a link needs: texts, whole numbers, switches, lists and objects of them.
//!
//! By hand on purpose: a general reader of JSON, with its floating-point numbers and its messages,
//! weighs 12 kB in what a reader downloads.

use crate::error::LinkError;
use std::fmt::Write as _;

/// Objects and lists inside one another that are read; a link has two.
const DEPTH: usize = 16;

/// What stands at a place.
#[derive(Debug)]
pub(crate) enum Value {
    Null,
    Switch(bool),
    /// A number; `None` if it is not a whole one of 32 bits, which no field of ours is.
    Number(Option<u32>),
    Text(String),
    List(Vec<Value>),
    Object(Fields),
}

/// The fields of an object. A field is taken once; one that is not there, or `null`, is `None`.
#[derive(Debug)]
pub(crate) struct Fields(Vec<(String, Value)>);

type Field<T> = Result<Option<T>, LinkError>;

impl Fields {
    /// Reads bytes that are one object.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, LinkError> {
        let text = std::str::from_utf8(bytes).map_err(|_| LinkError::Damaged)?;
        let mut reader = Reader { rest: text, depth: 0 };
        match reader.value() {
            Some(Value::Object(fields)) if reader.rest.trim_start().is_empty() => Ok(fields),
            _ => Err(LinkError::Damaged),
        }
    }

    fn take(&mut self, name: &str) -> Value {
        let place = self.0.iter().position(|(known, _)| known == name);
        place.map_or(Value::Null, |place| self.0.swap_remove(place).1)
    }

    pub(crate) fn text(&mut self, name: &str) -> Field<String> {
        match self.take(name) {
            Value::Null => Ok(None),
            Value::Text(text) => Ok(Some(text)),
            _ => Err(LinkError::Damaged),
        }
    }

    pub(crate) fn number(&mut self, name: &str) -> Field<u32> {
        match self.take(name) {
            Value::Null => Ok(None),
            Value::Number(Some(number)) => Ok(Some(number)),
            _ => Err(LinkError::Damaged),
        }
    }

    pub(crate) fn switch(&mut self, name: &str) -> Result<bool, LinkError> {
        match self.take(name) {
            Value::Null => Ok(false),
            Value::Switch(on) => Ok(on),
            _ => Err(LinkError::Damaged),
        }
    }

    pub(crate) fn list(&mut self, name: &str) -> Result<Vec<Value>, LinkError> {
        match self.take(name) {
            Value::Null => Ok(Vec::new()),
            Value::List(list) => Ok(list),
            _ => Err(LinkError::Damaged),
        }
    }

    pub(crate) fn texts(&mut self, name: &str) -> Result<Vec<String>, LinkError> {
        let text = |value| match value {
            Value::Text(text) => Ok(text),
            _ => Err(LinkError::Damaged),
        };
        self.list(name)?.into_iter().map(text).collect()
    }
}

struct Reader<'a> {
    rest: &'a str,
    depth: usize,
}

impl Reader<'_> {
    /// Goes past white space and this, if it is next.
    fn past(&mut self, next: &str) -> bool {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
        let after = self.rest.strip_prefix(next);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    fn value(&mut self) -> Option<Value> {
        if self.past("{") {
            let mut fields = Vec::new();
            self.all("}", |reader| {
                let name = reader.past("\"").then(|| reader.text())??;
                let value = reader.past(":").then(|| reader.value())??;
                fields.push((name, value));
                Some(())
            })?;
            return Some(Value::Object(Fields(fields)));
        }
        if self.past("[") {
            let mut list = Vec::new();
            self.all("]", |reader| {
                list.push(reader.value()?);
                Some(())
            })?;
            return Some(Value::List(list));
        }
        if self.past("\"") {
            return Some(Value::Text(self.text()?));
        }
        for (word, value) in
            [("null", Value::Null), ("true", Value::Switch(true)), ("false", Value::Switch(false))]
        {
            if self.past(word) {
                return Some(value);
            }
        }
        let is_number = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | 'e' | 'E');
        let end = self.rest.find(|c| !is_number(c)).unwrap_or(self.rest.len());
        let (number, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        (!number.is_empty()).then(|| Value::Number(number.parse().ok()))
    }

    /// Everything up to the closing bracket, with commas between.
    fn all(&mut self, close: &str, mut one: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.depth += 1;
        if self.depth > DEPTH {
            return None;
        }
        if !self.past(close) {
            loop {
                one(self)?;
                if self.past(close) {
                    break;
                }
                if !self.past(",") {
                    return None;
                }
            }
        }
        self.depth -= 1;
        Some(())
    }

    /// A text, after its opening mark.
    fn text(&mut self) -> Option<String> {
        let mut text = String::new();
        loop {
            let end = self.rest.find(|c: char| c < ' ' || matches!(c, '"' | '\\'))?;
            let (plain, rest) = self.rest.split_at_checked(end)?;
            text.push_str(plain);
            let mut rest = rest.chars();
            let stop = rest.next()?;
            self.rest = rest.as_str();
            match stop {
                '"' => return Some(text),
                '\\' => text.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let mut rest = self.rest.chars();
        let letter = rest.next()?;
        self.rest = rest.as_str();
        Some(match letter {
            '"' | '\\' | '/' => letter,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let unit = self.hex()?;
                if !(0xD800..0xDC00).contains(&unit) {
                    return char::from_u32(unit);
                }
                self.rest = self.rest.strip_prefix("\\u")?;
                let low = self.hex()?.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
                char::from_u32(0x1_0000 + ((unit - 0xD800) << 10) + low)?
            }
            _ => return None,
        })
    }

    fn hex(&mut self) -> Option<u32> {
        let (digits, rest) = self.rest.split_at_checked(4)?;
        self.rest = rest;
        let all = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        all.then(|| u32::from_str_radix(digits, 16).ok())?
    }
}

/// Writes one value after another; brackets and fields in the order they are asked for.
#[derive(Debug, Default)]
pub(crate) struct Writer(pub(crate) String);

impl Writer {
    /// An opening or closing bracket. What follows a closed one is parted from it.
    pub(crate) fn bracket(&mut self, bracket: char) {
        if matches!(bracket, '{' | '[') {
            self.part();
        }
        self.0.push(bracket);
    }

    fn part(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with(['{', '[', ':']) {
            self.0.push(',');
        }
    }

    /// The name of the field whose value is written next.
    pub(crate) fn name(&mut self, name: &str) {
        self.text(name);
        self.0.push(':');
    }

    pub(crate) fn number(&mut self, number: u32) {
        self.part();
        // Writing to a string cannot fail.
        let _ = write!(self.0, "{number}");
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.part();
        self.0.push('"');
        for letter in text.chars() {
            match letter {
                '"' | '\\' => self.0.extend(['\\', letter]),
                '\n' => self.0.push_str("\\n"),
                '\r' => self.0.push_str("\\r"),
                '\t' => self.0.push_str("\\t"),
                '\u{8}' => self.0.push_str("\\b"),
                '\u{c}' => self.0.push_str("\\f"),
                ..' ' => {
                    let _ = write!(self.0, "\\u{:04x}", letter as u32);
                }
                _ => self.0.push(letter),
            }
        }
        self.0.push('"');
    }

    /// A field with a text, if there is one.
    pub(crate) fn text_field(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.name(name);
            self.text(text);
        }
    }

    /// A field with a switch, if it is on.
    pub(crate) fn switch_field(&mut self, name: &str, on: bool) {
        if on {
            self.name(name);
            self.0.push_str("true");
        }
    }

    /// A field with a list, if it is not empty.
    pub(crate) fn list_field<T>(
        &mut self,
        name: &str,
        list: &[T],
        mut one: impl FnMut(&mut Self, &T),
    ) {
        if !list.is_empty() {
            self.name(name);
            self.bracket('[');
            for item in list {
                one(self, item);
            }
            self.bracket(']');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Option<Fields> {
        Fields::read(json.as_bytes()).ok()
    }

    #[test]
    fn what_is_written_is_read() {
        let words = "“a”\\\"\n\t\r\u{1}\u{8}\u{c}😀";
        let mut writer = Writer::default();
        writer.bracket('{');
        writer.text_field("words", Some(words));
        writer.text_field("none", None);
        writer.switch_field("on", true);
        writer.list_field("list", &[1, 2], |writer, number| writer.number(*number));
        writer.list_field("nothing", &[(); 0], |_, ()| {});
        writer.bracket('}');
        assert!(writer.0.ends_with(",\"on\":true,\"list\":[1,2]}"), "{}", writer.0);
        let mut fields = read(&writer.0).expect("it is an object");
        assert_eq!(fields.text("words"), Ok(Some(words.to_owned())));
        assert_eq!(fields.text("none"), Ok(None));
        assert_eq!(fields.switch("on"), Ok(true));
        assert_eq!(fields.list("list").map(|list| list.len()), Ok(2));
    }

    #[test]
    fn other_fields_are_passed_over() {
        let json = r#" { "x" : [ -1.5e3 , {} , [] , null , false ] , "v" : 7 , "é" : "\u00e9\ud83d\ude00\/" } "#;
        let mut fields = read(json).expect("it is an object");
        assert_eq!(fields.number("v"), Ok(Some(7)));
        assert_eq!(fields.text("é"), Ok(Some("é😀/".to_owned())));
        assert_eq!(fields.number("x"), Err(LinkError::Damaged));
    }

    #[test]
    fn what_is_no_object_is_refused() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        for json in [
            "",
            "[]",
            "{",
            "{}x",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{\"a\":\"\n\"}",
            "{a:1}",
            r#"{"a":"\ud83d"}"#,
            r#"{"a":"\ude00"}"#,
            r#"{"a":"\u+123"}"#,
            r#"{"a":"\x"}"#,
            r#"{"a":nul}"#,
            &format!("{{\"a\":{deep}}}"),
        ] {
            assert!(read(json).is_none(), "{}", json.get(..20).unwrap_or(json));
        }
    }
}
