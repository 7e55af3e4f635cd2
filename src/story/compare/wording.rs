//! What a row says in words.

use super::Draft;
use crate::facts::Facts;
use crate::real;
use crate::story::{Aspect, Claim, Copy, RowKind, label};
use std::borrow::Cow;

/// One plain sentence: who says what, in the sources' own words, the same beside the same. `claims` are those of
/// the draft, in its order.
pub(super) fn summary(articles: &[Facts], draft: &Draft, claims: &[Claim]) -> String {
    let mut out = String::new();
    if draft.kind == RowKind::SingleSource {
        let said = &draft.said[0];
        let article = &articles[said.article as usize].article;
        out.push_str(&label(articles, said.article));
        out.push_str(" alone reports: ");
        let told = said.span.of(&article.text);
        // The summary brings its own full stop.
        out.push_str(told.strip_suffix('.').unwrap_or(told));
    } else {
        out.push_str(noun(draft.aspect));
        out.push_str(match draft.kind {
            RowKind::Agree => " agree: ",
            RowKind::OpinionConflict => " judge differently: ",
            _ => " differ: ",
        });
        list(&mut out, articles, draft, claims);
    }
    out.push('.');
    out
}

/// The words of one side: those that say the same, and who says them.
struct Side<'t> {
    words: &'t str,
    value: &'t str,
    who: Vec<(Cow<'t, str>, Option<&'t str>)>,
}

/// What each side says; sides of one value stand together, the others against them.
fn list(out: &mut String, articles: &[Facts], draft: &Draft, claims: &[Claim]) {
    let mut sides: Vec<Side> = Vec::new();
    for (said, claim) in draft.said.iter().zip(claims).take(VOICES) {
        let article = &articles[said.article as usize].article;
        let words = said.mark.of(&article.text);
        let speaker = claim.speaker.as_deref().filter(|s| !words.contains(s));
        let who = (label(articles, said.article), speaker);
        match sides.iter_mut().find(|s| s.words == words) {
            Some(side) if side.who.contains(&who) => {}
            Some(side) => side.who.push(who),
            // Behind those of its value.
            None => {
                let same = |s: &Side| !said.value.is_empty() && one_value(s.value, &said.value);
                let at = sides.iter().rposition(same).map_or(sides.len(), |i| i + 1);
                sides.insert(at, Side { words, value: &said.value, who: vec![who] });
            }
        }
    }
    let more = sides.len().saturating_sub(MOST) + draft.said.len().saturating_sub(VOICES);
    sides.truncate(MOST);
    for (i, side) in sides.iter().enumerate() {
        if let Some(before) = i.checked_sub(1).and_then(|b| sides.get(b)) {
            let apart = draft.kind != RowKind::Agree && (side.value.is_empty() || !one_value(before.value, side.value));
            out.push_str(if apart { ", against " } else { " and " });
        }
        out.push('“');
        quote(out, side.words);
        out.push_str("” (");
        for (k, (source, speaker)) in side.who.iter().enumerate() {
            out.push_str(if k > 0 { "; " } else { "" });
            out.push_str(source);
            if let Some(speaker) = speaker {
                out.push_str(", citing ");
                out.push_str(speaker);
            }
        }
        out.push(')');
    }
    if more > 0 {
        out.push_str(", and others");
    }
}

/// Claims that a summary looks at; the row lists them all.
const VOICES: usize = 24;
/// Wordings in a summary at most.
const MOST: usize = 4;
/// Characters of a quotation at most.
const LONGEST: usize = 110;

/// Whether two normalised values are one: the same, or figures that differ by a rounding of units.
fn one_value(a: &str, b: &str) -> bool {
    let read = |v: &str| -> Option<(f64, usize)> {
        let bare = v.trim_start_matches(['~', '≥', '>', '<', '≤']);
        let end = bare.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(bare.len());
        // The unit must be the same too: how much of the value it takes.
        Some((real::parse(&bare[..end])?, bare.len() - end))
    };
    let unit = |v: &str| v.trim_start_matches(|c: char| !c.is_alphabetic()).to_owned();
    a == b
        || matches!((read(a), read(b)), (Some(x), Some(y)) if x.1 == y.1 && unit(a) == unit(b)
            && (x.0 - y.0).abs() <= 0.021 * x.0.max(y.0) && a.contains('.') | b.contains('.'))
}

/// Some words, cut at a word where they are many, on one line.
fn quote(out: &mut String, words: &str) {
    let cut = words.char_indices().nth(LONGEST).map_or(words.len(), |c| words[..c.0].rfind(' ').unwrap_or(c.0));
    for (i, word) in words[..cut].split_whitespace().enumerate() {
        out.push_str(if i > 0 { " " } else { "" });
        out.push_str(word);
    }
    if cut < words.len() {
        out.push('…');
    }
}

fn noun(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Count => "The counts",
        Aspect::Amount => "The amounts",
        Aspect::Measure => "The measures",
        Aspect::Date => "The dates",
        Aspect::Order => "The orders of events",
        Aspect::Place => "The places",
        Aspect::Actor => "The actors",
        Aspect::Responsibility => "The attributions",
        Aspect::Cause => "The causes",
        Aspect::Status => "The states of affairs",
        Aspect::Fact => "The reports",
    }
}

/// What was compared and why it was judged so.
pub(super) fn why(articles: &[Facts], copies: &[Copy], draft: &Draft) -> String {
    let mut out = draft.why.to_owned();
    let copied = draft.said.iter().any(|x| {
        let from = copies.partition_point(|c| c.a.article < x.article);
        let of = copies[from..].iter().take_while(|c| c.a.article == x.article).filter(|c| c.a.span.contains(x.mark));
        let mut both =
            of.flat_map(|c| draft.said.iter().map(move |y| c.b.article == y.article && c.b.span.contains(y.mark)));
        both.any(|b| b)
    });
    if copied {
        out.push_str(" One source took the passage over from another, so the two are one voice.");
    }
    let days: Vec<_> =
        draft.said.iter().filter_map(|s| articles[s.article as usize].article.published_date()).collect();
    if matches!(draft.kind, RowKind::SoftConflict | RowKind::HardConflict) && days.windows(2).any(|w| w[0] != w[1]) {
        out.push_str(" Published ");
        let mut last = None;
        for day in days {
            if last != Some(day) {
                if last.is_some() {
                    out.push_str(", ");
                }
                out.push_str(&day.to_string());
            }
            last = Some(day);
        }
        out.push('.');
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::facts::{self, Reader};
    use crate::import::{Article, Record};

    #[test]
    fn articles_are_named_as_everywhere_else() {
        let read = |(id, source, text): (&str, Option<&str>, &str)| {
            let (id, source, text) = (id.into(), source.map(Into::into), text.into());
            let published = Some("2024-03-08".into());
            let record = Record { id, source, text, published, ..Record::default() };
            facts::read(Article::new(record), &Reader::default())
        };
        let story = crate::story::tell(
            [
                ("000_4ed709c9b91a07b8", None, "A bridge near Holm fell on Friday, killing 12 people, police said."),
                ("b", Some("Holm Post"), "A bridge near Holm fell on Friday, killing 15 people, police said."),
            ]
            .map(read)
            .into(),
        );
        let all: String = story.rows.iter().map(|row| row.summary.as_str()).collect();
        assert!(all.contains("Article 1") && all.contains("Holm Post"), "{all}");
        assert!(!all.contains("4ed709"), "{all}");
    }
}
