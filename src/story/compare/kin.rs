//! Words of one field, and words that exclude each other: general knowledge of English, for
//! statements that speak of one matter without a word in common.

use crate::claim::{Term, words};
use crate::order::{numbers, pair};

/// Words by which one matter is told: who denies one of them is contradicted by another. One
/// field between two bars; its first word stands for it.
const FIELDS: &str = "employ hire recruit engage payroll wage salary|staff job labourer labour|\
aware know knowledge warn siren alarm inform notify brief|distress mayday sos|\
fail fault defect flaw malfunction inoperative break breakdown trouble|\
land arrive touchdown|gun gunfire shot bullet shoot|cheat dope|pay ransom bribe|meet talk contact negotiate|own possess belong|drink drunk alcohol intoxicate|sell sale|\
use deploy|involve participate join|see notice witness watch spot|steal theft loot rob|\
consent permit permission licence license authorise authorize approve|poison toxic contaminate pollute taint|\
harm injure die|fire flame smoke burn|film footage video camera|rain wet|ice icing frost|\
threat threaten intimidate|begin originate|touch collide strike|money cash fund|record recording tape";

/// Words for states of one thing that may follow each other; the sides parted by a slash. A pair
/// that is said of people, or of what else a name tells enough, is marked @; one by which things are
/// missed or found, each beside what it is, ^.
const STATES: &str = "open reopen unlock unblock clear/close lock seal bar block|allow permit/bar ban|\
run operate continue resume restart reinstate underway/suspend halt cancel standstill ground stop|\
intact undamaged/damage destroy wreck|\
^@miss/find recover locate trace|@release bail/detain arrest custody imprison remand|@strike/return|\
@stay remain/leave escape evacuate|\
operate continue function/close idle sever";

/// Words of which one excludes the other, whatever the time; of those marked ~ on one day alone.
const OPPOSITES: &str = "~increase climb rise gain/decrease decline fall lose|~lift/extend|@north/south|@east/west|\
@northern/southern|@eastern/western|@guilty/innocent|@convict/acquit clear|option/obligation oblige|\
voluntary/compulsory mandatory|approve accept grant order adopt/reject refuse veto|confirm admit/deny|\
legal lawful/illegal unlawful|safe/unsafe contaminate pollute|pass/fail|agree/refuse|sabotage deliberate knowingly intentional arson/accident accidental careless negligence oversight inadvertent|\
true genuine authentic/false fake forge|public/private|valid insured/lapse expire void revoke uninsured|@alive survive/die neutralize|\
@loyal/mutiny rebel desert defect|win/defeat lose|support back favour/oppose|\
@unharmed unhurt uninjured/injure|@sober/drunk|renew/terminate|profit surplus/loss deficit|unanimous/majority split|\
@present/absent|permanent/temporary|@suicide/murder|@adult/child|full/partial|uphold/overturn|suspend/clear|\
@northwest/southwest southeast northeast|@southwest/southeast northeast|@encrypt/unencrypted|@armed/unarmed|secret/public|\
~serviceable functional orderly normal illuminate/fail fault defect defective inoperative dark blank rot jam disable disconnect|sound ring wail blare explode/silent mute|@resign/dismiss sack oust|solvent/insolvent bankrupt|replace/unchanged|\
~steady stable constant/drop fall rise plunge surge|@asleep/awake|manual/automatic";

/// What was read from the lists above.
pub(super) struct Kin {
    /// Term and field, sorted.
    fields: Vec<u64>,
    /// Term, and pair and side: twice the number of the pair, one more on the right. Sorted.
    sides: Vec<u64>,
    /// How many of the pairs are of states.
    states: u32,
    /// The pairs that may be said of names, by number.
    people: u64,
    /// The pairs that exclude each other on one day alone.
    moves: u64,
    /// The pairs that are told of the noun that stands beside them.
    beside: u64,
}

impl Kin {
    pub(super) fn new() -> Self {
        let mut fields = Vec::new();
        for field in FIELDS.split('|') {
            let mut terms = field.split(' ').filter_map(words::term);
            let Some(first) = terms.next() else { continue };
            fields.extend(terms.chain([first]).map(|t| pair(t, first)));
        }
        let mut sides = Vec::new();
        let (mut people, mut moves, mut beside) = (0, 0, 0);
        for (k, both) in STATES.split('|').chain(OPPOSITES.split('|')).enumerate() {
            beside |= u64::from(both.starts_with('^')) << k;
            let both = both.trim_start_matches('^');
            people |= u64::from(both.starts_with('@')) << k;
            moves |= u64::from(both.starts_with('~')) << k;
            let both = both.trim_start_matches(['@', '~']);
            for (side, list) in both.split('/').enumerate() {
                sides.extend(list.split(' ').filter_map(words::term).map(|t| pair(t, (2 * k + side) as u32)));
            }
        }
        numbers(&mut fields);
        numbers(&mut sides);
        Self { fields, sides, states: STATES.split('|').count() as u32, people, moves, beside }
    }

