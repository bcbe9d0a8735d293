//! Inside another page: text and panel where there is room, tabs where there is less, or a card.

use super::chip::ChipView;
use super::dock::{Dock, pane_name};
use super::embed_card::{EmbedCard, EmbedQuote};
use super::evidence::Evidence;
use super::filters::FiltersPanel;
use super::gauge::GaugeView;
use super::live::Live;
use super::notices::Notices;
use super::reading::Reading;
use crate::effects::address;
use crate::i18n::t;
use crate::store::select::{self, LinkKind};
use crate::store::{EmbedView, Mode, Store, use_store};
use yew::prelude::*;

/// Chips at the head of an embed.
const CHIPS: usize = 6;

#[component(EmbedFrame)]
pub(crate) fn embed_frame() -> Html {
    let store = use_store();
    let view = match &store.mode {
        Mode::Embed(settings) => settings.view,
        _ => EmbedView::Reading,
    };
    html! {
        <div class="app embed">
            <Notices />
            {match view {
                EmbedView::Card => html! { <EmbedCard /> },
                EmbedView::Quote => html! { <EmbedQuote /> },
                _ => reading(&store),
            }}
            {credit(&store)}
            <Live />
        </div>
    }
}

fn reading(store: &Store) -> Html {
    let groups = select::topic_groups(store);
    let chips = groups.iter().flat_map(|group| &group.chips).take(CHIPS);
    html! {
        <main>
            <div class="topline">
                <GaugeView gauge={select::gauge(store)} />
                <div class="chips">
                    {for chips.map(|chip| html! { <ChipView key={chip.key.label.clone()} chip={chip.clone()} /> })}
                </div>
            </div>
            <Dock class="tabs views" />
            <div class="page" data-pane={pane_name(store.view.pane)}>
                <Reading />
                <Evidence />
                <FiltersPanel />
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
