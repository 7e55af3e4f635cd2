//! How long something has been, held against when it began.
//!
//! ```text
//! a: the line, which is 45 years old      b: the line was built in 1978
//! a: the first census for seventeen years b: the last one was held in 2006
//! ```
//! Lengths and years are many, and meet by chance: a length must reach to its own day, a year be that in which
//! something began or was last done, and short ones share a word.

use super::dated::{Dated, said};
use crate::claim::Turns;
use crate::claim::quantity::is_someone;
use crate::claim::unit::Unit;
use crate::claim::words::Set;
use crate::entity::EntityKind;
use crate::facts::Facts;
use crate::letter::lower;
use crate::span::Span;
use crate::story::compare::index::{At, shared};
use crate::story::compare::phrase::Phrase;
use crate::story::compare::{Draft, Said, Telling};
use crate::story::{Aspect, RowKind};
use crate::time::{TimeKind, TimeMention};

/// Years, or months, from which on a length meets a date seldom by chance.
const LONG: i32 = 10;
/// Shorter lengths than these, in years and in months, say nothing.
const LEAST: i32 = 3;
/// Beginnings that one length is held against, at most.
const FEW: usize = 64;

/// Words before a length that reaches to the day of its article.
static UP_TO_NOW: Turns = Turns::new(&["for", "first in", "first for", "after", "in", "the past", "the last", "these"]);
/// Words behind one that does so whatever stands before.
static GONE_BY: Turns = Turns::new(&["have passed", "had passed", "have gone by", "since", "old"]);
/// Words of what is to last so long, or of another length than that of what is.
static TO_COME: Turns = Turns::new(&[
    "will",
    "would",
    "could",
    "may",
    "might",
    "shall",
    "to",
    "if",
    "every",
    "each",
    "next",
    "within",
    "until",
    "sentenced",
    "jailed",
    "barred",
    "suspended",
    "guaranteed",
    "contract",
    "lease",
]);
/// Words by which something begins, or was last done.
static BEGUN: Turns = Turns::new(&[
    "since",
    "built",
    "opened",
    "founded",
    "established",
    "commissioned",
    "joined",
    "introduced",
    "dates",
    "dating",
    "last",
    "began",
    "begun",
    "started",
    "launched",
    "set up",
    "installed",
    "elected",
    "completed",
    "inaugurated",
    "entered",
    "took office",
    "took over",
    "came into",
    "came to power",
    "formed",
    "made",
    "delivered",
    "created",
]);

/// How long something has been.
struct Length<'s> {
    at: At,
    statement: u32,
    /// In months.
    months: i32,
    /// Whether it is told in years.
    years: bool,
    said: Said,
    facts: &'s Facts,
}

/// Finds the rows about lengths that come to the same as a date; `all` in the order of their sentences.
pub(super) fn rows(story: &Telling, all: &[Dated], drafts: &mut Vec<Draft>) {
    let begun: Vec<&Dated> = all.iter().filter(|d| begins(story.articles, d)).take(4 * FEW).collect();
    if begun.is_empty() {
        return;
    }
    for (a, facts) in story.articles.iter().enumerate() {
        for length in lengths(a as u32, facts) {
            // Of each other article the date whose sentence is most like.
            let mut best: Vec<(u32, f32, &Dated)> = Vec::new();
            for &d in begun.iter().filter(|d| d.at.article != length.at.article && meets(&length, d)).take(FEW) {
                let similarity = story.index.similarity(length.at, d.at);
                if similarity == 0.0 && !is_one(story, &length, d) {
                    continue;
                }
                match best.iter_mut().find(|b| b.0 == d.at.article) {
                    Some(b) if b.1 < similarity => *b = (d.at.article, similarity, d),
                    Some(_) => {}
                    None => best.push((d.at.article, similarity, d)),
                }
            }
            if let Some(likest) = best.iter().map(|b| b.1).reduce(f32::max) {
                let mut claims = vec![length.said.clone()];
                claims.extend(best.iter().map(|b| said(story.articles, b.2)));
                let why = "One tells how long it has been, the other when it began, and the two come to the same.";
                drafts.push(Draft::new(RowKind::Agree, Aspect::Date, 0.5 + likest, why, claims));
            }
        }
    }
}

