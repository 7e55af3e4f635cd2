//! People and places that several articles bring up, each once: the master of the ship, whom one
//! report quotes and another puts before a court; the town in which the money was found.
//!
//! Whom every paragraph names is what the story is about, and to name him agrees on nothing. Who
//! comes in once here and once there plays the same part in both, though the two describe him in
//! no common word; but not who only speaks in one of two, who is denied in one, or whom both name
//! first. A place must be one in which something is, and not that of the first sentence, which
//! tells where the report was written, and two articles must share a word about it.

use crate::entity::EntityKind;
use crate::order::Arrange;
use crate::span::Span;
use crate::story::compare::phrase::{NEGATIONS, Phrase};
use crate::story::compare::{Draft, Said, Telling};
use crate::story::{Aspect, RowKind};

/// Articles in one row at most.
const LARGEST: usize = 24;
/// Claims that are looked through for the one that holds a name.
const NEAR: usize = 16;

/// Words before a place in or about which something is.
const BEFORE: [&str; 10] = ["in", "at", "near", "outside", "off", "from", "to", "into", "inside", "around"];

/// Words behind a person who only says something.
const SPEAKS: [&str; 6] = ["said", "says", "told", "tells", "added", "spoke"];

/// Finds them where no other row holds two of the clauses.
pub(in crate::story::compare) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    // With whether it may be told so: a place only with such a word before.
    let mut all: Vec<(u32, Said, bool)> = Vec::new();
    for (a, facts) in story.articles.iter().enumerate() {
        let Some(cast) = story.cast.index.get(a) else { continue };
        for mention in &facts.entities.mentions {
            let Some(&entity) = cast.get(mention.cluster as usize) else { continue };
            let before = facts.article.text.get(..mention.span.start as usize).unwrap_or_default();
            let mut words = before.rsplit(char::is_whitespace).filter(|w| !matches!(*w, "" | "the"));
            let later = facts.sentences.first().is_some_and(|first| mention.span.start >= first.end);
            let there = later && words.next().is_some_and(|w| BEFORE.iter().any(|b| b.eq_ignore_ascii_case(w)));
            let statements = &facts.claims.statements;
            let at = statements.partition_point(|s| s.span.end <= mention.span.start);
            let clause = statements.get(at).map_or(mention.span, |s| s.span);
            let span = if clause.contains(mention.span) { clause } else { mention.span };
            let value = String::new();
            all.push((entity, Said { article: a as u32, span, mark: mention.span, value }, there));
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
        let Some(named) = story.cast.entities.get(run[0].0 as usize) else { continue };
        let aspect = match named.kind {
            EntityKind::Person if named.name.contains(' ') => Aspect::Actor,
            EntityKind::Place | EntityKind::Facility if run.iter().all(|p| p.2) => Aspect::Place,
            _ => continue,
        };
        let once = run.windows(2).all(|w| w[0].1.article != w[1].1.article);
        if !once || !(2..=LARGEST).contains(&run.len()) {
            continue;
        }
        let mut rows: Vec<usize> = run.iter().flat_map(|p| holders(&p.1)).collect();
        rows.arrange();
        if rows.windows(2).any(|w| w[0] == w[1]) {
            continue;
        }
        let plays = match run {
            [p, q] => play(story, aspect, &p.1, &q.1),
            _ => true,
        };
        if !plays {
            continue;
        }
        let said = run.iter().map(|p| Said { value: named.id.clone(), ..p.1.clone() }).collect();
        let why = match aspect {
            Aspect::Actor => "The articles bring up the same person, each once.",
            _ => "The articles put something in the same place, which each brings up once.",
        };
        drafts.push(Draft::new(RowKind::Agree, aspect, 0.45, why, said));
    }
}

