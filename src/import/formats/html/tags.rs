//! The elements of HTML that matter for telling an article from its page, as one table.

/// What an element does to the text in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// The page itself, whatever it is called.
    Root,
    /// Holds paragraphs.
    Block,
    /// A paragraph, or what is no more than one.
    Paragraph,
    /// A cell of a table's row.
    Cell,
    /// Runs on in the paragraph.
    Inline,
    /// No part of what is read.
    Hidden,
    /// As hidden, but may hold linked data.
    Script,
    /// As hidden, but the page's title.
    Title,
    /// Has no end.
    Void,
}

impl Sort {
    /// Whether a paragraph ends where it begins.
    pub fn is_block(self) -> bool {
        matches!(self, Self::Root | Self::Block | Self::Paragraph | Self::Hidden)
    }

    /// Whether what it holds is not read.
    pub fn is_hidden(self) -> bool {
        matches!(self, Self::Hidden | Self::Script | Self::Title)
    }
}

/// Sorted by name.
const TAGS: &[(&str, Sort)] = &[
    ("a", Sort::Inline),
    ("address", Sort::Paragraph),
    ("amp-ad", Sort::Hidden),
    ("amp-consent", Sort::Hidden),
    ("amp-sidebar", Sort::Hidden),
    ("article", Sort::Block),
    ("aside", Sort::Hidden),
    ("audio", Sort::Hidden),
    ("b", Sort::Inline),
    ("blockquote", Sort::Block),
    ("body", Sort::Root),
    ("br", Sort::Void),
    ("button", Sort::Hidden),
    ("canvas", Sort::Hidden),
    ("center", Sort::Block),
    ("dd", Sort::Paragraph),
    ("details", Sort::Block),
    ("dialog", Sort::Hidden),
    ("div", Sort::Block),
    ("dl", Sort::Block),
    ("dt", Sort::Paragraph),
    ("em", Sort::Inline),
    ("fieldset", Sort::Block),
    ("figcaption", Sort::Hidden),
    ("figure", Sort::Block),
    ("footer", Sort::Hidden),
    ("form", Sort::Block),
    ("h1", Sort::Paragraph),
    ("h2", Sort::Paragraph),
    ("h3", Sort::Paragraph),
    ("h4", Sort::Paragraph),
    ("h5", Sort::Paragraph),
    ("h6", Sort::Paragraph),
    ("header", Sort::Block),
    ("hr", Sort::Void),
    ("html", Sort::Root),
    ("i", Sort::Inline),
    ("iframe", Sort::Hidden),
    ("label", Sort::Hidden),
    ("li", Sort::Paragraph),
    ("link", Sort::Void),
    ("main", Sort::Block),
    ("math", Sort::Hidden),
    ("menu", Sort::Hidden),
    ("meta", Sort::Void),
    ("nav", Sort::Hidden),
    ("noscript", Sort::Hidden),
    ("object", Sort::Hidden),
    ("ol", Sort::Block),
    ("option", Sort::Hidden),
    ("p", Sort::Paragraph),
    ("pre", Sort::Paragraph),
    ("script", Sort::Script),
    ("section", Sort::Block),
    ("select", Sort::Hidden),
    ("small", Sort::Inline),
    ("span", Sort::Inline),
    ("strong", Sort::Inline),
    ("style", Sort::Script),
    ("summary", Sort::Paragraph),
    ("svg", Sort::Hidden),
    ("table", Sort::Block),
    ("tbody", Sort::Block),
    ("td", Sort::Cell),
    ("template", Sort::Hidden),
    ("textarea", Sort::Hidden),
    ("th", Sort::Cell),
    ("thead", Sort::Block),
    ("time", Sort::Inline),
    ("title", Sort::Title),
    ("tr", Sort::Paragraph),
    ("ul", Sort::Block),
    ("video", Sort::Hidden),
];

/// How many there are.
pub const COUNT: usize = TAGS.len();

/// `<article>`.
pub const ARTICLE: usize = place("article");
/// `<main>`.
pub const MAIN: usize = place("main");
/// `<p>`.
pub const P: usize = place("p");

/// The number of an element, and its sort; `None` for one that changes nothing.
pub fn find(name: &[u8]) -> Option<(usize, Sort)> {
    let at = TAGS.binary_search_by(|(tag, _)| tag.as_bytes().cmp(name)).ok()?;
    Some((at, TAGS[at].1))
}

/// Whether an element begins a paragraph.
pub fn is_block(id: usize) -> bool {
    TAGS[id].1.is_block()
}

/// Whether one of its kind ends it.
pub fn ends_its_like(id: usize) -> bool {
    matches!(TAGS[id].0, "li" | "dt" | "dd" | "tr" | "option")
}

/// The level of a heading.
pub fn level(name: &[u8]) -> Option<u8> {
    match name {
        [b'h', n @ b'1'..=b'6'] => Some(n - b'0'),
        _ => None,
    }
}

const fn place(name: &str) -> usize {
    let mut at = 0;
    while at < TAGS.len() {
        let (tag, name) = (TAGS[at].0.as_bytes(), name.as_bytes());
        let mut same = tag.len() == name.len();
        let mut i = 0;
        while same && i < name.len() {
            same = tag[i] == name[i];
            i += 1;
        }
        if same {
            return at;
        }
        at += 1;
    }
    TAGS.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(TAGS.windows(2).all(|w| w[0].0 < w[1].0));
        assert_eq!((TAGS[ARTICLE].0, TAGS[MAIN].0, TAGS[P].0), ("article", "main", "p"));
        assert_eq!(find(b"blink"), None);
    }
}
