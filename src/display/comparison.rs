//! The comparison: a row a statement, a column a source, each cell the source's own words.
//!
//! Reads the story's rows and which of them stay; groups them by what a reader must know first.
//! Cells are made for the rows in sight only.

use super::marked::{self, Piece};
use super::voices::Voices;
use crate::span::Span;
use crate::story::{Aspect, Claim, Place, Row, RowKind, Story};

/// The groups, in the order in which they are shown.
pub const GROUPS: [RowKind; 5] =
    [RowKind::HardConflict, RowKind::SoftConflict, RowKind::OpinionConflict, RowKind::SingleSource, RowKind::Agree];

/// All aspects, in the order of the filter.
pub const ASPECTS: [Aspect; 11] = [
    Aspect::Count,
    Aspect::Amount,
    Aspect::Measure,
    Aspect::Date,
    Aspect::Order,
    Aspect::Place,
    Aspect::Actor,
    Aspect::Responsibility,
    Aspect::Cause,
    Aspect::Status,
    Aspect::Fact,
];

/// Which rows a reader wants to see: a set of kinds and a set of aspects, empty for all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Kinds that stay.
    pub kinds: Vec<RowKind>,
    /// Aspects that stay.
    pub aspects: Vec<Aspect>,
}

impl Filter {
    /// Whether a row stays.
    #[must_use]
    pub fn keeps(&self, row: &Row) -> bool {
        (self.kinds.is_empty() || self.kinds.contains(&row.kind))
            && (self.aspects.is_empty() || self.aspects.contains(&row.aspect))
    }
}

/// One line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The head of a group, and how many rows follow.
    Group(RowKind, u32),
    /// A row: index into [`Story::rows`].
    Row(u32),
}

/// The lines of the table.
///
/// Within a group rows keep the story's own order.
#[must_use]
pub fn lines(story: &Story, kept: &[u32], filter: &Filter) -> Vec<Line> {
    let mut lines = Vec::new();
    for kind in GROUPS {
        let own = |&&row: &&u32| story.rows.get(row as usize).is_some_and(|r| r.kind == kind && filter.keeps(r));
        let rows: Vec<Line> = kept.iter().filter(own).map(|&row| Line::Row(row)).collect();
        if !rows.is_empty() {
            lines.push(Line::Group(kind, rows.len() as u32));
            lines.extend(rows);
        }
    }
    lines
}

/// How many rows each kind and each aspect has.
pub type Counts = (Vec<(RowKind, u32)>, Vec<(Aspect, u32)>);

/// How many rows each kind and each aspect has, the other half of the filter taken into account.
#[must_use]
pub fn counts(story: &Story, kept: &[u32], filter: &Filter) -> Counts {
    let by_aspect = Filter { kinds: Vec::new(), ..filter.clone() };
    let by_kind = Filter { aspects: Vec::new(), ..filter.clone() };
    let rows = || kept.iter().filter_map(|&row| story.rows.get(row as usize));
    let count = |keep: &dyn Fn(&Row) -> bool| rows().filter(|r| keep(r)).count() as u32;
    let kinds = GROUPS.map(|kind| (kind, count(&|r| r.kind == kind && by_aspect.keeps(r))));
    let aspects = ASPECTS.map(|aspect| (aspect, count(&|r| r.aspect == aspect && by_kind.keeps(r))));
    (kinds.into(), aspects.into_iter().filter(|a| a.1 > 0 || filter.aspects.contains(&a.0)).collect())
}

/// What one source says on a statement, or that it does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its claims, in order; empty for a source that does not say.
    pub quotes: Vec<Quote>,
}

/// A source's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Where they stand.
    pub place: Place,
    /// The words, cut where the part that decides begins and ends.
    pub pieces: Vec<Piece>,
    /// The value that was compared, in a form to be read; empty where it adds nothing.
    pub value: String,
    /// Who says so, where the article attributes it.
    pub speaker: Option<String>,
}

/// The cells of a row, one a voice.
#[must_use]
pub fn cells(story: &Story, voices: &Voices, row: &Row) -> Vec<Cell> {
    let mut cells = vec![Cell::default(); voices.list.len()];
    for claim in &row.claims {
        if let Some(cell) = cells.get_mut(voices.of(claim.place.article) as usize) {
            cell.quotes.push(quote(story, row, claim));
        }
    }
    cells
}

fn quote(story: &Story, row: &Row, claim: &Claim) -> Quote {
    let text = story.articles.get(claim.place.article as usize).map_or("", |f| f.article.text.as_str());
    let marks = decisive(story, row, claim, text);
    let value = value_words(story, &claim.value);
    Quote {
        place: claim.place,
        pieces: marked::pieces(text, claim.place.span, &marks),
        value,
        speaker: claim.speaker.clone(),
    }
}

/// A value to be read: names for ids of entities, nothing where the words say the same.
fn value_words(story: &Story, value: &str) -> String {
    story.entities.iter().find(|e| e.id == value).map_or_else(|| grouped(value), |e| e.name.clone())
}

/// Long figures in groups of three digits, as they are printed; dates and fractions as they are.
fn grouped(value: &str) -> String {
    let bytes = value.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut out = String::with_capacity(value.len() + 4);
    let (mut start, mut end, mut whole) = (0, 0, false);
    for (i, c) in value.char_indices() {
        if digit(i) {
            if end <= i {
                start = i;
                end = (i..).find(|&k| !digit(k)).unwrap_or(i);
                whole = end - start > 4 && (i == 0 || bytes[i - 1] != b'.');
            }
            if whole && i > start && (end - i).is_multiple_of(3) {
                out.push(',');
            }
        }
        out.push(c);
    }
    out
}

