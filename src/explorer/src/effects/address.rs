//! The address bar: links that are opened, copied and cleared. It is never filled while typing.

use super::files::{fetch_gallery, fetch_seed};
use super::{Dispatch, clipboard, dom};
use crate::store::select::{LinkKind, citation, fragment};
use crate::store::{Action, Doc, EmbedSettings, Filters, Match, Mode, Notice, State, Store};
use gloo::events::EventListener;
use gloo::utils::{document, window};
use readout_contract::change::Change;
use readout_contract::ids::AttributionId;
use readout_link::{Anchor, Body, Link, LinkError, Payload};
use readout_text::CodePointSpan;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The whole link, or nothing where the text is too long for one.
pub(crate) fn link(state: &State, kind: &LinkKind) -> Option<String> {
    let fragment = fragment(state, kind).ok()?;
    let page = dom::origin();
    let page = match (kind, page.strip_suffix("embed.html")) {
        // A link from an embed leads to the page itself; an embed's link to the embed.
        (LinkKind::Embed, None) => {
            format!("{}embed.html", page.trim_end_matches("index.html"))
        }
        (LinkKind::Embed, Some(_)) | (_, None) => page,
        (_, Some(folder)) => folder.to_owned(),
    };
    Some(format!("{page}#{fragment}"))
}

/// Copies a link.
pub(crate) fn copy_link(store: &Store, kind: &LinkKind) {
    match link(store, kind) {
        Some(link) => clipboard::copy(store, link),
        None => store.dispatch(Action::Notice(Notice::LinkTooBig)),
    }
}

/// Copies a quote with its citation, in the style that the reader chose.
pub(crate) fn copy_citation(store: &Store, id: AttributionId) {
    let link = link(store, &LinkKind::Quote(id));
    let words = citation(store, id, store.view.citation, link.as_deref());
    clipboard::copy(store, words);
}

/// Takes the link out of the address bar; the text stays.
pub(crate) fn clear_address() {
    if let Ok(history) = window().history() {
        // The same page without fragment: always allowed.
        let _ =
            history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&dom::origin()));
    }
}

/// Opens the link in the address bar, now and when it changes.
#[hook]
pub(crate) fn use_address(store: &Store) {
    let dispatch = store.dispatcher();
    use_effect_with((), move |()| {
        if super::embed::is_embed() {
            dispatch.dispatch(Action::Mode(Mode::Embed(EmbedSettings::default())));
        }
        follow(&dispatch);
        let listener = EventListener::new(&window(), "hashchange", move |_| follow(&dispatch));
        move || drop(listener)
    });
    let title = store.doc.title.clone();
    use_effect_with(title, |title| {
        let name = "Readout";
        let title =
            title.as_ref().map_or_else(|| document().title(), |title| format!("{title} – {name}"));
        document().set_title(&title);
    });
}

/// Whether there is a link in the address bar.
pub(super) fn has_link() -> bool {
    Link::looks_like(&window().location().hash().unwrap_or_default())
}

/// Opens the link in the address bar, if there is one.
fn follow(dispatch: &Dispatch) {
    let hash = window().location().hash().unwrap_or_default();
    if Link::looks_like(&hash) {
        open(dispatch, &hash);
    }
}

/// Opens a link.
pub(super) fn open(dispatch: &Dispatch, fragment: &str) {
    let link = match Link::parse(fragment) {
        Ok(link) => link,
        Err(error) => {
            dispatch.dispatch(Action::Notice(notice(error)));
            return;
        }
    };
    let (anchor, mut topics) = match link.anchor {
        Anchor::None => (None, Vec::new()),
        Anchor::Place(place) => (Some(place), Vec::new()),
        Anchor::Topic(slug) => (None, vec![slug]),
    };
    // In an embed's page every link is an embed.
    let mode = match link.mode {
        _ if super::embed::is_embed() => Mode::Embed(EmbedSettings::default()),
        readout_link::Mode::Edit => Mode::Edit,
        readout_link::Mode::Read => Mode::ReadOnly,
        readout_link::Mode::Embed => Mode::Embed(EmbedSettings::default()),
    };
    match link.payload {
        Payload::Body(body) => {
            topics.extend(body.filters.topics.iter().cloned());
            let filters = Filters {
                pending: topics,
                speaker: body.filters.speakers.first().cloned(),
                matching: if body.filters.all { Match::All } else { Match::Any },
                ..Filters::default()
            };
            let (doc, changes) = from_body(*body);
            linked(dispatch, doc, changes, filters, mode, anchor);
        }
        Payload::Seed(id) => {
            let dispatch = dispatch.clone();
            spawn_local(async move {
                let gallery = fetch_gallery().await;
                match fetch_seed(&id, &gallery).await {
                    Some(doc) => {
                        let filters = Filters { pending: topics, ..Filters::default() };
                        linked(&dispatch, doc, Vec::new(), filters, mode, anchor);
                    }
                    None => dispatch.dispatch(Action::Notice(Notice::LinkUnknownSeed(id))),
                }
            });
        }
    }
}

fn linked(
    dispatch: &Dispatch,
    doc: Doc,
    changes: Vec<Change>,
    filters: Filters,
    mode: Mode,
    anchor: Option<CodePointSpan>,
) {
    dispatch.dispatch(Action::Linked {
        doc: Box::new(doc),
        changes,
        filters: Box::new(filters),
        mode,
        anchor,
    });
}

fn from_body(body: Body) -> (Doc, Vec<Change>) {
    let doc = Doc {
        text: Rc::from(body.text),
        title: body.title,
        source: body.source,
        date: body.date,
        language: body.language,
        seed: None,
    };
    (doc, body.changes)
}

fn notice(error: LinkError) -> Notice {
    match error {
        LinkError::CutOff { have, want } => Notice::LinkCutOff(
            u32::try_from(have).unwrap_or(u32::MAX),
            want.map(|want| u32::try_from(want).unwrap_or(u32::MAX)),
        ),
        LinkError::NotALink | LinkError::Damaged => Notice::LinkDamaged,
        LinkError::TooNew => Notice::LinkTooNew,
        LinkError::TooBig { .. } => Notice::LinkTooBig,
    }
}
