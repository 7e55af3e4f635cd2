//! Legacy encodings, as browsers read them (WHATWG Encoding Standard).

use super::decode;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// The text of some bytes, `label` being the encoding that they are said to be in.
///
/// Where the label does not fit or none is there, the encoding is told by the bytes, and a
/// sentence says so: a letter may be wrong then.
pub(super) fn decode(name: &str, bytes: &[u8], label: Option<&str>) -> (String, Option<String>) {
    // Unicode is never met by chance: text beyond ASCII that is valid UTF-8 is UTF-8.
    if let Some(text) = decode::unicode(bytes) {
        return match stateful(label) {
            Some(encoding) if bytes.is_ascii() => (encoding.decode_without_bom_handling(bytes).0.into_owned(), None),
            _ => (text, None),
        };
    }
    let stated = label.and_then(|l| Encoding::for_label_no_replacement(l.as_bytes())).filter(|e| *e != UTF_8);
    if let Some(encoding) = stated {
        let (text, odd) = encoding.decode_without_bom_handling(bytes);
        if !odd {
            return (text.into_owned(), None);
        }
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let (mut encoding, (mut text, odd)) = (guess, guess.decode_without_bom_handling(bytes));
    if odd {
        // Every byte is a letter in it.
        (encoding, text) = (WINDOWS_1252, WINDOWS_1252.decode_without_bom_handling(bytes).0);
    }
    let note = match label {
        Some(label) => {
            format!("{name} says it is in {label}, which it is not; it was read as {}.", encoding.name())
        }
        None => format!("{name} does not state its encoding; it was read as {}.", encoding.name()),
    };
    (text.into_owned(), Some(note))
}

/// The encoding of a label whose texts look like ASCII but are not.
fn stateful(label: Option<&str>) -> Option<&'static Encoding> {
    Encoding::for_label_no_replacement(label?.as_bytes())
        .filter(|e| !e.is_ascii_compatible())
        .filter(|e| e.name() == "ISO-2022-JP")
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[track_caller]
    fn check(bytes: &[u8], label: Option<&str>, text: &str, note: &str) {
        let (read, said) = decode("a.txt", bytes, label);
        assert_eq!(read, text);
        assert!(said.as_deref().unwrap_or("-").contains(note), "{said:?}");
    }

    #[test]
    fn labels() {
        check(b"\x93caf\xe9\x94", Some("windows-1252"), "“café”", "-");
        check(b"\xf0\xf3\xf1", Some("windows-1251"), "рус", "-");
        check(b"\x82\xa0", Some("Shift_JIS"), "あ", "-");
        check(b"\x1b$B$\"\x1b(B", Some("iso-2022-jp"), "あ", "-");
        check("“é”".as_bytes(), Some("iso-8859-1"), "“é”", "-");
    }

    #[test]
    fn labels_that_lie_or_are_missing() {
        check(b"The caf\xe9 closed.", Some("utf-8"), "The café closed.", "which it is not");
        check(b"The caf\xe9 closed.", None, "The café closed.", "does not state");
        check(b"The caf\xe9 closed.", Some("no-such"), "The café closed.", "no-such");
        let russian = "Вчера в городе прошёл сильный дождь, и многие улицы оказались под водой.";
        let bytes = encoding_rs::WINDOWS_1251.encode(russian).0;
        check(&bytes, None, russian, "windows-1251");
    }
}
