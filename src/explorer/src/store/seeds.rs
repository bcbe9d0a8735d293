//! Starter texts: from the files under `seeds/` to gallery entries and texts. Fetching is not here.

use super::{Doc, GalleryEntry};
use std::rc::Rc;

/// Reads `index.tsv`: id, file, title, date, language, what it shows, the other account; and, where
/// the page was built with them, value and range of the reading.
pub fn gallery(index: &str) -> Vec<GalleryEntry> {
    index
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .filter_map(|line| {
            let mut fields = line.split('\t').map(str::trim);
            let mut next = || fields.next().unwrap_or_default().to_owned();
            let entry = GalleryEntry {
                id: next(),
                file: next(),
                title: next(),
                date: next(),
                language: next(),
                shows: next(),
                pair: Some(next()).filter(|pair| !pair.is_empty()),
                gauge: None,
            };
            let mut number = || next().parse::<u8>().ok();
            let gauge = number().zip(number()).zip(number());
            let gauge = gauge.map(|((value, low), high)| (value, low, high));
            (!entry.file.is_empty()).then_some(GalleryEntry { gauge, ..entry })
        })
        .collect()
}

/// Reads a starter text: a front block between lines of three dashes, then the text.
pub fn doc(entry: &GalleryEntry, file: &str) -> Doc {
    let file = file.replace("\r\n", "\n");
    let (front, text) = file
        .strip_prefix("---\n")
        .and_then(|rest| rest.split_once("\n---\n"))
        .unwrap_or(("", &file));
    let field = |name: &str| {
        front
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))
            .map(|value| value.trim().to_owned())
            .filter(|value| !value.is_empty())
    };
    Doc {
        text: Rc::from(text.trim()),
        title: field("title").or_else(|| Some(entry.title.clone())),
        source: None,
        date: field("date").or_else(|| Some(entry.date.clone())),
        language: field("language"),
        seed: Some(entry.id.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_of_the_project_is_read_in_full() {
        let entries = gallery(include_str!("../../../../seeds/index.tsv"));
        assert!(entries.len() >= 8, "{}", entries.len());
        assert!(entries.iter().all(|entry| entry.file.starts_with(&entry.id)));
        assert!(entries.iter().any(|entry| entry.language == "fr"));
    }

    #[test]
    fn a_gauge_is_read_if_it_is_there() {
        let entries = gallery("a\ta.md\tA\t2024-01-02\ten\tshows\t\t46\t38\t55\n");
        assert_eq!(entries[0].gauge, Some((46, 38, 55)));
        assert_eq!(entries[0].pair, None);
    }

    #[test]
    fn the_front_block_is_not_text() {
        let file = "---\nid: a\ntitle: A talk\ndate: 2024-04-26\n---\n\nThey met.\n";
        let doc = doc(&GalleryEntry { id: "a".to_owned(), ..GalleryEntry::default() }, file);
        assert_eq!(&*doc.text, "They met.");
        assert_eq!(doc.title.as_deref(), Some("A talk"));
        assert_eq!(doc.date.as_deref(), Some("2024-04-26"));
    }
}
