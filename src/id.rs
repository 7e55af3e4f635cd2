//! Ids made from content: the same material gives the same id, in any order and on any machine.

/// `prefix` and 12 hexadecimal digits of the XXH3 hash of the parts.
///
/// ```
/// assert_eq!(dateline::id::of("n", ["a", "b"]), dateline::id::of("n", ["a", "b"]));
/// assert_ne!(dateline::id::of("n", ["ab", ""]), dateline::id::of("n", ["a", "b"]));
/// ```
#[must_use]
pub fn of<'a>(prefix: &str, parts: impl IntoIterator<Item = &'a str>) -> String {
    format!("{prefix}{:012x}", hash(parts) & 0xffff_ffff_ffff)
}

/// The XXH3 hash of the parts.
#[must_use]
pub fn hash<'a>(parts: impl IntoIterator<Item = &'a str>) -> u64 {
    let mut hasher = xxhash_rust::xxh3::Xxh3::new();
    for part in parts {
        hasher.update(part.as_bytes());
        hasher.update(&[0xff]); // Never part of UTF-8, so parts cannot run together.
    }
    hasher.digest()
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_id_stays_the_same_for_ever() {
        assert_eq!(super::of("n", ["a", "b"]), "n858706f3c527");
    }
}
