//! The foot: promise, keys, engine.

use super::words::act;
use crate::markup::html;
use crate::store::{Action, Sheet, Store};
use yew::prelude::*;

pub(crate) fn foot(store: &Store) -> Html {
    let sheet = |sheet| act::<MouseEvent>(store, Action::Sheet(Some(sheet)));
    html! {
        <footer class="foot" role="contentinfo">
            <span>{t("foot-limits")}</span>
            <span class="grow"></span>
            <button onclick={sheet(Sheet::Privacy)}>{t("privacy")}</button>
            <button onclick={sheet(Sheet::Keys)}>{t("keys")}</button>
        </footer>
    }
}
