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
use crate::story::cast::Cast;
use crate::story::{Aspect, Place, RowKind};
use crate::time::Days;

/// One row for so many bytes of prose.
const BYTES_A_ROW: usize = 440;

/// Number of features.
const N: usize = 22;

/// Weights of the [`features`], in their order.
const WEIGHTS: [f32; N] = [
    -2.94, 1.01, -0.07, 0.05, 0.27, 0.7, 0.31, -0.21, -1.09, 0.31, -0.5, 0.39, 0.42, -0.35, -0.07, -0.15, 0.55, 0.27,
    0.44, 0.12, 0.14, -0.67,
];

/// Finds the single-source rows; `taken` are the claims of the other rows.
pub(super) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let (articles, cast, pairs) = (story.articles, story.cast, story.pairs);
    let mut taken: Vec<(u32, Span)> = drafts.iter().flat_map(|d| d.said.iter().map(|s| (s.article, s.mark))).collect();
    taken.arrange();
    taken.dedup();
    let known = Known::new(articles, cast);
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
struct Known<'c> {
    /// Articles in which a united name stands: the only one, or `u32::MAX` for several.
    names: Vec<u32>,
    /// Index of names.
    index: &'c [Vec<u32>],
    /// Term and article, sorted, each once.
    terms: Vec<(Term, u32)>,
    /// Unit, value and article of each figure, sorted, each once.
    figures: Vec<((Unit, u64), u32)>,
    /// First and last day and article of each time, sorted, each once.
    days: Vec<(Days, u32)>,
}

impl<'c> Known<'c> {
    fn new(articles: &[Facts], cast: &'c Cast) -> Self {
        let mut names = vec![u32::MAX - 1; cast.entities.len()];
        for (e, entity) in cast.entities.iter().enumerate() {
            // An article that repeats another is no second one.
            let own = |m: &&Place| !articles[m.article as usize].entities.mentions.is_empty();
            for mention in entity.mentions.iter().filter(own) {
                names[e] =
                    if names[e] == u32::MAX - 1 || names[e] == mention.article { mention.article } else { u32::MAX };
            }
        }
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
        Self { names, index: &cast.index, terms, figures, days }
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
    let sentence = facts.sentences[candidate.sentence as usize];
    let quantities = &facts.claims.quantities;
    let from = quantities.partition_point(|q| q.statement < candidate.first);
    let figures = quantities[from..].iter().take_while(|q| q.statement < candidate.end);
    let (mut all_figures, mut new_figures) = (0, 0);
    for q in figures {
        all_figures += 1;
        new_figures += usize::from(only_one(&known.figures, key(q)));
    }
    let mentions = &facts.entities.mentions;
    let from = mentions.partition_point(|m| m.span.start < span.start);
    let (mut all_names, mut new_names) = (0, 0);
    for m in mentions[from..].iter().take_while(|m| m.span.start < span.end) {
        let entity = known.index.get(a).and_then(|i| i.get(m.cluster as usize));
        all_names += 1;
        new_names += usize::from(entity.is_some_and(|&e| known.names[e as usize] == a as u32));
    }
    let (mut all_times, mut new_times) = (0, 0);
    for time in facts.times.iter().filter(|t| span.contains(t.span)) {
        all_times += 1;
        new_times += usize::from(time.days.is_some_and(|d| only_one(&known.days, d)));
    }
    let sum = |terms: &mut dyn Iterator<Item = Term>| terms.map(|t| index.weight(t)).sum::<f32>();
    let all = sum(&mut terms.iter().copied());
    let new = sum(&mut terms.iter().copied().filter(|&t| known.lone(t)));
    let words = Phrase::new(text, span);
    let is = |list: &[&str]| (0..words.len()).any(|i| words.any(i, list).is_some());
    let commentary: u8 = statements.iter().map(|s| s.commentary).sum();
    let past = (0..words.len()).any(|i| words.of(i).ends_with("ed"))
        || is(&["was", "were", "had", "said", "told", "went", "took", "came"]);
    let capitals = span.of(text).split_whitespace().skip(1).filter(|w| w.starts_with(char::is_uppercase)).count();
    let flag = |b: bool| f32::from(u8::from(b));
    [
        1.0,
        new_figures.min(2) as f32,
        all_figures.min(3) as f32,
        new_names.min(2) as f32,
        all_names.min(3) as f32,
        new_times.min(1) as f32,
        all_times.min(2) as f32,
        new / all.max(1.0),
        similarity,
        flag(statements.iter().any(|s| s.negated)),
        flag(statements.iter().any(|s| s.quoted)),
        flag(statements.iter().any(|s| s.unreal)),
        words.len().min(40) as f32 / 20.0,
        flag(is(&["i", "we", "you", "our", "us", "my", "your"])),
        flag(text[..sentence.end as usize].ends_with('?')),
        commentary.min(3) as f32,
        flag(past),
        candidate.sentence as f32 / facts.sentences.len().max(1) as f32,
        flag(span.start > sentence.start + 2),
        capitals.min(5) as f32 / 5.0,
        new / terms.len().max(1) as f32,
        covered.min(2) as f32,
    ]
}
