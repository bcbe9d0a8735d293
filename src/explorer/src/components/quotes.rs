//! The tab of quotes: grouped by speaker, with the verbs that the writer chose.

use super::avatar::Avatar;
use super::quote_card::QuoteView;
use super::speakers::{crowd, name, places};
use super::words::{act, form};
use crate::effects::dom;
use crate::i18n::{t, tv};
use crate::store::select::{self, SpeakerGroup};
use crate::store::{Action, SpeakerOrder, Store, use_store};
use readout_contract::report::AttributionKind;
use yew::prelude::*;

const FORMS: [(&str, AttributionKind); 4] = [
    ("exact", AttributionKind::Exact),
    ("part", AttributionKind::PartExact),
    ("reported", AttributionKind::Reported),
    ("likely", AttributionKind::Likely),
];

#[component(QuotesTab)]
pub(crate) fn quotes_tab() -> Html {
    let store = use_store();
    let groups = select::speakers(&store);
    let status = select::status(&store);
    html! {
        <>
            if status.no_quotes {
                <p class="panel-note">{t("no-quotes")}</p>
            } else if !groups.is_empty() {
                {order(&store)}
            }
            {for groups.iter().filter(|group| !group.quotes.is_empty()).map(voice_group)}
            {hidden(&store, &groups)}
        </>
    }
}

fn voice_group(group: &SpeakerGroup) -> Html {
    let about: Vec<String> =
        [group.role.clone(), group.side.clone()].into_iter().flatten().collect();
    html! {
        <section class="voice-group" key={name(group)}>
            <header>
                <Avatar initials={group.initials.clone()} hue={group.hue} large=true crowd={crowd(group)} />
                <div>
                    <h3>{name(group)}</h3>
                    if !about.is_empty() {
                        <small>{about.join(" · ")}</small>
                    }
                    if !group.verbs.is_empty() {
                        <small class="verbs"><span class="unseen">{t("verbs")}{" "}</span>{group.verbs.join(" · ")}</small>
                    }
                </div>
            </header>
            {places(group)}
            {for group.quotes.iter().map(|quote| html! { <QuoteView key={quote.id.0} quote={quote.clone()} /> })}
        </section>
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
