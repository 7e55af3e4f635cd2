//! A single file packed with gzip: `articles.ndjson.gz`, `crawl.warc.gz`.

use super::{File, Format};
use crate::import::Imported;
use crate::import::limits::{self, Room};
use std::io::Read;

pub(super) const FORMAT: Format =
    Format { name: "gzip", recognise: |file| file.bytes.starts_with(&[0x1f, 0x8b, 8]), read };

fn read(file: &File<'_>, room: &mut Room) -> Imported {
    let name = file.name;
    if room.depth == 0 {
        return Imported::failed(format!("{name} lies too deep in other archives; it was not read."));
    }
    let most = room.unfolded.min(limits::FILE);
    let mut bytes = Vec::new();
    // One byte more than there is room for tells that there was more.
    let unpacked = flate2::read::MultiGzDecoder::new(file.bytes).take(most as u64 + 1).read_to_end(&mut bytes);
    if bytes.len() > most {
        room.unfolded = 0;
        return Imported::failed(format!("{name} unfolds to more than {}; it was not read.", limits::size(most)));
    }
    room.unfolded -= bytes.len();
    if unpacked.is_err() {
        return Imported::failed(format!("{name} is damaged: its packed data could not be unfolded."));
    }
    room.depth -= 1;
    let inner = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".GZ")).unwrap_or(name);
    let imported = super::read(&File::new(inner, &bytes), room);
    room.depth += 1;
    imported
}
