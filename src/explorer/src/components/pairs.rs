//! The tab of pairs: the top pair with its two directions, the table, and the sentences of a choice.

use super::signs::sentences;
use super::words::{act, band, lean};
use crate::i18n::{t, tv};
use crate::markup::html;
use crate::store::select::{self, PairCard, PairCell, Pairs};
use crate::store::{Action, Item, Store};
use readout_contract::ids::{PairId, TopicId};
use readout_contract::report::QuadCounts;
use yew::prelude::*;

pub(crate) fn pairs_tab(store: &Store) -> Html {
    let pairs = select::pairs(store);
    let chosen = match store.selection.item {
        Some(Item::Pair(pair, way)) => Some((pair, way, None)),
        Some(Item::PairOver(pair, topic)) => Some((pair, None, Some(topic))),
        _ => None,
    };
    let Some(top) = &pairs.top else {
        return html! { <p class="panel-note">{t("no-pairs")}</p> };
    };
    html! {
        <>
            <p class="panel-note">{t("text-describes")}</p>
            {pair_card(store, top)}
            {table(store, &pairs)}
            {issues(store, &pairs)}
            if let Some((pair, way, topic)) = chosen {
                <section class="panel-part" id="pair-signs" tabindex="-1" aria-labelledby="pair-signs-title">
                    <h3 id="pair-signs-title">{title(&pairs, pair, way)}</h3>
                    {sentences(store, &select::pair_evidence(store, pair, way, topic))}
                </section>
            }
            if pairs.list.len() > 1 {
                <details class="unfold">
                    <summary>{tv("all-pairs", &[("n", (pairs.list.len() - 1).into())])}</summary>
                    {for pairs.list.iter().filter(|card| card.id != top.id).map(|card| pair_card(store, card))}
                </details>
            }
        </>
    }
}

/// "China → United States", or both with a dash.
fn title(pairs: &Pairs, id: PairId, way: Option<bool>) -> String {
    let card = pairs.list.iter().find(|card| card.id == id);
    let Some((one, other)) = card.map(|card| &card.names) else { return String::new() };
    match way {
        None => format!("{one} – {other}"),
        Some(true) => format!("{one} → {other}"),
        Some(false) => format!("{other} → {one}"),
    }
}

/// Lists the sentences of a choice.
fn list(store: &Store, item: Item) -> Callback<MouseEvent> {
    act(store, Action::ChooseItem { item, scroll: false })
}

fn choose(store: &Store, cell: &PairCell) -> Callback<MouseEvent> {
    list(store, Item::Pair(cell.pair.0, Some(cell.pair.1)))
}

/// Over what: a topic a row, a pair a column.
fn issues(store: &Store, pairs: &Pairs) -> Html {
    if pairs.issues.rows.is_empty() {
        return html! {};
    }
    let cell = |topic: TopicId, pair: PairId, (strain, easing): (u32, u32)| {
        if strain + easing == 0 {
            return html! { <td></td> };
        }
        let item = Item::PairOver(pair, topic);
        let here = store.selection.item == Some(item);
        html! {
            <td class={classes!(here.then_some("in-hand"))}>
                <button onclick={list(store, item)}>
                    <span class="strain">{"▲ "}{strain}<span class="unseen">{" "}{t("sign-strain")}</span></span>
                    <span class="ease">{"▼ "}{easing}<span class="unseen">{" "}{t("sign-easing")}</span></span>
                </button>
            </td>
        }
    };
    html! {
        <section class="panel-part">
            <h3>{t("over-what")}</h3>
            <div class="scroll" tabindex="0" role="region" aria-label={t("over-what")}>
                <table class="pairs over">
                    <thead><tr>
                        <td></td>
                        {for pairs.issues.columns.iter().map(|(_, one, other)| html! {
                            <th scope="col">{one}{" – "}{other}</th>
                        })}
                    </tr></thead>
                    <tbody>
                        {for pairs.issues.rows.iter().map(|row| html! {
                            <tr>
                                <th scope="row">{&row.label}</th>
                                {for row.signs.iter().zip(&pairs.issues.columns).map(|(counts, (pair, ..))| cell(row.topic, *pair, *counts))}
                            </tr>
                        })}
                    </tbody>
                </table>
            </div>
        </section>
    }
}

