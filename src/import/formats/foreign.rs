//! Files that are no text at all, told by their first bytes, so that the reader hears what they are.

use super::{File, Format};
use crate::import::Imported;
use crate::import::limits::Room;

pub(super) const FORMAT: Format = Format { name: "another kind", recognise: |file| kind(file.bytes).is_some(), read };

/// First bytes, and what a file that begins with them is.
const KINDS: [(&[u8], &str); 16] = [
    (b"%PDF-", "a PDF document: save its text as a .txt file"),
    (b"\x89PNG\r\n\x1a\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"BM", "a picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"\0\0\0\x18ftyp", "a film"),
    (b"\0\0\0\x20ftyp", "a film"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive: pack it as ZIP"),
    (b"Rar!\x1a\x07", "a RAR archive: pack it as ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document: save it as text or HTML"),
    (b"\x7fELF", "a program"),
    (b"\0asm", "a program"),
    (b"SQLite format 3\0", "a database"),
];

fn kind(bytes: &[u8]) -> Option<&'static str> {
    // Two letters are met in prose too: there, other bytes must say that it is none.
    let found = KINDS.iter().find(|(magic, _)| bytes.starts_with(magic))?;
    (found.0.len() > 4 || bytes[..bytes.len().min(512)].contains(&0) || std::str::from_utf8(bytes).is_err())
        .then_some(found.1)
}

fn read(file: &File<'_>, _: &mut Room) -> Imported {
    Imported::failed(format!("{} is {}; it was not read.", file.name, kind(file.bytes).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn kinds() {
        assert!(kind(b"%PDF-1.7\n").is_some());
        assert!(kind(b"BM\x46\0\0\0").is_some());
        assert_eq!(kind(b"BMW opened a plant."), None);
        assert_eq!(kind(b"RIFF raff"), None);
        assert_eq!(kind(b""), None);
    }
}
