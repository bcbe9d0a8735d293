//! Small doors to the page's elements: values, focus, scrolling, dialogs.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlSelectElement,
    HtmlTextAreaElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};
use yew::prelude::*;

/// Height of the bar, which lies over the text.
const BAR: f64 = 56.0;

/// The text of a field after an input event.
pub(crate) fn value(event: &InputEvent) -> String {
    let Some(target) = event.target() else { return String::new() };
    if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        return area.value();
    }
    target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default()
}

/// The choice of a list after a change.
pub(crate) fn select_value(event: &Event) -> String {
    event
        .target()
        .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok())
        .map(|list| list.value())
        .unwrap_or_default()
}

/// What stands in the fields of a form that was sent, in their order.
pub(crate) fn fields(event: &SubmitEvent) -> Vec<String> {
    let form = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(Ok(list)) = form.map(|form| form.query_selector_all("input, select")) else {
        return Vec::new();
    };
    let value = |index| {
        let field = list.get(index)?;
        let choice = field.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value);
        choice.or_else(|| field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value))
    };
    (0..list.length()).filter_map(value).collect()
}

/// Whether a box is checked after a change.
pub(crate) fn checked(event: &Event) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        .is_some_and(|input| input.checked())
}

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Puts the focus on an element, without scrolling.
pub(crate) fn focus(id: &str) {
    if let Some(element) = element(id) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that cannot take it keeps the focus where it is.
        let _ = element.focus_with_options(&options);
    }
}

/// Puts the focus on an element, and scrolls to it.
pub(crate) fn go_to(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Whether what had the focus is gone from the page.
pub(crate) fn focus_is_lost() -> bool {
    document().active_element().is_none_or(|active| active.tag_name() == "BODY")
}

/// Puts the focus on an element, and scrolls to it, if what had the focus is gone from the page.
pub(crate) fn focus_if_lost(id: &str) {
    if let Some(element) = element(id).filter(|_| focus_is_lost()) {
        let _ = element.focus();
    }
}

/// Whether the reader wants no motion.
fn still() -> bool {
    window()
        .match_media("(prefers-reduced-motion: reduce)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches())
}

/// Whether the page has a phone's layout.
pub(crate) fn phone() -> bool {
    window().match_media("(max-width: 699px)").ok().flatten().is_some_and(|query| query.matches())
}

/// Scrolls the page to its top, at once.
pub(crate) fn to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Scrolls an element to the middle.
pub(crate) fn scroll_to(id: &str) {
    if let Some(element) = element(id) {
        let options = ScrollIntoViewOptions::new();
        let behavior = if still() { ScrollBehavior::Auto } else { ScrollBehavior::Smooth };
        options.set_behavior(behavior);
        options.set_block(ScrollLogicalPosition::Center);
        options.set_inline(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Whether an element is on the screen, under the bar.
fn on_screen(id: &str) -> bool {
    let height = window().inner_height().ok().and_then(|height| height.as_f64());
    element(id).map(|element| element.get_bounding_client_rect()).is_some_and(|place| {
        place.height() > 0.0 && place.bottom() > BAR && Some(place.top()) < height
    })
}

/// The first and the last of these sentences that are on the screen, by their place in the list.
pub(crate) fn sentences_on_screen(sentences: &[u32]) -> Option<(usize, usize)> {
    let seen = |id: &u32| on_screen(&format!("s{id}"));
    let first = sentences.iter().position(seen)?;
    let rest = sentences.get(first..)?;
    let more = rest.iter().position(|id| !seen(id)).unwrap_or(rest.len());
    Some((first, first + more - 1))
}

/// Calls back whenever the page is scrolled, until it is dropped.
pub(crate) fn on_scroll(mut call: impl FnMut() + 'static) -> EventListener {
    EventListener::new(&window(), "scroll", move |_| call())
}

/// Whether text is selected: then a click was the end of a drag.
pub(crate) fn selecting() -> bool {
    let selection = window().get_selection().ok().flatten();
    selection.is_some_and(|selection| !selection.is_collapsed())
}

/// Opens a dialog over the page, if it is not open.
pub(crate) fn show_modal(id: &str) {
    let dialog = document().get_element_by_id(id);
    if let Some(dialog) = dialog.and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok())
        && !dialog.open()
    {
        // It fails only for a dialog that is not in the page any more.
        let _ = dialog.show_modal();
    }
}

/// Whether a key was pressed in a field.
pub(crate) fn in_field(event: &KeyboardEvent) -> bool {
    event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()).is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            || element.is_content_editable()
    })
}

/// The address of this page without query and fragment.
pub(crate) fn origin() -> String {
    let address = window().location().href().unwrap_or_default();
    address.split(['#', '?']).next().unwrap_or_default().to_owned()
}

/// Moves the focus to the next (or previous) region that can be seen.
pub(crate) fn region(step: i32) {
    let Ok(list) = document().query_selector_all("[data-region]") else { return };
    let regions: Vec<HtmlElement> = (0..list.length())
        .filter_map(|index| list.get(index)?.dyn_into::<HtmlElement>().ok())
        .filter(|region| region.offset_width() > 0 || region.offset_height() > 0)
        .collect();
    let active: Option<Element> = document().active_element();
    let now = active.and_then(|active| {
        regions.iter().rposition(|region| region.contains(Some(active.as_ref())))
    });
    let count = regions.len();
    let next = match (now, step >= 0) {
        _ if count == 0 => return,
        (None, true) => 0,
        (None, false) => count - 1,
        (Some(now), true) => (now + 1) % count,
        (Some(now), false) => (now + count - 1) % count,
    };
    if let Some(region) = regions.get(next) {
        let _ = region.focus();
    }
}

/// The Monday of a week as ISO 8601 counts them, as year, month and day: the fourth of January lies
/// in the first. Browsers know the calendar.
pub(crate) fn monday(year: u32, week: u32) -> (u32, u32, u32) {
    let day = |days: i32| js_sys::Date::new_with_year_month_day(year, 0, days);
    let in_week = 4 + 7 * (week.cast_signed() - 1);
    let monday = day(in_week - (day(in_week).get_day().cast_signed() + 6) % 7);
    (monday.get_full_year(), monday.get_month() + 1, monday.get_date())
}