    /// The word that stands for a term's field; the term itself where it is in none.
    pub(super) fn field(&self, term: Term) -> Term {
        first(&self.fields, term).first().map_or(term, |&f| crate::order::halves(f).1)
    }
    /// The pairs that hold a term, with whether it stands on the right.
    pub(super) fn sides(&self, term: Term) -> impl Iterator<Item = (u32, bool)> {
        first(&self.sides, term).iter().map(|&s| crate::order::halves(s).1).map(|s| (s / 2, s % 2 == 1))
    }

    /// Whether one of two lists of terms has a word that excludes one of the other.
    pub(super) fn opposed(&self, a: &[Term], b: &[Term]) -> bool {
        let sides = |list: &[Term]| -> Vec<(u32, bool)> { list.iter().flat_map(|&t| self.sides(t)).collect() };
        let (a, b) = (sides(a), sides(b));
        a.iter().any(|&(k, right)| b.contains(&(k, !right)) && !a.contains(&(k, !right)) && !b.contains(&(k, right)))
    }

    /// The same of words that exclude each other, whatever came after: no states of one thing.
    pub(super) fn exclude(&self, a: &[Term], b: &[Term]) -> bool {
        let lasting = |list: &[Term]| -> Vec<Term> {
            let lasts = |t: &Term| self.sides(*t).any(|(k, _)| !self.passes(k));
            list.iter().copied().filter(lasts).collect()
        };
        self.opposed(&lasting(a), &lasting(b))
    }

    /// Whether a pair is said of people, or of what else a name tells enough.
    pub(super) fn of_people(&self, pair: u32) -> bool {
        self.people >> pair & 1 == 1
    }

    /// Whether the sides of a pair exclude each other on one day alone.
    pub(super) fn moves(&self, pair: u32) -> bool {
        self.moves >> pair & 1 == 1
    }

    /// Whether a pair is told of the noun that stands beside its words.
    pub(super) fn is_of_noun(&self, pair: u32) -> bool {
        self.beside >> pair & 1 == 1
    }

    /// Whether a pair is of states that may follow each other.
    pub(super) fn passes(&self, pair: u32) -> bool {
        pair < self.states
    }
}

/// The entries of a term.
fn first(list: &[u64], term: Term) -> &[u64] {
    let from = list.partition_point(|&e| e < pair(term, 0));
    let count = list[from..].iter().take_while(|&&e| crate::order::halves(e).0 == term).count();
    &list[from..from + count]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(words: &str) -> Vec<Term> {
        let mut terms: Vec<Term> = words.split(' ').filter_map(words::term).collect();
        terms.sort_unstable();
        terms
    }

    #[test]
    fn the_pairs_have_a_bit_each_and_two_sides() {
        let pairs: Vec<&str> = STATES.split('|').chain(OPPOSITES.split('|')).collect();
        assert!(pairs.len() <= 64, "{}", pairs.len());
        for both in pairs {
            let (left, right) = both.trim_start_matches(['^', '@', '~']).split_once('/').unwrap();
            assert!(terms(left).iter().all(|t| !terms(right).contains(t)), "{both}");
        }
    }

    #[test]
    fn words_that_exclude_each_other() {
        let kin = Kin::new();
        for (a, b, expected) in [
            ("the permit is valid", "the permit expired", true),
            ("the bridge reopened", "the bridge was closed", true),
            ("the bridge reopened", "the bridge opened", false),
            ("the bridge closed and reopened", "the bridge was closed", false),
            ("the mayor spoke", "the mayor was silent", false),
        ] {
            assert_eq!(kin.opposed(&terms(a), &terms(b)), expected, "{a} | {b}");
            assert_eq!(kin.opposed(&terms(b), &terms(a)), expected, "{b} | {a}");
        }
    }

    #[test]
    fn words_of_one_field() {
        let kin = Kin::new();
        let field = |word: &str| words::term(word).map(|t| kin.field(t));
        assert_eq!(field("warned"), field("aware"));
        assert_eq!(field("hired"), field("employs"));
        assert_ne!(field("hired"), field("warned"));
    }
}
