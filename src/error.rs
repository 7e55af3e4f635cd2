//! [`Error`]: the one public error, for reading input and for storage.
//!
//! Analysis itself cannot fail: odd text gives a result and [`crate::notice::Notice`]s.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Why something could not be read or kept: one sentence that says what was expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Error(String);

impl Error {
    /// An error from its sentence.
    #[must_use]
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}
