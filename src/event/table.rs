//! Word tables kept as one string each: small to download, searched in place.

use std::cmp::Ordering;

/// Finds `key` in a table of entries parted by single spaces, sorted by key. An entry is
/// `key` or `key=value`; gives the value, empty where there is none.
pub(crate) fn find<'t>(table: &'t str, key: &str) -> Option<&'t str> {
    let (bytes, key) = (table.as_bytes(), key.as_bytes());
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = bytes[low..middle].iter().rposition(|&b| b == b' ').map_or(low, |i| low + i + 1);
        // Both are read as far as they are the same, which for most entries is a letter or two.
        let mut at = start;
        let order = loop {
            let word = bytes.get(at).filter(|b| !matches!(b, b' ' | b'='));
            match key.get(at - start).cmp(&word) {
                Ordering::Equal if word.is_some() => at += 1,
                order => break order,
            }
        };
        let end = bytes[at..].iter().position(|&b| b == b' ').map_or(bytes.len(), |i| at + i);
        match order {
            // Entries are cut at signs of one byte, so the range lies on character borders.
            Ordering::Equal => return table.get((at + 1).min(end)..end),
            Ordering::Less => high = start.saturating_sub(1).max(low),
            Ordering::Greater => low = end + 1,
        }
    }
    None
}

/// Whether a table holds `key`.
pub(crate) fn has(table: &str, key: &str) -> bool {
    find(table, key).is_some()
}

/// For tests: the first entry that is out of order or double, if any.
#[cfg(test)]
pub(crate) fn disorder(table: &str) -> Option<(&str, &str)> {
    let entries: Vec<&str> = table.split(' ').map(|e| e.split_once('=').map_or(e, |(k, _)| k)).collect();
    entries.windows(2).find(|w| w[0] >= w[1]).map(|w| (w[0], w[1]))
}

#[cfg(test)]
mod tests {
    use super::{find, has};

    #[test]
    fn finds_every_entry_and_no_other() {
        let table = "ab abc=x b=y z";
        for (key, value) in [
            ("ab", Some("")),
            ("abc", Some("x")),
            ("b", Some("y")),
            ("z", Some("")),
            ("a", None),
            ("zz", None),
            ("", None),
            ("é", None),
        ] {
            assert_eq!(find(table, key), value, "{key}");
        }
        assert!(!has("", "a") && !has("", ""));
    }
}
