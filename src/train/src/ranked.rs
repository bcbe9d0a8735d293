//! The files of the small rankers: a row of weights for each feature.

use std::fmt::Write as _;

/// A file of weights, the header of the one before kept; rows of nothing are left out.
pub(crate) fn written<const CHOICES: usize>(
    names: impl Iterator<Item = String>,
    weights: impl IntoIterator<Item = [i32; CHOICES]>,
    before: &str,
) -> String {
    let rows = names.zip(weights).filter(|(_, weights)| *weights != [0; CHOICES]);
    let mut rows: Vec<String> = rows
        .map(|(name, weights)| weights.iter().fold(name, |row, weight| format!("{row}\t{weight}")))
        .collect();
    rows.sort();
    let mut text = String::new();
    for line in before.lines().filter(|line| line.starts_with('#')).map(str::to_owned).chain(rows) {
        let _ = writeln!(text, "{line}");
    }
    text
}
