//! An article cut into pieces that a reader draws one after the other: paragraphs, sentences,
//! marks of people, organisations, places and times, and what was searched for.
//!
//! Pieces never overlap and together are the whole text but for line breaks.

use crate::entity::EntityKind;
use crate::facts::Facts;
use crate::import::NoiseKind;
use crate::order::Arrange;
use crate::span::Span;
use crate::story::Story;

/// One article, ready to be drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// Its paragraphs, headings and noise, in order.
    pub blocks: Vec<Block>,
    /// Its marks, in order, not overlapping.
    pub marks: Vec<Mark>,
    /// The sentences that pieces count: their places in the text.
    pub sentences: Vec<Span>,
}

/// A line of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is, where it is not prose.
    pub noise: Option<NoiseKind>,
    /// Its pieces, in order.
    pub pieces: Vec<Piece>,
}

/// A stretch of text that is drawn alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands.
    pub span: Span,
    /// Index into [`Cut::sentences`].
    pub sentence: Option<u32>,
    /// Index into [`Cut::marks`].
    pub mark: Option<u32>,
    /// Which of the words searched for it is, counted from 0.
    pub hit: Option<u32>,
}

/// A marked name or time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: MarkKind,
    /// For a time, index into [`Facts::times`], otherwise into [`Story::entities`].
    pub target: u32,
}

/// What is marked, each in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkKind {
    /// A human being.
    Person,
    /// A company, authority, armed group…
    Organisation,
    /// A place or building.
    Place,
    /// An expression of time.
    Time,
}

impl MarkKind {
    /// All kinds, in the order of the legend.
    pub const ALL: [Self; 4] = [Self::Person, Self::Organisation, Self::Place, Self::Time];

    /// Its name in style sheet and strings.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Time => "time",
        }
    }

    /// How an entity is marked; nationalities, works and the rest are not.
    #[must_use]
    pub const fn of(kind: EntityKind) -> Option<Self> {
        match kind {
            EntityKind::Person => Some(Self::Person),
            EntityKind::Organization => Some(Self::Organisation),
            EntityKind::Place | EntityKind::Facility => Some(Self::Place),
            EntityKind::Norp | EntityKind::Event | EntityKind::Other => None,
        }
    }
}

/// The marks of one article, in order; where two overlap the first and longer one stays.
#[must_use]
pub fn marks(story: &Story, article: u32) -> Vec<Mark> {
    let Some(facts) = story.articles.get(article as usize) else { return Vec::new() };
    let times = (0..).zip(&facts.times).map(|(i, t)| Mark { span: t.span, kind: MarkKind::Time, target: i });
    let mut marks: Vec<Mark> = times.collect();
    for (i, entity) in (0..).zip(&story.entities) {
        let Some(kind) = MarkKind::of(entity.kind) else { continue };
        let here = entity.mentions.iter().filter(|m| m.article == article);
        marks.extend(here.map(|m| Mark { span: m.span, kind, target: i }));
    }
    marks.arrange_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end), m.kind, m.target));
    let mut end = 0;
    marks.retain(|m| {
        let keep = m.span.start >= end && !m.span.is_empty();
        end = if keep { m.span.end } else { end };
        keep
    });
    marks
}

/// Cuts an article; `hits` are the places of the words searched for, in order.
#[must_use]
pub fn cut(facts: &Facts, marks: Vec<Mark>, hits: &[Span]) -> Cut {
    let text = facts.article.text.as_str();
    let noise = &facts.article.noise;
    let mut blocks = Vec::new();
    let mut at = 0;
    let mut lines = Vec::new();
    for raw in text.split_inclusive('\n') {
        let start = at + raw.len() - raw.trim_start().len();
        let end = start + raw.trim().len();
        at += raw.len();
        if start < end {
            lines.push(Span::new(start as u32, end as u32));
        }
    }
    let mut cutter = Cutter { sentences: &facts.sentences, marks: &marks, hits };
    for line in lines {
        // Noise may be the head of a line whose rest is prose.
        let mut from = line.start;
        let over = noise.partition_point(|n| n.span.end <= line.start);
        for piece in noise[over..].iter().take_while(|n| n.span.start < line.end) {
            let span = trimmed(text, piece.span.start.max(from), piece.span.end.min(line.end));
            blocks.extend(cutter.block(trimmed(text, from, span.start), None));
            blocks.extend(cutter.block(span, Some(piece.kind)));
            from = piece.span.end.min(line.end).max(from);
        }
        blocks.extend(cutter.block(trimmed(text, from, line.end), None));
    }
    Cut { blocks, marks, sentences: facts.sentences.clone() }
}

