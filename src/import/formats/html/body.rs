//! The reading text of a page: which of its blocks are the article.
//!
//! Prose has weight (long paragraphs with few links), what stands around it has little. From the page,
//! or the one element that calls itself the article, the way leads down as long as one place holds
//! nearly all the weight; what that place holds is the text.

use super::page::{Block, Page, Role};
use crate::import::noise;

/// A share of a whole in hundredths.
fn percent(part: usize, whole: usize) -> usize {
    part * 100 / whole.max(1)
}

/// How much of the prose an element must hold to be taken for the article by what it calls itself.
const CALLS_ITSELF: usize = 40;

/// How much of the prose a place must hold for the rest to be left behind.
const NEARLY_ALL: usize = 85;

/// The same inside an element that calls itself the article.
const ALL: usize = 97;

/// Whether a block is prose: a sentence or more, not a list of links.
fn prose(block: &Block) -> bool {
    let sentence = block.text.ends_with(['.', '!', '?', '"', '”', '’', '»', '…', ')', ':', '。']);
    block.level == 0
        && percent(block.linked, block.solid) < 40
        && percent(block.timed, block.solid) < 50
        && (block.solid >= 80 || (block.solid >= 30 && sentence))
}

/// The reading text: paragraphs and headings, a blank line between them.
pub fn text(page: &Page, title: Option<&str>) -> String {
    let doubtful = doubtful(page);
    let mut weights = weigh(page, &doubtful, false);
    // Where nearly all prose is doubtful, the doubt was wrong.
    let all = weigh(page, &doubtful, true);
    let trust = percent(weights[0], all[0]) >= 30;
    if !trust {
        weights = all;
    }
    let place = place(page, &weights);
    let mut inside = vec![false; page.nodes.len()];
    inside[place] = true;
    for (at, node) in page.nodes.iter().enumerate().skip(1) {
        inside[at] |= inside[node.parent as usize];
    }
    let beside = page.nodes[place].parent;
    let mut kept: Vec<&Block> = Vec::new();
    for block in &page.blocks {
        let node = block.node as usize;
        let there = inside[node] || (place != 0 && block.node == beside && prose(block));
        if there && !(trust && doubtful[node]) && reads(block, title) {
            kept.push(block);
        }
    }
    // A heading that nothing follows names a list that was left out.
    while kept.last().is_some_and(|block| block.level > 0) {
        kept.pop();
    }
    let mut text = String::new();
    let mut last = "";
    for (i, block) in kept.iter().enumerate() {
        // Of headings in a row, those above a list that was left out.
        let idle = block.level > 0 && kept.get(i + 1).is_some_and(|next| next.level > 0 && next.level <= block.level);
        if idle || block.text == last {
            continue;
        }
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&block.text);
        last = &block.text;
    }
    text
}

/// Which places lie in one that is doubtful.
fn doubtful(page: &Page) -> Vec<bool> {
    let mut doubtful = vec![false; page.nodes.len()];
    for (at, node) in page.nodes.iter().enumerate().skip(1) {
        // An article inside what is doubtful is one all the same.
        doubtful[at] = node.doubtful || (doubtful[node.parent as usize] && node.role != Role::Body);
    }
    doubtful
}

/// How much prose each place holds.
fn weigh(page: &Page, doubtful: &[bool], all: bool) -> Vec<usize> {
    let mut weights = vec![0; page.nodes.len()];
    for block in page.blocks.iter().filter(|b| prose(b)) {
        if all || !doubtful[block.node as usize] {
            weights[block.node as usize] += block.solid;
        }
    }
    for at in (1..page.nodes.len()).rev() {
        weights[page.nodes[at].parent as usize] += weights[at];
    }
    weights
}

/// The place that holds the article.
fn place(page: &Page, weights: &[usize]) -> usize {
    let called = |role: Role| {
        let of_role = (1..page.nodes.len()).filter(|&at| page.nodes[at].role == role);
        // The outermost of those that hold as much.
        of_role.rev().max_by_key(|&at| weights[at]).filter(|&at| percent(weights[at], weights[0]) >= CALLS_ITSELF)
    };
    let (mut at, enough) = match called(Role::Body).or_else(|| called(Role::Article)) {
        Some(at) => (at, ALL),
        None => (called(Role::Main).unwrap_or(0), NEARLY_ALL),
    };
    let mut heaviest = vec![0; page.nodes.len()];
    for (child, node) in page.nodes.iter().enumerate().skip(1) {
        let best = &mut heaviest[node.parent as usize];
        if *best == 0 || weights[child] > weights[*best] {
            *best = child;
        }
    }
    while heaviest[at] != 0 && weights[at] > 0 && percent(weights[heaviest[at]], weights[at]) >= enough {
        at = heaviest[at];
    }
    at
}

/// Whether a block inside the article is read.
fn reads(block: &Block, title: Option<&str>) -> bool {
    let words = block.text.as_str();
    let bare = words.trim_matches(|c: char| !c.is_alphanumeric());
    let headline = block.level == 1 || title.is_some_and(|t| same(t, words));
    let links = percent(block.linked, block.solid) >= if block.solid < 120 { 60 } else { 80 };
    !bare.is_empty() && !headline && !links && percent(block.timed, block.solid) < 40 && !noise::is_advertisement(bare)
}

fn same(a: &str, b: &str) -> bool {
    let letters = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).map(crate::letter::small).collect::<String>();
    letters(a) == letters(b)
}
