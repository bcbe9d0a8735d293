//! Copying. Where the browser refuses, the reader gets the text in a field to copy by hand.

use crate::store::{Action, Notice, Store};
use gloo::utils::window;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Copies a text and says so.
pub(crate) fn copy(store: &Store, text: String) {
    let dispatch = store.dispatcher();
    spawn_local(async move {
        let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into());
        let there = clipboard.is_ok_and(|clipboard| !clipboard.is_undefined());
        let copied = there
            && JsFuture::from(window().navigator().clipboard().write_text(&text)).await.is_ok();
        let notice = if copied { Notice::Copied } else { Notice::CopyByHand(text) };
        dispatch.dispatch(Action::Notice(notice));
    });
}
