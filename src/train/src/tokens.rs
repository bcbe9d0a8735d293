//! Tokens for a teacher: a form a line with 1 if a space follows it, a blank line after each
//! sentence.

use crate::corpus::open;
use readout_analysis::{Lexicons, Models, syntax_of};
use readout_text::SourceText;
use serde::Deserialize;
use std::io::BufRead;
use std::path::Path;

/// The words of a CoNLL-U file.
pub(crate) fn of_treebank(path: &Path) -> std::io::Result<String> {
    let mut out = String::new();
    for line in open(path)?.lines() {
        let line = line?;
        if line.is_empty() {
            out.push('\n');
        }
        let cells: Vec<&str> = line.split('\t').collect();
        if let [id, form, .., misc] = cells.as_slice()
            && id.bytes().all(|byte| byte.is_ascii_digit())
        {
            push(&mut out, form, !misc.contains("SpaceAfter=No"));
        }
    }
    Ok(out)
}

#[derive(Deserialize)]
struct Line {
    text: String,
}

/// The words of texts (JSON lines with a field `text`), cut as the product cuts them.
pub(crate) fn of_texts(path: &Path) -> Result<String, Box<dyn std::error::Error>> {
    let (lexicons, models) = (Lexicons::built_in(), Models::built_in());
    let mut out = String::new();
    for line in open(path)?.lines() {
        let line: Line = serde_json::from_str(&line?)?;
        let text = SourceText::new(&line.text)?;
        let (sentences, words) = syntax_of(&text, &lexicons, &models);
        let mut words = words.iter().map(|(span, _)| *span).peekable();
        for sentence in sentences {
            while let Some(span) = words.next_if(|span| span.end() <= sentence.end()) {
                let after = text.as_str().get(span.range().end..).unwrap_or_default();
                push(&mut out, text.slice(span), after.starts_with(char::is_whitespace));
            }
            out.push('\n');
        }
    }
    Ok(out)
}

fn push(out: &mut String, form: &str, space: bool) {
    out.push_str(form);
    out.push_str(if space { "\t1\n" } else { "\t0\n" });
}
