//! The strip as a table.

use super::words::act;
use crate::i18n::t;
use crate::markup::html;
use crate::store::select;
use crate::store::{Action, Store};
use yew::prelude::*;

pub(crate) fn strip_table(store: &Store) -> Html {
    let strip = select::strip(store);
    html! {
        <section class="panel-part">
            <h3>{t("by-sentence")}</h3>
            <div class="scroll" tabindex="0" role="region" aria-label={t("by-sentence")}>
                <table class="data">
                    <thead><tr>
                        <th scope="col">{t("column-sentence")}</th>
                        <th scope="col">{t("sign-strain")}</th>
                        <th scope="col">{t("sign-easing")}</th>
                        <th scope="col">{t("column-voice")}</th>
                    </tr></thead>
                    <tbody>
                        {for strip.bars.iter().map(|bar| html! {
                            <tr>
                                <th scope="row">
                                    <button class="word" onclick={act(store, Action::ChooseSentence {
                                        sentence: bar.sentence, card: false, scroll: true,
                                    })}>{bar.number}</button>
                                </th>
                                <td>{bar.strain}</td>
                                <td>{bar.easing}</td>
                                <td>{bar.speaker.clone().unwrap_or_else(|| t("voice-writer"))}</td>
                            </tr>
                        })}
                    </tbody>
                </table>
            </div>
            <button class="word" onclick={act(store, Action::StripTable(false))}>{t("close-table")}</button>
        </section>
    }
}
