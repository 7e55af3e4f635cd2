//! [`Notice`]: something odd that did not stop the work.

use crate::span::Span;
use serde::{Deserialize, Serialize};

/// One sentence for the reader about something odd, and where it was seen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Notice {
    /// Id of the article, where the notice is about one.
    pub article: Option<String>,
    /// The place in that article, where there is one.
    pub span: Option<Span>,
    /// A whole sentence: what was seen and what was done about it.
    pub message: String,
}

impl Notice {
    /// A notice about a place in an article.
    #[must_use]
    pub fn at(article: &str, span: Span, message: impl Into<String>) -> Self {
        Self { article: Some(article.to_owned()), span: Some(span), message: message.into() }
    }

    /// A notice about a whole article.
    #[must_use]
    pub fn about(article: &str, message: impl Into<String>) -> Self {
        Self { article: Some(article.to_owned()), span: None, message: message.into() }
    }
}
