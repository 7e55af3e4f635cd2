//! A sentence as it is read: its clauses, its times, what they date, and who speaks.

use super::anchor::Dated;
use super::group::{Group, Link, Parsed, Tense};
use super::place::Place;
use super::trigger::Draft;
use crate::span::Span;
use jiff::civil::Date;
use std::ops::Range;

/// What is known of a sentence before its events are.
pub(super) struct Line {
    pub(super) span: Span,
    /// The tokens of its prose.
    pub(super) range: Range<usize>,
    /// Its times.
    pub(super) times: Range<usize>,
    pub(super) parsed: Parsed,
    pub(super) places: Vec<Place>,
    /// The date of each group.
    pub(super) dated: Vec<Option<Dated>>,
    /// Who says what each group tells.
    pub(super) speakers: Vec<Option<Span>>,
    /// The time that stands before its prose.
    pub(super) entry: Option<usize>,
    pub(super) published: Option<Date>,
}

impl Line {
    pub(super) fn group(&self, draft: &Draft) -> Option<&Group> {
        self.parsed.groups.get(draft.group?)
    }

    /// The clause behind "after" that hangs on a group and of which no day is told.
    pub(super) fn after_undated(&self, group: Option<usize>) -> Option<Range<usize>> {
        let groups = &self.parsed.groups;
        let after = (0..groups.len()).find(|&k| {
            let g = &groups[k];
            g.link == Link::After && g.parent == group && group.is_some() && self.dated[k].is_none() && tells(g)
        })?;
        Some(self.parsed.clause(after))
    }

    /// Whether a participle hangs on what "after" or "before" opens, of which no day is told.
    pub(super) fn hangs_on_undated(&self, group: &Group) -> bool {
        let parent = group.parent.filter(|_| group.tense == Tense::Ing && group.link == Link::When);
        parent.is_some_and(|p| {
            matches!(self.parsed.groups[p].link, Link::After | Link::Before) && self.dated[p].is_none()
        })
    }
}

/// Whether a verb tells what happened.
pub(super) fn tells(group: &Group) -> bool {
    matches!(group.tense, Tense::Past | Tense::PastPerfect | Tense::PastProgressive | Tense::Perfect)
}
