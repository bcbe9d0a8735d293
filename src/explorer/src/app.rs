//! The page as a whole: which screen is shown, and where its parts stand.

use crate::components::{
    Bar, Dock, EmbedFrame, Evidence, FiltersPanel, Foot, Live, Notices, Reading, Sheets, Start,
    StripBox, SummaryBand, on_key, pane_name,
};
use crate::effects::use_store_with_effects;
use crate::i18n::t;
use crate::store::select::{self, Stage};
use crate::store::{Mode, Store};
use yew::prelude::*;

/// The page: makes the store and hands it down.
#[component(App)]
pub(crate) fn app() -> Html {
    let store = use_store_with_effects();
    let screen = match store.mode {
        Mode::Embed(_) => html! { <EmbedFrame /> },
        _ => page(&store),
    };
    html! { <ContextProvider<Store> context={store.clone()}>{screen}</ContextProvider<Store>> }
}

fn page(store: &Store) -> Html {
    let status = select::status(store);
    let start = store.view.editing || matches!(status.stage, Stage::Empty | Stage::TooShort);
    let onkeydown = {
        let store = store.clone();
        Callback::from(move |event: KeyboardEvent| on_key(&store, &event))
    };
    html! {
        <div class="app">
            if !start {
                <a class="skip" href="#summary">{t("skip-summary")}</a>
                <a class="skip" href="#reading">{t("skip-reading")}</a>
                <a class="skip" href="#evidence">{t("skip-evidence")}</a>
            }
            <Bar />
            if status.busy {
                <div class="busy" role="progressbar" aria-label={t("busy")}>
                    <svg viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true"><rect width="30" height="2" /></svg>
                </div>
            }
            <Notices />
            if start {
                <Start />
            } else {
                <main {onkeydown}>
                    <SummaryBand />
                    <div class="page" data-pane={pane_name(store.view.pane)}>
                        <StripBox />
                        <Reading />
                        <Evidence />
                        <FiltersPanel />
                    </div>
                </main>
                <Dock />
            }
            <Foot />
            <Sheets />
            <Live />
        </div>
    }
}
