//! [`Page`]: a page's blocks of text, where in it each stands, and what its head says.
//!
//! Read from the tokens of a tokenizer that follows the standard; of the tree that browsers build, only
//! what tells an article from what stands around it is kept. Scripts are text that nobody runs.

use super::tags::{self, Sort};
use super::unwanted;
use crate::import::limits;
use html5gum::{DefaultEmitter, HtmlString, StartTag, Token, Tokenizer};
use std::collections::BTreeMap;

/// Elements in one another, as browsers bound them too: what lies deeper belongs to the last.
const DEEPEST: usize = 512;

/// Most places that are told apart.
const NODES: usize = 500_000;

/// Most entries of metadata of one kind.
const ENTRIES: usize = 500;

/// What a reader of a page may want from it.
#[derive(Debug, Default)]
pub struct Page {
    /// Where blocks stand: each place behind the one it lies in. The first is the page.
    pub nodes: Vec<Node>,
    /// The text, in order.
    pub blocks: Vec<Block>,
    /// `<meta>`: name or property or itemprop in lower case, and its content.
    pub meta: Vec<(String, String)>,
    /// `itemprop` and its value, of elements in the text.
    pub items: Vec<(String, String)>,
    /// `<time datetime>`.
    pub times: Vec<Time>,
    /// JSON-LD, as it came.
    pub linked_data: Vec<String>,
    /// `<link rel=canonical>`, or the address that a browser noted on saving.
    pub address: Option<String>,
    /// `<title>`.
    pub title: String,
}

/// A `<time datetime>`.
#[derive(Debug)]
pub struct Time {
    /// As it stands there.
    pub value: String,
    /// Whether it says that it is the publication's: `Some(false)` where it says it is another's.
    pub published: Option<bool>,
}

/// A place in the page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Node {
    /// The place it lies in.
    pub parent: u32,
    /// What it says it holds.
    pub role: Role,
    /// Whether its name says that it is no part of an article.
    pub doubtful: bool,
}

/// What an element says it holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Nothing special.
    #[default]
    Other,
    /// The main thing of the page.
    Main,
    /// An article.
    Article,
    /// The text of one.
    Body,
}

/// A paragraph, heading or line.
#[derive(Debug, Default)]
pub struct Block {
    /// The place it stands in.
    pub node: u32,
    /// 1 to 6 for a heading.
    pub level: u8,
    /// Its words, spaces as one, lines as in the page.
    pub text: String,
    /// How many of its characters are in links.
    pub linked: usize,
    /// How many of its characters are in `<time>`.
    pub timed: usize,
    /// How many characters it has, spaces aside.
    pub solid: usize,
}

/// An element that is open.
struct Open {
    tag: usize,
    node: u32,
    hidden: bool,
    link: bool,
    time: bool,
    item: Option<String>,
}

/// Where text goes that is no part of the page's own.
#[derive(Default, PartialEq)]
enum Capture {
    #[default]
    Nothing,
    Title,
    LinkedData,
}

/// Reads a page.
pub fn read(text: &str) -> Page {
    let mut reader = Reader { counts: vec![0; tags::COUNT], ..Reader::default() };
    reader.page.nodes.push(Node::default());
    let mut emitter = DefaultEmitter::default();
    // So that the text of a script stays one text, whatever it looks like.
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => reader.start(tag),
            Token::EndTag(tag) => reader.end(&tag.name),
            Token::String(words) => reader.text(&String::from_utf8_lossy(&words)),
            Token::Comment(words) => reader.comment(&String::from_utf8_lossy(&words)),
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.flush();
    reader.page
}

#[derive(Default)]
struct Reader {
    page: Page,
    open: Vec<Open>,
    /// How many elements of each tag are open.
    counts: Vec<usize>,
    block: Block,
    /// Bytes of words so far: a page of more than some articles' length is none.
    read: usize,
    /// Line ends since the last word.
    breaks: usize,
    /// Whether a space is due before the next word.
    space: bool,
    capture: Capture,
}

