//! What follows values: texts and whole regions of the page.

use crate::browser::live::keep;
use leptos::prelude::{RenderEffect, document};
use std::borrow::Cow;
use web_sys::Node;

/// Runs at once, and again whenever a value changes that was read in it.
pub(super) fn all(mut run: Box<dyn FnMut()>) {
    keep(RenderEffect::new(move |_: Option<()>| run()));
}

/// A text, or none.
pub(super) type Text = Option<Cow<'static, str>>;

/// Writes a text where it belongs; none takes it away.
pub(super) type Write = Box<dyn Fn(Option<&str>)>;

/// A text that is written when it became another.
pub(super) fn text(read: Box<dyn Fn() -> Text>, write: Write) {
    let mut before = None;
    all(Box::new(move || {
        let now = read();
        if before != now {
            write(now.as_deref());
            before = now;
        }
    }));
}

/// A stretch between two marks that nobody sees; what is in it is drawn anew.
pub(super) struct Region {
    start: Node,
    end: Node,
}

impl Region {
    /// An empty region at the end of a parent.
    pub(super) fn new(parent: &Node) -> Self {
        let mark = || {
            let mark: Node = document().create_comment("").into();
            super::append(parent, &mark);
            mark
        };
        Self { start: mark(), end: mark() }
    }

    /// What stands first in it, or its end.
    pub(super) fn first(&self) -> Option<Node> {
        self.start.next_sibling()
    }

    /// Puts something into it, before what is given or at its end.
    pub(super) fn put(&self, what: &Node, before: Option<&Node>) {
        if let Some(parent) = self.end.parent_node() {
            parent.insert_before(what, before.or(Some(&self.end))).ok();
        }
    }

    /// Whether a node is its end.
    pub(super) fn ends_at(&self, node: &Node) -> bool {
        *node == self.end
    }

    fn clear(&self) {
        while let Some(node) = self.first().filter(|node| !self.ends_at(node)) {
            remove(&node);
        }
    }
}

/// Takes a node out of the page.
pub(super) fn remove(node: &Node) {
    if let Some(parent) = node.parent_node() {
        parent.remove_child(node).ok();
    }
}

/// A region that is drawn anew whenever a value changes that was read for it.
pub(super) fn region(parent: &Node, mut draw: Box<dyn FnMut(&Node)>) {
    let region = Region::new(parent);
    all(Box::new(move || {
        let fresh: Node = document().create_document_fragment().into();
        draw(&fresh);
        region.clear();
        region.put(&fresh, None);
    }));
}
