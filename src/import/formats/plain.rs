//! Plain text and Markdown: the text as it is, its header read as metadata.

use super::{Format, id_of};
use crate::error::Error;
use crate::import::{Imported, Record};

pub(super) const FORMAT: Format = Format { name: "text", recognise: |_, _| true, read };

fn read(name: &str, text: String) -> Imported {
    if text.trim().is_empty() {
        let message = format!("{name} holds no text; an article's words were expected.");
        return Imported { records: Vec::new(), errors: vec![Error::new(message)] };
    }
    Imported { records: vec![Record { id: id_of(name), text, ..Record::default() }], errors: Vec::new() }
}
