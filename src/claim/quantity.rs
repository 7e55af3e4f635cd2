//! Figures: how many of what, how much money, how long, how far, how old.
//!
//! ```text
//! killing at least 31 people      → Dead, at least 31
//! an 18-month suspended sentence  → Duration, 18 months
//! three nautical miles from shore → Length, 5 556 m
//! ```
//! What is counted decides what may be compared: the dead are not the injured, a part is not
//! the whole, a limit or a plan is not what happened, and another year's figure is background.

use super::number::{self, Bound, Numeral};
use super::unit::{self, Unit};
use super::words::{self, Set, Term};
use crate::span::Span;
use crate::text::{Document, TokenKind};
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
    /// Whether the unit was converted to the base unit from another than the usual.
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

    /// Whether a bit is set.
    #[must_use]
    pub const fn has(self, bit: u8) -> bool {
        self.0 & bit != 0
    }
}

/// Words of a fate, as the words themselves: nouns that count it, predicates that tell it.
const KINDS: &[(Kind, &str)] = &[
    (
        Kind::Dead,
        "dead died die dies killed killing kills deaths death bodies body fatalities fatality perished deceased drowned slain lives corpses toll",
    ),
    (
        Kind::Injured,
        "injured injuring wounded wounding hurt injuries hospitalised hospitalized treated hospital hospitals injury casualties",
    ),
    (Kind::Missing, "missing unaccounted"),
    (Kind::Arrested, "arrested arrests detained detentions arresting detaining arrest"),
    (Kind::Evacuated, "evacuated evacuees displaced evacuating evacuations forced fled homeless evacuate"),
    (Kind::Rescued, "rescued survivors rescuing saved ashore"),
    (Kind::Aboard, "aboard manifest carrying onboard"),
    (Kind::Freed, "freed released freeing releasing"),
    (Kind::Abducted, "abducted kidnapped hostages hostage captives"),
    (Kind::Returned, "return returned returning"),
];

/// Nouns for people in general, of whom the rest of the clause tells the fate.
static PEOPLE: Set = Set::new(
    "people persons person individuals individual men women others other man woman resident residents inhabitants passenger \
worker soldier firefighter civilian student local inhabitant driver hostage pensioners investors \
civilians passengers locals victims citizens children soldiers workers firefighters officers crew tourists students boys girls \
patients migrants troops militants employees staff police members refugees suspects gunmen dead families miners fans",
);

/// Words that end a noun phrase.
static ENDS: Set = Set::new(
    "of in on at from to for with by and or but as that which who whom whose were was are is be been being has \
have had will would could can may might did do does not also still already when where while after before since until during \
than then into onto over under near about their its his her our the a an this these those yesterday today it they he she we \
i there out up down off away more per said says so if all each every both among between against through without remain \
remained remains took taken came come went left lost found made told saw seen got stood lay lie lies ago earlier later \
around including only just now here no",
);

/// Reads the figures of a sentence. `statement_of` gives the index of the clause of a token.
pub fn find(
    document: &Document,
    sentence: Range<usize>,
    clauses: &[(Range<usize>, u32)],
    dated: &dyn Fn(usize) -> bool,
    published_year: Option<i16>,
    found: &mut Vec<Quantity>,
) {
    let numerals = number::find(document, sentence.clone(), dated);
    let reader = Reader { document, sentence, numerals: &numerals, published_year };
    for (i, numeral) in numerals.iter().enumerate() {
        let Some((clause, statement)) = clauses.iter().find(|c| c.0.contains(&numeral.first)) else { continue };
        if let Some(quantity) = reader.read(i, numeral, clause, *statement) {
            found.push(quantity);
        }
    }
}

struct Reader<'d> {
    document: &'d Document<'d>,
    sentence: Range<usize>,
    numerals: &'d [Numeral],
    published_year: Option<i16>,
}

