//! Statements that exactly one article makes: the concrete, checkable ones, not every sentence.
//!
//! A clause is worth a row for what it alone brings: a figure, a name or a day that no other
//! article gives, and words that no other uses. Commentary, questions and the author's own
//! musings are none. The weights are those of a logistic regression over such features, rounded.

use super::phrase::Phrase;
use super::{Draft, Said, Telling};
use crate::claim::unit::Unit;
use crate::claim::{Quantity, Statement, Term};
use crate::facts::Facts;
use crate::order::Arrange;
use crate::span::Span;
use crate::story::{Aspect, RowKind};
use crate::time::Days;

/// One row for so many bytes of prose.
const BYTES_A_ROW: usize = 440;

/// Number of features.
const N: usize = 16;

/// Weights of the [`features`], in their order.
const WEIGHTS: [f32; N] =
    [-3.54, -0.65, 0.46, 0.93, 0.58, 0.43, 0.42, 0.93, -3.75, -0.29, -0.58, 0.56, 0.58, -0.78, -1.1, 0.43];

/// Finds the single-source rows; `taken` are the claims of the other rows.
pub(super) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let (articles, pairs) = (story.articles, story.pairs);
    let mut taken: Vec<(u32, Span)> = drafts.iter().flat_map(|d| d.said.iter().map(|s| (s.article, s.mark))).collect();
    taken.arrange();
    taken.dedup();
    let known = Known::new(articles);
    let mut best: Vec<Vec<f32>> = articles.iter().map(|f| vec![0.0; f.sentences.len()]).collect();
    for &(a, b, similarity) in pairs {
        for at in [a, b] {
            let slot = &mut best[at.article as usize][at.sentence as usize];
            *slot = slot.max(similarity);
        }
    }
    let mut ranked: Vec<(f32, Candidate)> = Vec::new();
    let mut report = 0;
    for (a, facts) in articles.iter().enumerate() {
        for candidate in candidates(a as u32, facts) {
            report += candidate.span.len() as usize;
            if candidate.of(facts).iter().map(|s| s.commentary).sum::<u8>() > 2 {
                continue;
            }
            let similarity = best[a][candidate.sentence as usize];
            let from = taken.partition_point(|t| (t.0, t.1.start) < (a as u32, candidate.span.start));
            let near = taken[from..].iter().take_while(|t| t.0 == a as u32 && t.1.start < candidate.span.end);
            let covered = near.filter(|t| candidate.span.contains(t.1)).count();
            let features = features(story, &known, &candidate, similarity, covered);
            let score = features.iter().zip(WEIGHTS).map(|(f, w)| f * w).sum();
            ranked.push((score, candidate));
        }
    }
    ranked.arrange_by(|x, y| y.0.total_cmp(&x.0).then((x.1.article, x.1.span).cmp(&(y.1.article, y.1.span))));
    ranked.truncate(report.div_ceil(BYTES_A_ROW));
    for (score, candidate) in ranked {
        let said =
            Said { article: candidate.article, span: candidate.span, mark: candidate.span, value: String::new() };
        let why = "No other article says this; it was chosen for what it alone gives: a name, a figure or a day.";
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

fn features(story: &Telling, known: &Known, candidate: &Candidate, similarity: f32, covered: usize) -> [f32; N] {
    let (articles, index, a) = (story.articles, story.index, candidate.article as usize);
    let facts = &articles[a];
    let (span, statements) = (candidate.span, candidate.of(facts));
    let mut terms: Vec<Term> = statements.iter().flat_map(|s| s.terms.iter().copied()).collect();
    terms.arrange();
    terms.dedup();
    let text = facts.article.text.as_str();
    let quantities = &facts.claims.quantities;
    let from = quantities.partition_point(|q| q.statement < candidate.first);
    let (mut measures, mut new_figures) = (0usize, 0usize);
    for q in quantities[from..].iter().take_while(|q| q.statement < candidate.end) {
        measures += usize::from(!matches!(q.unit, Unit::Count | Unit::Money(_)));
        new_figures += usize::from(only_one(&known.figures, key(q)));
    }
    let mentions = &facts.entities.mentions;
    let from = mentions.partition_point(|m| m.span.start < span.start);
    let names = mentions[from..].iter().take_while(|m| m.span.start < span.end).count();
    let mut times = facts.times.iter().filter(|t| span.contains(t.span));
    let new_time = times.any(|t| t.days.is_some_and(|d| only_one(&known.days, d)));
    let from = facts.events.partition_point(|e| e.sentence.end <= span.start);
    let mut events = facts.events[from..].iter().take_while(|e| e.trigger.start < span.end);
    let attributed = events.any(|e| e.speaker.is_some() && span.contains(e.trigger));
    let sum = |terms: &mut dyn Iterator<Item = Term>| terms.map(|t| index.weight(t)).sum::<f32>();
    let all = sum(&mut terms.iter().copied());
    let new = sum(&mut terms.iter().copied().filter(|&t| known.lone(t)));
    let words = Phrase::new(text, span);
    let past = (0..words.len()).any(|i| {
        words.of(i).ends_with("ed")
            || matches!(words.of(i), "was" | "were" | "had" | "said" | "told" | "went" | "took" | "came")
    });
    let flag = |b: bool| f32::from(u8::from(b));
    [
        1.0,
        flag(span.len() < 60),
        span.len() as f32 / 100.0,
        flag(new_time),
        flag(new_figures > 0),
        (new_figures.min(2) * measures.min(2)) as f32,
        names.min(3) as f32,
        new / all.max(1.0),
        similarity * similarity,
        covered.min(2) as f32,
        flag(attributed),
        flag(past),
        flag(statements.iter().any(|s| s.unreal)),
        flag(span.of(text).contains(['"', '“'])),
        flag(candidate.sentence == 0),
        candidate.sentence as f32 / facts.sentences.len().max(1) as f32,
    ]
}
