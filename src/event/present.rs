//! What is told as so "now": of the day of writing, which then is stated and not supposed.

use super::When;
use super::group::{Group, Link, Parsed, Tense};
use super::words::{Kind, Words};
use crate::span::Span;
use crate::time::{Days, Inferred, TimeMention};
use jiff::civil::Date;

/// The day of a clause that is told as so "now" or "still": that of publication.
pub(crate) fn present(
    words: &Words,
    parsed: &Parsed,
    group: usize,
    times: &[TimeMention],
    published: Option<Date>,
) -> Option<When> {
    let published = published?;
    let (word, time) = said(words, parsed, group, times)?;
    Some(When {
        days: Some(Days { from: published, to: published }),
        value: Some(published.to_string()),
        inferred: vec![Inferred::Anchor],
        basis: format!(
            "The clause says “{}”, as of the day of publication, {published}.",
            word.of(words.document.text)
        ),
        time,
        ..When::default()
    })
}

/// The word by which a clause says that it tells of the present, and the time that it is.
///
/// Not in what somebody is quoted with, whose now may have been another day, nor where a clause tells aside
/// who or what something is ("its owner, which now runs a studio").
pub(crate) fn said(
    words: &Words,
    parsed: &Parsed,
    group: usize,
    times: &[TimeMention],
) -> Option<(Span, Option<Span>)> {
    let told = &parsed.groups[group];
    let now = matches!(told.tense, Tense::Present | Tense::Progressive);
    if !now || told.link == Link::Relative || is_quoted(words, parsed, told) {
        return None;
    }
    let reference = times.iter().find(|time| {
        let tokens = words.document.tokens_in(time.span);
        // "until now", "for now"
        let led = tokens.start.checked_sub(1).is_some_and(|t| words.kind(t) == Kind::Preposition);
        time.value == "PRESENT_REF" && parsed.owner(tokens.start) == Some(group) && !led
    });
    reference
        .map(|time| (time.span, Some(time.span)))
        .or_else(|| lasting(words, parsed, group).map(|t| (words.cover(&(t..t + 1)), None)))
}

/// "The bridge is |still closed", "The phones |already have a limit": the word beside a verb in the present
/// that says so.
pub(crate) fn lasting(words: &Words, parsed: &Parsed, group: usize) -> Option<usize> {
    let told = &parsed.groups[group];
    if !matches!(told.tense, Tense::Present | Tense::Progressive) {
        return None;
    }
    let word = |t: usize| words.is(t, &["already", "currently", "now", "presently", "still"]);
    // The adverbs before it may be taken for those of a participle: "phones |sold here already have a limit".
    let before = (parsed.offset..told.first).rev().take_while(|&t| words.kind(t) == Kind::Adverb);
    let after = (told.first..parsed.offset + parsed.owner.len()).take(4).filter(|&t| parsed.owner(t) == Some(group));
    before.chain(after).find(|&t| word(t))
}

/// Whether a group stands within quotation marks of its sentence.
fn is_quoted(words: &Words, parsed: &Parsed, group: &Group) -> bool {
    let before = parsed.offset..group.first;
    before.filter(|&t| words.is(t, &["\"", "“", "”", "‘‘", "``", "''"])).count() % 2 == 1
}
