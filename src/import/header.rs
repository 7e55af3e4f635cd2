//! Metadata written into the text itself: `date 2024-03-07 …`, `Title: …`, `Source: …`, and the
//! same keys between the `---` lines of Markdown front matter.

use super::published::{Published, PublishedFrom};
use crate::span::Span;

/// What a header says.
#[derive(Debug, Default)]
pub(super) struct Header {
    /// From the start of the text to where its prose begins; empty where there is no header.
    pub span: Option<Span>,
    pub published: Option<Published>,
    pub title: Option<String>,
    pub source: Option<String>,
}

/// Keys that open a header line, and what they name.
const KEYS: [(&str, Field); 13] = [
    ("date", Field::Published),
    ("published", Field::Published),
    ("publication date", Field::Published),
    ("pubdate", Field::Published),
    ("posted", Field::Published),
    ("updated", Field::Other),
    ("title", Field::Title),
    ("headline", Field::Title),
    ("source", Field::Source),
    ("publisher", Field::Source),
    ("publication", Field::Source),
    ("author", Field::Other),
    ("by", Field::Byline),
];

#[derive(Clone, Copy, PartialEq)]
enum Field {
    Published,
    Title,
    Source,
    Other,
    Byline,
}

/// Reads the header at the head of `text`, if there is one.
///
/// Two shapes are read: lines of `key: value`, and a date key with an ISO date that is glued
/// to the first sentence.
pub(super) fn read(text: &str) -> Header {
    let mut header = Header::default();
    let mut at = text.len() - text.trim_start().len();
    let mut any = false;
    let fenced = text[at..].lines().next().is_some_and(|line| line.trim_end() == "---");
    if fenced {
        at = next_line(text, at + "---".len());
    }
    // More lines of metadata than any export writes.
    for _ in 0..40 {
        let rest = &text[at..];
        let line = rest.lines().next().unwrap_or_default();
        if fenced && line.trim_end() == "---" {
            at = next_line(text, at + line.len());
            any = true;
            break;
        }
        let Some((field, value_at)) = key(line) else {
            // Front matter may hold keys that say nothing to us.
            if fenced && !line.is_empty() && text[at + line.len()..].contains("\n---") {
                at = next_line(text, at + line.len());
                continue;
            }
            break;
        };
        let value = line[value_at..].trim().trim_matches(['"', '\'']);
        let colon = line[..value_at].contains(':');
        if field == Field::Published {
            if let Some(published) = value.get(..value.len().min(25)).and_then(leading_date) {
                header.published.get_or_insert(published.0);
                any = true;
                let date_at = at + value_at + line[value_at..].find(value).unwrap_or(0);
                let after = date_at + published.1;
                let tail = &text[after..at + line.len()];
                if !tail.trim_matches(['"', '\'', ' ']).is_empty() && !colon {
                    // Glued: the prose begins right behind the date.
                    at = after + (tail.len() - tail.trim_start().len());
                    break;
                }
                at = next_line(text, at + line.len());
                continue;
            }
            if !colon {
                break;
            }
        }
        if !colon || value.is_empty() || value.len() > 200 {
            break;
        }
        match field {
            Field::Title => header.title = Some(value.to_owned()),
            Field::Source => header.source = Some(value.to_owned()),
            Field::Published | Field::Other | Field::Byline => {}
        }
        any = true;
        at = next_line(text, at + line.len());
    }
    if any {
        header.span = Some(Span::new(0, u32::try_from(at).unwrap_or(u32::MAX)));
    }
    header
}

/// The field that a line opens with, and where its value begins.
fn key(line: &str) -> Option<(Field, usize)> {
    KEYS.iter().find_map(|&(word, field)| {
        let head = line.get(..word.len())?;
        if !head.eq_ignore_ascii_case(word) {
            return None;
        }
        let rest = &line[word.len()..];
        let space = rest.len() - rest.trim_start().len();
        let colon = rest.trim_start().starts_with(':');
        // Without a colon only a date may follow, set off by space.
        (colon || (field == Field::Published && space > 0)).then_some((field, word.len() + space + usize::from(colon)))
    })
}

/// An ISO date (and time) at the head of `value`, and its length in bytes.
fn leading_date(value: &str) -> Option<(Published, usize)> {
    let length = value
        .bytes()
        .position(|b| !(b.is_ascii_digit() || matches!(b, b'-' | b':' | b'T' | b'Z' | b'+' | b'.')))
        .unwrap_or(value.len());
    let published = Published::parse(value.get(..length)?, PublishedFrom::Header)?;
    Some((published, length))
}

/// Where the line after `end` begins, blank lines skipped.
fn next_line(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    end + (rest.len() - rest.trim_start().len())
}

#[cfg(test)]
mod tests {
    use super::read;

    #[track_caller]
    fn check(text: &str, date: Option<&str>, prose: &str) {
        let header = read(text);
        assert_eq!(header.published.map(|p| p.date.to_string()).as_deref(), date, "{text:?}");
        let start = header.span.map_or(0, |s| s.end as usize);
        assert_eq!(&text[start..], prose, "{text:?}");
    }

    #[test]
    fn headers() {
        check(" date 2024-03-07 Rain fell.", Some("2024-03-07"), "Rain fell.");
        check("Date: 2024-03-07\n\nRain fell.", Some("2024-03-07"), "Rain fell.");
        check("Title: Rain\nSource: The Post\nPublished: 2024-03-07T10:00\nIt fell.", Some("2024-03-07"), "It fell.");
        check("date 2024-03-07", Some("2024-03-07"), "");
        check(
            "---\ntitle: \"Rain\"\ntags: [a]\ndate: '2024-03-07'\n---\n\nRain fell.",
            Some("2024-03-07"),
            "Rain fell.",
        );
    }

    #[test]
    fn prose_is_no_header() {
        check("Date night is back.", None, "Date night is back.");
        check("Published in 2020, the book sold well.", None, "Published in 2020, the book sold well.");
        check("By Tuesday: nothing.", None, "By Tuesday: nothing.");
        check("Posted 2024-99-99 wrong.", None, "Posted 2024-99-99 wrong.");
        check("---\nRain fell.", None, "---\nRain fell.");
        check("", None, "");
        check("date", None, "date");
    }

    #[test]
    fn names() {
        let header = read("Title: Rain\nSource: The Post\n\nIt fell.");
        assert_eq!(header.title.as_deref(), Some("Rain"));
        assert_eq!(header.source.as_deref(), Some("The Post"));
    }
}
