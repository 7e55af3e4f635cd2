//! Figures: how many of what, how much money, how long, how far, how old.
//!
//! ```text
//! killing at least 31 people      → Dead, at least 31
//! an 18-month suspended sentence  → Duration, 18 months
//! three nautical miles from shore → Length, 5 556 m
//! ```
//! What is counted decides what may be compared: the dead are not the injured, a part is not
//! the whole, a limit or a plan is not what happened, and another year's figure is background.

mod age;
mod befell;
mod beside;
mod fate;
mod measure;
mod nouns;
mod scope;
mod sum;
mod tally;

use super::number::{self, Bound, Numeral};
use super::unit::Unit;
use super::words::{self, Set, Term};
use crate::letter::lower;
use crate::order::Arrange;
use crate::span::Span;
use crate::text::{Document, TokenKind};
pub use age::is_someone;
use nouns::PEOPLE;
pub use nouns::{is_subgroup, people, things};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A figure of an article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// The phrase: bounding words, number, unit or thing.
    pub span: Span,
    /// The number alone.
    pub number: Span,
    /// Index into [`super::Claims::statements`].
    pub statement: u32,
    /// In the base unit; for a vague one the least it can mean.
    pub value: f64,
    /// How exact it is.
    pub bound: Bound,
    /// What it measures.
    pub unit: Unit,
    /// The fate of those counted, where it tells one.
    pub kind: Kind,
    /// What is counted or measured; 0 where the text does not say beside the number.
    pub thing: Term,
    /// What keeps it from being compared with a plain total.
    pub scope: Scope,
    /// Whether the unit was converted by anything but a power of ten, which moves the last digits.
    pub converted: bool,
}

impl Eq for Quantity {}

/// What happened to those counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// Nothing that is known here: the thing says what is counted.
    Plain,
    /// dead
    Dead,
    /// injured
    Injured,
    /// missing
    Missing,
    /// arrested
    Arrested,
    /// evacuated, displaced
    Evacuated,
    /// rescued
    Rescued,
    /// on board
    Aboard,
    /// freed
    Freed,
    /// abducted
    Abducted,
    /// allowed home
    Returned,
    /// ill, infected
    Ill,
    /// gathered, taking part
    Crowd,
    /// broken out of where they were held
    Escaped,
}

/// What keeps a figure from being compared with a plain total: bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Scope(pub u8);

impl Scope {
    /// A part of something: "of whom", "including", "another eight".
    pub const PART: u8 = 1;
    /// Another time: "in 1998", "last year", "the record".
    pub const PAST: u8 = 2;
    /// A limit, a rate, a capacity, a plan, an average, a wish.
    pub const OTHER: u8 = 4;
    /// Withdrawn: "an earlier version said".
    pub const WITHDRAWN: u8 = 8;
    /// For each: "a share", "per person", "a day".
    pub const EACH: u8 = 16;
    /// Said not to be so: "nine, not eight".
    pub const DENIED: u8 = 32;
    /// What it was before: "£780,000, up from £600,000".
    pub const FORMER: u8 = 64;

    /// Whether a bit is set.
    #[must_use]
    pub const fn has(self, bit: u8) -> bool {
        self.0 & bit != 0
    }
}

/// Words that end a noun phrase.
static ENDS: Set = Set::new(
    "of in on at from to for with by and or but as that which who whom whose were was are is be been being has \
have had will would could can may might did do does not also still already when where while after before since until during \
than then into onto over under near about their its his her our the a an this these those yesterday today it they he she we \
i there out up down off away more per said says so if all each every both among between against through without remain \
remained remains took taken came come went left lost found made told saw seen got stood lay lie lies ago earlier later \
around including only just now here no last next",
);

/// How many tokens beside a numeral its clause is looked at: few are longer, and a text without
/// stops must not cost its square.
const NEAR: usize = 60;

