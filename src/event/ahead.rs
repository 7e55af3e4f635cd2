//! What the present tense tells of days to come: "The trial opens next week", "Results are expected
//! on Thursday".

use super::anchor::Dated;
use super::group::{Group, Parsed, Tense};
use super::speech;
use super::words::Words;
use crate::day;
use crate::time::{Inferred, TimeMention};
use jiff::civil::Date;

/// Days ahead within which what "was set for 12 June" is still to come, the year not being stated.
const SOON: i32 = 92;

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
        let ahead = time.days.zip(published).map_or(0, |(days, p)| day::number(days.from) - day::number(p));
        let (later, soon) = (ahead > 0, (1..SOON).contains(&ahead));
        // "reconvenes on Monday": the next one, whatever else a Monday would be.
        let weekday = time.inferred.contains(&Inferred::Weekday);
        let fixed = match group.tense {
            // "has been called for Monday"; in December, "was planned for September" is of months ago.
            // "is planned for this evening"
            Tense::Present | Tense::Past | Tense::Perfect if is_set(words, group, time) => {
                soon || weekday || group.tense == Tense::Present && time.days.is_some() && ahead == 0
            }
            // "is expected this afternoon"
            Tense::Present if is_awaited(words, group) => time.days.is_some() && ahead >= 0 || weekday,
            Tense::Present if speech::is_scheduled(&group.lemma) => later || weekday,
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
    let passive = group.passive && speech::is_expecting(&group.lemma);
    let due = group.lemma == "be" && words.is(group.last + 1, &["due"]);
    passive || due
}

/// "called for Monday", "was set for 12 June".
fn is_set(words: &Words, group: &Group, time: &TimeMention) -> bool {
    let fixing = ["announce", "arrange", "book", "call", "fix", "plan", "schedule", "set", "slate"];
    let first = words.document.tokens_in(time.span).start;
    group.passive && fixing.contains(&group.lemma.as_str()) && group.last < first && words.is(first - 1, &["for"])
}
