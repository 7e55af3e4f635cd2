//! CSV and TSV with a header row that names the columns. Each row is an article.

use super::{File, Format, id_of};
use crate::import::limits::Room;
use crate::import::{Imported, Record, stated};
use ::csv::{ReaderBuilder, StringRecord};

pub(super) const FORMAT: Format =
    Format { name: "CSV", recognise: |file| file.ends_with(&[".csv", ".tsv", ".tab"]), read };

/// What a column may hold, and the names that say so: letters and digits alone, in lower case.
const COLUMNS: [(&[&str], Field); 6] = [
    (
        &["text", "body", "content", "articletext", "fulltext", "articlebody", "maintext", "story", "article"],
        Field::Text,
    ),
    (&["title", "headline", "articletitle"], Field::Title),
    (&["source", "publisher", "outlet", "publication", "newspaper", "sourcename", "medianame"], Field::Source),
    (
        &[
            "published",
            "publishedat",
            "publisheddate",
            "publicationdate",
            "publishdate",
            "datepublished",
            "pubdate",
            "date",
        ],
        Field::Published,
    ),
    (&["url", "link", "address", "articleurl", "permalink"], Field::Url),
    (&["id", "articleid", "guid"], Field::Id),
];

#[derive(Clone, Copy, PartialEq)]
enum Field {
    Text,
    Title,
    Source,
    Published,
    Url,
    Id,
}

fn read(file: &File<'_>, room: &mut Room) -> Imported {
    let (text, note) = file.text(None);
    let name = file.name;
    let head = text.trim_start_matches(['\u{feff}', '\r', '\n', ' ']);
    let mut reader = ReaderBuilder::new().delimiter(delimiter(head)).flexible(true).from_reader(head.as_bytes());
    let columns: Vec<Option<Field>> = match reader.headers() {
        Ok(header) => fields(header),
        Err(_) => Vec::new(),
    };
    if !columns.contains(&Some(Field::Text)) {
        let first: String = head.lines().next().unwrap_or_default().chars().take(80).collect();
        return Imported::failed(format!(
            "{name}: a first row that names the columns was expected, one of them “text”, “body” or “content”; it reads “{first}”."
        ));
    }
    let mut imported = Imported::default();
    imported.notes.extend(note);
    let (mut empty, mut undated) = (0, 0);
    let mut row = StringRecord::new();
    let stem = id_of(name);
    for number in 1.. {
        match reader.read_record(&mut row) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                imported.fail(format!("{name}: row {number} could not be read, nor what stands behind it: {error}."));
                break;
            }
        }
        let get = |field: Field| {
            let at = columns.iter().position(|c| *c == Some(field))?;
            row.get(at).filter(|value| !value.trim().is_empty()).map(str::to_owned)
        };
        let Some(text) = get(Field::Text) else {
            empty += 1;
            continue;
        };
        let date = get(Field::Published);
        let published = date.as_deref().and_then(stated::iso);
        undated += usize::from(date.is_some() && published.is_none());
        let record = Record {
            id: get(Field::Id).unwrap_or_else(|| format!("{stem}-{number}")),
            text,
            published,
            published_from: None,
            title: get(Field::Title),
            source: get(Field::Source),
            url: get(Field::Url),
        };
        if !imported.add(name, record, room) {
            break;
        }
    }
    if empty > 0 {
        imported.fail(format!("{name}: {empty} rows hold no text; they were left out."));
    }
    if undated > 0 {
        imported.notes.push(format!(
            "{name}: the dates of {undated} rows can be read in more than one way; write them as 2024-03-07."
        ));
    }
    if imported.records.is_empty() && imported.errors.is_empty() {
        imported.fail(format!("{name} holds no rows below its header; articles were expected in them."));
    }
    imported
}

/// The character between columns: the one that the header row has most of.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let count = |mark: &u8| header.bytes().filter(|b| b == mark).count();
    // Of equals the last counts.
    [b'|', b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

/// What each column holds; of two that hold the same, the one whose name stands first in the list.
fn fields(header: &StringRecord) -> Vec<Option<Field>> {
    let names: Vec<String> = header
        .iter()
        .take(1_000)
        .map(|name| name.chars().filter(|c| c.is_alphanumeric()).map(crate::letter::small).collect())
        .collect();
    let mut fields = vec![None; names.len()];
    for (known, field) in COLUMNS {
        if let Some(at) = known.iter().find_map(|k| names.iter().position(|n| n == k)) {
            fields[at] = Some(field);
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use crate::import;

    #[track_caller]
    fn check(name: &str, text: &str, expected: &[&str]) {
        let read = import::read(name, text.as_bytes());
        let show = |s: &Option<String>| s.clone().unwrap_or_else(|| "-".into());
        let lines: Vec<String> = read
            .records
            .iter()
            .map(|r| {
                format!("{} | {} | {} | {} | {}", r.id, show(&r.title), show(&r.source), show(&r.published), r.text)
            })
            .chain(read.errors.iter().map(ToString::to_string))
            .chain(read.notes)
            .collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn tables() {
        check(
            "t.csv",
            "Headline,Full Text,Publication Date,Outlet\nRain,\"Rain fell, \"\"much\"\".\nAll day.\",2024-03-07,The Post\n",
            &["t-1 | Rain | The Post | 2024-03-07 | Rain fell, \"much\".\nAll day."],
        );
        check(
            "t.tsv",
            "id\ttext\nx\tRain fell.\ny\t\n",
            &["x | - | - | - | Rain fell.", "t.tsv: 1 rows hold no text; they were left out."],
        );
        check(
            "t.csv",
            "\u{feff}id;body;date\nx;Rain fell.;07.03.2024\n",
            &[
                "x | - | - | - | Rain fell.",
                "t.csv: the dates of 1 rows can be read in more than one way; write them as 2024-03-07.",
            ],
        );
    }

    #[test]
    fn no_tables() {
        check(
            "t.csv",
            "a,b\n1,2\n",
            &[
                "t.csv: a first row that names the columns was expected, one of them “text”, “body” or “content”; it reads “a,b”.",
            ],
        );
        check("t.csv", "text,date\n", &["t.csv holds no rows below its header; articles were expected in them."]);
    }
}