/// Reads the figures of a sentence. `clauses` are its clauses in order, each with the index of its statement.
pub fn find(
    document: &Document,
    sentence: Range<usize>,
    clauses: &[(Range<usize>, u32)],
    dated: &dyn Fn(usize) -> bool,
    published_year: Option<i16>,
    found: &mut Vec<Quantity>,
) {
    let before = found.len();
    for (clause, statement) in clauses {
        found.extend(tally::unanimous(document, clause, *statement));
    }
    let unanimous = found.len() > before;
    let numerals = number::find(document, sentence.clone(), dated);
    if numerals.is_empty() {
        return;
    }
    // Each word is asked for many times.
    let lower = sentence.clone().map(|i| lower(document.word(i))).collect();
    let reader = Reader { document, sentence, lower, numerals: &numerals, published_year };
    for (i, numeral) in numerals.iter().enumerate() {
        let at = clauses.partition_point(|c| c.0.end <= numeral.first);
        let Some((clause, statement)) = clauses.get(at).filter(|c| c.0.contains(&numeral.first)) else { continue };
        let near = clause.start.max(numeral.first.saturating_sub(NEAR))..clause.end.min(numeral.last + NEAR);
        if let Some(mut quantity) = reader.read(i, numeral, &near, *statement) {
            reader.carry(found[before..].last(), numeral, clause, &mut quantity);
            let sum = found
                .last_mut()
                .and_then(|last| reader.sum(last, &mut quantity).or_else(|| reader.share(last, &quantity)));
            found.push(quantity);
            found.extend(sum);
        }
    }
    if unanimous {
        found[before..].arrange_by_key(|q| (q.statement, q.span.start));
    }
}

struct Reader<'d> {
    document: &'d Document<'d>,
    sentence: Range<usize>,
    /// Its tokens in lower case.
    lower: Vec<String>,
    numerals: &'d [Numeral],
    published_year: Option<i16>,
}