impl Reader {
    fn start(&mut self, tag: StartTag<()>) {
        let Some((id, sort)) = tags::find(&tag.name) else { return };
        let get = |name: &str| value(&tag.attributes, name);
        match sort {
            Sort::Void => return self.void(&tag.name, &get),
            Sort::Script => {
                let linked = get("type").is_some_and(|t| t.to_ascii_lowercase().starts_with("application/ld+json"));
                if linked && self.page.linked_data.len() < ENTRIES {
                    self.page.linked_data.push(String::new());
                    self.capture = Capture::LinkedData;
                }
            }
            // A picture may have a title too.
            Sort::Title if self.page.title.is_empty() && self.open.iter().all(|o| !o.hidden) => {
                self.capture = Capture::Title;
            }
            _ => {}
        }
        if sort.is_block() {
            self.flush();
            self.close_implied(id);
        }
        if tag.self_closing && sort == Sort::Hidden || self.open.len() >= DEEPEST {
            return;
        }
        let above = self.open.last();
        let mut node = above.map_or(0, |o| o.node);
        let (inner, link, time) = above.map_or((false, false, false), |o| (o.hidden, o.link, o.time));
        let role = role(&tag.name, &get);
        // A page's header holds its name and its menus, an article's its headline.
        let masthead = tag.name.0 == b"header" && self.counts[tags::ARTICLE] + self.counts[tags::MAIN] == 0;
        let hidden = inner || masthead || sort.is_hidden() || unwanted::hidden(&get);
        if sort.is_block() && !hidden && self.page.nodes.len() < NODES {
            let doubtful = role == Role::Other && sort != Sort::Root && unwanted::doubtful(&get);
            // A paragraph is a place of its own only where more is to be said of it.
            if sort != Sort::Paragraph || doubtful {
                self.page.nodes.push(Node { parent: node, role, doubtful });
                node = (self.page.nodes.len() - 1) as u32;
            }
        }
        if let Some(level) = tags::level(&tag.name) {
            self.block.level = level;
        }
        let item = get("itemprop");
        if let (Some(name), Some(value)) = (&item, get("datetime").or_else(|| get("content"))) {
            self.item(name, &value);
        }
        let time = time || tag.name.0 == b"time";
        if tag.name.0 == b"time"
            && let Some(value) = get("datetime").filter(|_| !hidden && self.page.times.len() < ENTRIES)
        {
            let class = get("class").unwrap_or_default().to_ascii_lowercase();
            let published = get("pubdate").is_some() || class.contains("publish") || class.contains("entry-date");
            let other = class.contains("updated") || class.contains("modified");
            let published = if published { Some(true) } else { other.then_some(false) };
            self.page.times.push(Time { value, published });
        }
        if sort == Sort::Cell && !hidden {
            // Cells of a word or two make a row; others lay out the page.
            if self.block.solid > 60 || self.block.text.contains('\n') {
                self.flush();
            } else if !self.block.text.is_empty() {
                self.words(" | ", false, false, node);
            }
        }
        self.counts[id] += 1;
        self.open.push(Open { tag: id, node, hidden, link: link || tag.name.0 == b"a", time, item });
    }

