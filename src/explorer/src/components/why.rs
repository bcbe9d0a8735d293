//! Why this reading: the strongest signs, what was lowered, what would change it, and the limits.

use super::gauge::GaugeView;
use super::sheet::Sheet;
use super::signs::Signs;
use crate::i18n::{t, tv};
use crate::store::select::{self, EvidenceLine};
use crate::store::use_store;
use yew::prelude::*;

#[component(WhySheet)]
pub(crate) fn why_sheet() -> Html {
    let store = use_store();
    let part = |key: &str, lines: &[EvidenceLine]| {
        if lines.is_empty() {
            return html! {};
        }
        html! { <section><h3>{t(key)}</h3><Signs lines={lines.to_vec()} editing=false /></section> }
    };
    html! {
        <Sheet title={t("why-reading")}>
            if let Some(why) = select::why(&store) {
                <GaugeView gauge={why.gauge.clone()} full=true />
                {part("why-strain", &why.strain)}
                {part("why-easing", &why.easing)}
                {part("why-lowered", &why.lowered)}
                {part("why-change", &why.would_change)}
                <section>
                    <h3>{t("why-made")}</h3>
                    <p>{tv("why-made-words", &[("engine", why.engine.as_str().into())])}</p>
                </section>
            } else {
                <p class="lead">{t("why-nothing")}</p>
            }
            <p class="quiet">{t("why-limits")}</p>
        </Sheet>
    }
}
