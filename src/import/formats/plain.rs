//! Plain text and Markdown: the text as it is, its header read as metadata.

use super::{File, Format, id_of};
use crate::import::limits::Room;
use crate::import::{Imported, Record};

pub(super) const FORMAT: Format = Format { name: "text", recognise: |_| true, read };

fn read(file: &File<'_>, room: &mut Room) -> Imported {
    let (text, note) = file.text(None);
    let mut imported = article(file.name, text, room);
    imported.notes.extend(note);
    imported
}

/// The article of a text.
pub fn article(name: &str, text: String, room: &mut Room) -> Imported {
    // Nothing but a file of another kind has this character.
    if text.contains('\0') {
        return Imported::failed(format!(
            "{name} is not text; an article as text, a saved page, a feed, a table or an archive of these was expected."
        ));
    }
    let mut imported = Imported::default();
    imported.add(name, Record { id: id_of(name), text, ..Record::default() }, room);
    imported
}

/// Whether text of this name is surely no other format, so that the page itself can read it.
pub fn surely(name: &str, text: &str) -> bool {
    let lower = crate::letter::lower(name);
    let prose = [".txt", ".text", ".md", ".markdown"].iter().any(|e| lower.ends_with(e));
    let pasted = !name.contains('.');
    (prose || pasted) && !text.contains('\0') && !text.trim_start().starts_with(['<', '{', '[', '\u{feff}'])
}
