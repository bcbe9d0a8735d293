//! What stands above the text when there is less to show than usual, and what to do about it.

use super::words::act;
use crate::i18n::{t, tv};
use crate::store::select::{self, Stage};
use crate::store::{Action, Analysis, EngineProblem, Store, use_store};
use yew::prelude::*;

#[component(States)]
pub(crate) fn states() -> Html {
    let store = use_store();
    let status = select::status(&store);
    let problem = status.problem.map(|(key, n)| problem(&store, key, n));
    let stage = match &status.stage {
        Stage::NotEnglish(language) => Some(not_english(&store, language.as_deref())),
        Stage::Short => Some(html! { <State head={t("short-head")} words={t("short-words")} /> }),
        Stage::TooShort => Some(html! { <State head={t("too-short")} words={String::new()} /> }),
        _ => None,
    };
    html! {
        <>
            {problem}{stage}
            if status.mixed_language {
                <State head={t("mixed-head")} words={t("mixed-words")} />
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) head: String,
    pub(crate) words: String,
    #[prop_or_default]
    pub(crate) children: Html,
}

#[component(State)]
pub(crate) fn state(props: &Props) -> Html {
    html! {
        <section class="state">
            <h2>{&props.head}</h2>
            if !props.words.is_empty() {
                <p>{&props.words}</p>
            }
            {props.children.clone()}
        </section>
    }
}

fn problem(store: &Store, key: &'static str, n: Option<u32>) -> Html {
    let words = n.map_or_else(|| t(key), |n| tv(key, &[("n", n.into())]));
    let too_long = matches!(store.analysis, Analysis::Failed(EngineProblem::TooLong(_)));
    html! {
        <State head={t(if too_long { "too-long-head" } else { "engine-head" })} {words}>
            <p class="acts">
                if too_long {
                    <button class="button" onclick={act(store, Action::Edit(true))}>{t("edit-text")}</button>
                } else {
                    <button class="button" onclick={act(store, Action::TryAgain)}>{t("try-again")}</button>
                }
            </p>
        </State>
    }
}

fn not_english(store: &Store, language: Option<&str>) -> Html {
    let name = language
        .map(|tag| t(&format!("language-{tag}")))
        .filter(|name| !name.starts_with("language-"));
    let head = name
        .map_or_else(|| t("not-english"), |name| tv("looks-like", &[("language", name.into())]));
    html! {
        <State {head} words={t("not-english-words")}>
            <p class="acts"><button class="button" onclick={act(store, Action::ReadAnyway)}>{t("read-anyway")}</button></p>
        </State>
    }
}
