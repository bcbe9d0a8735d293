//! Why a topic that is on is one: the sentences with the matching words, and what can be done with it.

use super::words::{act, sentence};
use crate::effects::address;
use crate::i18n::{t, tv};
use crate::store::select::{self, ChipEvidence, LinkKind};
use crate::store::{Action, Store, TopicKey};
use yew::prelude::*;

pub(crate) fn topic_card(store: &Store, topic: &TopicKey) -> Html {
    let button = |key: &str, action: Action| {
        html! { <button class="word" onclick={act(store, action)}>{t(key)}</button> }
    };
    let link = {
        let (store, topic) = (store.clone(), topic.clone());
        Callback::from(move |_: MouseEvent| {
            address::copy_link(&store, &LinkKind::Topic(topic.clone()));
        })
    };
    html! {
        <details key={topic.label.clone()} class="topic-card">
            <summary>{tv("why-topic", &[("name", topic.label.as_str().into())])}</summary>
            <ul>{for select::chip_evidence(store, topic).iter().map(|line| row(store, line))}</ul>
            <div class="acts">
                {button("only-this", Action::OnlyTopic(topic.clone()))}
                {button("without-this", Action::ToggleWithout(topic.clone()))}
                if store.editable() {
                    {button("hide-topic", Action::HideTopic(topic.clone()))}
                }
                <button class="word" onclick={link}>{t("link-to-this")}</button>
            </div>
        </details>
    }
}

fn row(store: &Store, line: &ChipEvidence) -> Html {
    let go = Action::ChooseSentence { sentence: line.sentence, card: false, scroll: true };
    let matched = tv("matched", &[("words", line.matched.join(", ").into())]);
    html! {
        <li>
            <p>{for line.pieces.iter().map(|(words, matches)| {
                if *matches { html! { <b>{words}</b> } } else { html! { {words} } }
            })}</p>
            <div class="meta">
                <button onclick={act(store, go)}>{sentence(line.number)}</button>
                <span>{matched}</span>
            </div>
        </li>
    }
}
