//! The keys of the reading and the lists, and the sheet that shows them.

use super::sheet::Sheet;
use crate::effects::{address, dom};
use crate::i18n::t;
use crate::markup::html;
use crate::store::select::{self, ChipState, LinkKind};
use crate::store::{Action, Item, Layers, Pane, Sheet as Name, Store, Tab};
use yew::prelude::*;

/// What the sheet lists, in its order.
const KEYS: [(&str, &str); 16] = [
    ("j  k", "key-sentence"),
    ("n  p", "key-quote"),
    ("Enter", "key-enter"),
    ("Esc", "key-escape"),
    ("1–9", "key-chip"),
    ("0", "key-clear"),
    ("c", "key-copy"),
    ("l", "key-link"),
    ("e", "key-correct"),
    ("h", "key-plain"),
    ("g", "key-gauge"),
    ("w", "key-why"),
    ("s", "key-share"),
    ("F6", "key-region"),
    ("Ctrl Z", "key-undo"),
    ("?", "key-keys"),
];

/// Answers a key pressed in the reading or the lists; never in a field.
pub(crate) fn on_key(store: &Store, event: &KeyboardEvent) {
    let key = event.key();
    let command = event.ctrl_key() || event.meta_key();
    if key == "F6" {
        event.prevent_default();
        dom::region(if event.shift_key() { -1 } else { 1 });
        return;
    }
    if dom::in_field(event) || event.alt_key() {
        return;
    }
    if command {
        if key.eq_ignore_ascii_case("z") && store.editable() {
            event.prevent_default();
            store.dispatch(if event.shift_key() { Action::Redo } else { Action::Undo });
        }
        return;
    }
    let quote = match store.selection.item {
        Some(Item::Quote(id)) => Some(id),
        _ => None,
    };
    let action = match key.as_str() {
        "j" => Action::StepSentence(1),
        "k" => Action::StepSentence(-1),
        "n" => Action::StepQuote(1),
        "p" => Action::StepQuote(-1),
        "Escape" if store.selection.card || store.selection.topic.is_some() => Action::CloseCard,
        "Escape" => Action::Back,
        "0" => Action::ClearFilters,
        "h" if store.view.layers == Layers::Plain => Action::Layers(Layers::Usual),
        "h" => Action::Layers(Layers::Plain),
        "s" => Action::Sheet(Some(Name::Share)),
        "w" => Action::Sheet(Some(Name::Why)),
        "?" => Action::Sheet(Some(Name::Keys)),
        "g" => {
            store.dispatch(Action::Pane(Pane::Tension));
            dom::focus("summary");
            Action::Tab(Tab::Tension)
        }
        "c" => {
            if let Some(id) = quote {
                address::copy_citation(store, id);
            }
            return;
        }
        "e" => match quote.filter(|_| store.editable()) {
            Some(id) => Action::Correct(id, !store.selection.correcting),
            None => return,
        },
        "l" => {
            let kind =
                quote.map(LinkKind::Quote).or(store.selection.sentence.map(LinkKind::Sentence));
            address::copy_link(store, &kind.unwrap_or(LinkKind::Text));
            return;
        }
        digit => match chip(store, digit) {
            Some(action) => action,
            None => return,
        },
    };
    event.prevent_default();
    store.dispatch(action);
}

/// The chip of a digit.
fn chip(store: &Store, key: &str) -> Option<Action> {
    let digit: u8 = key.parse().ok().filter(|digit| (1..=9).contains(digit))?;
    let groups = select::topic_groups(store);
    let chip =
        groups.iter().flat_map(|group| &group.chips).find(|chip| chip.digit == Some(digit))?;
    Some(match chip.state {
        ChipState::Without => Action::ToggleWithout(chip.key.clone()),
        _ => Action::ToggleTopic(chip.key.clone()),
    })
}

#[component(KeysSheet)]
pub(crate) fn keys_sheet() -> Html {
    html! {
        <Sheet title={t("keys")}>
            <p>{t("keys-lead")}</p>
            <dl class="keys">
                {for KEYS.iter().map(|(keys, what)| html! {
                    <>
                        <dt>{for keys.split("  ").map(|key| html! { <><kbd>{key}</kbd>{" "}</> })}</dt>
                        <dd>{t(what)}</dd>
                    </>
                })}
            </dl>
        </Sheet>
    }
}
