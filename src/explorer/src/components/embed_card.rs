//! The small embeds: a card with gauge, three chips and one quote; or one quote.

use super::chip::chip_view;
use super::gauge::gauge_view;
use super::quote_card::words;
use super::words::{form, hue, sentence};
use crate::i18n::t;
use crate::markup::html;
use crate::store::select::{self, QuoteCard};
use crate::store::{Item, Store};
use yew::prelude::*;

/// The quote in hand; else the first of the speaker with most.
fn quote(store: &Store) -> Option<QuoteCard> {
    if let Some(Item::Quote(id)) = store.selection.item {
        return select::quote_card(store, id);
    }
    select::speakers(store).into_iter().find_map(|group| group.quotes.into_iter().next())
}

fn headline(store: &Store) -> String {
    store.doc.title.clone().unwrap_or_else(|| t("untitled"))
}

fn says(quote: &QuoteCard) -> Html {
    let (mark, word) = form(quote.form);
    let name =
        if quote.speaker.0.is_empty() { t("speaker-unclear") } else { quote.speaker.0.clone() };
    html! { <p class="says"><b>{name}</b>{format!(" · {mark} {word} · {}", sentence(quote.number))}</p> }
}

pub(crate) fn embed_card(store: &Store) -> Html {
    let groups = select::topic_groups(store);
    html! {
        <main class="embed-card">
            <h1>{headline(store)}</h1>
            {gauge_view(&select::gauge(store), false)}
            <div class="chips">
                {for groups.iter().flat_map(|group| &group.chips).take(3).map(|chip| chip_view(store, chip))}
            </div>
            if let Some(quote) = quote(store) {
                <div class={classes!("quote", hue(quote.speaker.2))}>
                    <blockquote>{words(&quote)}</blockquote>
                    {says(&quote)}
                </div>
            }
        </main>
    }
}

pub(crate) fn embed_quote(store: &Store) -> Html {
    let Some(quote) = quote(store) else {
        return html! { <main><h1 class="unseen">{headline(store)}</h1><p>{t("no-quotes")}</p></main> };
    };
    html! {
        <main class={classes!("embed-quote", hue(quote.speaker.2))}>
            <h1 class="unseen">{headline(store)}</h1>
            <blockquote>{words(&quote)}</blockquote>
            {says(&quote)}
            <p class="says">{headline(store)}</p>
        </main>
    }
}
