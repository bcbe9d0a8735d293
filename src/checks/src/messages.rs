//! Messages: every key that the page names is in the English file, every key of the file is named in
//! the page, and other languages have no keys of their own.

use crate::files::{none, text, texts};
use std::collections::BTreeSet;

const ENGLISH: &str = "static/messages/en.ftl";

fn keys(file: &str) -> BTreeSet<String> {
    let lines = file.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    lines.filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned())).collect()
}

/// The string literals of the page's source, tests left out.
fn literals() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (path, text) in texts("src/explorer/src", ".rs") {
        if path.ends_with("tests.rs") {
            continue;
        }
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            found.extend(line.split('"').skip(1).step_by(2).map(str::to_owned));
        }
    }
    found
}

/// The keys given to the functions that look up a message.
fn asked() -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for (path, text) in texts("src/explorer/src", ".rs") {
        if path.ends_with("tests.rs") || path.ends_with("i18n.rs") {
            continue;
        }
        for call in ["t(\"", "tv(\""] {
            for (at, _) in text.match_indices(call) {
                let before = text[..at].chars().next_back().unwrap_or(' ');
                if before.is_alphanumeric() || "_.:".contains(before) {
                    continue;
                }
                if let Some((key, _)) = text[at + call.len()..].split_once('"') {
                    found.insert((path.clone(), key.to_owned()));
                }
            }
        }
    }
    found
}

#[test]
fn each_key_that_is_asked_for_is_there() {
    let known = keys(&text(ENGLISH));
    let asked = asked();
    assert!(!asked.is_empty(), "the page asks for no message; does this test still see how?");
    let missing: Vec<String> = asked
        .into_iter()
        .filter(|(_, key)| !known.contains(key))
        .map(|(path, key)| format!("{path}: {key}"))
        .collect();
    none("a message key is in static/messages/en.ftl", &missing);
}

#[test]
fn each_key_is_used() {
    let literals = literals();
    // Keys put together from parts: the first part is a literal such as `month-{…}`.
    let starts: Vec<&str> = literals
        .iter()
        .filter_map(|literal| literal.split_once('{').map(|(start, _)| start))
        .filter(|start| start.len() > 2 && start.ends_with('-'))
        .collect();
    let unused: Vec<String> = keys(&text(ENGLISH))
        .into_iter()
        .filter(|key| !literals.contains(key))
        .filter(|key| !starts.iter().any(|start| key.starts_with(start)))
        .collect();
    none("a key of static/messages/en.ftl is named in the page", &unused);
}

#[test]
fn other_languages_have_no_keys_of_their_own() {
    let known = keys(&text(ENGLISH));
    let mut broken = Vec::new();
    for (path, file) in texts("static/messages", ".ftl") {
        broken.extend(keys(&file).difference(&known).map(|key| format!("{path}: {key}")));
    }
    none("a key is in the English file first", &broken);
}
