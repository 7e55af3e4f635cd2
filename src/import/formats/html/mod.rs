//! HTML: a saved or pasted page. Its article's text, and what its metadata states.
//!
//! Nothing of a page runs, is fetched or reaches the page of the reader: it is read for its words.

mod body;
mod linked_data;
mod page;
mod tags;
mod unwanted;

use self::page::Page;
use super::{File, Format, id_of};
use crate::import::limits::Room;
use crate::import::{Imported, PublishedFrom, Record, stated};

pub(super) const FORMAT: Format = Format { name: "HTML", recognise, read };

fn recognise(file: &File<'_>) -> bool {
    let head = file.head();
    let named = file.ends_with(&[".html", ".htm", ".xhtml"]);
    if named && head.contains('<') {
        return true;
    }
    // XML that is no page is another format's.
    let page = ["<!doctype html", "<html", "<head", "<body", "<meta", "<article", "<main", "<div", "<p>", "<p ", "<h1"];
    let begins = page.iter().any(|tag| head.starts_with(tag));
    begins || (head.starts_with(['<']) && (head.contains("<html") || head.contains("<body") || head.contains("<p>")))
}

fn read(file: &File<'_>, room: &mut Room) -> Imported {
    let (text, note) = file.text(label(file.head()).as_deref());
    let mut imported = Imported::default();
    imported.notes.extend(note);
    let mut record = record(id_of(file.name), &text);
    record.url = record.url.or_else(|| file.url.clone());
    if record.text.trim().is_empty() {
        imported.fail(format!("{} is a page without an article's text; it was not read.", file.name));
    } else {
        imported.add(file.name, record, room);
    }
    imported
}

/// The encoding that a page states in its head.
fn label(head: &str) -> Option<String> {
    let at = head.find("charset")?;
    let rest =
        head[at + "charset".len()..].trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).unwrap_or(rest.len());
    Some(rest[..end].to_owned()).filter(|l| !l.is_empty())
}

/// The article of a page.
pub fn record(id: String, html: &str) -> Record {
    let page = page::read(html);
    let stated = linked_data::read(&page.linked_data);
    let meta = |names: &[&str]| names.iter().find_map(|name| filled(find(&page.meta, name)?));
    let item = |name: &str| filled(find(&page.items, name)?);
    let source =
        stated.source.and_then(|s| filled(&s)).or_else(|| meta(&["og:site_name", "dc.publisher", "publisher"]));
    let title = stated
        .title
        .and_then(|t| filled(&words(&t)))
        .or_else(|| meta(&["og:title", "twitter:title", "dc.title", "headline"]))
        .or_else(|| item("headline"))
        .or_else(|| headline(&page))
        .or_else(|| filled(&without_source(&page.title, source.as_deref())));
    let published = stated
        .published
        .as_deref()
        .and_then(stated::iso)
        .or_else(|| DATES.iter().filter_map(|name| find(&page.meta, name)).find_map(stated::iso))
        .or_else(|| find(&page.items, "datepublished").and_then(stated::iso))
        .or_else(|| only_time(&page));
    let url = page.address.clone().or_else(|| meta(&["og:url"])).or(stated.url).filter(|url| web(url));
    let mut text = body::text(&page, title.as_deref());
    // A page that builds itself by script shows its text to search engines alone.
    if let Some(whole) = stated.text.map(|t| words(&t)).filter(|t| text.len() < 600 && t.len() > 2 * text.len()) {
        text = whole;
    }
    let published_from = published.as_ref().map(|_| PublishedFrom::Metadata);
    Record { id, text, published, published_from, title, source, url }
}

/// The text of a piece of a page, as feeds and mails carry it.
pub fn fragment(html: &str) -> String {
    body::text(&page::read(html), None)
}

/// Names of `<meta>` under which publishing systems state the day of publication.
const DATES: [&str; 16] = [
    "article:published_time",
    "datepublished",
    "og:article:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "published-date",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
    "cxenseparse:recs:publishtime",
];

fn find<'a>(list: &'a [(String, String)], name: &str) -> Option<&'a str> {
    list.iter().find(|(n, v)| n == name && !v.trim().is_empty()).map(|(_, v)| v.as_str())
}

fn filled(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    Some(words.join(" ")).filter(|t| !t.is_empty())
}

/// The only heading of the first level.
fn headline(page: &Page) -> Option<String> {
    let mut headings = page.blocks.iter().filter(|b| b.level == 1);
    let first = headings.next()?;
    headings.next().is_none().then(|| first.text.replace('\n', " "))
}

/// "Rain falls - The Post" without the name of the paper, where that is known.
fn without_source(title: &str, source: Option<&str>) -> String {
    let bare = source.and_then(|source| {
        let head = title.trim().strip_suffix(source)?.trim_end();
        head.strip_suffix(['-', '–', '—', '|', '·', '•', ':'])
    });
    bare.unwrap_or(title).to_owned()
}

/// The day of the `<time>` that says it is the publication's, or that of all, where they agree.
fn only_time(page: &Page) -> Option<String> {
    if let Some(time) = page.times.iter().find(|t| t.published == Some(true)) {
        return stated::iso(&time.value);
    }
    let mut dates = page.times.iter().filter(|t| t.published.is_none()).filter_map(|t| stated::iso(&t.value));
    let first = dates.next()?;
    dates.all(|other| other.get(..10) == first.get(..10)).then_some(first)
}

fn web(url: &str) -> bool {
    url.len() < 2_000 && (url.starts_with("https://") || url.starts_with("http://"))
}

/// A stated text without the marks and references that some leave in it.
pub fn words(text: &str) -> String {
    if text.contains(['<', '&']) {
        let wrapped = text.replace('\n', "<br>");
        let page = page::read(&wrapped);
        let blocks: Vec<&str> = page.blocks.iter().map(|b| b.text.as_str()).collect();
        return blocks.join("\n\n");
    }
    text.to_owned()
}

#[cfg(test)]
mod tests;
