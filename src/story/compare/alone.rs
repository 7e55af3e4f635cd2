//! Statements that exactly one article makes: the concrete, checkable ones, not every sentence.
//!
//! A sentence is worth a row for what it alone brings: a figure, a name or a day that no other
//! article gives, and words that no other uses. Commentary, questions and the author's own
//! musings are none, and what stands in a quarrel or an agreement is less. The weights are those
//! of a logistic regression over such traits, fitted to thirty-nine stories of many kinds and
//! tried on each of them without it.

use super::index::{At, shared};
use super::phrase::Phrase;
use super::{Draft, Said, Telling};
use crate::claim::unit::Unit;
use crate::claim::{Quantity, Statement, Term};
use crate::event::Certainty;
use crate::facts::Facts;
use crate::order::Arrange;
use crate::span::Span;
use crate::story::{Aspect, RowKind};
use crate::time::{Days, TimeKind};

/// One row for so many bytes of prose.
const BYTES_A_ROW: usize = 440;

/// Number of features.
const N: usize = 22;

/// Weights of the [`features`], in their order.
const WEIGHTS: [f32; N] = [
    0.9, -0.82, -1.26, 0.46, 0.54, -0.73, 0.7, -0.75, 0.26, -0.48, -0.46, 0.77, 0.27, -0.41, 0.8, 0.41, -1.35, -0.46,
    0.16, 0.19, 0.41, -0.8,
];
/// Of a sentence that shares more of its weight with one of another article, it is not true that
/// no other says it.
const TOLD: f32 = 0.5;
/// Which of the features is that share.
const SHARE: usize = 2;
/// What is added to their sum, for a score from 0 to 1.
const BASE: f32 = -3.25;

/// Finds the single-source rows; `taken` are the claims of the other rows.
pub(super) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let (articles, pairs) = (story.articles, story.pairs);
    let all = drafts.iter().flat_map(|d| d.said.iter().map(|s| (s.article, s.mark, d.kind == RowKind::Agree)));
    let mut taken: Vec<(u32, Span, bool)> = all.collect();
    taken.arrange();
    let known = Known::new(articles);
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
            let near: Vec<(Span, bool)> = near.map(|t| (t.1, t.2)).collect();
            let (similarity, other) = nearest[a][candidate.sentence as usize];
            let features = features(story, &known, &candidate, &near, (similarity > 0.0).then_some(other));
            let kept = story.kept.iter().any(|k| k.article == a as u32 && k.span.overlaps(candidate.span));
            if features[SHARE] > TOLD && !kept {
                continue;
            }
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
const LONG: u32 = 230;

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
    /// Term and article, sorted, each once.
    terms: Vec<(Term, u32)>,
    /// Unit, value and article of each figure, sorted, each once.
    figures: Vec<((Unit, u64), u32)>,
    /// First and last day and article of each time, sorted, each once.
    days: Vec<(Days, u32)>,
}

impl Known {
    fn new(articles: &[Facts]) -> Self {
        let mut terms: Vec<(Term, u32)> = Vec::new();
        for (a, facts) in articles.iter().enumerate() {
            terms.extend(facts.claims.statements.iter().flat_map(|s| s.terms.iter().map(move |&t| (t, a as u32))));
        }
        terms.arrange();
        terms.dedup();
        let all = || articles.iter().enumerate().map(|(a, f)| (a as u32, f));
        let mut figures: Vec<_> =
            all().flat_map(|(a, f)| f.claims.quantities.iter().map(move |q| (key(q), a))).collect();
        figures.arrange();
        figures.dedup();
        let mut days: Vec<_> =
            all().flat_map(|(a, f)| f.times.iter().filter_map(move |t| Some((t.days?, a)))).collect();
        days.arrange();
        days.dedup();
        Self { terms, figures, days }
    }

