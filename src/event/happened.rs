//! Whether an event has happened or is to come, which decides on which side of the publication a time without a
//! year or week lies.

use super::Certainty;
use super::group::{Group, Tense};
use super::speech;
use super::trigger::Draft;
use super::words::Words;
use crate::day;
use crate::time::TimeMention;
use jiff::civil::Date;

/// Days from a publication beyond which the same day of the year before is the nearer one.
const HALF_A_YEAR: i32 = 182;

/// What tells of a plan that its day is over: "|had been due to begin", "was to |have begun", "was |supposed
/// to begin".
const PAST: [&str; 5] = ["had", "'d", "’d", "have", "supposed"];

/// "had been expected", "was planned"
fn was_awaited(group: &Group) -> bool {
    matches!(group.tense, Tense::Past | Tense::PastPerfect) && group.passive && speech::is_expecting(&group.lemma)
}

/// Whether a draft is of what has happened, or of what is to come.
pub(crate) fn happened(words: &Words, draft: &Draft, group: Option<&Group>) -> Option<bool> {
    match (draft.certainty, group.map(|g| g.tense)) {
        // "had been expected on 9 April": that day may be over or not.
        (Certainty::Planned, _) if group.is_some_and(was_awaited) => None,
        // "had been due to speak on Monday": it was to be, and the day is over.
        (Certainty::Planned, _) if group.is_some_and(|g| (g.first..g.head).any(|t| words.is(t, &PAST))) => Some(true),
        // "is to undock on Friday, if the weather is good"
        (Certainty::Planned, _) | (Certainty::Possible, Some(Tense::Future)) => Some(false),
        (_, Some(Tense::Past | Tense::PastPerfect | Tense::PastProgressive)) => Some(true),
        _ => None,
    }
}

/// "The inspection was planned for September", told in December: what was planned or expected has the nearer day.
pub(crate) fn nearest(
    happened: Option<bool>,
    group: Option<&Group>,
    time: &TimeMention,
    published: Option<Date>,
) -> Option<bool> {
    let ahead = time.days.zip(published).map_or(0, |(days, p)| day::number(days.from) - day::number(p));
    if ahead > HALF_A_YEAR && group.is_some_and(was_awaited) { Some(true) } else { happened }
}
