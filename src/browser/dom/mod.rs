//! The page's pieces: [`El`] is an element with what belongs in it, made by its methods.
//!
//! ```ignore
//! el("button").class("chip").attr("title", name).on_click(move || act()).text("Close")
//! ```
//!
//! Leptos runs all that follows a value, and cleans up behind what is taken away; elements are
//! made here. A view of Leptos is a type of its own for every shape of tree, compiled with all
//! its machinery, and these were half of what the page downloads. All pieces here are one type.

mod event;
mod follow;
mod list;
mod mount;

pub use event::{checked_of, later, next_frame, on_resize, on_target, on_window, value_of};
pub use list::Key;

use super::live::Derived;
use leptos::prelude::document;
use leptos::reactive::graph::untrack;
use std::borrow::Cow;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, Node};

/// A piece of the page: an element, or several pieces side by side.
#[derive(Clone)]
pub struct El(Node);

/// An element of HTML.
#[must_use]
pub fn el(tag: &str) -> El {
    document().create_element(tag).map_or_else(|_| pieces(), |element| El(element.into()))
}

/// An element of SVG.
#[must_use]
pub fn svg(tag: &str) -> El {
    let made = document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag);
    made.map_or_else(|_| pieces(), |element| El(element.into()))
}

/// Pieces side by side, none to begin with.
#[must_use]
pub fn pieces() -> El {
    El(document().create_document_fragment().into())
}

/// What an attribute can be: a text, or there or not.
pub trait Value {
    /// The attribute's text; `None` takes the attribute away.
    fn value(self) -> Option<Cow<'static, str>>;
}

impl Value for &'static str {
    fn value(self) -> Option<Cow<'static, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl Value for String {
    fn value(self) -> Option<Cow<'static, str>> {
        Some(Cow::Owned(self))
    }
}

impl Value for bool {
    fn value(self) -> Option<Cow<'static, str>> {
        self.then_some(Cow::Borrowed(""))
    }
}

impl<V: Value> Value for Option<V> {
    fn value(self) -> Option<Cow<'static, str>> {
        self.and_then(V::value)
    }
}

/// A length for a style, in whole pixels.
#[must_use]
pub fn px(length: f64) -> String {
    [(length.round() as i32).to_string().as_str(), "px"].concat()
}

/// What can stand in an element.
pub trait Piece {
    /// Puts it behind what is there.
    fn put(self, into: &Node);
}

impl Piece for El {
    fn put(self, into: &Node) {
        append(into, &self.0);
    }
}

impl Piece for &str {
    fn put(self, into: &Node) {
        append(into, &document().create_text_node(self));
    }
}

impl Piece for String {
    fn put(self, into: &Node) {
        self.as_str().put(into);
    }
}

impl<P: Piece> Piece for Option<P> {
    fn put(self, into: &Node) {
        if let Some(piece) = self {
            piece.put(into);
        }
    }
}

impl<P: Piece> FromIterator<P> for El {
    fn from_iter<I: IntoIterator<Item = P>>(each: I) -> Self {
        pieces().children(each)
    }
}

/// Draws something, following nothing. Not made one with its caller, which runs before anything is
/// drawn: what is not drawn on a first visit is not downloaded for it (`scripts/site/apart.mjs`).
#[inline(never)]
fn drawn<P: Piece>(draw: &impl Fn() -> P, into: &Node) {
    untrack(|| draw().put(into));
}

fn append(parent: &Node, child: &Node) {
    // Fails only where a child would hold its parent.
    parent.append_child(child).ok();
}

fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    match value {
        Some(value) => element.set_attribute(name, value).ok(),
        None => element.remove_attribute(name).ok(),
    };
}

impl El {
    /// The element itself, for what only the browser can say or do.
    #[must_use]
    pub fn element(&self) -> HtmlElement {
        self.0.clone().unchecked_into()
    }

    /// Gives it classes.
    #[must_use]
    pub fn class(self, names: &str) -> Self {
        set_attribute(self.0.unchecked_ref(), "class", Some(names));
        self
    }

    /// Gives it an attribute.
    #[must_use]
    pub fn attr(self, name: &str, value: impl Value) -> Self {
        if let Some(value) = value.value() {
            set_attribute(self.0.unchecked_ref(), name, Some(&value));
        }
        self
    }

    /// Gives it an attribute that follows values.
    #[must_use]
    pub fn attr_live<V: Value>(self, name: &'static str, read: impl Fn() -> V + 'static) -> Self {
        let element: Element = self.0.clone().unchecked_into();
        let write = Box::new(move |value: Option<&str>| set_attribute(&element, name, value));
        follow::text(Box::new(move || read().value()), write);
        self
    }