/// The span without white space at its ends.
fn trimmed(text: &str, start: u32, end: u32) -> Span {
    let span = Span::new(start, end.max(start));
    let inside = span.of(text);
    let head = (inside.len() - inside.trim_start().len()) as u32;
    Span::new(start + head, start + head + inside.trim().len() as u32)
}

/// What lies over the text, each in order.
struct Cutter<'a> {
    sentences: &'a [Span],
    marks: &'a [Mark],
    hits: &'a [Span],
}

impl Cutter<'_> {
    /// A block over a span, cut wherever something begins or ends; `None` where it is empty.
    fn block(&mut self, span: Span, noise: Option<NoiseKind>) -> Option<Block> {
        let mut pieces = Vec::new();
        let mut at = span.start;
        while at < span.end {
            let mut end = span.end;
            let sentence = step(self.sentences.len(), |i| self.sentences[i], at, &mut end);
            let mark = step(self.marks.len(), |i| self.marks[i].span, at, &mut end);
            let hit = step(self.hits.len(), |i| self.hits[i], at, &mut end);
            pieces.push(Piece { span: Span::new(at, end), sentence, mark, hit });
            at = end;
        }
        (!pieces.is_empty()).then_some(Block { noise, pieces })
    }
}

/// The span over `at` in an ordered list, and `end` drawn in to the next border.
fn step(count: usize, span: impl Fn(usize) -> Span, at: u32, end: &mut u32) -> Option<u32> {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = usize::midpoint(low, high);
        if span(middle).end <= at {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    let next = (low < count).then(|| span(low))?;
    if next.start > at {
        *end = (*end).min(next.start);
        return None;
    }
    *end = (*end).min(next.end);
    Some(low as u32)
}

#[cfg(test)]
mod tests {
    use super::{Mark, MarkKind, cut};
    use crate::facts::{self, Facts};
    use crate::import::{Article, NoiseKind, Record};
    use crate::span::Span;

    fn read(text: &str) -> Facts {
        let record = Record { id: "a".into(), text: text.into(), ..Record::default() };
        let mut facts = facts::read(Article::new(record), &facts::Reader::default());
        facts.times.clear();
        facts
    }

    fn spans(text: &str, words: &[&str]) -> Vec<Span> {
        words
            .iter()
            .map(|w| {
                let start = text.find(w).unwrap() as u32;
                Span::new(start, start + w.len() as u32)
            })
            .collect()
    }

    /// A block a line: `#` for noise, `[ ]` for marks, `* *` for hits, `|` between sentences.
    #[track_caller]
    fn check(text: &str, marked: &[&str], found: &[&str], expected: &[&str]) {
        let facts = read(text);
        let mark = |span| Mark { span, kind: MarkKind::Place, target: 0 };
        let marks = spans(text, marked).into_iter().map(mark).collect();
        let cut = cut(&facts, marks, &spans(text, found));
        let lines: Vec<String> = cut
            .blocks
            .iter()
            .map(|block| {
                let mut line = String::from(if block.noise.is_some() { "#" } else { "" });
                let mut last = None;
                for piece in &block.pieces {
                    if last.is_some() && piece.sentence.is_some() && last != piece.sentence {
                        line.push('|');
                    }
                    last = piece.sentence.or(last);
                    let words = piece.span.of(text);
                    let words = if piece.hit.is_some() { format!("*{words}*") } else { words.to_owned() };
                    line += &if piece.mark.is_some() { format!("[{words}]") } else { words };
                }
                line
            })
            .collect();
        assert_eq!(lines, expected, "{text:?}");
    }

    #[test]
    fn pieces() {
        check("Rain fell. It rained.\nSun shone.", &[], &[], &["Rain fell. |It rained.", "Sun shone."]);
        check("Rain in Rome fell.", &["Rome"], &["Rome fell"], &["Rain in [*Rome*]* fell*."]);
        check("Rain in New York.", &["New York"], &["York"], &["Rain in [New ][*York*]."]);
        check(" date 2024-03-07 Rain fell.", &[], &[], &["#date 2024-03-07", "Rain fell."]);
        check(
            "One rain fell here.\n\nAdvertisement\n\nÉlan rained.",
            &["Élan"],
            &[],
            &["One rain fell here.", "#Advertisement", "[Élan] rained."],
        );
        check(" \n\n", &[], &[], &[]);
    }

    #[test]
    fn noise_keeps_its_kind() {
        let cut = cut(&read("date 2024-03-07 Rain fell."), Vec::new(), &[]);
        assert_eq!(cut.blocks[0].noise, Some(NoiseKind::Header));
        assert_eq!(cut.blocks[1].noise, None);
    }
}
