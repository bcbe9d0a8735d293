//! The tab of tension: gauge, whose words, the evidence with "leave out", and why.

use super::gauge::gauge_view;
use super::signs::signs;
use super::strip_table::strip_table;
use super::voices::{voices, words_and_deeds};
use super::words::act;
use crate::effects::dom;
use crate::i18n::tv;
use crate::markup::html;
use crate::store::select::{self, Gauge, GaugeReading};
use crate::store::{Action, EvidenceOrder, Sheet, SignFilter, Store};
use yew::prelude::*;

pub(crate) fn tension_tab(store: &Store) -> Html {
    let gauge = select::gauge(store);
    let (lines, others): (Vec<_>, Vec<_>) =
        select::evidence(store).into_iter().partition(|line| line.in_reading);
    html! {
        <>
            <p class="panel-note">{t("text-describes")}</p>
            {gauge_view(&gauge, true)}
            {moved(&gauge)}
            <p class="acts">
                <button class="word" onclick={act(store, Action::Sheet(Some(Sheet::Why)))}>{t("why-reading")}</button>
                if !store.view.strip_table {
                    <button class="word" onclick={act(store, Action::StripTable(true))}>{t("by-sentence")}</button>
                }
            </p>
            if store.view.strip_table {
                {strip_table(store)}
            }
            {words_and_deeds(store, &gauge)}
            {voices(store)}
            <section class="panel-part">
                <h3>{tv("evidence-n", &[("n", lines.len().into())])}</h3>
                if store.view.signs != SignFilter::All {
                    <p class="panel-note">
                        {t("signs-filtered")}{" "}
                        <button class="word" onclick={act(store, Action::Signs(SignFilter::All))}>{t("signs-all")}</button>
                    </p>
                }
                if lines.is_empty() {
                    <p class="panel-note">{t("no-signs")}</p>
                } else {
                    {order(store)}
                    {signs(store, &lines, true)}
                }
            </section>
            if !others.is_empty() {
                <section class="panel-part">
                    <h3>{tv("other-signs-n", &[("n", others.len().into())])}</h3>
                    <p class="panel-note">{t("other-signs")}</p>
                    {signs(store, &others, true)}
                </section>
            }
        </>
    }
}

/// "46 → 43", after a change.
fn moved(gauge: &Gauge) -> Option<Html> {
    let GaugeReading::Value { value, .. } = gauge.reading else { return None };
    let was = gauge.was.filter(|was| *was != value)?;
    let words = tv("reading-moved", &[("old", was.into()), ("new", value.into())]);
    Some(html! { <p class="panel-note moved" role="status"><b>{words}</b></p> })
}

fn order(store: &Store) -> Html {
    let dispatch = store.dispatcher();
    let onchange = Callback::from(move |event: Event| {
        let order = if dom::select_value(&event) == "text" {
            EvidenceOrder::Text
        } else {
            EvidenceOrder::Weight
        };
        dispatch.dispatch(Action::EvidenceOrder(order));
    });
    let now = store.view.evidence_order;
    html! {
        <div class="order">
            <label>{t("order-by")}{" "}
                <select {onchange}>
                    <option value="weight" selected={now == EvidenceOrder::Weight}>{t("order-weight")}</option>
                    <option value="text" selected={now == EvidenceOrder::Text}>{t("order-text")}</option>
                </select>
            </label>
        </div>
    }
}
