//! Where things are: "a synagogue in Port Ellis" against "the Port Ellis synagogue" and "a
//! synagogue in Cabo Verao".
//!
//! Each noun that stands beside a place name is held against the same noun in other articles:
//! the same place is an agreement, another one a conflict where the sentences are alike.

use super::index::At;
use super::{Draft, Said, Telling};
use crate::claim::Term;
use crate::entity::EntityKind;
use crate::event::Certainty;
use crate::facts::Facts;
use crate::order::{Arrange, numbers, pair};
use crate::span::Span;
use crate::story::cast::Cast;
use crate::story::{Aspect, RowKind};

/// Nouns in more sentences than this are too general to be one thing.
const GENERAL: u32 = 9;
/// The least similarity of sentences that place one thing differently.
const ALIKE: f32 = 0.1;

/// The least similarity of sentences that put one event in one place.
const SCENE: f32 = 0.08;

/// Bytes from what happened to its place at most.
const CLOSE: u32 = 70;

/// Bytes at most, and the words, between two places of which one is within the other.
const NESTED: usize = 24;
const WITHIN: [&str; 14] = [
    "",
    ",",
    "'s",
    "\u{2019}s",
    "in",
    "of",
    "district",
    "county",
    "state",
    "province",
    "state's",
    "province's",
    "the",
    "district,",
];

/// A noun and the place it is put in.
struct Placed {
    term: Term,
    noun: Span,
    entity: u32,
    at: At,
    clause: Span,
    mark: Span,
}

/// Finds the rows about places.
pub(super) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let (articles, cast, index) = (story.articles, story.cast, story.index);
    let mut all: Vec<Placed> = Vec::new();
    for (a, facts) in articles.iter().enumerate() {
        collect(a as u32, facts, cast, &mut all);
    }
    all.retain(|p| index.frequency(p.term) <= GENERAL);
    all.arrange_by_key(|p| (p.term, p.at, p.mark));
    let said = |p: &Placed| Said {
        article: p.at.article,
        span: p.clause,
        mark: p.mark,
        value: cast.entities.get(p.entity as usize).map(|e| e.id.clone()).unwrap_or_default(),
    };
    let nested = in_one_breath(articles, cast);
    for run in all.chunk_by(|x, y| x.term == y.term) {
        let mut entities: Vec<u32> = run.iter().map(|p| p.entity).collect();
        entities.arrange();
        entities.dedup();
        for &entity in &entities {
            let here: Vec<Said> = run.iter().filter(|p| p.entity == entity).map(said).collect();
            if here.iter().any(|s| s.article != here[0].article) {
                let why = "The same thing is put in the same place.";
                drafts.push(Draft::new(RowKind::Agree, Aspect::Place, 0.55, why, here));
            }
        }
        let noun = |p: &Placed| p.noun.of(&articles[p.at.article as usize].article.text);
        // Customers are here and there; the one dam is not.
        let many = |p: &Placed| noun(p).ends_with('s') && !noun(p).ends_with("ss");
        // "No other plant in Europe" is not the one of which the story is.
        let other = |p: &Placed| {
            let text = articles[p.at.article as usize].article.text.as_str();
            let before = text[p.clause.start as usize..(p.noun.start.max(p.clause.start)) as usize].rsplit(' ').take(4);
            before.into_iter().any(|w| ["no", "other", "another", "next"].iter().any(|o| w.eq_ignore_ascii_case(o)))
        };
        // "the Ras Tal terminal in Sabira" is the Ras Tal terminal.
        let names = |x: &Placed, y: &Placed| {
            let text = articles[x.at.article as usize].article.text.as_str();
            let before = text.get(x.clause.start as usize..x.noun.start as usize).unwrap_or_default();
            let named = cast.entities.get(y.entity as usize).and_then(|e| before.rsplit_once(e.name.as_str()));
            named.is_some_and(|(_, rest)| rest.split_whitespace().count() < 2 && !rest.contains(','))
        };
        let apart = run.iter().any(|x| {
            run.iter().any(|y| {
                x.at.article < y.at.article
                    && x.entity != y.entity
                    && !many(x)
                    && !other(x)
                    && !other(y)
                    // Six wells here are not the one there.
                    && noun(x).eq_ignore_ascii_case(noun(y))
                    && index.similarity(x.at, y.at) >= ALIKE
                    && !names(x, y)
                    && !names(y, x)
                    && nested.binary_search(&pair(x.entity.min(y.entity), x.entity.max(y.entity))).is_err()
                    && !run.iter().any(|z| {
                        (z.at.article == y.at.article && z.entity == x.entity)
                            || (z.at.article == x.at.article && z.entity == y.entity)
                    })
            })
        });
        if apart {
            let why = "The same thing is put in two places.";
            drafts.push(Draft::new(RowKind::HardConflict, Aspect::Place, 1.6, why, run.iter().map(said).collect()));
        }
    }
    scenes(story, drafts);
}

/// The pairs of places, the lower one first, that some article names as one within the other: "Maharashtra's Ratnagiri
/// district", "Ratnagiri in Maharashtra", "Ratnagiri, Maharashtra".
fn in_one_breath(articles: &[Facts], cast: &Cast) -> Vec<u64> {
    let mut pairs: Vec<u64> = Vec::new();
    for (facts, index) in articles.iter().zip(&cast.index) {
        let mut places = facts.entities.mentions.iter().filter(|m| m.kind == EntityKind::Place).peekable();
        while let Some(x) = places.next() {
            let Some(y) = places.peek() else { break };
            let between = facts.article.text.get(x.span.end as usize..y.span.start as usize).unwrap_or_default();
            let within = between.len() <= NESTED && between.split(' ').all(|w| WITHIN.contains(&w));
            let (Some(&a), Some(&b)) = (index.get(x.cluster as usize), index.get(y.cluster as usize)) else { continue };
            if within {
                pairs.push(pair(a.min(b), a.max(b)));
            }
        }
    }
    numbers(&mut pairs);
    pairs.dedup();
    pairs
}

