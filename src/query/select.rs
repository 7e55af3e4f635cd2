//! [`select`]: what a query leaves of a story, and what each further choice would give.

use super::bits::Bits;
use super::index::{Index, Indexed, day_number, day_numbers};
use super::{Clause, FACETS, Mode, Query};
use crate::order::Arrange;
use crate::story::Row;

/// What a query leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Events that stay: indices into [`Story::events`](crate::story::Story::events).
    pub events: Bits,
    /// How many they are.
    pub size: usize,
    /// How many events there are.
    pub of: usize,
    /// Rows of the comparison that stay, in their order.
    pub rows: Vec<u32>,
    /// For each article, how many of its events stay.
    pub articles: Vec<u32>,
    /// For each facet of [`FACETS`] and each of its values, how many events that value would
    /// leave with every other part of the query, but without the facet's own.
    pub counts: Vec<Vec<u32>>,
}

/// One part of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The words typed.
    Words,
    /// The clause of a facet: index into [`FACETS`].
    Facet(usize),
    /// The days picked.
    Days,
    /// The day on which the story is seen.
    AsOf,
}

/// What a query leaves of a story.
#[must_use]
pub fn select(index: &Index, query: &Query) -> Selection {
    let parts = passes(index, query);
    let of = index.story.events.len();
    let events = without(&parts, of, |_| false);
    let size = events.len();
    let counts = index
        .facets
        .iter()
        .enumerate()
        .map(|(i, facet)| {
            // The days picked are the period's own choice: its histogram shows what else there is.
            let own = |part| part == Part::Facet(i) || (part == Part::Days && FACETS[i].key == "period");
            if parts.iter().any(|&(part, _)| own(part)) {
                let base = without(&parts, of, own);
                facet.events.count(&base, base.len())
            } else {
                facet.events.count(&events, size)
            }
        })
        .collect();
    let rows = rows(index, query, &events);
    let articles = index.articles.count(&events, size);
    Selection { events, size, of, rows, articles, counts }
}

/// For a query that leaves nothing: the parts without which something would be left, and how
/// much, the most first.
#[must_use]
pub fn relax(index: &Index, query: &Query) -> Vec<(Part, usize)> {
    let parts = passes(index, query);
    let of = index.story.events.len();
    let mut gains: Vec<_> =
        parts.iter().map(|&(part, _)| (part, without(&parts, of, |p| p == part).len())).filter(|g| g.1 > 0).collect();
    gains.arrange_by_key(|gain| std::cmp::Reverse(gain.1));
    gains
}

/// The parts of a query that an event does not pass.
#[must_use]
pub fn hidden_by(index: &Index, query: &Query, event: u32) -> Vec<Part> {
    passes(index, query).into_iter().filter(|(_, bits)| !bits.contains(event)).map(|(part, _)| part).collect()
}

/// For each part of a query, the events that pass it. A clause of unknown values alone is no part.
fn passes(index: &Index, query: &Query) -> Vec<(Part, Bits)> {
    let size = index.story.events.len();
    let mut parts = Vec::new();
    if let Some(bits) = index_words(index, query) {
        parts.push((Part::Words, bits));
    }
    for clause in &query.clauses {
        let Some(facet) = index.facets.get(clause.facet) else { continue };
        let values = known(facet, clause);
        if !values.is_empty() {
            parts.push((Part::Facet(clause.facet), passes_clause(facet, clause.mode, &values, size)));
        }
    }
    if let Some(days) = query.days {
        let (from, to) = day_numbers(days);
        parts.push((Part::Days, Bits::filled(size, |i| index.days[i].0 <= to && index.days[i].1 >= from)));
    }
    if let Some(day) = query.as_of.map(day_number) {
        parts.push((Part::AsOf, Bits::filled(size, |i| index.known[i] <= day)));
    }
    parts
}

fn index_words(index: &Index, query: &Query) -> Option<Bits> {
    let terms = super::search::terms(&query.words);
    (!terms.is_empty()).then(|| index.words().matching(&terms, index.story.events.len()))
}

/// The values of a clause that the story has.
fn known(facet: &Indexed, clause: &Clause) -> Vec<u32> {
    clause.values.iter().filter_map(|key| facet.find(key)).collect()
}

fn passes_clause(facet: &Indexed, mode: Mode, values: &[u32], size: usize) -> Bits {
    let one = |value: u32| {
        let mut bits = Bits::none(size);
        facet.events.add(value, &mut bits);
        bits
    };
    let mut bits = if mode == Mode::Any { Bits::none(size) } else { Bits::all(size) };
    for &value in values {
        match mode {
            Mode::Any => facet.events.add(value, &mut bits),
            Mode::All => bits.and(&one(value)),
            Mode::Not => bits.and_not(&one(value)),
        }
    }
    bits
}

/// The events that pass all parts but those left out.
fn without(parts: &[(Part, Bits)], size: usize, leave_out: impl Fn(Part) -> bool) -> Bits {
    let mut events = Bits::all(size);
    parts.iter().filter(|(part, _)| !leave_out(*part)).for_each(|(_, bits)| events.and(bits));
    events
}