impl Reader<'_> {
    /// A token in lower case; empty outside the sentence.
    pub(super) fn lower(&self, i: usize) -> &str {
        i.checked_sub(self.sentence.start).and_then(|i| self.lower.get(i)).map_or("", String::as_str)
    }

    /// Whether a token is one of some words.
    pub(super) fn is(&self, i: usize, words: &[&str]) -> bool {
        words.contains(&self.lower(i))
    }

    /// One figure; `None` where the numeral counts nothing.
    fn read(&self, index: usize, numeral: &Numeral, clause: &Range<usize>, statement: u32) -> Option<Quantity> {
        let mut q = Quantity {
            span: self.span(numeral.from, numeral.last)?,
            number: self.span(numeral.first, numeral.last)?,
            statement,
            value: numeral.value,
            bound: numeral.bound,
            unit: Unit::Count,
            kind: Kind::Plain,
            thing: 0,
            scope: Scope::default(),
            converted: false,
        };
        let told = |i: usize| self.tally(i, clause).is_some() || self.lesser(i).is_some();
        if self.is_clock(numeral) || index.checked_sub(1).is_some_and(told) {
            return None;
        }
        // "30 to 40 gunmen", "between 200 and 300 people": told as up to the greater.
        if self.opens_range(index) {
            return None;
        }
        let tally = self.tally(index, clause);
        if let Some((value, last)) = tally {
            (q.unit, q.value, q.thing) = (Unit::Tally, value, self.motion(numeral.first, clause));
            self.until(&mut q, last);
        }
        let measured = tally.is_some() || self.measure(numeral, clause, &mut q);
        // "with gusts of up to |230 km/h", beside the wind itself
        let gusts = || (1..4).any(|k| self.is(numeral.from.wrapping_sub(k), &["gust", "gusts", "gusting"]));
        if q.unit == Unit::Speed && gusts() {
            q.thing = words::term("gust").unwrap_or_default() ^ 1 << 24;
        }
        if !measured && !self.count(index, numeral, clause, &mut q) {
            return None;
        }
        if index.checked_sub(1).is_some_and(|i| self.opens_range(i)) {
            q.bound = Bound::AtMost;
            q.span = q.span.cover(self.span(self.numerals[index - 1].from, numeral.last)?);
        }
        if let Some((more, end)) = self.lesser(index) {
            q.value += more;
            self.until(&mut q, end);
        }
        q.scope = self.scope(index, clause, &q);
        if self.is_under(&q) {
            q.bound = Bound::Exact;
        }
        Some(q)
    }

    /// Whether it is an hour of the day: "at 0045, 0100 and 0115 hrs", "at 20.00 hours".
    fn is_clock(&self, numeral: &Numeral) -> bool {
        let word = self.document.word(numeral.first);
        let pointed = word.len() == 5 && word.as_bytes()[2] == b'.';
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        let four = digits.len() == 4 && (word.len() == 4 || pointed);
        let hour = digits.parse::<u32>().is_ok_and(|h| h < 2400 && h % 100 < 60);
        let hours = self.is(numeral.last, &["hrs", "hours", "gmt", "utc"]);
        let at = self.is(numeral.from.wrapping_sub(1), &["at", "by", "of", "until", "from", "to", "since"]);
        four && hour && ((hours && (at || pointed || word.starts_with('0'))) || (word.starts_with('0') && !pointed))
    }

    /// What is counted where the number itself comes later: "the number of |patients| has doubled to".
    pub(super) fn number_of(&self, first: usize, clause: &Range<usize>) -> Option<(Term, usize)> {
        let near = clause.start.max(first.saturating_sub(20))..first.saturating_sub(2);
        let at = near.rev().find(|&i| self.is(i, &["number", "total"]) && self.is(i + 1, &["of"]))?;
        self.noun(at + 2).filter(|n| n.1 < first)
    }

    /// The stretch from one token to the one before another.
    pub(super) fn span(&self, first: usize, last: usize) -> Option<Span> {
        let (a, b) = (self.document.tokens.get(first)?, self.document.tokens.get(last.checked_sub(1)?)?);
        Some(a.span().cover(b.span()))
    }

    /// Extends the phrase to the token before `last`.
    pub(super) fn until(&self, q: &mut Quantity, last: usize) {
        if let Some(span) = self.span(last.saturating_sub(1), last) {
            q.span = q.span.cover(span);
        }
    }

    /// The head of the noun phrase that begins at token `i`: its term and index.
    pub(super) fn noun(&self, mut i: usize) -> Option<(Term, usize)> {
        let mut head = None;
        let mut plural = None;
        // "a 412-patient trial": the patients are counted.
        if self.is(i, &["-"]) && self.document.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Word) {
            return Some((words::term(self.document.word(i + 1)).unwrap_or_default(), i + 1));
        }
        // "14 reports of burns", "three cases of cholera"
        if self.is(i, &["reports", "cases", "instances", "incidents"]) && self.is(i + 1, &["of"]) {
            i += 2;
        }
        // "of the nine charges", "of its members", "of these"
        for _ in 0..3 {
            if self.is(i, &["of", "the", "its", "their", "these", "his", "her", "our", "those", "-", "or", "so"]) {
                i += 1;
            }
        }
        // "six of the 14 gates"
        if i > 0 && self.is(i - 1, &["the", "its", "their"]) && self.numerals.iter().any(|n| n.first == i) {
            i += usize::from(self.document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number));
        }
        // "five night-shift workers", "1.2 million current and former members"
        let glued = |k: usize| self.is(k, &["-"]) && self.document.tokens.get(k + 1).is_some_and(|t| !t.spaced);
        let word = self.document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word);
        let and = self.is(i, &["current", "present"]) && self.is(i + 1, &["and"]);
        i += if word && glued(i + 1) || and { 3 } else { 0 };
        for at in i..(i + 5).min(self.sentence.end) {
            let token = self.document.tokens[at];
            let lower = self.lower(at);
            if token.kind != TokenKind::Word || ENDS.has(lower) {
                break;
            }
            // A participle after the noun tells its fate and is not its head.
            if head.is_some() && (lower.ends_with("ed") || lower.ends_with("ing")) {
                break;
            }
            // "five crew members" are crew.
            if matches!(lower, "members" | "member") && head.is_some() {
                break;
            }
            // "100 United Nations |staff"
            let named = token.capital
                && self.document.tokens.get(at + 1).is_some_and(|t| !t.capital && t.kind == TokenKind::Word)
                && self.is_people(at + 1);
            if PEOPLE.has(lower) || is_plural(lower) && !named {
                plural.get_or_insert(at);
            }
            head = Some(at);
        }
        let at = plural.or(head)?;
        // "six crews" are no six of a crew.
        let groups = u32::from(matches!(self.lower(at), "crews" | "teams"));
        // People have no term of their own, but are a noun.
        Some((words::term(self.document.word(at)).map_or(0, |t| t ^ groups << 24), at))
    }
}

