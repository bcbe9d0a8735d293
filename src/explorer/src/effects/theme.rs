//! Colors and mode on the page's root, where the styles look for them.

use crate::store::{Mode, Store, Theme};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Keeps `data-theme`, `data-mode` and the host's colors as the state says.
#[hook]
pub(crate) fn use_theme(store: &Store) {
    use_effect_with((store.theme, store.mode.clone()), |(theme, mode)| {
        let Some(root) = document().document_element() else { return };
        let set = |name: &str, value: Option<&str>| {
            // Names and values are our own and always legal.
            let _ = match value {
                Some(value) => root.set_attribute(name, value),
                None => root.remove_attribute(name),
            };
        };
        set(
            "data-theme",
            match theme {
                Theme::Auto => None,
                Theme::Light => Some("light"),
                Theme::Dark => Some("dark"),
            },
        );
        set(
            "data-mode",
            match mode {
                Mode::Edit => None,
                Mode::ReadOnly => Some("read"),
                Mode::Embed(_) => Some("embed"),
            },
        );
        if let (Mode::Embed(settings), Some(root)) = (mode, root.dyn_ref::<HtmlElement>()) {
            for (name, value) in &settings.colors {
                let _ = root.style().set_property(&format!("--{name}"), value);
            }
        }
    });
}
