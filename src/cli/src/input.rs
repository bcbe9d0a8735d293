//! From a file or standard input to text, or to one line on what is wrong with it.
//!
//! A byte-order mark and a front block are taken off; nothing else is changed.

use crate::problem::Problem;
use readout_export::About;
use std::io::Read as _;

/// Reads a file, or standard input for `-`, as UTF-8.
pub(crate) fn text(file: &str) -> Result<String, Problem> {
    let (bytes, name) = if file == "-" {
        let mut bytes = Vec::new();
        std::io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .map_err(|error| Problem::input(format_args!("cannot read standard input: {error}")))?;
        (bytes, "standard input")
    } else {
        (bytes(file)?, file)
    };
    decode(bytes, name)
}

fn bytes(file: &str) -> Result<Vec<u8>, Problem> {
    use std::io::ErrorKind;
    match std::fs::metadata(file) {
        Ok(metadata) if metadata.is_dir() => {
            return Err(Problem::input(format_args!("{file} is a directory, not a text")));
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(Problem::input(format_args!("there is no file {file}")));
        }
        _ => {}
    }
    std::fs::read(file).map_err(|error| Problem::input(format_args!("cannot read {file}: {error}")))
}

fn decode(mut bytes: Vec<u8>, name: &str) -> Result<String, Problem> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Problem::input(format_args!("{name} is in UTF-16; save it as UTF-8 first")));
    }
    if bytes.contains(&0) {
        return Err(Problem::input(format_args!("{name} is not text: it holds NUL bytes")));
    }
    if bytes.starts_with("\u{feff}".as_bytes()) {
        bytes.drain(.."\u{feff}".len());
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Problem::input(format_args!(
            "{name} is not in UTF-8 (byte {at} is the first that does not fit); save it as UTF-8 first"
        ))
    })?;
    let controls = text.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
    if controls * 20 > text.len() {
        return Err(Problem::input(format_args!(
            "{name} is not text: {controls} control characters among {} bytes",
            text.len()
        )));
    }
    Ok(text)
}

/// Takes a front block off: lines of `name: value` between two lines of `---` at the very start.
pub(crate) fn split_front(text: &str) -> (About, &str) {
    let mut about = About::default();
    let Some(inside) = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n")) else {
        return (about, text);
    };
    let mut used = text.len() - inside.len();
    for line in inside.split_inclusive('\n') {
        used += line.len();
        let bare = line.trim_end();
        if bare == "---" {
            let body = text.get(used..).unwrap_or_default();
            return (about, body.trim_start_matches(['\r', '\n']));
        }
        let belongs = bare.starts_with([' ', '\t']) || bare.is_empty() || bare.starts_with('#');
        let Some((name, value)) = bare.split_once(':') else {
            if belongs {
                continue;
            }
            break;
        };
        let value = value.trim().trim_matches('"');
        let value = (!value.is_empty()).then(|| value.to_owned());
        match name {
            "title" => about.title = value,
            "date" => about.date = value,
            "source" => about.source = value,
            _ => {}
        }
    }
    // Not closed, or not of names and values: a text that begins with a rule.
    (About::default(), text)
}

/// Whether a date is written `YYYY-MM-DD`, with a month and a day that there are.
pub(crate) fn is_date(date: &str) -> bool {
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return false };
    let number = |digits: &str, length: usize| -> Option<u32> {
        let fits = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| digits.parse().ok())?
    };
    number(year, 4).is_some()
        && number(month, 2).is_some_and(|month| (1..=12).contains(&month))
        && number(day, 2).is_some_and(|day| (1..=31).contains(&day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_front_block_is_taken_off() {
        let text = "---\nid: a\ntitle: \"He said: no\"\ndate: 2026-11-24\nsources:\n  - one\n---\n\nText.\n";
        let (about, body) = split_front(text);
        assert_eq!(about.title.as_deref(), Some("He said: no"));
        assert_eq!(about.date.as_deref(), Some("2026-11-24"));
        assert_eq!(body, "Text.\n");
    }

    #[test]
    fn a_text_that_begins_with_a_rule_stays_whole() {
        for text in ["---\nHe said no.\n---\nMore.", "---\ntitle: open", "He: said\n---\n", "---"] {
            let (about, body) = split_front(text);
            assert_eq!((about, body), (About::default(), text));
        }
    }

    #[test]
    fn dates_are_whole_days() {
        assert!(is_date("2024-04-26"));
        for date in
            ["2024-4-26", "2024-13-01", "2024-00-01", "2024-01-32", "1-Jan-96", "2024-04", ""]
        {
            assert!(!is_date(date), "{date}");
        }
    }
}
