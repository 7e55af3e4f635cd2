//! How much of a file is read: what arrives may be a whole disk, a bomb or a mistake.
//!
//! Every bound is far above what a reader of news brings, and each that is reached is told.

/// The largest file, in bytes, and the largest that an archive may hold.
pub const FILE: usize = 64 << 20;

/// The longest text of one article, in bytes: a book, where a long report has a hundredth.
pub const ARTICLE: usize = 4 << 20;

/// Most articles of one file, archives included.
pub const ARTICLES: usize = 20_000;

/// All texts of one file together, in bytes.
pub const TEXTS: usize = 64 << 20;

/// All that the archives of one file may unfold to, in bytes.
pub const UNFOLDED: usize = 256 << 20;

/// Archives in archives in archives; no deeper.
pub const DEPTH: usize = 3;

/// The room that is left while one file is read.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// Archives that may still lie in one another.
    pub depth: usize,
    /// Bytes that archives may still unfold to.
    pub unfolded: usize,
    articles: usize,
    texts: usize,
}

impl Default for Room {
    fn default() -> Self {
        Self { depth: DEPTH, unfolded: UNFOLDED, articles: ARTICLES, texts: TEXTS }
    }
}

impl Room {
    /// Whether there is room for one more article of so many bytes; takes it if so.
    pub fn admits(&mut self, bytes: usize) -> bool {
        let Some(texts) = self.texts.checked_sub(bytes).filter(|_| self.articles > 0) else { return false };
        self.texts = texts;
        self.articles -= 1;
        true
    }
}

/// A number of bytes as people say it.
#[must_use]
pub fn size(bytes: usize) -> String {
    match bytes {
        0..1024 => format!("{bytes} bytes"),
        1024..1_048_576 => format!("{} KB", bytes >> 10),
        _ => format!("{} MB", bytes >> 20),
    }
}
