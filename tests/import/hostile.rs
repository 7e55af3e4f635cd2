//! Files that are broken, lie or mean harm: nothing hangs, memory stays bounded, and one clear
//! sentence says why a file was not read.

use dateline::import::{self, Imported, limits};
use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder};
use proptest::prelude::*;
use rawzip::{CompressionMethod, ZipArchiveWriter};
use std::io::Write;
use std::time::{Duration, Instant};

/// Far more than any of these takes, far less than a reader waits.
const LONGEST: Duration = Duration::from_secs(20);

#[track_caller]
fn check(name: &str, bytes: &[u8], articles: usize, said: &str) -> Imported {
    let start = Instant::now();
    let read = import::read(name, bytes);
    assert!(start.elapsed() < LONGEST, "{name} took {:?}", start.elapsed());
    assert_eq!(read.records.len(), articles, "{name}: {:?}", read.errors);
    let sentences =
        read.errors.iter().map(ToString::to_string).chain(read.notes.clone()).collect::<Vec<_>>().join("\n");
    assert!(sentences.contains(said), "{name}: {sentences}");
    assert!(sentences.len() < 20_000, "{} bytes were said", sentences.len());
    read
}

/// An archive of these files.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = Vec::new();
    let mut writer = ZipArchiveWriter::new(&mut archive);
    for (name, bytes) in files {
        let (mut entry, config) =
            writer.new_file(*name).compression_method(CompressionMethod::DEFLATE).start().unwrap();
        let mut inner = config.wrap(DeflateEncoder::new(&mut entry, Compression::fast()));
        inner.write_all(bytes).unwrap();
        let (encoder, descriptor) = inner.finish().unwrap();
        encoder.finish().unwrap();
        entry.finish(descriptor).unwrap();
    }
    writer.finish().unwrap();
    archive
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn archives() {
    let page = b"<html><body><p>Rain fell on Port Ellis.</p></body></html>";
    let nested = zip(&[("inner/b.txt", b"The sun shone.")]);
    let good = zip(&[("a.html", page), ("more.zip", &nested), ("a.png", b"\x89PNG\r\n\x1a\n"), ("__MACOSX/._a", b"x")]);
    let read = check("all.zip", &good, 2, "");
    assert_eq!(read.records.iter().map(|r| r.id.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    // One bad file stops nothing.
    check(
        "some.zip",
        &zip(&[("a.pdf", b"%PDF-1.7"), ("b.txt", b"Rain fell.")]),
        1,
        "some.zip › a.pdf is a PDF document",
    );
    check("none.zip", &zip(&[]), 0, "holds no files");
}

#[test]
fn archives_that_lead_out() {
    let read = check("a.zip", &zip(&[("../../etc/passwd", b"Rain fell.")]), 1, "");
    assert_eq!(read.records[0].id, "passwd");
}

#[test]
fn bombs() {
    let zeros = vec![b' '; limits::FILE + 10];
    let one = zip(&[("a.txt", &zeros), ("b.txt", b"Rain fell.")]);
    assert!(one.len() < 1_000_000);
    check("one.zip", &one, 1, "unfolds to more than");
    let many: Vec<(String, &[u8])> = (0..20).map(|i| (format!("{i}.txt"), &zeros[..limits::FILE / 2])).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(n, b)| (n.as_str(), *b)).collect();
    check("many.zip", &zip(&many), 0, "the rest was not read");
    let mut deep = zip(&[("a.txt", b"Rain fell.")]);
    for _ in 0..10 {
        deep = zip(&[("a.zip", &deep)]);
    }
    check("deep.zip", &deep, 0, "lies too deep");
    check("a.txt.gz", &gzip(&zeros), 0, "unfolds to more than");
    check("a.ndjson.gz", &gzip(b"{\"id\":\"x\",\"text\":\"Rain fell.\"}"), 1, "");
}

#[test]
fn broken_archives() {
    let whole = zip(&[("a.txt", b"Rain fell on Port Ellis all day, and nobody knew why it would not stop.")]);
    for end in 0..whole.len() {
        let _ = import::read("a.zip", &whole[..end]);
        let mut bent = whole.clone();
        bent[end] ^= 0xff;
        let _ = import::read("a.zip", &bent);
    }
    check("cut.zip", &whole[..whole.len() - 10], 0, "damaged");
    check("cut.gz", &gzip(b"Rain fell.")[..12], 0, "damaged");
}

#[test]
fn large_files() {
    let line = b"Rain fell on Port Ellis on 3 May 2024, and twelve people were hurt. ";
    let text: Vec<u8> = line.iter().copied().cycle().take(50 << 20).collect();
    check("large.txt", &text, 0, "articles of at most 4 MB are read");
    let mut page = b"<html><body><p>".to_vec();
    page.extend(&text);
    check("large.html", &page, 0, "articles of at most 4 MB are read");
    let larger: Vec<u8> = line.iter().copied().cycle().take(limits::FILE + 1).collect();
    check("larger.txt", &larger, 0, "files of at most 64 MB are read");
}

#[test]
fn files_that_lie() {
    check("a.html", b"%PDF-1.4 ...", 0, "is a PDF document");
    check("a.csv", &zip(&[("a.txt", b"Rain fell.")]), 1, "");
    check("a.zip", b"Rain fell on Port Ellis.", 1, "");
    check("a.json", b"<!doctype html><html><body><p>Rain fell on Port Ellis.</p></body></html>", 1, "");
    check("a.txt", b"Rain \0\x01\x02 fell", 0, "is not text");
    check("a.eml", b"Rain fell on Port Ellis.", 1, "");
    let page = b"<html><head><meta charset=\"utf-8\"></head><body><p>The caf\xe9 on the square closed early.</p></body></html>";
    let read = check("a.html", page, 1, "says it is in utf-8, which it is not");
    assert_eq!(read.records[0].text, "The café on the square closed early.");
    let utf16: Vec<u8> = "\u{feff}<html><body><p>Rain fell — “all day”.</p></body></html>"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(check("a.htm", &utf16, 1, "").records[0].text, "Rain fell — “all day”.");
}

#[test]
fn pages_full_of_scripts() {
    let page = "<html><body onload=alert(1)><script>document.write('<p>owned, and long enough to be taken for prose by anyone</p>')</script>\
        <p onclick='alert(2)'>Rain fell on Port Ellis.</p><img src=x onerror=alert(3)><svg><script>alert(4)</script></svg>\
        <a href='javascript:alert(5)'>x</a><iframe srcdoc='<p>no</p>'></iframe><style>p { background: url(//evil) }</style>\
        <p>&lt;script&gt;alert(6)&lt;/script&gt; was the whole attack.</p></body></html>";
    let read = check("a.html", page.as_bytes(), 1, "");
    assert_eq!(read.records[0].text, "Rain fell on Port Ellis.\n\n<script>alert(6)</script> was the whole attack.");
    check(
        "b.html",
        format!("<html><body>{}", "<script>alert(1)</script>".repeat(200_000)).as_bytes(),
        0,
        "without an article's text",
    );
}

#[test]
fn deep_and_crooked_pages() {
    let prose = "<p>Rain fell on Port Ellis on 3 May 2024, and twelve people were hurt, officials said.</p>";
    for opening in
        ["<div>", "<b><i>", "<b><p></b>", "<ul><li>", "<table><tr><td>", "<a href=x>", "</p>", "<p", "<x-y>", "<!--"]
    {
        let page = format!("<html><body>{}{prose}", opening.repeat(300_000));
        let start = Instant::now();
        let _ = import::read("a.html", page.as_bytes());
        assert!(start.elapsed() < LONGEST, "{opening} took {:?}", start.elapsed());
    }
    let attributes: String = (0..200_000).map(|i| format!(" a{i}=x")).collect();
    check("a.html", format!("<html><body{attributes}>{prose}").as_bytes(), 1, "");
}

#[test]
fn a_million_rows() {
    let mut table = String::from("id,title,text\n");
    for i in 0..1_000_000 {
        table.push_str(&format!("{i},Rain,\"It fell {i} times.\"\n"));
    }
    check("rows.csv", table.as_bytes(), limits::ARTICLES, "holds more than 20000 articles");
    let same = "id,text\n".to_owned() + &"x,Rain fell.\n".repeat(20_000);
    check("same.csv", same.as_bytes(), 20_000, "");
    check("open.csv", ("text\n\"".to_owned() + &"Rain fell.\n".repeat(500_000)).as_bytes(), 0, "at most 4 MB");
    check("wide.csv", (",".repeat(2_000_000) + "text\n").as_bytes(), 0, "");
}

#[test]
fn deep_json() {
    check("a.json", &b"[".repeat(1_000_000), 0, "was expected");
    check("b.json", (r#"{"text":"Rain fell.","x":"#.to_owned() + &"[".repeat(1_000_000)).as_bytes(), 0, "was expected");
    check(
        "c.json",
        ("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":".to_owned() + &"[".repeat(1_000_000)).as_bytes(),
        0,
        "was expected",
    );
    check("d.ndjson", "{\"id\":1}\n".repeat(100_000).as_bytes(), 0, "There is more that could not be read.");
    check("e.ndjson", "{\"text\":\"\"}\n".repeat(100_000).as_bytes(), 0, "There is more");
}

#[test]
fn feeds_with_entities() {
    let declared: String =
        (0..20).map(|i| format!("<!ENTITY e{} \"{}\">", i + 1, format!("&e{i};").repeat(10))).collect();
    let feed = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY e0 \"lol\">{declared}<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\
         <rss><channel><title>T</title><item><title>&e20;</title><description>Rain &x;fell &e20;today.</description></item></channel></rss>"
    );
    assert_eq!(check("a.xml", feed.as_bytes(), 1, "").records[0].text, "Rain fell today.");
    check("b.rss", ("<rss>".to_owned() + &"<item>".repeat(300_000)).as_bytes(), 0, "");
    check(
        "c.rss",
        ("<rss><item><content type=\"xhtml\">".to_owned() + &"<div>".repeat(300_000)).as_bytes(),
        0,
        "breaks off",
    );
}

#[test]
fn crooked_mails() {
    let mut mail = "From: a@p.example\nSubject: x\nMIME-Version: 1.0\n".to_owned();
    for i in 0..3_000 {
        mail.push_str(&format!("Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n"));
    }
    check("deep.eml", mail.as_bytes(), 0, "");
    let nested = "Content-Type: message/rfc822\n\n".repeat(3_000);
    check("nested.eml", format!("From: a@p.example\n{nested}Rain fell.").as_bytes(), 0, "");
    check("long.eml", format!("From: a\nSubject: {}\n\nRain fell.", "x".repeat(5_000_000)).as_bytes(), 1, "");
    check(
        "parts.eml",
        format!("From: a\nContent-Type: multipart/mixed; boundary=b\n\n{}", "--b\n\nRain fell.\n".repeat(100_000))
            .as_bytes(),
        1,
        "",
    );
}

proptest! {
    /// Whatever the bytes and whatever the name says of them.
    #[test]
    fn nothing_breaks_down(bytes in any::<Vec<u8>>(), name in name()) {
        let _ = import::read(name, &bytes);
    }

    /// Good files, bent in a few places.
    #[test]
    fn nothing_breaks_down_over_bent_files(
        which in 0..FILES.len(),
        bends in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let (name, text) = FILES[which];
        let mut bytes = text.as_bytes().to_vec();
        for (at, byte) in bends {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = import::read(name, &bytes);
    }
}

fn name() -> impl Strategy<Value = &'static str> {
    let endings = ["a.txt", "a.html", "a.xml", "a.csv", "a.eml", "a.zip", "a.json", "a.warc", "a.gz", "a.mht", "a"];
    prop::sample::select(endings.to_vec())
}

const FILES: [(&str, &str); 5] = [
    ("a.html", include_str!("pages/wordpress.html")),
    ("b.html", include_str!("pages/old.html")),
    (
        "a.xml",
        "<?xml version=\"1.0\"?><rss><channel><title>T &amp; U</title><item><title>A</title><link>https://a.example</link><description><![CDATA[<p>Rain.</p>]]></description></item></channel></rss>",
    ),
    (
        "a.eml",
        "From: a@b.example\nSubject: =?utf-8?Q?x=C3=A9?=\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Transfer-Encoding: base64\n\nUmFpbg==\n--b--\n",
    ),
    ("a.csv", "text,date\n\"Rain, \"\"all\"\" day\",2024-03-07\n"),
];
