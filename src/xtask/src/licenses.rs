//! Licenses: each package of the build must have one that `deny.toml` allows.
//!
//! `deny.toml` is in the form of cargo-deny, which can read it too; here only its list is needed,
//! so that nothing has to be installed.

use crate::step::{Outcome, cargo, output, root, say};
use serde_json::Value;
use std::collections::BTreeSet;

/// Looks at every package that the lock file can bring in.
pub(crate) fn check() -> Outcome {
    let allowed = allowed()?;
    let metadata = output(cargo().args(["metadata", "--format-version", "1", "--locked"]))
        .ok_or("cargo metadata failed; is Cargo.lock up to date?")?;
    let metadata: Value = serde_json::from_str(&metadata).map_err(|error| error.to_string())?;
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let refused: Vec<String> = packages
        .iter()
        .filter_map(|package| {
            let license = package["license"].as_str().unwrap_or_default();
            let name = package["name"].as_str().unwrap_or_default();
            (!allows(license, &allowed)).then(|| format!("  {name}: {license:?}"))
        })
        .collect();
    if refused.is_empty() {
        say(&format!("{} packages, all under a license that deny.toml allows", packages.len()));
        return Ok(());
    }
    Err(format!("licenses that deny.toml does not allow:\n{}", refused.join("\n")))
}

fn allowed() -> Outcome<BTreeSet<String>> {
    let text = std::fs::read_to_string(root().join("deny.toml"))
        .map_err(|error| format!("deny.toml: {error}"))?;
    let list = text.split_once("allow = [").and_then(|(_, rest)| rest.split_once(']'));
    let (list, _) = list.ok_or("deny.toml has no list `allow = [...]`")?;
    Ok(list.split('"').skip(1).step_by(2).map(str::to_owned).collect())
}

/// Whether an SPDX expression can be met by the list. `OR` needs one side, `AND` both; a slash is
/// the old way to write `OR`.
fn allows(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    any(&mut rest, allowed) && rest.is_empty()
}

fn any(words: &mut &[&str], allowed: &BTreeSet<String>) -> bool {
    let mut met = all(words, allowed);
    while take(words, "OR") {
        met |= all(words, allowed);
    }
    met
}

fn all(words: &mut &[&str], allowed: &BTreeSet<String>) -> bool {
    let mut met = one(words, allowed);
    while take(words, "AND") {
        met &= one(words, allowed);
    }
    met
}

fn one(words: &mut &[&str], allowed: &BTreeSet<String>) -> bool {
    if take(words, "(") {
        return any(words, allowed) & take(words, ")");
    }
    let Some((name, rest)) = words.split_first() else { return false };
    *words = rest;
    if take(words, "WITH") {
        let Some((exception, rest)) = words.split_first() else { return false };
        *words = rest;
        return allowed.contains(&format!("{name} WITH {exception}"));
    }
    allowed.contains(*name)
}

fn take(words: &mut &[&str], word: &str) -> bool {
    match words.split_first() {
        Some((first, rest)) if *first == word => {
            *words = rest;
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_is_met_by_the_list_or_not() {
        let allowed = ["MIT", "Zlib", "A WITH B"].map(str::to_owned).into();
        for good in
            ["MIT", "MIT OR GPL-3.0", "GPL-3.0/MIT", "(GPL-3.0 OR MIT) AND Zlib", "A WITH B"]
        {
            assert!(allows(good, &allowed), "{good}");
        }
        for bad in ["", "GPL-3.0", "MIT AND GPL-3.0", "A", "MIT WITH B", "(MIT", "MIT MIT"] {
            assert!(!allows(bad, &allowed), "{bad}");
        }
    }
}
