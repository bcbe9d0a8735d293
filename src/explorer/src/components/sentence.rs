//! A sentence of the text: flat runs, then one round button with the number of notes.
//!
//! Runs have no role of their own and nothing is put inside a sentence, so a screen reader hears it
//! whole and a copy gives the original characters.

use super::words::{hue, sentence as sentence_name};
use crate::effects::dom;
use crate::i18n::tv;
use crate::markup::html;
use crate::store::select::{Run, SentenceView};
use crate::store::{Action, State};
use readout_contract::ids::SentenceId;
use readout_contract::report::{Sign, TopicKind};
use yew::prelude::*;

type Dispatch = UseReducerDispatcher<State>;

/// `open`: its card is.
pub(crate) fn sentence_view(sentence: &SentenceView, dispatch: &Dispatch, open: bool) -> Html {
    if sentence.folded {
        return html! {};
    }
    let class = classes!(
        "sentence-text",
        sentence.dimmed.then_some("dim"),
        sentence.chosen.then_some("here")
    );
    html! {
        <>
            <span {class} id={sentence.id.map(|id| format!("s{}", id.0))}>
                {words(sentence, dispatch, open)}
            </span>
            <span class="gap">{&sentence.gap}</span>
        </>
    }
}

/// The runs and the button; the last word and the button keep to one line.
fn words(sentence: &SentenceView, dispatch: &Dispatch, open: bool) -> Html {
    let view = |run: &Run| run_view(run, sentence.id, dispatch);
    let Some((last, before)) = sentence.runs.split_last().filter(|_| sentence.notes > 0) else {
        return sentence.runs.iter().map(view).collect();
    };
    let cut = last.text.rfind(' ').map_or(0, |space| space + 1);
    let (head, tail) = last.text.split_at(cut);
    let part = |text: &str, starts: bool| {
        let mut run = Run { text: text.to_owned(), ..last.clone() };
        if let Some(signal) = &mut run.signal {
            signal.starts &= starts;
        }
        view(&run)
    };
    html! {
        <>
            {for before.iter().map(view)}
            if cut > 0 {
                {part(head, true)}
            }
            <span class="tail">{part(tail, cut == 0)}{note(sentence, dispatch, open)}</span>
        </>
    }
}

/// The button at the end.
fn note(sentence: &SentenceView, dispatch: &Dispatch, open: bool) -> Html {
    let Some(id) = sentence.id.filter(|_| sentence.notes > 0) else { return html! {} };
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(if open {
            Action::CloseCard
        } else {
            Action::ChooseSentence { sentence: id, card: true, scroll: dom::phone() }
        });
    });
    let label = tv(
        "notes-on",
        &[("n", sentence.notes.into()), ("where", sentence_name(sentence.number).into())],
    );
    html! {
        <button class="note" id={format!("n{}", id.0)} aria-label={label} aria-expanded={open.to_string()} {onclick}>
            {sentence.notes}
        </button>
    }
}

fn run_view(run: &Run, sentence: Option<SentenceId>, dispatch: &Dispatch) -> Html {
    let class = classes(run);
    let Some(sentence) = sentence.filter(|_| !run.items.is_empty()) else {
        return if class.is_empty() {
            html! { {&run.text} }
        } else {
            html! { <span {class}>{&run.text}</span> }
        };
    };
    let (dispatch, span) = (dispatch.clone(), run.span);
    let onclick = Callback::from(move |_: MouseEvent| {
        if !dom::selecting() {
            dispatch.dispatch(Action::ChooseAt(sentence, span));
        }
    });
    html! { <span {class} {onclick}>{&run.text}</span> }
}

/// The layers of a run, as classes.
fn classes(run: &Run) -> Classes {
    let mut out = Classes::new();
    if run.quote.is_some() || run.topic.is_some() || run.signal.is_some() {
        out.push("run");
    }
    if let Some(quote) = run.quote {
        out.push("q");
        out.push(hue(quote.hue));
        out.extend(quote.exact.then_some("exact"));
        out.extend(quote.guess.then_some("guess"));
        out.extend(quote.chosen.then_some("in-hand"));
    }
    if let Some(topic) = run.topic {
        out.push("t");
        out.push(match topic.kind {
            TopicKind::Issue | TopicKind::Term => "issue",
            TopicKind::Place => "place",
            TopicKind::Organization => "organization",
            TopicKind::Event => "event",
        });
        out.extend(topic.on.then_some("on"));
    }
    if let Some(signal) = run.signal {
        out.push("x");
        out.push(if signal.sign == Sign::Strain { "strain-sign" } else { "ease-sign" });
        out.extend(signal.starts.then_some("starts"));
        out.extend(signal.off.then_some("off"));
        out.extend(signal.chosen.then_some("in-hand"));
    }
    out
}
