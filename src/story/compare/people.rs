//! People whom several articles bring up, each once: the master of the ship, who one report
//! quotes and another puts before a court.
//!
//! Whom every paragraph names is what the story is about, and to name him agrees on nothing. Who
//! comes in once here and once there plays the same part in both, though the two describe him in
//! no common word.

use super::{Draft, Said, Telling};
use crate::entity::EntityKind;
use crate::order::Arrange;
use crate::span::Span;
use crate::story::{Aspect, RowKind};

/// Articles in one row at most.
const LARGEST: usize = 24;
/// Claims that are looked through for the one that holds a name.
const NEAR: usize = 16;

/// Finds them where no other row holds two of the clauses.
pub(super) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let mut all: Vec<(u32, Said)> = Vec::new();
    for (a, facts) in story.articles.iter().enumerate() {
        let Some(cast) = story.cast.index.get(a) else { continue };
        for mention in facts.entities.mentions.iter().filter(|m| m.kind == EntityKind::Person) {
            let Some(&entity) = cast.get(mention.cluster as usize) else { continue };
            let statements = &facts.claims.statements;
            let at = statements.partition_point(|s| s.span.end <= mention.span.start);
            let clause = statements.get(at).map_or(mention.span, |s| s.span);
            let span = if clause.contains(mention.span) { clause } else { mention.span };
            let value = String::new();
            all.push((entity, Said { article: a as u32, span, mark: mention.span, value }));
        }
    }
    all.arrange_by_key(|p| (p.0, p.1.article, p.1.mark));
    let mut held: Vec<(u32, Span, usize)> = Vec::new();
    for (i, draft) in drafts.iter().enumerate() {
        held.extend(draft.said.iter().map(|s| (s.article, s.span, i)));
    }
    held.arrange();
    let holders = |s: &Said| {
        let to = held.partition_point(|h| (h.0, h.1.start) <= (s.article, s.mark.start));
        let (article, mark) = (s.article, s.mark);
        held[..to].iter().rev().take(NEAR).filter(move |h| h.0 == article && h.1.contains(mark)).map(|h| h.2)
    };
    for run in all.chunk_by(|x, y| x.0 == y.0) {
        let Some(person) = story.cast.entities.get(run[0].0 as usize) else { continue };
        let once = run.windows(2).all(|w| w[0].1.article != w[1].1.article);
        if !once || !(2..=LARGEST).contains(&run.len()) || !person.name.contains(' ') {
            continue;
        }
        let mut rows: Vec<usize> = run.iter().flat_map(|p| holders(&p.1)).collect();
        rows.arrange();
        if rows.windows(2).any(|w| w[0] == w[1]) {
            continue;
        }
        let said = run.iter().map(|p| Said { value: person.id.clone(), ..p.1.clone() }).collect();
        let why = "The articles bring up the same person, each once.";
        drafts.push(Draft::new(RowKind::Agree, Aspect::Actor, 0.45, why, said));
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::{self, Reader};
    use crate::import::{Article, Record};

    /// Whether two articles are found to bring up the same person.
    #[track_caller]
    fn check(a: &str, b: &str, expected: bool) {
        let read = |(id, text): (&str, &str)| {
            let (id, text) = (id.into(), text.into());
            let record = Record { id, text, published: Some("2024-03-08".into()), ..Record::default() };
            facts::read(Article::new(record), &Reader::default())
        };
        let story = crate::story::tell([("a", a), ("b", b)].map(read).into());
        let found = story.rows.iter().any(|r| r.why.starts_with("The articles bring up the same person"));
        assert_eq!(found, expected, "{a} | {b}");
    }

    #[test]
    fn people_of_both() {
        let mason = "The quay was rebuilt by Mr Ivo Lund. It stands empty.";
        check(mason, "A court heard Captain Ivo Lund on Friday.", true);
        // Near misses: one of whom an article keeps speaking, a row that they share already, and
        // somebody else of the same surname.
        check(mason, "Mr Ivo Lund spoke on Friday. Mr Ivo Lund was late. Nobody saw Mr Ivo Lund leave.", false);
        check(mason, "A quay that was rebuilt by Mr Ivo Lund stands empty.", false);
        check(mason, "A court heard Ms Anna Lund on Friday.", false);
    }
}
