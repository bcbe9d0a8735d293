//! The starter texts, as a newspaper's index.

use super::gauge::small_gauge;
use super::words::{band, date};
use crate::effects::files;
use crate::i18n::tv;
use crate::markup::html;
use crate::store::{GalleryEntry, Store};
use readout_contract::report::Band;
use yew::prelude::*;

pub(crate) fn gallery(store: &Store) -> Html {
    if store.gallery.is_empty() {
        return html! {};
    }
    html! {
        <section class="index" aria-labelledby="index-title">
            <h2 id="index-title">{t("gallery-head")}</h2>
            <ol>{for store.gallery.iter().map(|entry| row(store, entry))}</ol>
        </section>
    }
}

fn row(store: &Store, entry: &GalleryEntry) -> Html {
    let onclick = {
        let (store, id) = (store.clone(), entry.id.clone());
        Callback::from(move |_: MouseEvent| files::open_seed(&store, &id))
    };
    let word = entry.gauge.map(|(value, ..)| {
        tv("gallery-gauge", &[("band", band(Band::of(value)).into()), ("value", value.into())])
    });
    let about: Vec<String> =
        [Some(date(&entry.date)), Some(entry.shows.clone()), word].into_iter().flatten().collect();
    let lang = (entry.language != "en").then(|| entry.language.clone());
    html! {
        <li key={entry.id.clone()}>
            <button class={classes!(entry.gauge.is_none().then_some("plain"))} {onclick}>
                <b {lang}>{&entry.title}</b>
                <small>{about.join(" · ")}</small>
                if let Some((value, low, high)) = entry.gauge {
                    {small_gauge(value, (low, high))}
                }
            </button>
        </li>
    }
}
