//! The bar at the foot of a phone: text, quotes, topics, tension.

use crate::i18n::t;
use crate::markup::html;
use crate::store::{Action, Pane, Store, Tab};
use yew::prelude::*;

const PANES: [(Pane, Option<Tab>, &str); 4] = [
    (Pane::Text, None, "pane-text"),
    (Pane::Quotes, Some(Tab::Quotes), "pane-quotes"),
    (Pane::Topics, None, "pane-topics"),
    (Pane::Tension, Some(Tab::Tension), "pane-tension"),
];

/// The pane's name, for styles.
pub(crate) const fn pane_name(pane: Pane) -> &'static str {
    match pane {
        Pane::Text => "text",
        Pane::Quotes => "quotes",
        Pane::Topics => "topics",
        Pane::Tension => "tension",
    }
}

/// `class`: `dock` at the foot of a phone, `tabs views` at the head of an embed.
pub(crate) fn dock(store: &Store, class: &'static str) -> Html {
    html! {
        <nav {class} aria-label={t("panes")}>
            {for PANES.iter().map(|(pane, tab, key)| {
                let (dispatch, pane, tab) = (store.dispatcher(), *pane, *tab);
                let onclick = Callback::from(move |_: MouseEvent| {
                    if let Some(tab) = tab {
                        dispatch.dispatch(Action::Tab(tab));
                    }
                    dispatch.dispatch(Action::Pane(pane));
                });
                let now = (store.view.pane == pane).then_some("true");
                html! { <button aria-current={now} {onclick}>{t(key)}</button> }
            })}
        </nav>
    }
}
