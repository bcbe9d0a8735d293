//! Two letters in a ring of the speaker's hue. The name stands beside it, so it says nothing itself.

use super::words::hue;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) initials: AttrValue,
    pub(crate) hue: u8,
    #[prop_or_default]
    pub(crate) large: bool,
    /// A group, an institution or a document: a square with round corners.
    #[prop_or_default]
    pub(crate) crowd: bool,
}

#[component(Avatar)]
pub(crate) fn avatar(props: &Props) -> Html {
    let class = classes!(
        "avatar",
        hue(props.hue),
        props.large.then_some("large"),
        props.crowd.then_some("crowd")
    );
    html! { <span {class} aria-hidden="true">{props.initials.clone()}</span> }
}
