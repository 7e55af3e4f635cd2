//! Feeds: RSS 2.0 and 1.0, and Atom. Each entry is an article.
//!
//! Entities that a feed declares are not looked up and nothing is fetched: what a reference stands
//! for is known beforehand or left out.

use super::html;
use super::{File, Format, id_of};
use crate::import::limits::Room;
use crate::import::{Imported, PublishedFrom, Record, stated};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

pub(super) const FORMAT: Format = Format { name: "feed", recognise, read };

fn recognise(file: &File<'_>) -> bool {
    let head = file.head();
    // Behind the declaration, comments and a document type.
    let root = head.match_indices('<').map(|(at, _)| &head[at + 1..]);
    let mut root = root.filter(|t| t.starts_with(|c: char| c.is_alphabetic()));
    head.starts_with('<')
        && root.next().is_some_and(|tag| {
            let name = tag.split(|c: char| !(c.is_alphanumeric() || c == ':')).next().unwrap_or_default();
            matches!(name, "rss" | "feed" | "rdf:rdf" | "atom:feed")
        })
}

/// One entry as it is gathered.
#[derive(Default)]
struct Entry {
    title: String,
    link: String,
    date: String,
    /// The full text, and the summary, as markup.
    content: String,
    summary: String,
    /// The feed that it was taken over from.
    source: String,
}

fn read(file: &File<'_>, room: &mut Room) -> Imported {
    let (text, note) = file.text(label(file.head()));
    let mut imported = Imported::default();
    imported.notes.extend(note);
    let (feed, entries, broken) = gather(&text);
    let source = tidy(&feed);
    let (mut short, mut empty) = (0, 0);
    for (number, entry) in entries.into_iter().enumerate() {
        let full = words(entry.content.trim());
        let text = if full.trim().is_empty() { words(entry.summary.trim()) } else { full };
        if text.trim().is_empty() {
            empty += 1;
            continue;
        }
        short += usize::from(entry.content.is_empty());
        let published = stated::iso(&entry.date);
        let record = Record {
            id: format!("{}-{}", id_of(file.name), number + 1),
            text,
            published_from: published.as_ref().map(|_| PublishedFrom::Metadata),
            published,
            title: tidy(&entry.title),
            source: tidy(&entry.source).or_else(|| source.clone()),
            url: Some(entry.link.trim().to_owned()).filter(|l| l.starts_with("http")),
        };
        if !imported.add(file.name, record, room) {
            break;
        }
    }
    let name = file.name;
    if broken {
        imported.fail(format!("{name} is a feed that breaks off or is damaged; what stands before that was read."));
    }
    if empty > 0 {
        imported.fail(format!("{name}: {empty} entries hold no text; they were left out."));
    }
    if short > 0 {
        imported.notes.push(format!("{name} holds only summaries of {short} of its articles."));
    }
    if imported.records.is_empty() && imported.errors.is_empty() {
        imported.fail(format!("{name} is a feed without entries; articles were expected in it."));
    }
    imported
}

/// The encoding that the XML declaration states.
fn label(head: &str) -> Option<&str> {
    let declaration = head.strip_prefix("<?xml")?.split("?>").next()?;
    let value = declaration.split("encoding").nth(1)?.trim_start().strip_prefix('=')?.trim_start();
    value.get(1..)?.split(['"', '\'']).next()
}

/// The feed's name, its entries, and whether it is damaged.
fn gather(text: &str) -> (String, Vec<Entry>, bool) {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    (config.check_end_names, config.allow_unmatched_ends) = (false, true);
    let mut entries: Vec<Entry> = Vec::new();
    let (mut feed, mut entry, mut value) = (String::new(), None::<Entry>, String::new());
    // The names of open elements below the entry, or below the feed; markup has none.
    let mut depth = 0_usize;
    let mut inner = 0_usize;
    let mut markup = false;
    loop {
        let event = match reader.read_event() {
            Ok(Event::Eof) => return (feed, entries, depth > 0),
            Ok(event) => event,
            Err(_) => return (feed, entries, true),
        };
        match event {
            Event::Start(tag) => {
                let name = local(&tag);
                depth += 1;
                if markup {
                    inner += 1;
                    open(&mut value, &tag);
                } else if matches!(name.as_str(), "item" | "entry") {
                    entry = Some(Entry::default());
                } else if entry.is_some() && name == "content" && attribute(&tag, "type").as_deref() == Some("xhtml") {
                    (markup, inner) = (true, 1);
                    value.clear();
                } else {
                    value.clear();
                }
            }
            Event::Empty(tag) if markup => open(&mut value, &tag),
            Event::Empty(tag) => {
                if let Some(entry) = &mut entry
                    && local(&tag) == "link"
                    && attribute(&tag, "rel").is_none_or(|rel| rel == "alternate")
                    && let Some(address) = attribute(&tag, "href").filter(|_| entry.link.is_empty())
                {
                    entry.link = address;
                }
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                let whole = tag.name();
                let name = whole.as_ref();
                if markup {
                    inner -= 1;
                    if inner > 0 {
                        value.extend(["</", tag.local_name().as_ref(), ">"]);
                        continue;
                    }
                    markup = false;
                }
                let local = tag.local_name();
                match (local.as_ref(), &mut entry) {
                    ("item" | "entry", _) => entries.extend(entry.take()),
                    (field, Some(entry)) => {
                        let target = match (field, name) {
                            ("title", "title" | "atom:title") if entry.title.is_empty() => &mut entry.title,
                            ("link", _) if entry.link.is_empty() => &mut entry.link,
                            ("pubDate" | "published" | "issued", _) | ("date", "dc:date") => &mut entry.date,
                            ("encoded", _) | ("content", "content") => &mut entry.content,
                            ("description" | "summary", "description" | "summary") => &mut entry.summary,
                            ("source", "source") => &mut entry.source,
                            _ => continue,
                        };
                        if !value.trim().is_empty() {
                            *target = std::mem::take(&mut value);
                        }
                    }
                    ("title", None) if feed.is_empty() && name == "title" => feed = std::mem::take(&mut value),
                    _ => {}
                }
            }
            Event::Text(words) => push(&mut value, &words.into_inner(), markup),
            Event::CData(words) => push(&mut value, &words.into_inner(), markup),
            Event::GeneralRef(reference) => {
                if markup {
                    value.extend(["&", &reference.into_inner(), ";"]);
                } else {
                    value.push_str(&known(&reference.into_inner()));
                }
            }
            _ => {}
        }
    }
}

