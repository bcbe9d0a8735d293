//! Colors that can be seen: contrast of the pairs in `theme.css`, light and dark, by WCAG 2.2.
//!
//! Text needs 4.5:1 against what it stands on, marks and edges of controls 3:1.

use crate::files::{none, text};
use std::collections::BTreeMap;

type Theme = BTreeMap<String, [f64; 3]>;

/// Words, and what they stand on.
const TEXT: [(&str, &[&str]); 7] = [
    ("ink", &["paper", "sheet", "well", "act-soft", "strain-soft", "ease-soft"]),
    ("ink-2", &["paper", "sheet", "well"]),
    ("act", &["paper", "sheet", "well", "act-soft"]),
    ("on-act", &["act"]),
    ("strain", &["paper", "sheet"]),
    ("ease", &["paper", "sheet"]),
    ("hue-0", &["paper", "sheet"]),
];

/// Marks: lines, bars and edges of what can be pressed.
const MARKS: [(&str, &[&str]); 7] = [
    ("edge", &["paper", "sheet"]),
    ("strain", &["strain-soft"]),
    ("ease", &["ease-soft"]),
    ("hue-1", &["paper", "sheet"]),
    ("hue-2", &["paper", "sheet"]),
    ("hue-3", &["paper", "sheet"]),
    ("hue-4", &["paper", "sheet"]),
];

#[test]
fn colors_can_be_told_apart() {
    let css = text("static/styles/theme.css");
    let light = block(&css, ":root {");
    let mut broken = Vec::new();
    for (name, theme) in [
        ("light", light.clone()),
        ("dark by the system", over(&light, block(&css, ":root:not([data-theme=\"light\"]) {"))),
        ("dark by choice", over(&light, block(&css, ":root[data-theme=\"dark\"] {"))),
    ] {
        for (pairs, least) in [(TEXT, 4.5), (MARKS, 3.0)] {
            for (front, backs) in pairs {
                for back in backs {
                    let ratio = contrast(color(&theme, front), color(&theme, back));
                    if ratio < least {
                        broken.push(format!(
                            "{name}: {front} on {back} is {ratio:.2}, less than {least}"
                        ));
                    }
                }
            }
        }
    }
    none("colors of theme.css have enough contrast", &broken);
}

#[test]
fn both_ways_to_dark_are_the_same() {
    let css = text("static/styles/theme.css");
    let system = block(&css, ":root:not([data-theme=\"light\"]) {");
    assert!(!system.is_empty());
    assert_eq!(system, block(&css, ":root[data-theme=\"dark\"] {"));
}

#[test]
fn contrast_is_that_of_the_standard() {
    assert!((contrast([0.0; 3], [255.0; 3]) - 21.0).abs() < 1e-9);
    assert!((contrast([119.0; 3], [255.0; 3]) - 4.48).abs() < 0.01);
}

fn over(below: &Theme, above: Theme) -> Theme {
    let mut theme = below.clone();
    theme.extend(above);
    theme
}

fn color(theme: &Theme, name: &str) -> [f64; 3] {
    *theme.get(name).unwrap_or_else(|| panic!("theme.css has no color --{name}"))
}

/// The colors in the first block that opens so.
fn block(css: &str, opening: &str) -> Theme {
    let (_, rest) =
        css.split_once(opening).unwrap_or_else(|| panic!("theme.css has no block {opening}"));
    let (inside, _) = rest.split_once('}').unwrap();
    inside
        .split(';')
        .filter_map(|line| {
            let (name, value) = line.trim().strip_prefix("--")?.split_once(':')?;
            let hex = value.trim().strip_prefix('#').filter(|hex| hex.len() == 6)?;
            let part = |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
            Some((name.to_owned(), [part(0)?, part(2)?, part(4)?].map(f64::from)))
        })
        .collect()
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(color: [f64; 3]) -> f64 {
    let [red, green, blue] = color.map(|part| {
        let part = part / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
