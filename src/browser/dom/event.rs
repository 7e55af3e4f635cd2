//! Listening to what the reader and the browser do, by one type of closure.

use crate::browser::live::{Act, keep};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, EventTarget, HtmlInputElement, ResizeObserver};

/// Listens until the browser drops the target, and the closure with it.
///
/// What is done belongs to the part of the page: it may hold elements, which would hold the closure,
/// and no garbage collector sees such a ring through this program.
pub(super) fn listen(target: &EventTarget, name: &str, act: Box<dyn FnMut(Event)>) {
    let act = Act::new(act);
    let hear: Box<dyn FnMut(Event)> = Box::new(move |event| act.run(event));
    target.add_event_listener_with_callback(name, Closure::wrap(hear).into_js_value().unchecked_ref()).ok();
}

/// A listener of something that outlasts the part of the page that listens.
struct Listener {
    target: EventTarget,
    name: &'static str,
    early: bool,
    act: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let act = self.act.as_ref().unchecked_ref();
        self.target.remove_event_listener_with_callback_and_bool(self.name, act, self.early).ok();
    }
}

/// Listens to an event of the window for as long as the part of the page that is being made is
/// there. `early` hears events on their way down to any element, also those that do not rise.
pub fn on_window<E: JsCast>(name: &'static str, early: bool, act: impl FnMut(E) + 'static) {
    on_target(window().into(), name, early, act);
}

/// The same of anything that hears events.
pub fn on_target<E: JsCast>(target: EventTarget, name: &'static str, early: bool, mut act: impl FnMut(E) + 'static) {
    let act: Box<dyn FnMut(Event)> = Box::new(move |event| act(event.unchecked_into()));
    let act = Closure::wrap(act);
    target.add_event_listener_with_callback_and_bool(name, act.as_ref().unchecked_ref(), early).ok();
    keep(Listener { target, name, early, act });
}

/// Somebody who is told of an element's size.
struct Sizes {
    observer: ResizeObserver,
    _act: Closure<dyn FnMut()>,
}

impl Drop for Sizes {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Acts whenever an element takes another size, which it also does by being hidden or shown, for
/// as long as the part of the page that is being made is there.
pub fn on_resize(of: &Element, act: impl FnMut() + 'static) {
    let act: Box<dyn FnMut()> = Box::new(act);
    let act = Closure::wrap(act);
    let Ok(observer) = ResizeObserver::new(act.as_ref().unchecked_ref()) else { return };
    observer.observe(of);
    keep(Sizes { observer, _act: act });
}

/// Acts before the browser draws the next time.
pub fn next_frame(act: impl FnOnce() + 'static) {
    let act: Box<dyn FnOnce()> = Box::new(act);
    window().request_animation_frame(Closure::once_into_js(act).unchecked_ref()).ok();
}

/// Acts after so many milliseconds.
pub fn later(milliseconds: i32, act: impl FnOnce() + 'static) {
    let act: Box<dyn FnOnce()> = Box::new(act);
    let act = Closure::once_into_js(act);
    window().set_timeout_with_callback_and_timeout_and_arguments_0(act.unchecked_ref(), milliseconds).ok();
}

/// Whether the box that an event comes from is ticked.
#[must_use]
pub fn checked_of(event: &Event) -> bool {
    event.target().is_some_and(|target| target.unchecked_into::<HtmlInputElement>().checked())
}

/// The text in the field that an event comes from.
#[must_use]
pub fn value_of(event: &Event) -> String {
    event.target().map(|target| target.unchecked_into::<HtmlInputElement>().value()).unwrap_or_default()
}