/// Whether a length and a date that share no other word may be of one thing.
fn is_one(story: &Telling, length: &Length, d: &Dated) -> bool {
    let of = |at: At, s: u32| &story.articles[at.article as usize].claims.statements[s as usize].terms;
    let long = length.months >= LONG * if length.years { 12 } else { 1 };
    long || shared(of(length.at, length.statement), of(d.at, d.statement)).next().is_some()
}

/// The lengths of an article that reach to its own day.
fn lengths(article: u32, facts: &Facts) -> impl Iterator<Item = Length<'_>> {
    let durations = facts.times.iter().filter_map(|t| Some((t.span, months(t)?)));
    // "45 years old", "a 45-year-old line": not of people, who are as old as they are.
    let ages = facts.claims.quantities.iter().filter_map(|q| {
        let words = q.span.of(&facts.article.text);
        let aged = q.unit == Unit::Age && words.contains("year");
        (aged && q.value < 1e3).then(|| (q.span, (q.value as i32 * 12, true)))
    });
    let mut found: Vec<(Span, (i32, bool))> = durations.chain(ages).collect();
    found.retain(|f| f.1.0 >= LEAST * if f.1.1 { 12 } else { 1 });
    found.into_iter().filter_map(move |(span, (months, years))| {
        let at = facts.claims.statements.partition_point(|s| s.span.end <= span.start);
        let statement = facts.claims.statements.get(at).filter(|s| s.span.contains(span) && s.commentary < 3)?;
        let here = At { article, sentence: statement.sentence };
        lasts(facts, statement.span, span).then(|| Length {
            at: here,
            statement: at as u32,
            months,
            years,
            said: Said { article, span: statement.span, mark: span, value: format!("P{months}M") },
            facts,
        })
    })
}

/// "P57Y" in months, and whether it is of years.
fn months(time: &TimeMention) -> Option<(i32, bool)> {
    let count = time.value.strip_prefix('P').filter(|_| time.kind == TimeKind::Duration)?;
    let years = count.ends_with('Y');
    let count: i32 = count.strip_suffix(['Y', 'M'])?.parse().ok().filter(|n| *n < 1000)?;
    Some((if years { count * 12 } else { count }, years))
}

/// Whether a length is of what is still so, or was until now.
fn lasts(facts: &Facts, clause: Span, length: Span) -> bool {
    let words = Phrase::new(facts, clause);
    let at = |i: usize| words.span(i..i + 1).map_or(u32::MAX, |w| w.start);
    let first = (0..words.len()).find(|&i| at(i) >= length.start).unwrap_or(0);
    let behind = (first..words.len()).find(|&i| at(i) >= length.end).unwrap_or(words.len());
    if (0..first).any(|i| words.any(i, &TO_COME).is_some()) {
        return false;
    }
    let old = length.of(&facts.article.text).ends_with("old");
    if old || words.any(behind, &GONE_BY).is_some() {
        return !of_somebody(facts, clause, &words, behind);
    }
    let before = |n: usize| first.checked_sub(n).and_then(|i| words.any(i, &UP_TO_NOW)).is_some_and(|w| w <= n);
    // "at the end of our street |for fifty-seven years|", "a member |for the past| nine months"
    let led = (1..4).any(before);
    led && !words.is(behind, "ago") && !words.is(behind, "later") && !words.is(behind, "in prison")
}

/// Things that end as the names of those who do something.
static THINGS: Set = Set::new(
    "plant tower tanker reactor elevator helicopter cruiser trawler freighter liner carrier trailer tractor boiler \
     transformer theater center motor shelter steamer pier altar cooler counter",
);

