//! The card of a topic: why it is one, the sentences with the matching words, and what can be done
//! with it. It stands where a sentence's card stands.

use super::chip::signs;
use super::words::{act, sentence, topic_kind};
use crate::effects::{address, dom};
use crate::i18n::{t, tv};
use crate::markup::html;
use crate::store::select::{self, ChipEvidence, ChipState, LinkKind, TopicView};
use crate::store::{Action, Store, TopicCard, TopicKey};
use readout_contract::report::TopicFound;
use yew::prelude::*;

pub(crate) fn topic_card(store: &Store) -> Option<Html> {
    let (title, body) = match store.selection.topic.as_ref()? {
        TopicCard::New => (t("new-topic"), new_topic(store)),
        TopicCard::Of(key) => {
            let view = select::topic_view(store, key)?;
            (key.label.clone(), card(store, &view))
        }
    };
    Some(html! {
        <section class="card topic-card" aria-labelledby="card-title">
            <header>
                <h2 id="card-title" tabindex="-1">{title}</h2>
                <button class="close" aria-label={t("close-card")} onclick={act(store, Action::CloseCard)}>{"✕"}</button>
            </header>
            {body}
        </section>
    })
}

fn button(store: &Store, key: &str, pressed: Option<bool>, action: Action) -> Html {
    let pressed = pressed.map(|on| on.to_string());
    html! { <button class="word" aria-pressed={pressed} onclick={act(store, action)}>{t(key)}</button> }
}

fn card(store: &Store, view: &TopicView) -> Html {
    let key = &view.chip.key;
    let link = {
        let (store, topic) = (store.clone(), key.clone());
        Callback::from(move |_: MouseEvent| {
            address::copy_link(&store, &LinkKind::Topic(topic.clone()));
        })
    };
    let sentences = tv("sentences-n", &[("n", view.chip.total.into())]);
    let about = [Some(topic_kind(key.kind).1), Some(sentences), signs(&view.chip)];
    let without = view.chip.state == ChipState::Without;
    html! {
        <>
            <p class="quiet">{about.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</p>
            <div class="acts">
                {button(store, "only-this", None, Action::OnlyTopic(key.clone()))}
                {button(store, "without-this", Some(without), Action::ToggleWithout(key.clone()))}
                if store.editable() {
                    {button(store, "hide-topic", None, Action::HideTopic(key.clone()))}
                }
                <button class="word" onclick={link}>{t("link-to-this")}</button>
            </div>
            <h3>{t("why-topic")}</h3>
            {for view.found.iter().map(|(how, words)| html! { <p>{reason(*how, words)}</p> })}
            <h3>{t("topic-evidence")}</h3>
            <ul>{for view.evidence.iter().map(|line| row(store, line))}</ul>
            if store.editable() {
                {changes(store, view)}
            }
        </>
    }
}

/// "Words of the issue's list: talks, sat down".
fn reason(how: TopicFound, words: &[String]) -> String {
    let key = match how {
        TopicFound::List => "found-by-list",
        TopicFound::Term => "found-by-term",
        TopicFound::Name => "found-by-name",
        TopicFound::Demonym => "found-by-demonym",
        TopicFound::Metonym => "found-by-metonym",
        TopicFound::Reader => "found-by-reader",
    };
    tv(key, &[("words", words.join(", ").into())])
}

fn row(store: &Store, line: &ChipEvidence) -> Html {
    let go = Action::ChooseSentence { sentence: line.sentence, card: false, scroll: true };
    let matched = tv("matched", &[("words", line.matched.join(", ").into())]);
    html! {
        <li>
            <p>{super::signs::pieces(&line.pieces)}</p>
            <div class="meta">
                <button onclick={act(store, go)}>{sentence(line.number)}</button>
                <span>{matched}</span>
            </div>
        </li>
    }
}

/// A field, or several, and the button that takes them.
fn form(
    store: &Store,
    fields: Html,
    set: &str,
    action: impl Fn(Vec<String>) -> Option<Action> + 'static,
) -> Html {
    let dispatch = store.dispatcher();
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(action) = action(dom::fields(&event)) {
            dispatch.dispatch(action);
        }
    });
    html! { <form {onsubmit}>{fields}<button class="button">{t(set)}</button></form> }
}

fn field(key: &str, value: &str) -> Html {
    html! {
        <label>{t(key)}
            <input class="field" value={value.to_owned()} maxlength="80" autocomplete="off" />
        </label>
    }
}

fn changes(store: &Store, view: &TopicView) -> Html {
    let key = view.chip.key.clone();
    let others = view.others.clone();
    let options = others.iter().map(|other| html! { <option>{&other.label}</option> });
    let merge = html! {
        <label>{t("merge-with")}<select><option></option>{for options}</select></label>
    };
    let (renamed, kept) = (key.clone(), key.clone());
    html! {
        <>
            <h3>{t("change-topic")}</h3>
            {form(store, field("rename-topic", &key.label), "set", move |typed| {
                Some(Action::RenameTopic(renamed.clone(), typed.first()?.clone()))
            })}
            if !others.is_empty() {
                {form(store, merge, "merge", move |chosen| {
                    let other = others.iter().find(|other| Some(&other.label) == chosen.first())?;
                    Some(Action::MergeTopics(kept.clone(), other.clone()))
                })}
            }
            {form(store, field("add-words", ""), "add", move |typed| {
                Some(Action::AddWords(key.clone(), typed.first()?.clone()))
            })}
            <p class="quiet">{t("add-words-how")}</p>
        </>
    }
}

fn new_topic(store: &Store) -> Html {
    let fields = html! { <>{field("topic-label", "")}{field("topic-words", "")}</> };
    html! {
        <>
            <p class="quiet">{t("add-words-how")}</p>
            {form(store, fields, "add", |typed| match typed.as_slice() {
                [label, words] => Some(Action::AddIssue(label.clone(), words.clone())),
                _ => None,
            })}
        </>
    }
}

/// The topics that an embed shows or the reader filters by may be gone after a change.
pub(crate) fn is_open(store: &Store) -> bool {
    match &store.selection.topic {
        Some(TopicCard::New) => store.editable(),
        Some(TopicCard::Of(key)) => has(store, key),
        None => false,
    }
}

fn has(store: &Store, key: &TopicKey) -> bool {
    store.report().is_some_and(|report| {
        report.topics.topics.iter().any(|one| one.kind == key.kind && one.label == key.label)
    })
}
