//! What stands above the text when there is less to show than usual, and what to do about it.

use super::words::act;
use crate::i18n::{t, tv};
use crate::markup::html;
use crate::store::select::{self, Stage};
use crate::store::{Action, Analysis, EngineProblem, Store};
use yew::prelude::*;

pub(crate) fn states(store: &Store) -> Html {
    let status = select::status(store);
    let problem = status.problem.map(|(key, n)| problem(store, key, n));
    let stage = match &status.stage {
        Stage::NotEnglish(language) => Some(not_english(store, language.as_deref())),
        Stage::Short => Some(state(&t("short-head"), &t("short-words"), Html::default())),
        Stage::TooShort => Some(state(&t("too-short"), "", Html::default())),
        _ => None,
    };
    html! {
        <>
            {problem}{stage}
            if status.mixed_language {
                {state(&t("mixed-head"), &t("mixed-words"), Html::default())}
            }
        </>
    }
}

/// A state in words, with what can be done about it.
pub(crate) fn state(head: &str, words: &str, acts: Html) -> Html {
    html! {
        <section class="state">
            <h2>{head}</h2>
            if !words.is_empty() {
                <p>{words}</p>
            }
            {acts}
        </section>
    }
}

fn problem(store: &Store, key: &'static str, n: Option<u32>) -> Html {
    let words = n.map_or_else(|| t(key), |n| tv(key, &[("n", n.into())]));
    let too_long = matches!(store.analysis, Analysis::Failed(EngineProblem::TooLong(_)));
    let head = t(if too_long { "too-long-head" } else { "engine-head" });
    let acts = html! {
            <p class="acts">
                if too_long {
                    <button class="button" onclick={act(store, Action::Edit(true))}>{t("edit-text")}</button>
                } else {
                    <button class="button" onclick={act(store, Action::TryAgain)}>{t("try-again")}</button>
                }
            </p>
    };
    state(&head, &words, acts)
}

fn not_english(store: &Store, language: Option<&str>) -> Html {
    let name = language
        .map(|tag| t(&format!("language-{tag}")))
        .filter(|name| !name.starts_with("language-"));
    let head = name
        .map_or_else(|| t("not-english"), |name| tv("looks-like", &[("language", name.into())]));
    let acts = html! {
            <p class="acts"><button class="button" onclick={act(store, Action::ReadAnyway)}>{t("read-anyway")}</button></p>
    };
    state(&head, &t("not-english-words"), acts)
}