fn push(value: &mut String, words: &str, markup: bool) {
    if markup {
        value.push_str(&words.replace('<', "&lt;"));
    } else {
        value.push_str(words);
    }
}

/// Writes a start of markup again, without its attributes.
fn open(value: &mut String, tag: &BytesStart<'_>) {
    value.extend(["<", &local(tag), ">"]);
}

fn local(tag: &BytesStart<'_>) -> String {
    tag.local_name().as_ref().to_owned()
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().take(100).flatten().find(|a| a.key.as_ref() == name)?;
    Some(known_in(&found.value))
}

/// What a reference stands for: the five of XML, numbers, and nothing else.
fn known(name: &str) -> String {
    let number = name.strip_prefix('#').map(|n| match n.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => n.parse().ok(),
    });
    match (name, number) {
        ("amp", _) => "&".to_owned(),
        ("lt", _) => "<".to_owned(),
        ("gt", _) => ">".to_owned(),
        ("quot", _) => "\"".to_owned(),
        ("apos", _) => "'".to_owned(),
        ("nbsp", _) => " ".to_owned(),
        (_, Some(code)) => code.and_then(char::from_u32).map(String::from).unwrap_or_default(),
        _ => String::new(),
    }
}

/// A value with its references replaced.
fn known_in(value: &str) -> String {
    let mut parts = value.split('&');
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(';') {
            Some((name, rest)) => whole.extend([known(name).as_str(), rest]),
            None => whole.extend(["&", part]),
        }
    }
    whole
}

/// The words of a text that is markup or none.
fn words(text: &str) -> String {
    if text.contains('<') { html::fragment(text) } else { html::words(text) }
}

/// One line of words; titles may be markup.
fn tidy(text: &str) -> Option<String> {
    let words = html::words(text);
    let words: Vec<&str> = words.split_whitespace().collect();
    Some(words.join(" ")).filter(|t| !t.is_empty())
}

#[cfg(test)]
mod tests {
    use crate::import;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let read = import::read("f.xml", text.as_bytes());
        let show = |s: &Option<String>| s.clone().unwrap_or_else(|| "-".into());
        let lines: Vec<String> = read
            .records
            .iter()
            .map(|r| {
                format!(
                    "{} | {} | {} | {} | {}",
                    show(&r.title),
                    show(&r.source),
                    show(&r.published),
                    show(&r.url),
                    r.text
                )
            })
            .chain(read.errors.iter().map(ToString::to_string))
            .collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn rss() {
        check(
            r#"<?xml version="1.0"?><rss version="2.0"><channel><title>The Post &amp; Mail</title><link>https://p.example</link>
               <item><title>Rain</title><link>https://p.example/1</link><pubDate>Thu, 07 Mar 2024 18:05:00 GMT</pubDate>
               <description>Short.</description><content:encoded><![CDATA[<p>Rain fell.</p><p>It <b>stopped</b>.</p>]]></content:encoded></item>
               <item><title>Sun &amp; wind</title><description>&lt;p&gt;The sun shone.&lt;/p&gt;</description></item>
               <item><title>Nothing</title></item></channel></rss>"#,
            &[
                "Rain | The Post & Mail | 2024-03-07T18:05 | https://p.example/1 | Rain fell.\n\nIt stopped.",
                "Sun & wind | The Post & Mail | - | - | The sun shone.",
                "f.xml: 1 entries hold no text; they were left out.",
            ],
        );
    }

    #[test]
    fn atom() {
        check(
            r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>The Post</title><updated>2024-03-09T00:00:00Z</updated>
               <entry><title type="html">Rain</title><link rel="edit" href="https://p.example/e"/><link href="https://p.example/1?a=1&amp;b=2"/>
               <published>2024-03-07T18:05:00Z</published><updated>2024-03-09T00:00:00Z</updated>
               <content type="xhtml"><div><p>Rain <em>fell</em> &lt; 3 mm.</p></div></content></entry></feed>"#,
            &["Rain | The Post | 2024-03-07T18:05:00Z | https://p.example/1?a=1&b=2 | Rain fell < 3 mm."],
        );
    }

    #[test]
    fn entities_are_not_looked_up() {
        check(
            r#"<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY xxe SYSTEM "file:///etc/passwd"><!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>
               <rss><channel><title>T</title><item><title>A&xxe;</title><description>Rain &b;fell &xxe;today.</description></item></channel></rss>"#,
            &["A | T | - | - | Rain fell today."],
        );
    }

    #[test]
    fn a_damaged_feed_gives_what_it_holds() {
        check(
            "<rss><channel><title>T</title><item><title>A</title><description>Rain fell.</description></item><item><title>B</ti",
            &[
                "A | T | - | - | Rain fell.",
                "f.xml is a feed that breaks off or is damaged; what stands before that was read.",
            ],
        );
    }
}
