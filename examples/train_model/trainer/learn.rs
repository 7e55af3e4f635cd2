//! Learns the weights: AdaGrad with regularised dual averaging on an L1 penalty.
//!
//! A weight stays zero until its summed gradient outgrows the penalty, so that what is written
//! is sparse without cutting anything afterwards. A token with several allowed labels counts
//! with all of them (the likelihood is that of the allowed labellings together).

use super::Options;
use super::corpus::{Corpus, Random};
use dateline::entity::crf::{LABELS, follows};
use std::collections::BTreeMap;

/// Labels rounded up, so that rows fill whole registers.
const WIDE: usize = 16;
type Row = [f32; WIDE];
/// Weight of each label behind each.
pub type Pairs = [[f32; LABELS]; LABELS];

/// What was learnt.
#[derive(Debug)]
pub struct Learnt {
    pub pairs: Pairs,
    /// Feature hash and its weights, by hash; none all zero.
    pub rows: Vec<(u32, Row)>,
}

/// The state of one row of weights.
#[derive(Clone)]
struct Slot {
    /// Summed gradients.
    sum: Row,
    /// Summed squares of gradients.
    squares: Row,
    /// Step over the root of `squares`.
    pace: Row,
}

const FRESH: Slot = Slot { sum: [0.0; WIDE], squares: [0.0; WIDE], pace: [0.0; WIDE] };
/// Gradients below this move nothing.
const STILL: f32 = 1e-3;

/// Averages what several runs learnt, so that the luck of one draw of copies and order evens out.
pub fn average(runs: &[Learnt]) -> Learnt {
    let share = 1.0 / runs.len() as f32;
    let mut rows: BTreeMap<u32, Row> = BTreeMap::new();
    let mut pairs = [[0.0; LABELS]; LABELS];
    for run in runs {
        for (hash, row) in &run.rows {
            let sum = rows.entry(*hash).or_insert([0.0; WIDE]);
            sum.iter_mut().zip(row).for_each(|(to, from)| *to += from * share);
        }
        pairs.iter_mut().flatten().zip(run.pairs.iter().flatten()).for_each(|(to, from)| *to += from * share);
    }
    Learnt { pairs, rows: rows.into_iter().collect() }
}

/// Runs over the corpus `options.epochs` times.
pub fn learn(corpus: &Corpus, options: &Options) -> Learnt {
    let mut slots = vec![FRESH; corpus.hashes.len()];
    let mut pair_slots = vec![FRESH; LABELS];
    let mut order: Vec<usize> = (0..corpus.sequences.len()).collect();
    let mut random = Random::new(options.seed ^ 0x5eed);
    let mut steps = 0.0f32;
    let mut work = Work::default();
    for epoch in 0..options.epochs {
        for i in (1..order.len()).rev() {
            order.swap(i, random.below(i as u64 + 1) as usize);
        }
        let mut loss = 0.0;
        for &sequence in &order {
            let (start, end) = corpus.sequences[sequence];
            let penalty = options.l1 * steps;
            let tokens: Vec<&[u32]> =
                (start..end).map(|i| &corpus.features[corpus.starts[i]..corpus.starts[i + 1]]).collect();
            work.scores.clear();
            for features in &tokens {
                let mut sum = [0.0; WIDE];
                for &f in *features {
                    add_weights(&slots[f as usize], penalty, &mut sum);
                }
                work.scores.push(sum);
            }
            let pairs = pairs(&pair_slots);
            loss += work.gradients(&pairs, &corpus.allowed[start..end]);
            for (features, gradient) in tokens.iter().zip(&work.nodes) {
                if gradient.iter().any(|g| g.abs() > STILL) {
                    features.iter().for_each(|&f| update(&mut slots[f as usize], gradient, options.step));
                }
            }
            for (slot, gradient) in pair_slots.iter_mut().zip(&work.pairs) {
                update(slot, gradient, options.step);
            }
            steps += 1.0;
        }
        eprintln!("epoch {}: loss {:.4} a token", epoch + 1, loss / corpus.allowed.len() as f32);
    }
    let penalty = options.l1 * steps;
    let rows = corpus.hashes.iter().zip(&slots).map(|(&hash, slot)| {
        let mut row = [0.0; WIDE];
        add_weights(slot, penalty, &mut row);
        (hash, row)
    });
    let rows = rows.filter(|(_, row)| row.iter().any(|&w| w != 0.0)).collect();
    Learnt { pairs: pairs(&pair_slots), rows }
}

fn add_weights(slot: &Slot, penalty: f32, sum: &mut Row) {
    for ((weight, gradient), pace) in sum.iter_mut().zip(&slot.sum).zip(&slot.pace) {
        let over = (gradient.abs() - penalty).max(0.0);
        *weight -= over.copysign(*gradient) * pace;
    }
}

fn update(slot: &mut Slot, gradient: &Row, step: f32) {
    for (y, g) in gradient.iter().enumerate() {
        slot.sum[y] += g;
        slot.squares[y] += g * g;
        slot.pace[y] = step / (slot.squares[y] + 1e-6).sqrt();
    }
}

