//! What changed after a day: a toll raised, a claim withdrawn, each with the words before and after.
//!
//! Reads [`crate::story::asof::known`]; the page shows it beside the handle that replays a story.

use super::marked::{self, Piece};
use crate::span::Span;
use crate::story::asof::{self, Change, Of, Turn};
use crate::story::{Place, Story};
use jiff::civil::Date;

/// What changed after a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// What was told otherwise later, what matters most first.
    pub lines: Vec<Line>,
    /// Articles that came later.
    pub articles: u32,
    /// Events that only later articles tell.
    pub events: u32,
    /// Rows of which nothing had been said by then.
    pub rows: u32,
}

/// One thing that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The row or event.
    pub of: Of,
    /// How it changed; [`Turn::name`] is the key of its word.
    pub turn: Turn,
    /// The last that was known.
    pub before: Side,
    /// The first that says otherwise.
    pub after: Side,
}

/// What one article says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The day of its publication.
    pub published: Option<Date>,
    /// The clause or sentence.
    pub place: Place,
    /// Its words, cut where the part that differs begins and ends.
    pub pieces: Vec<Piece>,
}

/// What changed after the end of `day`.
#[must_use]
#[inline(never)]
pub fn after(story: &Story, day: Date) -> Changes {
    let known = asof::known(story, day);
    let later = |all: usize, known: usize| (all - known.min(all)) as u32;
    Changes {
        lines: known.changes.iter().filter_map(|c| line(story, c)).collect(),
        articles: known.articles.iter().filter(|&&was| !was).count() as u32,
        events: later(story.events.len(), known.events.len()),
        rows: later(story.rows.len(), known.rows.len()),
    }
}

fn line(story: &Story, change: &Change) -> Option<Line> {
    let side = |at: u32| -> Option<Side> {
        let (place, mark) = match change.of {
            Of::Row(row) => {
                let claim = story.rows.get(row as usize)?.claims.get(at as usize)?;
                (claim.place, claim.mark)
            }
            Of::Event(event) => {
                let mention = story.events.get(event as usize)?.mentions.get(at as usize)?;
                (Place { span: mention.sentence, ..mention.place }, mention.place.span)
            }
        };
        Some(said(story, place, mark))
    };
    Some(Line {
        of: change.of,
        turn: change.turn,
        before: side(*change.before.last()?)?,
        after: side(*change.after.first()?)?,
    })
}

fn said(story: &Story, place: Place, mark: Span) -> Side {
    let article = story.articles.get(place.article as usize).map(|f| &f.article);
    let text = article.map_or("", |a| a.text.as_str());
    // What is marked whole is not marked at all.
    let marks = if mark == place.span { Vec::new() } else { vec![mark] };
    let pieces = marked::pieces(text, place.span, &marks);
    Side { published: article.and_then(|a| a.published_date()), place, pieces }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts;
    use crate::import::{Article, Record};
    use jiff::civil::date;

    #[test]
    fn a_toll_that_rose() {
        let read = |(id, published, text): (&str, &str, &str)| {
            let record =
                Record { id: id.into(), text: text.into(), published: Some(published.into()), ..Record::default() };
            facts::read(Article::new(record), &facts::Reader::default())
        };
        let story = crate::story::tell(
            [
                ("a", "2021-05-03", "A mine collapsed near Osk on Monday, killing 12 people, police said."),
                ("b", "2021-05-05", "The mine collapse near Osk killed 17 people, police said on Wednesday."),
            ]
            .map(read)
            .into(),
        );
        let print = |side: &Side| {
            let pieces = side.pieces.iter();
            let text: String =
                pieces.map(|p| if p.marked { format!("[{}]", p.text) } else { p.text.clone() }).collect();
            format!("{} {text}", side.published.map(|d| d.to_string()).unwrap_or_default())
        };
        let changes = after(&story, date(2021, 5, 4));
        let line = &changes.lines[0];
        assert_eq!((line.turn.name(), changes.articles), ("raised", 1));
        assert_eq!(
            print(&line.before),
            "2021-05-03 A mine collapsed near Osk on Monday, killing [12 people], police said"
        );
        assert_eq!(
            print(&line.after),
            "2021-05-05 The mine collapse near Osk killed [17 people], police said on Wednesday"
        );
        assert_eq!(after(&story, date(2021, 5, 6)), Changes::default());
    }
}
