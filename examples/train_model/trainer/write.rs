//! The bytes of the model file; [`dateline::entity::model`] describes and reads them.

use super::learn::Learnt;
use dateline::entity::crf::LABELS;
use dateline::entity::hash;
use dateline::entity::lexicon::LISTS;
use dateline::entity::model::{MAGIC, VERSION};
use dateline::import::{Article, Record};
use dateline::text::Document;
use std::collections::BTreeMap;
use xxhash_rust::xxh3::xxh3_64;

/// Weights are cut off beyond this.
const GREATEST: f32 = 4.0;
/// Steps of a weight on each side of zero: more cost bytes and give nothing.
const STEPS: f32 = 63.0;

/// The first two sections: classes of words and lists of names.
///
/// `classes` has lines of a coarse class and the words of one class; `lists` lines of a list's
/// name and, behind a tab, a phrase.
pub fn lexicon(classes: &str, lists: &str) -> Vec<u8> {
    let mut words: BTreeMap<u32, u8> = BTreeMap::new();
    let mut coarse = Vec::new();
    for (class, line) in classes.lines().enumerate() {
        let mut parts = line.split(' ');
        coarse.push(parts.next().and_then(|c| c.parse().ok()).unwrap_or(0u8));
        for word in parts {
            words.entry(hash::class_key(hash::word(word))).or_insert(class as u8);
        }
    }
    let mut phrases: BTreeMap<u32, u8> = BTreeMap::new();
    for line in lists.lines().filter(|l| !l.starts_with('#')) {
        let Some((list, phrase)) = line.split_once('\t') else { continue };
        let Some(bit) = LISTS.iter().position(|l| *l == list) else { continue };
        *phrases.entry(hash::short(phrase_hash(phrase))).or_default() |= 1 << bit;
    }
    let mut out = Vec::new();
    number(words.len() as u32, &mut out);
    number(coarse.len() as u32, &mut out);
    out.extend(&coarse);
    table(&words, &mut out);
    number(phrases.len() as u32, &mut out);
    table(&phrases, &mut out);
    out
}

/// The hash of a phrase, cut into tokens as any text.
fn phrase_hash(phrase: &str) -> u32 {
    let article = Article::new(Record { id: "p".into(), text: phrase.into(), ..Record::default() });
    let document = Document::new(&article);
    (0..document.tokens.len()).fold(0, |before, i| hash::phrase(before, hash::word(document.word(i))))
}

fn table(entries: &BTreeMap<u32, u8>, out: &mut Vec<u8>) {
    gaps(entries.keys().copied(), out);
    out.extend(entries.values());
}

fn gaps(keys: impl Iterator<Item = u32>, out: &mut Vec<u8>) {
    let mut before = 0;
    for key in keys {
        number(key - before, out);
        before = key;
    }
}

fn number(mut n: u32, out: &mut Vec<u8>) {
    while n >= 0x80 {
        out.push(n as u8 | 0x80);
        n >>= 7;
    }
    out.push(n as u8);
}

/// The whole file.
pub fn model(lexicon: &[u8], learnt: &Learnt) -> Vec<u8> {
    let most = learnt.rows.iter().flat_map(|(_, row)| row).fold(0.0f32, |m, w| m.max(w.abs())).clamp(0.1, GREATEST);
    let unit = most / STEPS;
    let whole = |w: f32| (w / unit).round().clamp(-STEPS, STEPS) as i8;
    let mut rows: Vec<(u32, Vec<(u8, i8)>)> = Vec::new();
    for (key, row) in &learnt.rows {
        let entries: Vec<(u8, i8)> =
            (0u8..).zip(&row[..LABELS]).map(|(l, &w)| (l, whole(w))).filter(|&(_, w)| w != 0).collect();
        if !entries.is_empty() {
            rows.push((*key, entries));
        }
    }
    eprintln!("{} rows, {} weights, greatest {most:.2}", rows.len(), rows.iter().map(|(_, r)| r.len()).sum::<usize>());
    let masks: Vec<u16> = rows.iter().map(|(_, r)| r.iter().fold(0, |m, (l, _)| m | 1 << l)).collect();
    let mut body = lexicon.to_vec();
    number(rows.len() as u32, &mut body);
    gaps(rows.iter().map(|(k, _)| *k), &mut body);
    body.extend(masks.iter().map(|m| *m as u8));
    body.extend(masks.iter().map(|m| (m >> 8) as u8));
    body.extend(rows.iter().flat_map(|(_, r)| r).map(|&(_, w)| w as u8));
    for pair in learnt.pairs.iter().flatten() {
        body.extend(((pair / unit).round().clamp(-32767.0, 32767.0) as i16).to_le_bytes());
    }
    let mut out = MAGIC.to_vec();
    out.extend(VERSION.to_le_bytes());
    out.extend((body.len() as u32).to_le_bytes());
    out.extend(xxh3_64(&body).to_le_bytes());
    out.extend(body);
    out
}