/// Whether a person or place plays the same part in two claims.
fn play(story: &Telling, aspect: Aspect, p: &Said, q: &Said) -> bool {
    let at = |s: &Said| {
        let statements = &story.articles[s.article as usize].claims.statements;
        statements.partition_point(|x| x.span.end <= s.mark.start)
    };
    let (i, k) = (at(p), at(q));
    if aspect == Aspect::Place {
        let whole = |s: &Said| s.span != s.mark;
        return whole(p) && whole(q) && story.same.matter((p.article, i as u32), (q.article, k as u32));
    }
    let of = |s: &Said, i: usize| story.articles[s.article as usize].claims.statements.get(i);
    let Some((x, y)) = of(p, i).zip(of(q, k)) else { return true };
    let speaks = |s: &Said| {
        let facts = &story.articles[s.article as usize];
        let from = facts.events.partition_point(|e| e.sentence.end <= s.mark.start);
        let mut here = facts.events[from..].iter().take_while(|e| e.sentence.start < s.mark.end);
        let behind = Phrase::new(facts, Span::new(s.mark.end, s.span.end.max(s.mark.end)));
        here.any(|e| e.speaker.is_some_and(|by| by.overlaps(s.mark))) || behind.one_of(0, &SPEAKS).is_some()
    };
    // "Nor was it Lund", but not "by Lund, who never came".
    let denied = |s: &Said, clause: Span| {
        let text = story.articles[s.article as usize].article.text.as_str();
        let (before, rest) = clause.of(text).split_at_checked(s.mark.start.saturating_sub(clause.start) as usize)?;
        let start = s.mark.start - (before.len() - before.rfind([',', ';']).map_or(0, |i| i + 1)) as u32;
        let end = s.mark.start + rest.find([',', ';']).unwrap_or(rest.len()) as u32;
        let words = Phrase::new(&story.articles[s.article as usize], Span::new(start, end));
        Some((0..words.len()).any(|i| words.any(i, &NEGATIONS).is_some()))
    };
    denied(p, x.span) == denied(q, y.span) && x.sentence + y.sentence > 0 && !speaks(p) && !speaks(q)
}

#[cfg(test)]
mod tests {
    use crate::facts::{self, Reader};
    use crate::import::{Article, Record};

    /// Whether articles are found to bring up the same person or place; `b` may hold several.
    #[track_caller]
    fn check(a: &str, b: &str, expected: bool) {
        let read = |(id, text): (usize, &str)| {
            let (id, text) = (id.to_string(), text.into());
            let record = Record { id, text, published: Some("2024-03-08".into()), ..Record::default() };
            facts::read(Article::new(record), &Reader::default())
        };
        let story = crate::story::tell([a].into_iter().chain(b.split('|')).enumerate().map(read).collect());
        let found = story.rows.iter().any(|r| r.why.contains("once"));
        assert_eq!(found, expected, "{a} | {b}");
    }

    #[test]
    fn people_of_both() {
        let mason = "The quay was rebuilt by Mr Ivo Lund. It stands empty.";
        check(mason, "The firm is bankrupt. A court heard Captain Ivo Lund on Friday.", true);
        // Near misses: one of whom an article keeps speaking, a row that they share already, and
        // somebody else of the same surname.
        check(mason, "Mr Ivo Lund spoke on Friday. Mr Ivo Lund was late. Nobody saw Mr Ivo Lund leave.", false);
        check(mason, "A quay that was rebuilt by Mr Ivo Lund stands empty.", false);
        check(mason, "A court heard Ms Anna Lund on Friday.", false);
        // One who only speaks, one of whom the other says that it was not him.
        check(mason, "Work begins soon. Mr Ivo Lund said that he was pleased.", false);
        check(mason, "Work begins soon. No stone was laid by Mr Ivo Lund.", false);
    }

    #[test]
    fn places_of_both() {
        let found = "A barge sank on Friday. Its papers were found in Denmark.";
        check(found, "The owner was fined. He had moved to Denmark.|It is raining. A tug came from Denmark.", true);
        // Near misses: no word in common, where the report was written, and a country that does
        // something.
        check(found, "The owner was fined. He had moved to Denmark.", false);
        check(found, "The owner from Denmark was fined. Nobody was hurt.", false);
        check(found, "The owner was fined. Denmark has paid.", false);
    }
}
