//! Times of a sentence that date no clause of it: what a figure is compared with, the end of the
//! stretch that one is of, the year of a firm, what stands beside a subject.

use super::group::{Group, Link, Parsed, Tense};
use super::table::Table;
use super::verbs;
use super::words::{Kind, Words};

/// Tokens between "compared with" and the time of what a figure is compared with, at most; and where that is told by
/// its distance: "up from $148 million, or 53 cents per share, a year earlier".
const NEAR: usize = 9;
const FAR: usize = 16;

/// Whether a time dates nothing. Its tokens are `first..end`.
pub(crate) fn dates_nothing(words: &Words, start: usize, first: usize, end: usize) -> bool {
    // "thirty years ago this week": of another year.
    let anniversary = words.is(first, &["this", "today"]) && words.is(first.wrapping_sub(1), &["ago"]);
    // "in |the week to 28 April" is not this week.
    let stretch = words.is(end, &["to"]) && end > first && length_to(words, end + 1).is_some();
    // "says in its bulletin of |yesterday": when that came out.
    static PAPERS: Table = Table::new(
        "article bulletin communique communiqué decree dispatch edition email e-mail issue letter memo minutes note report statement",
    );
    let paper = first > start + 1 && words.is(first - 1, &["of"]) && PAPERS.has(words.word(first - 2));
    anniversary || paper || stretch || is_business_year(words, first, end) || is_of_a_figure(words, start, first)
}

/// "the first quarter of the financial year", "the fiscal year": every firm has its own.
fn is_business_year(words: &Words, first: usize, end: usize) -> bool {
    let business = |t: usize| words.is(t, &["financial", "fiscal"]);
    (words.is(end, &["of"]) && (end + 1..end + 5).any(business))
        || ((first..end).any(business) && !(first..end).any(|t| words.kind(t) == Kind::Number))
}

/// Whether an hour is the first of two: "a curfew from |6 p.m. to 6 a.m."
pub(crate) fn opens_hours(words: &Words, start: usize, first: usize, end: usize) -> bool {
    first > start && words.is(first - 1, &["from", "between"]) && words.is(end, &HOURS)
}

/// Whether an hour is the second of two: "a curfew from 6 p.m. to |6 a.m."
pub(crate) fn ends_hours(words: &Words, start: usize, first: usize) -> bool {
    let opened = || (start..first).rev().take(7).any(|t| words.is(t, &["from", "between"]));
    first > start && words.is(first - 1, &HOURS) && opened()
}

/// What stands between two hours.
const HOURS: [&str; 4] = ["to", "until", "till", "and"];

/// "61%, down from 66% in 2019", "compared with four in May", "than in 2019": an earlier figure's time, which
/// may date the noun before it and no clause.
pub(crate) fn is_compared(words: &Words, start: usize, phrase: usize) -> bool {
    let back = |back: usize| phrase.checked_sub(back).filter(|&t| t >= start);
    if back(1).is_some_and(|t| words.is(t, &["than", "versus"])) {
        return true;
    }
    let figure = |t: usize| {
        matches!(words.kind(t), Kind::Number | Kind::Content | Kind::Determiner)
            || words.is(t, &["%", "$", "£", "€", "per"])
    };
    // "fallen to 22%, from 31% at the last election in 2022"
    let from = |t: usize| words.is(t, &["from"]) && t > start && words.is(t - 1, &[","]);
    if (2..=NEAR).map_while(back).any(|t| from(t) && words.kind(t + 1) == Kind::Number) {
        return true;
    }
    let by_distance =
        (phrase..phrase + 5).any(|t| words.is(t, &["ago", "earlier", "before", "same", "previous", "prior"]));
    let goes_on = |t: usize| by_distance && words.is(t, &[",", "or", "and"]);
    let reach = if by_distance { FAR } else { NEAR };
    let opener = (1..=reach).map_while(back).find(|&t| !figure(t) && !goes_on(t) && !words.is(t, &["of", "."]));
    let Some(at) = opener.filter(|&t| t > start) else { return false };
    let direction = ["up", "down", "higher", "lower", "increase", "decrease", "rise", "fall", "drop", "improvement"];
    let sum = |t: usize| words.kind(t) == Kind::Number || words.is(t, &["$", "£", "€"]);
    // "rose to $16.5 billion |from $14.7 billion a year ago"
    let amounts = ["percent", "%", "cent", "cents", "billion", "million", "trillion", "points", "pence"];
    let before = || words.kind(at - 1) == Kind::Number || words.is(at - 1, &amounts);
    match words.word(at) {
        "from" => words.is(at - 1, &direction) || by_distance && sum(at + 1) && before(),
        "with" | "to" => words.is(at - 1, &["compared", "compares", "comparing"]),
        "versus" | "against" => by_distance,
        _ => false,
    }
}

