//! The card of a sentence: its quotes, topics and signs. At the head of the panel; on a phone a
//! sheet from below.

use super::chip::chip_view;
use super::quote_card::quote_view;
use super::signs::signs;
use super::words::{act, sentence};
use crate::effects::{address, dom};
use crate::i18n::{t, tv};
use crate::markup::html;
use crate::store::select::{self, DateLine, LinkKind, SentenceCard};
use crate::store::{Action, Sheet, Store};
use yew::prelude::*;

pub(crate) fn card_view(store: &Store) -> Html {
    if let Some(card) = super::topic_card::topic_card(store) {
        return card;
    }
    let card = store
        .selection
        .sentence
        .filter(|_| store.selection.card)
        .and_then(|id| select::sentence_card(store, id));
    let Some(card) = card else { return html! {} };
    let link = {
        let store = store.clone();
        let id = card.id;
        Callback::from(move |_: MouseEvent| {
            address::copy_link(&store, &LinkKind::Sentence(id));
        })
    };
    html! {
        <section class="card" aria-labelledby="card-title">
            <header>
                <h2 id="card-title" tabindex="-1">{title(&card)}</h2>
                <button class="close" aria-label={t("close-card")} onclick={act(store, Action::CloseCard)}>{"✕"}</button>
            </header>
            if card.quotes.is_empty() {
                <p class="words">{&card.text}</p>
            }
            {for card.quotes.iter().map(|quote| html! {
                <>
                    <h3>{if quote.speaker.0.is_empty() { t("speaker-unclear") } else { quote.speaker.0.clone() }}</h3>
                    {quote_view(store, quote, true)}
                </>
            })}
            if !card.topics.is_empty() {
                <h3>{t("topics")}</h3>
                <div class="chips">
                    {for card.topics.iter().map(|chip| chip_view(store, chip))}
                </div>
            }
            if !card.signals.is_empty() {
                <h3>{t("signs")}</h3>
                {signs(store, &card.signals, true)}
            }
            if !card.dates.is_empty() {
                <h3>{t("dates")}</h3>
                {for card.dates.iter().map(|date| date_line(store, date))}
            }
            <div class="acts"><button class="word" onclick={link}>{t("link-to-sentence")}</button></div>
        </section>
    }
}

/// What a date means, or the way to say when the text was written.
fn date_line(store: &Store, date: &DateLine) -> Html {
    let words = || ("words", date.words.as_str().into());
    if let Some(value) = &date.value {
        let date = ("date", date_text(value).into());
        return html! { <p class="quiet">{tv("date-means", &[words(), date])}</p> };
    }
    let details = act::<MouseEvent>(store, Action::Sheet(Some(Sheet::Details)));
    html! { <p><button class="word" onclick={details}>{tv("date-unknown", &[words()])}</button></p> }
}

/// An ISO 8601 date in words; a week by its Monday.
fn date_text(value: &str) -> String {
    let number = |text: Option<&str>| text.and_then(|text| text.parse::<u32>().ok());
    let mut parts = value.split('-');
    let Some(year) = number(parts.next()) else { return value.to_owned() };
    let (second, day) = (parts.next(), number(parts.next()));
    let Some(second) = second else { return value.to_owned() };
    let month = |month: u32| tv("month", &[("n", month.into())]);
    let date = |key: &str, (year, of_year, day): (u32, u32, u32)| {
        let month = month(of_year).into();
        tv(
            key,
            &[("day", day.to_string().into()), ("month", month), ("year", year.to_string().into())],
        )
    };
    match (number(second.strip_prefix('W')), number(Some(second)), day) {
        (Some(week), ..) => date("date-week", dom::monday(year, week)),
        (None, Some(month), Some(day)) => date("date-day", (year, month, day)),
        (None, Some(month), None) => date("date-month", (year, month, 0)),
        _ => value.to_owned(),
    }
}

fn title(card: &SentenceCard) -> String {
    let place = sentence(card.number);
    match (&card.speaker, card.linked) {
        (Some(name), true) => {
            tv("linked-quote", &[("name", name.as_str().into()), ("where", place.into())])
        }
        (None, true) => tv("linked-sentence", &[("where", place.into())]),
        _ => place,
    }
}
