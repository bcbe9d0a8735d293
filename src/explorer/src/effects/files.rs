//! Ways in and out by file: open, drop, paste, starter texts, save.

use super::{Dispatch, html};
use crate::store::decode::{Decoded, decode};
use crate::store::{Action, Doc, GalleryEntry, Notice, Store, seeds};
use gloo::events::EventListener;
use gloo::utils::{document, window};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, ClipboardEvent, File, HtmlAnchorElement, HtmlInputElement};
use yew::prelude::*;

/// Files that can be opened.
const ACCEPTED: &str = ".txt,.md,.html,.htm,text/plain,text/markdown,text/html";

thread_local! {
    /// The field behind the open dialog, kept while the dialog is open.
    static DIALOG: RefCell<Option<(HtmlInputElement, EventListener)>> = RefCell::default();
}

/// Asks the reader for a file.
pub(crate) fn open_dialog(store: &Store) {
    let Ok(input) = document().create_element("input") else { return };
    let Ok(input) = input.dyn_into::<HtmlInputElement>() else { return };
    input.set_type("file");
    input.set_accept(ACCEPTED);
    let dispatch = store.dispatcher();
    let listener = EventListener::new(&input, "change", move |event| {
        open_first(&dispatch, event.target());
    });
    input.click();
    DIALOG.set(Some((input, listener)));
}

fn open_first(dispatch: &Dispatch, target: Option<web_sys::EventTarget>) {
    let input = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    if let Some(file) = input.and_then(|input| input.files()).and_then(|files| files.get(0)) {
        open(dispatch.clone(), file);
    }
}

/// Opens what was dropped: a file, or text.
pub(crate) fn dropped(store: &Store, event: &DragEvent) {
    let Some(data) = event.data_transfer() else { return };
    event.prevent_default();
    let dispatch = store.dispatcher();
    if let Some(file) = data.files().and_then(|files| files.get(0)) {
        open(dispatch, file);
        return;
    }
    let get = |kind: &str| data.get_data(kind).unwrap_or_default();
    if let Some(doc) = doc_of(&get("text/html"), &get("text/plain")) {
        dispatch.dispatch(Action::Opened(Box::new(doc)));
    }
}

/// Takes a paste into the empty field, or a paste with structure; all else is left to the field.
pub(crate) fn pasted(store: &Store, event: &Event) {
    let Some(event) = event.dyn_ref::<ClipboardEvent>() else { return };
    let Some(data) = event.clipboard_data() else { return };
    if !store.doc.text.trim().is_empty() {
        return;
    }
    let get = |kind: &str| data.get_data(kind).unwrap_or_default();
    if let Some(doc) = doc_of(&get("text/html"), &get("text/plain")) {
        event.prevent_default();
        store.dispatch(Action::Opened(Box::new(doc)));
    }
}

/// The text of a paste: from the rich form where it has paragraphs, else the plain one.
fn doc_of(rich: &str, plain: &str) -> Option<Doc> {
    let rich = (!rich.is_empty()).then(|| html::extract(rich)).flatten();
    let text = match rich {
        Some(rich) if rich.text.contains("\n\n") || plain.trim().is_empty() => rich.text,
        _ => plain.replace("\r\n", "\n").trim().to_owned(),
    };
    (!text.is_empty()).then(|| Doc { text: Rc::from(text), ..Doc::default() })
}

fn open(dispatch: Dispatch, file: File) {
    spawn_local(async move {
        let name = file.name();
        let Ok(buffer) = JsFuture::from(file.array_buffer()).await else {
            dispatch.dispatch(Action::Notice(Notice::FileUnreadable(name)));
            return;
        };
        let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
        let lower = name.to_ascii_lowercase();
        let is_html = [".html", ".htm"].iter().any(|end| lower.ends_with(end));
        let (text, guessed) = match decode(&bytes) {
            Decoded::Text(text) => (text, false),
            Decoded::Guessed(text) => (text, true),
            Decoded::NotText(kind) => {
                dispatch.dispatch(Action::Notice(Notice::NotText(kind.to_owned())));
                return;
            }
            Decoded::TooBig => {
                dispatch.dispatch(Action::Notice(Notice::FileTooBig));
                return;
            }
        };
        let extract = is_html.then(|| html::extract(&text)).flatten();
        let (text, title) = match extract {
            Some(extract) => (extract.text, extract.title),
            None => (text.replace("\r\n", "\n").trim().to_owned(), None),
        };
        let doc = Doc { text: Rc::from(text), title, ..Doc::default() };
        dispatch.dispatch(Action::Opened(Box::new(doc)));
        if guessed {
            dispatch.dispatch(Action::Notice(Notice::WrongLetters));
        }
    });
}

/// A file of the page's own, as text.
pub(super) async fn fetch_text(path: &str) -> Option<String> {
    let response = JsFuture::from(window().fetch_with_str(path)).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

/// The starter texts' list.
pub(super) async fn fetch_gallery() -> Vec<GalleryEntry> {
    fetch_text("./seeds/index.tsv").await.map(|index| seeds::gallery(&index)).unwrap_or_default()
}

/// Fetches one starter text.
pub(super) async fn fetch_seed(id: &str, gallery: &[GalleryEntry]) -> Option<Doc> {
    let entry = gallery.iter().find(|entry| entry.id == id)?;
    let file = fetch_text(&format!("./seeds/{}", entry.file)).await?;
    Some(seeds::doc(entry, &file))
}

/// Opens a starter text.
pub(crate) fn open_seed(store: &Store, id: &str) {
    let (dispatch, gallery, id) = (store.dispatcher(), store.gallery.clone(), id.to_owned());
    spawn_local(async move {
        let action = match fetch_seed(&id, &gallery).await {
            Some(doc) => Action::Opened(Box::new(doc)),
            None => Action::Notice(Notice::SeedMissing(id)),
        };
        dispatch.dispatch(action);
    });
}

/// Fetches the gallery's list when it is to be shown, once; an embed has none, and a link needs none.
#[hook]
pub(crate) fn use_gallery(store: &Store) {
    let dispatch = store.dispatcher();
    let wanted = store.doc.text.is_empty() && store.gallery.is_empty();
    use_effect_with(wanted, move |wanted| {
        if !wanted || super::embed::is_embed() || super::address::has_link() {
            return;
        }
        spawn_local(async move {
            dispatch.dispatch(Action::Gallery(fetch_gallery().await));
        });
    });
}

/// Saves a text as a file.
pub(crate) fn save(name: &str, kind: &str, text: &str) {
    let parts = js_sys::Array::of1(&text.into());
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(address) = web_sys::Url::create_object_url_with_blob(&blob) else { return };
    let anchor = document().create_element("a").ok();
    if let Some(anchor) = anchor.and_then(|anchor| anchor.dyn_into::<HtmlAnchorElement>().ok()) {
        anchor.set_href(&address);
        anchor.set_download(name);
        anchor.click();
    }
    // The download has begun with the click.
    let _ = web_sys::Url::revoke_object_url(&address);
}
