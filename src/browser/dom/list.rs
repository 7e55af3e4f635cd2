//! Lists whose lines are kept for as long as their keys are there.

use super::El;
use super::follow::{self, Region, remove};
use leptos::prelude::Owner;
use leptos::reactive::graph::untrack;
use web_sys::Node;

/// What tells lines of a list apart.
pub type Key = (u32, u32);

/// A line, and what cleans up behind it.
struct Line {
    key: Key,
    node: Node,
    owner: Owner,
}

pub(super) fn each(parent: &Node, keys: Box<dyn Fn() -> Vec<Key>>, draw: Box<dyn Fn(Key) -> El>) {
    let region = Region::new(parent);
    // Lines outlast a run of the effect, so they belong to what holds the list.
    let holder = Owner::current().unwrap_or_default();
    let mut lines: Vec<Line> = Vec::new();
    follow::all(Box::new(move || {
        let keys = keys();
        let mut before = std::mem::take(&mut lines);
        before.retain(|line| {
            let stays = keys.contains(&line.key);
            if !stays {
                remove(&line.node);
                line.owner.cleanup();
            }
            stays
        });
        let mut next = region.first();
        for key in keys {
            // Most often the lines that stay are in the order they had.
            if let Some(at) = before.iter().position(|line| line.key == key) {
                let line = before.remove(at);
                if next.as_ref() == Some(&line.node) {
                    next = line.node.next_sibling();
                } else {
                    region.put(&line.node, next.as_ref());
                }
                lines.push(line);
                continue;
            }
            let owner = holder.with(Owner::new);
            let node = owner.with(|| untrack(|| draw(key))).0;
            region.put(&node, next.as_ref());
            lines.push(Line { key, node, owner });
        }
    }));
}
