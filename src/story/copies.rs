//! Passages that one article shares with another.
//!
//! Reads the winnowed prints of [`crate::claim::Print`]: sentences that share one are aligned
//! word by word (longest common subsequence), and neighbouring pairs become one passage. Stock
//! phrases, lone boilerplate sentences and formulaic reports (the same frame with other names
//! and numbers) are no copies.

use super::{Copy, Place};
use crate::claim::Word;
use crate::facts::Facts;
use crate::order::{Arrange, halves, numbers, pair};
use crate::span::Span;

/// The least number of shared words for a passage that stands alone.
const LONE_WORDS: usize = 12;
/// The least number of shared words for a sentence beside others from the same article.
const JOINED_WORDS: usize = 3;
/// The least share of the shorter sentence's words that the longer one repeats.
const CONTAINED: f32 = 0.68;
/// A print held by more sentences than this joins each only to the first and to the one before.
const CROWD: usize = 10;
/// Sentences with more prints than this are no copies where they share a single one.
const FEW: u8 = 5;
/// A lone sentence found in this many articles is boilerplate.
const BOILERPLATE: usize = 6;
/// Words of a sentence that are aligned; what follows in an endless one is left out.
const LONGEST: usize = 300;

/// Finds the passages that articles share; `articles` in order of publication.
#[must_use]
pub(super) fn find(articles: &[Facts]) -> Vec<Copy> {
    let mut matches = Vec::new();
    let sentences = Sentences::new(articles);
    let pairs = candidates(&sentences);
    compare_all(&sentences, &pairs, &mut matches);
    let beside = neighbours(&sentences, &matches, &pairs);
    compare_all(&sentences, &beside, &mut matches);
    keep_best(&mut matches);
    let spread = spread(&matches);
    let mut copies = Vec::new();
    let mut i = 0;
    while i < matches.len() {
        let between = |m: &Match| (m.a.0, m.b.0);
        let count = matches[i..].iter().take_while(|m| between(m) == between(&matches[i])).count();
        passages(articles, &matches[i..i + count], &spread, &mut copies);
        i += count;
    }
    // The articles are in order already.
    for of_one in copies.chunk_by_mut(|c, d| c.a.article == d.a.article) {
        of_one.arrange_by_key(|c| (c.a, c.b));
    }
    copies
}

/// A sentence: article, index of the sentence.
type At = (u32, u32);

/// Two sentences that share words.
struct Match {
    a: At,
    b: At,
    shared: usize,
    similarity: f32,
    equal: bool,
    differs: Vec<(Span, Span)>,
}

/// Pairs of sentences from different articles that share a print, sorted. Sentences are given by number, so that the longest
/// lists of a story are of plain numbers.
fn candidates(sentences: &Sentences) -> Vec<u64> {
    let mut prints: Vec<u64> = Vec::new();
    for (facts, &first) in sentences.articles.iter().zip(&sentences.first) {
        prints.extend(facts.claims.prints.iter().map(|p| pair(p.hash, first + p.sentence)));
    }
    numbers(&mut prints);
    prints.dedup();
    let mut pairs: Vec<u64> = Vec::new();
    let article = |print: u64| sentences.at.get(halves(print).1 as usize).map(|s| s.0);
    for run in prints.chunk_by(|&x, &y| halves(x).0 == halves(y).0).filter(|run| run.len() > 1) {
        let mut join = |x: usize, y: usize| {
            if article(run[x]) != article(run[y]) {
                pairs.push(pair(halves(run[x]).1, halves(run[y]).1));
            }
        };
        for y in 1..run.len() {
            if run.len() <= CROWD {
                (0..y).for_each(|x| join(x, y));
            } else {
                join(0, y);
                join(y - 1, y);
            }
        }
    }
    // How many prints each sentence has: where both have many, a copy shares more than one.
    let mut held = vec![0u8; sentences.at.len()];
    for slot in prints.iter().map(|&p| halves(p).1 as usize) {
        held[slot] = held[slot].saturating_add(1);
    }
    numbers(&mut pairs);
    let enough = |same: &&[u64]| {
        let (a, b) = halves(same[0]);
        same.len() > 1 || held[a as usize].min(held[b as usize]) <= FEW
    };
    pairs.chunk_by(|a, b| a == b).filter(enough).map(|same| same[0]).collect()
}