/// The rows whose event stays and which themselves have what the clauses ask of rows.
fn rows(index: &Index, query: &Query, events: &Bits) -> Vec<u32> {
    let story = &index.story;
    let asked: Vec<_> = query
        .clauses
        .iter()
        .filter_map(|clause| {
            let facet = index.facets.get(clause.facet)?;
            let values = known(facet, clause);
            Some((facet.rows.as_ref()?, clause.mode, values)).filter(|asked| !asked.2.is_empty())
        })
        .collect();
    let published = |row: &Row| {
        query.as_of.is_none_or(|day| {
            let day_of = |article: u32| story.articles.get(article as usize).and_then(|f| f.article.published_date());
            row.claims.iter().any(|c| day_of(c.place.article).is_some_and(|d| d <= day))
        })
    };
    let stays = |&i: &u32| {
        let row = &story.rows[i as usize];
        let told = events.contains(row.event) || row.other_event.is_some_and(|e| events.contains(e));
        told && published(row)
            && asked.iter().all(|(groups, mode, values)| {
                let has = |value: &u32| groups.of(i).contains(value);
                match mode {
                    // A row has one kind and one aspect: it cannot have all that its event has.
                    Mode::Any | Mode::All => values.iter().any(has),
                    Mode::Not => !values.iter().any(has),
                }
            })
    };
    (0..story.rows.len() as u32).filter(stays).collect()
}

#[cfg(test)]
mod tests {
    use super::{Part, hidden_by, relax, select};
    use crate::query::facets::find;
    use crate::query::{Address, FACETS, Index, Query, sample};

    /// A query is written as an address; values may be written as the reader sees them.
    fn query(index: &Index, text: &str) -> Query {
        let mut query = Address::read(text).query;
        for clause in &mut query.clauses {
            for value in &mut clause.values {
                if let Some(known) = index.values(clause.facet).iter().find(|v| v.label == *value) {
                    known.key.clone_into(value);
                }
            }
            clause.values.sort();
        }
        query
    }

    #[track_caller]
    fn check(text: &str, events: &[u32], rows: &[u32]) {
        let index = sample::index();
        let selection = select(&index, &query(&index, text));
        assert_eq!(selection.events.iter().collect::<Vec<_>>(), events, "{text}");
        assert_eq!(selection.rows, rows, "{text}");
        assert_eq!((selection.size, selection.of), (events.len(), 4), "{text}");
    }

    #[test]
    fn selections() {
        check("", &[0, 1, 2, 3], &[0, 1, 2]);
        check("source=The+Post", &[0, 2, 3], &[0, 1, 2]);
        check("source=!The+Post", &[1], &[]);
        check("source=*The+Post.a3", &[3], &[0, 1]);
        check("person=Ana+Ruiz", &[2, 3], &[0, 1]);
        check("organisation=Élan&certainty=claimed", &[3], &[0, 1]);
        check("kind=single", &[0, 3], &[1, 2]);
        check("kind=!single", &[1, 2], &[]);
        check("conflict=only", &[3], &[0]);
        check("aspect=fact&conflict=only", &[3], &[]);
        check("period=none", &[2, 3], &[0, 1]);
        check("period=2021-07.2021-05", &[0, 1], &[2]);
        check("days=2021-07-15..2021-08-01", &[1], &[]);
        check("asof=2021-05-03", &[0, 2], &[2]);
        check("q=elan", &[3], &[0, 1]);
        check("q=ru+die", &[3], &[0, 1]);
        check("q=nowhere", &[], &[]);
    }

    #[test]
    fn what_is_unknown_narrows_nothing() {
        check("source=zzz&certainty=!maybe&q=...", &[0, 1, 2, 3], &[0, 1, 2]);
    }

    /// Counts beside a facet are what the query would leave with that value alone in it.
    #[test]
    fn counts_leave_the_facets_own_clause_out() {
        let index = sample::index();
        for text in ["", "source=The+Post", "certainty=reported&source=a3", "q=ruiz&person=!Ana+Ruiz", "period=none"] {
            let asked = query(&index, text);
            let selection = select(&index, &asked);
            for (facet, counts) in selection.counts.iter().enumerate() {
                for (value, &count) in index.values(facet).iter().zip(counts) {
                    let mut other = asked.clone();
                    other.clear(Part::Facet(facet));
                    other.toggle(facet, &value.key);
                    let name = FACETS[facet].key;
                    assert_eq!(select(&index, &other).size, count as usize, "{text} {name} {value:?}");
                }
            }
        }
    }

    #[test]
    fn what_to_relax() {
        let index = sample::index();
        let asked = query(&index, "q=trial&certainty=reported&days=2021-05-01..2021-05-31");
        let certainty = Part::Facet(find("certainty").unwrap());
        assert_eq!(select(&index, &asked).size, 0);
        assert_eq!(relax(&index, &asked), [(Part::Words, 1)]);
        assert_eq!(hidden_by(&index, &asked, 1), [certainty, Part::Days]);
        assert_eq!(hidden_by(&index, &asked, 0), [Part::Words]);
    }

    #[test]
    fn a_story_of_nothing() {
        let index = Index::new(std::sync::Arc::default());
        let selection = select(&index, &query(&index, "q=x&source=y&days=2021-05-01..2021-05-31"));
        assert_eq!((selection.size, selection.of), (0, 0));
    }
}