/// "a loss for the three months |to 31 March": when the stretch ended of which a figure is told.
fn is_of_a_figure(words: &Words, start: usize, first: usize) -> bool {
    let opener = (start..first).rev().take(8).find(|&t| words.kind(t) == Kind::Preposition);
    length_to(words, first).is_some() && opener.is_some_and(|t| words.is(t, &["for", "of"]))
}

/// The group that has the time of one that says where prices stood in the end: "|fell 8 percent to close at $61".
pub(crate) fn to_close(parsed: &Parsed, group: usize) -> Option<usize> {
    static MOVES: Table = Table::new(
        "add advance climb decline drop edge fall gain jump lose plunge rally rise shed sink slide slip slump soar surge tumble",
    );
    let close = parsed.groups.get(group).filter(|g| g.tense == Tense::Infinitive)?;
    let parent = close.parent.filter(|&p| parsed.groups.get(p).is_some_and(|g| MOVES.has(&g.lemma)))?;
    matches!(close.lemma.as_str(), "close" | "end" | "finish" | "settle" | "trade").then_some(parent)
}

/// Verbs of what is done to who has done something.
static JUDGED: Table = Table::new(
    "accuse acquit arrest blame charge clear convict detain extradite fine find imprison indict jail plead prosecute \
     sentence sue suspect suspend try",
);

/// Whether a token stands behind what somebody is judged for: "was convicted of taking bribes |in 2003".
pub(crate) fn of_a_crime(words: &Words, group: &Group, phrase: usize) -> bool {
    let doing = |t: usize| {
        words.is(t, &["of", "for"])
            && words.kind(t + 1) == Kind::Content
            && words.word(t + 1).ends_with("ing")
            && verbs::read(words.word(t + 1)).is_some_and(|v| v.forms & verbs::form::ING != 0)
    };
    JUDGED.has(&group.lemma) && (group.last + 1..phrase).any(doing)
}

/// Tokens between a time and the clause behind "when" that tells what was then, at most.
const REACH: usize = 9;

/// A length of time.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Length {
    Days(i32),
    Months(i32),
}

/// How long the stretch is that ends at a time: "in the three months to |31 March", "the week to |Sunday".
pub(crate) fn length_to(words: &Words, first: usize) -> Option<Length> {
    let to = (first.checked_sub(2)?..first).rev().find(|&t| words.is(t, &["to"]))?;
    let unit = to.checked_sub(1)?;
    let many = words.word(to.checked_sub(2)?);
    let digits = many.parse().ok().filter(|n| (1..100).contains(n));
    let number = digits.or_else(|| crate::time::spelled_number(many).and_then(|n| i32::try_from(n).ok())).unwrap_or(1);
    Some(match words.word(unit) {
        "week" | "weeks" => Length::Days(7 * number),
        "month" | "months" => Length::Months(number),
        "quarter" => Length::Months(3),
        "half" => Length::Months(6),
        "year" | "years" => Length::Months(12 * number),
        _ => return None,
    })
}