/// "3 words of conflict, 1 act of cooperation".
fn counts(counts: QuadCounts) -> String {
    let parts: Vec<String> = [
        ("count-verbal-conflict", counts.verbal_conflict),
        ("count-material-conflict", counts.material_conflict),
        ("count-verbal-cooperation", counts.verbal_cooperation),
        ("count-material-cooperation", counts.material_cooperation),
        ("count-statements", counts.statements),
    ]
    .iter()
    .filter(|(_, n)| *n > 0)
    .map(|(key, n)| tv(key, &[("n", (*n).into())]))
    .collect();
    if parts.is_empty() { t("count-none") } else { parts.join(", ") }
}

fn pair_card(store: &Store, card: &PairCard) -> Html {
    let (one, other) = &card.names;
    let word = card.band.map(|word| {
        let word = band(word);
        if card.mixed { tv("gauge-mixed", &[("band", word.into())]) } else { word }
    });
    let figures = card.value.zip(card.range).map(|(value, (low, high))| {
        tv("gauge-figures", &[("value", value.into()), ("low", low.into()), ("high", high.into())])
    });
    let way = |from: &str, to: &str, cell: &PairCell| {
        let (mark, class, word) = lean(cell.lean);
        html! {
            <button class={classes!("way", cell.chosen.then_some("in-hand"))} onclick={choose(store, cell)}>
                <span>{from}{" → "}{to}</span>
                <span class={classes!("lean", class)}>{mark}<span class="unseen">{word}</span></span>
                <small>{counts(cell.counts)}</small>
            </button>
        }
    };
    html! {
        <div class="pair-card" key={card.id.0}>
            <h3>{one}{" – "}{other}</h3>
            <p class="panel-note">
                {[word, figures, Some(tv("signs-n", &[("n", card.signals.into())]))].into_iter().flatten().collect::<Vec<_>>().join(" · ")}
            </p>
            {way(one, other, &card.forward)}
            {way(other, one, &card.backward)}
        </div>
    }
}

fn table(store: &Store, pairs: &Pairs) -> Html {
    if pairs.actors.len() < 3 {
        return html! {};
    }
    html! {
        <section class="panel-part">
            <h3>{t("pair-table")}</h3>
            <div class="scroll" tabindex="0" role="region" aria-label={t("pair-table")}>
                <table class="pairs">
                    <caption class="unseen">{t("pair-table-caption")}</caption>
                    <thead><tr>
                        <td></td>
                        {for pairs.actors.iter().map(|(_, name)| html! {
                            <th scope="col"><span>{name}</span></th>
                        })}
                    </tr></thead>
                    <tbody>
                        {for pairs.actors.iter().zip(&pairs.cells).enumerate().map(|(row, ((_, name), cells))| html! {
                            <tr>
                                <th scope="row">{name}</th>
                                {for cells.iter().enumerate().map(|(column, cell)| table_cell(store, row == column, cell.as_ref()))}
                            </tr>
                        })}
                    </tbody>
                </table>
            </div>
            if pairs.more > 0 {
                <button class="word" aria-expanded={store.view.all_pairs.to_string()}
                    onclick={act(store, Action::AllPairs(!store.view.all_pairs))}>
                    {if store.view.all_pairs { t("show-fewer") } else { tv("show-more", &[("n", pairs.more.into())]) }}
                </button>
            }
        </section>
    }
}

fn table_cell(store: &Store, own: bool, cell: Option<&PairCell>) -> Html {
    let Some(cell) = cell else {
        return html! { <td class={classes!(own.then_some("self"))}></td> };
    };
    let numbers = [
        ("ease", cell.counts.verbal_cooperation),
        ("ease", cell.counts.material_cooperation),
        ("strain", cell.counts.verbal_conflict),
        ("strain", cell.counts.material_conflict),
    ];
    let (mark, class, word) = lean(cell.lean);
    html! {
        <td class={classes!(cell.chosen.then_some("in-hand"))}>
            <button onclick={choose(store, cell)} title={counts(cell.counts)}
                aria-label={format!("{}, {word}", counts(cell.counts))}>
                {for numbers.iter().map(|(class, n)| html! {
                    <span class={if *n == 0 { "zero" } else { *class }}>{*n}</span>
                })}
                <span class={classes!("lean", class)}>{mark}</span>
            </button>
        </td>
    }
}
