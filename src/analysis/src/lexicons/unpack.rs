//! A lexicon's rows for sending: column after column instead of row after row, and without what a cell
//! shares with its key or with the row above. Whatever compresses a program finds far more alike in
//! a column than along a row. The build packs the rows, and opening a lexicon unpacks them.
//!
//! A key is written as the count of bytes that it shares with the key above (as a character, from
//! `A` up) and the rest. Another cell is written as a mark where one stands for it:
//!
//! | mark | stands for |
//! | --- | --- |
//! | `~` | the cell above |
//! | `=` | the key as a title, "law and justice" as "Law and Justice" |
//! | `^` | the key in capitals |
//! | `@` | the key's letters behind `body.` |
//! | `&` | the key's letters behind `body.media.` |

use std::ops::Range;

/// Words that a title does not capitalize.
const SMALL: [&str; 7] = ["of", "the", "and", "for", "in", "on", "to"];

/// The rows that were packed, of so many columns; fewer if the text is no packed one.
pub(super) fn unpack(packed: &str, columns: usize) -> String {
    let lines: Vec<&str> = packed.split('\n').collect();
    let rows = lines.len() / columns.max(1);
    let mut text = String::with_capacity(3 * packed.len());
    let mut above = vec![0..0; columns];
    for row in 0..rows {
        let mut key = 0..0;
        for (column, above) in above.iter_mut().enumerate() {
            let cell = lines.get(column * rows + row).copied().unwrap_or_default();
            let start = text.len();
            if column == 0 {
                let shared = cell.bytes().next().map_or(0, |byte| byte.saturating_sub(b'A'));
                let end = above.end.min(above.start + usize::from(shared));
                push_again(above.start..end, &mut text);
                text.push_str(cell.get(1..).unwrap_or_default());
                key = start..text.len();
            } else {
                push(cell, key.clone(), above.clone(), &mut text);
            }
            *above = start..text.len();
            text.push(if column + 1 == columns { '\n' } else { '\t' });
        }
    }
    text
}

/// Adds a cell as it was before it was packed, to a text that holds its key and the cell above.
pub(super) fn push(cell: &str, key: Range<usize>, above: Range<usize>, text: &mut String) {
    if cell == "~" {
        return push_again(above, text);
    }
    let (before, keep): (&str, fn(char) -> bool) = match cell {
        "=" | "^" => ("", |_| true),
        "@" => ("body.", char::is_alphanumeric),
        "&" => ("body.media.", char::is_alphanumeric),
        _ => return text.push_str(cell),
    };
    let key = text.get(key).unwrap_or_default().to_owned();
    text.push_str(before);
    for (at, word) in key.split_inclusive(' ').enumerate() {
        let mut first = at == 0 || !SMALL.contains(&word.trim_end());
        for char in word.chars().filter(|char| keep(*char)) {
            let capital = cell == "^" || (cell == "=" && first);
            text.push(if capital { char.to_ascii_uppercase() } else { char });
            first = char == '-';
        }
    }
}

/// Adds a part of the text itself.
fn push_again(part: Range<usize>, text: &mut String) {
    let part = text.get(part).unwrap_or_default().to_owned();
    text.push_str(&part);
}
