//! How likely it is that one clause denies what another says, and not only something of the same
//! subject: a logistic regression over the pairs of clauses of 63 stories, fitted and checked by
//! story.

use crate::claim::{CARED_FOR, MINDED, Statement, Term, Turns};
use crate::order::Arrange;
use crate::story::compare::Telling;
use crate::story::compare::index::{At, shared};
use crate::story::compare::kin::Kin;
use crate::story::compare::phrase::{NEGATIONS, Phrase};

/// From here a pair needs no rule that vouches for it.
pub(super) const SURE: f32 = -0.65;
/// Below this no rule may vouch for it.
pub(super) const DOUBTFUL: f32 = -2.2;

/// Behind "not", "never" and the like these deny a word about a matter, as [`MINDED`] do a thought.
static SPOKEN: Turns = Turns::new(&["tell", "know", "comment", "reply", "answer", "deny", "respond", "responded"]);

/// The fields of some terms, sorted, each once.
fn fields(kin: &Kin, terms: &[Term]) -> Vec<Term> {
    let mut fields: Vec<Term> = terms.iter().map(|&t| kin.field(t)).collect();
    fields.arrange();
    fields.dedup();
    fields
}

/// What every statement speaks of.
pub(super) struct Likely<'s> {
    story: &'s Telling<'s>,
    kin: &'s Kin,
    /// By article and statement: the fields of its words.
    fields: Vec<Vec<Vec<Term>>>,
}

impl<'s> Likely<'s> {
    pub(super) fn new(story: &'s Telling, kin: &'s Kin) -> Self {
        let read = |s: &Statement| fields(kin, &s.terms);
        let fields = story.articles.iter().map(|f| f.claims.statements.iter().map(read).collect()).collect();
        Self { story, kin, fields }
    }

    /// The fields of a statement; none where there is no such statement.
    pub(super) fn of(&self, article: u32, statement: u32) -> &[Term] {
        self.fields[article as usize].get(statement as usize).map_or(&[], Vec::as_slice)
    }

    /// The log-odds that statement `x` denies statement `y`, whose sentences are so much alike.
    pub(super) fn denies(&self, x: (At, u32), y: (At, u32), similarity: f32) -> f32 {
        let index = self.story.index;
        let facts = |w: (At, u32)| &self.story.articles[w.0.article as usize];
        let (deny, say) = (&facts(x).claims.statements[x.1 as usize], &facts(y).claims.statements[y.1 as usize]);
        let (own, told) = (self.of(x.0.article, x.1), self.of(y.0.article, y.1));
        let weigh = |list: &[Term], kept: &dyn Fn(Term) -> bool| {
            index.sum(shared(list, told).filter(|&t| kept(t))) / index.rarest()
        };
        let denied = fields(self.kin, &deny.denied);
        // What the clauses beside the denial speak of.
        let beside = [x.1.wrapping_sub(1), x.1.wrapping_add(1)].map(|s| self.of(x.0.article, s)).concat();
        let beside = fields(self.kin, &beside);
        let words = Phrase::new(facts(x), deny.span);
        let negation = (0..words.len()).find(|&i| words.any(i, &NEGATIONS).is_some());
        let names = |w: (At, u32), s: &Statement| -> Vec<u32> {
            let mentions = &facts(w).entities.mentions;
            let from = mentions.partition_point(|m| m.span.start < s.span.start);
            let here = mentions[from..].iter().take_while(|m| m.span.start < s.span.end);
            let index = &self.story.cast.index[w.0.article as usize];
            here.filter_map(|m| index.get(m.cluster as usize).copied()).collect()
        };
        let deeds = self.story.deeds;
        let from = deeds.partition_point(|d| d.at < y.0);
        let mut here = deeds[from..].iter().take_while(|d| d.at == y.0);
        let acted = here.any(|d| d.statement == y.1 && d.agent.head != 0);
        let (p, q) = (names(x, deny), names(y, say));
        let flag = |b: bool| f32::from(u8::from(b));
        let refused = deny.refused != 0 && told.binary_search(&self.kin.field(deny.refused)).is_ok();
        let digits = deny.span.of(&facts(x).article.text).bytes().any(|b| b.is_ascii_digit());
        1.09 * weigh(own, &|_| true).min(3.0)
            + 0.45 * weigh(&beside, &|t| own.binary_search(&t).is_err()).min(3.0)
            + 0.57 * weigh(&denied, &|_| true).min(2.5)
            + 0.82 * flag(refused)
            + 1.86 * similarity.min(0.5)
            + 0.53 * flag(acted)
            + 0.31 * flag(negation.is_some_and(|n| words.is(n, "no")))
            - 0.29 * (words.len() as f32 / 10.0).min(2.5)
            - 1.79 * flag(deny.quoted)
            - 1.09 * flag(deny.unreal)
            - 0.84 * flag(p.iter().any(|e| q.contains(e)))
            - 0.72 * flag(digits)
            - 3.54
    }

    /// Whether a statement denies something that was done or is so, and not that somebody thinks it.
    pub(super) fn is_denial(&self, article: u32, statement: &Statement) -> bool {
        if statement.commentary > 1 || !statement.negated && statement.denied.is_empty() {
            return false;
        }
        let words = Phrase::new(&self.story.articles[article as usize], statement.span);
        let not = |i: usize| {
            words.any(i, &NEGATIONS).is_some() || words.of(i).ends_with("n't") || words.of(i).ends_with("n’t")
        };
        // "Do not eat them raw": who is told not to, may well have.
        let told = ["do not", "don't", "don’t", "never"].iter().any(|w| words.is(0, w));
        // "Should no heir be found": what follows if it is not so.
        if told || words.is(0, "should") || (0..2).any(|i| words.one_of(i, &["if", "unless", "whether"]).is_some()) {
            return false;
        }
        let cared = |k: usize| (k + 1..k + 4).any(|k| words.one_of(k, &CARED_FOR).is_some());
        let minded = |k: usize| words.one_of(k, &MINDED).is_some() && !cared(k);
        !(0..words.len()).any(|i| not(i) && (i + 1..i + 3).any(|k| minded(k) || words.any(k, &SPOKEN).is_some()))
    }
}
