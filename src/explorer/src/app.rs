//! The page as a whole: which screen is shown, and where its parts stand.

use crate::components::{
    Reading, StripBox, bar, dock, embed_frame, evidence, filters_panel, foot, live, notices,
    on_key, pane_name, sheets, start, summary_band,
};
use crate::effects::use_store_with_effects;
use crate::markup::html;
use crate::store::select::{self, Stage};
use crate::store::{Mode, Store};
use yew::prelude::*;

/// The page: makes the store and hands it down.
#[component(App)]
pub(crate) fn app() -> Html {
    let store = use_store_with_effects();
    let screen = match store.mode {
        Mode::Embed(_) => embed_frame(&store),
        _ => page(&store),
    };
    yew::html! { <ContextProvider<Store> context={store.clone()}>{screen}</ContextProvider<Store>> }
}

fn page(store: &Store) -> Html {
    let status = select::status(store);
    let first = store.view.editing || matches!(status.stage, Stage::Empty | Stage::TooShort);
    let onkeydown = {
        let store = store.clone();
        Callback::from(move |event: KeyboardEvent| on_key(&store, &event))
    };
    html! {
        <div class="app">
            if !first {
                <a class="skip" href="#summary">{t("skip-summary")}</a>
                <a class="skip" href="#reading">{t("skip-reading")}</a>
                <a class="skip" href="#evidence">{t("skip-evidence")}</a>
            }
            {bar(store)}
            if status.busy {
                <div class="busy" role="progressbar" aria-label={t("busy")}>
                    <svg viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true"><rect width="30" height="2" /></svg>
                </div>
            }
            {notices(store)}
            if first {
                {start(store)}
            } else {
                <main {onkeydown}>
                    {summary_band(store)}
                    <div class="page" data-pane={pane_name(store.view.pane)}>
                        <StripBox />
                        <Reading />
                        {evidence(store)}
                        {filters_panel(store)}
                    </div>
                </main>
                {dock(store, "dock")}
            }
            {foot(store)}
            {sheets(store)}
            {live(store)}
        </div>
    }
}
