//! Embedding: two snippets to paste, one that stays readable without script, one without script on
//! the host's side.

use super::sheet::Sheet;
use crate::effects::{address, clipboard, dom};
use crate::i18n::t;
use crate::markup::html;
use crate::store::select::{self, LinkKind};
use crate::store::{State, Store};
use yew::prelude::*;

pub(crate) fn embed_sheet(store: &Store) -> Html {
    html! {
        <Sheet title={t("embed-head")}>
            <p class="lead">{t("embed-lead")}</p>
            {snippet(store, "embed-element", "embed-element-words", Some(element(store)))}
            {snippet(store, "embed-frame", "embed-frame-words", frame(store))}
        </Sheet>
    }
}

fn snippet(store: &Store, head: &str, words: &str, code: Option<String>) -> Html {
    let Some(code) = code else {
        return html! { <section><h3>{t(head)}</h3><p>{t("fits-nowhere")}</p></section> };
    };
    let onclick = {
        let (store, code) = (store.clone(), code.clone());
        Callback::from(move |_: MouseEvent| clipboard::copy(&store, code.clone()))
    };
    html! {
        <section>
            <h3>{t(head)}</h3>
            <p class="quiet">{t(words)}</p>
            <textarea class="code" readonly=true rows="7" aria-label={t(head)} value={code} />
            <div class="acts"><button class="button main" {onclick}>{t("copy-code")}</button></div>
        </section>
    }
}

/// Words as HTML text.
fn escape(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn label(state: &State) -> String {
    escape(state.doc.title.as_deref().unwrap_or(&t("untitled")))
}

/// The folder that this page stands in.
fn folder() -> String {
    let page = dom::origin();
    page.rsplit_once('/').map_or_else(String::new, |(folder, _)| format!("{folder}/"))
}

/// The element with the whole article inside, readable as it is.
fn element(state: &State) -> String {
    let title = state.doc.title.as_deref().map(|title| format!("<h3>{}</h3>\n    ", escape(title)));
    let text: Vec<String> = select::paragraphs(state)
        .iter()
        .map(|paragraph| {
            let words: String = paragraph
                .sentences
                .iter()
                .flat_map(|one| {
                    one.runs.iter().map(|run| run.text.as_str()).chain([one.gap.as_str()])
                })
                .collect();
            format!("<p>{}</p>", escape(words.trim()))
        })
        .collect();
    format!(
        "<script type=\"module\" src=\"{}embed.js\"></script>\n<readout-article view=\"reading\" theme=\"auto\" label=\"{}\">\n  <article>\n    {}{}\n  </article>\n</readout-article>",
        folder(),
        label(state),
        title.unwrap_or_default(),
        text.join("\n    "),
    )
}

/// The frame, with the text in its address.
fn frame(state: &State) -> Option<String> {
    let link = address::link(state, &LinkKind::Embed)?;
    Some(format!(
        "<iframe src=\"{}\" title=\"{}\" loading=\"lazy\" width=\"100%\" height=\"640\"></iframe>",
        escape(&link),
        label(state)
    ))
}
