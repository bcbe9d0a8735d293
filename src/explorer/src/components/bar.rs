//! The bar: name, title of the text, privacy counter, actions.

use super::words::act;
use crate::effects::files;
use crate::i18n::{t, tv};
use crate::markup::html;
use crate::store::{Action, Mode, Sheet, Store, Theme};
use yew::prelude::*;

pub(crate) fn bar(store: &Store) -> Html {
    let has_text = !store.doc.text.trim().is_empty();
    let requests = store.privacy.requests.len();
    let sheet = |sheet| act::<MouseEvent>(store, Action::Sheet(Some(sheet)));
    let open = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| files::open_dialog(&store))
    };
    let title = store.doc.title.clone().unwrap_or_else(|| t("untitled"));
    let count = if requests == 0 { "none" } else { "some" };
    let private = tv("bar-requests", &[("n", requests.into())]);
    html! {
        <header class="bar" role="banner" data-region="banner" tabindex="-1">
            <button class="brand" onclick={act(store, Action::Clear)} aria-label={t("brand-label")}>
                {"Read"}<i>{"out"}</i>
            </button>
            if has_text {
                <button class="title" onclick={sheet(Sheet::Details)}>
                    {title}<span class="unseen">{t("edit-details")}</span>
                </button>
            }
            <span class="grow"></span>
            <button class="private" onclick={sheet(Sheet::Privacy)}>
                <b class={count}>{requests.to_string()}</b>{" "}{private}
                <span class="long">{" "}{t(if has_text { "bar-since" } else { "bar-so-far" })}</span>
            </button>
            {theme_button(store)}
            if store.mode == Mode::ReadOnly {
                <button class="button wide" onclick={act(store, Action::MakeCopy)}>{t("make-copy")}</button>
            }
            <button class="button wide" onclick={open}>{t("open")}</button>
            if has_text {
                <button class="button wide" onclick={sheet(Sheet::Export)}>{t("export")}</button>
                <button class="button wide" onclick={sheet(Sheet::Embed)}>{t("embed")}</button>
                <button class="button main" onclick={sheet(Sheet::Share)}>{t("share")}</button>
            }
        </header>
    }
}

/// Light, dark, or as the system says.
fn theme_button(store: &Store) -> Html {
    let (next, key) = match store.theme {
        Theme::Auto => (Theme::Dark, "theme-auto"),
        Theme::Dark => (Theme::Light, "theme-dark"),
        Theme::Light => (Theme::Auto, "theme-light"),
    };
    html! {
        <button class="button tone wide" onclick={act(store, Action::Theme(next))}
            aria-label={t(key)} title={t(key)}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5" />
                {match store.theme {
                    Theme::Auto => html! { <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" /> },
                    Theme::Dark => html! { <circle cx="8" cy="8" r="6.5" fill="currentColor" /> },
                    Theme::Light => html! {},
                }}
            </svg>
        </button>
    }
}
