//! The repository's files, and the rule for the shape of a source file: it opens with a module doc
//! and is at most 500 lines long.

use std::path::{Path, PathBuf};

/// What is made rather than written.
const MADE: [&str; 5] = [".git", "target", "dist", "node_modules", "shared"];

/// The longest a source file may be.
const MAX_LINES: usize = 500;

/// The repository's folder.
pub(crate) fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.ancestors().nth(2).unwrap().to_path_buf()
}

/// All files under a folder of the repository, with their paths from the root, sorted.
pub(crate) fn under(folder: &str) -> Vec<String> {
    let root = root();
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if MADE.contains(&name.as_str()) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else {
                let path = path.strip_prefix(&root).unwrap();
                found.push(path.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

/// The files under a folder whose names end so, with their words.
pub(crate) fn texts(folder: &str, ending: &str) -> Vec<(String, String)> {
    let paths = under(folder).into_iter().filter(|path| path.ends_with(ending));
    paths.map(|path| (path.clone(), text(&path))).collect()
}

/// The words of one file.
pub(crate) fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Fails with the places that break a rule.
pub(crate) fn none(rule: &str, broken: &[String]) {
    assert!(broken.is_empty(), "{rule}:\n  {}", broken.join("\n  "));
}

#[test]
fn each_source_file_opens_with_its_doc() {
    let broken: Vec<String> = texts("src", ".rs")
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(path, _)| path)
        .collect();
    none("a source file opens with a module doc, //!", &broken);
}

#[test]
fn no_source_file_is_too_long() {
    let source = [".rs", ".mjs", ".js", ".css"].into_iter();
    let all = source.flat_map(|ending| [texts("src", ending), texts("static", ending)]).flatten();
    let broken: Vec<String> = all
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > MAX_LINES)
        .map(|(path, lines)| format!("{path}: {lines} lines"))
        .collect();
    none("a source file has at most 500 lines; split it by what it does", &broken);
}
