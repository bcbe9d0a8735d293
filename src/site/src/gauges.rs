//! The small gauges of the gallery: each starter text is read once, when the page is built, and the
//! value and range of its reading are added to its row of the index.
//!
//! A text without a reading (too few signs, not English) keeps its row as it is. A row or file that
//! cannot be read stops the build with its name.

use readout_analysis::{Lexicons, Memo, Models, read};
use readout_contract::protocol::Input;
use readout_text::SourceText;
use std::path::Path;

/// Columns of a row before the gauge: id, file, title, date, language, shows, pair.
const COLUMNS: usize = 7;

/// The index with the gauges of the texts in `folder`.
pub(crate) fn index(index: &str, folder: &Path) -> Result<String, String> {
    let (lexicons, models) = (Lexicons::built_in(), Models::built_in());
    let mut out = String::with_capacity(index.len() + 256);
    for row in index.lines() {
        out.push_str(row);
        if !row.starts_with('#')
            && let Some(gauge) = gauge(row, folder, &lexicons, &models)?
        {
            let missing = COLUMNS.saturating_sub(row.split('\t').count());
            out.push_str(&"\t".repeat(missing));
            out.push_str(&gauge);
        }
        out.push('\n');
    }
    Ok(out)
}

/// Value, low and high of a row's text, each after a tab.
fn gauge(
    row: &str,
    folder: &Path,
    lexicons: &Lexicons,
    models: &Models,
) -> Result<Option<String>, String> {
    let mut columns = row.split('\t').skip(1);
    let (Some(file), Some(title), Some(date)) = (columns.next(), columns.next(), columns.next())
    else {
        return Ok(None);
    };
    let path = folder.join(file);
    let whole =
        std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let text = SourceText::new(body(&whole)).map_err(|_| format!("{file}: too long"))?;
    let input =
        Input { date: Some(date.to_owned()), title: Some(title.to_owned()), ..Input::default() };
    let report = read(&text, &input, lexicons, models, &mut Memo::default(), &mut |_| {});
    let reading = report.tension.reading;
    let figures = reading.value.zip(reading.range);
    Ok(figures.map(|(value, (low, high))| format!("\t{value}\t{low}\t{high}")))
}

/// The text after its front block.
fn body(file: &str) -> &str {
    let front = file.strip_prefix("---\n").and_then(|inside| inside.split_once("\n---\n"));
    front.map_or(file, |(_, body)| body.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_front_block_is_no_text() {
        assert_eq!(body("---\nid: a\n---\nOne.\n"), "One.\n");
        assert_eq!(body("One.\n"), "One.\n");
    }

    #[test]
    fn rows_keep_their_columns_and_texts_with_signs_get_a_gauge() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
        let rows = std::fs::read_to_string(folder.join("index.tsv")).unwrap();
        let with = index(&rows, &folder).unwrap();
        assert_eq!(with.lines().count(), rows.lines().count());
        let first = with.lines().find(|row| !row.starts_with('#')).unwrap();
        let columns: Vec<&str> = first.split('\t').collect();
        assert_eq!(columns.len(), COLUMNS + 3);
        assert!(
            columns[COLUMNS..].iter().all(|figure| figure.parse::<u8>().is_ok_and(|n| n <= 100))
        );
    }
}
