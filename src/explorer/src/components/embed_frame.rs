//! Inside another page: text and panel where there is room, tabs where there is less, or a card.

use super::chip::chip_view;
use super::dock::{dock, pane_name};
use super::embed_card::{embed_card, embed_quote};
use super::evidence::evidence;
use super::filters::filters_panel;
use super::gauge::gauge_view;
use super::live::live;
use super::notices::notices;
use super::reading::Reading;
use crate::effects::address;
use crate::markup::html;
use crate::store::select::{self, LinkKind};
use crate::store::{EmbedView, Mode, Store};
use yew::prelude::*;

/// Chips at the head of an embed.
const CHIPS: usize = 6;

pub(crate) fn embed_frame(store: &Store) -> Html {
    let view = match &store.mode {
        Mode::Embed(settings) => settings.view,
        _ => EmbedView::Reading,
    };
    html! {
        <div class="app embed">
            {notices(store)}
            {match view {
                EmbedView::Card => embed_card(store),
                EmbedView::Quote => embed_quote(store),
                _ => reading(store),
            }}
            {credit(store)}
            {live(store)}
        </div>
    }
}

fn reading(store: &Store) -> Html {
    let groups = select::topic_groups(store);
    let chips = groups.iter().flat_map(|group| &group.chips).take(CHIPS);
    html! {
        <main>
            <div class="topline">
                {gauge_view(&select::gauge(store), false)}
                <div class="chips">
                    {for chips.map(|chip| chip_view(store, chip))}
                </div>
            </div>
            {dock(store, "tabs views")}
            <div class="page" data-pane={pane_name(store.view.pane)}>
                <Reading />
                {evidence(store)}
                {filters_panel(store)}
            </div>
        </main>
    }
}

/// Where the whole reading is.
fn credit(store: &Store) -> Html {
    let link = address::link(store, &LinkKind::Text);
    html! {
        <footer class="credit">
            <span>{t("embed-credit")}</span>
            if let Some(link) = link {
                <a href={link} target="_blank" rel="noopener">{t("embed-open")}</a>
            }
        </footer>
    }
}
