//! Title, source and date of the text.

use super::sheet::Sheet;
use crate::effects::dom;
use crate::i18n::t;
use crate::markup::html;
use crate::store::{Action, use_store};
use yew::prelude::*;

#[component(DetailsSheet)]
pub(crate) fn details_sheet() -> Html {
    let store = use_store();
    let title = use_state(|| store.doc.title.clone().unwrap_or_default());
    let source = use_state(|| store.doc.source.clone().unwrap_or_default());
    let date = use_state(|| store.doc.date.clone().unwrap_or_default());
    let field = |value: &UseStateHandle<String>, key: &str, kind: &'static str| {
        let set = value.clone();
        let oninput = Callback::from(move |event: InputEvent| set.set(dom::value(&event)));
        html! {
            <label>{t(key)}
                <input class="field" type={kind} value={(**value).clone()} {oninput} />
            </label>
        }
    };
    let given = |value: &UseStateHandle<String>| {
        let value = value.trim().to_owned();
        (!value.is_empty()).then_some(value)
    };
    let save = {
        let action =
            Action::Details { title: given(&title), source: given(&source), date: given(&date) };
        let dispatch = store.dispatcher();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(action.clone());
            dispatch.dispatch(Action::Sheet(None));
        })
    };
    html! {
        <Sheet title={t("details")}>
            <div class="form">
                {field(&title, "details-title", "text")}
                {field(&source, "details-source", "text")}
                {field(&date, "details-date", "date")}
            </div>
            <p class="quiet">{t("details-why")}</p>
            <p><button class="button main" onclick={save}>{t("save")}</button></p>
        </Sheet>
    }
}