impl Reader<'_> {
    fn lower(&self, i: usize) -> String {
        if self.sentence.contains(&i) { self.document.word(i).to_lowercase() } else { String::new() }
    }

    fn is(&self, i: usize, words: &[&str]) -> bool {
        let word = self.lower(i);
        words.contains(&word.as_str())
    }

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
        let measured = self.measure(numeral, &mut q);
        if !measured && !self.count(index, numeral, clause, &mut q) {
            return None;
        }
        q.scope = self.scope(numeral, clause, &q);
        Some(q)
    }

    fn span(&self, first: usize, last: usize) -> Option<Span> {
        let (a, b) = (self.document.tokens.get(first)?, self.document.tokens.get(last.checked_sub(1)?)?);
        Some(a.span().cover(b.span()))
    }

    /// Extends the phrase to the token before `last`.
    fn until(&self, q: &mut Quantity, last: usize) {
        if let Some(span) = self.span(last.saturating_sub(1), last) {
            q.span = q.span.cover(span);
        }
    }

    /// Money, measures, ages, magnitudes. Gives whether it is one.
    fn measure(&self, numeral: &Numeral, q: &mut Quantity) -> bool {
        let (first, mut next) = (numeral.first, numeral.last);
        let before = first.checked_sub(1).filter(|&i| self.sentence.contains(&i));
        // "$4.2bn", "EUR 4.2 billion", "US$3m"
        if let Some(code) = before.and_then(|i| unit::currency(self.document.word(i)))
            && (self.document.tokens[first].kind == TokenKind::Number)
        {
            q.unit = Unit::Money(code);
            if let Some(span) = self.span(first - 1, first) {
                q.span = q.span.cover(span);
            }
            if self.is(next, &["m"]) && !self.document.tokens[next].spaced {
                q.value *= 1e6;
                self.until(q, next + 1);
                next += 1;
            } else if self.is(next, &["b"]) && !self.document.tokens[next].spaced {
                q.value *= 1e9;
                self.until(q, next + 1);
                next += 1;
            }
            q.thing = self.money_thing(next, first);
            return true;
        }
        // A hyphen joins number and unit: "60-day", "7.5-tonne".
        let hyphen = self.is(next, &["-", "‑"]);
        let at = next + usize::from(hyphen);
        let word = self.lower(at);
        let two = self.lower(at + 1);
        if let Some(code) = unit::currency(self.document.word(at)).filter(|_| !word.is_empty()) {
            q.unit = Unit::Money(code);
            self.until(q, at + 1);
            q.thing = self.money_thing(at + 1, first);
            return true;
        }
        let aged = before.is_some_and(|i| self.is(i, &["aged"]));
        let old = (self.is(at, &["year", "years"]))
            && (self.is(at + 1, &["old"]) || (self.is(at + 1, &["-"]) && self.is(at + 2, &["old"])));
        // "Joel Pineda, 41, a teacher"
        let between = before
            .is_some_and(|i| self.is(i, &[","]) && i > self.sentence.start && self.document.tokens[i - 1].capital)
            && self.is(next, &[",", ".", ""])
            && self.document.tokens[first].kind == TokenKind::Number
            && (1.0..110.0).contains(&q.value)
            && q.value.fract() == 0.0;
        if aged || old || between {
            q.unit = Unit::Age;
            if old {
                self.until(q, at + if self.is(at + 1, &["old"]) { 2 } else { 3 });
            } else if let (true, Some(i)) = (between, before) {
                // Whose age it is: the name before the comma.
                q.thing = words::term(self.document.word(i - 1)).unwrap_or_default();
                if let Some(span) = self.span(i - 1, i) {
                    q.span = q.span.cover(span);
                }
            }
            return true;
        }
        let magnitude = (before.is_some_and(|i| {
            self.is(i, &["magnitude"]) || (self.is(i, &["of"]) && self.is(i.saturating_sub(1), &["magnitude"]))
        }) || word == "magnitude"
            || words::alike(&word, "earthquake"))
            && q.value < 10.5;
        if magnitude {
            q.unit = Unit::Magnitude;
            self.until(q, at + usize::from(word == "magnitude"));
            return true;
        }
        if matches!(word.as_str(), "degrees" | "degree" | "°" | "c" | "f" | "°c" | "°f") {
            let glued = self.document.tokens.get(at).is_some_and(|t| !t.spaced);
            let fahrenheit = two.starts_with('f') || word.ends_with('f');
            if matches!(word.as_str(), "c" | "f") && !glued {
                return false;
            }
            q.unit = Unit::Temperature;
            if fahrenheit {
                (q.value, q.converted) = (unit::fahrenheit(q.value), true);
            }
            self.until(q, at + 1 + usize::from(matches!(two.as_str(), "celsius" | "fahrenheit" | "c" | "f")));
            return true;
        }
        if let Some((kind, factor)) = unit::compound(&word, &two) {
            return self.finish(q, kind, factor, at + 2, first);
        }
        if let Some((kind, factor)) = unit::unit(&word) {
            // "7.50 a.m.", "five m" and "a second man" are none.
            let single = word.len() == 1 && self.document.tokens[first].kind != TokenKind::Number;
            if single || (word == "second" && q.value == 1.0) {
                return false;
            }
            return self.finish(q, kind, factor, at + 1, first);
        }
        // "asked for nine per cent and got six and a half"
        let ellipsis = q.value.fract() != 0.0 && !numeral.share && self.noun(next).is_none();
        if ellipsis
            && self
                .numerals
                .iter()
                .any(|n| n.last < first && (self.is(n.last, &["percent", "%"]) || self.is(n.last + 1, &["cent"])))
        {
            q.unit = Unit::Percent;
            return true;
        }
        if numeral.share {
            q.unit = Unit::Percent;
            q.value *= 100.0;
            if self.is(at, &["percentage", "point"]) {
                q.value /= 100.0;
            }
            return true;
        }
        // "40 million." with nothing counted behind it: money whose currency goes without saying.
        if numeral.scaled && self.noun(next).is_none() {
            q.unit = Unit::Money(unit::ANY);
            q.thing = self.money_thing(next, first);
            return true;
        }
        false
    }

    fn finish(&self, q: &mut Quantity, kind: Unit, factor: f64, end: usize, first: usize) -> bool {
        q.unit = kind;
        if kind == Unit::Duration
            && q.bound == Bound::MoreThan
            && self.is(self.document.token_at(q.span.start), &["over"])
        {
            q.bound = Bound::Exact; // "spread over two years": during, not more than
        }
        q.value *= factor;
        q.converted = true;
        self.until(q, end);
        let per_hour = kind == Unit::Length && (self.is(end, &["per", "an", "/"])) && self.is(end + 1, &["hour", "h"]);
        if per_hour {
            q.unit = Unit::Speed;
            q.value /= 3600.0;
            self.until(q, end + 2);
        }
        if kind == Unit::Length
            && let Some(thing) = self.extent(end, first)
        {
            q.thing = thing;
            return true;
        }
        q.thing = if kind == Unit::Percent {
            self.money_thing(end, first)
        } else {
            self.noun(end).map_or(0, |(term, _)| term)
        };
        true
    }

    /// Which way a length runs: depth, height, length, width, or the way to somewhere.
    fn extent(&self, end: usize, first: usize) -> Option<Term> {
        const EXTENTS: [(&str, &str); 5] = [
            ("depth", "depth deep down underground shallow"),
            ("height", "high tall height altitude above"),
            ("length", "long length stretch"),
            ("width", "wide width across"),
            (
                "distance",
                "north south east west northeast northwest southeast southwest from away off outside distance",
            ),
        ];
        let of = |i: usize| {
            let word = self.lower(i);
            EXTENTS.iter().find(|e| e.1.split(' ').any(|w| w == word)).map(|e| e.0)
        };
        let before = (first.saturating_sub(4)..first).rev().find_map(of);
        let after = (end..end + 3).find_map(of);
        before.or(after).and_then(words::term)
    }

    /// What a sum or share is of: the noun after "of", "in", or before the number.
    fn money_thing(&self, next: usize, first: usize) -> Term {
        let after = if self.is(next, &["of", "in", "for"]) { next + 1 } else { next };
        if let Some((term, _)) = self.noun(after) {
            return term;
        }
        // "a fee of €2.5m", "a break fee of …", "an offer worth …"
        let mut i = first;
        while i > self.sentence.start && first - i < 5 {
            i -= 1;
            if let Some(term) =
                words::term(self.document.word(i)).filter(|_| self.document.tokens[i].kind == TokenKind::Word)
            {
                return term;
            }
        }
        0
    }

    /// The head of the noun phrase that begins at token `i`: its term and index.
    fn noun(&self, mut i: usize) -> Option<(Term, usize)> {
        let mut head = None;
        let mut plural = None;
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
        for at in i..(i + 5).min(self.sentence.end) {
            let token = self.document.tokens[at];
            let lower = self.lower(at);
            if token.kind != TokenKind::Word || ENDS.has(&lower) {
                break;
            }
            // A participle after the noun tells its fate and is not its head.
            if head.is_some() && (lower.ends_with("ed") || lower.ends_with("ing")) {
                break;
            }
            if PEOPLE.has(&lower) || is_plural(&lower) {
                plural.get_or_insert(at);
            }
            head = Some(at);
        }
        let at = plural.or(head)?;
        // People have no term of their own, but are a noun.
        Some((words::term(self.document.word(at)).unwrap_or_default(), at))
    }

    /// Counted things and fates. Gives whether anything is counted.
    fn count(&self, index: usize, numeral: &Numeral, clause: &Range<usize>, q: &mut Quantity) -> bool {
        let noun = self.noun(numeral.last);
        let before = numeral.first.checked_sub(1);
        // "a father of two", "a student of 19"
        if noun.is_none() && before.is_some_and(|i| self.is(i, &["of"])) {
            return false;
        }
        if self.is_year(numeral, noun.map(|n| n.1)) {
            return false;
        }
        // "No 6 tram", "number 19", "chapter 3", "US 7", "page 2": names of things.
        if before.is_some_and(|i| {
            self.is(
                i,
                &[
                    "no",
                    "number",
                    "nos",
                    "#",
                    "chapter",
                    "page",
                    "route",
                    "article",
                    "section",
                    "phase",
                    "version",
                    "day",
                    "gate",
                    "terminal",
                    "flight",
                    "paragraph",
                ],
            )
        }) {
            return false;
        }
        if self.document.tokens[numeral.first].kind == TokenKind::Number
            && (self.is(numeral.last, &[":"]) && self.document.tokens.get(numeral.last + 1).is_some_and(|t| !t.spaced))
        {
            return false;
        }
        let from = self.numerals[..index].last().map_or(clause.start, |n| n.last.max(clause.start));
        let until = self.numerals.get(index + 1).map_or(clause.end, |n| n.from.min(clause.end));
        let person = noun.is_some_and(|(_, at)| self.is_people(at));
        q.kind = self.fate(noun.map(|n| n.1), person, numeral, from..until, clause);
        if self.is(numeral.last, &["times"]) {
            // "cited 612 times": what was done is counted.
            q.thing = before.and_then(|i| words::term(self.document.word(i))).unwrap_or_default();
        }
        if let Some((term, at)) = noun {
            if term != 0 {
                q.thing = term;
            }
            self.until(q, at + 1);
        }
        if q.value == 0.0 {
            // "no indication", "no one": a count only where a fate is told of people.
            let unreal = clause.clone().any(|i| self.is(i, &["would", "should", "could", "if"]));
            return !unreal && q.kind != Kind::Plain && (noun.is_none() || person);
        }
        let lone_one = q.value == 1.0 && q.kind == Kind::Plain;
        // A bare number may still be the one that another article gives with its noun.
        let bare = self.document.tokens[numeral.first].kind == TokenKind::Number && q.value >= 20.0;
        !lone_one && (noun.is_some() || q.kind != Kind::Plain || bare)
    }

    /// A bare number that reads as a year: "who have lived there since 2011".
    fn is_year(&self, numeral: &Numeral, noun: Option<usize>) -> bool {
        let word = self.document.word(numeral.first);
        let four = word.len() == 4 && numeral.last == numeral.first + 1 && (1500.0..2100.0).contains(&numeral.value);
        four && word.bytes().all(|b| b.is_ascii_digit())
            && !noun.is_some_and(|at| at == numeral.last && is_plural(&self.lower(at)))
    }

    fn is_people(&self, at: usize) -> bool {
        let lower = self.lower(at);
        PEOPLE.has(&lower)
    }

    /// The fate told of those counted: by the noun itself, by what follows in the clause, or by
    /// the word just before ("killing 31").
    fn fate(
        &self,
        noun: Option<usize>,
        person: bool,
        numeral: &Numeral,
        window: Range<usize>,
        clause: &Range<usize>,
    ) -> Kind {
        let kind_of = |i: usize| {
            let lower = self.lower(i);
            KINDS.iter().find(|k| k.1.split(' ').any(|w| w == lower)).map(|k| k.0)
        };
        if let Some(kind) = noun.and_then(kind_of) {
            return kind;
        }
        // "killed 12", "17 colleagues died": what stands beside tells it of anything counted.
        let beside = numeral.from.checked_sub(1).filter(|&i| clause.contains(&i)).and_then(kind_of);
        let behind = noun.and_then(|n| (n + 1..(n + 4).min(window.end)).find_map(kind_of));
        if noun.is_some() && !person {
            return beside.or(behind).unwrap_or(Kind::Plain);
        }
        let start = noun.map_or(numeral.last, |n| n + 1);
        for i in start..window.end.min(start + 9) {
            if let Some(kind) = kind_of(i) {
                return kind;
            }
            if self.is(i, &["brought"]) && self.is(i + 1, &["ashore"]) {
                return Kind::Rescued;
            }
            if (self.is(i, &["on"]) && self.is(i + 1, &["board"]))
                || (self.is(i, &["on"]) && self.is(i + 2, &["ship", "boat", "ferry", "plane", "train", "bus", "tram"]))
            {
                return Kind::Aboard;
            }
            if self.is(i, &["be"]) && self.is(i + 1, &["found"]) {
                return Kind::Missing;
            }
            if (self.is(i, &["from"]) && self.is(i + 2, &["homes", "houses"]))
                || (self.is(i, &["told", "ordered"])
                    && self.is(i + 1, &["to"])
                    && self.is(i + 2, &["leave", "evacuate"]))
            {
                return Kind::Evacuated;
            }
            if self.is(i, &["let", "go", "gone", "allowed"]) && (self.is(i + 1, &["home", "back"])) {
                return Kind::Returned;
            }
        }
        // "killing at least 31", "the death toll rose to 47", "claimed the lives of more than 130".
        // "the number of dead … has risen to 47"
        let reaches =
            numeral.from.checked_sub(1).is_some_and(|i| self.is(i, &["to", "at", "reached", "is", "was", "stands"]));
        let reach = if reaches && noun.is_none() { 12 } else { 6 };
        let from = window.start.max(numeral.from.saturating_sub(reach)).max(clause.start);
        for i in (from..numeral.from).rev() {
            if let Some(kind) = kind_of(i) {
                return kind;
            }
            if self.is(i, &[";", ","]) {
                break;
            }
        }
        Kind::Plain
    }

    fn scope(&self, numeral: &Numeral, clause: &Range<usize>, q: &Quantity) -> Scope {
        let mut bits = 0;
        let before = |k: usize| numeral.from.checked_sub(k).map(|i| self.lower(i)).unwrap_or_default();
        let (one, two) = (before(1), before(2));
        if matches!(one.as_str(), "another" | "further" | "including" | "additional" | "first" | "last" | "other")
            || (two == "of" && matches!(one.as_str(), "whom" | "which" | "them" | "these"))
            || (two == "among" && one == "them")
            || self.is(numeral.last, &["more", "further", "additional", "other"])
            || (self.is(numeral.last, &["of"])
                && self.is(numeral.last + 1, &["whom", "which", "the", "them", "these"])
                && !q.kind_is_whole())
        {
            bits |= Scope::PART;
        }
        if matches!(q.unit, Unit::Money(_) | Unit::Percent) || q.unit == Unit::Count {
            let after = self.document.tokens_in(q.span).end;
            let each = (self.is(after, &["a", "an"])
                && self.is(
                    after + 1,
                    &["day", "share", "year", "month", "week", "person", "head", "tonne", "barrel", "song"],
                ))
                || self.is(after, &["per", "apiece", "each", "daily", "annually"]);
            if each {
                bits |= Scope::EACH;
            }
        }
        for i in clause.clone() {
            let word = self.lower(i);
            match word.as_str() {
                "average" | "capacity" | "limit" | "licensed" | "designed" | "maximum" | "threshold" | "record"
                | "rule" | "target" | "faces" | "demanding" | "demand" | "demanded" | "wanted" | "permitted"
                | "fewer" | "usually" | "normally" | "typically" => {
                    bits |= Scope::OTHER;
                }
                "planned" | "expected" | "would" | "could" | "if" | "forecast" | "feared" | "asked"
                    if q.kind == Kind::Plain =>
                {
                    bits |= Scope::OTHER
                }
                "correction" | "misstated" | "wrongly" | "mistakenly" => bits |= Scope::WITHDRAWN,
                "earlier" if self.is(i + 1, &["version"]) => bits |= Scope::WITHDRAWN,
                "last" if self.is(i + 1, &["year"]) && self.document.tokens[i].capital => bits |= Scope::PAST,
                _ => {}
            }
            let born = self.lower(i.saturating_sub(1)) == "born" || self.lower(i.saturating_sub(3)) == "born";
            if let (Some(published), Ok(year)) = (self.published_year, word.parse::<i16>())
                && (1800..published - 1).contains(&year)
                && !born
            {
                bits |= Scope::PAST;
            }
        }
        Scope(bits)
    }
}

