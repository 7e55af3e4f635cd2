//! Any bytes as a file of any format: what is brought in must be text with a name, or a sentence.

#![no_main]

use dateline::import;

/// Endings by which files are told apart, besides what they begin with.
const NAMES: &[&str] =
    &["a.txt", "a.md", "a.html", "a.xml", "a.json", "a.ndjson", "a.csv", "a.tsv", "a.eml", "a.zip", "a.gz", "a.warc", "a.mhtml"];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((&first, rest)) = bytes.split_first() else { return };
    let name = NAMES[first as usize % NAMES.len()];
    let read = import::read(name, rest);
    assert!(read.records.iter().all(|r| !r.id.is_empty()), "an article of {name} has no name");
    for sentence in read.errors.iter().map(ToString::to_string).chain(read.notes.iter().map(ToString::to_string)) {
        assert!(!sentence.trim().is_empty(), "{name} failed without a word");
    }
    assert_eq!(read.records, import::read(name, rest).records, "the same file, read differently");
});
