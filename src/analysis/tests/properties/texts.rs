//! Generated texts.

use proptest::prelude::*;

/// Words that make rules fire, marks that trip them, and anything.
pub(crate) fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "Wang", "Wang Yi", "Blinken", "China", "Beijing", "the U.S.", "Mr.", "they", "he", "It",
            "officials", "the ministry", "said", "said that", "accused", "of", "according to",
            "condemned", "sanctions", "lifted", "talks", "met", "not", "will", "if", "war", "on",
            "Friday", "26 April 2024", "last year", "2016", "and", "the", "that", "who", "in", "by",
        ]).prop_map(str::to_owned),
        2 => prop::sample::select(vec![
            "“", "”", "\"", "'", "‘", "’", ",", ".", "?", "!", ":", ";", "—", "-", "(", ")", "\n",
            "\n\n", "Q:", "SECRETARY BLINKEN:", "• ", "…", "...", "é", "😀", "\u{feff}", "中国",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec((piece, prop::bool::weighted(0.8)), 0..60).prop_map(|pieces| {
        pieces.into_iter().map(|(piece, space)| if space { piece + " " } else { piece }).collect()
    })
}

/// The starter texts and the stories, as their files have them.
pub(crate) fn our_own() -> Vec<String> {
    let folders = ["/../../seeds", "/tests/stories"];
    let mut paths: Vec<_> = folders
        .iter()
        .flat_map(|folder| {
            std::fs::read_dir(format!("{}{folder}", env!("CARGO_MANIFEST_DIR"))).expect("a folder")
        })
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).expect("a text")).collect()
}
