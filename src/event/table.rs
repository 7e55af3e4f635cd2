//! Word tables kept as one string each: small to download, looked up by hash.

use crate::hashed::{Hashed, hash};
use crate::order::pair;
use std::sync::OnceLock;

/// Entries parted by single spaces, sorted by key. An entry is `key` or `key=value`.
pub(crate) struct Table {
    entries: &'static str,
    /// Where the entry of a key begins; read when one is first asked for.
    places: OnceLock<Hashed>,
}

impl Table {
    pub(crate) const fn new(entries: &'static str) -> Self {
        Self { entries, places: OnceLock::new() }
    }

    /// The value of a key, empty where it has none.
    pub(crate) fn find(&self, key: &str) -> Option<&'static str> {
        let places = self.places.get_or_init(|| {
            let begins = |key: &str| (key.as_ptr() as usize - self.entries.as_ptr() as usize) as u32;
            Hashed::new(self.iter().map(|(key, _)| pair(hash(key), begins(key))).collect())
        });
        let rest = self.entries.get(places.find(key)? as usize..)?.strip_prefix(key)?;
        let entry = rest.split(' ').next()?;
        if entry.is_empty() { Some(entry) } else { entry.strip_prefix('=') }
    }

    /// Whether it holds a key.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// Its keys and their values.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.entries.split_terminator(' ').map(|entry| entry.split_once('=').unwrap_or((entry, "")))
    }

    /// For tests: the first entry that is out of order, double, or not found, if any.
    #[cfg(test)]
    pub(crate) fn disorder(&self) -> Option<&str> {
        let keys: Vec<&str> = self.iter().map(|e| e.0).collect();
        let out = keys.windows(2).find(|w| w[0] >= w[1]).map(|w| w[1]);
        out.or_else(|| keys.into_iter().find(|k| !self.has(k)))
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn finds_every_entry_and_no_other() {
        let table = Table::new("ab abc=x b=y z");
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
            assert_eq!(table.find(key), value, "{key}");
        }
        assert!(!Table::new("").has("a") && !Table::new("").has(""));
    }
}