/// Whether what is so old is somebody.
fn of_somebody(facts: &Facts, clause: Span, words: &Phrase, behind: usize) -> bool {
    let noun = lower(words.of(behind));
    let mentions = &facts.entities.mentions;
    let from = mentions.partition_point(|m| m.span.end <= clause.start);
    let mut here = mentions[from..].iter().take_while(|m| m.span.start < clause.end);
    (is_someone(&noun) && !THINGS.has(&noun))
        || words.by_pronoun()
        || here.any(|m| m.kind == EntityKind::Person && clause.contains(m.span))
}

/// Whether a date is that at which something began, and says its year.
fn begins(articles: &[Facts], d: &Dated) -> bool {
    let facts = &articles[d.at.article as usize];
    let clause = super::statement(articles, d).span;
    let words = Phrase::new(facts, clause);
    let date = (0..words.len()).find(|&i| words.span(i..i + 1).is_some_and(|w| w.start >= d.time.span.start));
    let near = date.map_or(0..0, |i| i.saturating_sub(12)..i);
    !d.bare && &*d.time.rule != "ago" && near.clone().any(|i| words.any(i, &BEGUN).is_some())
}

/// Whether a length reaches from a date to the day of its own article.
fn meets(length: &Length, d: &Dated) -> bool {
    let Some(told) = length.facts.article.published_date() else { return false };
    let (from, to) = (d.days.from, d.days.to);
    let apart = |day: jiff::civil::Date| {
        let whole = i32::from(told.year() - day.year()) * 12 + i32::from(told.month() - day.month());
        whole - i32::from(told.day() < day.day())
    };
    if from > told {
        return false;
    }
    if d.length() > 300 {
        return length.years && from.year() == to.year() && i32::from(told.year() - from.year()) * 12 == length.months;
    }
    let unit = if length.years { 12 } else { 1 };
    // Begun in the course of a month, it is a month more or less.
    (apart(to)..=apart(from)).any(|n| n / unit == length.months / unit)
}

#[cfg(test)]
mod tests {
    use crate::facts::{self, Reader};
    use crate::import::{Article, Record};

    /// Whether articles of June 2024 are found to tell one beginning.
    #[track_caller]
    fn check(a: &str, b: &str, expected: bool) {
        let read = |(id, text): (&str, &str)| {
            let text = format!("The town has a market. {text}");
            let record = Record { id: id.into(), text, published: Some("2024-06-12".into()), ..Record::default() };
            facts::read(Article::new(record), &Reader::default())
        };
        let story = crate::story::tell([("a", a), ("b", b)].map(read).into());
        let found = story.rows.iter().any(|r| r.why.starts_with("One tells how long it has been"));
        assert_eq!(found, expected, "{a} | {b}");
    }

    #[test]
    fn how_long_and_since_when() {
        let mill = "The mill was built in 1981.";
        check("The plant, which is 43 years old, is closed.", mill, true);
        check("The 43-year-old plant is closed.", mill, true);
        check("A chimney has stood there for forty-three years.", mill, true);
        check("It was the first strike in 43 years.", "Dockers last went on strike in 1981.", true);
        check("Forty-three years had passed.", "Nobody has dared to do so since 1981.", true);
        // Near misses: another year, a person, what is to come, a length that lies in the past, a year in which
        // nothing began.
        check("The 42-year-old plant is closed.", mill, false);
        check("A 43-year-old miller was fined.", mill, false);
        check("Anna Dahl, who is 43 years old, was fined.", mill, false);
        check("It will stay closed for 43 years.", mill, false);
        check("He was jailed for 43 years.", mill, false);
        check("It burned down 43 years later.", mill, false);
        check("The 43-year-old plant is closed.", "A kiosk was robbed in 1981.", false);
    }

    #[test]
    fn short_lengths_need_a_word() {
        check("The mayor has led the guild for six years.", "Anna Dahl has led the guild since 2018.", true);
        check("The lamps of the pier have been out for seven months.", "The pier has been dark since November.", true);
        // Near misses: no word in common, two months more.
        check("The mayor has led the guild for six years.", "The well has been dry since 2018.", false);
        check("The lamps of the pier have been out for nine months.", "The pier has been dark since November.", false);
    }
}
