//! Which agreements are worth a reader's row.
//!
//! A day that stands only in a dateline ("LIMA, 16 May (CPA) —", "Oslo, 3 June 2024.") tells
//! when an article was sent, and states nothing on which another could agree. And of the weeks in
//! which all of it happened, a day is no more than when two different things were.

use super::index::At;
use super::{Draft, Said, Telling};
use crate::event::is_bare_clock;
use crate::span::Span;
use crate::story::{Aspect, RowKind};
use crate::time::Days;

/// No dateline is longer, in bytes.
const LONGEST: usize = 70;
/// Sentences less alike than this that share no word tell of two things.
const ALIKE: f32 = 0.08;
/// Days before the oldest article within which everything that it is about happens.
const WEEKS: i32 = 120;
/// A period longer than this is seldom named, and says the more.
const MONTH: i32 = 31;

/// Drops the claims that state nothing, and the agreements of which one article is left.
pub(super) fn keep(story: &Telling, drafts: &mut Vec<Draft>) {
    drafts.retain_mut(|draft| {
        if draft.kind != RowKind::Agree || draft.aspect != Aspect::Date {
            return true;
        }
        draft.said.retain(|s| {
            let facts = &story.articles[s.article as usize];
            let sent = facts.sentences.first().is_some_and(|&first| is_dateline(&facts.article.text, first, s.mark));
            !sent
        });
        draft.said.first().zip(draft.said.last()).is_some_and(|s| s.0.article != s.1.article)
            && !by_chance(story, draft)
    });
}

/// Whether two articles only happen to name one day of the same weeks: neither in the sentence
/// that opens it, and in sentences that share no word.
fn by_chance(story: &Telling, draft: &Draft) -> bool {
    let [p, q] = draft.said.as_slice() else { return false };
    let (Some(x), Some(y)) = (day(story, p), day(story, q)) else { return false };
    let days = || story.articles.iter().filter_map(|f| f.article.published_date()).map(crate::day::number);
    let Some((oldest, newest)) = days().min().zip(days().max()) else { return false };
    let (from, to) = (crate::day::number(x.from), crate::day::number(x.to));
    // What lies ahead of all is named for what will be on it.
    if x != y || to - from > MONTH || from > newest || oldest - from > WEEKS {
        return false;
    }
    let at = |s: &Said| {
        let facts = &story.articles[s.article as usize];
        let statement = facts.claims.statements.partition_point(|x| x.span.end <= s.mark.start);
        let sentence = facts.claims.statements.get(statement)?.sentence;
        Some(((s.article, statement as u32), At { article: s.article, sentence }))
    };
    let (Some((i, a)), Some((k, b))) = (at(p), at(q)) else { return false };
    a.sentence + b.sentence > 0
        && story.index.similarity(a, b) < ALIKE
        && !story.same.matter(i, k)
        && !story.same.share_deed(i, k)
}

/// The day that a claim names; none where it tells a time of day alone.
fn day(story: &Telling, said: &Said) -> Option<Days> {
    story.articles[said.article as usize].times_in(said.mark).filter(|t| !is_bare_clock(t)).find_map(|t| t.days)
}

/// Whether a mark stands in the dateline of an article's first sentence.
fn is_dateline(text: &str, first: Span, mark: Span) -> bool {
    let sentence = first.of(text);
    let dash = ["—", "–", " - "].iter().filter_map(|d| sentence.find(d)).min();
    let line = &sentence[..dash.unwrap_or(sentence.len())];
    // "LIMA, 16 May (CPA) —": names, numbers and short forms only.
    let names = |w: &str| w.len() < 4 || !w.starts_with(|c: char| c.is_lowercase());
    line.len() <= LONGEST
        && first.start <= mark.start
        && mark.end as usize <= first.start as usize + line.len()
        && line.split(|c: char| !c.is_alphanumeric()).all(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, day: &str, expected: bool) {
        let end = text.find(". ").map_or(text.len(), |i| i + 1);
        let start = text.find(day).unwrap_or_default();
        let mark = Span::new(start as u32, (start + day.len()) as u32);
        assert_eq!(is_dateline(text, Span::new(0, end as u32), mark), expected, "{text}");
    }

    #[test]
    fn days_of_datelines() {
        check("LIMA, 16 May (CPA) — A ferry sank on Friday.", "16 May", true);
        check("Oslo, 3 June 2024. The museum is closed.", "3 June 2024", true);
        check("HARWICH, March 5 (NP) - A crane fell on Tuesday.", "March 5", true);
        // Near misses: what the sentence tells, and one that is no dateline.
        check("LIMA, 16 May (CPA) — A ferry sank on Friday.", "Friday", false);
        check("The museum closed on 3 June 2024. It was full.", "3 June 2024", false);
        check("On 3 June the museum closed — for good, it said.", "3 June", false);
    }

    /// Whether two articles are found to agree on a day.
    #[track_caller]
    fn agree(a: &str, b: &str, expected: bool) {
        use crate::facts::{self, Reader};
        use crate::import::{Article, Record};
        let read = |(id, text): (&str, &str)| {
            let text = format!("The town has a market. {text}");
            let record = Record { id: id.into(), text, published: Some("2024-03-08".into()), ..Record::default() };
            facts::read(Article::new(record), &Reader::default())
        };
        let story = crate::story::tell([("a", a), ("b", b)].map(read).into());
        let found = story.rows.iter().any(|r| r.kind == RowKind::Agree && r.aspect == Aspect::Date);
        assert_eq!(found, expected, "{a} | {b}");
    }

    #[test]
    fn days_that_two_articles_name() {
        agree("The baker of the mill was fined on 4 March.", "On 4 March a judge fined the baker of the mill.", true);
        agree("The mill was built in 1912.", "Nobody had seen such a flood since 1912.", true);
        agree("A judge will decide on 20 March.", "The verdict is due on 20 March.", true);
        // Near misses: one day of one week, on which two things happened.
        agree("The mill was fined on 4 March.", "A kiosk was robbed on 4 March.", false);
        agree("Two pupils fell ill in February.", "In February a kiosk was robbed.", false);
    }
}
