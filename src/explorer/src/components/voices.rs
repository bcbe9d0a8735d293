//! Whose words: the signs split by voice, the writer's and each speaker's.

use super::avatar::avatar;
use super::words::{act, voice};
use crate::i18n::tv;
use crate::markup::html;
use crate::store::select::{self, Gauge, VoiceLine, VoiceName};
use crate::store::{Action, SignFilter, Store};
use yew::prelude::*;

/// Shows only these signs, or all again.
fn only(store: &Store, filter: SignFilter) -> (String, Callback<MouseEvent>) {
    let on = store.view.signs == filter;
    let next = if on { SignFilter::All } else { filter };
    (on.to_string(), act(store, Action::Signs(next)))
}

pub(crate) fn voices(store: &Store) -> Html {
    let lines = select::voices(store);
    let most = lines.iter().map(|line| line.strain + line.easing).max().unwrap_or(0);
    if most == 0 {
        return html! {};
    }
    let strain: u32 = lines.iter().map(|line| line.strain).sum();
    let part = |line: &VoiceLine| {
        let name = voice(&line.voice);
        let key = match line.voice {
            VoiceName::Writer => "whose-writer",
            VoiceName::Speaker(..) => "whose-speaker",
            VoiceName::Unclear => "whose-unclear",
        };
        tv(key, &[("n", line.strain.into()), ("name", name.into())])
    };
    let parts: Vec<String> = lines.iter().filter(|line| line.strain > 0).map(part).collect();
    let values = [("strain", strain.into()), ("parts", parts.join(", ").into())];
    html! {
        <section class="panel-part">
            <h3>{t("whose-words")}</h3>
            if strain > 0 {
                <p class="panel-note">{tv("whose-words-line", &values)}</p>
            }
            <ul class="voices">{for lines.iter().map(|line| row(store, line, most))}</ul>
        </section>
    }
}

fn row(store: &Store, line: &VoiceLine, most: u32) -> Html {
    let all = most.max(1);
    let (strain, ease) = (line.strain * 100 / all, line.easing * 100 / all);
    let (avatar, filter) = match &line.voice {
        VoiceName::Speaker(name, initials, hue) => {
            (avatar(initials, *hue, false, false), SignFilter::Speaker(name.clone()))
        }
        VoiceName::Writer => (nobody("✎"), SignFilter::Writer),
        VoiceName::Unclear => (nobody("?"), SignFilter::Speaker(String::new())),
    };
    let (pressed, onclick) = only(store, filter);
    html! {
        <li key={voice(&line.voice)}>
            <button aria-pressed={pressed} {onclick}>
                {avatar}
                <span>{voice(&line.voice)}</span>
                <span class="counts">
                    <span class="strain">{"▲ "}{line.strain}<span class="unseen">{" "}{t("sign-strain")}</span></span>
                    <span class="ease">{"▼ "}{line.easing}<span class="unseen">{" "}{t("sign-easing")}</span></span>
                </span>
                <svg viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                    <rect class="bar-rest" y="2" width="100" height="1" />
                    <rect class="bar-strain" width={strain.to_string()} height="5" />
                    <rect class="bar-ease" x={strain.to_string()} width={ease.to_string()} height="5" />
                </svg>
            </button>
        </li>
    }
}

fn nobody(mark: &'static str) -> Html {
    html! { <span class="avatar mark-writer" aria-hidden="true">{mark}</span> }
}

/// Words and deeds apart, and what is only planned or threatened.
pub(crate) fn words_and_deeds(store: &Store, gauge: &Gauge) -> Html {
    let (words, acts) = gauge.words_and_acts;
    let button = |key: &str, n: u32, filter: SignFilter| {
        let (pressed, onclick) = only(store, filter);
        html! { <button aria-pressed={pressed} {onclick}>{tv(key, &[("n", n.into())])}</button> }
    };
    if words + acts == 0 {
        return html! {};
    }
    html! {
        <section class="panel-part">
            <h3>{t("words-and-deeds")}</h3>
            <span class="switch" role="group" aria-label={t("words-and-deeds")}>
                {button("in-words", words, SignFilter::Words)}
                {button("in-acts", acts, SignFilter::Acts)}
                {button("in-plans", gauge.planned, SignFilter::Planned)}
            </span>
        </section>
    }
}
