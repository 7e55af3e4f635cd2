//! The command line: `extract`, `story`, `export` and `explain`.
//!
//! Articles come from the files named, or as NDJSON on standard input; results go to standard output,
//! what was read and what is wrong with it goes to standard error. Exit status: 0 all read, 1 some
//! lines or files failed, 2 wrong usage.

use crate::correct::{Log, json};
use crate::entity::Model;
use crate::export::{self, Material};
use crate::import::{self, Article, Record, Seen};
use crate::text::Document;
use crate::{contract, entity, explain, facts, story, time};
use std::io::{self, BufRead, BufWriter, Write};
use std::process::ExitCode;
use std::sync::Arc;

const USAGE: &str = "usage: dateline extract [FILES] < articles.ndjson
       dateline story [--as-of YYYY-MM-DD] [--corrections FILE] [FILES] < articles.ndjson
       dateline export FORMAT [--title TITLE] [--corrections FILE] FILE...
       dateline explain TEXT [--published YYYY-MM-DD]";

/// Runs the command that the arguments name.
#[must_use]
pub fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["extract", files @ ..] if named(files) => extract(files),
        ["story", "--as-of", day, "--corrections", log, files @ ..] if named(files) => {
            story(Some(log), Some(day), files)
        }
        ["story", "--as-of", day, files @ ..] if named(files) => story(None, Some(day), files),
        ["story", "--corrections", log, files @ ..] if named(files) => story(Some(log), None, files),
        ["story", files @ ..] if named(files) => story(None, None, files),
        ["export", format, rest @ ..] => match export(format, rest) {
            Some(done) => done,
            None => {
                let words: Vec<&str> = export::FORMATS.iter().map(|f| f.word).collect();
                eprintln!("{USAGE}\nFORMAT is one of {}", words.join(", "));
                return ExitCode::from(2);
            }
        },
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

/// Whether these are names of files, not options.
fn named(files: &[&str]) -> bool {
    !files.iter().any(|file| file.starts_with("--"))
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
fn extract(files: &[&str]) -> io::Result<usize> {
    let mut out = BufWriter::new(io::stdout().lock());
    let reader = reader();
    let failed = each_article(files, |article| {
        let document = Document::new(&article);
        let (times, _) = time::find(&document);
        let entities = entity::find(&document, reader.model.as_deref());
        serde_json::to_writer(&mut out, &contract::Extract::new(&article, &times, &entities))?;
        out.write_all(b"\n")
    })?;
    out.flush()?;
    Ok(failed)
}

/// One object for all articles; with a day, for those published by then and what changed after.
fn story(file: Option<&str>, day: Option<&str>, files: &[&str]) -> io::Result<usize> {
    let known = day.and_then(crate::day::parse);
    if day.is_some() && known.is_none() {
        eprintln!("dateline: --as-of wants a date such as 2024-05-02.");
        return Ok(1);
    }
    let Ok(log) = file.map_or_else(|| Ok(Log::default()), corrections) else { return Ok(1) };
    let mut all = Vec::new();
    let reader = reader();
    let failed = each_article(files, |article| {
        all.push(facts::read(article, &reader));
        Ok(())
    })?;
    let then = known.map(|day| (day, story::asof::up_to(&all, log.in_force(), day)));
    let story = story::tell_corrected(all, log.in_force());
    lost(&story, &log);
    let mut out = BufWriter::new(io::stdout().lock());
    match &then {
        Some((day, then)) => serde_json::to_writer(&mut out, &contract::Story::new(then).as_of(&story, *day))?,
        None => serde_json::to_writer(&mut out, &contract::Story::new(&story))?,
    }
    out.write_all(b"\n")?;
    out.flush()?;
    Ok(failed)
}

/// Writes the story of some files in another form; `None` for wrong usage.
fn export(word: &str, arguments: &[&str]) -> Option<io::Result<usize>> {
    export::FORMATS.iter().find(|f| f.word == word)?;
    let (mut title, mut log, mut failed) = (String::new(), Log::default(), 0);
    let (mut records, mut rest) = (Vec::new(), arguments.iter());
    while let Some(&argument) = rest.next() {
        match argument {
            "--title" => title = (*rest.next()?).to_owned(),
            "--corrections" => match corrections(rest.next()?) {
                Ok(read) => log = read,
                Err(()) => return Some(Ok(1)),
            },
            _ if argument.starts_with('-') => return None,
            file => failed += file_of(file, &mut records, &mut title, &mut log),
        }
    }
    if records.is_empty() && failed == 0 {
        return None;
    }
    import::unique_ids(&mut records);
    let reader = reader();
    let all = records.iter().map(|r| facts::read(Article::new(r.clone()), &reader)).collect();
    let story = story::tell_corrected(all, log.in_force());
    lost(&story, &log);
    if title.is_empty() {
        title.push_str("A story");
    }
    let seen = export::Seen::default();
    let material = Material { title: &title, story: &story, records: &records, log: &log, seen };
    let text = export::write(word, &material)?;
    Some(io::stdout().lock().write_all(text.as_bytes()).map(|()| failed))
}

/// Reads a file of articles or a workspace; gives how much of it failed.
fn file_of(file: &str, records: &mut Vec<Record>, title: &mut String, log: &mut Log) -> usize {
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{file}: {error}");
            return 1;
        }
    };
    let text = String::from_utf8_lossy(&bytes);
    if export::workspace::recognise(&text) {
        return match export::workspace::read(&text) {
            Ok(read) => {
                records.extend(read.records);
                (*title, *log) = (read.title, read.log);
                read.errors.iter().for_each(|error| eprintln!("{file}: {error}"));
                read.errors.len()
            }
            Err(error) => {
                eprintln!("{file}: {error}");
                1
            }
        };
    }
    let read = import::read(file, &bytes);
    records.extend(read.records);
    read.errors.iter().for_each(|error| eprintln!("{error}"));
    read.errors.len()
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

/// Calls `with` for every article of the files, or of standard input where none is named.
fn each_article(files: &[&str], with: impl FnMut(Article) -> io::Result<()>) -> io::Result<usize> {
    if files.is_empty() { each_line(with) } else { each_file(files, with) }
}

/// Calls `with` for every article of the files; each file's report goes to standard error.
fn each_file(files: &[&str], mut with: impl FnMut(Article) -> io::Result<()>) -> io::Result<usize> {
    let (mut failed, mut seen) = (0, Seen::default());
    for name in files {
        let bytes = match std::fs::read(name) {
            Ok(bytes) => bytes,
            Err(error) => {
                failed += 1;
                eprintln!("{name} could not be opened: {error}");
                continue;
            }
        };
        let mut read = import::read(name, &bytes);
        let repeated = seen.sift(&mut read.records);
        let format = read.format.unwrap_or_default();
        eprintln!("{name}: {format}, {} articles", read.records.len());
        read.notes.iter().for_each(|note| eprintln!("{note}"));
        repeated.iter().for_each(|r| eprintln!("{name}: “{}” is the same as “{}” and was left out", r.id, r.of));
        read.errors.iter().for_each(|error| eprintln!("{error}"));
        failed += read.errors.len();
        for record in seen.name(read.records) {
            with(Article::new(record))?;
        }
    }
    Ok(failed)
}

/// Calls `with` for every article on standard input; a malformed line is named and passed over.
fn each_line(mut with: impl FnMut(Article) -> io::Result<()>) -> io::Result<usize> {
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
