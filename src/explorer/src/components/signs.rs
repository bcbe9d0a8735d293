//! Lines of evidence: sign, phrase, where, whose words, weight, what lowered it, and "leave out".

use super::words::{act, direction, modifier, quad, sentence, sign, sign_word, voice, weight};
use crate::effects::dom;
use crate::i18n::{t, tv};
use crate::markup::html;
use crate::store::select::EvidenceLine;
use crate::store::{Action, Item, Store};
use yew::prelude::*;

/// `editing`: with "leave out" and "flip".
pub(crate) fn signs(store: &Store, lines: &[EvidenceLine], editing: bool) -> Html {
    let editing = editing && store.editable();
    html! {
        <ul class="signs">
            {for lines.iter().map(|line| row(store, line, editing, false))}
        </ul>
    }
}

/// The same with their whole sentences.
pub(super) fn sentences(store: &Store, lines: &[EvidenceLine]) -> Html {
    html! { <ul class="signs">{for lines.iter().map(|line| row(store, line, false, true))}</ul> }
}

/// Words of a sentence, those that count in bold.
pub(super) fn pieces(pieces: &[(String, bool)]) -> Html {
    let piece = |(words, bold): &(String, bool)| {
        if *bold {
            html! { <b>{words}</b> }
        } else {
            html! { {words} }
        }
    };
    pieces.iter().map(piece).collect()
}

/// "1.0", or "2.0 → 1.0" where something lowered or raised it.
fn weights(line: &EvidenceLine) -> String {
    let now = weight(line.weight);
    let full = weight(line.full_weight);
    if full == now { now } else { format!("{full} → {now}") }
}

fn row(store: &Store, line: &EvidenceLine, editing: bool, whole: bool) -> Html {
    let (mark, class) = sign(line.sign);
    let choose = act(store, Action::ChooseItem { item: Item::Signal(line.id), scroll: true });
    let phrase = classes!("phrase", (!line.counts).then_some("off"));
    html! {
        <li key={line.id.0} class={classes!(line.chosen.then_some("in-hand"))}>
            <span class={classes!("mark", class)}>{mark}<span class="unseen">{sign_word(line.sign)}</span></span>
            <button class={phrase} onclick={choose}>
                if whole { {pieces(&line.pieces)} } else { {&line.phrase} }
            </button>
            <span class="weight" title={t("weight")}>{weights(line)}<span class="unseen">{" "}{t("weight")}</span></span>
            <div class="meta">
                <span>{sentence(line.number)}</span>
                if let Some(direction) = direction(line) {
                    <span>{direction}</span>
                }
                <span>{voice(&line.voice)}</span>
                <span>{quad(line.quad)}</span>
                if !line.rule.eq_ignore_ascii_case(&line.phrase) {
                    <span>{tv("sign-rule", &[("rule", line.rule.as_str().into())])}</span>
                }
                if let Some(issue) = &line.issue {
                    <span>{tv("over-issue", &[("name", issue.as_str().into())])}</span>
                }
                {for line.modifiers.iter().map(|(kind, words)| html! { <span class="doubt">{modifier(*kind, words)}</span> })}
            </div>
            if editing {
                {corrections(store, line)}
            }
        </li>
    }
}

/// "46 → 43", after a change of this sign.
fn moved((old, new): (u8, u8)) -> String {
    if old == new {
        t("moved-no-tension")
    } else {
        tv("moved-tension", &[("old", old.into()), ("new", new.into())])
    }
}

fn corrections(store: &Store, line: &EvidenceLine) -> Html {
    let (dispatch, id) = (store.dispatcher(), line.id);
    let onchange = Callback::from(move |event: Event| {
        dispatch.dispatch(Action::LeaveOut(id, dom::checked(&event)));
    });
    html! {
        <div class="row">
            <label class="check">
                <input type="checkbox" checked={line.left_out} {onchange} />
                <span>{t("leave-out")}<span class="unseen">{" "}{&line.phrase}</span></span>
            </label>
            <button class="word" aria-pressed={line.flipped.to_string()}
                onclick={act(store, Action::Flip(line.id, !line.flipped))}>
                {t(if line.flipped { "flip-back" } else { "flip" })}
                <span class="unseen">{" "}{&line.phrase}</span>
            </button>
            <b class="moved" role="status">{line.moved.map(moved)}</b>
        </div>
    }
}
