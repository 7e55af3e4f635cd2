//! Bytes to text, where they are Unicode: UTF-8, and UTF-16 with or without its mark.
//!
//! What is in none of these is a legacy encoding and left to [`super::formats`].

/// The text of some bytes; `None` where they are no Unicode.
///
/// A byte order mark decides; without one, valid UTF-8 is UTF-8, and bytes of which every other
/// one is zero are UTF-16.
pub(super) fn unicode(bytes: &[u8]) -> Option<String> {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => Some(String::from_utf8_lossy(rest).into_owned()),
        [0xff, 0xfe, rest @ ..] => Some(utf16(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => Some(utf16(rest, u16::from_be_bytes)),
        _ => match halves(bytes) {
            Some(unit) => Some(utf16(bytes, unit)),
            None => std::str::from_utf8(bytes).ok().map(str::to_owned),
        },
    }
}

/// How two bytes make a unit, where the text must be UTF-16: Latin script has a zero in each.
fn halves(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    let head = &bytes[..bytes.len().min(512)];
    let pairs = head.len() / 2;
    let zeros = |at: usize| head.iter().skip(at).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match () {
        () if pairs < 4 => None,
        () if odd > pairs / 2 && even == 0 => Some(u16::from_le_bytes),
        () if even > pairs / 2 && odd == 0 => Some(u16::from_be_bytes),
        () => None,
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::unicode;

    #[test]
    fn encodings() {
        let check = |bytes: &[u8], text: Option<&str>| assert_eq!(unicode(bytes).as_deref(), text);
        check("“é”".as_bytes(), Some("“é”"));
        check(b"\xef\xbb\xbfx", Some("x"));
        check(b"\xff\xfeh\0i\0", Some("hi"));
        check(b"\xfe\xff\0h\0i", Some("hi"));
        check(b"R\0a\0i\0n\0.\0", Some("Rain."));
        check(b"\0R\0a\0i\0n\0.", Some("Rain."));
        check(b"\x93caf\xe9\x94", None);
        check(b"\xff\xfe\x00\xd8", Some("\u{fffd}"));
        check(b"PK\x03\x04\0\0\0\0\0\0", Some("PK\u{3}\u{4}\0\0\0\0\0\0"));
        check(b"", Some(""));
    }
}
