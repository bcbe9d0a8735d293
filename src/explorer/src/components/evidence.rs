//! The evidence panel: the card of the sentence in hand, and four tabs.

use super::card::card_view;
use super::changes::changes_tab;
use super::pairs::pairs_tab;
use super::quotes::quotes_tab;
use super::tension::tension_tab;
use crate::effects::dom;
use crate::i18n::{t, tv};
use crate::markup::html;
use crate::store::select;
use crate::store::{Action, Pane, Store, Tab};
use yew::prelude::*;

const TABS: [(Tab, &str, &str); 4] = [
    (Tab::Quotes, "tab-quotes", "quotes"),
    (Tab::Tension, "tab-tension", "tension"),
    (Tab::Pairs, "tab-pairs", "pairs"),
    (Tab::Changes, "tab-changes", "changes"),
];

pub(crate) fn evidence(store: &Store) -> Html {
    let tab = store.view.tab;
    let name = TABS.iter().find(|(known, ..)| *known == tab).map_or("quotes", |(.., name)| *name);
    let selection = &store.selection;
    let with_card =
        selection.card && selection.sentence.is_some() || super::topic_card::is_open(store);
    html! {
        <section class={classes!("evidence", with_card.then_some("with-card"))} id="evidence"
            aria-label={t("region-evidence")} data-region="evidence" tabindex="-1">
            <h2 class="unseen">{t("region-evidence")}</h2>
            {card_view(store)}
            {tabs(store)}
            <div class="tab-body" role="tabpanel" id="tab-body" aria-labelledby={format!("tab-{name}")} tabindex="0">
                {match tab {
                    Tab::Quotes => quotes_tab(store),
                    Tab::Tension => tension_tab(store),
                    Tab::Pairs => pairs_tab(store),
                    Tab::Changes => changes_tab(store),
                }}
            </div>
        </section>
    }
}

/// The pane that a phone shows with a tab.
pub(super) const fn pane(tab: Tab) -> Pane {
    match tab {
        Tab::Quotes => Pane::Quotes,
        _ => Pane::Tension,
    }
}

fn tabs(store: &Store) -> Html {
    let now = TABS.iter().position(|(tab, ..)| *tab == store.view.tab).unwrap_or(0);
    let dispatch = store.dispatcher();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let next = match event.key().as_str() {
            "ArrowRight" => (now + 1) % TABS.len(),
            "ArrowLeft" => (now + TABS.len() - 1) % TABS.len(),
            "Home" => 0,
            "End" => TABS.len() - 1,
            _ => return,
        };
        event.prevent_default();
        if let Some((tab, _, name)) = TABS.get(next) {
            dispatch.dispatch(Action::Tab(*tab));
            dom::focus(&format!("tab-{name}"));
        }
    });
    let changes = select::change_lines(store).len();
    html! {
        <div class="tabs" role="tablist" aria-label={t("region-evidence")} {onkeydown}>
            {for TABS.iter().map(|(tab, key, name)| {
                let on = *tab == store.view.tab;
                let (dispatch, tab) = (store.dispatcher(), *tab);
                let phone = store.view.pane != Pane::Text;
                let onclick = Callback::from(move |_: MouseEvent| {
                    dispatch.dispatch(Action::Tab(tab));
                    if phone {
                        dispatch.dispatch(Action::Pane(pane(tab)));
                    }
                });
                let label = if tab == Tab::Changes && changes > 0 {
                    tv("tab-changes-n", &[("n", changes.into())])
                } else {
                    t(key)
                };
                html! {
                    <button role="tab" id={format!("tab-{name}")} aria-selected={on.to_string()}
                        aria-controls="tab-body" tabindex={if on { "0" } else { "-1" }} {onclick}>{label}</button>
                }
            })}
        </div>
    }
}