    /// Whether a term stands in one article only.
    fn lone(&self, term: Term) -> bool {
        only_one(&self.terms, term)
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

/// What speaks for and against a row of its own; `near` are the marks of other rows in it, each
/// with whether it is agreed, `other` is the sentence of another article that is most like it.
fn features(
    story: &Telling,
    known: &Known,
    candidate: &Candidate,
    near: &[(Span, bool)],
    other: Option<At>,
) -> [f32; N] {
    let (articles, index, a) = (story.articles, story.index, candidate.article as usize);
    let facts = &articles[a];
    let (span, statements) = (candidate.span, candidate.of(facts));
    let mut terms: Vec<Term> = statements.iter().flat_map(|s| s.terms.iter().copied()).collect();
    terms.arrange();
    terms.dedup();
    let text = facts.article.text.as_str();
    let quantities = &facts.claims.quantities;
    let from = quantities.partition_point(|q| q.statement < candidate.first);
    let (mut figures, mut measures, mut new_figures) = (0usize, 0usize, 0usize);
    for q in quantities[from..].iter().take_while(|q| q.statement < candidate.end) {
        figures += 1;
        measures += usize::from(q.unit != Unit::Count);
        new_figures += usize::from(only_one(&known.figures, key(q)));
    }
    let mentions = &facts.entities.mentions;
    let from = mentions.partition_point(|m| m.span.start < span.start);
    let (mut names, mut shared_names) = (0usize, 0usize);
    for mention in mentions[from..].iter().take_while(|m| m.span.start < span.end) {
        names += 1;
        let entity = story.cast.index.get(a).and_then(|i| i.get(mention.cluster as usize));
        shared_names += usize::from(entity.is_some_and(|&e| story.named.get(e as usize).is_some_and(|n| n.shared)));
    }
    let (mut new_time, mut year) = (false, false);
    for time in facts.times.iter().filter(|t| span.contains(t.span)) {
        let Some(days) = time.days else { continue };
        new_time |= only_one(&known.days, days);
        year |= time.kind == TimeKind::Date && crate::day::number(days.to) - crate::day::number(days.from) > 300;
    }
    let from = facts.events.partition_point(|e| e.sentence.end <= span.start);
    let events = facts.events[from..].iter().take_while(|e| e.trigger.start < span.end);
    let events = events.filter(|e| e.certainty == Certainty::Reported && span.contains(e.trigger)).count();
    let all = index.sum(terms.iter().copied()).max(1.0);
    let new = index.sum(terms.iter().copied().filter(|&t| known.lone(t)));
    let alike = other.map_or(0.0, |at| {
        let theirs = &articles[at.article as usize].claims.statements;
        let first = theirs.partition_point(|s| s.sentence < at.sentence);
        let mut of: Vec<Term> = Vec::new();
        for statement in theirs[first..].iter().take_while(|s| s.sentence == at.sentence) {
            of.extend(&statement.terms);
        }
        of.arrange();
        of.dedup();
        index.sum(shared(&terms, &of))
    });
    let words = Phrase::new(text, span);
    let said = (0..words.len()).any(|i| words.any(i, &["said", "says", "say", "told"]).is_some());
    let perfect = (1..words.len()).any(|i| {
        let word = words.of(i);
        words.any(i - 1, &["has", "have", "had"]).is_some() && (word.ends_with("ed") || word == "been" || word == "not")
    });
    let (mut covered, mut last) = (0, span.start);
    for &(mark, _) in near {
        covered += mark.end.min(span.end).saturating_sub(mark.start.max(last));
        last = last.max(mark.end.min(span.end));
    }
    let inside = |agreed: bool| near.iter().filter(|n| n.1 == agreed && span.contains(n.0)).count().min(2) as f32;
    let asks = text.get(span.start as usize..(span.end as usize + 1).min(text.len())).unwrap_or_default().contains('?');
    let opens = text.get(..span.start as usize).is_some_and(|t| t.is_empty() || t.ends_with('\n'));
    let flag = |b: bool| f32::from(u8::from(b));
    [
        flag(new_time),
        flag(candidate.sentence == 0),
        alike / all,
        flag(figures > 0),
        flag(new_figures > 0),
        flag(said),
        candidate.sentence as f32 / facts.sentences.len().max(1) as f32,
        flag(span.of(text).contains(['"', '“'])),
        shared_names.min(2) as f32,
        inside(true),
        flag(statements.iter().any(|s| s.negated)),
        flag(year),
        names.min(3) as f32,
        flag(opens),
        new / all,
        flag(perfect),
        flag(asks),
        inside(false),
        (new_figures.min(2) * measures.min(2)) as f32,
        events.min(3) as f32,
        covered as f32 / span.len().max(1) as f32,
        statements.iter().map(|s| f32::from(s.commentary)).sum(),
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