impl Quantity {
    /// "Nine of the dead" is a part; "14 of burns" is not.
    fn kind_is_whole(&self) -> bool {
        self.kind == Kind::Plain && self.unit != Unit::Count
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

    /// The figures of a text: phrase, kind or unit, value.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let article = Article::new(Record {
            id: "t".into(),
            text: text.into(),
            published: Some("2024-05-02".into()),
            ..Record::default()
        });
        let document = Document::new(&article);
        let sentences: Vec<Span> = document.sentences.iter().map(|s| s.span).collect();
        let claims = claim::find(&document, &sentences, &[]);
        let found: Vec<String> = claims
            .quantities
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
        check("A storm swept the coast, killing at least 31 people.", &["at least 31 people | Dead AtLeast 31"]);
        check("It claimed the lives of more than 130 individuals.", &["more than 130 individuals | Dead MoreThan 130"]);
        check("Forty-two persons are unaccounted for.", &["Forty-two persons | Missing Exact 42"]);
        check("By Monday 151 people had been brought ashore.", &["151 people | Rescued Exact 151"]);
        check("No one has been seriously hurt.", &["No one | Injured Exact 0"]);
        check(
            "19 bodies were recovered and nine injured.",
            &["19 bodies | Dead Exact 19", "nine injured | Injured Exact 9"],
        );
    }

    #[test]
    fn measures() {
        check("The wreck lies three nautical miles out.", &["three nautical miles | Length Exact 5556"]);
        check("It paid $4.2 billion.", &["$4.2 billion | Money([85, 83, 68]) Exact 4200000000"]);
        check("A fee of €2.5m was agreed.", &["€2.5m | Money([69, 85, 82]) Exact 2500000"]);
        check("It burned 4,200 hectares.", &["4,200 hectares | Area Exact 42000000"]);
        check("Ana Diaz, 41, a baker, won.", &["Diaz, 41 | Age Exact 41"]);
        check("It is 43C here.", &["43C | Temperature Exact 43"]);
        check("A gap of half a percentage point.", &["half a percentage point | Percent Exact 0.5"]);
    }

    #[test]
    fn near_misses() {
        check("The No 6 tram stopped at Gate 4.", &[]);
        check("No agreement was signed.", &[]);
        check("One wonders why.", &[]);
    }
}
