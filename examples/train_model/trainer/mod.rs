//! From a corpus and lists to the bytes of a model.

mod augment;
mod corpus;
mod learn;
mod write;

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
}

impl Default for Options {
    fn default() -> Self {
        Self { seed: 1, epochs: 7, share: 100, lists: true, classes: true, l1: 6e-5, step: 0.05, runs: 3, copies: 1 }
    }
}

/// The model file that a corpus and lists give.
///
/// # Errors
/// Where a line of the corpus is no document.
pub fn train(corpus: &str, classes: &str, lists: &str, options: &Options) -> Result<Vec<u8>, String> {
    let sections = write::lexicon(if options.classes { classes } else { "" }, if options.lists { lists } else { "" });
    let lexicon = Model::lexicon_of(&sections).ok_or("the lists do not fit the format")?;
    let mut runs = Vec::new();
    for run in 0..options.runs as u64 {
        let options = Options { seed: options.seed.wrapping_mul(1000) + run, ..options.clone() };
        let corpus = corpus::read(corpus, lists, &lexicon, &options)?;
        runs.push(learn::learn(&corpus, &options));
    }
    Ok(write::model(&sections, &learn::average(&runs)))
}
