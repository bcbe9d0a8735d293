//! One quote: the words, its form, the verb, how the speaker was found, and what can be done with it.

use super::correct::Correct;
use super::words::{act, form, found, hue, sentence, sure, verb_note};
use crate::effects::{address, dom};
use crate::i18n::{t, tv};
use crate::markup::html;
use crate::store::select::{LinkKind, QuoteCard, Sure};
use crate::store::{Action, CitationStyle, Item, Pane, Store};
use readout_contract::report::{AttributionKind, SpeakerFound, VerbClass};
use yew::prelude::*;

/// `open`: with its actions, in hand or not.
pub(crate) fn quote_view(store: &Store, quote: &QuoteCard, open: bool) -> Html {
    let in_card = open;
    let choose = {
        let (dispatch, id) = (store.dispatcher(), quote.id);
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::ChooseItem { item: Item::Quote(id), scroll: true });
        })
    };
    // Where views hide each other, the text comes first.
    let jump = if store.view.pane == Pane::Text {
        choose.clone()
    } else {
        act(store, Action::Pane(Pane::Text))
    };
    let class = classes!(
        "quote",
        hue(quote.speaker.2),
        quote.chosen.then_some("in-hand"),
        is_guess(quote).then_some("guess")
    );
    let (mark, word) = form(quote.form);
    let open = open || quote.chosen;
    html! {
        <div key={quote.id.0} {class} onclick={choose.clone()}>
            <blockquote>{words(quote)}</blockquote>
            <div class="meta">
                <b>{mark}{" "}{word}</b>
                {verb(quote)}
                if quote.found != SpeakerFound::Reader {
                    <span>{found(quote)}</span>
                }
                if let Some(target) = &quote.target {
                    <span>{tv("to-target", &[("name", target.as_str().into())])}</span>
                }
                <button onclick={jump}>{sentence(quote.number)}</button>
                if open {
                    <span class="ease" title={t("matches-title")}>{t("matches")}</span>
                }
                {certainty(quote, open)}
            </div>
            if open {
                {actions(store, quote)}
            }
            // Once: in the card of the sentence where that is open, else in the list.
            if quote.chosen && store.selection.correcting && store.editable() && in_card == store.selection.card {
                <Correct quote={quote.clone()} />
            }
        </div>
    }
}

/// Not said in so many words, or more likely wrong than right: a dashed edge.
fn is_guess(quote: &QuoteCard) -> bool {
    matches!(quote.form, AttributionKind::Likely | AttributionKind::Mentioned)
        || quote.sure == Sure::Low
}

/// How sure, in a word where it is not plain; the figure with the details.
fn certainty(quote: &QuoteCard, open: bool) -> Html {
    if quote.by_reader {
        return html! { <span class="yours">{t("by-reader")}</span> };
    }
    let title = tv("sure-title", &[("n", quote.confidence.into())]);
    let word = sure(quote.sure);
    if open {
        let figure = [("word", word.into()), ("n", quote.confidence.into())];
        return html! { <span {title}>{tv("sure-figure", &figure)}</span> };
    }
    if quote.sure == Sure::High {
        return html! {};
    }
    html! { <span {title}>{word}</span> }
}

/// The words: exact ones heavier and in quotation marks, those of the text where it shows them.
pub(super) fn words(quote: &QuoteCard) -> Html {
    const OPEN: [char; 5] = ['“', '"', '‘', '«', '\''];
    const CLOSE: [char; 5] = ['”', '"', '’', '»', '\''];
    let piece = |index: usize| quote.pieces.get(index).map_or("", |(words, _)| words.as_str());
    let mark = |index: usize, (words, exact): &(String, bool)| {
        if !exact {
            return html! { {words} };
        }
        let opened = index > 0 && piece(index - 1).ends_with(OPEN);
        let closed = piece(index + 1).starts_with(CLOSE);
        html! {
            <>
                {(!opened).then_some("“")}<b>{words}</b>{(!closed).then_some("”")}
            </>
        }
    };
    quote.pieces.iter().enumerate().map(|(index, piece)| mark(index, piece)).collect()
}

fn verb(quote: &QuoteCard) -> Option<Html> {
    let verb = quote.verb.clone()?;
    let note = verb_note(quote.verb_class);
    let class = (quote.verb_class != VerbClass::Neutral).then_some("doubt");
    Some(html! {
        <span {class} title={note.clone()}>{verb}
            if let Some(note) = note {
                <span class="unseen">{format!(" ({note})")}</span>
            }
        </span>
    })
}

fn actions(store: &Store, quote: &QuoteCard) -> Html {
    let id = quote.id;
    let button = |key: &str, run: Box<dyn Fn(&Store)>| {
        let store = store.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            event.stop_propagation();
            run(&store);
        });
        html! { <button class="word" {onclick}>{t(key)}</button> }
    };
    let correcting = store.selection.correcting && quote.chosen;
    let correct = {
        let dispatch = store.dispatcher();
        Callback::from(move |event: MouseEvent| {
            event.stop_propagation();
            dispatch.dispatch(Action::Correct(id, !correcting));
        })
    };
    html! {
        <div class="acts">
            {button("copy-citation", Box::new(move |store| address::copy_citation(store, id)))}
            {styles(store)}
            {button("link-to-this", Box::new(move |store| {
                address::copy_link(store, &LinkKind::Quote(id));
            }))}
            if store.editable() {
                <button class="word" aria-expanded={correcting.to_string()} onclick={correct}>{t("correct")}</button>
            }
        </div>
    }
}

/// How it is cited.
fn styles(store: &Store) -> Html {
    const STYLES: [(CitationStyle, &str); 4] = [
        (CitationStyle::Plain, "style-plain"),
        (CitationStyle::Chicago, "style-chicago"),
        (CitationStyle::Apa, "style-apa"),
        (CitationStyle::Mla, "style-mla"),
    ];
    let dispatch = store.dispatcher();
    let onchange = Callback::from(move |event: Event| {
        let chosen = dom::select_value(&event);
        if let Some((style, _)) = STYLES.iter().find(|(_, name)| *name == chosen) {
            dispatch.dispatch(Action::Citation(*style));
        }
    });
    html! {
        <select class="quiet-list" aria-label={t("citation-style")} {onchange} onclick={|event: MouseEvent| event.stop_propagation()}>
            {for STYLES.iter().map(|(style, key)| html! {
                <option value={*key} selected={store.view.citation == *style}>{t(key)}</option>
            })}
        </select>
    }
}
