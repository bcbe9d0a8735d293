//! A topic chip: kind mark, name, sentences, lean. A press filters.

use super::words::{act, chip_lean, topic_kind};
use crate::i18n::{t, tv};
use crate::store::select::{Chip, ChipState};
use crate::store::{Action, Store};
use yew::prelude::*;

pub(crate) fn chip_view(store: &Store, chip: &Chip) -> Html {
    let (class, kind) = topic_kind(chip.key.kind);
    let count = chip.matching.filter(|_| chip.state == ChipState::Off).map_or_else(
        || chip.total.to_string(),
        |n| tv("count-of", &[("n", n.into()), ("all", chip.total.into())]),
    );
    let lean = chip_lean(chip);
    let signs = lean.as_ref().map(|(.., word)| {
        tv(
            "chip-signs",
            &[
                ("lean", word.as_str().into()),
                ("strain", chip.signs.0.into()),
                ("easing", chip.signs.1.into()),
            ],
        )
    });
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
        ],
    );
    let action = match chip.state {
        ChipState::Without => Action::ToggleWithout(chip.key.clone()),
        _ => Action::ToggleTopic(chip.key.clone()),
    };
    let only = {
        let (dispatch, key) = (store.dispatcher(), chip.key.clone());
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            dispatch.dispatch(Action::ToggleWithout(key.clone()));
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
            onclick={act(store, action)} oncontextmenu={only}>
            {mark(class)}
            {&chip.key.label}
            <span class="count">{count}</span>
            if let Some((mark, class, _)) = lean {
                <span class={classes!("lean", class)}>{mark}</span>
            }
        </button>
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
