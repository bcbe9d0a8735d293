//! Whose words: the signs split by voice, the writer's and each speaker's.

use super::avatar::avatar;
use super::words::voice;
use crate::i18n::{t, tv};
use crate::store::Store;
use crate::store::select::{self, VoiceLine, VoiceName};
use yew::prelude::*;

pub(crate) fn voices(store: &Store) -> Html {
    let lines = select::voices(store);
    let most = lines.iter().map(|line| line.strain + line.easing).max().unwrap_or(0);
    if most == 0 {
        return html! {};
    }
    let strain: u32 = lines.iter().map(|line| line.strain).sum();
    let writer = lines
        .iter()
        .filter(|line| line.voice == VoiceName::Writer)
        .map(|line| line.strain)
        .sum::<u32>();
    html! {
        <section class="panel-part">
            <h3>{t("whose-words")}</h3>
            <p class="panel-note">{tv("whose-words-line", &[("strain", strain.into()), ("writer", writer.into())])}</p>
            <ul class="voices">{for lines.iter().map(|line| row(line, most))}</ul>
        </section>
    }
}

fn row(line: &VoiceLine, most: u32) -> Html {
    let all = most.max(1);
    let (strain, ease) = (line.strain * 100 / all, line.easing * 100 / all);
    let avatar = match &line.voice {
        VoiceName::Speaker(_, initials, hue) => avatar(initials, *hue, false, false),
        VoiceName::Writer => {
            html! { <span class="avatar mark-writer" aria-hidden="true">{"✎"}</span> }
        }
        VoiceName::Unclear => {
            html! { <span class="avatar mark-writer" aria-hidden="true">{"?"}</span> }
        }
    };
    html! {
        <li key={voice(&line.voice)}>
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
        </li>
    }
}
