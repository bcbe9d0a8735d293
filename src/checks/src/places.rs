//! Nothing in the repository depends on one machine: no path of somebody's disk, no address of a
//! package registry in a lock file.

use crate::files::{none, root, under};

/// Files that are not words.
const BINARY: [&str; 7] = [".woff2", ".png", ".jpg", ".ico", ".bin", ".gz", ".wasm"];

#[test]
fn no_path_of_a_machine() {
    // Put together here, or this file would break its own rule.
    let paths = ["work", "root", "home", "Users", "tmp"].map(|folder| format!("/{folder}/"));
    let mut broken = Vec::new();
    for path in under("").iter().filter(|path| !BINARY.iter().any(|end| path.ends_with(end))) {
        let Ok(text) = std::fs::read_to_string(root().join(path)) else {
            broken
                .push(format!("{path} is not UTF-8; name its ending in this test if it is binary"));
            continue;
        };
        for (number, line) in text.lines().enumerate() {
            for part in paths.iter().filter(|part| starts_a_path(line, part)) {
                broken.push(format!("{path}:{}: {part}…", number + 1));
            }
        }
    }
    none("no file names a place on somebody's disk", &broken);
}

/// Whether the folder stands at the start of a path rather than inside one or an address.
fn starts_a_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line[..at].chars().next_back().unwrap_or(' ');
        before.is_whitespace() || "\"'`=(:[,".contains(before)
    })
}

#[test]
fn lock_files_name_no_host() {
    let mut broken = Vec::new();
    for path in under("") {
        let name = path.rsplit('/').next().unwrap_or_default();
        if !matches!(name, "Cargo.lock" | "package-lock.json" | ".npmrc") {
            continue;
        }
        let text = crate::files::text(&path);
        for (number, line) in text.lines().enumerate() {
            // Cargo writes this name for its default registry, wherever that is reached.
            let default = "registry+https://github.com/rust-lang/crates.io-index";
            let line = line.replace(default, "");
            if line.contains("://") && !line.contains("\"url\"") {
                broken.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    none("lock files hold versions and checksums, no addresses", &broken);
}
