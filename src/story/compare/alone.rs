//! Statements that exactly one article makes: the concrete, checkable ones, not every sentence.
//!
//! A sentence is worth a row for what it alone brings: a figure, a sum, a day that no other
//! article gives, people and places, a deed that others tell too. Commentary, questions, talk and
//! the author's own musings are none, and what stands in a quarrel or an agreement is less. The
//! weights are those of a logistic regression over such traits, fitted to sixty-four stories of
//! many kinds and then, with the score of that fit as one trait more, to twenty-five by other
//! authors, each tried without it; the one of long articles counts for four, as the others are of
//! short ones. A quarter of a third fit, to fifty-two stories by yet others, is mixed in: all of it
//! would suit those alone.

use super::index::{At, shared};
use super::phrase::Phrase;
use super::{Draft, Said, Telling};
use crate::claim::unit::Unit;
use crate::claim::{Quantity, Statement, Term, Turns};
use crate::entity::EntityKind;
use crate::facts::Facts;
use crate::order::Arrange;
use crate::span::Span;
use crate::story::{Aspect, RowKind};
use crate::time::{Days, TimeKind};
use jiff::civil::Date;

/// One row for so many bytes of prose.
const BYTES_A_ROW: usize = 440;

/// Number of features.
const N: usize = 28;

/// Weights of the [`features`], in their order.
const WEIGHTS: [f32; N] = [
    0.9, 0.5, 1.21, 0.33, -0.62, 0.19, -0.42, 0.79, 1.41, -0.49, 0.59, 0.29, -0.83, -0.7, 0.22, -5.62, -0.77, 0.13,
    0.05, -0.67, -1.04, 0.28, -1.32, 0.21, 0.17, -0.8, 0.75, 1.14,
];
/// What is added to their sum, for a score from 0 to 1.
const BASE: f32 = -3.52;
/// Of a sentence that shares more of its weight with one of another article, it is not true that
/// no other says it.
const TOLD: f32 = 0.5;

/// Finds the single-source rows; `taken` are the claims of the other rows.
pub(super) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let (articles, pairs) = (story.articles, story.pairs);
    let mut taken: Vec<(u32, Span)> = drafts.iter().flat_map(|d| d.said.iter().map(|s| (s.article, s.mark))).collect();
    taken.arrange();
    let known = Known::new(story);
    // The sentence of another article that is most like each.
    let mut nearest: Vec<Vec<(f32, At)>> =
        articles.iter().map(|f| vec![(0.0, At { article: 0, sentence: 0 }); f.sentences.len()]).collect();
    for &(a, b, similarity) in pairs {
        for (at, other) in [(a, b), (b, a)] {
            let slot = &mut nearest[at.article as usize][at.sentence as usize];
            if similarity > slot.0 {
                *slot = (similarity, other);
            }
        }
    }
    let mut ranked: Vec<(f32, bool, Candidate)> = Vec::new();
    let mut report = 0;
    for (a, facts) in articles.iter().enumerate() {
        for candidate in candidates(a as u32, facts) {
            report += candidate.span.len() as usize;
            if candidate.of(facts).iter().map(|s| s.commentary).sum::<u8>() > 2 {
                continue;
            }
            let from = taken.partition_point(|t| (t.0, t.1.start) < (a as u32, candidate.span.start));
            let near = taken[from..].iter().take_while(|t| t.0 == a as u32 && t.1.start < candidate.span.end);
            let near = near.filter(|t| candidate.span.contains(t.1)).count();
            let (similarity, other) = nearest[a][candidate.sentence as usize];
            let kept = story.kept.iter().any(|k| k.article == a as u32 && k.span.overlaps(candidate.span));
            if similarity > 0.0 && share(story, &candidate, other) > TOLD && !kept {
                continue;
            }
            let features = features(story, &known, &candidate, near, similarity);
            let score = BASE + features.iter().zip(WEIGHTS).map(|(f, w)| f * w).sum::<f32>();
            ranked.push((score, kept, candidate));
        }
    }
    ranked.arrange_by(|x, y| y.0.total_cmp(&x.0).then((x.2.article, x.2.span).cmp(&(y.2.article, y.2.span))));
    let chosen = report.div_ceil(BYTES_A_ROW);
    let ranked = ranked.into_iter().enumerate().filter(|(i, r)| *i < chosen || r.1).map(|r| r.1);
    for (score, _, candidate) in ranked {
        let said =
            Said { article: candidate.article, span: candidate.span, mark: candidate.span, value: String::new() };
        let why =
            "No other article was found to say this; it was chosen for what it alone gives, and for how it tells it.";
        drafts.push(Draft::new(
            RowKind::SingleSource,
            Aspect::Fact,
            1.0 / (1.0 + crate::real::exp(f64::from(-score)) as f32),
            why,
            vec![said],
        ));
    }
}

