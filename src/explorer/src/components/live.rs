//! What a screen reader hears once when a reading is complete. Never takes the focus.

use super::words::band;
use crate::i18n::tv;
use crate::markup::html;
use crate::store::Store;
use crate::store::select;
use yew::prelude::*;

pub(crate) fn live(store: &Store) -> Html {
    let words = select::announcement(store).map(|ready| {
        let band = ready.band.map(band).unwrap_or_default();
        tv(
            "reading-ready",
            &[
                ("quotes", ready.quotes.into()),
                ("topics", ready.topics.into()),
                ("band", band.into()),
            ],
        )
    });
    html! { <p class="unseen" role="status" aria-live="polite">{words}</p> }
}
