//! Times of day.
//!
//! ```text
//! 10 a.m. · 10:30 · 8 p.m. EST · 14:48 UTC · 3 o'clock · half past five · noon · midnight
//! at 14.22 hrs · at 0915 hours · fired at 9.16, · 5.20 on Sunday morning · at nine this morning · at around six · until six in the evening
//! morning · the afternoon · Friday night                  not: at 9.35 on Friday · 2.50 hours
//! ```

use crate::text::TokenKind;
use crate::time::amount;
use crate::time::found::{Clock, Found, Meaning};
use crate::time::lexed::Lexed;
use crate::time::words::{Class, Key, PARTS, PLURAL};

/// A clock time.
pub(super) fn clock(t: &Lexed, at: usize) -> Option<Found> {
    let (minute, second, hour_only, next) = match t.class(at) {
        Class::Digits => {
            digits(t, at).or_else(|| of_hours(t, at)).or_else(|| in_part(t, at)).or_else(|| minutes_past(t, at))?
        }
        Class::Cardinal => spelled(t, at).or_else(|| minutes_past(t, at)).or_else(|| in_part(t, at))?,
        Class::Part => return named(t, at),
        Class::Unit => half_past(t, at)?,
        _ => return None,
    };
    let (zone_end, utc) = zone(t, next);
    let clock = Clock::At { minute, second, hour_only, utc };
    Some(Found::new(at, zone_end, Meaning::Clock).at(clock))
}

/// "10:30", "10:30:15", "10 a.m.", "10.30 p.m.", "1600 GMT", "3 o'clock".
fn digits(t: &Lexed, at: usize) -> Option<(u16, Option<u8>, bool, usize)> {
    if at > 0 && !t.spaced(at) && !matches!(t.text(at - 1), "(" | "[" | "\"" | "“" | "-" | "–" | "—" | "@" | ",")
    {
        return None;
    }
    let (mut minute, mut second) = (0, None);
    let mut hour: u16;
    let mut next = at + 1;
    let mut has_minutes = false;
    match t.digits(at) {
        Some((number, 4)) if number % 100 < 60 && number <= 2400 => {
            // "1600 GMT", "0830 hours".
            let hours = t.class(next) == Class::Unit && t.value(next) == PLURAL + 2;
            let zoned = t.class(next) == Class::Zone && is_zone(t, next);
            // "landed at |0420 local time|", "the call came at |0615| from a ship": no year begins with a nought.
            let local = is_placed(t, at) && t.is(next, "local") && t.is(next + 1, "time");
            let at_it = matches!(t.key(at.wrapping_sub(1)), Key::At | Key::Until);
            let nought = t.text(at).starts_with('0') && at_it && !hours && t.class(next) != Class::Unit;
            let named = zoned || local || nought || (hours && (t.text(at).starts_with('0') || is_placed(t, at)));
            if !named {
                return None;
            }
            let end = if hours { hours_end(t, next) } else { next };
            return Some(((number / 100 * 60 + number % 100) as u16, None, false, end));
        }
        Some((number, 1..=2)) if number <= 24 => hour = number as u16,
        Some(_) => return None,
        None => {
            // "10.30 p.m." is one token.
            (hour, minute) = dotted(t, at)?;
            has_minutes = true;
            if !matches!(t.key(next), Key::Am | Key::Pm) || hour > 12 {
                return None;
            }
        }
    }
    if !has_minutes && t.is_mark(next, b':') && !t.spaced(next) && !t.spaced(next + 1) {
        let (m, 2) = t.digits(next + 1)? else { return None };
        minute = u16::try_from(m).ok().filter(|m| *m < 60)?;
        has_minutes = true;
        next += 2;
        if t.is_mark(next, b':')
            && !t.spaced(next)
            && let Some((s, 2)) = t.digits(next + 1)
            && s < 61
        {
            second = Some(s as u8);
            next += 2;
        } else if t.is_mark(next, b':') && !t.spaced(next) && t.class(next + 1) == Class::Digits && !t.spaced(next + 1)
        {
            return None; // "1:10:3"
        }
    }
    let (half, end) = half_of_day(t, next);
    if let Some(afternoon) = half {
        if hour == 0 && afternoon || hour > 12 && !(afternoon && has_minutes) {
            return None;
        }
        if hour <= 12 {
            hour = hour % 12 + if afternoon { 12 } else { 0 };
        }
        return Some((hour * 60 + minute, second, !has_minutes, end));
    }
    if t.key(next) == Key::Oclock && hour <= 12 {
        return Some((hour * 60, None, true, next + 1));
    }
    if !has_minutes {
        // "at 3 in the morning", "15h30".
        if hour <= 12 && t.key(next) == Key::In && t.key(next + 1) == Key::The && t.class(next + 2) == Class::Part {
            let late = matches!(t.value(next + 2), 2 | 3);
            return Some(((hour % 12 + if late { 12 } else { 0 }) * 60, None, true, next + 3));
        }
        let minutes = t.text(next).strip_prefix('h').filter(|m| m.len() == 2 && !t.spaced(next))?;
        let minute = minutes.parse::<u16>().ok().filter(|m| *m < 60)?;
        return Some((hour * 60 + minute, None, false, next + 1));
    }
    // "won 10:30" and "3:16" of a verse are no times of day where a score or a name stands by.
    let before = at.wrapping_sub(1);
    let name = t.capital(before)
        && t.class(before) == Class::Other
        && t.kind(before) == Some(TokenKind::Word)
        && !t.line_start(before);
    let record = t.is_any(before, "of in score record ratio") && !(t.class(next) == Class::Zone);
    let scored = t.is_any(next, "win victory lead ratio defeat minutes");
    if (record || scored) || name && t.text(at).len() < 2 {
        return None;
    }
    Some((hour * 60 + minute, second, false, next))
}

