//! Correcting a quote: who says it, where it begins and ends, or that it is none.
//!
//! Every step is one press of a button, so that keys do all of it.

use super::words::{act, moved};
use crate::effects::dom;
use crate::i18n::t;
use crate::markup::html;
use crate::store::select::{self, QuoteCard};
use crate::store::{Action, Edge, Store, use_store};
use readout_contract::change::SpeakerChoice;
use yew::prelude::*;

/// The list of speakers; one quote at a time is corrected.
const SPEAKERS: &str = "correct-speaker";
/// In the list of speakers: it cannot be told.
const UNCLEAR: &str = "?";
/// In the list of speakers: somebody whom the text does not name.
const OTHER: &str = "+";

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) quote: QuoteCard,
}

#[component(Correct)]
pub(crate) fn correct(props: &Props) -> Html {
    let store = use_store();
    let typing = use_state(|| None::<String>);
    // A quote with another speaker moves to that speaker's group, and takes the focus along.
    use_effect_with((), |()| dom::focus_if_lost(SPEAKERS));
    let quote = &props.quote;
    let id = quote.id;
    // A press in here is not one on the card.
    let onclick = |event: MouseEvent| event.stop_propagation();
    html! {
        <div class="correct" role="group" aria-label={t("correct-label")} {onclick}>
            <label>{t("correct-speaker")}{" "}{speakers(&store, quote, &typing)}</label>
            if let Some(typed) = &*typing {
                {other(&store, quote, typed, &typing)}
            }
            {edge(&store, quote, Edge::Start)}
            {edge(&store, quote, Edge::End)}
            <p class="quiet" role="status">{moved(&store)}</p>
            <div class="acts">
                <button class="word" onclick={act(&store, Action::NotQuote(id))}>{t("not-a-quote")}</button>
            </div>
        </div>
    }
}

fn speakers(store: &Store, quote: &QuoteCard, typing: &UseStateHandle<Option<String>>) -> Html {
    let now = &quote.speaker.0;
    let (dispatch, id, typing) = (store.dispatcher(), quote.id, typing.clone());
    let other = typing.is_some();
    let onchange = Callback::from(move |event: Event| {
        let chosen = dom::select_value(&event);
        typing.set((chosen == OTHER).then(String::new));
        match chosen.as_str() {
            OTHER => {}
            UNCLEAR => dispatch.dispatch(Action::Speaker(id, SpeakerChoice::Unclear)),
            _ => dispatch.dispatch(Action::Speaker(id, SpeakerChoice::Actor(chosen))),
        }
    });
    html! {
        <select id={SPEAKERS} {onchange}>
            {for select::speaker_names(store).into_iter().map(|name| html! {
                <option value={name.clone()} selected={!other && name == *now}>{name}</option>
            })}
            <option value={UNCLEAR} selected={!other && now.is_empty()}>{t("speaker-unclear")}</option>
            <option value={OTHER} selected={other}>{t("speaker-other")}</option>
        </select>
    }
}

fn other(
    store: &Store,
    quote: &QuoteCard,
    typed: &str,
    typing: &UseStateHandle<Option<String>>,
) -> Html {
    let oninput = {
        let typing = typing.clone();
        Callback::from(move |event: InputEvent| typing.set(Some(dom::value(&event))))
    };
    let (dispatch, id, name) = (store.dispatcher(), quote.id, typed.trim().to_owned());
    let typing = typing.clone();
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        if !name.is_empty() {
            dispatch.dispatch(Action::Speaker(id, SpeakerChoice::Typed(name.clone())));
            typing.set(None);
        }
    });
    html! {
        <form {onsubmit}>
            <input class="field" aria-label={t("speaker-name")} value={typed.to_owned()} {oninput} maxlength="80" autocomplete="off" />
            <button class="button" disabled={typed.trim().is_empty()}>{t("set")}</button>
        </form>
    }
}

fn edge(store: &Store, quote: &QuoteCard, edge: Edge) -> Html {
    let (name, (earlier, later)) = match edge {
        Edge::Start => ("edge-start", quote.edges.start),
        Edge::End => ("edge-end", quote.edges.end),
    };
    // Not `disabled`: the focus is to stay on a button that has come to its end.
    let button = |key: &str, sign: &str, forward: bool, can: bool| {
        let onclick = if can {
            act(store, Action::MoveEdge(quote.id, edge, forward))
        } else {
            Callback::noop()
        };
        html! {
            <button class="button" aria-disabled={(!can).to_string()} {onclick}>
                <span class="unseen">{t(name)}{" "}</span>
                if !forward { <span aria-hidden="true">{sign}{" "}</span> }
                {t(key)}
                if forward { <span aria-hidden="true">{" "}{sign}</span> }
            </button>
        }
    };
    html! {
        <p class="edge">
            <span aria-hidden="true">{t(name)}</span>
            {button("edge-earlier", "←", false, earlier)}
            {button("edge-later", "→", true, later)}
        </p>
    }
}