/// A clause, or a whole sentence that is short enough.
struct Candidate {
    article: u32,
    span: Span,
    sentence: u32,
    /// Its statements: the first, and one past the last.
    first: u32,
    end: u32,
}

impl Candidate {
    fn of<'f>(&self, facts: &'f Facts) -> &'f [Statement] {
        facts.claims.statements.get(self.first as usize..self.end as usize).unwrap_or_default()
    }
}

/// Sentences longer than this are looked at clause by clause.
const LONG: u32 = 270;

fn candidates(article: u32, facts: &Facts) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for (i, statement) in facts.claims.statements.iter().enumerate() {
        let sentence = facts.sentences[statement.sentence as usize];
        if sentence.len() <= LONG
            && let Some(last) = found.last_mut().filter(|c| c.sentence == statement.sentence)
        {
            last.end = i as u32 + 1;
            continue;
        }
        let span = if sentence.len() <= LONG { sentence } else { statement.span };
        let (sentence, first, end) = (statement.sentence, i as u32, i as u32 + 1);
        found.push(Candidate { article, span, sentence, first, end });
    }
    found
}

/// What is said in which article.
struct Known {
    /// Unit, value and article of each figure, sorted, each once.
    figures: Vec<((Unit, u64), u32)>,
    /// Unit and article of each figure, sorted, each once.
    units: Vec<(Unit, u32)>,
    /// First and last day and article of each time, sorted, each once.
    days: Vec<(Days, u32)>,
    /// Article and trigger of the events that several articles tell, sorted.
    events: Vec<(u32, Span)>,
    /// The day of the newest article.
    newest: Option<Date>,
}

impl Known {
    fn new(story: &Telling) -> Self {
        let articles = story.articles;
        let all = || articles.iter().enumerate().map(|(a, f)| (a as u32, f));
        let mut figures: Vec<_> =
            all().flat_map(|(a, f)| f.claims.quantities.iter().map(move |q| (key(q), a))).collect();
        figures.arrange();
        figures.dedup();
        let mut units: Vec<(Unit, u32)> = figures.iter().map(|f| (f.0.0, f.1)).collect();
        units.arrange();
        units.dedup();
        let mut days: Vec<_> =
            all().flat_map(|(a, f)| f.times.iter().filter_map(move |t| Some((t.days?, a)))).collect();
        days.arrange();
        days.dedup();
        let mut events: Vec<(u32, Span)> = Vec::new();
        for event in story.events {
            // What repeats another word for word is no voice of its own, and has no sentences here.
            let voiced = |a: u32| articles.get(a as usize).is_some_and(|f| !f.sentences.is_empty());
            let mut of: Vec<(u32, Span)> = event.mentions.iter().map(|m| (m.place.article, m.place.span)).collect();
            of.retain(|m| voiced(m.0));
            if of.iter().any(|m| m.0 != of[0].0) {
                events.extend(of);
            }
        }
        events.arrange();
        let newest = articles.iter().filter_map(|f| f.article.published_date()).max();
        Self { figures, units, days, events, newest }
    }
}

