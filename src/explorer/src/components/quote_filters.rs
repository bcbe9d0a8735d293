//! Filters of the quotes: what the verb claims, which side speaks, and whom the words are about.
//! Only those that this text gives a choice for.

use crate::effects::dom;
use crate::i18n::{t, tv};
use crate::markup::html;
use crate::store::select;
use crate::store::{Action, Store};
use readout_contract::report::VerbClass;
use yew::prelude::*;

const VERBS: [(&str, VerbClass); 3] = [
    ("verbs-neutral", VerbClass::Neutral),
    ("verbs-strong", VerbClass::Strong),
    ("verbs-doubtful", VerbClass::Doubtful),
];

/// One choice: its value, its words, and whether it is chosen.
type Choice = (String, String, bool);

pub(crate) fn quote_filters(store: &Store) -> Html {
    let choices = select::quote_choices(store);
    let filters = &store.filters;
    let on = filters.verb.is_some() || filters.side.is_some() || filters.about.is_some();
    if !on && !choices.verbs && choices.sides.len() < 2 && choices.about.is_empty() {
        return html! {};
    }
    let names = |list: &[(String, u32)], now: &Option<String>| -> Vec<Choice> {
        let label = |name: &str, n: u32| tv("choice-n", &[("name", name.into()), ("n", n.into())]);
        list.iter()
            .map(|(name, n)| (name.clone(), label(name, *n), now.as_ref() == Some(name)))
            .collect()
    };
    let verbs =
        VERBS.iter().map(|(key, verb)| ((*key).to_owned(), t(key), filters.verb == Some(*verb)));
    html! {
        <details class="unfold more-filters" open={on}>
            <summary>{t("more-filters")}</summary>
            <div class="order">
                if choices.verbs || filters.verb.is_some() {
                    {list(store, "filter-verb", verbs.collect(), |chosen| {
                        let verb = VERBS.iter().find(|(key, _)| Some(*key) == chosen.as_deref());
                        Action::Verb(verb.map(|(_, verb)| *verb))
                    })}
                }
                if choices.sides.len() > 1 || filters.side.is_some() {
                    {list(store, "filter-side", names(&choices.sides, &filters.side), Action::Side)}
                }
                if !choices.about.is_empty() {
                    {list(store, "filter-about", names(&choices.about, &filters.about), Action::About)}
                }
            </div>
        </details>
    }
}

fn list(
    store: &Store,
    label: &str,
    choices: Vec<Choice>,
    action: fn(Option<String>) -> Action,
) -> Html {
    let dispatch = store.dispatcher();
    let onchange = Callback::from(move |event: Event| {
        let chosen = dom::select_value(&event);
        dispatch.dispatch(action((!chosen.is_empty()).then_some(chosen)));
    });
    let none = !choices.iter().any(|(_, _, on)| *on);
    html! {
        <label>{t(label)}{" "}
            <select {onchange}>
                <option value="" selected={none}>{t("filter-any")}</option>
                {for choices.into_iter().map(|(value, words, on)| html! {
                    <option {value} selected={on}>{words}</option>
                })}
            </select>
        </label>
    }
}
