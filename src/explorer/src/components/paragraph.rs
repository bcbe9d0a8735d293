//! A paragraph of the text, with the brackets of its speakers in the margin.

use super::sentence::sentence_view;
use super::words::hue;
use crate::markup::html;
use crate::store::State;
use crate::store::select::ParagraphView;
use readout_contract::ids::SentenceId;
use readout_contract::report::ParagraphKind;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) paragraph: ParagraphView,
    pub(crate) dispatch: UseReducerDispatcher<State>,
    /// The sentence whose card is open.
    pub(crate) open: Option<SentenceId>,
}

#[component(Paragraph)]
pub(crate) fn paragraph(props: &Props) -> Html {
    let paragraph = &props.paragraph;
    let sentences: Html = paragraph
        .sentences
        .iter()
        .map(|sentence| {
            let open = sentence.id.is_some() && sentence.id == props.open;
            sentence_view(sentence, &props.dispatch, open)
        })
        .collect();
    let class = classes!(
        "paragraph",
        match paragraph.kind {
            ParagraphKind::Heading => Some("heading"),
            ParagraphKind::Item => Some("item"),
            ParagraphKind::Turn => Some("turn"),
            ParagraphKind::Body => None,
        },
        (!paragraph.english).then_some("foreign")
    );
    if paragraph.kind == ParagraphKind::Heading {
        return html! { <h2 {class}>{sentences}</h2> };
    }
    html! {
        <p {class}>
            if !paragraph.english {
                <span class="tag">{t("not-read")}</span>
            }
            {brackets(paragraph)}
            {sentences}
        </p>
    }
}

/// A bracket for each speaker, one under the other, with initials.
fn brackets(paragraph: &ParagraphView) -> Html {
    if paragraph.speakers.is_empty() {
        return html! {};
    }
    html! {
        <span class="brackets" aria-hidden="true">
            {for paragraph.speakers.iter().map(|(_, initials, color)| html! {
                <span class={hue(*color)} data-initials={initials.clone()}></span>
            })}
        </span>
    }
}
