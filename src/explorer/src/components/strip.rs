//! The strip: one bar a sentence, strain to one side and easing to the other. One control for the
//! keyboard; a table of the same data is a button away.

use super::strip_drawing::{drawing, line};
use crate::effects::dom;
use crate::i18n::{t, tv};
use crate::markup::html;
use crate::store::select::{self, StripBar};
use crate::store::{Action, Pane, Tab, use_store};
use readout_contract::report::Sign;
use yew::prelude::*;

/// "Sentence 5 of 21, strain, moderate, Wang Yi speaking".
pub(super) fn label(bar: &StripBar, all: usize) -> String {
    let sign = t(match bar.sign {
        Some(Sign::Strain) => "sign-strain",
        Some(Sign::Easing) => "sign-easing",
        None if bar.strain > 0 => "sign-both",
        None => "sign-none",
    });
    let strength = match bar.strength {
        0 => String::new(),
        n => t(&format!("strength-{}", n.min(3))),
    };
    let values = [
        ("n", bar.number.into()),
        ("all", all.into()),
        ("sign", sign.into()),
        ("strength", strength.into()),
        ("speaker", bar.speaker.clone().unwrap_or_default().into()),
    ];
    tv(if bar.speaker.is_some() { "strip-bar-speaker" } else { "strip-bar" }, &values)
}

pub(super) fn go(bar: &StripBar) -> Action {
    Action::ChooseSentence { sentence: bar.sentence, card: false, scroll: true }
}

#[component(StripBox)]
pub(crate) fn strip_box() -> Html {
    let store = use_store();
    let strip = select::strip(&store);
    let chosen = strip.bars.iter().position(|bar| bar.chosen);
    let at = use_state(|| 0_usize);
    let on_screen = use_state_eq(|| None);
    let sentences: Vec<u32> = strip.bars.iter().map(|bar| bar.sentence.0).collect();
    {
        let on_screen = on_screen.setter();
        use_effect_with(sentences, move |sentences| {
            let sentences = sentences.clone();
            let look = move || on_screen.set(dom::sentences_on_screen(&sentences));
            look();
            let scrolled = dom::on_scroll(look);
            move || drop(scrolled)
        });
    }
    let all = strip.bars.len();
    let here = (*at).min(all.saturating_sub(1));
    let Some(bar) = strip.bars.get(here) else {
        return html! { <div class="strip-box"></div> };
    };
    let onkeydown = {
        let (at, dispatch, go_there) = (at.clone(), store.dispatcher(), go(bar));
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowDown" | "ArrowRight" => (here + 1).min(all - 1),
                "ArrowUp" | "ArrowLeft" => here.saturating_sub(1),
                "Home" => 0,
                "End" => all - 1,
                "Enter" => {
                    dispatch.dispatch(go_there.clone());
                    here
                }
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            at.set(next);
        })
    };
    let as_table = {
        let dispatch = store.dispatcher();
        Callback::from(move |_: MouseEvent| {
            for action in
                [Action::StripTable(true), Action::Tab(Tab::Tension), Action::Pane(Pane::Tension)]
            {
                dispatch.dispatch(action);
            }
        })
    };
    html! {
        <div class="strip-box">
            <div class="strip">
                <div class="track" role="slider" tabindex="0" aria-orientation="vertical"
                    aria-label={t("strip")} aria-valuemin="1" aria-valuemax={all.to_string()}
                    aria-valuenow={(here + 1).to_string()} aria-valuetext={label(bar, all)} {onkeydown}>
                    {drawing(&store, &strip, chosen, here, *on_screen)}
                </div>
                <button class="as-table" onclick={as_table}>{t("as-table")}</button>
                {line(&store, &strip)}
            </div>
        </div>
    }
}
