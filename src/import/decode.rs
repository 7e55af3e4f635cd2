//! Bytes to text: UTF-8 and UTF-16, and Windows-1252 for whatever is neither.

/// The text of some bytes, and whether it had to be read as Windows-1252.
///
/// A byte order mark decides; without one, valid UTF-8 is UTF-8. Browsers read unlabelled
/// pages the same way (WHATWG Encoding Standard, windows-1252 as the fallback).
pub(super) fn decode(bytes: &[u8]) -> (String, bool) {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => (String::from_utf8_lossy(rest).into_owned(), false),
        [0xff, 0xfe, rest @ ..] => (utf16(rest, u16::from_le_bytes), false),
        [0xfe, 0xff, rest @ ..] => (utf16(rest, u16::from_be_bytes), false),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => (text.to_owned(), false),
            Err(_) => (bytes.iter().map(|&b| windows_1252(b)).collect(), true),
        },
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// The upper half differs from Latin-1 only in 0x80–0x9f.
fn windows_1252(byte: u8) -> char {
    const C1: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => C1[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn encodings() {
        let check = |bytes: &[u8], text: &str, legacy: bool| assert_eq!(decode(bytes), (text.to_owned(), legacy));
        check("“é”".as_bytes(), "“é”", false);
        check(b"\xef\xbb\xbfx", "x", false);
        check(b"\xff\xfeh\0i\0", "hi", false);
        check(b"\xfe\xff\0h\0i", "hi", false);
        check(b"\x93caf\xe9\x94", "“café”", true);
        check(b"\xff\xfe\x00\xd8", "\u{fffd}", false);
        check(b"", "", false);
    }
}
