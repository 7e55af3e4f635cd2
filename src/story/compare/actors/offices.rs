//! Who people are: "harbour master Ivo Lund" beside "Ivo Lund, the town's harbour master".
//!
//! What stands beside a person's name, before it or set off behind it, tells an office, a trade
//! or a part in the story. Where two articles give a person the same, in more than a bare form of
//! address, they agree on who it is.

use crate::claim::{Term, words as dictionary};
use crate::entity::EntityKind;
use crate::order::Arrange;
use crate::span::Span;
use crate::story::compare::phrase::Phrase;
use crate::story::compare::{Draft, Said, Telling};
use crate::story::{Aspect, RowKind};

/// Articles in one row at most.
const LARGEST: usize = 24;
/// Words of a description at most.
const WORDS: usize = 6;
/// Words of an age: "51-year-old".
const AGE: usize = 3;

/// Words that open a noun phrase.
const OPENS: [&str; 9] = ["the", "a", "an", "his", "her", "its", "their", "our", "s"];
/// Words before a name that belong to no description of it.
const STOPS: [&str; 37] = [
    "of", "whose", "whom", "and", "or", "but", "by", "to", "for", "with", "from", "in", "on", "at", "as", "that",
    "said", "says", "told", "is", "was", "are", "were", "be", "been", "has", "have", "had", "when", "while", "which",
    "who", "after", "before", "against", "named", "called",
];

/// Who leads others, in any of these words.
const LEADERS: [&str; 7] = ["leader", "head", "chair", "chairman", "chairwoman", "chairperson", "boss"];

/// What an article calls a person.
struct Called {
    entity: u32,
    article: u32,
    /// The name with what is said of it.
    mark: Span,
    clause: Span,
    terms: Vec<Term>,
    /// How many words tell it.
    words: usize,
    /// Whether it is more than words before a name: set off by a comma.
    apart: bool,
}

/// Finds the agreements on who people are.
pub(in crate::story::compare) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let mut all: Vec<Called> = Vec::new();
    for a in 0..story.articles.len() {
        collect(story, a, &mut all);
    }
    all.arrange_by(|x, y| {
        (x.entity, x.article, !x.apart, y.terms.len(), x.mark).cmp(&(
            y.entity,
            y.article,
            !y.apart,
            x.terms.len(),
            y.mark,
        ))
    });
    for run in all.chunk_by(|x, y| x.entity == y.entity) {
        let mut best: Vec<&Called> = Vec::new();
        // "Captain Lund" and "Captain Ivo Lund" say nothing of him that is worth a row.
        let told = || run.iter().filter(|c| c.apart || c.words > 1);
        for first in told().filter(|c| c.apart).take(LARGEST) {
            let mut row = vec![first];
            for other in told() {
                let shares = other.terms.iter().any(|t| first.terms.contains(t));
                if shares && row.len() < LARGEST && row.iter().all(|c| c.article != other.article) {
                    row.push(other);
                }
            }
            if row.len() > best.len() {
                best = row;
            }
        }
        if best.len() > 1 {
            let value = story.cast.entities.get(run[0].entity as usize).map(|e| e.id.clone()).unwrap_or_default();
            let said = |c: &&Called| Said { article: c.article, span: c.clause, mark: c.mark, value: value.clone() };
            let why = "The articles say the same of who this person is.";
            let said = best.iter().map(said).collect();
            drafts.push(Draft::new(RowKind::Agree, Aspect::Actor, 0.52, why, said));
        }
    }
}

/// What one article calls the people whom others name too.
fn collect(story: &Telling, article: usize, all: &mut Vec<Called>) {
    let facts = &story.articles[article];
    let Some(cast) = story.cast.index.get(article) else { return };
    let mentions = &facts.entities.mentions;
    for (m, mention) in mentions.iter().enumerate().filter(|m| m.1.kind == EntityKind::Person) {
        let Some(&entity) = cast.get(mention.cluster as usize) else { continue };
        let of_several = story.named.get(entity as usize).is_some_and(|n| n.shared);
        let at = facts.sentences.partition_point(|s| s.end <= mention.span.start);
        let Some(&sentence) = facts.sentences.get(at).filter(|s| of_several && s.contains(mention.span)) else {
            continue;
        };
        // What is said of a person stands close by.
        let near = Span::new(sentence.start, sentence.end.min(mention.span.end + 120));
        let words = Phrase::new(facts, near);
        let first = (0..words.len()).find(|&i| words.span(i..i + 1).is_some_and(|w| w.start >= mention.span.start));
        let Some(first) = first else { continue };
        let end = (first..words.len()).find(|&i| words.span(i..i + 1).is_some_and(|w| w.start >= mention.span.end));
        let end = end.unwrap_or(words.len());
        // Another's name tells nothing of this one.
        let name = |i: usize| {
            words.span(i..i + 1).is_some_and(|w| {
                let from = mentions[..m].iter().rev().take(4).chain(mentions[m + 1..].iter().take(4));
                from.into_iter().any(|other| other.span.overlaps(w))
            })
        };
        for (range, apart) in [before(&words, first), behind(&words, end)].into_iter().flatten() {
            let told = range.clone().filter(|&i| !name(i) && !words.of(i).starts_with(|c: char| c.is_ascii_digit()));
            // "the head of the union" leads it, a "head coach" does not.
            let leads = |i: usize| name(i + 1) || words.term(i + 1).is_none() || words.pauses(i);
            let leader = dictionary::term(LEADERS[0]);
            let term = |i: usize| match LEADERS.iter().any(|l| words.is(i, l)) {
                true => leader.filter(|_| leads(i)),
                false => words.term(i),
            };
            let mut terms: Vec<Term> = told.filter_map(term).collect();
            let count = terms.len();
            terms.arrange();
            terms.dedup();
            let Some(mark) = words.span(range.start.min(first)..range.end.max(end)).filter(|_| !terms.is_empty())
            else {
                continue;
            };
            let statements = &facts.claims.statements;
            let clause = statements.get(statements.partition_point(|s| s.span.end < mark.end));
            let clause = clause.map_or(mark, |s| if s.span.contains(mark) { s.span } else { mark });
            all.push(Called { entity, article: article as u32, mark, clause, terms, words: count, apart });
        }
    }
}