/// The pairs of sentences before and after matched ones, where too short or too edited to share
/// a print.
fn neighbours(sentences: &Sentences, matches: &[Match], known: &[u64]) -> Vec<u64> {
    let mut pairs = Vec::new();
    for m in matches {
        let (a, b) = (sentences.slot(m.a), sentences.slot(m.b));
        let last = |slot: u32| sentences.at.get(slot as usize + 1).is_none_or(|next| next.1 == 0);
        let before = (m.a.1 > 0 && m.b.1 > 0).then(|| pair(a - 1, b - 1));
        let behind = (!last(a) && !last(b)).then(|| pair(a + 1, b + 1));
        pairs.extend([before, behind].into_iter().flatten().filter(|p| known.binary_search(p).is_err()));
    }
    numbers(&mut pairs);
    pairs.dedup();
    pairs
}

/// The words of all sentences, found once: most are asked for often.
struct Sentences<'f> {
    articles: &'f [Facts],
    /// The number of the first sentence of each article.
    first: Vec<u32>,
    at: Vec<At>,
    words: Vec<&'f [Word]>,
    /// For the words of each a bit each: a bit that is not there saves a search.
    marks: Vec<u64>,
    /// The hashes of those that are marked and do not begin their sentence.
    marked: Vec<u32>,
    /// Where those of each sentence begin, and one past the last.
    starts: Vec<u32>,
}

impl<'f> Sentences<'f> {
    fn new(articles: &'f [Facts]) -> Self {
        let (mut first, mut at, mut words, mut marks) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut marked, mut starts) = (Vec::new(), vec![0]);
        for (article, facts) in articles.iter().enumerate() {
            first.push(at.len() as u32);
            at.extend((0..facts.sentences.len() as u32).map(|s| (article as u32, s)));
            for all in facts.sentences.iter().map(|&s| facts.words(s)) {
                let all = &all[..all.len().min(LONGEST)];
                marked.extend(all.iter().skip(1).filter(|w| w.marked).map(|w| w.hash));
                starts.push(marked.len() as u32);
                words.push(all);
                marks.push(all.iter().fold(0, |mark, w| mark | bit(w.hash)));
            }
        }
        Self { articles, first, at, words, marks, marked, starts }
    }

    /// The number of a sentence among all.
    fn slot(&self, (article, sentence): At) -> u32 {
        self.first[article as usize] + sentence
    }

    /// Whether [`is_formula`] will say so of two sentences however they are aligned.
    fn must_be_formula(&self, a: usize, b: usize) -> bool {
        let marked = |slot: usize| &self.marked[self.starts[slot] as usize..self.starts[slot + 1] as usize];
        let (x, y, words, mark) = (marked(a), marked(b), self.words[b], self.marks[b]);
        let all = x.len().max(y.len());
        all >= 3 && x.iter().filter(|&&h| mark & bit(h) != 0 && words.iter().any(|w| w.hash == h)).count() * 2 < all
    }

    /// Where a sentence begins.
    fn start(&self, (article, sentence): At) -> u32 {
        self.articles[article as usize].sentences[sentence as usize].start
    }
}

/// The bit of a word's hash among sixty-four.
fn bit(hash: u32) -> u64 {
    1 << (hash % 64)
}

/// Aligns the sentences of each pair; `pairs` are sorted.
fn compare_all(sentences: &Sentences, pairs: &[u64], matches: &mut Vec<Match>) {
    let mut scratch = Scratch::default();
    for (a, b) in pairs.iter().map(|&p| halves(p)) {
        matches.extend(compare(sentences, a, b, &mut scratch));
    }
}

/// What aligning needs room for, kept from one pair to the next.
#[derive(Default)]
struct Scratch {
    /// Lengths of common subsequences.
    best: Vec<u16>,
    /// The longest one, as pairs of indices.
    steps: Vec<(usize, usize)>,
}

/// Aligns two sentences; `None` where they are no copy.
fn compare(sentences: &Sentences, a: u32, b: u32, scratch: &mut Scratch) -> Option<Match> {
    let (a, b) = (a as usize, b as usize);
    let (x, y) = (sentences.words[a], sentences.words[b]);
    let (shorter, longer) = (x.len().min(y.len()), x.len().max(y.len()));
    if shorter == 0 || shorter * 3 < longer {
        return None;
    }
    if sentences.must_be_formula(a, b) {
        return None;
    }
    align(x, y, scratch);
    let steps = &scratch.steps;
    let shared = steps.len();
    if shared < JOINED_WORDS || (shared as f32) < CONTAINED * shorter as f32 || shared * 3 < longer {
        return None;
    }
    let (a, b) = (sentences.at[a], sentences.at[b]);
    let differs = differences(x, y, steps, sentences.start(a));
    if is_formula(x, y, steps) {
        return None;
    }
    let similarity = 2.0 * shared as f32 / (x.len() + y.len()) as f32;
    Some(Match { a, b, shared, similarity, equal: differs.is_empty(), differs })
}

