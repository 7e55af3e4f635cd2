//! Marked documents as sequences of features and the labels that are right.

use super::{Options, augment};
use dateline::entity::EntityKind;
use dateline::entity::crf::{KINDS, LABELS};
use dateline::entity::features;
use dateline::entity::lexicon::Lexicon;
use dateline::entity::sheet::Sheet;
use dateline::import::{Article, Record};
use dateline::text::Document;
use serde::Deserialize;

/// What training reads.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'a> {
    /// Marked documents, one a line.
    pub corpus: &'a str,
    /// News of our own, its names in brackets.
    pub news: &'a str,
    /// Lines of a coarse class and the words of one class.
    pub classes: &'a str,
    /// Lines of a list's name and, behind a tab, a phrase.
    pub lists: &'a str,
}

/// One line of the corpus.
#[derive(Clone, Debug, Deserialize)]
pub struct Marked {
    pub suite: String,
    pub text: String,
    #[serde(default)]
    pub published: Option<String>,
    pub entities: Vec<Name>,
}

/// A name in the text, in UTF-16 units.
#[derive(Clone, Debug, Deserialize)]
pub struct Name {
    pub start: usize,
    pub end: usize,
    #[serde(rename = "type")]
    pub kind: EntityKind,
}

/// All sequences, their features numbered from 0.
#[derive(Debug, Default)]
pub struct Corpus {
    /// First and one past the last token of each sequence.
    pub sequences: Vec<(usize, usize)>,
    /// For each token the labels that may be right, as bits.
    pub allowed: Vec<u16>,
    /// Where each token's features begin; one more than tokens.
    pub starts: Vec<usize>,
    /// Numbers of features.
    pub features: Vec<u32>,
    /// The hash of each numbered feature.
    pub hashes: Vec<u32>,
}

/// Features seen less often are left out.
const RARE: u8 = 5;
/// Share of stretches that do not see the lists, in percent, so that the rest is learnt, too.
const WITHOUT_LISTS: u64 = 20;
/// Share of tokens that do not see their own word, in percent, so that what stands around it is learnt.
const WITHOUT_WORD: u64 = 12;

/// Reads a corpus of one document a line.
pub fn read(texts: &Texts, lexicon: &Lexicon, options: &Options) -> Result<Corpus, String> {
    let mut random = Random::new(options.seed);
    let mut documents = Vec::new();
    for (number, line) in texts.corpus.lines().enumerate() {
        let marked: Marked = serde_json::from_str(line).map_err(|e| format!("line {}: {e}", number + 1))?;
        if random.below(100) < options.share as u64 {
            documents.push(marked);
        }
    }
    let news = if options.news { bracketed(texts.news) } else { Vec::new() };
    documents.extend(news.iter().cloned());
    let mut corpus = Corpus { starts: vec![0], ..Corpus::default() };
    for marked in &documents {
        add(marked, lexicon, &mut random, &mut corpus);
    }
    for _ in 0..options.copies {
        for marked in &augment::copies(&documents, texts.lists, &mut random) {
            add(marked, lexicon, &mut random, &mut corpus);
        }
    }
    for _ in options.copies..options.news_copies {
        for marked in &augment::copies(&news, texts.lists, &mut random) {
            add(marked, lexicon, &mut random, &mut corpus);
        }
    }
    number(&mut corpus);
    Ok(corpus)
}

/// Reads texts whose names stand in brackets, `[Ana Diaz]p`; an empty line ends a text.
fn bracketed(text: &str) -> Vec<Marked> {
    let mut documents = Vec::new();
    let lines: Vec<&str> = text.lines().filter(|l| !l.starts_with('#')).collect();
    for lines in lines.split(|l| l.is_empty()).filter(|l| !l.is_empty()) {
        let mut marked = Marked { suite: "news".into(), text: String::new(), published: None, entities: Vec::new() };
        let mut units = 0;
        let mut put = |text: &str, to: &mut String| {
            to.push_str(text);
            units += text.encode_utf16().count();
            units
        };
        for (i, piece) in lines.join("\n").split('[').enumerate() {
            let Some((name, rest)) = piece.split_once(']').filter(|_| i > 0) else {
                put(piece, &mut marked.text);
                continue;
            };
            let start = put("", &mut marked.text);
            let end = put(name, &mut marked.text);
            let kind = rest.chars().next().and_then(|letter| "polnex".find(letter)).unwrap_or(0);
            marked.entities.push(Name { start, end, kind: KINDS[kind] });
            put(rest.get(1..).unwrap_or_default(), &mut marked.text);
        }
        documents.push(marked);
    }
    documents
}