    /// Elements without an end.
    fn void(&mut self, name: &[u8], get: &dyn Fn(&str) -> Option<String>) {
        match name {
            b"br" => self.breaks += 1,
            b"hr" => self.flush(),
            b"link" => {
                let canonical = get("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"));
                if let Some(address) = get("href").filter(|_| canonical && self.page.address.is_none()) {
                    self.page.address = Some(address);
                }
            }
            b"meta" => {
                let name = get("property").or_else(|| get("name")).or_else(|| get("itemprop"));
                if let (Some(name), Some(content)) = (name, get("content"))
                    && self.page.meta.len() < ENTRIES
                {
                    self.page.meta.push((name.trim().to_ascii_lowercase(), content));
                }
            }
            _ => {}
        }
    }

    /// Closes what the start of a block ends without a word: `<p>` before a block, `<li>` before another.
    fn close_implied(&mut self, id: usize) {
        if self.counts[tags::P] > 0 && self.open.last().is_some_and(|o| o.tag == tags::P || !tags::is_block(o.tag)) {
            let at = self.open.iter().rposition(|o| tags::is_block(o.tag));
            if let Some(at) = at.filter(|&at| self.open[at].tag == tags::P) {
                self.close_to(at);
            }
        }
        if self.open.last().is_some_and(|o| o.tag == id && tags::ends_its_like(id)) {
            self.close_to(self.open.len() - 1);
        }
    }

    fn end(&mut self, name: &HtmlString) {
        let Some((id, sort)) = tags::find(name) else { return };
        if matches!(sort, Sort::Script | Sort::Title) {
            self.capture = Capture::Nothing;
        }
        if sort.is_block() {
            self.flush();
        }
        // An end without a start says nothing; looking for it would cost a walk each time.
        if self.counts[id] > 0
            && let Some(at) = self.open.iter().rposition(|o| o.tag == id)
        {
            self.close_to(at);
        }
    }

    fn close_to(&mut self, at: usize) {
        for open in self.open.drain(at..) {
            self.counts[open.tag] -= 1;
        }
    }

    fn text(&mut self, words: &str) {
        match self.capture {
            Capture::Title => return self.page.title.push_str(words),
            Capture::LinkedData => {
                if let Some(last) = self.page.linked_data.last_mut() {
                    last.push_str(words);
                }
                return;
            }
            Capture::Nothing => {}
        }
        let Some(open) = self.open.last() else { return self.words(words, false, false, 0) };
        let (hidden, link, time, node) = (open.hidden, open.link, open.time, open.node);
        if let Some(item) = open.item.clone() {
            self.item(&item, words);
        }
        if !hidden {
            self.words(words, link, time, node);
        }
    }

    fn words(&mut self, words: &str, link: bool, time: bool, node: u32) {
        if self.read > 4 * limits::ARTICLE {
            return;
        }
        self.read += words.len();
        for c in words.chars() {
            match c {
                c if c.is_whitespace() => self.space = true,
                // Where a word may break, and marks that are not seen.
                '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{2060}' => {}
                c => {
                    if self.breaks > 1 {
                        self.flush();
                    }
                    if self.block.text.is_empty() {
                        self.block.node = node;
                    } else if self.breaks == 1 {
                        self.block.text.push('\n');
                    } else if self.space {
                        self.block.text.push(' ');
                    }
                    (self.space, self.breaks) = (false, 0);
                    self.block.text.push(c);
                    self.block.solid += 1;
                    self.block.linked += usize::from(link);
                    self.block.timed += usize::from(time);
                }
            }
        }
    }

    fn flush(&mut self) {
        (self.space, self.breaks) = (false, 0);
        let block = std::mem::take(&mut self.block);
        if !block.text.is_empty() {
            self.page.blocks.push(block);
        }
    }

    fn item(&mut self, name: &str, value: &str) {
        if self.page.items.len() < ENTRIES && !value.trim().is_empty() {
            let value = &value[..value.floor_char_boundary(500)];
            self.page.items.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
    }

    /// Browsers note the address of a page that they save in a comment.
    fn comment(&mut self, words: &str) {
        let note = words.trim_start().strip_prefix("saved from url=(").and_then(|w| w.split_once(')'));
        if let Some((_, address)) = note.filter(|_| self.page.address.is_none()) {
            self.page.address = Some(address.trim().to_owned());
        }
    }
}

fn role(name: &[u8], get: &dyn Fn(&str) -> Option<String>) -> Role {
    let is = |attribute: &str, word: &str| get(attribute).is_some_and(|v| v.eq_ignore_ascii_case(word));
    if is("itemprop", "articleBody") {
        Role::Body
    } else if name == b"article" || is("role", "article") {
        Role::Article
    } else if name == b"main" || is("role", "main") {
        Role::Main
    } else {
        Role::Other
    }
}

type Attributes = BTreeMap<HtmlString, html5gum::Spanned<HtmlString, ()>>;

fn value(attributes: &Attributes, name: &str) -> Option<String> {
    attributes.get(name.as_bytes()).map(|value| String::from_utf8_lossy(value).into_owned())
}
