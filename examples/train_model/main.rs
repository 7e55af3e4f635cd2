//! Trains the recogniser of names and writes its file.
//!
//! ```text
//! cargo run --release --example train_model -- CORPUS.ndjson model model/names.model
//! cargo run --release --example train_model -- try model/names.model [--no-consistency] < articles.ndjson
//! ```
//!
//! `CORPUS.ndjson` holds a document a line, `{"id","suite","text","published"?,"entities":
//! [{"start","end","type"}]}`, offsets in UTF-16; `model` is the folder with `model-classes.txt`,
//! `model-lists.txt` and `model-own-news.txt`. One thread, a fixed seed and no clock: the same data and seed give the
//! same bytes. Options, for the ablations in README.md: `--seed N`, `--epochs N`, `--share
//! PERCENT` of the documents, `--no-lists`, `--no-classes`, `--no-news`, `--news-copies N`, `--copies N`, `--runs N`, `--l1 X`.

mod trainer;

use dateline::entity::{self, Model};
use dateline::import::{Article, Record};
use dateline::{contract, text::Document, time};
use std::io::{self, BufRead, Write};
use std::{fs, path::Path};
use trainer::{Options, Texts, train};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["try", model] => try_model(Path::new(model), true),
        ["try", model, "--no-consistency"] => try_model(Path::new(model), false),
        [corpus, lists, out, options @ ..] => {
            let options = parse(options)?;
            let corpus = fs::read_to_string(corpus)?;
            let read = |name: &str| fs::read_to_string(Path::new(lists).join(name));
            let (news, classes) = (read("model-own-news.txt")?, read("model-classes.txt")?);
            let lists = read("model-lists.txt")?;
            let texts = Texts { corpus: &corpus, news: &news, classes: &classes, lists: &lists };
            let bytes = train(&texts, &options).map_err(io::Error::other)?;
            fs::write(out, bytes)
        }
        _ => Err(io::Error::other("usage: train_model CORPUS.ndjson FOLDER OUT [options]")),
    }
}

fn parse(options: &[&str]) -> io::Result<Options> {
    let mut parsed = Options::default();
    let mut options = options.iter();
    let wrong = |what: &str| io::Error::other(format!("expected an option with its number, but found {what}"));
    while let Some(option) = options.next() {
        let mut number = || options.next().and_then(|n| n.parse::<f64>().ok()).ok_or_else(|| wrong(option));
        match *option {
            "--seed" => parsed.seed = number()? as u64,
            "--epochs" => parsed.epochs = number()? as usize,
            "--share" => parsed.share = number()? as usize,
            "--l1" => parsed.l1 = number()? as f32,
            "--runs" => parsed.runs = number()? as usize,
            "--copies" => parsed.copies = number()? as usize,
            "--news-copies" => parsed.news_copies = number()? as usize,
            "--no-news" => parsed.news = false,
            "--step" => parsed.step = number()? as f32,
            "--no-lists" => parsed.lists = false,
            "--no-classes" => parsed.classes = false,
            other => return Err(wrong(other)),
        }
    }
    Ok(parsed)
}

/// Reads articles with a model, as `dateline extract` does.
fn try_model(path: &Path, consistent: bool) -> io::Result<()> {
    let model = Model::load(&fs::read(path)?).map_err(io::Error::other)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let article = Article::new(serde_json::from_str::<Record>(&line?)?);
        let document = Document::new(&article);
        let (times, _) = time::find(&document);
        let entities =
            if consistent { entity::find(&document, Some(&model)) } else { entity::find_alone(&document, &model) };
        serde_json::to_writer(&mut out, &contract::Extract::new(&article, &times, &entities))?;
        out.write_all(b"\n")?;
    }
    out.flush()
}
