//! The summary band: one plain sentence, each part a button to its evidence, and the gauge.

use super::gauge::gauge_view;
use super::words::{act, band, with_parts};
use crate::i18n::tv;
use crate::markup::html;
use crate::store::select::{self, GaugeReading, Summary};
use crate::store::{Action, Item, Pane, Sheet, Store, Tab};
use readout_contract::report::AttributionKind;
use yew::prelude::*;

pub(crate) fn summary_band(store: &Store) -> Html {
    let summary = select::summary(store);
    html! {
        <section class="summary" id="summary" aria-label={t("region-summary")} data-region="summary" tabindex="-1">
            <div class="words">
                if let Some(summary) = &summary {
                    {summary_sentence(store, summary)}
                    {made(store, summary)}
                } else {
                    <p class="sentence quiet">{t("summary-wait")}</p>
                }
            </div>
            {gauge_view(&select::gauge(store), false)}
        </section>
    }
}

pub(crate) fn summary_sentence(store: &Store, summary: &Summary) -> Html {
    let message = message(summary);
    let part = |name: &str, words: String| {
        let actions = actions(name, summary);
        let dispatch = store.dispatcher();
        let onclick = Callback::from(move |_: MouseEvent| {
            for action in &actions {
                dispatch.dispatch(action.clone());
            }
        });
        html! { <button {onclick}>{words}</button> }
    };
    html! { <p class="sentence">{with_parts(&message, part)}</p> }
}

/// The sentence, its parts between tags.
fn message(summary: &Summary) -> String {
    let quotes = summary.quotes;
    let forms: Vec<String> = [
        ("summary-exact", quotes.exact),
        ("summary-part", quotes.part_exact),
        ("summary-reported", quotes.reported),
    ]
    .iter()
    .filter(|(_, n)| *n > 0)
    .map(|(key, n)| tv(key, &[("n", (*n).into())]))
    .collect();
    let counted = quotes.counted();
    let key = if counted + quotes.likely == 0 { "summary-none" } else { "summary-counts" };
    let mut parts = vec![tv(
        key,
        &[
            ("sentences", summary.sentences.into()),
            ("speakers", summary.speakers.into()),
            ("quotes", counted.into()),
            ("forms", forms.join(", ").into()),
            ("likely", quotes.likely.into()),
        ],
    )];
    if let Some((_, one, other)) = &summary.pair {
        let names = [("one", one.as_str().into()), ("other", other.as_str().into())];
        parts.push(tv("summary-pair", &names));
    }
    if let GaugeReading::Value { band: word, .. } = summary.gauge.reading {
        let key = match (&summary.pair, &summary.talks) {
            (Some(_), Some(_)) => "summary-their-talks",
            (Some(_), None) => "summary-their",
            (None, Some(_)) => "summary-all-talks",
            (None, None) => "summary-all",
        };
        parts.push(tv(key, &[("band", band(word).into())]));
    }
    parts.join(" ")
}

/// Where a part leads.
fn actions(name: &str, summary: &Summary) -> Vec<Action> {
    let quotes = vec![Action::Tab(Tab::Quotes), Action::Pane(Pane::Quotes)];
    match name {
        "speakers" => [quotes, vec![Action::ClearFilters]].concat(),
        "quotes" => [quotes, vec![Action::Form(None)]].concat(),
        "likely" => [quotes, vec![Action::Form(Some(AttributionKind::Likely))]].concat(),
        "pair" => summary
            .pair
            .iter()
            .map(|(pair, ..)| Action::ChooseItem { item: Item::Pair(*pair, None), scroll: false })
            .collect(),
        "band" => vec![Action::Tab(Tab::Tension), Action::Pane(Pane::Tension)],
        "talks" => summary.talks.iter().map(|key| Action::ToggleTopic(key.clone())).collect(),
        _ => Vec::new(),
    }
}

/// "Read by engine 0.1.0. 4 changes by you."
fn made(store: &Store, summary: &Summary) -> Html {
    let (all, sender) = summary.changes;
    let changes = |key: &str, n: u32| {
        let onclick = act::<MouseEvent>(store, Action::Tab(Tab::Changes));
        html! { <>{" "}<button {onclick}>{tv(key, &[("n", n.into())])}</button></> }
    };
    html! {
        <p class="made">
            {tv("made-by", &[("engine", summary.engine.as_str().into())])}{" "}
            <button onclick={act(store, Action::Sheet(Some(Sheet::Why)))}>{t("why")}</button>
            if all > sender {
                {changes("changes-yours", all - sender)}
            }
            if sender > 0 {
                {changes("changes-sender", sender)}
            }
        </p>
    }
}