/// "14.22": hour and minute in one token.
fn dotted(t: &Lexed, at: usize) -> Option<(u16, u16)> {
    let (h, m) = t.text(at).split_once('.')?;
    let (hour, minute) = (h.parse().ok()?, m.parse().ok()?);
    (m.len() == 2 && h.len() < 3 && hour < 25 && minute < 60).then_some((hour, minute))
}

/// "at |14.22 hrs", "from |19.00 to 06.00 hours": not "2.50 hours", which are a length.
fn of_hours(t: &Lexed, at: usize) -> Option<(u16, Option<u8>, bool, usize)> {
    let (hour, minute) = dotted(t, at)?;
    let whole = |at: usize| t.class(at) == Class::Unit && t.value(at) == PLURAL + 2;
    let next = at + 1;
    let first = matches!(t.key(next), Key::To | Key::And) && dotted(t, next + 1).is_some() && whole(next + 2);
    if !is_placed(t, at) || t.text(at).len() < 4 || !(first || whole(next)) {
        return None;
    }
    Some((hour * 60 + minute, None, false, if first { next } else { hours_end(t, next) }))
}

/// Behind "hours", or "hrs" and its full stop.
fn hours_end(t: &Lexed, at: usize) -> usize {
    let inside = t.is(at, "hrs") && !t.capital(at + 2) && !t.line_start(at + 2);
    if inside { t.stop(at + 1) } else { at + 1 }
}

