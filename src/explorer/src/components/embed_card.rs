//! The small embeds: a card with gauge, three chips and one quote; or one quote.

use super::chip::ChipView;
use super::gauge::GaugeView;
use super::quote_card::words;
use super::words::{form, hue, sentence};
use crate::i18n::t;
use crate::store::select::{self, QuoteCard};
use crate::store::{Item, Store, use_store};
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

#[component(EmbedCard)]
pub(crate) fn embed_card() -> Html {
    let store = use_store();
    let groups = select::topic_groups(&store);
    html! {
        <main class="embed-card">
            <h1>{headline(&store)}</h1>
            <GaugeView gauge={select::gauge(&store)} />
            <div class="chips">
                {for groups.iter().flat_map(|group| &group.chips).take(3).map(|chip| html! { <ChipView chip={chip.clone()} /> })}
            </div>
            if let Some(quote) = quote(&store) {
                <div class={classes!("quote", hue(quote.speaker.2))}>
                    <blockquote>{words(&quote)}</blockquote>
                    {says(&quote)}
                </div>
            }
        </main>
    }
}

#[component(EmbedQuote)]
pub(crate) fn embed_quote() -> Html {
    let store = use_store();
    let Some(quote) = quote(&store) else {
        return html! { <main><h1 class="unseen">{headline(&store)}</h1><p>{t("no-quotes")}</p></main> };
    };
    html! {
        <main class={classes!("embed-quote", hue(quote.speaker.2))}>
            <h1 class="unseen">{headline(&store)}</h1>
            <blockquote>{words(&quote)}</blockquote>
            {says(&quote)}
            <p class="says">{headline(&store)}</p>
        </main>
    }
}