    /// Gives it a class while a condition holds.
    #[must_use]
    pub fn class_if(self, name: &'static str, read: impl Fn() -> bool + 'static) -> Self {
        let element: Element = self.0.clone().unchecked_into();
        let write = Box::new(move |value: Option<&str>| {
            let list = element.class_list();
            if value.is_some() { list.add_1(name) } else { list.remove_1(name) }.ok();
        });
        follow::text(Box::new(move || read().value()), write);
        self
    }

    /// Gives it a property of style; an attribute `style` is forbidden by the page's policy.
    #[must_use]
    pub fn style(self, name: &str, value: &str) -> Self {
        self.element().style().set_property(name, value).ok();
        self
    }

    /// Gives it a property of style that follows values.
    #[must_use]
    pub fn style_live(self, name: &'static str, read: impl Fn() -> String + 'static) -> Self {
        let element = self.element();
        let write = Box::new(move |value: Option<&str>| {
            element.style().set_property(name, value.unwrap_or_default()).ok();
        });
        follow::text(Box::new(move || read().value()), write);
        self
    }

    /// Gives a field a text that follows values; what is typed stays until one of them changes.
    #[must_use]
    pub fn value_live(self, read: impl Fn() -> String + 'static) -> Self {
        let field: HtmlInputElement = self.0.clone().unchecked_into();
        let write = Box::new(move |value: Option<&str>| field.set_value(value.unwrap_or_default()));
        follow::text(Box::new(move || read().value()), write);
        self
    }

    /// Ticks a box while a condition holds.
    #[must_use]
    pub fn checked_live(self, read: impl Fn() -> bool + 'static) -> Self {
        let field: HtmlInputElement = self.0.clone().unchecked_into();
        let write = Box::new(move |value: Option<&str>| field.set_checked(value.is_some()));
        follow::text(Box::new(move || read().value()), write);
        self
    }

    /// Puts a text in it.
    #[must_use]
    pub fn text(self, text: &str) -> Self {
        self.child(text)
    }

    /// Puts a text in it that follows values.
    #[must_use]
    pub fn text_live<V: Value>(self, read: impl Fn() -> V + 'static) -> Self {
        let node = document().create_text_node("");
        append(&self.0, &node);
        let write = Box::new(move |value: Option<&str>| node.set_data(value.unwrap_or_default()));
        follow::text(Box::new(move || read().value()), write);
        self
    }

    /// Puts a piece in it.
    #[must_use]
    pub fn child(self, piece: impl Piece) -> Self {
        piece.put(&self.0);
        self
    }

    /// Puts several pieces in it.
    #[must_use]
    pub fn children<P: Piece>(self, each: impl IntoIterator<Item = P>) -> Self {
        each.into_iter().for_each(|piece| piece.put(&self.0));
        self
    }

    /// Puts something in it that is drawn anew whenever a value changes that was read for it.
    #[must_use]
    pub fn live<P: Piece>(self, mut draw: impl FnMut() -> P + 'static) -> Self {
        follow::region(&self.0, Box::new(move |into| draw().put(into)));
        self
    }

    /// Puts something in it while a condition holds. Drawing it follows nothing.
    #[must_use]
    pub fn when<P: Piece>(self, holds: impl Fn() -> bool + 'static, draw: impl Fn() -> P + 'static) -> Self {
        let holds = Derived::new(holds);
        let draw = move |into: &Node| {
            if holds.get() {
                drawn(&draw, into);
            }
        };
        follow::region(&self.0, Box::new(draw));
        self
    }

    /// Puts a piece in it for each key, and keeps the piece for as long as its key is there.
    #[must_use]
    pub fn each(self, keys: impl Fn() -> Vec<Key> + 'static, draw: impl Fn(Key) -> Self + 'static) -> Self {
        list::each(&self.0, Box::new(keys), Box::new(draw));
        self
    }

    /// Listens to an event.
    #[must_use]
    pub fn on<E: JsCast>(self, name: &str, mut act: impl FnMut(E) + 'static) -> Self {
        event::listen(&self.0, name, Box::new(move |event| act(event.unchecked_into())));
        self
    }

    /// Acts on an event of which nothing more needs to be known.
    #[must_use]
    pub fn act_on(self, name: &str, mut act: impl FnMut() + 'static) -> Self {
        event::listen(&self.0, name, Box::new(move |_| act()));
        self
    }

    /// Acts when it is pressed, by a pointer or the keyboard.
    #[must_use]
    pub fn on_click(self, act: impl FnMut() + 'static) -> Self {
        self.act_on("click", act)
    }
}
