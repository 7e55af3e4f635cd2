//! What the present tense tells of days to come: "The trial opens next week", "Results are expected
//! on Thursday".

use super::anchor::Dated;
use super::group::{Group, Parsed, Tense};
use super::speech;
use super::words::Words;
use crate::time::{Inferred, TimeMention};
use jiff::civil::Date;

/// Gives the groups of a sentence that tell what is fixed for a day to come the tense of what they mean.
pub(crate) fn look(
    words: &Words,
    parsed: &mut Parsed,
    dated: &[Option<Dated>],
    times: &[TimeMention],
    published: Option<Date>,
) {
    for (group, date) in parsed.groups.iter_mut().zip(dated) {
        let Some(date) = date.as_ref().filter(|d| !d.borrowed) else { continue };
        let time = &times[date.time];
        let later = time.days.zip(published).is_some_and(|(days, published)| days.from > published);
        // "reconvenes on Monday": the next one, whatever else a Monday would be.
        let weekday = time.inferred.contains(&Inferred::Weekday);
        let fixed = match group.tense {
            Tense::Present if is_awaited(words, group) || speech::is_scheduled(&group.lemma) => later || weekday,
            Tense::Present => {
                later && !matches!(group.lemma.as_str(), "be" | "have") && !speech::is_speech(&group.lemma)
            }
            // "the ship was expected on Saturday": of the year that "was planned for May" means, it says nothing.
            Tense::Past => later && weekday && is_awaited(words, group),
            _ => false,
        };
        if fixed {
            group.tense = Tense::Future;
        }
    }
}

/// "is expected", "are scheduled", "is due".
fn is_awaited(words: &Words, group: &Group) -> bool {
    let passive = group.passive && matches!(group.lemma.as_str(), "expect" | "schedule" | "slate" | "plan");
    let due = group.lemma == "be" && words.is(group.last + 1, &["due"]);
    passive || due
}
