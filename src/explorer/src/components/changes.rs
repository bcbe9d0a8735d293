//! The tab of changes: what the reader corrected, each with its way back.

use super::words::{act, moved};
use crate::i18n::{t, tv};
use crate::markup::html;
use crate::store::select::{self, ChangeLine};
use crate::store::{Action, Store};
use readout_contract::change::ChangeOutcome;
use yew::prelude::*;

pub(crate) fn changes_tab(store: &Store) -> Html {
    let lines = select::change_lines(store);
    let redo = !store.changes.undone.is_empty();
    html! {
        <>
            if lines.is_empty() {
                <p class="panel-note">{t("no-changes")}</p>
            } else {
                <p class="panel-note">{t("changes-travel")}</p>
            }
            if let Some(moved) = moved(store) {
                <p class="panel-note">{moved}</p>
            }
            <ol class="changes">{for lines.iter().map(|line| row(store, line))}</ol>
            <div class="acts">
                if !lines.is_empty() {
                    <button class="button" onclick={act(store, Action::Undo)}>{t("undo")}</button>
                }
                if redo {
                    <button class="button" onclick={act(store, Action::Redo)}>{t("redo")}</button>
                }
                if lines.len() > 1 {
                    <button class="word" onclick={act(store, Action::RemoveAllChanges)}>{t("remove-all")}</button>
                }
            </div>
        </>
    }
}

fn row(store: &Store, line: &ChangeLine) -> Html {
    let kind = tv(line.key, &[("to", line.to.clone().unwrap_or_default().into())]);
    html! {
        <li key={line.index}>
            <span>{kind}{" "}<q>{&line.what}</q></span>
            if store.editable() {
                <button class="word" onclick={act(store, Action::RemoveChange(line.index))}>
                    {t("remove")}<span class="unseen">{" "}{&line.what}</span>
                </button>
            }
            <small class="quiet">
                {line.by_sender.then(|| t("by-sender"))}
                {(line.outcome == Some(ChangeOutcome::LostItsPlace)).then(|| t("lost-its-place"))}
            </small>
        </li>
    }
}
