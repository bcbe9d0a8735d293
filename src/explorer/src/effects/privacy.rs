//! What the page contacts after a text was entered, and the proof that it cannot contact others.

use super::Dispatch;
use crate::store::{Action, Store};
use gloo::utils::window;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    PerformanceEntry, PerformanceObserver, PerformanceObserverEntryList, PerformanceObserverInit,
};
use yew::prelude::*;

/// An address that nobody has; `.invalid` is reserved for this.
const OUTSIDE: &str = "https://outside.invalid/";

fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

/// Counts requests that begin after the text was entered.
#[hook]
pub(crate) fn use_privacy(store: &Store) {
    let since = use_mut_ref(|| Rc::new(Cell::new(f64::INFINITY)));
    let since = since.borrow().clone();
    let entered = since.clone();
    use_effect_with((store.privacy.epoch, store.doc.text.is_empty()), move |(_, empty)| {
        entered.set(if *empty { f64::INFINITY } else { now() });
    });
    let dispatch = store.dispatcher();
    use_effect_with((), move |()| {
        let observer = observe(dispatch, since);
        move || {
            if let Some((observer, callback)) = observer {
                observer.disconnect();
                drop(callback);
            }
        }
    });
}

type Observed = Closure<dyn FnMut(PerformanceObserverEntryList)>;

fn observe(dispatch: Dispatch, since: Rc<Cell<f64>>) -> Option<(PerformanceObserver, Observed)> {
    let callback: Observed = Closure::new(move |list: PerformanceObserverEntryList| {
        for entry in list.get_entries().iter() {
            let entry: PerformanceEntry = entry.unchecked_into();
            if entry.start_time() >= since.get() {
                dispatch.dispatch(Action::Requested(entry.name()));
            }
        }
    });
    let observer = PerformanceObserver::new(callback.as_ref().unchecked_ref()).ok()?;
    let kinds = js_sys::Array::of1(&"resource".into());
    // A browser that knows no resource entries observes nothing.
    observer.observe(&PerformanceObserverInit::new(&kinds));
    Some((observer, callback))
}

/// Tries to contact an outside address; the page's policy must refuse.
pub(crate) fn try_outside(store: &Store) {
    let dispatch = store.dispatcher();
    spawn_local(async move {
        let refused = JsFuture::from(window().fetch_with_str(OUTSIDE)).await.is_err();
        dispatch.dispatch(Action::OutsideTried(refused));
    });
}