/// Whether a word looks like a plural noun.
fn is_plural(lower: &str) -> bool {
    (lower.len() > 3
        && lower.ends_with('s')
        && !lower.ends_with("ss")
        && !lower.ends_with("us")
        && !lower.ends_with("is"))
        || matches!(lower, "children" | "aircraft" | "cattle" | "feet" | "teeth")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim;
    use crate::import::{Article, Record};

    /// The figures of a text.
    pub(super) fn figures(text: &str) -> Vec<Quantity> {
        let article = Article::new(Record {
            id: "t".into(),
            text: text.into(),
            published: Some("2024-05-02".into()),
            ..Record::default()
        });
        let document = Document::new(&article);
        let sentences: Vec<Span> = document.sentences.iter().map(|s| s.span).collect();
        claim::find(&document, &sentences, &[]).quantities
    }

    /// The figures of a text: phrase, kind or unit, value.
    #[track_caller]
    pub(super) fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = figures(text)
            .iter()
            .map(|q| {
                let what = if q.unit == Unit::Count { format!("{:?}", q.kind) } else { format!("{:?}", q.unit) };
                format!("{} | {what} {:?} {}", q.span.of(text), q.bound, (q.value * 10.0).round() / 10.0)
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn fates() {
        check(
            "Four miners were killed and 29 are trapped below.",
            &["Four miners | Dead Exact 4", "29 | Missing Exact 29"],
        );
        check("Eight others did not come out alive.", &["Eight others | Dead Exact 8"]);
        check("The death toll has gone up to 275.", &["275 | Dead Exact 275"]);
        check("Up to 275 people died.", &["Up to 275 people | Dead AtMost 275"]);
        check("Nineteen are still on the wards.", &["Nineteen | Injured Exact 19"]);
        check("A storm swept the coast, killing at least 31 people.", &["at least 31 people | Dead AtLeast 31"]);
        check("It claimed the lives of more than 130 individuals.", &["more than 130 individuals | Dead MoreThan 130"]);
        check("Forty-two persons are unaccounted for.", &["Forty-two persons | Missing Exact 42"]);
        check("By Monday 151 people had been brought ashore.", &["151 people | Rescued Exact 151"]);
        check(
            "The spill forced the evacuation of about 1,200 residents.",
            &["about 1,200 residents | Evacuated About 1200"],
        );
        check("No one has been seriously hurt.", &["No one | Injured Exact 0"]);
        check("No member of staff came to any harm.", &["No member | Injured Exact 0"]);
        check(
            "34 have not been found; another 12 people are still to be found.",
            &["34 | Missing Exact 34", "12 people | Missing Exact 12"],
        );
        check(
            "Three were picked up and five remain at large.",
            &["Three | Arrested Exact 3", "five | Missing Exact 5"],
        );
        check(
            "The rebels lost five men; the guard mourns four of its own.",
            &["five men | Dead Exact 5", "four of its own | Dead Exact 4"],
        );
        check(
            "Two camps hold them; hundreds of fish were killed.",
            &["Two camps | Plain Exact 2", "hundreds of fish | Plain Vague 200"],
        );
        check("Some 4,050 islanders are sleeping in sports halls.", &["Some 4,050 islanders | Evacuated About 4050"]);
        check("Nine men were sleeping in the hut.", &["Nine men | Plain Exact 9"]);
        check("One doctor was on the ward, one of the best.", &["One doctor | Plain Exact 1"]);
        check("Two of them lost their lives.", &["Two of them | Dead Exact 2"]);
        check("A hospital source named three clerks.", &["three clerks | Plain Exact 3"]);
        check("Four had to be admitted to St Bride's Hospital.", &["Four | Injured Exact 4"]);
        check("17 people went to the Royal Brindle Infirmary.", &["17 people | Injured Exact 17"]);
        check("Six clerks met the head of the City Hospital.", &["Six clerks | Plain Exact 6"]);
        check("Sixty names were on the list of missing.", &["Sixty names | Missing Exact 60"]);
        check("It mourns the loss of three colleagues.", &["three colleagues | Dead Exact 3"]);
        check("It mourns the loss of three lawsuits.", &["three lawsuits | Plain Exact 3"]);
        check("Five defenders of the town gave their lives.", &["Five defenders | Dead Exact 5"]);
        check("So far 214 confirmed cases are known.", &["214 confirmed cases | Ill Exact 214"]);
        check("The court heard 214 cases.", &["214 cases | Plain Exact 214"]);
        check("Nine of us were in the cells.", &["Nine of us | Arrested Exact 9"]);
        check("It makes 900 solar cells.", &["900 solar cells | Plain Exact 900"]);
        check("Five night-shift workers are missing.", &["Five night-shift workers | Missing Exact 5"]);
        check("Some 2,000 villagers had left their homes.", &["Some 2,000 villagers | Evacuated About 2000"]);
        check("Some 140 residents were moved to a hall.", &["Some 140 residents | Evacuated About 140"]);
        check("Nine men were underground.", &["Nine men | Aboard Exact 9"]);
        check("An Osprey 3 rocket carrying a satellite failed.", &[]);
        check(
            "19 bodies were recovered and nine injured.",
            &["19 bodies | Dead Exact 19", "nine injured | Injured Exact 9"],
        );
    }

    #[test]
    fn those_who_came_or_were_there() {
        check("Thirty were in the mill.", &["Thirty | Aboard Exact 30"]);
        check("Nine people were in the cabin when it fell.", &["Nine people | Aboard Exact 9"]);
        check("Some 1,200 people were packed into the hall.", &["Some 1,200 people | Aboard About 1200"]);
        check("Twelve people inside the club were killed.", &["Twelve people | Dead Exact 12"]);
        check("Five passengers on the bus were hurt.", &["Five passengers | Injured Exact 5"]);
        check("All 72 people on board were killed.", &["72 people | Aboard Exact 72"]);
        check("Thirty people were in the club when a guard was killed.", &["Thirty people | Aboard Exact 30"]);
        check("41 people were on site.", &["41 people | Aboard Exact 41"]);
        check("The parade drew 22,000 people.", &["22,000 people | Crowd Exact 22000"]);
        check("Some 9,000 people turned out.", &["Some 9,000 people | Crowd About 9000"]);
        check("Some 400 people joined the firm.", &["Some 400 people | Plain About 400"]);
        check("Forty people turned out to be ghosts.", &["Forty people | Plain Exact 40"]);
        check("She called the office three times.", &["three times | Plain Exact 3"]);
        check("Thirty were led away.", &["Thirty | Arrested Exact 30"]);
        check("Three public bodies met.", &["Three public bodies | Plain Exact 3"]);
    }

    #[test]
    fn measures() {
        check(
            "It ran two hours and forty minutes, a mile and a half.",
            &["two hours and forty minutes | Duration Exact 9600", "a mile and a half | Length Exact 2414"],
        );
        check(
            "It cost 3 million Australian dollars.",
            &["3 million Australian dollars | Money([65, 85, 68]) Exact 3000000"],
        );
        check(
            "It took ten minutes and two hours.",
            &["ten minutes | Duration Exact 600", "two hours | Duration Exact 7200"],
        );
        check("The wreck lies three nautical miles out.", &["three nautical miles | Length Exact 5556"]);
        check("An 18,000-square-metre hall burned.", &["18,000-square-metre | Area Exact 18000"]);
        check("A 33-kilovolt line fell.", &["33-kilovolt | Voltage Exact 33000"]);
        check("They took 340 GB.", &["340 GB | Data Exact 340000000000"]);
        check("It ships 100 b/d.", &["100 b/d | Volume Exact 15898.7"]);
        check("Homes have 4.1 rooms in the 2.0 update.", &["4.1 rooms | Plain Exact 4.1"]);
        check("It paid $4.2 billion.", &["$4.2 billion | Money([85, 83, 68]) Exact 4200000000"]);
        check("A fee of €2.5m was agreed.", &["€2.5m | Money([69, 85, 82]) Exact 2500000"]);
        check("The dose was 30 milligrams.", &["30 milligrams | Mass Exact 0"]);
        check(
            "It took about an hour, a mile and a quarter.",
            &["about an hour | Duration About 3600", "a mile and a quarter | Length Exact 2011.7"],
        );
        check(
            "It paid 240m crowns, the 30m-crown part and two billion marks.",
            &[
                "240m crowns | Money([42, 42, 42]) Exact 240000000",
                "30m-crown | Money([42, 42, 42]) Exact 30000000",
                "two billion marks | Money([42, 42, 42]) Exact 2000000000",
            ],
        );
        check("It puts the population at 20 million.", &["20 million | Plain Exact 20000000"]);
        check("It left ten marks on the wall.", &["ten marks | Plain Exact 10"]);
        check("It burned 4,200 hectares.", &["4,200 hectares | Area Exact 42000000"]);
        check("Ana Diaz, 41, a baker, won.", &["Diaz, 41 | Age Exact 41"]);
        check("It is 43C here.", &["43C | Temperature Exact 43"]);
        check(
            "It lost R2.7bn, or A$3m.",
            &["R2.7bn | Money([90, 65, 82]) Exact 2700000000", "A$3m | Money([65, 85, 68]) Exact 3000000"],
        );
        check("He was paid some 900,000 crowns.", &["some 900,000 crowns | Money([42, 42, 42]) About 900000"]);
        check("Rain of 200 to 300 mm is due.", &["200 | Length Exact 0.2", "300 mm | Length Exact 0.3"]);
        check("It struck at 54 mph, braked from 71.", &["54 mph | Speed Exact 24.1", "71 | Speed Exact 31.7"]);
        check(
            "It came to $6.8 billion, of which they paid out 3.9.",
            &["$6.8 billion | Money([85, 83, 68]) Exact 6800000000", "3.9 | Money([85, 83, 68]) Exact 3900000000"],
        );
        check("A gap of half a percentage point.", &["half a percentage point | Percent Exact 0.5"]);
    }

    #[test]
    fn near_misses() {
        check("The No 6 tram stopped at Gate 4.", &[]);
        check("No agreement was signed.", &[]);
        check("One wonders why.", &[]);
        check("He is a father of two.", &[]);
        check("The siren went at 0045, 0100 and 0115 hrs, the bell at 20.00 hours.", &[]);
        check("Flight SV 418 left from Runway 09 at twenty to nine.", &[]);
        check("It happened in ward 7, near pylon 12.", &[]);
        check("In bay 7 children were treated.", &["7 children | Injured Exact 7"]);
        check("At the station 14 were hurt.", &["14 | Injured Exact 14"]);
        check("He worked 2,000 hours.", &["2,000 hours | Duration Exact 7200000"]);
    }
}
