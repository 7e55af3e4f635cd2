//! Votes and matches: what either side got.

use super::super::number::{Bound, Numeral};
use super::super::unit::Unit;
use super::super::words::{self, Set, Term};
use super::{Kind, Quantity, Reader, Scope};
use crate::letter::lower;
use crate::text::Document;
use std::ops::Range;

/// What is put to the vote: two of them are two votes.
static MOTIONS: Set = Set::new("motion amendment bill resolution budget treaty petition referendum appeal");

/// A vote without a vote against it, whatever the number of those for it.
pub const UNANIMOUS: f64 = -1.0;

/// "The panel voted unanimously", as a tally.
pub(super) fn unanimous(document: &Document, clause: &Range<usize>, statement: u32) -> Option<Quantity> {
    let at = clause.clone().find(|&i| matches!(lower(document.word(i)).as_str(), "unanimous" | "unanimously"))?;
    let span = document.tokens[at].span();
    Some(Quantity {
        span,
        number: span,
        statement,
        value: UNANIMOUS,
        bound: Bound::Exact,
        unit: Unit::Tally,
        kind: Kind::Plain,
        thing: words::term("vote").unwrap_or_default(),
        scope: Scope::default(),
        converted: false,
    })
}

impl Reader<'_> {
    /// What two sides got, and the end of it: "by 9 votes to 4", "a 5-4 ruling", "won 2-1".
    pub(super) fn tally(&self, index: usize, clause: &Range<usize>) -> Option<(f64, usize)> {
        const CONTESTS: [&str; 26] = [
            "passed",
            "approved",
            "adopted",
            "rejected",
            "acquitted",
            "convicted",
            "vote",
            "votes",
            "voted",
            "voting",
            "split",
            "ruled",
            "ruling",
            "majority",
            "won",
            "win",
            "beat",
            "beaten",
            "lost",
            "defeat",
            "defeated",
            "drew",
            "draw",
            "victory",
            "match",
            "game",
        ];
        let (one, two) = (self.numerals.get(index)?, self.numerals.get(index + 1)?);
        if let Some(tally) = self.for_and_against(one, two, clause) {
            return Some(tally);
        }
        let mut at = one.last + usize::from(self.is(one.last, &["votes"]));
        at += usize::from(self.is(at, &["to", "-", "–", "against"]));
        let whole = |n: &Numeral| n.value < 1000.0 && n.value.fract() == 0.0 && n.bound == Bound::Exact;
        if at == one.last || at != two.first || !whole(one) || !whole(two) || clause.end < two.last {
            return None;
        }
        let contest = clause.clone().any(|i| self.is(i, &CONTESTS));
        let ends = self.noun(two.last).is_none();
        // "at twenty to nine", "It was ten to five"
        let before = one.from.wrapping_sub(1);
        let hour = matches!(one.value as u32, 5 | 10 | 20 | 25) && (1.0..=12.0).contains(&two.value) && !contest;
        let told = hour && self.is(before, &["was", "is"]) && self.is(before.wrapping_sub(1), &["it"]);
        let clock = self.is(before, &["from", "at"]) || told;
        if clock {
            return None;
        }
        let bare = ends && self.is(at - 1, &["to"]);
        let named = self.is(two.last, &CONTESTS);
        (bare || named || (contest && ends)).then_some((one.value + two.value / 1000.0, two.last))
    }

    /// "Thirteen hands for the plan, twelve against", "nine voted in favour and four were opposed"
    fn for_and_against(&self, one: &Numeral, two: &Numeral, clause: &Range<usize>) -> Option<(f64, usize)> {
        const FOR: [&str; 5] = ["for", "favour", "favor", "backed", "supported"];
        const AGAINST: [&str; 3] = ["against", "opposed", "rejected"];
        let whole = |n: &Numeral| n.value < 1000.0 && n.value.fract() == 0.0 && n.bound == Bound::Exact;
        let near = two.first.saturating_sub(one.last) < 12 && clause.contains(&two.first);
        let said = |mut range: Range<usize>, words: &[&str]| range.find(|&i| self.is(i, words));
        let yes = said(one.last..(one.last + 4).min(two.first), &FOR)?;
        let no = said(two.last..(two.last + 3).min(clause.end), &AGAINST)?;
        // "three for each child, two against the wall": votes, or those who vote.
        let voters = ["votes", "hands", "vote", "voted", "members", "councillors", "deputies", "judges", "senators"];
        let between = || one.last..yes;
        let votes = between().all(|i| self.is(i, &["in", "were", "was"]) || self.is(i, &voters))
            && (self.is(yes, &["favour", "favor"]) || between().any(|i| self.is(i, &voters)));
        (near && votes && whole(one) && whole(two)).then_some((one.value + two.value / 1000.0, no + 1))
    }

    /// What a tally at a token is of: the next thing that is put to the vote, or just a vote.
    pub(super) fn motion(&self, first: usize, clause: &Range<usize>) -> Term {
        let motions = clause.clone().filter(|&i| MOTIONS.has(self.lower(i)));
        let nearest = motions.min_by_key(|i| i.abs_diff(first)).map_or("vote", |i| self.lower(i));
        words::term(nearest).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn votes_for_and_against() {
        let votes = ["Thirteen hands for the plan, twelve against | Tally Exact 13"];
        check("Thirteen hands for the plan, twelve against.", &votes);
        check(
            "Nine voted in favour and four were opposed.",
            &["Nine voted in favour and four were opposed | Tally Exact 9"],
        );
        check("It has three for each child, two against the wall.", &[]);
    }
}