/// Whether a sorted list of pairs holds a key in one article only.
fn only_one<K: Ord + Copy>(list: &[(K, u32)], key: K) -> bool {
    let from = list.partition_point(|t| t.0 < key);
    list[from..].iter().take(2).filter(|t| t.0 == key).count() == 1
}

/// A figure's unit and value, to three digits.
fn key(q: &Quantity) -> (Unit, u64) {
    let scale = 100.0 / crate::real::magnitude(q.value);
    (q.unit, ((q.value * scale).round() / scale).to_bits())
}

/// How much of a candidate's weight a sentence of another article tells too.
fn share(story: &Telling, candidate: &Candidate, other: At) -> f32 {
    let terms = |of: &mut dyn Iterator<Item = &Statement>| {
        let mut terms: Vec<Term> = of.flat_map(|s| s.terms.iter().copied()).collect();
        terms.arrange();
        terms.dedup();
        terms
    };
    let mine = terms(&mut candidate.of(&story.articles[candidate.article as usize]).iter());
    let theirs = terms(&mut super::clauses::statements(story.articles, other).map(|s| s.1));
    story.index.sum(shared(&mine, &theirs)) / story.index.sum(mine.iter().copied()).max(1.0)
}

/// Words that tell what kind of sentence it is, by the feature that each list makes.
static TURNS: [Turns; 5] = [
    Turns::new(&["said", "says", "say", "told"]),
    Turns::new(&["what", "so", "how", "why"]),
    Turns::new(&["would", "could", "might"]),
    Turns::new(&["i", "we", "our", "us", "my", "me", "you", "your"]),
    Turns::new(&["was", "were", "been"]),
];