/// A place, the sentence that puts something there, its claim, and the index of its statement.
type Scene = (u32, At, Said, u32);

/// The events that several articles put in one place that few sentences name.
fn scenes(story: &Telling, drafts: &mut Vec<Draft>) {
    let mut all: Vec<Scene> = Vec::new();
    for (a, facts) in story.articles.iter().enumerate() {
        let text = facts.article.text.as_str();
        let Some(cast) = story.cast.index.get(a) else { continue };
        for mention in facts.entities.mentions.iter().filter(|m| m.kind == EntityKind::Place) {
            let statements = &facts.claims.statements;
            let at = statements.partition_point(|s| s.span.end <= mention.span.start);
            let Some(statement) = statements.get(at).filter(|s| s.span.contains(mention.span) && s.commentary < 3)
            else {
                continue;
            };
            let before = text.get(statement.span.start as usize..mention.span.start as usize).unwrap_or_default();
            let mut words = before.rsplit(' ').filter(|w| !w.is_empty()).take(2);
            let placed = words.any(|w| matches!(w, "in" | "at" | "near" | "outside" | "off"));
            let from = facts.events.partition_point(|e| e.sentence.end <= statement.span.start);
            let told = facts.events[from..].iter().take_while(|e| e.sentence.start < statement.span.end);
            let told = told.filter(|e| statement.span.contains(e.trigger) && e.certainty == Certainty::Reported);
            // The place with what happened there, where the two stand close.
            let told: Vec<Span> = told.map(|e| e.trigger.cover(mention.span)).collect();
            let before = |m: &Span| m.len() <= CLOSE && m.end == mention.span.end;
            let mark = told.iter().copied().filter(before).min_by_key(|m| m.len());
            let mark = mark.unwrap_or(mention.span);
            if let Some(&entity) = cast.get(mention.cluster as usize).filter(|_| placed && !told.is_empty()) {
                let value = story.cast.entities.get(entity as usize).map(|e| e.id.clone()).unwrap_or_default();
                let at = At { article: a as u32, sentence: statement.sentence };
                let which = statements.partition_point(|s| s.span.end <= mention.span.start) as u32;
                all.push((entity, at, Said { article: a as u32, span: statement.span, mark, value }, which));
            }
        }
    }
    all.arrange_by(|x, y| (x.0, x.1, x.2.mark).cmp(&(y.0, y.1, y.2.mark)));
    // Of a place that all speak of it is no news that something happened there.
    let special = |entity: u32| story.named.get(entity as usize).is_some_and(|n| n.mentions <= GENERAL);
    for run in all.chunk_by(|x, y| x.0 == y.0).filter(|r| special(r[0].0)) {
        let alike = |x: &Scene, y: &Scene| x.1.article != y.1.article && story.index.similarity(x.1, y.1) >= SCENE;
        // Two that share more than the place vouch for the others.
        let one = |x: &Scene, y: &Scene| alike(x, y) && story.same.matter((x.1.article, x.3), (y.1.article, y.3));
        if !run.iter().any(|x| run.iter().any(|y| one(x, y))) {
            continue;
        }
        let said: Vec<Said> = run.iter().filter(|x| run.iter().any(|y| alike(x, y))).map(|p| p.2.clone()).collect();
        let why = "What happened is put in the same place.";
        drafts.push(Draft::new(RowKind::Agree, Aspect::Place, 0.5, why, said));
    }
}

fn collect(article: u32, facts: &Facts, cast: &Cast, all: &mut Vec<Placed>) {
    let text = facts.article.text.as_str();
    let Some(index) = cast.index.get(article as usize) else { return };
    for mention in facts.entities.mentions.iter().filter(|m| m.kind == EntityKind::Place) {
        let Some(&entity) = index.get(mention.cluster as usize) else { continue };
        let statements = &facts.claims.statements;
        let after = statements.partition_point(|s| s.span.end <= mention.span.start);
        let Some(statement) = statements.get(after).filter(|s| s.span.contains(mention.span) && s.commentary < 2)
        else {
            continue;
        };
        let words = facts.words(statement.span);
        let of = |i: usize| words.get(i).map_or("", |w| w.span.of(text));
        let first = words.partition_point(|w| w.span.end <= mention.span.start);
        let last = words.partition_point(|w| w.span.start < mention.span.end);
        // "a synagogue in the Moscow area"
        let mut i = first;
        while i > 0
            && (matches!(of(i - 1), "the" | "central" | "northern" | "southern" | "eastern" | "western" | "nearby"))
        {
            i -= 1;
        }
        let preposition = i > 1 && matches!(of(i - 1), "in" | "at" | "near" | "outside" | "from");
        let noun = if preposition {
            Some(i - 2)
        } else {
            // "the Moscow synagogue", "a Moscow concert hall"
            let compound =
                (last..last + 2).take_while(|&k| words.get(k).is_some_and(|w| w.term.is_some() && !w.marked)).last();
            compound.filter(|_| of(last) != "s" && of(last) != "based")
        };
        let Some(noun) = noun.filter(|&n| words.get(n).is_some_and(|w| !w.marked)) else { continue };
        let Some(term) = words[noun].term else { continue };
        let mark = mention.span.cover(words[noun].span);
        all.push(Placed {
            term,
            noun: words[noun].span,
            entity,
            at: At { article, sentence: statement.sentence },
            clause: statement.span,
            mark,
        });
    }
}
