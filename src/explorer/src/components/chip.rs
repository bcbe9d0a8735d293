//! A topic chip: kind mark, name, sentences, lean. A press filters.

use super::words::{act, chip_lean, topic_kind};
use crate::i18n::{t, tv};
use crate::markup::html;
use crate::store::select::{Chip, ChipState};
use crate::store::{Action, Item, Store, TopicCard};
use yew::prelude::*;

pub(crate) fn chip_view(store: &Store, chip: &Chip) -> Html {
    let (class, kind) = topic_kind(chip.key.kind);
    let count = chip.matching.filter(|_| chip.state == ChipState::Off).map_or_else(
        || chip.total.to_string(),
        |n| tv("count-of", &[("n", n.into()), ("all", chip.total.into())]),
    );
    let lean = chip_lean(chip);
    let signs = signs(chip);
    let state = t(match chip.state {
        ChipState::Off => "chip-off",
        ChipState::On => "chip-on",
        ChipState::Without => "chip-without",
    });
    let label = tv(
        "chip-label",
        &[
            ("name", chip.key.label.as_str().into()),
            ("kind", kind.into()),
            ("count", count.as_str().into()),
            ("n", chip.total.into()),
            ("state", state.into()),
            ("signs", signs.clone().unwrap_or_default().into()),
        ],
    );
    let action = match chip.state {
        ChipState::Without => Action::ToggleWithout(chip.key.clone()),
        _ => Action::ToggleTopic(chip.key.clone()),
    };
    let more = {
        let (dispatch, key) = (store.dispatcher(), chip.key.clone());
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            dispatch.dispatch(Action::TopicCard(TopicCard::Of(key.clone())));
        })
    };
    html! {
        <button
            class={classes!(
                "chip",
                (chip.state == ChipState::Without).then_some("without"),
                (chip.matching == Some(0) && chip.state == ChipState::Off).then_some("none"),
            )}
            aria-pressed={(chip.state == ChipState::On).to_string()}
            aria-label={label} title={signs}
            onclick={act(store, action)} oncontextmenu={more}>
            {mark(class)}
            {&chip.key.label}
            <span class="count">{count}</span>
            if let Some((mark, class, _)) = lean {
                <span class={classes!("lean", class)}>{mark}</span>
            }
        </button>
    }
}

/// "Leans to strain: ▲ 2, ▼ 0", where its sentences hold a sign.
pub(super) fn signs(chip: &Chip) -> Option<String> {
    let (.., lean) = chip_lean(chip)?;
    let (strain, easing) = chip.signs;
    let values = [("lean", lean.into()), ("strain", strain.into()), ("easing", easing.into())];
    Some(tv("chip-signs", &values))
}

/// A chip with the button that opens its card, and its count of signs for focus and touch.
pub(super) fn chip_box(store: &Store, chip: &Chip) -> Html {
    let open = matches!(&store.selection.topic, Some(TopicCard::Of(key)) if *key == chip.key);
    let number = if let Item::Topic(id) = chip.item { id.0 } else { 0 };
    let card = Action::TopicCard(TopicCard::Of(chip.key.clone()));
    let label = tv("chip-more", &[("name", chip.key.label.as_str().into())]);
    html! {
        <span class="chip-box">
            {chip_view(store, chip)}
            <button class="chip-more" id={format!("topic-{number}")} aria-expanded={open.to_string()}
                aria-label={label} onclick={act(store, card)}>{"···"}</button>
            if let Some(signs) = signs(chip) {
                <span class="tip" aria-hidden="true">{signs}</span>
            }
        </span>
    }
}

/// The underline that the kind has in the text: solid, dashed, dotted, double.
fn mark(kind: &str) -> Html {
    let (dash, path) = match kind {
        "place" => (Some("4 2.5"), "M0 1H13"),
        "organization" => (Some("2 2"), "M0 1H13"),
        "event" => (None, "M0 -1H13M0 3H13"),
        _ => (None, "M0 1H13"),
    };
    html! {
        <svg class="kind" viewBox="0 0 13 2" aria-hidden="true" focusable="false">
            <path d={path} stroke-dasharray={dash} stroke-width={if kind == "event" { "1.4" } else { "2" }} />
        </svg>
    }
}
