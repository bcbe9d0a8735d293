//! The speakers under the topics: who, in which role, how many quotes, and where in the text.

use super::avatar::avatar;
use super::words::{act, hue};
use crate::i18n::{t, tv};
use crate::markup::html;
use crate::store::select::{self, SpeakerGroup};
use crate::store::{Action, Store};
use readout_contract::report::ActorKind;
use yew::prelude::*;

/// "2 + 1": counted, and likely; a dash where speech is only mentioned.
pub(super) fn count(group: &SpeakerGroup) -> String {
    match (group.counts.counted(), group.counts.likely) {
        (0, 0) => "–".to_owned(),
        (n, 0) => n.to_string(),
        (n, likely) => format!("{n} + {likely}"),
    }
}

/// Not one person: a group, an institution, a document.
pub(super) fn crowd(group: &SpeakerGroup) -> bool {
    group.unnamed || group.kind.is_some_and(|kind| kind != ActorKind::Person)
}

/// The speaker's name, or that it is not clear.
pub(super) fn name(group: &SpeakerGroup) -> String {
    if group.name.is_empty() { t("speaker-unclear") } else { group.name.clone() }
}

/// Something is attributed to them, with its words.
pub(super) fn is_heard(group: &SpeakerGroup) -> bool {
    group.counts.counted() + group.counts.likely > 0
}

pub(crate) fn speakers(store: &Store) -> Html {
    let groups = select::speakers(store);
    if groups.is_empty() {
        return html! {};
    }
    let (heard, mentioned): (Vec<_>, Vec<_>) = groups.iter().partition(|group| is_heard(group));
    html! {
        <section class="group people">
            <h2>{t("speakers")}</h2>
            <ul class="speakers">
                {for heard.iter().map(|group| row(store, group))}
            </ul>
            if !mentioned.is_empty() {
                <details class="unfold">
                    <summary>{tv("mentioned-only", &[("n", mentioned.len().into())])}</summary>
                    <ul class="speakers">
                        {for mentioned.iter().map(|group| row(store, group))}
                    </ul>
                </details>
            }
        </section>
    }
}

fn row(store: &Store, group: &SpeakerGroup) -> Html {
    let about = group.role.clone().or_else(|| group.side.clone());
    let counts = tv(
        "speaker-counts",
        &[("n", group.counts.counted().into()), ("likely", group.counts.likely.into())],
    );
    html! {
        <li key={name(group)}>
            <button aria-pressed={group.on.to_string()} title={counts.clone()}
                onclick={act(store, Action::ToggleSpeaker(group.name.clone()))}>
                {avatar(&group.initials, group.hue, false, crowd(group))}
                <span>
                    <b>{name(group)}</b>
                    if let Some(about) = about {
                        <small>{about}</small>
                    }
                </span>
                <span class="count"><span aria-hidden="true">{count(group)}</span><span class="unseen">{counts}</span></span>
                {places(group)}
            </button>
        </li>
    }
}

/// Where in the text they speak.
pub(super) fn places(group: &SpeakerGroup) -> Html {
    html! {
        <svg class={classes!("places", hue(group.hue))} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="track" y="1.5" width="100" height="1" />
            {for group.places.iter().map(|(start, length)| html! {
                <rect class="place" x={start.to_string()} width={(*length).max(1).to_string()} height="4" />
            })}
        </svg>
    }
}