/// What speaks for and against a row of its own; `near` is how many claims of other rows it holds,
/// `similarity` that of the sentence of another article that is most like it.
fn features(story: &Telling, known: &Known, candidate: &Candidate, near: usize, similarity: f32) -> [f32; N] {
    let a = candidate.article as usize;
    let facts = &story.articles[a];
    let (span, statements) = (candidate.span, candidate.of(facts));
    let text = facts.article.text.as_str();
    let told = span.of(text);
    let mut lone: Vec<Term> = statements.iter().flat_map(|s| s.terms.iter().copied()).collect();
    lone.retain(|&t| story.index.stands_only_in(candidate.article, t));
    lone.arrange();
    lone.dedup();
    let quantities = &facts.claims.quantities;
    let from = quantities.partition_point(|q| q.statement < candidate.first);
    let (mut new_figures, mut money, mut of_others) = (0usize, false, false);
    for q in quantities[from..].iter().take_while(|q| q.statement < candidate.end) {
        new_figures += usize::from(only_one(&known.figures, key(q)));
        money |= matches!(q.unit, Unit::Money(_));
        of_others |= q.unit != Unit::Count && !only_one(&known.units, q.unit);
    }
    let mentions = &facts.entities.mentions;
    let from = mentions.partition_point(|m| m.span.start < span.start);
    let (mut person, mut place) = (false, false);
    for mention in mentions[from..].iter().take_while(|m| m.span.start < span.end) {
        let entity = story.cast.index.get(a).and_then(|i| i.get(mention.cluster as usize));
        let kind = entity.and_then(|&e| story.cast.entities.get(e as usize)).map_or(mention.kind, |e| e.kind);
        person |= kind == EntityKind::Person;
        place |= matches!(kind, EntityKind::Place | EntityKind::Facility);
    }
    let (mut new_time, mut year) = (false, false);
    for time in facts.times_in(span) {
        let Some(days) = time.days else { continue };
        new_time |= only_one(&known.days, days);
        year |= time.kind == TimeKind::Date && crate::day::number(days.to) - crate::day::number(days.from) > 300;
    }
    let from = facts.events.partition_point(|e| e.sentence.end <= span.start);
    let (mut event, mut known_event) = (false, false);
    for e in facts.events[from..].iter().take_while(|e| e.sentence.start < span.end) {
        if span.contains(e.trigger) {
            event = true;
            known_event |= known.events.binary_search(&(candidate.article, e.trigger)).is_ok();
        }
    }
    let words = Phrase::new(facts, span);
    let (mut turns, mut passive, mut capital) = ([false; TURNS.len()], false, false);
    for i in 0..words.len() {
        for (turn, list) in turns.iter_mut().zip(&TURNS) {
            *turn |= words.any(i, list).is_some();
        }
        let next = words.of(i + 1);
        capital |= next.starts_with(char::is_uppercase);
        passive |= words.any(i, &TURNS[4]).is_some() && (next.ends_with("ed") || next.ends_with("en"));
    }
    let asks = text.get(span.start as usize..(span.end as usize + 1).min(text.len())).unwrap_or_default().contains('?');
    let opens = text.get(..span.start as usize).is_some_and(|t| t.is_empty() || t.ends_with('\n'));
    let before = facts.claims.statements.get(..candidate.first as usize).unwrap_or_default().iter().rev();
    let before = before.skip_while(|s| s.sentence == candidate.sentence);
    let talk = before.take_while(|s| s.sentence + 1 == candidate.sentence).any(|s| s.quoted);
    let flag = |b: bool| f32::from(u8::from(b));
    [
        flag(new_time),
        flag(new_figures > 0),
        candidate.sentence as f32 / facts.sentences.len().max(1) as f32,
        lone.len().min(4) as f32,
        flag(turns[0]),
        flag(talk),
        flag(!event),
        new_figures.min(3) as f32,
        flag(money && !of_others),
        near.min(2) as f32,
        flag(year),
        flag(place),
        flag(opens),
        flag(told.contains(['"', '“'])),
        flag(person),
        similarity * similarity,
        flag(turns[1]),
        flag(passive),
        flag(candidate.sentence as usize + 1 == facts.sentences.len()),
        flag(told.contains('(')),
        flag(asks),
        flag(facts.article.published_date() == known.newest),
        flag(turns[2]),
        flag(known_event),
        flag(candidate.sentence == 1),
        flag(turns[3]),
        flag(capital),
        flag(statements.iter().any(|s| s.unreal)),
    ]
}

#[cfg(test)]
mod tests {
    use crate::facts::{self, Reader};
    use crate::import::{Article, Record};
    use crate::story::RowKind;

    /// Whether a sentence of the first article is found to stand in it alone.
    #[track_caller]
    fn check(sentence: &str, other: &str, expected: bool) {
        let filler = "The village has a bakery. Its church was painted white. Nobody sells tickets there.";
        let read = |(id, text): (&str, String)| {
            let record = Record { id: id.into(), text, published: Some("2024-06-12".into()), ..Record::default() };
            facts::read(Article::new(record), &Reader::default())
        };
        let first = format!("A barge sank in the canal. {sentence}");
        let story = crate::story::tell([("a", first.clone()), ("b", format!("{other} {filler}"))].map(read).into());
        let alone = story.rows.iter().filter(|r| r.kind == RowKind::SingleSource);
        let mut told = alone.flat_map(|r| &r.claims).filter(|c| c.place.article == 0);
        assert_eq!(told.any(|c| sentence.contains(c.place.span.of(&first))), expected, "{sentence} | {other}");
    }

    #[test]
    fn what_one_article_alone_tells() {
        let other = "The barge belongs to a brewery.";
        check("The harbour office fined its owner 4,000 euros on 3 June.", other, true);
        // Near misses: what the other says too, a question, and the author's own musings.
        check("Two deckhands were arrested in Lenz on Tuesday.", "Two deckhands have been arrested in Lenz.", false);
        check("Who will pay for that?", other, false);
        check("It is a stark reminder of the broader challenges and implications.", other, false);
    }
}
