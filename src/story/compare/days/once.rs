//! Days of what happens to one thing once, by whatever verb of a field it is told.
//!
//! ```text
//! a: the bridge was closed on Friday               b: the bridge was shut by the police on Thursday
//! a: Anna Dahl resigned on Sunday                  b: she was dismissed on Monday
//! ```

use super::dated::{Dated, both, statement};
use super::{OTHER_DATE, are_of_two_days, is_apart};
use crate::claim::{Term, words};
use crate::entity::EntityKind;
use crate::order::{halves, numbers, pair};
use crate::story::compare::deeds::Deed;
use crate::story::compare::{Draft, Telling};
use crate::story::{Aspect, RowKind};

/// Deeds of one field and thing that are compared pair by pair, at most.
const FEW: usize = 24;
/// The same in other words, one thing between two bars: the field of one verb. Some are told of
/// whom a name stands for alone (@), or only as done to the thing (!).
const AS_ONE: &str = "begin open start|sink capsize founder|burst collapse breach|found establish incorporate|\
sign conclude|publish release issue|!close shut seal|inspect|recall withdraw|@arrest detain|@die perish|@elect|@bear|\
@resign quit dismiss sack fire oust relieve remove";
/// Words by which a clause tells of one more of its kind.
pub(super) const MORE: [&str; 7] = ["Another ", " another ", " second ", " third ", " more ", " again", " further "];

/// Finds the rows about days of what happens to one thing once.
/// `dates` has the date of each deed of the story, where it has one.
pub(super) fn rows(story: &Telling, dates: &[Option<&Dated>], done: &dyn Fn(&Deed) -> bool, drafts: &mut Vec<Draft>) {
    let mut fields: Vec<(Term, u32, u8)> = Vec::new();
    for (k, field) in AS_ONE.split('|').enumerate() {
        let verbs = field.trim_start_matches(['@', '!']).split(' ').filter_map(words::term);
        fields.extend(verbs.map(|t| (t, k as u32, field.as_bytes()[0])));
    }
    // By field and thing, in one number: that two of a story meet by chance is next to impossible.
    let mut all: Vec<u64> = Vec::new();
    for (i, d) in story.deeds.iter().enumerate().filter(|d| dates[d.0].is_some() && done(d.1)) {
        let Some(&(_, field, mark)) = fields.iter().find(|f| f.0 == d.verb) else { continue };
        let key = |of: u32| pair(of ^ field.wrapping_mul(0x9e37_79b9), i as u32);
        // "The Lund bridge" is not Lund.
        let whole = |&e: &u32| {
            let name = story.cast.entities.get(e as usize).map(|e| e.name.as_str()).unwrap_or_default();
            name.rsplit(' ').next().and_then(words::term) == Some(d.theme.head)
        };
        let named = d.theme.entity.filter(whole).or_else(|| meant(story, d));
        if mark != b'!' || d.event.passive {
            all.extend(named.map(key));
            all.extend(Some(d.theme.head).filter(|h| *h != 0 && mark != b'@').map(key));
        }
    }
    numbers(&mut all);
    for run in all.chunk_by(|&a, &b| halves(a).0 == halves(b).0).filter(|r| r.len() <= FEW) {
        for (k, &i) in run.iter().enumerate() {
            for &j in &run[k + 1..] {
                // The day of an hour that stands alone is only lent to it.
                let date = |i: u64| dates[halves(i).1 as usize].filter(|d| !d.bare);
                let (Some(x), Some(y)) = (date(i), date(j)) else { continue };
                let more = |d: &Dated| {
                    let text =
                        statement(story.articles, d).span.of(&story.articles[d.at.article as usize].article.text);
                    MORE.iter().any(|w| text.contains(w))
                };
                if x.at.article != y.at.article
                    && is_apart(x, y)
                    && !are_of_two_days(story.articles, x, y)
                    && !more(x)
                    && !more(y)
                {
                    let all = both(story.articles, x, y);
                    drafts.push(Draft::new(RowKind::HardConflict, Aspect::Date, 1.5, OTHER_DATE, all));
                }
            }
        }
    }
}

/// The person whom "he" or "she" stands for as the subject of a deed: the last one named before it.
fn meant(story: &Telling, d: &Deed) -> Option<u32> {
    let facts = &story.articles[d.at.article as usize];
    let subject = d.event.subject.filter(|s| matches!(s.of(&facts.article.text), "He" | "he" | "She" | "she"))?;
    let mentions = &facts.entities.mentions;
    let end = mentions.partition_point(|m| m.span.end <= subject.start);
    let named = mentions[..end].iter().rev().find(|m| m.kind == EntityKind::Person)?;
    story.cast.index.get(d.at.article as usize)?.get(named.cluster as usize).copied()
}
