//! Times of a sentence that date nothing it tells: what a figure is compared with, the end of the
//! stretch that one is of, the year of a firm.

use super::words::{Kind, Words};

/// Tokens between "compared with" and the time of what a figure is compared with, at most.
const NEAR: usize = 8;

/// Whether a time dates nothing. Its tokens are `first..end`; `phrase` is where its preposition stands.
pub(crate) fn dates_nothing(words: &Words, start: usize, phrase: usize, first: usize, end: usize) -> bool {
    // "thirty years ago this week": of another year.
    let anniversary = words.is(first, &["this", "today"]) && words.is(first.wrapping_sub(1), &["ago"]);
    anniversary
        || is_business_year(words, first, end)
        || is_compared(words, start, phrase)
        || is_of_a_figure(words, start, first)
}

/// "the first quarter of the financial year", "the fiscal year": every firm has its own.
fn is_business_year(words: &Words, first: usize, end: usize) -> bool {
    let business = |t: usize| words.is(t, &["financial", "fiscal"]);
    (words.is(end, &["of"]) && (end + 1..end + 5).any(business))
        || ((first..end).any(business) && !(first..end).any(|t| words.kind(t) == Kind::Number))
}

/// "61%, down from 66% in 2019", "compared with four in May", "than in 2019": an earlier figure's time.
fn is_compared(words: &Words, start: usize, phrase: usize) -> bool {
    let back = |back: usize| phrase.checked_sub(back).filter(|&t| t >= start);
    if back(1).is_some_and(|t| words.is(t, &["than", "versus"])) {
        return true;
    }
    let figure = |t: usize| {
        matches!(words.kind(t), Kind::Number | Kind::Content | Kind::Determiner) || words.is(t, &["%", "$", "£", "€"])
    };
    let opener = (1..=NEAR).map_while(back).find(|&t| !figure(t) && !words.is(t, &["of", "."]));
    let Some(at) = opener.filter(|&t| t > start) else { return false };
    let direction = ["up", "down", "higher", "lower", "increase", "decrease", "rise", "fall", "drop", "improvement"];
    match words.word(at) {
        "from" => words.is(at - 1, &direction),
        "with" | "to" => words.is(at - 1, &["compared", "compares", "comparing"]),
        _ => false,
    }
}

/// "a loss for the three months |to 31 March": when the stretch ended of which a figure is told.
fn is_of_a_figure(words: &Words, start: usize, first: usize) -> bool {
    let back = |back: usize| first.checked_sub(back).filter(|&t| t >= start);
    let Some(to) = (1..3).map_while(back).find(|&t| words.is(t, &["to"])) else { return false };
    let unit = to.checked_sub(1).is_some_and(|t| words.is(t, &["months", "weeks", "year", "quarter", "half", "years"]));
    let opener = (start..to).rev().take(6).find(|&t| words.kind(t) == Kind::Preposition);
    unit && opener.is_some_and(|t| words.is(t, &["for", "of"]))
}