fn add(marked: &Marked, lexicon: &Lexicon, random: &mut Random, corpus: &mut Corpus) {
    let record =
        Record { id: "t".into(), text: marked.text.clone(), published: marked.published.clone(), ..Record::default() };
    let article = Article::new(record);
    let document = Document::new(&article);
    let sheet = Sheet::new(&document, lexicon);
    let gold = labels(marked, &document);
    let mut buffer = Vec::new();
    for stretch in &sheet.stretches {
        let lists = random.below(100) >= WITHOUT_LISTS;
        let first = corpus.allowed.len();
        let tokens = stretch.start as usize..stretch.end as usize;
        for i in tokens.clone() {
            features::write(&sheet, stretch, i, lists, &mut buffer);
            if random.below(100) < WITHOUT_WORD {
                buffer.drain(features::OWN);
            }
            corpus.features.extend_from_slice(&buffer);
            corpus.starts.push(corpus.features.len());
        }
        corpus.allowed.extend_from_slice(&gold[tokens]);
        corpus.sequences.push((first, corpus.allowed.len()));
    }
}

/// The labels that may be right for each token of a document.
fn labels(marked: &Marked, document: &Document) -> Vec<u16> {
    let mut bytes = Vec::new();
    for (at, c) in marked.text.char_indices() {
        bytes.extend(std::iter::repeat_n(at, c.len_utf16()));
    }
    bytes.push(marked.text.len());
    // Where only people, organisations and places are marked, the rest may be any other name.
    let partial = marked.suite.starts_with("uner");
    let outside = if partial { others() } else { 1 };
    let mut gold = vec![outside; document.tokens.len()];
    let mut right = 0;
    for name in &marked.entities {
        let (Some(&start), Some(&end)) = (bytes.get(name.start), bytes.get(name.end)) else { continue };
        let Some(kind) = KINDS.iter().position(|&k| k == fold(name.kind)) else { continue };
        let first = document.tokens.partition_point(|t| (t.end as usize) <= start).max(right);
        let last = document.tokens.partition_point(|t| (t.start as usize) < end);
        for (i, slot) in gold.iter_mut().enumerate().take(last).skip(first) {
            *slot = 1 << (1 + 2 * kind + usize::from(i > first));
        }
        right = last.max(first);
    }
    gold
}

/// Outside, or any kind that some suites do not mark.
fn others() -> u16 {
    let free = [EntityKind::Norp, EntityKind::Event, EntityKind::Other];
    let bits = KINDS.iter().zip(0..).filter(|(k, _)| free.contains(k)).map(|(_, i)| 0b11 << (1 + 2 * i));
    bits.fold(1, |all, bit: u16| all | bit)
}

fn fold(kind: EntityKind) -> EntityKind {
    if kind == EntityKind::Facility { EntityKind::Place } else { kind }
}

/// Numbers the features that are not rare and drops the others.
fn number(corpus: &mut Corpus) {
    let mut counts = vec![0u8; 1 << 24];
    for &hash in &corpus.features {
        counts[hash as usize] = counts[hash as usize].saturating_add(1);
    }
    let mut numbers = vec![u32::MAX; 1 << 24];
    for (hash, _) in counts.iter().enumerate().filter(|&(_, &n)| n >= RARE) {
        numbers[hash] = corpus.hashes.len() as u32;
        corpus.hashes.push(hash as u32);
    }
    let mut kept = 0;
    let mut from = 0;
    for start in corpus.starts.iter_mut().skip(1) {
        let end = *start;
        for i in from..end {
            let number = numbers[corpus.features[i] as usize];
            if number != u32::MAX {
                corpus.features[kept] = number;
                kept += 1;
            }
        }
        from = end;
        *start = kept;
    }
    corpus.features.truncate(kept);
    assert!(corpus.allowed.iter().all(|&a| a != 0 && a < 1 << LABELS));
}

/// A small random generator (xorshift64*), the same on every machine.
#[derive(Debug)]
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % bound.max(1)
    }
}
