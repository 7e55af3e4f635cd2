//! One line an expression of time: its text, type, value, and what else was read.

use dateline::import::Article;
use dateline::text::Document;
use dateline::time;
use std::fmt::Write;

pub fn read(article: Article) -> Vec<String> {
    let document = Document::new(&article);
    let (mentions, notices) = time::find(&document);
    let mut lines: Vec<String> = Vec::new();
    for mention in mentions {
        let text = mention.span.of(&article.text).replace('\n', "⏎");
        let mut line = format!("{text} → {} {}", format!("{:?}", mention.kind).to_uppercase(), mention.value);
        if let Some(modifier) = mention.modifier {
            write!(line, " {modifier:?}").expect("a string takes any text");
        }
        // Weeks, quarters and seasons: the reader of the file need not count.
        if let Some(days) = mention.days
            && mention.value.contains(['W', 'Q', 'H', 'S', 'F', '/', 'P'])
        {
            write!(line, " ({} to {})", days.from, days.to).expect("a string takes any text");
        }
        if !mention.inferred.is_empty() {
            write!(line, " inferred {:?}", mention.inferred).expect("a string takes any text");
        }
        lines.push(line);
    }
    lines.extend(notices.into_iter().map(|n| format!("! {}", n.message)));
    lines
}
