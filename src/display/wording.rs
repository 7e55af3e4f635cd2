//! A date in words: "mid-February 2024", "not after 8 March 2024".

use super::strings::{fill, word};
use crate::event::{Certainty, When};
use crate::time::{Days, Modifier};
use jiff::civil::Date;

/// When something happened, in words; spans of days are written by the function given.
#[must_use]
pub fn when(when: &When, write: &dyn Fn(Days) -> String) -> String {
    let day = |day: Date| write(Days { from: day, to: day });
    let Some(days) = when.days else {
        return match (when.not_before, when.not_after) {
            (Some(from), Some(to)) if from == to => day(from),
            (Some(from), Some(to)) => fill(word("when.between"), &[&day(from), &day(to)]),
            (Some(from), None) => fill(word("when.not-before"), &[&day(from)]),
            (None, Some(to)) => fill(word("when.not-after"), &[&day(to)]),
            (None, None) => word("when.none").to_owned(),
        };
    };
    let pattern = match when.modifier {
        Some(Modifier::Start) => word("when.early"),
        Some(Modifier::Mid) => word("when.mid"),
        Some(Modifier::End) => word("when.late"),
        Some(Modifier::Approx) => word("when.about"),
        Some(Modifier::Before) => word("when.before"),
        Some(Modifier::After) => word("when.after"),
        _ => "{}",
    };
    let clock = when.clock.map(|(hour, minute)| format!(", {hour:02}:{minute:02}")).unwrap_or_default();
    [&fill(pattern, &[&write(days)]), clock.as_str()].concat()
}

/// How sure the articles are; empty where they simply report.
#[must_use]
pub fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Reported => "",
        Certainty::Claimed => word("certainty.claimed"),
        Certainty::Planned => word("certainty.planned"),
        Certainty::Denied => word("certainty.denied"),
        Certainty::Possible => word("certainty.possible"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::display::sample;

    #[test]
    fn dates_in_words() {
        let check = |time: &str, expected: &str| {
            let write = |days: Days| if days.from == days.to { days.from.to_string() } else { "June 2024".into() };
            assert_eq!(when(&sample::when(time), &write), expected, "{time}");
        };
        check("2024-06-03?", "2024-06-03");
        check("<2024-06-01/2024-06-30", "early June 2024");
        check("|2024-06-01/2024-06-30", "mid-June 2024");
        check("~2024-06-03", "about 2024-06-03");
        check("..", "no date stated");
        check("..2024-06-03", "not after 2024-06-03");
        check("2024-06-01..", "not before 2024-06-01");
        check("2024-06-01..2024-06-03", "between 2024-06-01 and 2024-06-03");
        check("2024-06-03..2024-06-03", "2024-06-03");
    }
}
