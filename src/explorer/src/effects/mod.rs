//! The only code that touches the browser: it observes the state and dispatches actions.
//!
//! Modules with a `use_…` hook watch; the others are doors that components call.

pub mod address;
pub mod clipboard;
pub mod dom;
mod embed;
mod engine;
pub mod export;
pub mod files;
mod html;
pub mod privacy;
mod theme;

use crate::app::App;
use crate::store::{Action, Doc, Item, State, Store, TopicCard};
use gloo::utils::{document, window};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// The handle that effects keep: it dispatches, and knows no state.
pub(crate) type Dispatch = UseReducerDispatcher<State>;

thread_local! {
    /// What the reader typed into the static first screen before the page took its place, and
    /// whether the caret stood there.
    static TYPED: RefCell<(String, bool)> = RefCell::default();
}

/// Puts the page in the place of the static first screen.
pub(crate) fn start() {
    let Some(root) = document().get_element_by_id("app") else { return };
    let field = document().get_element_by_id("editor");
    let typed = field.clone().and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    let focused = field.is_some() && document().active_element() == field;
    let typed = typed.map(|field| field.value()).unwrap_or_default();
    TYPED.with_borrow_mut(|kept| *kept = (typed, focused));
    yew::Renderer::<App>::with_root(root).render();
}

/// The store, with everything that watches it.
#[hook]
pub(crate) fn use_store_with_effects() -> Store {
    let store = use_reducer(State::default);
    engine::use_engine(&store);
    address::use_address(&store);
    embed::use_embed(&store);
    files::use_gallery(&store);
    privacy::use_privacy(&store);
    theme::use_theme(&store);
    use_scroll(&store);
    use_topic_card(&store);
    use_effect_with(store.selection.item, |item| {
        if matches!(item, Some(Item::Pair(..) | Item::PairOver(..))) {
            dom::go_to("pair-signs");
        }
    });
    let dispatch = store.dispatcher();
    use_effect_with((), move |()| {
        let (typed, focused) = TYPED.take();
        if !typed.trim().is_empty() {
            dispatch.dispatch(taken_over(&typed));
        }
        if focused {
            dom::focus("editor");
        }
    });
    store
}

/// Words at least in a text that was pasted rather than begun to be typed.
const WHOLE: usize = 20;

/// What the first screen's field held: a whole text is shown at once, a few words go on being typed.
fn taken_over(typed: &str) -> Action {
    let text = Rc::from(typed);
    if typed.split_whitespace().nth(WHOLE - 1).is_some() {
        Action::Opened(Box::new(Doc { text, ..Doc::default() }))
    } else {
        Action::Typed(text)
    }
}

/// Scrolls the text to the sentence in hand when the state asks for it.
#[hook]
fn use_scroll(store: &Store) {
    let selection = &store.selection;
    let linked = selection.linked;
    let sentence = selection.sentence;
    use_effect_with(selection.scroll, move |scroll| {
        if *scroll == 0 {
            return;
        }
        if let Some(sentence) = sentence {
            dom::scroll_to(&format!("s{}", sentence.0));
        }
        if linked {
            dom::focus("card-title");
        }
    });
}

/// The card of a topic takes the focus, and gives it back to the chip's button.
#[hook]
fn use_topic_card(store: &Store) {
    let card = store.selection.topic.clone();
    let place = store.report().zip(card.as_ref()).and_then(|(report, card)| {
        let topics = &report.topics.topics;
        let TopicCard::Of(key) = card else { return None };
        topics.iter().position(|topic| topic.kind == key.kind && topic.label == key.label)
    });
    use_effect_with(card, move |card| {
        if card.is_some() {
            dom::focus("card-title");
        }
        move || {
            // Only if what had the focus went with the card.
            if dom::focus_is_lost() {
                dom::focus("filters");
                if let Some(place) = place {
                    dom::focus(&format!("topic-{place}"));
                }
            }
        }
    });
}

/// The height of what is on the page, for an embed.
fn page_height() -> u32 {
    let height = document().body().map_or(0.0, |body| body.get_bounding_client_rect().height());
    // Whole pixels of a page: far below the limit.
    #[expect(clippy::cast_sign_loss, reason = "a height is not negative")]
    let pixels = height.ceil() as u32;
    pixels
}

/// Whether this page stands in a frame of its own, without an origin.
fn opaque_origin() -> bool {
    window().origin() == "null"
}