/// "5.20 |on Sunday morning", "nine |this morning", "02.35 |today": an hour that only the words about
/// it tell. "at 9.35 on Friday" may be a price, and "at around five" without a pause an amount.
fn in_part(t: &Lexed, at: usize) -> Option<(u16, Option<u8>, bool, usize)> {
    let next = at + 1;
    let (hour, minute, plain) = match (t.class(at), t.digits(at)) {
        (Class::Cardinal, _) => (u16::from(t.value(at)), 0, true),
        (_, Some((hour, 1..=2))) => (hour as u16, 0, true),
        _ => dotted(t, at).map(|(hour, minute)| (hour, minute, false))?,
    };
    let time = Some((hour * 60 + minute, None, plain, next));
    // "It was |6.50|.", "The time was |2.22|."
    let two = at.wrapping_sub(2);
    if t.is(at.wrapping_sub(1), "was") && t.is_any(two, "it time") && !plain && t.is_mark(next, b'.') {
        return time;
    }
    if plain && !(1..=12).contains(&hour) || !(is_placed(t, at) || !plain && t.is_mark(at.wrapping_sub(1), b',')) {
        return None;
    }
    let on = t.skip(next, Key::On);
    let the = t.skip(on, Key::The);
    let part = |at: usize| t.class(at) == Class::Part || t.class(at) == Class::Unit && t.value(at) == 4;
    let told = match t.class(the) {
        Class::Weekday => part(the + 1),
        Class::Part => the > on && t.key(the + 1) == Key::Of,
        // "02.35 today": no price begins with a nought and has hours before it.
        Class::Deictic => part(the + 1) || !plain && t.text(at).starts_with('0') && t.text(at).len() == 5,
        // "until |six in the evening".
        _ if plain && t.key(next) == Key::In => t.key(next + 1) == Key::The && t.class(next + 2) == Class::Part,
        _ => on == next && matches!(t.key(next), Key::This | Key::That) && part(next + 1),
    };
    let (before, two) = (at.wrapping_sub(1), at.wrapping_sub(2));
    // "at around six, …", "shortly before nine when …".
    let near = match t.key(before) {
        Key::About => t.key(two) == Key::At,
        Key::Before | Key::After => t.is_any(two, "shortly just soon little"),
        _ => false,
    };
    let closed = t.class(next) == Class::Mark || t.is_any(next, "when and as");
    // "fired at |9.16|, …", "held until |9.30|.", "24 July, |15.40|", in a sentence without prices and
    // rates; "at |06.38| at full speed" is no price.
    let dated = t.is_mark(before, b',')
        && (t.class(two) == Class::Month
            || t.class(two) == Class::Digits && t.class(two.wrapping_sub(1)) == Class::Month);
    // "on 8 June at |14.10| a shot fell", "at |14.08| Oslo time".
    let of_day = t.key(before) == Key::At && matches!(t.class(two), Class::Month | Class::Weekday);
    let zoned = t.capital(next) && t.is(next + 1, "time");
    let full = (t.text(at).starts_with('0') && t.text(at).len() == 5 && t.class(next) != Class::Unit)
        || (of_day && t.text(at).len() == 5 && !matches!(t.class(next), Class::Unit | Class::Digits))
        || zoned;
    let bare =
        !plain && (closed || full) && (matches!(t.key(before), Key::At | Key::Until) || dated) && !is_priced(t, at);
    if told || bare || (near && closed && t.class(at) == Class::Cardinal) { time } else { None }
}

/// Whether a number stands among words of prices, rates and marks: "closed at |23.40|", but not "the
/// meeting was closed at |23.40|".
fn is_priced(t: &Lexed, at: usize) -> bool {
    let verb = at.wrapping_sub(2);
    let done = t.is_any(verb.wrapping_sub(1), "was were is are been");
    (t.is_any(verb, "close closes closed") && !done)
        || (at.saturating_sub(14)..at + 10).any(|i| {
            t.is_any(
            i,
            "$ % percent cent cents point points share shares stock stocks index yield yields rate rates price prices \
             priced closing settle settled trade traded trading dollar dollars euro euros yen pound pounds \
             crown crowns franc francs rupee rupees million billion magnitude average averaged mean rank ranked grade \
             score scored odds ratio level",
        )
        })
}

/// Whether a word stands before that times of day stand behind.
fn is_placed(t: &Lexed, at: usize) -> bool {
    use Key::{About, After, And, At, Before, Between, By, From, Of, Since, To, Until};
    let before = at.wrapping_sub(1);
    match t.key(before) {
        About | After | And | At | Before | Between | By | From | Since | To | Until => true,
        // "as of 1800 hrs"; "13 August, 1800 hrs".
        Of => t.is(before.wrapping_sub(1), "as"),
        _ => t.is_mark(before, b',') && t.is(at + 1, "hrs"),
    }
}

/// Whether a number and its "hours" are a time of day and no length.
pub(super) fn is_hour_of_day(t: &Lexed, at: usize) -> bool {
    t.class(at + 1) == Class::Unit && matches!(t.digits(at), Some((_, 4))) && digits(t, at).is_some()
        || of_hours(t, at).is_some()
}

