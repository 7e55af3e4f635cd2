//! The whole analysis as JSON, and the articles as NDJSON.

use super::Material;
use crate::contract;

/// The story in the shape of the contract.
pub(super) fn story(material: &Material) -> String {
    // Strings and numbers in memory always write.
    serde_json::to_string(&contract::Story::new(material.story)).unwrap_or_default() + "\n"
}

/// The articles as they were given, one a line.
pub(super) fn articles(material: &Material) -> String {
    let mut out = String::new();
    for record in material.records {
        out.push_str(&serde_json::to_string(record).unwrap_or_default());
        out.push('\n');
    }
    out
}
