//! Which layers the text shows, and the way back to the field.

use super::words::act;
use crate::i18n::t;
use crate::markup::html;
use crate::store::{Action, Layers, Store};
use yew::prelude::*;

pub(crate) fn layers_switch(store: &Store) -> Html {
    let button = |layers: Layers, key: &str| {
        html! {
            <button aria-pressed={(store.view.layers == layers).to_string()}
                onclick={act(store, Action::Layers(layers))}>{t(key)}</button>
        }
    };
    html! {
        <div class="tools">
            <span class="switch" role="group" aria-label={t("layers")}>
                {button(Layers::Usual, "layers-usual")}
                {button(Layers::All, "layers-all")}
                {button(Layers::Plain, "layers-plain")}
            </span>
            if store.editable() {
                <button class="word" onclick={act(store, Action::Edit(true))}>{t("edit-text")}</button>
            }
        </div>
    }
}
