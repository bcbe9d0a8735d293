//! Two letters in a ring of the speaker's hue. The name stands beside it, so it says nothing itself.

use super::words::hue;
use crate::markup::html;
use yew::prelude::*;

/// `large` at the head of a group; `crowd`, a square with round corners, for a group, an institution
/// or a document.
pub(crate) fn avatar(initials: &str, hue_of: u8, large: bool, crowd: bool) -> Html {
    let class = classes!("avatar", hue(hue_of), large.then_some("large"), crowd.then_some("crowd"));
    html! { <span {class} aria-hidden="true">{initials}</span> }
}
