//! Rows of the comparison that a hand settled or dismissed.

use super::{Thing, find as find_place, of};
use crate::correct::{Anchor, Correction, Lost, Op, Subject, Target};
use crate::facts::Facts;
use crate::story::{Place, Row, Story};

/// Settles and dismisses rows.
pub(in crate::story) fn apply(story: &mut Story, corrections: &[Correction]) {
    let mut hand = std::mem::take(&mut story.hand);
    let mut gone = vec![false; story.rows.len()];
    let mut settled: Vec<(usize, usize)> = Vec::new();
    for (i, correction) in of(corrections, Subject::Row) {
        match find(story, &correction.target) {
            Ok(row) if gone[row] => hand.lose(i, Lost::Done),
            Ok(row) if correction.op == Op::Dismiss => gone[row] = true,
            Ok(row) => settled.push((row, i)),
            Err(why) => hand.lose(i, why),
        }
    }
    for (row, i) in settled.into_iter().filter(|s| !gone[s.0]) {
        let before = gone[..row].iter().filter(|&&g| g).count();
        hand.touch(Thing::Row((row - before) as u32), Op::Settle, i, &corrections[i].value);
    }
    let mut gone = gone.into_iter();
    story.rows.retain(|_| gone.next() == Some(false));
    story.hand = hand;
}

/// The sentences of which a reader has settled, dismissed or noted what they alone say. Which
/// sentences get a row depends on all articles, and another one takes none of these away.
pub(in crate::story) fn kept(articles: &[Facts], corrections: &[Correction]) -> Vec<Place> {
    let rows = corrections.iter().filter(|c| c.target.subject == Subject::Row && c.is_meant());
    let alone = rows.filter_map(|c| match c.target.anchors.as_slice() {
        [anchor] => find_place(articles, anchor).ok(),
        _ => None,
    });
    alone.collect()
}

/// The row that a target names: the one with most of its claims, at least half of them.
pub(super) fn find(story: &Story, target: &Target) -> Result<usize, Lost> {
    let mut places: Vec<Place> = Vec::new();
    let mut why = Lost::Meaning;
    for anchor in &target.anchors {
        match find_place(&story.articles, anchor) {
            Ok(place) => places.push(place),
            Err(lost) => why = lost,
        }
    }
    if places.is_empty() {
        return Err(why);
    }
    let said =
        |row: &Row, p: &Place| row.claims.iter().any(|c| c.place.article == p.article && c.mark.overlaps(p.span));
    let rank = |row: &Row| {
        let held = places.iter().filter(|p| said(row, p)).count();
        let same = row.aspect.name() == target.aspect;
        (held, same, usize::MAX - row.claims.len().abs_diff(target.anchors.len()))
    };
    let ranks = story.rows.iter().map(rank).enumerate();
    // Of equals the first.
    let best = ranks.max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0)));
    best.filter(|(_, rank)| rank.0 * 2 >= target.anchors.len() && rank.0 > 0).map(|b| b.0).ok_or(Lost::Thing)
}

/// The target that names a row.
pub(super) fn target(story: &Story, row: &Row) -> Target {
    let anchors = row.claims.iter().filter_map(|c| {
        let article = &story.articles.get(c.place.article as usize)?.article;
        Some(Anchor::new(&article.id, &article.text, c.mark))
    });
    Target { subject: Subject::Row, anchors: anchors.collect(), aspect: row.aspect.name().to_owned() }
}
