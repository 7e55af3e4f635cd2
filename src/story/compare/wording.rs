//! What a row says in words.

use super::Draft;
use crate::facts::Facts;
use crate::story::{Aspect, Copy, RowKind};

/// A short name of a kind.
pub(super) fn kind(kind: RowKind) -> &'static str {
    match kind {
        RowKind::HardConflict => "hard",
        RowKind::SoftConflict => "soft",
        RowKind::OpinionConflict => "opinion",
        RowKind::SingleSource => "single",
        RowKind::Agree => "agree",
    }
}

/// One plain sentence: what differs, or what is said.
pub(super) fn summary(articles: &[Facts], draft: &Draft) -> String {
    let mut out = String::new();
    let text = |i: usize| {
        let said = &draft.said[i];
        said.mark.of(&articles[said.article as usize].article.text)
    };
    match draft.kind {
        RowKind::SingleSource => {
            out.push_str(articles[draft.said[0].article as usize].article.label());
            out.push_str(" alone reports: ");
            let told = draft.said[0].span.of(&articles[draft.said[0].article as usize].article.text);
            // The summary brings its own full stop.
            out.push_str(told.strip_suffix('.').unwrap_or(told));
        }
        RowKind::Agree => {
            out.push_str(noun(draft.aspect));
            out.push_str(" agree: ");
            list(&mut out, draft, &text, articles, false);
        }
        _ => {
            out.push_str(noun(draft.aspect));
            out.push_str(" differ: ");
            list(&mut out, draft, &text, articles, true);
        }
    }
    out.push('.');
    out
}

/// The marked words of each voice, each wording once, with who says it.
fn list<'t>(out: &mut String, draft: &Draft, text: &dyn Fn(usize) -> &'t str, articles: &[Facts], who: bool) {
    let mut seen: Vec<&str> = Vec::new();
    for i in 0..draft.said.len() {
        let words = text(i);
        if seen.contains(&words) || seen.len() == 4 {
            continue;
        }
        if !seen.is_empty() {
            out.push_str(if who { ", against " } else { " and " });
        }
        out.push('“');
        out.push_str(words);
        out.push('”');
        if who {
            out.push_str(" (");
            out.push_str(articles[draft.said[i].article as usize].article.label());
            out.push(')');
        }
        seen.push(words);
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
