//! Inside another page: heights out, text and settings in.
//!
//! What goes to `*` is a height or the name of an event, never words. What comes in is accepted only
//! from the parent window, only in the documented shape, and the text only through the port that
//! the parent hands over once.

use super::{Dispatch, address, page_height};
use crate::store::{Action, Analysis, Doc, EmbedSettings, EmbedView, Mode, Store, Theme};
use gloo::events::EventListener;
use gloo::utils::{document, window};
use js_sys::{Object, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, MessagePort, ResizeObserver};
use yew::prelude::*;

/// Version of the messages.
const VERSION: u32 = 1;
/// Longest text that a host may hand over, in UTF-16 units.
const MAX_TEXT: usize = 2_000_000;
/// Names of colors that a host may set.
const COLORS: [&str; 6] = ["act", "paper", "sheet", "ink", "rule", "well"];

/// Whether this is the embed's page.
pub(super) fn is_embed() -> bool {
    let path = window().location().pathname().unwrap_or_default();
    path.ends_with("/embed.html") || path.ends_with("/embed")
}

/// The window around this one, if there is one.
fn parent() -> Option<web_sys::Window> {
    let parent = window().parent().ok().flatten()?;
    let own = window();
    (!Object::is(own.as_ref(), parent.as_ref())).then_some(parent)
}

/// The name that the shell gave this frame.
fn frame_id() -> String {
    window().name().unwrap_or_default()
}

fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // A new object takes every field.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

/// Sends a height or the name of an event to the page around.
fn tell(kind: &str, height: Option<u32>) {
    let Some(parent) = parent() else { return };
    let mut fields = vec![("de", VERSION.into()), ("type", kind.into()), ("id", frame_id().into())];
    fields.extend(height.map(|height| ("height", height.into())));
    let send = |message: &JsValue| {
        // A parent that went away hears nothing.
        let _ = parent.post_message(message, "*");
    };
    send(&object(&fields));
    let Some(height) = height else { return };
    send(&object(&[
        ("sentinel", "amp".into()),
        ("type", "embed-size".into()),
        ("height", height.into()),
    ]));
    let query = window().location().search().unwrap_or_default();
    let child =
        query.trim_start_matches('?').split('&').find_map(|part| part.strip_prefix("childId="));
    if let Some(child) = child {
        send(&format!("pymxPYMx{child}xPYMxheightxPYMx{height}").into());
    }
}

/// Speaks with the page around, when there is one.
#[hook]
pub(crate) fn use_embed(store: &Store) {
    let dispatch = store.dispatcher();
    use_effect_with((), move |()| {
        let kept = is_embed().then(|| listen(dispatch));
        move || drop(kept)
    });
    let done = matches!(store.analysis, Analysis::Ready(_));
    let failed = matches!(store.analysis, Analysis::Failed(_));
    use_effect_with((done, failed), |(done, failed)| {
        if is_embed() && (*done || *failed) {
            tell(if *failed { "problem" } else { "read" }, None);
        }
    });
    use_effect_with(store.selection.sentence, |sentence| {
        if is_embed() && sentence.is_some() {
            tell("select", None);
        }
    });
}

type Kept = (EventListener, Option<(ResizeObserver, Closure<dyn FnMut(JsValue)>)>);

fn listen(dispatch: Dispatch) -> Kept {
    let port: Rc<RefCell<Option<Port>>> = Rc::default();
    let listener = EventListener::new(&window(), "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let from_parent = parent().is_some_and(|parent| {
            event.source().is_some_and(|source| Object::is(&source, parent.as_ref()))
        });
        let data = event.data();
        if !from_parent || number(&data, "de") != Some(VERSION) || port.borrow().is_some() {
            return;
        }
        let handed = event.ports().get(0).dyn_into::<MessagePort>().ok();
        if let Some(handed) = handed.filter(|_| text(&data, "type").as_deref() == Some("port")) {
            port.replace(Some(Port::new(handed, dispatch.clone())));
        }
    });
    let callback: Closure<dyn FnMut(JsValue)> = Closure::new(move |_| {
        tell("height", Some(page_height()));
    });
    let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok();
    if let (Some(observer), Some(body)) = (&observer, document().body()) {
        observer.observe(&body);
    }
    tell("ready", None);
    (listener, observer.map(|observer| (observer, callback)))
}

/// The way in: what the page around hands over.
struct Port {
    port: MessagePort,
    _heard: EventListener,
}

impl Port {
    fn new(port: MessagePort, dispatch: Dispatch) -> Self {
        let heard = EventListener::new(&port, "message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                hear(&dispatch, &event.data());
            }
        });
        port.start();
        Self { port, _heard: heard }
    }
}

impl Drop for Port {
    fn drop(&mut self) {
        self.port.close();
    }
}

fn field(data: &JsValue, name: &str) -> Option<JsValue> {
    data.is_object().then(|| Reflect::get(data, &name.into()).ok()).flatten()
}

fn text(data: &JsValue, name: &str) -> Option<String> {
    field(data, name)?.as_string().filter(|text| text.len() <= MAX_TEXT * 3)
}

fn number(data: &JsValue, name: &str) -> Option<u32> {
    let number = field(data, name)?.as_f64()?;
    // Versions are small whole numbers; anything else is not one.
    (number.fract() == 0.0 && (0.0..1000.0).contains(&number)).then(|| {
        #[expect(clippy::cast_sign_loss, reason = "checked above")]
        let whole = number as u32;
        whole
    })
}

/// One message of the page around.
fn hear(dispatch: &Dispatch, data: &JsValue) {
    if number(data, "de") != Some(VERSION) {
        return;
    }
    match text(data, "type").as_deref() {
        Some("text") => {
            let Some(words) = text(data, "text").filter(|words| !words.trim().is_empty()) else {
                return;
            };
            let doc = Doc {
                text: Rc::from(words.trim()),
                title: text(data, "title"),
                source: text(data, "source"),
                date: text(data, "date"),
                ..Doc::default()
            };
            dispatch.dispatch(Action::Opened(Box::new(doc)));
        }
        Some("settings") => settings(dispatch, data),
        Some("link") => {
            if let Some(link) = text(data, "link") {
                address::open(dispatch, &link);
            }
        }
        Some("focus") => {
            if let Some(anchor) = text(data, "anchor") {
                dispatch.dispatch(Action::FocusOn(anchor));
            }
        }
        _ => {}
    }
}

fn settings(dispatch: &Dispatch, data: &JsValue) {
    let view = match text(data, "view").as_deref() {
        Some("quotes") => EmbedView::Quotes,
        Some("topics") => EmbedView::Topics,
        Some("tension") => EmbedView::Tension,
        Some("card") => EmbedView::Card,
        Some("quote") => EmbedView::Quote,
        _ => EmbedView::Reading,
    };
    let theme = match text(data, "theme").as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::Auto,
    };
    let colors = field(data, "colors").map(|colors| {
        let given = COLORS.iter().filter_map(|name| {
            let color = text(&colors, name).filter(|color| is_color(color))?;
            Some(((*name).to_owned(), color))
        });
        given.collect::<Vec<_>>()
    });
    let settings = EmbedSettings { view, colors: colors.unwrap_or_default() };
    dispatch.dispatch(Action::Mode(Mode::Embed(settings)));
    dispatch.dispatch(Action::Theme(theme));
}

/// `#rrggbb`, nothing else.
fn is_color(color: &str) -> bool {
    color.len() == 7
        && color.strip_prefix('#').is_some_and(|hex| hex.chars().all(|c| c.is_ascii_hexdigit()))
}
