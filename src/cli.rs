//! The command line: `extract`, `story` and `explain`.
//!
//! Articles come as NDJSON on standard input, results go to standard output, what is wrong
//! with the input goes to standard error. Exit status: 0 all read, 1 some lines failed, 2
//! wrong usage.

use crate::correct::{Log, json};
use crate::entity::Model;
use crate::import::{Article, Record};
use crate::text::Document;
use crate::{contract, entity, explain, facts, story, time};
use std::io::{self, BufRead, BufWriter, Write};
use std::process::ExitCode;
use std::sync::Arc;

const USAGE: &str = "usage: dateline extract < articles.ndjson
       dateline story [--corrections FILE] < articles.ndjson
       dateline explain TEXT [--published YYYY-MM-DD]";

/// Runs the command that the arguments name.
#[must_use]
pub fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["extract"] => extract(),
        ["story"] => story(None),
        ["story", "--corrections", file] => story(Some(file)),
        ["explain", text] => explain(text, None),
        ["explain", text, "--published", date] | ["explain", "--published", date, text] => explain(text, Some(date)),
        ["--help" | "-h" | "help"] => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(1),
        // A closed pipe is the reader's choice, not a failure.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("dateline: {error}");
            ExitCode::from(1)
        }
    }
}

/// The trained recogniser of names: on a desktop part of the program, in a browser a file beside it.
const MODEL: &[u8] = include_bytes!("../model/names.model");

/// What this program reads articles with.
fn reader() -> facts::Reader {
    match Model::load(MODEL) {
        Ok(model) => facts::Reader { model: Some(Arc::new(model)) },
        Err(error) => {
            eprintln!("dateline: {error}; names are found by rules alone");
            facts::Reader::default()
        }
    }
}

/// One line an article, in order, streaming. Gives the number of lines that failed.
fn extract() -> io::Result<usize> {
    let mut out = BufWriter::new(io::stdout().lock());
    let reader = reader();
    let failed = each_article(|article| {
        let document = Document::new(&article);
        let (times, _) = time::find(&document);
        let entities = entity::find(&document, reader.model.as_deref());
        serde_json::to_writer(&mut out, &contract::Extract::new(&article, &times, &entities))?;
        out.write_all(b"\n")
    })?;
    out.flush()?;
    Ok(failed)
}

/// One object for all articles.
fn story(file: Option<&str>) -> io::Result<usize> {
    let Ok(log) = file.map_or_else(|| Ok(Log::default()), corrections) else { return Ok(1) };
    let mut all = Vec::new();
    let reader = reader();
    let failed = each_article(|article| {
        all.push(facts::read(article, &reader));
        Ok(())
    })?;
    let story = story::tell_corrected(all, log.in_force());
    lost(&story, &log);
    let mut out = BufWriter::new(io::stdout().lock());
    serde_json::to_writer(&mut out, &contract::Story::new(&story))?;
    out.write_all(b"\n")?;
    out.flush()?;
    Ok(failed)
}

/// The corrections in a file; what cannot be read of it is said.
fn corrections(file: &str) -> Result<Log, ()> {
    let text = std::fs::read_to_string(file).map_err(|error| eprintln!("{file}: {error}"))?;
    let (log, errors) = json::read(&text).map_err(|error| eprintln!("{file}: {error}"))?;
    errors.iter().for_each(|error| eprintln!("{file}: {error}"));
    Ok(log)
}

/// Names the corrections that do not fit the articles.
fn lost(story: &story::Story, log: &Log) {
    for lost in &story.hand.lost {
        let Some(c) = log.in_force().get(lost.correction as usize) else { continue };
        let words = c.target.anchors.first().map_or("", |a| a.exact.as_str());
        let (number, op, what) = (lost.correction + 1, c.op.word(), c.target.subject.word());
        eprintln!("correction {number} ({op} {what} “{words}”) was not made: {}", lost.why.sentence());
    }
}

/// Every stage for one text.
fn explain(text: &str, published: Option<&str>) -> io::Result<usize> {
    let article = Article::new(Record {
        id: "text".into(),
        text: text.into(),
        published: published.map(Into::into),
        ..Record::default()
    });
    if published.is_some() && article.published.is_none() {
        eprintln!("dateline: --published wants a date such as 2024-05-02.");
        return Ok(1);
    }
    let reader = reader();
    io::stdout().lock().write_all(explain::explain(&facts::read(article, &reader)).as_bytes())?;
    Ok(0)
}

/// Calls `with` for every article on standard input; a malformed line is named and passed over.
fn each_article(mut with: impl FnMut(Article) -> io::Result<()>) -> io::Result<usize> {
    let mut failed = 0;
    let mut line = Vec::new();
    let mut input = io::stdin().lock();
    for number in 1.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match serde_json::from_slice::<Record>(&line) {
            Ok(record) => with(Article::new(record))?,
            Err(error) => {
                failed += 1;
                eprintln!("line {number}: expected one article as JSON with \"id\" and \"text\", but {error}");
            }
        }
    }
    Ok(failed)
}
