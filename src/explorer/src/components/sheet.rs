//! The frame of a sheet over the page, and which one is open.

use super::details::DetailsSheet;
use super::embed_sheet::EmbedSheet;
use super::export_sheet::ExportSheet;
use super::keys::KeysSheet;
use super::privacy::PrivacySheet;
use super::share::ShareSheet;
use super::why::WhySheet;
use super::words::act;
use crate::effects::dom;
use crate::i18n::t;
use crate::store::{Action, Sheet as Name, use_store};
use yew::prelude::*;

#[component(Sheets)]
pub(crate) fn sheets() -> Html {
    let store = use_store();
    match store.view.sheet {
        None => html! {},
        Some(Name::Share) => html! { <ShareSheet /> },
        Some(Name::Embed) => html! { <EmbedSheet /> },
        Some(Name::Export) => html! { <ExportSheet /> },
        Some(Name::Privacy) => html! { <PrivacySheet /> },
        Some(Name::Keys) => html! { <KeysSheet /> },
        Some(Name::Why) => html! { <WhySheet /> },
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