/// "a.m.", "pm", "p": whether it is the afternoon, and where the words end.
fn half_of_day(t: &Lexed, at: usize) -> (Option<bool>, usize) {
    match t.key(at) {
        Key::Pm => (Some(true), am_end(t, at)),
        // "9a", "3:30p" in a note.
        Key::A if t.brief() && !t.spaced(at) && t.text(at).len() == 1 => (Some(false), at + 1),
        _ if t.brief() && !t.spaced(at) && t.is(at, "p") => (Some(true), at + 1),
        Key::Am if t.text(at).len() > 2 || !t.spaced(at) || !is_verb_am(t, at) => (Some(false), am_end(t, at)),
        _ => (None, at),
    }
}

/// A full stop that belongs to "a.m." where the token does not hold it.
fn am_end(t: &Lexed, at: usize) -> usize {
    if t.text(at).contains('.') && !t.text(at).ends_with('.') { t.stop(at + 1) } else { at + 1 }
}

/// "at 10 am" is the morning; "I am" never follows a number.
fn is_verb_am(t: &Lexed, at: usize) -> bool {
    t.class(at.wrapping_sub(1)) != Class::Digits && t.class(at.wrapping_sub(1)) != Class::Cardinal
}

/// "five o'clock", "ten a.m.".
fn spelled(t: &Lexed, at: usize) -> Option<(u16, Option<u8>, bool, usize)> {
    let hour = u16::from(t.value(at));
    if hour > 12 {
        return None;
    }
    if t.key(at + 1) == Key::Oclock {
        return Some((hour * 60, None, true, at + 2));
    }
    let (half, end) = half_of_day(t, at + 1);
    let afternoon = half?;
    Some(((hour % 12 + if afternoon { 12 } else { 0 }) * 60, None, true, end))
}

/// "half past five", "quarter to ten".
fn half_past(t: &Lexed, at: usize) -> Option<(u16, Option<u8>, bool, usize)> {
    let minutes = match t.value(at) {
        11 => 30,
        9 => 15,
        _ => return None,
    };
    let after = match t.key(at + 1) {
        Key::Past | Key::After => true,
        Key::To => false,
        _ => return None,
    };
    let hour = match t.class(at + 2) {
        Class::Cardinal => u16::from(t.value(at + 2)),
        Class::Digits => t.digits(at + 2)?.0 as u16,
        _ => return None,
    };
    if !(1..=12).contains(&hour) {
        return None;
    }
    let (half, end) = half_of_day(t, at + 3);
    let hour = if half == Some(true) { hour % 12 + 12 } else { hour };
    Some((if after { hour * 60 + minutes } else { hour * 60 - minutes }, None, false, end))
}

/// "twenty minutes past five", "at ten past six", "at five minutes to nine".
fn minutes_past(t: &Lexed, at: usize) -> Option<(u16, Option<u8>, bool, usize)> {
    let (amount, next) = amount::read(t, at)?;
    let minutes = u16::try_from(amount.integer()?).ok().filter(|m| (1..60).contains(m))?;
    let named = t.class(next) == Class::Unit && t.value(next) & !PLURAL == 1;
    let joint = next + usize::from(named);
    let before = at.wrapping_sub(1);
    let about = t.key(before) == Key::About && t.key(before.wrapping_sub(1)) == Key::At;
    let placed = t.key(before) == Key::At || about;
    // "It was |ten to five."
    let told = t.is_any(before, "was is") && t.is(before.wrapping_sub(1), "it");
    let after = match t.key(joint) {
        Key::Past if named || placed || (minutes % 5 == 0 && is_hour(t, joint + 1)) => true,
        Key::To if placed && named => false,
        Key::To if (placed || told) && matches!(minutes, 5 | 10 | 20 | 25) && is_hour(t, joint + 1) => false,
        _ => return None,
    };
    let hour = match t.class(joint + 1) {
        Class::Cardinal => u16::from(t.value(joint + 1)),
        Class::Digits => t.digits(joint + 1)?.0 as u16,
        _ => return None,
    };
    let (half, end) = half_of_day(t, joint + 2);
    if !(1..=12).contains(&hour) || t.class(end) == Class::Unit {
        return None;
    }
    let hour = if half == Some(true) { hour % 12 + 12 } else { hour };
    Some((if after { hour * 60 + minutes } else { hour * 60 - minutes }, None, false, end))
}