/// Finds the longest common subsequence of two sentences. What both begin and end with is not laid out: there is always a
/// longest one that holds it.
fn align(x: &[Word], y: &[Word], scratch: &mut Scratch) {
    let same = |p: (&Word, &Word)| p.0.hash == p.1.hash;
    let head = x.iter().zip(y).take_while(|&p| same(p)).count();
    let tail = x[head..].iter().rev().zip(y[head..].iter().rev()).take_while(|&p| same(p)).count();
    let (x_end, y_end) = (x.len() - tail, y.len() - tail);
    scratch.steps.clear();
    scratch.steps.extend((0..head).map(|i| (i, i)));
    between(&x[head..x_end], &y[head..y_end], head, scratch);
    scratch.steps.extend((0..tail).map(|k| (x_end + k, y_end + k)));
}

/// The longest common subsequence of what differs, by a table of lengths.
fn between(x: &[Word], y: &[Word], from: usize, scratch: &mut Scratch) {
    let Scratch { best, steps } = scratch;
    let width = y.len() + 1;
    best.clear();
    best.resize((x.len() + 1) * width, 0);
    for (i, word) in x.iter().enumerate().rev() {
        let (row, below) = best[i * width..(i + 2) * width].split_at_mut(width);
        let mut right = 0;
        for (j, other) in y.iter().enumerate().rev() {
            right = if word.hash == other.hash { below[j + 1] + 1 } else { below[j].max(right) };
            row[j] = right;
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < x.len() && j < y.len() {
        if x[i].hash == y[j].hash {
            steps.push((from + i, from + j));
            (i, j) = (i + 1, j + 1);
        } else if best[(i + 1) * width + j] >= best[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
}

/// The stretches between the shared words that differ.
fn differences(x: &[Word], y: &[Word], steps: &[(usize, usize)], from: u32) -> Vec<(Span, Span)> {
    let mut found = Vec::new();
    let (mut i, mut j) = (0, 0);
    for &(to_i, to_j) in steps.iter().chain([&(x.len(), y.len())]) {
        if i < to_i || j < to_j {
            let start = y.first().map_or(from, |w| w.span.start);
            found.push((stretch(x, i, to_i, from), stretch(y, j, to_j, start)));
        }
        (i, j) = (to_i + 1, to_j + 1);
    }
    found
}

/// The span of the words `from..to`; an empty span after the word before where there are none.
fn stretch(words: &[Word], from: usize, to: usize, start: u32) -> Span {
    match words.get(from..to) {
        Some([first, .., last]) => first.span.cover(last.span),
        Some([only]) => only.span,
        _ => {
            let at = from.checked_sub(1).and_then(|i| words.get(i)).map_or(start, |w| w.span.end);
            Span::new(at, at)
        }
    }
}

/// The same frame around other names and numbers, as in reports written by a template: most of
/// what carries the meaning differs, and little but the frame is shared.
fn is_formula(x: &[Word], y: &[Word], steps: &[(usize, usize)]) -> bool {
    let marked = |words: &[Word]| words.iter().skip(1).filter(|w| w.marked).count();
    let shared = steps.iter().filter(|&&(i, _)| i > 0 && x[i].marked).count();
    let all = marked(x).max(marked(y));
    all >= 3 && shared * 2 < all
}

/// Each sentence of one article is paired with one sentence of another: the most similar.
fn keep_best(matches: &mut Vec<Match>) {
    let order = |m: &Match| (m.a.0, m.b.0);
    // Two lists in order, of which one sort makes one, and many short lists to be sorted.
    matches.arrange_by_key(|m| m.a.0);
    for of_one in matches.chunk_by_mut(|m, n| m.a.0 == n.a.0) {
        of_one.arrange_by(|m, n| {
            (m.b.0, n.similarity, m.a, m.b)
                .partial_cmp(&(n.b.0, m.similarity, n.a, n.b))
                .unwrap_or(std::cmp::Ordering::Equal)
        });
    }
    // For each sentence, the pair of articles for which it was last taken.
    let (mut taken_a, mut taken_b): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
    let (mut between, mut pair) = (None, 0);
    matches.retain(|m| {
        if between != Some(order(m)) {
            between = Some(order(m));
            pair += 1;
        }
        let (a, b) = (m.a.1 as usize, m.b.1 as usize);
        taken_a.resize(taken_a.len().max(a + 1), 0);
        taken_b.resize(taken_b.len().max(b + 1), 0);
        let free = taken_a[a] != pair && taken_b[b] != pair;
        if free {
            (taken_a[a], taken_b[b]) = (pair, pair);
        }
        free
    });
    for of_two in matches.chunk_by_mut(|m, n| order(m) == order(n)) {
        of_two.arrange_by_key(|m| (m.a, m.b));
    }
}

/// In how many articles each sentence that was matched is found, as sorted pairs.
fn spread(matches: &[Match]) -> Vec<(At, usize)> {
    let mut ends: Vec<u64> = matches.iter().flat_map(|m| [m.a, m.b].map(|at| pair(at.0, at.1))).collect();
    numbers(&mut ends);
    ends.chunk_by(|x, y| x == y).map(|run| (halves(run[0]), run.len() + 1)).collect()
}

/// Joins the matches between two articles into passages.
fn passages(articles: &[Facts], matches: &[Match], spread: &[(At, usize)], copies: &mut Vec<Copy>) {
    let total: usize = matches.iter().map(|m| m.shared).sum();
    let mut i = 0;
    while i < matches.len() {
        let mut last = i;
        while matches.get(last + 1).is_some_and(|n| n.a.1 == matches[last].a.1 + 1 && n.b.1 == matches[last].b.1 + 1) {
            last += 1;
        }
        let passage = &matches[i..=last];
        let common = |at: &At| spread.binary_search_by_key(at, |s| s.0).is_ok_and(|s| spread[s].1 >= BOILERPLATE);
        let lone_boilerplate = matches.len() == 1 && common(&passage[0].a);
        if total >= LONE_WORDS && !lone_boilerplate {
            copies.push(copy(articles, passage));
        }
        i = last + 1;
    }
}

fn copy(articles: &[Facts], passage: &[Match]) -> Copy {
    let place = |from: At, to: At| {
        let sentences = &articles[from.0 as usize].sentences;
        Place { article: from.0, span: sentences[from.1 as usize].cover(sentences[to.1 as usize]) }
    };
    let (first, last) = (&passage[0], &passage[passage.len() - 1]);
    let weights = || passage.iter().map(|m| m.shared as f32);
    let weighted: f32 = passage.iter().map(|m| m.similarity * m.shared as f32).sum();
    let similarity = weighted / weights().sum::<f32>().max(1.0);
    Copy {
        a: place(first.a, last.a),
        b: place(first.b, last.b),
        verbatim: passage.iter().all(|m| m.equal),
        // Three digits are all that means anything.
        similarity: (similarity * 1000.0).round() / 1000.0,
        differs: passage.iter().flat_map(|m| m.differs.iter().copied()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts;
    use crate::import::{Article, Record};

    const WIRE: &str = "The harbour of Osk was closed on Tuesday after a barge broke loose in the storm and struck \
                        the northern pier. Nobody was hurt, the harbour master said. Repairs will take until May.";

    /// The copies between two texts, with their differences.
    #[track_caller]
    fn check(a: &str, b: &str, expected: &[&str]) {
        let read = |(id, text): (&str, &str)| {
            facts::read(
                Article::new(Record { id: id.into(), text: text.into(), ..Record::default() }),
                &facts::Reader::default(),
            )
        };
        let articles: Vec<_> = [("a", a), ("b", b)].into_iter().map(read).collect();
        let found: Vec<String> = find(&articles)
            .iter()
            .map(|c| {
                let differs: Vec<_> = c.differs.iter().map(|(x, y)| format!("[{}|{}]", x.of(a), y.of(b))).collect();
                format!(
                    "{}…{} {}",
                    &c.b.span.of(b)[..8],
                    if c.verbatim { "verbatim" } else { "edited" },
                    differs.concat()
                )
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn verbatim_and_edited() {
        check(WIRE, WIRE, &["The harb…verbatim "]);
        check(WIRE, &WIRE.replace("May", "June"), &["The harb…edited [May|June]"]);
        check(WIRE, &format!("OSK (Agency) - {WIRE}"), &["OSK (Age…edited [|OSK (Agency]"]);
    }

    #[test]
    fn stock_phrases_are_no_copies() {
        check(WIRE, "It is a stark reminder. Nobody was hurt, the harbour master said.", &[]);
        check(
            "As we move forward, the focus must remain on unity.",
            "The focus must remain on unity in the face of it.",
            &[],
        );
    }

    #[test]
    fn formulaic_reports_are_no_copies() {
        check(
            "Shares of Ardent Mills rose 2.3 percent to close at $41.20 on Monday in heavy trading on the exchange.",
            "Shares of Bell Harbor rose 4.1 percent to close at $17.85 on Friday in heavy trading on the exchange.",
            &[],
        );
    }
}
