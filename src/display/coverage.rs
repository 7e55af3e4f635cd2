//! Coverage: which source reports which event, who was first, who is silent; and copied
//! passages side by side.

use super::marked::{self, Piece};
use super::voices::Voices;
use crate::story::{Copy, EventMention, Story};
use jiff::civil::Date;

/// What a source has on an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Report {
    /// It reports it, and no source that says when it published did so earlier.
    First(EventMention),
    /// It reports it.
    Reports(EventMention),
    /// All it published came out before the event or before anybody reported it: it could not.
    TooEarly,
    /// It could have, and does not.
    Silent,
}

/// The line of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Index into [`Story::events`].
    pub event: u32,
    /// What each voice has on it.
    pub reports: Vec<Report>,
    /// How many voices report it.
    pub voices: u32,
}

/// What each voice has on an event.
#[must_use]
pub fn line(story: &Story, voices: &Voices, event: u32) -> Line {
    let mentions = story.events.get(event as usize).map_or(&[][..], |e| &e.mentions);
    let published = |article: u32| story.articles.get(article as usize).and_then(|f| f.article.published_date());
    let first = mentions.iter().filter_map(|m| published(m.place.article)).min();
    let report = |voice: usize| {
        let own = mentions.iter().filter(|m| voices.of(m.place.article) as usize == voice);
        let key = |m: &&EventMention| (published(m.place.article).unwrap_or(Date::MAX), **m);
        match own.min_by_key(key) {
            Some(&mention) => {
                let alone = mentions.iter().all(|m| voices.of(m.place.article) as usize == voice);
                let early = first.is_some() && published(mention.place.article) == first;
                if early || alone { Report::First(mention) } else { Report::Reports(mention) }
            }
            None => {
                let articles = voices.list.get(voice).map_or(&[][..], |v| &v.articles);
                let last = articles.iter().map(|&a| published(a).unwrap_or(Date::MAX)).max();
                let from = story.events.get(event as usize).and_then(|e| e.when.days).map(|d| d.from);
                let known = from.into_iter().chain(first).max();
                if last < known { Report::TooEarly } else { Report::Silent }
            }
        }
    };
    let reports: Vec<Report> = (0..voices.list.len()).map(report).collect();
    let count = reports.iter().filter(|r| matches!(r, Report::First(_) | Report::Reports(_))).count();
    Line { event, reports, voices: count as u32 }
}

/// A passage that two articles share, for showing side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct SideBySide {
    /// In the earlier article, what the later one lacks marked.
    pub a: Vec<Piece>,
    /// In the later article, what the earlier one lacks marked.
    pub b: Vec<Piece>,
}

/// The two sides of a copied passage.
#[must_use]
pub fn side_by_side(story: &Story, copy: &Copy) -> SideBySide {
    let text = |article: u32| story.articles.get(article as usize).map_or("", |f| f.article.text.as_str());
    let marks_a: Vec<_> = copy.differs.iter().map(|d| d.0).collect();
    let marks_b: Vec<_> = copy.differs.iter().map(|d| d.1).collect();
    SideBySide {
        a: marked::pieces(text(copy.a.article), copy.a.span, &marks_a),
        b: marked::pieces(text(copy.b.article), copy.b.span, &marks_b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::display::sample::{event, story, when};
    use crate::span::Span;
    use crate::story::Place;

    fn check(time: &str, articles: &[u32], expected: &str) {
        let mut story = story(&[
            ("a", None, "2024-03-07"),
            ("b", None, "2024-03-10"),
            ("c", None, "2024-03-10"),
            ("d", None, "2024-03-28"),
            ("e", None, ""),
        ]);
        story.events = vec![event("x", when(time), articles)];
        let line = line(&story, &Voices::new(&story), 0);
        let letter = |report: &Report| match report {
            Report::First(_) => 'F',
            Report::Reports(_) => 'r',
            Report::TooEarly => '.',
            Report::Silent => '-',
        };
        assert_eq!(line.reports.iter().map(letter).collect::<String>(), expected, "{time} {articles:?}");
    }

    #[test]
    fn who_was_first_and_who_is_silent() {
        check("2024-03-08", &[1, 3], ".F-r-");
        check("2024-03-08", &[1, 2, 3], ".FFr-");
        check("2024-02-01", &[0, 1], "Fr---");
        check("..2024-03-28", &[3], "...F-");
        check("2024-03-01", &[4], "----F");
        check("2024-03-01", &[4, 0], "F---r");
    }

    #[test]
    fn copies_mark_what_differs() {
        let story = story(&[("a", None, "2024-03-07"), ("b", None, "2024-03-10")]);
        let place = |article| Place { article, span: Span::new(0, 20) };
        let copy = Copy {
            a: place(0),
            b: place(1),
            verbatim: false,
            similarity: 0.9,
            differs: vec![(Span::new(6, 8), Span::new(6, 6))],
        };
        let sides = side_by_side(&story, &copy);
        assert_eq!(sides.a.iter().filter(|p| p.marked).map(|p| p.text.as_str()).collect::<Vec<_>>(), ["40"]);
        assert_eq!(sides.b.len(), 1);
    }
}
