//! A quotation with its source, in the forms a reader may want to paste.

use super::strings::strings;
use crate::facts::Facts;

/// Forms of a citation, in the order of the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The words in quotation marks and the source behind them.
    Plain,
    /// A Markdown quotation.
    Markdown,
    /// An address that opens the page at the passage; plain where no address is known.
    Link,
}

/// A quotation with its source. `date` is the publication day as the page writes dates.
#[must_use]
pub fn cite(facts: &Facts, quote: &str, date: Option<&str>, form: Form) -> String {
    let article = &facts.article;
    let quote = quote.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = article.source.as_deref().or(article.title.as_deref()).unwrap_or(&article.id);
    let title = article.title.as_deref().filter(|title| *title != name);
    let parts = [Some(name), title, Some(date.unwrap_or(strings().undated))];
    let source = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    match (form, article.url.as_deref()) {
        (Form::Link, Some(url)) => fragment(url, &quote),
        (Form::Markdown, Some(url)) => {
            ["> ", &quote, "\n>\n> — [", &plain(&source), "](", &fragment(url, &quote), ")"].concat()
        }
        (Form::Markdown, None) => ["> ", &quote, "\n>\n> — ", &plain(&source)].concat(),
        (_, Some(url)) => ["“", &quote, "” — ", &source, ", ", url].concat(),
        (_, None) => ["“", &quote, "” — ", &source].concat(),
    }
}

/// Keeps a name from closing the link it stands in.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '[' | ']')).collect()
}

/// An address with a text fragment: the first and last words of longer passages.
fn fragment(url: &str, quote: &str) -> String {
    let words: Vec<&str> = quote.split(' ').collect();
    let text = if words.len() <= 8 {
        encode(quote)
    } else {
        let part = |words: &[&str]| encode(&words.join(" "));
        [&part(&words[..4]), ",", &part(&words[words.len() - 4..])].concat()
    };
    // A fragment of the address's own goes before the directive.
    let join = if url.contains('#') { "" } else { "#" };
    [url, join, ":~:text=", &text].concat()
}

/// Percent-encodes all but letters and digits: commas, dashes and `&` mean something here.
fn encode(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.extend([byte >> 4, byte & 15].map(|d| char::from(b"0123456789ABCDEF"[usize::from(d)])));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Form, cite};
    use crate::facts::{self, Reader};
    use crate::import::{Article, Record};

    #[track_caller]
    fn check(url: Option<&str>, date: Option<&str>, form: Form, expected: &str) {
        let record = Record {
            id: "a".into(),
            source: Some("The [Post]".into()),
            title: Some("Rain".into()),
            url: url.map(Into::into),
            ..Record::default()
        };
        let facts = facts::read(Article::new(record), &Reader::default());
        assert_eq!(cite(&facts, "Rain\n fell – here.", date, form), expected);
    }

    #[test]
    fn citations() {
        let url = Some("https://example.org/a");
        let link = "https://example.org/a#:~:text=Rain%20fell%20%E2%80%93%20here%2E";
        check(None, Some("3 May"), Form::Plain, "“Rain fell – here.” — The [Post], Rain, 3 May");
        check(
            url,
            None,
            Form::Plain,
            "“Rain fell – here.” — The [Post], Rain, No publication date, https://example.org/a",
        );
        check(None, Some("3 May"), Form::Markdown, "> Rain fell – here.\n>\n> — The Post, Rain, 3 May");
        check(
            url,
            Some("3 May"),
            Form::Markdown,
            &format!("> Rain fell – here.\n>\n> — [The Post, Rain, 3 May]({link})"),
        );
        check(url, None, Form::Link, link);
        check(None, None, Form::Link, "“Rain fell – here.” — The [Post], Rain, No publication date");
    }

    #[test]
    fn long_passages_are_named_by_their_ends() {
        assert_eq!(super::fragment("u#top", "a b c d e f g h i"), "u#top:~:text=a%20b%20c%20d,f%20g%20h%20i");
    }
}
