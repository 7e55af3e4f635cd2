//! Whole stories with the rows expected of them.
//!
//! A file holds articles, each under a line `= id published`, and after `---` the rows: kind,
//! aspect, and what each article says. `UPDATE=1 cargo test --test corpus` writes them anew.

use dateline::facts::{self, Reader};
use dateline::import::{Article, Record};
use dateline::story::{self, RowKind, Story};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// The articles of a story file.
pub fn articles(file: &str) -> Vec<Record> {
    let head = file.split("\n---").next().unwrap_or_default();
    let lines = head.lines().filter(|l| !l.starts_with('#'));
    let mut records: Vec<Record> = Vec::new();
    for line in lines {
        if let Some((id, published)) = line.strip_prefix("= ").and_then(|l| l.split_once(' ')) {
            let published = (published != "none").then(|| published.to_owned());
            records.push(Record { id: id.into(), published, ..Record::default() });
        } else if let Some(record) = records.last_mut() {
            record.text.push_str(line);
            record.text.push('\n');
        }
    }
    records
}

/// Reads and tells.
pub fn tell(records: &[Record]) -> Story {
    story::tell(records.iter().map(|r| facts::read(Article::new(r.clone()), &Reader::default())).collect())
}

fn print(story: &Story) -> String {
    let mut out = String::new();
    for row in &story.rows {
        let kind = match row.kind {
            RowKind::HardConflict => "hard",
            RowKind::SoftConflict => "soft",
            RowKind::OpinionConflict => "opinion",
            RowKind::SingleSource => "alone",
            RowKind::Agree => "agree",
        };
        write!(out, "{kind} {:?}", row.aspect).expect("a string takes any text");
        for claim in &row.claims {
            let article = &story.articles[claim.place.article as usize].article;
            write!(out, " | {}: {}", article.id, claim.mark.of(&article.text)).expect("a string takes any text");
        }
        out.push('\n');
    }
    for copy in &story.copies {
        let id = |p: story::Place| story.articles[p.article as usize].article.id.clone();
        writeln!(out, "copy {} {}", id(copy.a), id(copy.b)).expect("a string takes any text");
    }
    out
}

/// The story files beside this one.
pub fn files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/stories");
    let mut files: Vec<PathBuf> = fs::read_dir(root)
        .expect("the folder of stories exists")
        .map(|e| e.expect("an entry is readable").path())
        .collect();
    files.sort();
    files
}

#[test]
fn rows_of_whole_stories() {
    for path in files() {
        let before = fs::read_to_string(&path).expect("a story is readable");
        let head = before.split("\n---").next().unwrap_or_default();
        let after = format!("{head}\n---\n{}", print(&tell(&articles(&before))));
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, after).expect("a story is writable");
        } else {
            assert_eq!(before, after, "{}", path.display());
        }
    }
}

#[test]
fn the_order_of_articles_does_not_matter() {
    for path in files() {
        let mut records = articles(&fs::read_to_string(path).expect("a story is readable"));
        let told = print(&tell(&records));
        for _ in 0..records.len() {
            records.rotate_left(1);
            assert_eq!(print(&tell(&records)), told);
        }
        records.reverse();
        assert_eq!(print(&tell(&records)), told);
    }
}

#[test]
fn an_article_given_twice_adds_copies_and_no_facts() {
    for path in files() {
        let mut records = articles(&fs::read_to_string(path).expect("a story is readable"));
        let once = tell(&records);
        let again = Record { id: "zz-again".into(), ..records[0].clone() };
        records.push(again);
        let twice = tell(&records);
        let ids = |s: &Story| s.rows.iter().map(|r| r.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&once), ids(&twice));
        assert!(twice.copies.len() > once.copies.len());
    }
}

#[test]
fn removing_an_article_removes_its_claims_alone() {
    for path in files() {
        let records = articles(&fs::read_to_string(path).expect("a story is readable"));
        let all: Vec<_> = records.iter().map(|r| facts::read(Article::new(r.clone()), &Reader::default())).collect();
        for gone in 0..records.len() {
            let mut left = records.clone();
            left.remove(gone);
            let story = tell(&left);
            assert!(story.articles.iter().all(|f| all.contains(f) && f.article.id != records[gone].id));
            assert!(story.rows.iter().all(|r| r.claims.iter().all(|c| (c.place.article as usize) < left.len())));
        }
    }
}

#[test]
fn every_claim_lies_in_one_sentence() {
    for path in files() {
        let story = tell(&articles(&fs::read_to_string(path).expect("a story is readable")));
        for claim in story.rows.iter().flat_map(|r| &r.claims) {
            let facts = &story.articles[claim.place.article as usize];
            assert!(
                facts.sentences.iter().any(|s| s.contains(claim.place.span)),
                "{:?}",
                claim.place.span.of(&facts.article.text)
            );
            assert!(!claim.mark.of(&facts.article.text).is_empty());
        }
    }
}
