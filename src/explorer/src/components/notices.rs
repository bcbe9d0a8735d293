//! Things to tell the reader, each with its way to be dismissed.

use super::words::act;
use crate::i18n::{Value, t, tv};
use crate::markup::html;
use crate::store::select::notice_key;
use crate::store::{Action, Notice, Store};
use yew::prelude::*;

pub(crate) fn notices(store: &Store) -> Html {
    html! {
        <div class="notices" role="status">
            <ul>{for store.notices.iter().enumerate().map(|(index, notice)| row(store, index, notice))}</ul>
        </div>
    }
}

fn row(store: &Store, index: usize, notice: &Notice) -> Html {
    let values: Vec<(&str, Value)> = match notice {
        Notice::LinkCutOff(there, expected) => {
            let all = expected.map(|expected| ("all", expected.into()));
            [("n", (*there).into())].into_iter().chain(all).collect()
        }
        Notice::LinkUnknownSeed(what)
        | Notice::NotText(what)
        | Notice::FileUnreadable(what)
        | Notice::SeedMissing(what) => vec![("what", what.as_str().into())],
        _ => Vec::new(),
    };
    let good = matches!(notice, Notice::Copied | Notice::CopyByHand(_) | Notice::WrongLetters);
    let by_hand = match notice {
        Notice::CopyByHand(text) => Some(text.clone()),
        _ => None,
    };
    html! {
        <li key={notice_key(notice)} class={classes!((!good).then_some("bad"))}>
            <p>{tv(notice_key(notice), &values)}</p>
            if let Some(text) = by_hand {
                <textarea class="field" readonly=true rows="3" aria-label={t("copy-by-hand")} value={text} />
            }
            <button class="close" aria-label={t("dismiss")} onclick={act(store, Action::Dismiss(index))}>{"✕"}</button>
        </li>
    }
}
