//! The first screen, and the field for a text that is typed or edited.

use super::gallery::gallery;
use super::states::state;
use super::summary::summary_sentence;
use super::words::act;
use crate::effects::{dom, files};
use crate::i18n::t;
use crate::markup::html;
use crate::store::select::{self, Stage};
use crate::store::{Action, Store, use_store};
use std::rc::Rc;
use yew::prelude::*;

pub(crate) fn start(store: &Store) -> Html {
    let status = select::status(store);
    let empty = status.stage == Stage::Empty;
    html! {
        <main class="start" id="reading" data-region="reading" tabindex="-1">
            <h1>{t("start-head")}{" "}<span>{t("start-head-2")}</span></h1>
            <Editor />
            if status.stage == Stage::TooShort {
                <section class="sofar"><p role="status">{t("too-short")}</p></section>
            }
            if let Some((key, _)) = status.problem {
                <section class="sofar">{state(&t("engine-head"), &t(key), Html::default())}</section>
            }
            if empty {
                {gallery(store)}
            } else {
                {so_far(store, &status.stage)}
            }
        </main>
    }
}

/// What is read while the reader types.
fn so_far(store: &Store, stage: &Stage) -> Html {
    if *stage == Stage::TooShort {
        return html! {};
    }
    let Some(summary) = select::summary(store) else { return html! {} };
    html! { <section class="sofar">{summary_sentence(store, &summary)}</section> }
}

/// The field: paste, type, drop.
#[component(Editor)]
fn editor() -> Html {
    let store = use_store();
    let over = use_state(|| false);
    let stage = select::status(&store).stage;
    let oninput = {
        let dispatch = store.dispatcher();
        Callback::from(move |event: InputEvent| {
            dispatch.dispatch(Action::Typed(Rc::from(dom::value(&event))));
        })
    };
    let onpaste = {
        let store = store.clone();
        Callback::from(move |event: Event| files::pasted(&store, &event))
    };
    let ondrop = {
        let (store, over) = (store.clone(), over.clone());
        Callback::from(move |event: DragEvent| {
            over.set(false);
            files::dropped(&store, &event);
        })
    };
    let drag = |on: bool| {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            if *over != on {
                over.set(on);
            }
        })
    };
    let open = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| files::open_dialog(&store))
    };
    let ready = !matches!(stage, Stage::Empty | Stage::TooShort);
    html! {
        <>
            <div class={classes!("editor", (*over).then_some("over"))} {ondrop} ondragover={drag(true)} ondragleave={drag(false)}>
                <label class="unseen" for="editor">{t("editor-label")}</label>
                <textarea id="editor" spellcheck="false" autocomplete="off" rows="7"
                    placeholder={t("editor-hint")} value={store.doc.text.to_string()}
                    {oninput} {onpaste} />
            </div>
            <div class="under">
                <p class="promise">{t("promise")}</p>
                if !store.doc.text.is_empty() {
                    <button class="button" onclick={act(&store, Action::Clear)}>{t("clear")}</button>
                }
                <button class="button" onclick={open}>{t("open-file")}</button>
                if ready {
                    <button class="button main" onclick={act(&store, Action::Edit(false))}>{t("show-reading")}</button>
                }
            </div>
        </>
    }
}
