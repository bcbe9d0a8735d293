//! Why this reading: the strongest signs, what was lowered, what would change it, and the limits.

use super::gauge::gauge_view;
use super::sheet::Sheet;
use super::signs::signs;
use crate::i18n::{t, tv};
use crate::markup::html;
use crate::store::Store;
use crate::store::select::{self, EvidenceLine};
use yew::prelude::*;

pub(crate) fn why_sheet(store: &Store) -> Html {
    let part = |key: &str, lines: &[EvidenceLine]| {
        if lines.is_empty() {
            return html! {};
        }
        html! { <section><h3>{t(key)}</h3>{signs(store, lines, false)}</section> }
    };
    html! {
        <Sheet title={t("why-reading")}>
            if let Some(why) = select::why(store) {
                {gauge_view(&why.gauge, true)}
                {part("why-strain", &why.strain)}
                {part("why-easing", &why.easing)}
                {part("why-lowered", &why.lowered)}
                {part("why-change", &why.would_change)}
                <section>
                    <h3>{t("why-made")}</h3>
                    <p>{tv("why-made-words", &[("engine", why.engine.as_str().into())])}</p>
                    <p>{t("why-lists")}</p>
                </section>
            } else {
                <p class="lead">{t("why-nothing")}</p>
            }
            <p class="quiet">{t("why-limits")}</p>
        </Sheet>
    }
}
