//! The frame of a sheet over the page, and which one is open.

use super::details::DetailsSheet;
use super::embed_sheet::embed_sheet;
use super::export_sheet::export_sheet;
use super::keys::KeysSheet;
use super::privacy::privacy_sheet;
use super::share::share_sheet;
use super::why::why_sheet;
use super::words::act;
use crate::effects::dom;
use crate::markup::html;
use crate::store::{Action, Sheet as Name, Store, use_store};
use yew::prelude::*;

pub(crate) fn sheets(store: &Store) -> Html {
    match store.view.sheet {
        None => html! {},
        Some(Name::Share) => share_sheet(store),
        Some(Name::Embed) => embed_sheet(store),
        Some(Name::Export) => export_sheet(store),
        Some(Name::Privacy) => privacy_sheet(store),
        Some(Name::Keys) => html! { <KeysSheet /> },
        Some(Name::Why) => why_sheet(store),
        Some(Name::Details) => html! { <DetailsSheet /> },
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) title: AttrValue,
    pub(crate) children: Html,
}

/// The browser's own dialog: it keeps the focus inside, closes with Escape and gives the focus back.
#[component(Sheet)]
pub(crate) fn sheet(props: &Props) -> Html {
    let store = use_store();
    use_effect_with((), |()| dom::show_modal("sheet"));
    let close = act::<MouseEvent>(&store, Action::Sheet(None));
    let onclose = act::<Event>(&store, Action::Sheet(None));
    html! {
        <dialog class="sheet" id="sheet" aria-labelledby="sheet-title" {onclose}>
            <header>
                <h2 id="sheet-title">{props.title.clone()}</h2>
                <button class="button" onclick={close}>{t("close")}</button>
            </header>
            <div class="body">{props.children.clone()}</div>
        </dialog>
    }
}
