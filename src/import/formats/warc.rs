//! WARC, the archive of web crawls: each page that was answered is an article.
//!
//! The kept crates for it do not build for the browser; the format is a list of headed records,
//! and little of it is needed.

use super::html;
use super::{File, Format};
use crate::import::Imported;
use crate::import::limits::Room;

pub(super) const FORMAT: Format = Format { name: "WARC", recognise: |file| file.bytes.starts_with(b"WARC/"), read };

fn read(file: &File<'_>, room: &mut Room) -> Imported {
    let name = file.name;
    let mut imported = Imported::default();
    let (mut rest, mut pages, mut bare) = (file.bytes, 0, 0);
    while let Some(start) = rest.windows(5).take(16).position(|w| w == b"WARC/") {
        let Some((head, body)) = split(&rest[start..]) else { break };
        let Some(length) = field(&head, "content-length").and_then(|l| l.parse::<usize>().ok()) else { break };
        let Some(content) = body.get(..length) else { break };
        rest = &body[length..];
        if field(&head, "warc-type") != Some("response") {
            continue;
        }
        let Some((answer, packed)) = split(content) else { continue };
        let kind = field(&answer, "content-type").unwrap_or_default().to_ascii_lowercase();
        if !kind.contains("html") || !answer.lines().next().is_some_and(|line| line.contains(" 200")) {
            continue;
        }
        pages += 1;
        let address = field(&head, "warc-target-uri").unwrap_or_default().trim_matches(['<', '>']);
        let page = format!("{name} › {address}");
        let Some(bytes) = unpack(packed, &answer, room) else {
            imported.fail(format!("{page} is packed in a way that is not read."));
            continue;
        };
        let charset = kind.split("charset=").nth(1).map(|c| c.trim_matches(['"', ' ', ';']).to_owned());
        let file = File { charset, ..File::new(&page, &bytes) };
        let text = file.text(None).0;
        let id = if address.is_empty() { format!("page-{pages}") } else { address.to_owned() };
        let mut record = html::record(id, &text);
        record.url = record.url.or_else(|| Some(address.to_owned()).filter(|a| a.starts_with("http")));
        if record.text.trim().is_empty() {
            bare += 1;
        } else if !imported.add(name, record, room) {
            return imported;
        }
    }
    if !rest.iter().all(u8::is_ascii_whitespace) {
        imported.fail(format!("{name} breaks off or is damaged; what stands before that was read."));
    }
    if bare > 0 {
        imported.notes.push(format!("{name}: {bare} pages hold no article's text; they were left out."));
    }
    if imported.records.is_empty() && imported.errors.is_empty() {
        imported.fail(format!("{name} holds no pages with text; articles were expected in it."));
    }
    imported
}

/// The head of a record or answer, and what follows its empty line.
fn split(bytes: &[u8]) -> Option<(String, &[u8])> {
    let head = &bytes[..bytes.len().min(65_536)];
    let end = head.windows(4).position(|w| w == b"\r\n\r\n")?;
    Some((String::from_utf8_lossy(&bytes[..end]).into_owned(), &bytes[end + 4..]))
}

fn field<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.trim().eq_ignore_ascii_case(name).then_some(value.trim())
    })
}

/// The page behind an answer's transfer coding and packing.
fn unpack(packed: &[u8], answer: &str, room: &mut Room) -> Option<Vec<u8>> {
    use std::io::Read;
    let chunked = field(answer, "transfer-encoding").is_some_and(|t| t.eq_ignore_ascii_case("chunked"));
    // Many crawlers store the page whole and leave the header as it came.
    let whole = if chunked { joined(packed).unwrap_or_else(|| packed.to_vec()) } else { packed.to_vec() };
    let most = room.unfolded as u64;
    let mut page = Vec::new();
    match whole.as_slice() {
        [0x1f, 0x8b, ..] => {
            flate2::read::MultiGzDecoder::new(whole.as_slice()).take(most).read_to_end(&mut page).ok()?
        }
        _ if field(answer, "content-encoding").is_some_and(|e| matches!(e, "br" | "zstd")) => return None,
        _ => return Some(whole),
    };
    room.unfolded -= page.len();
    Some(page)
}

/// The pieces of a chunked answer as one.
fn joined(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let end = rest.iter().take(32).position(|&b| b == b'\n')?;
        let size = std::str::from_utf8(&rest[..end]).ok()?.trim().split(';').next()?;
        let size = usize::from_str_radix(size, 16).ok()?;
        if size == 0 {
            return Some(whole);
        }
        let from = end + 1;
        whole.extend_from_slice(rest.get(from..from.checked_add(size)?)?);
        rest = rest.get(from + size..)?.strip_prefix(b"\r\n")?;
    }
}

#[cfg(test)]
mod tests {
    use crate::import;

    fn record(kind: &str, content: &str) -> String {
        let head = format!("WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://p.example/{kind}\r\n");
        format!("{head}Content-Length: {}\r\n\r\n{content}\r\n\r\n", content.len())
    }

    #[test]
    fn pages_of_a_crawl() {
        let page = "<html><head><title>Rain</title></head><body><p>Rain fell on Port Ellis.</p></body></html>";
        let answer = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}");
        let chunks = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<p>S\r\n9\r\nun shone.\r\n0\r\n\r\n";
        let other = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx";
        let archive = [
            record("warcinfo", "software: x"),
            record("request", "GET / HTTP/1.1"),
            record("response", &answer),
            record("response", chunks),
            record("response", other),
        ];
        let read = import::read("c.warc", archive.concat().as_bytes());
        let texts: Vec<_> = read.records.iter().map(|r| (r.text.as_str(), r.url.as_deref())).collect();
        let url = Some("https://p.example/response");
        assert_eq!(texts, [("Rain fell on Port Ellis.", url), ("Sun shone.", url)]);
        assert!(read.errors.is_empty(), "{:?}", read.errors);
    }

    #[test]
    fn a_damaged_crawl() {
        let read = import::read("c.warc", b"WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\nx");
        assert!(read.errors[0].to_string().contains("breaks off"));
        let read = import::read("c.warc", b"WARC/1.0\r\nContent-Length: 18446744073709551615\r\n\r\nx");
        assert!(read.errors[0].to_string().contains("breaks off"));
    }
}
