//! Texts made safe for the forms they go into.

/// Appends a text as a JSON string, quotation marks included.
pub(super) fn json(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            // A page that holds the JSON in a script must not see its end in a text.
            '<' => out.push_str("\\u003c"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            c if (c as u32) < 0x20 => {
                out.push_str("\\u00");
                let hex = |digit: u32| char::from_digit(digit, 16).unwrap_or('0');
                out.push(hex(c as u32 >> 4));
                out.push(hex(c as u32 & 15));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// A text for HTML and XML, inside an element or a quoted attribute.
pub(super) fn markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // No other control character may stand in XML, written out or not.
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..' ' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out
}

/// A text for Markdown, on one line.
pub(super) fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for c in word.chars() {
            // Any ASCII punctuation may follow a backslash; these could mean something in a line.
            if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '$') {
                out.push('\\');
            }
            out.push(c);
        }
    }
    // "1. May" and "- said" would begin a list.
    let digits = out.bytes().take_while(u8::is_ascii_digit).count();
    match out.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => out.insert(digits, '\\'),
        Some(b'-' | b'+' | b'=') if digits == 0 => out.insert(0, '\\'),
        _ => {}
    }
    out
}

/// An address that may stand in a link: one of the web, with nothing in it that could end it.
pub(super) fn link(url: &str) -> Option<String> {
    let lower = url.get(..8).unwrap_or(url).to_ascii_lowercase();
    if !lower.starts_with("https://") && !lower.starts_with("http://") {
        return None;
    }
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        if c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '\\' | '{' | '}' | '|' | '^' | '`' | '(' | ')') {
            out.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                out.push('%');
                out.extend([byte >> 4, byte & 15].map(|d| char::from(b"0123456789ABCDEF"[usize::from(d)])));
            }
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_strings() {
        let text = "a\"b\\c\n\u{1}\u{1f}</script>\u{2028}é🚢";
        let mut out = String::new();
        json(&mut out, text);
        assert!(!out.contains("</"));
        assert_eq!(serde_json::from_str::<String>(&out).ok().as_deref(), Some(text));
    }

    #[test]
    fn markup_and_markdown() {
        assert_eq!(markup("<a href=\"x\">&\u{0}\t"), "&lt;a href=&quot;x&quot;&gt;&amp; ");
        assert_eq!(markdown("a *b*\n[c](d) <e>"), "a \\*b\\* \\[c\\](d) \\<e\\>");
        assert_eq!(markdown("12. May"), "12\\. May");
        assert_eq!(markdown("- said"), "\\- said");
        assert_eq!(markdown("2024"), "2024");
    }

    #[test]
    fn links() {
        assert_eq!(link("https://a.b/ü (1)").as_deref(), Some("https://a.b/%C3%BC%20%281%29"));
        for wrong in ["javascript:alert(1)", "data:text/html,x", "//a.b", "", "ü"] {
            assert_eq!(link(wrong), None, "{wrong}");
        }
    }
}
