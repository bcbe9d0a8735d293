//! From a page or a piece of one to its text: paragraphs, headings, list items; nothing else is kept.
//!
//! The browser parses into a document that runs no script and fetches nothing.

use wasm_bindgen::JsCast;
use web_sys::{Document, DomParser, Element, Node, SupportedType};

/// Elements that hold no text of the article.
const DROPPED: &str = "script,style,template,noscript,nav,header,footer,aside,form,figure,button,\
     select,iframe,svg,audio,video,[hidden],[aria-hidden=true]";
/// Elements that end a paragraph.
const BLOCKS: [&str; 26] = [
    "ADDRESS",
    "ARTICLE",
    "BLOCKQUOTE",
    "BODY",
    "BR",
    "DD",
    "DIV",
    "DL",
    "DT",
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "H6",
    "HR",
    "LI",
    "MAIN",
    "OL",
    "P",
    "PRE",
    "SECTION",
    "TABLE",
    "TD",
    "TR",
    "UL",
];

/// A text with its headline.
pub(super) struct Extract {
    /// Paragraphs, an empty line between them.
    pub(super) text: String,
    /// The title of the page, if it is a whole page.
    pub(super) title: Option<String>,
}

/// The text of some HTML.
pub(super) fn extract(html: &str) -> Option<Extract> {
    let parsed = DomParser::new().ok()?.parse_from_string(html, SupportedType::TextHtml).ok()?;
    let title = Some(parsed.title().trim().to_owned()).filter(|title| !title.is_empty());
    let body = article(&parsed)?;
    if let Ok(list) = body.query_selector_all(DROPPED) {
        for node in (0..list.length()).filter_map(|index| list.get(index)) {
            if let Some(parent) = node.parent_node() {
                // It is a child of its parent.
                let _ = parent.remove_child(&node);
            }
        }
    }
    let mut paragraphs = vec![String::new()];
    walk(body.as_ref(), &mut paragraphs);
    let paragraphs: Vec<String> = paragraphs
        .iter()
        .map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|paragraph| !paragraph.is_empty())
        .collect();
    Some(Extract { text: paragraphs.join("\n\n"), title })
}

/// The article of a page, or all of it.
fn article(parsed: &Document) -> Option<Element> {
    let one = |selector: &str| parsed.query_selector(selector).ok().flatten();
    one("article").or_else(|| one("main")).or_else(|| parsed.body().map(Into::into))
}

fn walk(node: &Node, paragraphs: &mut Vec<String>) {
    let children = node.child_nodes();
    for child in (0..children.length()).filter_map(|index| children.get(index)) {
        if child.node_type() == Node::TEXT_NODE {
            if let (Some(last), Some(text)) = (paragraphs.last_mut(), child.node_value()) {
                last.push_str(&text);
            }
            continue;
        }
        let Some(element) = child.dyn_ref::<Element>() else { continue };
        let block = BLOCKS.contains(&element.tag_name().as_str());
        if block {
            paragraphs.push(String::new());
        }
        walk(&child, paragraphs);
        if block {
            paragraphs.push(String::new());
        }
    }
}
