//! The privacy check: the promise, what was requested, and a try that the browser must refuse.

use super::sheet::Sheet;
use crate::effects::privacy;
use crate::i18n::{t, tv};
use crate::markup::html;
use crate::store::Store;
use yew::prelude::*;

pub(crate) fn privacy_sheet(store: &Store) -> Html {
    let requests = &store.privacy.requests;
    let outcome = store
        .privacy
        .outside_refused
        .map(|refused| t(if refused { "outside-refused" } else { "outside-went-out" }));
    let onclick = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| privacy::try_outside(&store))
    };
    html! {
        <Sheet title={t("privacy-head")}>
            <p class="lead">{t("promise-long")}</p>
            <section>
                <h3>{tv("privacy-requests", &[("n", requests.len().into())])}</h3>
                <p class="quiet">{t("privacy-requests-words")}</p>
                if !requests.is_empty() {
                    <ul>{for requests.iter().map(|name| html! { <li><code>{name}</code></li> })}</ul>
                }
            </section>
            <section>
                <h3>{t("privacy-outside")}</h3>
                <p class="quiet">{t("privacy-outside-words")}</p>
                <div class="acts">
                    <button class="button" {onclick}>{t("privacy-try")}</button>
                    <p role="status">{outcome}</p>
                </div>
            </section>
            <section>
                <h3>{t("privacy-offline")}</h3>
                <p class="quiet">{t("privacy-offline-words")}</p>
            </section>
            <section>
                <h3>{t("privacy-kept")}</h3>
                <p class="quiet">{t("privacy-kept-words")}</p>
            </section>
        </Sheet>
    }
}