/// "Jan Novak, the bank's chief from 2005 to 2011, |told the inquiry", "The report, due on Friday, |was
/// delayed": what is put in beside the subject has its own time.
pub(crate) fn is_apposed(words: &Words, group: &Group, phrase: usize, end: usize) -> bool {
    if end > group.first || group.first == 0 || !words.is(group.first - 1, &[","]) {
        return false;
    }
    let Some(comma) = (group.start..phrase).rev().find(|&t| words.is(t, &[","])) else { return false };
    let subject = (group.start..comma).any(|t| matches!(words.kind(t), Kind::Content | Kind::Pronoun));
    // "The tally, read out at four, |showed": what was done to it may date the rest.
    let done = verbs::read(words.word(comma + 1)).is_some_and(|v| v.forms & verbs::form::PARTICIPLE != 0);
    let opens = comma + 1 < phrase && matches!(words.kind(comma + 1), Kind::Content | Kind::Determiner) && !done;
    let closed = (end..group.first - 1).all(|t| !words.is(t, &[","]));
    subject && opens && closed
}

/// The group of a clause that says what happened at the time before it: "in 1996, when |a ferry sank".
pub(crate) fn told_when(words: &Words, parsed: &Parsed, end: usize) -> Option<usize> {
    let at = end + usize::from(words.is(end, &[","]));
    // "since 11 February, the day |the king fled"
    let apposed = at > end && words.is(at, &["the"]) && words.is(at + 1, &["day", "week", "month", "year", "night"]);
    let at = at + usize::from(apposed);
    // "last night's fall on Wall Street, |when the index closed at its lowest"
    let plain = |t: &usize| {
        matches!(words.kind(*t), Kind::Content | Kind::Preposition | Kind::Determiner | Kind::Clitic)
            && !parsed.is_verb(*t)
    };
    let behind = (end..end + REACH).take_while(plain).last().map_or(end, |t| t + 1);
    let of_it = words.is(behind, &[","]) && words.is(behind + 1, &["when"]);
    let at = if of_it { behind + 1 } else { at };
    if !apposed && !words.is(at, &["when"]) {
        return None;
    }
    let told = parsed.groups.iter().position(|g| g.first > at)?;
    (parsed.groups[told].start <= at + 1).then_some(told)
}

/// Whether a time that ends before a token leads a count to or from a clause: "On Friday, a week after |a bridge
/// fell|, the mayor resigned". It is of what follows, and not of the fall.
pub(crate) fn leads_a_count(words: &Words, group: &Group, end: usize) -> bool {
    let opener = (group.start..group.first).find(|&t| words.is(t, &["after", "before"]));
    matches!(group.link, Link::After | Link::Before)
        && words.is(end, &[","])
        && opener.is_some_and(|t| (end + 1..end + 8).contains(&t))
}

/// "said that in March, |the firm paid": the clause that a time behind "that" opens.
pub(crate) fn opens_what_is_said(words: &Words, parsed: &Parsed, phrase: usize, end: usize) -> Option<usize> {
    let start = if phrase > parsed.offset && words.is(phrase - 1, &["as"]) { phrase - 1 } else { phrase };
    let that = start.checked_sub(1).filter(|&t| words.is(t, &["that"]))?;
    parsed.groups.iter().find(|g| g.last + 1 == that)?;
    parsed.groups.iter().position(|g| g.first >= end && g.tense != Tense::Reduced)
}

/// The verb of which a day tells that stands behind what somebody holds: "|revoked the rights held by a firm to run it on
/// Friday". Holding and using have no day.
pub(crate) fn told_by(parsed: &Parsed, index: usize) -> usize {
    let groups = &parsed.groups;
    let held = |k: usize| {
        let lasts = ["hold", "own", "use", "need", "require"].contains(&&*groups[k].lemma);
        groups[k].tense == Tense::Reduced && lasts
    };
    let Some(holder) = groups[index].parent.filter(|&p| groups[index].tense == Tense::Infinitive && held(p)) else {
        return index;
    };
    let above = |k: usize| groups[k].parent.filter(|&p| p < k);
    let aside = |k: &usize| matches!(groups[*k].tense, Tense::Infinitive | Tense::Reduced);
    std::iter::successors(above(holder), |&k| above(k)).find(|k| !aside(k)).unwrap_or(index)
}