fn pairs(slots: &[Slot]) -> Pairs {
    let mut pairs = [[0.0; LABELS]; LABELS];
    for (row, slot) in pairs.iter_mut().zip(slots) {
        let mut sum = [0.0; WIDE];
        add_weights(slot, 0.0, &mut sum);
        row.copy_from_slice(&sum[..LABELS]);
    }
    pairs
}

/// Room for one sequence.
#[derive(Default)]
struct Work {
    scores: Vec<Row>,
    /// Gradient of the loss by each token's scores.
    nodes: Vec<Row>,
    /// Gradient of the loss by the weights of pairs.
    pairs: Vec<Row>,
    forward: Vec<Row>,
    scaled: Vec<Row>,
}

impl Work {
    /// Expected labels under the model less those under what is allowed; gives the loss.
    fn gradients(&mut self, pairs: &Pairs, allowed: &[u16]) -> f32 {
        let mut follow = [[0.0; WIDE]; LABELS];
        for (from, row) in follow.iter_mut().enumerate() {
            for to in (0..LABELS).filter(|&to| follows(from, to)) {
                row[to] = exp(pairs[from][to]);
            }
        }
        self.nodes.clear();
        self.nodes.resize(allowed.len(), [0.0; WIDE]);
        self.pairs.clear();
        self.pairs.resize(LABELS, [0.0; WIDE]);
        let all = self.expect(&follow, None, 1.0);
        let right = self.expect(&follow, Some(allowed), -1.0);
        all - right
    }

    /// Adds the expected labels times `sign`; gives the log of the summed likelihoods.
    fn expect(&mut self, follow: &[Row; LABELS], allowed: Option<&[u16]>, sign: f32) -> f32 {
        let length = self.scores.len();
        self.scaled.clear();
        self.forward.clear();
        let mut log = 0.0;
        let mut before = [0.0; WIDE];
        before[0] = 1.0;
        for i in 0..length {
            let scores = &self.scores[i];
            let most = scores[..LABELS].iter().copied().fold(f32::MIN, f32::max);
            let mut scaled = [0.0; WIDE];
            for y in 0..LABELS {
                let open = allowed.is_none_or(|a| a[i] >> y & 1 == 1);
                scaled[y] = if open { exp(scores[y] - most) } else { 0.0 };
            }
            let mut next = [0.0; WIDE];
            for (from, row) in follow.iter().enumerate() {
                for to in 0..WIDE {
                    next[to] += before[from] * row[to];
                }
            }
            let mut total = 1e-30;
            for y in 0..WIDE {
                next[y] *= scaled[y];
                total += next[y];
            }
            next.iter_mut().for_each(|x| *x /= total);
            log += most + ln(total);
            self.scaled.push(scaled);
            self.forward.push(next);
            before = next;
        }
        let mut backward = [1.0; WIDE];
        for i in (0..length).rev() {
            let mut mass = 1e-30;
            let mut node = [0.0; WIDE];
            for y in 0..WIDE {
                node[y] = self.forward[i][y] * backward[y];
                mass += node[y];
            }
            for (gradient, node) in self.nodes[i].iter_mut().zip(&node) {
                *gradient += sign * node / mass;
            }
            let mut start = [0.0; WIDE];
            start[0] = 1.0;
            let before = if i == 0 { start } else { self.forward[i - 1] };
            let mut ahead = [0.0; WIDE];
            for y in 0..WIDE {
                ahead[y] = self.scaled[i][y] * backward[y];
            }
            let mut earlier = [0.0; WIDE];
            let mut total = 1e-30;
            for (from, row) in follow.iter().enumerate() {
                let mut sum = 0.0;
                for to in 0..WIDE {
                    sum += row[to] * ahead[to];
                }
                earlier[from] = sum;
                total += before[from] * sum;
            }
            for (from, row) in follow.iter().enumerate() {
                let share = sign * before[from] / total;
                for to in 0..WIDE {
                    self.pairs[from][to] += share * row[to] * ahead[to];
                }
            }
            let most = earlier[..LABELS].iter().copied().fold(1e-30, f32::max);
            for y in 0..WIDE {
                backward[y] = earlier[y] / most;
            }
        }
        log
    }
}

/// `e` to the power of `x` from plain arithmetic, so that every machine gives the same bits.
fn exp(x: f32) -> f32 {
    let x = (x * std::f32::consts::LOG2_E).clamp(-120.0, 120.0);
    let whole = x.floor();
    let part = (x - whole) * std::f32::consts::LN_2;
    let mut sum = 1.0;
    for k in (1..=6u8).rev() {
        sum = 1.0 + part / f32::from(k) * sum;
    }
    sum * f32::from_bits(((whole as i32 + 127) as u32) << 23)
}

/// Natural logarithm, good enough to print a loss.
fn ln(x: f32) -> f32 {
    x.ln()
}
