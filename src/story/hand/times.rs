//! Dates that a hand set or cleared on expressions of time.

use super::{Hand, Thing, of, pick, place};
use crate::correct::{Correction, Lost, Op, Subject, dated};
use crate::facts::Facts;
use crate::time::{HAND, TimeKind};
use std::borrow::Cow;

/// TIMEX3's value of a day that nobody knows.
const UNKNOWN: &str = "XXXX-XX-XX";

/// Corrects the times; `changed` tells in which articles.
pub(super) fn apply(articles: &mut [Facts], corrections: &[Correction], hand: &mut Hand, changed: &mut [bool]) {
    for (i, correction) in of(corrections, Subject::Time) {
        match one(articles, correction) {
            Ok((article, time)) => {
                changed[article] = true;
                hand.touch(Thing::Time(article as u32, time as u32), correction.op, i, "");
            }
            Err(why) => hand.lose(i, why),
        }
    }
}

fn one(articles: &mut [Facts], correction: &Correction) -> Result<(usize, usize), Lost> {
    let place = place(articles, correction)?;
    let article = place.article as usize;
    let times = &mut articles[article].times;
    let index = pick(times.iter().map(|t| t.span), place.span).ok_or(Lost::Thing)?;
    let time = &mut times[index];
    if correction.op == Op::SetDate {
        let read = dated(&correction.value).ok_or(Lost::Meaning)?;
        time.kind = if read.clock.is_some() { TimeKind::Time } else { TimeKind::Date };
        time.value = match read.clock {
            Some(_) => correction.value.trim().to_owned(),
            None => read.value,
        };
        time.days = Some(read.days);
    } else {
        time.kind = TimeKind::Date;
        time.value = UNKNOWN.to_owned();
        time.days = None;
    }
    time.modifier = None;
    time.inferred.clear();
    time.anchor = None;
    time.rule = Cow::Borrowed(HAND);
    Ok((article, index))
}