type Found = Option<(std::ops::Range<usize>, bool)>;

/// The words before a name that say who it is, and whether a comma parts them from it.
fn before(words: &Phrase, first: usize) -> Found {
    let stops = |i: usize| STOPS.iter().any(|s| words.is(i, s));
    let mut from = first;
    while from > 0 && first - from < WORDS && !words.pauses(from - 1) && !stops(from - 1) {
        from -= 1;
    }
    // "the owner, Ana Diaz": a whole noun phrase stands before the comma.
    let stops = |i: usize| stops(i) && !words.is(i, "of");
    let direct = from;
    if words.terms(from..first).is_empty() && from > 0 {
        while from > 0 && direct - from < WORDS && (from == direct || !words.pauses(from - 1)) && !stops(from - 1) {
            from -= 1;
            if words.is(from, "s") {
                return Some((from + 1..first, true));
            }
            if OPENS.iter().any(|o| words.is(from, o)) {
                return Some((from..first, true));
            }
        }
        return None;
    }
    Some((from..first, false))
}

/// The words behind a name that say who it is: "Ana Diaz, 52, a baker", "Ana Diaz is the owner".
fn behind(words: &Phrase, end: usize) -> Found {
    let mut from = end;
    if end == 0 || end >= words.len() {
        return None;
    }
    if words.pauses(end - 1) {
        let age = words.of(end).starts_with(|c: char| c.is_ascii_digit()) && words.pauses(end);
        from += usize::from(age);
    } else {
        from += words.one_of(end, &["is", "was", "will be", "became"])?;
        OPENS.iter().find(|o| words.is(from, o))?;
    }
    // An age is said beside the office: "the 51-year-old head of the guild".
    let aged = (from..from + 4).any(|i| words.of(i).starts_with(|c: char| c.is_ascii_digit()));
    let to = words.end(from, if aged { WORDS + AGE } else { WORDS });
    let named = STOPS.iter().all(|s| !words.is(from, s)) && !words.of(from).ends_with("ed");
    (to > from && named).then_some((from..to, true))
}

#[cfg(test)]
mod tests {
    use crate::facts::{self, Reader};
    use crate::import::{Article, Record};

    /// The rows on who somebody is that two articles give.
    #[track_caller]
    fn check(a: &str, b: &str, expected: &[&str]) {
        let read = |(id, text): (&str, &str)| {
            let (id, text) = (id.into(), text.into());
            let record = Record { id, text, published: Some("2024-03-08".into()), ..Record::default() };
            facts::read(Article::new(record), &Reader::default())
        };
        let story = crate::story::tell([("a", a), ("b", b)].map(read).into());
        let rows = story.rows.iter().filter(|r| r.why.starts_with("The articles say the same of who"));
        let found: Vec<String> = rows
            .map(|r| {
                let mark = |c: &crate::story::Claim| c.mark.of(if c.place.article == 0 { a } else { b }).to_owned();
                r.claims.iter().map(mark).collect::<Vec<_>>().join(" = ")
            })
            .collect();
        assert_eq!(found, expected, "{a} {b}");
    }

    #[test]
    fn who_somebody_is() {
        check(
            "The quay is closed, harbour master Ivo Lund said on Friday.",
            "Mr Ivo Lund, the town's harbour master, closed the quay.",
            &["harbour master Ivo Lund = Ivo Lund, the town's harbour master"],
        );
        check(
            "The owner, Ivo Lund, was fined on Friday.",
            "A court fined the ship's owner, Ivo Lund, on Friday.",
            &["The owner, Ivo Lund = owner, Ivo Lund"],
        );
        check(
            "Ivo Lund, the 51-year-old head of the guild, was fined.",
            "The guild's chairman, Mr Lund, was fined. Ivo Lund lives in Holm.",
            &["Ivo Lund, the 51-year-old head of the guild = chairman, Mr Lund"],
        );
        check("Ivo Lund, head coach of the rowers, was fined.", "Ivo Lund, the leader of the guild, was fined.", &[]);
        // Near misses: a bare form of address, another office, and nothing said of him.
        check("The quay is closed, Captain Ivo Lund said.", "Captain Ivo Lund closed the quay.", &[]);
        check(
            "The quay is closed, harbour master Ivo Lund said on Friday.",
            "Ivo Lund, a retired baker, closed the quay.",
            &[],
        );
        check("The quay is closed, harbour master Ivo Lund said.", "Ivo Lund closed the quay.", &[]);
    }
}
