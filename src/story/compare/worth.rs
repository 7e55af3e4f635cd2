//! Which agreements are worth a reader's row.
//!
//! A day that stands only in a dateline ("LIMA, 16 May (CPA) —", "Oslo, 3 June 2024.") tells
//! when an article was sent, and states nothing on which another could agree.

use super::{Draft, Telling};
use crate::span::Span;
use crate::story::{Aspect, RowKind};

/// No dateline is longer, in bytes.
const LONGEST: usize = 70;

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
    });
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
}
