//! Topics in groups, the switch between any and all, and the speakers.

use super::chip::chip_box;
use super::speakers::speakers;
use super::words::act;
use crate::i18n::{t, tv};
use crate::markup::html;
use crate::store::select::{self, AnyAll, Group, TopicGroup};
use crate::store::{Action, Match, Store, TopicCard};
use yew::prelude::*;

fn group_name(group: Group) -> String {
    t(match group {
        Group::Issues => "group-issues",
        Group::Places => "group-places",
        Group::Organizations => "group-organizations",
        Group::Events => "group-events",
    })
}

pub(crate) fn filters_panel(store: &Store) -> Html {
    let status = select::status(store);
    html! {
        <nav class="filters" id="filters" aria-label={t("region-filters")} data-region="filters" tabindex="-1">
            if !store.filters.is_empty() {
                {matching(store, select::any_all(store))}
            }
            {for select::topic_groups(store).iter().map(|group| topic_group(store, group))}
            if status.no_topics {
                <p class="panel-note">{t("no-topics")}</p>
            }
            {speakers(store)}
        </nav>
    }
}

fn topic_group(store: &Store, group: &TopicGroup) -> Html {
    let toggle = |full| act::<MouseEvent>(store, Action::FullGroup(group.group, full));
    html! {
        <section class="group" key={group_name(group.group)}>
            <h2>{group_name(group.group)}</h2>
            <div class="chips">
                {for group.chips.iter().map(|chip| chip_box(store, chip))}
            </div>
            if group.more > 0 {
                <button class="more" onclick={toggle(true)}>{tv("show-more", &[("n", group.more.into())])}</button>
            } else if group.full {
                <button class="more" onclick={toggle(false)}>{t("show-fewer")}</button>
            }
            if group.group == Group::Issues && store.editable() {
                <button class="more" onclick={act(store, Action::TopicCard(TopicCard::New))}>{t("add-topic")}</button>
            }
            if !group.hidden.is_empty() {
                <details class="unfold">
                    <summary>{tv("hidden-n", &[("n", group.hidden.len().into())])}</summary>
                    {for group.hidden.iter().map(|(label, index)| html! {
                        <button class="more" onclick={act(store, Action::RemoveChange(*index))}>
                            {tv("bring-back", &[("name", label.as_str().into())])}
                        </button>
                    })}
                </details>
            }
        </section>
    }
}

/// What the filter keeps, and the switch.
fn matching(store: &Store, any_all: Option<AnyAll>) -> Html {
    let kept = select::matching(store).map_or(0, |kept| kept.len());
    let button = |rule: Match, key: &str, n: u32, now: Match| {
        html! {
            <button aria-pressed={(rule == now).to_string()} onclick={act(store, Action::Match(rule))}>
                {tv(key, &[("n", n.into())])}
            </button>
        }
    };
    html! {
        <div class="matching">
            <p>{tv("sentences-match", &[("n", kept.into())])}</p>
            if let Some(both) = any_all {
                <span class="switch" role="group" aria-label={t("any-all")}>
                    {button(Match::Any, "match-any", both.any, both.matching)}
                    {button(Match::All, "match-all", both.all, both.matching)}
                </span>
            }
            <button class="word" aria-pressed={store.view.only_matching.to_string()}
                onclick={act(store, Action::OnlyMatching(!store.view.only_matching))}>
                {t(if store.view.only_matching { "show-all-text" } else { "only-matching" })}
            </button>
            <button class="word" onclick={act(store, Action::ClearFilters)}>{t("clear-filters")}</button>
        </div>
    }
}
