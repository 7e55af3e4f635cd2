//! Closures of views behind one type each.
//!
//! A view is compiled anew for every type of closure in it, a few kilobytes each time. Behind a
//! box all closures of one kind are one type, which more than halves what the page downloads.

use leptos::ev::MouseEvent;

/// Something that follows signals.
pub type Live<T> = Box<dyn FnMut() -> T + Send>;

/// A text, attribute or view that follows signals.
pub fn live<T>(read: impl FnMut() -> T + Send + 'static) -> Live<T> {
    Box::new(read)
}

/// A condition that follows signals.
pub fn cond(read: impl Fn() -> bool + Send + Sync + 'static) -> Box<dyn Fn() -> bool + Send + Sync> {
    Box::new(read)
}

/// What happens on a press.
pub fn click(mut act: impl FnMut() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| act())
}

/// What happens on another event.
pub fn on<E: 'static>(act: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(act)
}
