//! The trained model's file: header, checksum, sections.

use crate::error::Error;

/// The first bytes of a model file.
const MAGIC: &[u8; 4] = b"DLNM";
/// The layout this program reads.
const VERSION: u16 = 1;

/// A trained recogniser, ready to read.
#[derive(Debug)]
pub struct Model {}

impl Model {
    /// Reads a model file.
    ///
    /// # Errors
    /// Where the bytes are not a whole model file of this version.
    pub fn load(bytes: &[u8]) -> Result<Self, Error> {
        let (magic, rest) =
            bytes.split_first_chunk::<4>().ok_or(Error::new("expected a model file, but it is cut short"))?;
        if magic != MAGIC {
            return Err(Error::new("expected a model file, but it begins otherwise"));
        }
        let (version, _) =
            rest.split_first_chunk::<2>().ok_or(Error::new("expected a model file, but it is cut short"))?;
        if u16::from_le_bytes(*version) != VERSION {
            return Err(Error::new("expected a model file of version 1"));
        }
        Ok(Self {})
    }
}