/// The parts of a claim that its value was read from; where they cannot be found, the words that
/// no other claim of the row has.
fn decisive(story: &Story, row: &Row, claim: &Claim, text: &str) -> Vec<Span> {
    let Some(facts) = story.articles.get(claim.place.article as usize) else { return Vec::new() };
    let inside = |span: Span| claim.place.span.contains(span);
    let found: Vec<Span> = match row.aspect {
        Aspect::Count | Aspect::Amount | Aspect::Measure => marked::numbers(text, claim.place.span, &claim.value),
        Aspect::Date | Aspect::Order => {
            let times = facts.times_in(claim.place.span);
            let same: Vec<Span> = times.clone().filter(|t| claim.value.contains(&t.value)).map(|t| t.span).collect();
            if same.is_empty() { times.map(|t| t.span).collect() } else { same }
        }
        Aspect::Place | Aspect::Actor | Aspect::Responsibility => {
            let entities = story.entities.iter().filter(|e| claim.value.split(' ').any(|id| id == e.id));
            let mentions = entities.flat_map(|e| &e.mentions).filter(|m| m.article == claim.place.article);
            mentions.map(|m| m.span).filter(|&s| inside(s)).collect()
        }
        Aspect::Cause | Aspect::Status | Aspect::Fact => Vec::new(),
    };
    let differ = !matches!(row.kind, RowKind::Agree | RowKind::SingleSource);
    if found.is_empty() && differ {
        let others = row.claims.iter().filter(|c| c.place != claim.place);
        let others: Vec<&str> = others
            .filter_map(|c| Some(c.place.span.of(&story.articles.get(c.place.article as usize)?.article.text)))
            .collect();
        return marked::own_words(text, claim.place.span, &others);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::display::sample::{event, row, story, when};

    fn sample() -> Story {
        let mut story = story(&[("a", None, "2024-03-07"), ("b", None, "2024-03-28"), ("c", None, "")]);
        story.events = vec![event("flight", when("2024-03-08"), &[0, 1])];
        story.rows = vec![
            row(RowKind::Agree, Aspect::Fact, 0, &[(0, Span::new(0, 30), "fled"), (1, Span::new(0, 30), "fled")]),
            row(RowKind::SoftConflict, Aspect::Count, 0, &[(0, Span::new(0, 20), "~40"), (2, Span::new(53, 70), "42")]),
            row(RowKind::HardConflict, Aspect::Date, 0, &[(0, Span::new(0, 30), "2024-03-01")]),
            row(RowKind::SoftConflict, Aspect::Fact, 0, &[(0, Span::new(0, 20), ""), (1, Span::new(53, 70), "")]),
        ];
        story
    }

    #[test]
    fn conflicts_come_first() {
        let story = sample();
        let check = |filter: &Filter, expected: &str| {
            let lines = lines(&story, &[0, 1, 2, 3], filter);
            let words: Vec<String> = lines
                .iter()
                .map(|line| match line {
                    Line::Group(kind, count) => format!("{kind:?} {count}:"),
                    Line::Row(row) => row.to_string(),
                })
                .collect();
            assert_eq!(words.join(" "), expected);
        };
        check(&Filter::default(), "HardConflict 1: 2 SoftConflict 2: 1 3 Agree 1: 0");
        check(&Filter { kinds: vec![RowKind::SoftConflict], aspects: Vec::new() }, "SoftConflict 2: 1 3");
        let facts = Filter { kinds: Vec::new(), aspects: vec![Aspect::Fact] };
        check(&facts, "SoftConflict 1: 3 Agree 1: 0");
        let (kinds, aspects) = counts(&story, &[0, 1, 2, 3], &facts);
        assert_eq!(kinds.iter().map(|k| k.1).collect::<Vec<_>>(), [0, 1, 0, 0, 1]);
        assert_eq!(aspects, [(Aspect::Count, 1), (Aspect::Date, 1), (Aspect::Fact, 2)]);
    }

    #[test]
    fn figures_are_printed_in_groups() {
        let check = |value: &str, expected: &str| assert_eq!(grouped(value), expected);
        check("180000000", "180,000,000");
        check("≥12500 EUR", "≥12,500 EUR");
        check("~60 m", "~60 m");
        check("9000", "9000");
        check("1234567.12345", "1,234,567.12345");
        check("2024-03-01", "2024-03-01");
        check("40000000–55000000", "40,000,000–55,000,000");
        check("", "");
    }

    #[test]
    fn cells_mark_what_decides() {
        let story = sample();
        let voices = Voices::new(&story);
        let check = |row: usize, expected: &[&str]| {
            let words = |cell: &Cell| match cell.quotes.first() {
                None => "-".to_owned(),
                Some(quote) => {
                    let mark = |p: &Piece| if p.marked { format!("[{}]", p.text) } else { p.text.clone() };
                    quote.pieces.iter().map(mark).collect()
                }
            };
            let cells: Vec<String> = cells(&story, &voices, &story.rows[row]).iter().map(words).collect();
            assert_eq!(cells, expected, "row {row}");
        };
        check(1, &["[About 40] people fled", "-", "said [42] were safe"]);
        check(0, &["About 40 people fled on Friday", "About 40 people fled on Friday", "-"]);
        check(3, &["About 40 people fled", "said 42 were safe", "-"]);
    }
}
