//! The tab of quotes: grouped by speaker, with the verbs that the writer chose.

use super::avatar::avatar;
use super::quote_card::quote_view;
use super::quote_filters::quote_filters;
use super::speakers::{crowd, name, places};
use super::words::{act, form, forms, verb_note};
use crate::effects::dom;
use crate::i18n::{t, tv};
use crate::markup::html;
use crate::store::select::{self, SpeakerGroup};
use crate::store::{Action, SpeakerOrder, Store};
use readout_contract::report::{AttributionKind, VerbClass};
use yew::prelude::*;

const FORMS: [(&str, AttributionKind); 5] = [
    ("exact", AttributionKind::Exact),
    ("part", AttributionKind::PartExact),
    ("reported", AttributionKind::Reported),
    ("likely", AttributionKind::Likely),
    ("mentioned", AttributionKind::Mentioned),
];

pub(crate) fn quotes_tab(store: &Store) -> Html {
    let groups = select::speakers(store);
    let status = select::status(store);
    html! {
        <>
            if status.no_quotes {
                <p class="panel-note">{t("no-quotes")}</p>
            } else if !groups.is_empty() {
                {order(store)}
            }
            {for groups.iter().filter(|group| !group.quotes.is_empty()).map(|group| voice_group(store, group))}
            {mentioned_only(store, &groups)}
            {hidden(store, &groups)}
        </>
    }
}

fn voice_group(store: &Store, group: &SpeakerGroup) -> Html {
    let about: Vec<String> =
        [group.role.clone(), group.side.clone()].into_iter().flatten().collect();
    html! {
        <section class="voice-group" key={name(group)}>
            <header>
                {avatar(&group.initials, group.hue, true, crowd(group))}
                <div>
                    <h3>{name(group)}</h3>
                    if !about.is_empty() {
                        <small>{about.join(" · ")}</small>
                    }
                    <small class="forms">{forms(group.counts)}</small>
                    {verbs(group)}
                </div>
            </header>
            {places(group)}
            {for group.quotes.iter().map(|quote| quote_view(store, quote, false))}
            if !group.mentions.is_empty() {
                <details class="unfold" open={group.mentions.iter().any(|quote| quote.chosen)}>
                    <summary>{tv("mentions-n", &[("n", group.mentions.len().into())])}</summary>
                    {mentions(store, group)}
                </details>
            }
        </section>
    }
}

fn mentions(store: &Store, group: &SpeakerGroup) -> Html {
    group.mentions.iter().map(|quote| quote_view(store, quote, false)).collect()
}

/// The verbs that the writer chose, in order; those that claim more than "said" are marked.
fn verbs(group: &SpeakerGroup) -> Option<Html> {
    let verb = |(index, (words, class)): (usize, &(String, VerbClass))| {
        let note = verb_note(*class);
        html! {
            <>
                if index > 0 { {" · "} }
                <span class={note.is_some().then_some("doubt")} title={note.clone()}>{words}
                    if let Some(note) = &note { <span class="unseen">{format!(" ({note})")}</span> }
                </span>
            </>
        }
    };
    (!group.verbs.is_empty()).then(|| {
        html! {
            <small class="verbs"><span class="unseen">{t("verbs")}{" "}</span>
                {for group.verbs.iter().enumerate().map(verb)}
            </small>
        }
    })
}

/// Those of whom the text only says that they spoke: one fold for all.
fn mentioned_only(store: &Store, groups: &[SpeakerGroup]) -> Html {
    let groups: Vec<&SpeakerGroup> = groups
        .iter()
        .filter(|group| group.quotes.is_empty() && !group.mentions.is_empty())
        .collect();
    let quotes = || groups.iter().flat_map(|group| &group.mentions);
    let n = quotes().count();
    if n == 0 {
        return html! {};
    }
    html! {
        <details class="unfold mentioned" open={quotes().any(|quote| quote.chosen)}>
            <summary>{tv("mentioned-n", &[("n", n.into())])}</summary>
            {for groups.iter().map(|group| html! {
                <section key={name(group)}>
                    <h3>{name(group)}</h3>
                    {mentions(store, group)}
                </section>
            })}
        </details>
    }
}

/// Which form, and in which order.
fn order(store: &Store) -> Html {
    let dispatch = store.dispatcher();
    let onform = Callback::from(move |event: Event| {
        let chosen = dom::select_value(&event);
        let form = FORMS.iter().find(|(name, _)| *name == chosen).map(|(_, form)| *form);
        dispatch.dispatch(Action::Form(form));
    });
    let dispatch = store.dispatcher();
    let onorder = Callback::from(move |event: Event| {
        dispatch.dispatch(Action::SpeakerOrder(match dom::select_value(&event).as_str() {
            "text" => SpeakerOrder::Text,
            "name" => SpeakerOrder::Name,
            _ => SpeakerOrder::Quotes,
        }));
    });
    let ordered = store.view.speaker_order;
    let option = |value: &'static str, order: SpeakerOrder, key: &str| {
        html! { <option {value} selected={ordered == order}>{t(key)}</option> }
    };
    html! {
        <>
            <div class="order">
                <label>{t("show-forms")}{" "}
                    <select onchange={onform}>
                        <option value="all" selected={store.filters.form.is_none()}>{t("forms-all")}</option>
                        {for FORMS.iter().map(|(value, kind)| {
                            let (mark, word) = form(*kind);
                            html! { <option value={*value} selected={store.filters.form == Some(*kind)}>{mark}{" "}{word}</option> }
                        })}
                    </select>
                </label>
                <label>{t("order-by")}{" "}
                    <select onchange={onorder}>
                        {option("quotes", SpeakerOrder::Quotes, "order-quotes")}
                        {option("text", SpeakerOrder::Text, "order-text")}
                        {option("name", SpeakerOrder::Name, "order-name")}
                    </select>
                </label>
            </div>
            {quote_filters(store)}
        </>
    }
}

fn hidden(store: &Store, groups: &[SpeakerGroup]) -> Html {
    let hidden: u32 = groups.iter().map(|group| group.hidden).sum();
    if hidden == 0 {
        return html! {};
    }
    html! {
        <p class="panel-note">
            {tv("quotes-hidden", &[("n", hidden.into())])}{" "}
            <button class="word" onclick={act(store, Action::ClearFilters)}>{t("clear-filters")}</button>
        </p>
    }
}
