//! From figures to a page: Readout's row, then those of other systems from `peers.tsv`.

use super::sets::Set;
use serde_json::Value;
use std::fmt::Write as _;
use std::time::{SystemTime, UNIX_EPOCH};

/// Figures of other systems: set, system, then `column=figure` cells; `#` begins a comment.
const PEERS: &str = include_str!("peers.tsv");

/// The table of a set.
pub(super) fn table(set: &Set, answer: &Value) -> String {
    let mut out = format!("## {}\n\n", set.title);
    if !set.note.is_empty() {
        let _ = writeln!(out, "{}\n", set.note);
    }
    let ours: Vec<Option<f64>> = set.figures.iter().map(|(_, path)| figure(answer, path)).collect();
    let peers: Vec<(&str, Vec<&str>)> = PEERS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut cells = line.split('\t');
            (cells.next()? == set.id).then(|| Some((cells.next()?, cells.collect())))?
        })
        .collect();
    // A column that nobody has a figure for is left out.
    let used: Vec<usize> = (0..set.figures.len())
        .filter(|&index| {
            let name = set.figures.get(index).map_or("", |(name, _)| *name);
            ours.get(index).is_some_and(Option::is_some)
                || peers.iter().any(|(_, cells)| cell(cells, name).is_some())
        })
        .collect();
    let names: Vec<&str> =
        used.iter().filter_map(|&index| set.figures.get(index)).map(|(name, _)| *name).collect();
    let _ = writeln!(out, "| System | {} |", names.join(" | "));
    let _ = writeln!(out, "| --- |{}", " ---: |".repeat(names.len()));
    let row: Vec<String> = used
        .iter()
        .map(|&index| match ours.get(index).copied().flatten() {
            Some(figure) => format!("**{figure:.3}**"),
            None => String::new(),
        })
        .collect();
    let _ = writeln!(out, "| **Readout** | {} |", row.join(" | "));
    for (system, cells) in peers {
        let row: Vec<&str> = names.iter().map(|name| cell(&cells, name).unwrap_or("")).collect();
        let _ = writeln!(out, "| {system} | {} |", row.join(" | "));
    }
    out
}

fn cell<'a>(cells: &[&'a str], name: &str) -> Option<&'a str> {
    cells.iter().find_map(|cell| cell.strip_prefix(name)?.strip_prefix('='))
}

/// The number at a path of names and list places.
fn figure(answer: &Value, path: &[&str]) -> Option<f64> {
    let mut value = answer;
    for name in path {
        value = match value {
            Value::Array(list) => list.get(name.parse::<usize>().ok()?)?,
            value => value.get(name)?,
        };
    }
    value.as_f64()
}

/// The whole page.
pub(super) fn page(tables: &[String]) -> String {
    let (year, month, day) = today();
    format!(
        "# Evaluation\n\n\
        What each layer finds on annotated texts, beside other systems. Written on \
        {year}-{month:02}-{day:02} by\n\n    cargo xtask eval\n\n\
        which needs the kits (gold texts and scorers; `--kits FOLDER`). They are not part of the \
        project, since most of their texts may not be passed on. Only development parts are \
        measured here; the held-out parts decide. Figures of other systems are those that the kits \
        state, measured with the same scorers; \"aim\" is what the kit asks for.\n\n{}",
        tables.join("\n")
    )
}

/// The date, UTC: days since 1970 to a civil date (after Howard Hinnant's public-domain algorithm).
fn today() -> (u64, u64, u64) {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    civil(seconds / 86_400)
}

fn civil(days: u64) -> (u64, u64, u64) {
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_dates() {
        assert_eq!(civil(0), (1970, 1, 1));
        assert_eq!(civil(11_016), (2000, 2, 29));
        assert_eq!(civil(20_782), (2026, 11, 25));
    }

    #[test]
    fn every_peer_belongs_to_a_set_and_a_column() {
        for line in PEERS.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let id = cells.next().unwrap_or_default();
            let set = super::super::sets::SETS.iter().find(|set| set.id == id);
            let set = set.unwrap_or_else(|| panic!("no set {id}"));
            for cell in cells.skip(1) {
                let name = cell.split('=').next().unwrap_or_default();
                assert!(set.figures.iter().any(|(column, _)| *column == name), "{line}");
            }
        }
    }

    #[test]
    fn a_table_has_ours_first_and_no_empty_column() {
        let set = super::super::sets::SETS.iter().find(|set| set.id == "syntax-gum-dev");
        let answer = serde_json::json!({"sentences": [0.1, 0.2, 0.3], "tokens": [1.0, 1.0, 1.0]});
        let table = table(set.expect("it is there"), &answer);
        let rows: Vec<&str> = table.lines().skip(2).collect();
        assert_eq!(rows[0].matches('|').count(), rows[2].matches('|').count());
        assert!(rows[2].starts_with("| **Readout** | **0.300** | **1.000** |"), "{table}");
        assert!(!rows[0].contains("key relations"), "{table}");
    }
}
