//! Sharing: the link is the text; how long it is and where it fits; an excerpt; a file.

use super::sheet::Sheet;
use super::words::act;
use crate::effects::address;
use crate::i18n::{t, tv};
use crate::markup::html;
use crate::store::select::LinkKind;
use crate::store::{Action, Item, Sheet as Name, Store};
use yew::prelude::*;

/// Up to here, in characters, and what is said of such a link.
const LIMITS: [(usize, &str); 3] =
    [(2_000, "fits-anywhere"), (8_000, "fits-most"), (32_000, "fits-browsers")];

pub(crate) fn share_sheet(store: &Store) -> Html {
    let link = address::link(store, &LinkKind::Text);
    let length = link.as_ref().map(|link| link.chars().count());
    let fits = length.is_some_and(|length| length <= 32_000);
    let quote = match store.selection.item {
        Some(Item::Quote(id)) => Some(id),
        _ => None,
    };
    html! {
        <Sheet title={t("share-head")}>
            <p class="lead">{t("share-lead")}</p>
            <section>
                if let Some(link) = link.filter(|_| fits) {
                    <textarea class="code" readonly=true rows="3" aria-label={t("share-link")} value={link} />
                }
                if let Some(length) = length {
                    {meter(length)}
                } else {
                    <p>{t("fits-nowhere")}</p>
                }
                if fits {
                    <div class="acts">
                        {copy(store, LinkKind::Text, "copy-link", "button main")}
                        {copy(store, LinkKind::Editable, "copy-editable", "button")}
                    </div>
                }
            </section>
            <div class="rows">
                if let Some(id) = quote {
                    <div>
                        <span><b>{t("share-excerpt")}</b><small>{t("share-excerpt-words")}</small></span>
                        {copy(store, LinkKind::Excerpt(id), "copy-link", "button")}
                    </div>
                    <div>
                        <span><b>{t("share-quote")}</b><small>{t("share-quote-words")}</small></span>
                        {copy(store, LinkKind::Quote(id), "copy-link", "button")}
                    </div>
                }
                <div>
                    <span><b>{t("share-file")}</b><small>{t("share-file-words")}</small></span>
                    <button class="button" onclick={act(store, Action::Sheet(Some(Name::Export)))}>{t("export")}</button>
                </div>
                <div>
                    <span><b>{t("share-embed")}</b><small>{t("share-embed-words")}</small></span>
                    <button class="button" onclick={act(store, Action::Sheet(Some(Name::Embed)))}>{t("embed")}</button>
                </div>
                <div>
                    <span><b>{t("share-clear")}</b><small>{t("share-clear-words")}</small></span>
                    <button class="button" onclick={Callback::from(|_: MouseEvent| address::clear_address())}>{t("clear")}</button>
                </div>
            </div>
        </Sheet>
    }
}

fn copy(store: &Store, kind: LinkKind, key: &str, class: &'static str) -> Html {
    let store = store.clone();
    let onclick = Callback::from(move |_: MouseEvent| address::copy_link(&store, &kind));
    html! { <button {class} {onclick}>{t(key)}</button> }
}

/// The length against the limits: thirds of the bar are 2,000, 8,000 and 32,000 characters.
fn meter(length: usize) -> Html {
    let words =
        LIMITS.iter().find(|(limit, _)| length <= *limit).map_or("fits-nowhere", |(_, key)| *key);
    let third = |from: usize, to: usize| (length.clamp(from, to) - from) * 100 / (to - from);
    let used = third(0, 2_000) + third(2_000, 8_000) + third(8_000, 32_000);
    let long = (length > 8_000).then_some("long");
    html! {
        <>
            <svg class="meter" viewBox="0 0 300 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect class="room" width="300" height="8" />
                <rect class={classes!("used", long)} width={used.to_string()} height="8" />
                <rect class="limit" x="99.5" width="1" height="8" />
                <rect class="limit" x="199.5" width="1" height="8" />
            </svg>
            <p><b class="figure">{tv("link-length", &[("n", length.into())])}</b>{" "}{t(words)}</p>
        </>
    }
}
