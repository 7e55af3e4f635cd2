//! Whole pages, and beside each what must be read of it. `UPDATE=1` writes the readings anew.

use dateline::import;
use std::fs;
use std::path::Path;

#[test]
fn pages_of_common_publishing_systems() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/pages");
    let mut wrong = Vec::new();
    let mut pages = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|e| e != "html") {
            continue;
        }
        pages += 1;
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let read = reading(&name, &fs::read(&path).unwrap());
        let beside = path.with_extension("txt");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&beside, &read).unwrap();
        } else if fs::read_to_string(&beside).unwrap() != read {
            wrong.push(format!("{name}:\n{read}"));
        }
    }
    assert!(pages > 0 && wrong.is_empty(), "{}", wrong.join("\n\n"));
}

fn reading(name: &str, bytes: &[u8]) -> String {
    let read = import::read(name, bytes);
    assert!(read.errors.is_empty(), "{:?}", read.errors);
    let one = &read.records[0];
    let show = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".into());
    format!(
        "title: {}\nsource: {}\npublished: {}\nurl: {}\n\n{}\n",
        show(&one.title),
        show(&one.source),
        show(&one.published),
        show(&one.url),
        one.text
    )
}
