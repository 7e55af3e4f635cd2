//! Lines that are not prose: advertisement markers and headings.

use crate::span::Span;
use serde::{Deserialize, Serialize};

/// A stretch of the text that is not prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noise {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: NoiseKind,
}

/// What a stretch that is not prose is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoiseKind {
    /// A metadata line or prefix ("date 2024-03-07").
    Header,
    /// A line that marks an advertisement.
    Advertisement,
    /// A heading on a line of its own: context, but it tells nothing itself.
    Heading,
    /// "By Ana Diaz" on a line of its own.
    Byline,
}

/// A line alone that says an advertisement stood here, in the spellings that exports leave.
const ADVERTISEMENT: [&str; 9] = [
    "advertisement",
    "advertisment",
    "advertisements",
    "ad",
    "advert",
    "sponsored",
    "sponsored content",
    "continue reading below",
    "story continues below advertisement",
];

/// Whether a line, without the marks around it, says that an advertisement stood here.
pub(super) fn is_advertisement(bare: &str) -> bool {
    ADVERTISEMENT.iter().any(|ad| bare.eq_ignore_ascii_case(ad))
}

/// The longest line that can be a heading, in words.
const HEADING_WORDS: usize = 14;

/// Finds the noise of `text`, `header` being what [`super::header`] found.
pub(super) fn find(text: &str, header: Option<Span>) -> Vec<Noise> {
    let mut noise = Vec::new();
    let mut at = 0;
    if let Some(span) = header {
        noise.push(Noise { span, kind: NoiseKind::Header });
        at = span.end as usize;
    }
    let lines = lines(text, at);
    let spaced = lines.windows(2).any(|w| w[1].blank_before);
    for (i, line) in lines.iter().enumerate() {
        let words = &text[line.span.start as usize..line.span.end as usize];
        let bare = words.trim_matches(|c: char| !c.is_alphanumeric());
        let kind = if is_advertisement(bare) {
            NoiseKind::Advertisement
        } else if is_byline(words) {
            NoiseKind::Byline
        } else {
            let followed = lines
                .get(i + 1)
                .is_some_and(|next| next.span.len() > 2 * line.span.len() || !spaced || next.blank_before);
            let alone = !spaced || line.blank_before || i == 0;
            if alone && followed && is_heading(words, spaced) { NoiseKind::Heading } else { continue }
        };
        noise.push(Noise { span: line.span, kind });
    }
    noise
}

struct Line {
    span: Span,
    blank_before: bool,
}

/// The lines that hold something, trimmed.
fn lines(text: &str, from: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut at = from;
    let mut blank_before = true;
    for raw in text[from..].split_inclusive('\n') {
        let trimmed = raw.trim();
        if trimmed.is_empty() {
            blank_before = true;
        } else {
            let start = at + (raw.len() - raw.trim_start().len());
            let span = Span::new(start as u32, (start + trimmed.len()) as u32);
            lines.push(Line { span, blank_before });
            blank_before = false;
        }
        at += raw.len();
    }
    lines
}

/// A short line in title or upper case, or with no verb mark of a sentence at its end.
fn is_heading(line: &str, spaced: bool) -> bool {
    if line.ends_with(['.', '!', '?', ',', ';', '"', '”', '’', ')', '…']) {
        return false;
    }
    let line = line.trim_start_matches('#').trim_start();
    let words: Vec<&str> = line.split_whitespace().collect();
    if words.is_empty() || words.len() > HEADING_WORDS {
        return false;
    }
    let long: Vec<&&str> = words.iter().filter(|w| w.chars().count() > 3).collect();
    let capital = |w: &str| w.chars().find(|c| c.is_alphanumeric()).is_none_or(|c| c.is_uppercase() || c.is_numeric());
    // Title case: every longer word opens with a capital. Sentence case: a few words, no stop.
    let title_case = !long.is_empty() && long.iter().all(|w| capital(w));
    title_case || (spaced && words.len() <= 8 && capital(words[0]) && !line.ends_with(':'))
}

/// "By Ana Diaz", "By ANA DIAZ and Li Wei" on a line of its own.
fn is_byline(line: &str) -> bool {
    let Some(rest) = line.strip_prefix("By ").or_else(|| line.strip_prefix("BY ")) else { return false };
    let words: Vec<&str> = rest.split_whitespace().collect();
    (1..=10).contains(&words.len())
        && !line.ends_with('.')
        && words.iter().all(|w| {
            matches!(*w, "and" | "in" | "for" | "of" | "the" | "|") || w.chars().next().is_some_and(char::is_uppercase)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, NoiseKind)]) {
        let found: Vec<_> = find(text, None).into_iter().map(|n| (n.span.of(text), n.kind)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn advertisement_lines() {
        check("Rain fell.\n\nAdvertisment\n\nIt stopped.", &[("Advertisment", NoiseKind::Advertisement)]);
        check("Rain fell.\n\nADVERTISEMENT\n\nIt stopped.", &[("ADVERTISEMENT", NoiseKind::Advertisement)]);
        check("The advertisement ran.\n\nIt stopped.", &[]);
    }

    #[test]
    fn headings() {
        check("Rain fell.\n\nWhat Comes Next\n\nIt stopped at noon there.", &[("What Comes Next", NoiseKind::Heading)]);
        check(
            "Rain fell.\n\nWhat we know so far\n\nIt stopped at noon there.",
            &[("What we know so far", NoiseKind::Heading)],
        );
        check("Rain fell.\nIt stopped.", &[]);
        check("“No comment”\n\nHe left the room at once.", &[]);
    }

    #[test]
    fn bylines() {
        check(
            "By Ana Diaz and Li Wei\n\nRain fell all day in the town.",
            &[("By Ana Diaz and Li Wei", NoiseKind::Byline)],
        );
        check("By Tuesday the rain had stopped.\n\nIt fell again.", &[]);
    }
}
