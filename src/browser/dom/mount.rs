//! How Leptos mounts an [`El`] and takes it away.

use super::El;
use super::follow::remove;
use leptos::prelude::{Mountable, Render, RenderHtml};
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// The nodes of pieces in the page.
pub struct Mounted(Vec<Node>);

impl Mountable for Mounted {
    fn unmount(&mut self) {
        self.0.iter().for_each(remove);
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        for node in &self.0 {
            parent.insert_before(node, marker).ok();
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(first) = self.0.first() else { return false };
        let Some(parent) = first.parent_element() else { return false };
        child.mount(&parent, Some(first));
        true
    }

    fn elements(&self) -> Vec<Element> {
        self.0.iter().filter_map(|node| node.dyn_ref::<Element>().cloned()).collect()
    }
}

impl Render for El {
    type State = Mounted;

    fn build(self) -> Mounted {
        if self.0.node_type() != Node::DOCUMENT_FRAGMENT_NODE {
            return Mounted(vec![self.0]);
        }
        let nodes = self.0.child_nodes();
        Mounted((0..nodes.length()).filter_map(|i| nodes.item(i)).collect())
    }

    fn rebuild(self, state: &mut Mounted) {
        let mut fresh = self.build();
        state.insert_before_this(&mut fresh);
        state.unmount();
        *state = fresh;
    }
}

leptos::tachys::no_attrs!(El);

// There is no server that writes this page.
impl RenderHtml for El {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Mounted {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
