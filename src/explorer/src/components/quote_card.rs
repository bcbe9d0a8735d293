//! One quote: the words, its form, the verb, how the speaker was found, and what can be done with it.

use super::words::{form, found, hue, sentence, verb_note};
use crate::effects::{address, clipboard};
use crate::i18n::{t, tv};
use crate::store::select::{self, LinkKind, QuoteCard};
use crate::store::{Action, Item, Store, use_store};
use readout_contract::change::SpeakerChoice;
use readout_contract::report::{AttributionKind, VerbClass};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) quote: QuoteCard,
    /// With its actions, in hand or not.
    #[prop_or_default]
    pub(crate) open: bool,
}

#[component(QuoteView)]
pub(crate) fn quote_view(props: &Props) -> Html {
    let store = use_store();
    let quote = &props.quote;
    let choose = {
        let (dispatch, id) = (store.dispatcher(), quote.id);
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::ChooseItem { item: Item::Quote(id), scroll: true });
        })
    };
    let class = classes!(
        "quote",
        hue(quote.speaker.2),
        quote.chosen.then_some("in-hand"),
        is_guess(quote).then_some("guess")
    );
    let (mark, word) = form(quote.form);
    let open = props.open || quote.chosen;
    html! {
        <div {class} onclick={choose.clone()}>
            <blockquote>{words(quote)}</blockquote>
            <div class="meta">
                <b>{mark}{" "}{word}</b>
                {verb(quote)}
                <span>{found(quote)}</span>
                if let Some(target) = &quote.target {
                    <span>{tv("to-target", &[("name", target.as_str().into())])}</span>
                }
                <button onclick={choose}>{sentence(quote.number)}</button>
                if open {
                    <span class="ease" title={t("matches-title")}>{t("matches")}</span>
                    <span>{tv("confidence", &[("n", quote.confidence.into())])}</span>
                }
                if quote.by_reader {
                    <span>{t("by-reader")}</span>
                }
            </div>
            if open {
                {actions(&store, quote)}
            }
        </div>
    }
}

/// Not said in so many words: a dashed edge.
fn is_guess(quote: &QuoteCard) -> bool {
    matches!(quote.form, AttributionKind::Likely | AttributionKind::Mentioned)
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
    let unclear = !quote.speaker.0.is_empty();
    html! {
        <div class="acts">
            {button("copy-citation", Box::new(move |store| clipboard::copy(store, select::citation(store, id))))}
            {button("link-to-this", Box::new(move |store| {
                address::copy_link(store, &LinkKind::Quote(id));
            }))}
            if store.editable() {
                {button("not-a-quote", Box::new(move |store| store.dispatch(Action::NotQuote(id))))}
                if unclear {
                    {button("speaker-is-unclear", Box::new(move |store| {
                        store.dispatch(Action::Speaker(id, SpeakerChoice::Unclear));
                    }))}
                }
            }
        </div>
    }
}
