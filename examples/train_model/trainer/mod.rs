//! From a corpus and lists to the bytes of a model.

mod augment;
mod corpus;
mod learn;
mod write;

pub use corpus::Texts;
use dateline::entity::Model;

/// What the command line chooses.
#[derive(Clone, Debug)]
pub struct Options {
    pub seed: u64,
    pub epochs: usize,
    pub share: usize,
    pub lists: bool,
    pub classes: bool,
    pub l1: f32,
    pub step: f32,
    pub runs: usize,
    pub copies: usize,
    pub news: bool,
    pub news_copies: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            seed: 1,
            epochs: 7,
            share: 100,
            lists: true,
            classes: true,
            l1: 5e-5,
            step: 0.05,
            runs: 6,
            copies: 1,
            news: true,
            news_copies: 1,
        }
    }
}

/// The model file that a corpus and lists give.
///
/// # Errors
/// Where a line of the corpus is no document.
pub fn train(texts: &Texts, options: &Options) -> Result<Vec<u8>, String> {
    let or_none = |wanted: bool, text| if wanted { text } else { "" };
    let sections = write::lexicon(or_none(options.classes, texts.classes), or_none(options.lists, texts.lists));
    let lexicon = Model::lexicon_of(&sections).ok_or("the lists do not fit the format")?;
    let mut runs = Vec::new();
    for run in 0..options.runs as u64 {
        let options = Options { seed: options.seed.wrapping_mul(1000) + run, ..options.clone() };
        let corpus = corpus::read(texts, &lexicon, &options)?;
        runs.push(learn::learn(&corpus, &options));
    }
    Ok(write::model(&sections, &learn::average(&runs)))
}
