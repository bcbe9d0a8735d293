//! The reading view: headline, source and date, and the text with its layers.

use super::layers::layers_switch;
use super::paragraph::Paragraph;
use super::states::states;
use super::words::{act, date};
use crate::effects::dom;
use crate::i18n::tv;
use crate::markup::html;
use crate::store::select::{self, ParagraphView};
use crate::store::{Action, Store, use_store};
use readout_contract::ids::SentenceId;
use readout_contract::report::ParagraphKind;
use yew::prelude::*;

#[component(Reading)]
pub(crate) fn reading() -> Html {
    let store = use_store();
    let linked = store.selection.linked;
    use_effect_with(store.doc.text.clone(), move |_| {
        if !linked {
            dom::to_top();
        }
    });
    let paragraphs = select::paragraphs(&store);
    let open = store.selection.sentence.filter(|_| store.selection.card);
    // A headline inside the text is the page's headline, unless one stands apart.
    let first = paragraphs
        .first()
        .filter(|first| store.doc.title.is_none() && first.kind == ParagraphKind::Heading);
    let headline = first.map(words).or_else(|| store.doc.title.clone());
    let body = if first.is_some() { paragraphs.get(1..).unwrap_or_default() } else { &paragraphs };
    html! {
        <section class="reading" id="reading" aria-label={t("region-reading")} data-region="reading" tabindex="-1">
            {states(&store)}
            <article lang={store.doc.language.clone()}>
                if let Some(headline) = headline {
                    <h1>{headline}</h1>
                } else {
                    <h1 class="unseen">{t("untitled")}</h1>
                }
                {byline(&store)}
                {layers_switch(&store)}
                <div class="text">{text(&store, body, open)}</div>
            </article>
        </section>
    }
}

/// The words of a paragraph.
fn words(paragraph: &ParagraphView) -> String {
    paragraph
        .sentences
        .iter()
        .flat_map(|sentence| {
            sentence.runs.iter().map(|run| run.text.as_str()).chain([sentence.gap.as_str()])
        })
        .collect::<String>()
        .trim()
        .to_owned()
}

/// Source · date · minutes.
fn byline(store: &Store) -> Html {
    let minutes =
        select::summary(store).map(|summary| tv("minutes", &[("n", summary.minutes.into())]));
    let parts: Vec<String> =
        [store.doc.source.clone(), store.doc.date.as_deref().map(date), minutes]
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect();
    html! { <p class="by">{parts.join(" · ")}</p> }
}

/// The paragraphs; those that are folded away leave one line that says how many sentences.
fn text(store: &Store, paragraphs: &[ParagraphView], open: Option<SentenceId>) -> Html {
    let mut out: Vec<Html> = Vec::new();
    let mut folded = 0;
    for paragraph in paragraphs {
        let here = paragraph.sentences.iter().filter(|sentence| sentence.folded).count();
        if here < paragraph.sentences.len() {
            out.extend((folded > 0).then(|| fold(store, folded)));
            folded = 0;
            out.push(html! {
                <Paragraph key={paragraph.id.0} paragraph={paragraph.clone()} dispatch={store.dispatcher()} {open} />
            });
        }
        folded += here;
    }
    out.extend((folded > 0).then(|| fold(store, folded)));
    out.into_iter().collect()
}

fn fold(store: &Store, sentences: usize) -> Html {
    html! {
        <p class="folded">
            {tv("sentences-hidden", &[("n", sentences.into())])}{" "}
            <button onclick={act(store, Action::OnlyMatching(false))}>{t("show")}</button>
        </p>
    }
}
