//! ZIP: every file in it, each read as if it had come alone.
//!
//! Names in an archive name articles and nothing else: no file is ever written, so `../` and
//! absolute names do no harm; they are shortened so that they do not mislead either.

use super::{File, Format};
use crate::import::Imported;
use crate::import::limits::{self, Room};
use rawzip::{CompressionMethod, ZipArchive};
use std::io::Read;

pub(super) const FORMAT: Format = Format { name: "ZIP", recognise, read };

/// An archive begins with a file, or with its end.
fn recognise(file: &File<'_>) -> bool {
    file.bytes.starts_with(b"PK\x03\x04") || file.bytes.starts_with(b"PK\x05\x06")
}

/// Most entries that are looked at.
const ENTRIES: usize = 50_000;

fn read(file: &File<'_>, room: &mut Room) -> Imported {
    let name = file.name;
    let Ok(archive) = ZipArchive::from_slice(file.bytes) else {
        return Imported::failed(format!("{name} is a ZIP archive that breaks off or is damaged; it was not read."));
    };
    if room.depth == 0 {
        return Imported::failed(format!("{name} lies too deep in other archives; it was not read."));
    }
    room.depth -= 1;
    let mut all = Imported::default();
    let mut entries = archive.entries();
    for number in 0.. {
        let entry = match entries.next_entry() {
            Ok(Some(entry)) => entry,
            Ok(None) => break,
            Err(_) => {
                all.fail(format!("{name} is damaged: its list of files breaks off."));
                break;
            }
        };
        if number == ENTRIES {
            all.fail(format!("{name} holds more than {ENTRIES} files; the first {ENTRIES} were read."));
            break;
        }
        let path = String::from_utf8_lossy(entry.file_path().as_bytes()).into_owned();
        if path == "[Content_Types].xml" {
            all = Imported::failed(format!("{name} is an office document; save it as text or HTML."));
            break;
        }
        if entry.is_dir() || beside(&path) {
            continue;
        }
        let inner = format!("{name} › {}", plain_path(&path));
        let imported = if entry.flags().is_encrypted() {
            Imported::failed(format!("{inner} is locked with a password; it was not read."))
        } else {
            let packed = archive.get_entry(entry.wayfinder()).map(|e| e.data());
            match packed.ok().and_then(|packed| unfold(packed, entry.compression_method(), room)) {
                Some(Unfolded::Whole(bytes)) => super::read(&File::new(&inner, &bytes), room),
                Some(Unfolded::TooLarge) => Imported::failed(format!(
                    "{inner} unfolds to more than an archive's share of {}; it was not read.",
                    limits::size(limits::UNFOLDED)
                )),
                None => Imported::failed(format!("{inner} is damaged or packed in an unknown way; it was not read.")),
            }
        };
        all.join(imported);
        // A bomb is over when the room is.
        if room.unfolded == 0 {
            all.fail(format!("{name} unfolds to more than {}; the rest was not read.", limits::size(limits::UNFOLDED)));
            break;
        }
    }
    if all.records.is_empty() && all.errors.is_empty() {
        all.fail(format!("{name} holds no files; articles were expected in it."));
    }
    room.depth += 1;
    all
}

enum Unfolded {
    Whole(Vec<u8>),
    TooLarge,
}

fn unfold(packed: &[u8], method: CompressionMethod, room: &mut Room) -> Option<Unfolded> {
    let most = room.unfolded.min(limits::FILE);
    let mut bytes = Vec::new();
    let limit = most as u64 + 1;
    match method {
        CompressionMethod::STORE => packed.take(limit).read_to_end(&mut bytes).ok()?,
        // Whatever size the archive states: only what comes out counts.
        CompressionMethod::DEFLATE => {
            flate2::bufread::DeflateDecoder::new(packed).take(limit).read_to_end(&mut bytes).ok()?
        }
        _ => return None,
    };
    room.unfolded = room.unfolded.saturating_sub(bytes.len());
    Some(if bytes.len() > most { Unfolded::TooLarge } else { Unfolded::Whole(bytes) })
}

/// What computers leave beside files, and the parts of saved pages that hold no article.
fn beside(path: &str) -> bool {
    let lower = crate::letter::lower(path);
    let file = lower.rsplit('/').next().unwrap_or_default();
    let other = [".css", ".js", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".woff", ".woff2", ".ttf"];
    lower.starts_with("__macosx/")
        || file.starts_with('.')
        || file == "thumbs.db"
        || other.iter().any(|e| file.ends_with(e))
}

/// A path without the steps that would lead out of the archive.
fn plain_path(path: &str) -> String {
    let steps = path.split(['/', '\\']).filter(|s| !matches!(*s, "" | "." | "..") && !s.ends_with(':'));
    steps.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::{beside, plain_path};

    #[test]
    fn paths_stay_inside() {
        assert_eq!(plain_path("../../etc/passwd"), "etc/passwd");
        assert_eq!(plain_path("C:\\news\\a.txt"), "news/a.txt");
        assert_eq!(plain_path("/a/./b//c.txt"), "a/b/c.txt");
        assert!(beside("__MACOSX/a.txt") && beside("a/.DS_Store") && beside("page_files/main.CSS"));
        assert!(!beside("a/b.txt"));
    }
}
