//! Files of the reading.

use super::sheet::Sheet;
use crate::effects::export;
use crate::i18n::t;
use crate::markup::html;
use crate::store::Store;
use crate::store::select::ExportForm;
use yew::prelude::*;

pub(crate) fn export_sheet(store: &Store) -> Html {
    html! {
        <Sheet title={t("export-head")}>
            <p class="lead">{t("export-lead")}</p>
            <div class="rows">
                <div>
                    <span><b>{t("export-json")}</b><small>{t("export-json-words")}</small></span>
                    {save(store, ExportForm::Json, "JSON")}
                </div>
                <div>
                    <span><b>{t("export-markdown")}</b><small>{t("export-markdown-words")}</small></span>
                    {save(store, ExportForm::Markdown, "Markdown")}
                </div>
                <div>
                    <span><b>{t("export-csv")}</b><small>{t("export-csv-words")}</small></span>
                    <span class="acts">
                        {save(store, ExportForm::QuotesCsv, &t("tab-quotes"))}
                        {save(store, ExportForm::TopicsCsv, &t("topics"))}
                        {save(store, ExportForm::SignalsCsv, &t("signs"))}
                        {save(store, ExportForm::PairsCsv, &t("tab-pairs"))}
                    </span>
                </div>
            </div>
            <p class="quiet">{t("export-print")}</p>
        </Sheet>
    }
}

fn save(store: &Store, form: ExportForm, name: &str) -> Html {
    let store = store.clone();
    let onclick = Callback::from(move |_: MouseEvent| export::save_as(&store, form));
    html! { <button class="button" {onclick}>{name}</button> }
}
