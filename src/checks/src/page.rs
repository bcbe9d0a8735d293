//! The page's source: text reaches it as text, and only the effects know the browser.

use crate::files::{none, text, texts};

/// Ways to turn a string into markup or code.
const RAW: [&str; 12] = [
    "from_html_unchecked",
    "set_inner_html",
    "set_outer_html",
    "insert_adjacent_html",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "VRaw",
    "document.write",
    "create_contextual_fragment",
    "eval(",
    "new Function",
];

/// Crates that are the browser.
const BROWSER: [&str; 4] = ["gloo", "js_sys", "wasm_bindgen", "web_sys"];

#[test]
fn text_reaches_the_page_as_text_only() {
    let mut broken = Vec::new();
    for (path, text) in
        [texts("src/explorer/src", ".rs"), texts("static", ".js")].into_iter().flatten()
    {
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for raw in RAW.iter().filter(|raw| code.contains(*raw)) {
                broken.push(format!("{path}:{}: {raw}", number + 1));
            }
        }
    }
    none("no string becomes markup or code", &broken);
}

#[test]
fn only_effects_know_the_browser() {
    let mut broken = Vec::new();
    for (path, text) in texts("src/explorer/src", ".rs") {
        if path.starts_with("src/explorer/src/effects/") || path.ends_with("/main.rs") {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for name in BROWSER.iter().filter(|name| code.contains(&format!("{name}::"))) {
                broken.push(format!("{path}:{}: {name}", number + 1));
            }
        }
    }
    none("browser types stay in src/explorer/src/effects", &broken);
}

#[test]
fn the_policy_stands_in_the_page() {
    let page = text("index.html");
    for part in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "connect-src 'self'",
        "form-action 'none'",
    ] {
        assert!(page.contains(part), "the policy in index.html does not say {part}");
    }
    let inline: Vec<String> = page
        .lines()
        .filter(|line| {
            line.contains(" style=") || line.contains("<style") || line.contains(" onclick=")
        })
        .map(str::to_owned)
        .collect();
    none("index.html holds no inline style or script, which the policy would refuse", &inline);
    assert!(!page.contains("http://") && !page.contains("https://"), "index.html names a host");
}