/// "at twenty to |nine when …", "by ten past |four in the morning": not "at twenty to thirty pounds", "ten past four
/// guards".
fn is_hour(t: &Lexed, at: usize) -> bool {
    let part = t.key(at + 1) == Key::In && t.key(at + 2) == Key::The && t.class(at + 3) == Class::Part;
    let closed = matches!(t.class(at + 1), Class::Mark | Class::Weekday) || t.key(at + 1) == Key::On;
    t.class(at) == Class::Cardinal && (closed || part || t.is_any(at + 1, "when and as"))
}

/// The name of a zone behind a time: where it ends, and whether it is universal time.
fn zone(t: &Lexed, at: usize) -> (usize, bool) {
    let inner = at + usize::from(t.is_mark(at, b'('));
    let known = t.class(inner) == Class::Zone && is_zone(t, inner);
    // "Riga time", "New York time"; but not "Prime Time"
    let capital = |at: usize| t.text(at).starts_with(char::is_uppercase);
    let listed = t.is_any(at, "local our eastern central pacific mountain");
    let short = if listed { t.is(at + 1, "time") } else { capital(at) && t.text(at + 1) == "time" };
    let long =
        ((capital(at) || listed) && t.is_any(at + 1, "standard daylight summer european") && t.is(at + 2, "time"))
            || (capital(at) && capital(at + 1) && t.text(at + 2) == "time");
    if known {
        let utc = t.is_any(inner, "utc gmt zulu");
        return (if inner == at { at + 1 } else { at }, utc && inner == at);
    }
    (at + if short { 2 } else { 3 * usize::from(long) }, false)
}

/// Zones are written in capitals, or small behind a clock time in a message.
fn is_zone(t: &Lexed, at: usize) -> bool {
    let text = t.text(at);
    text.bytes().all(|b| b.is_ascii_uppercase()) || text.len() > 2
}

/// "noon", "midnight": points that have a clock time.
fn named(t: &Lexed, at: usize) -> Option<Found> {
    let (_, minute) = PARTS[usize::from(t.value(at) & 7)];
    minute?;
    let (end, _) = zone(t, at + 1);
    Some(Found::new(at, end, Meaning::Clock).at(Clock::Part(t.value(at))))
}

/// A part of day: "morning", "the afternoon", "in the evening", "overnight".
pub(super) fn part(t: &Lexed, at: usize) -> Option<Found> {
    let word = at;
    let night = t.class(word) == Class::Unit && t.value(word) == 4;
    if t.class(word) != Class::Part && !night {
        return None;
    }
    if t.value(word) >= 32 && !night {
        return None;
    }
    if t.capital(at) && t.capital(at + 1) && t.class(at + 1) == Class::Other {
        return None; // "Monday Night Football"
    }
    let part = if night { 4 } else { t.value(word) };
    let before = at.wrapping_sub(1);
    let articled = t.key(before) == Key::The;
    let lead = if articled { at.wrapping_sub(2) } else { before };
    let dated = t.class(before) == Class::Weekday || t.class(before) == Class::Deictic;
    let placed = matches!(
        t.key(lead),
        Key::In | Key::During | Key::By | Key::Until | Key::Since | Key::Before | Key::After | Key::At | Key::Through
    ) || matches!(t.key(before), Key::Late | Key::Early | Key::Mid)
        || (t.is_hyphen(before) && t.key(at.wrapping_sub(2)) == Key::Mid);
    // "the night of", "the morning after", "evening gown": only where time words stand by.
    let overnight = t.is(at, "overnight") && !(t.spaced(at + 1) && t.capital(at + 1));
    (dated || placed || overnight).then(|| Found::new(at, at + 1, Meaning::Clock).at(Clock::Part(part)))
}
