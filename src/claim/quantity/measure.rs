//! Money, measures, ages and magnitudes: figures that carry a unit.

use super::super::number::{Bound, Numeral};
use super::super::unit::{self, Unit};
use super::super::words::{self, Lists, Set, Term};
use super::{Quantity, Reader};
use crate::text::TokenKind;
use std::ops::Range;

/// What stands between a number and the time that it measures.
static LASTING: Set = Set::new(
    "full whole entire clear solid straight consecutive successive long short good working business trading flying teaching calendar",
);

/// What is counted in millions without a word behind the number: "puts the population at 20 million".
static COUNTED: Set =
    Set::new("population inhabitants people audience viewers readers circulation births turnout voters");

/// What a sum of money is.
static SUMS: Set = Set::new(
    "cost costs price fee fine damage damages loss losses bill budget revenue profit debt bail ransom reward prize salary compensation payout grant subsidy loan bid value",
);

/// What a percentage of the economy is of, by the words for it.
static INDICATORS: Lists =
    Lists::new(|| vec!["inflation prices", "rate rates", "unemployment joblessness", "growth gdp"]);
/// The thing of the first of them: no hash of a word.
const INDICATED: Term = 0xffff_ff00;

impl Reader<'_> {
    /// Money, measures, ages, magnitudes. Gives whether it is one.
    pub(super) fn measure(&self, numeral: &Numeral, clause: &Range<usize>, q: &mut Quantity) -> bool {
        let (first, mut next) = (numeral.first, numeral.last);
        let before = first.checked_sub(1).filter(|&i| self.sentence.contains(&i));
        // "$4.2bn", "EUR 4.2 billion", "US$3m"
        let tokens = &self.document.tokens;
        if tokens[first].kind == TokenKind::Number
            && let Some((code, from)) = before.and_then(|i| self.coin(i))
        {
            q.unit = Unit::Money(code);
            if let Some(span) = self.span(from, first) {
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
            // "$1.5-2 billion"
            let scale = |n: &&Numeral| n.first == next + 1 && n.scaled && self.is(next, &["-", "–", "to"]);
            let behind = self.numerals.get(self.numerals.partition_point(|n| n.first <= first)).filter(scale);
            let billions = behind.map(|n| if n.value >= 1e9 { 1e9 } else { 1e6 });
            if !numeral.scaled && numeral.value < 1000.0 {
                q.value *= billions.unwrap_or(1.0);
            }
            q.thing = self.money_thing(next, first);
            return true;
        }
        // A hyphen joins number and unit: "60-day", "7.5-tonne".
        let hyphen = self.is(next, &["-", "‑"]);
        let at = next + usize::from(hyphen);
        let word = self.lower(at);
        let two = self.lower(at + 1);
        // "240m crowns", "the 240m-crown instalment"
        let millions = !hyphen && word == "m" && !tokens[at].spaced;
        let coin = at + usize::from(millions) + usize::from(millions && self.is(at + 1, &["-", "‑"]));
        // "ten marks on the wall" are no money.
        let few = |w: &str| matches!(w, "mark" | "marks" | "lei" | "leva") && q.value < 100.0 && !millions;
        let code = unit::currency(self.document.word(coin)).filter(|_| coin < self.sentence.end);
        if let Some(code) = code.filter(|_| !few(self.lower(coin))) {
            q.unit = Unit::Money(code);
            q.value *= if millions { 1e6 } else { 1.0 };
            self.until(q, coin + 1);
            q.thing = self.money_thing(coin + 1, first);
            return true;
        }
        // "3 million Australian dollars", "200 New Zealand dollars"
        let adjective = |i: usize| tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word && t.capital);
        let last = (at + 1..at + 3).take_while(|&i| adjective(i - 1)).find_map(|i| {
            let code = unit::national(self.document.word(i - 1), self.lower(i))?;
            Some((code, i + 1))
        });
        if let Some((code, end)) = last {
            q.unit = Unit::Money(code);
            self.until(q, end);
            q.thing = self.money_thing(end, first);
            return true;
        }
        // "305 pence", "250p", "90 cents"
        let pence = self.is(at, &["pence"]) || (self.is(at, &["p"]) && !self.document.tokens[at].spaced);
        if pence || self.is(at, &["cents"]) {
            q.unit = Unit::Money(if pence { *b"GBP" } else { unit::ANY });
            q.value /= 100.0;
            self.until(q, at + 1);
            q.thing = self.money_thing(at + 1, first);
            return true;
        }
        if self.age(numeral, at, before, q) {
            return true;
        }
        let magnitude = (before.is_some_and(|i| {
            self.is(i, &["magnitude"]) || (self.is(i, &["of"]) && self.is(i.saturating_sub(1), &["magnitude"]))
        }) || word == "magnitude"
            || words::alike(word, "earthquake"))
            && q.value < 10.5;
        if magnitude {
            q.unit = Unit::Magnitude;
            self.until(q, at + usize::from(word == "magnitude"));
            return true;
        }
        if matches!(word, "degrees" | "degree" | "°" | "c" | "f" | "°c" | "°f" | "celsius" | "fahrenheit") {
            let glued = self.document.tokens.get(at).is_some_and(|t| !t.spaced);
            let fahrenheit = two.starts_with('f') || word.ends_with('f');
            if matches!(word, "c" | "f") && !glued {
                return false;
            }
            q.unit = Unit::Temperature;
            if fahrenheit {
                (q.value, q.converted) = (unit::fahrenheit(q.value), true);
            }
            self.until(q, at + 1 + usize::from(matches!(two, "celsius" | "fahrenheit" | "c" | "f")));
            return true;
        }
        // "an 18,000-square-metre hall"
        let joined = usize::from(hyphen && self.is(at + 1, &["-", "‑"]));
        if let Some((kind, factor)) = unit::compound(word, self.lower(at + 1 + joined)) {
            return self.finish(q, kind, factor, at + 2 + joined, first);
        }
        // "180,000 b/d"
        if word == "b" && two == "/" && self.is(at + 2, &["d"]) {
            let (kind, factor) = unit::unit("barrel").unwrap_or((Unit::Volume, 1.0));
            return self.finish(q, kind, factor, at + 3, first);
        }
        if let Some((kind, factor)) = unit::unit(word) {
            // "7.50 a.m.", "five m" and "a second man" are none.
            let single = word.len() == 1 && self.document.tokens[first].kind != TokenKind::Number;
            // "11 day labourers": not eleven days.
            let compound = !hyphen
                && q.value > 1.0
                && matches!(word, "day" | "night" | "hour" | "year" | "month" | "week")
                && super::is_plural(self.lower(at + 1));
            let single = single || compound;
            if single || (word == "second" && q.value == 1.0) {
                return false;
            }
            return self.finish(q, kind, factor, at + 1, first);
        }
        // "three full days", "9,000 flying hours"
        if LASTING.has(word)
            && !hyphen
            && let Some((Unit::Duration, factor)) = unit::unit(two)
        {
            return self.finish(q, Unit::Duration, factor, at + 2, first);
        }
        // "eight-tenths of a second", "half an hour"
        let of = next + usize::from(self.is(next, &["of"]));
        if numeral.share
            && let Some((kind, factor)) = unit::unit(self.lower(of + usize::from(self.is(of, &["a", "an"]))))
            && kind != Unit::Percent
        {
            return self.finish(q, kind, factor, of + 1 + usize::from(self.is(of, &["a", "an"])), first);
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
        if !numeral.share && self.elliptic(numeral, clause, q) {
            return true;
        }
        if numeral.share {
            q.unit = Unit::Percent;
            q.thing = self.share_of(at, first);
            q.value *= 100.0;
            if self.is(at, &["percentage", "point"]) {
                q.value /= 100.0;
            }
            return true;
        }
        // "40 million." with nothing counted behind it: money whose currency goes without saying.
        let people = || clause.clone().any(|i| COUNTED.has(self.lower(i)));
        if numeral.scaled && self.noun(next).is_none() && self.number_of(first, clause).is_none() && !people() {
            q.unit = Unit::Money(unit::ANY);
            q.thing = self.money_thing(next, first);
            return true;
        }
        false
    }

    /// A bare number that shares the unit of the one before, "it struck at 54 mph, braked from 71", or
    /// of the one behind it in a range.
    fn elliptic(&self, numeral: &Numeral, clause: &Range<usize>, q: &mut Quantity) -> bool {
        let first = numeral.first;
        let led = first.checked_sub(1).is_some_and(|i| {
            self.is(i, &["from", "to", "than", "against"])
                || (self.is(i, &["out"]) && self.is(i.wrapping_sub(1), &["paid"]))
                // "3,400 tonnes, of which some 200 spilled"
                || (self.is(numeral.from.wrapping_sub(1), &["which"]) && self.is(numeral.from.wrapping_sub(2), &["of"]))
        });
        // "200 to 300 millimetres"
        let range = self.is(numeral.last, &["to", "-", "–"]);
        let at = self.numerals.partition_point(|n| n.first < first);
        // "1.9 |of the 3.2 kilometres|"
        let whole = self.has_whole(at);
        let next = self.numerals.get(at + 1).filter(|n| whole || range && n.first == numeral.last + 1);
        let gone = ["spilled", "leaked", "escaped", "remained", "burned", "had", "have", "has", "was", "were"];
        let bare = self.is(numeral.last, &["", ".", ",", ";", ")", "and", "to"]) || self.is(numeral.last, &gone);
        let before = self.numerals[..at].last().filter(|_| led && bare && clause.start < first);
        let Some(before) = next.or(before).filter(|_| whole || numeral.value >= 2.0) else { return false };
        let (word, two, end) = (self.lower(before.last), self.lower(before.last + 1), before.last + 1);
        let coin = before.first.checked_sub(1).filter(|&i| self.sentence.contains(&i)).and_then(|i| self.coin(i));
        let coin = coin.map(|c| c.0).or_else(|| unit::currency(self.document.word(before.last)));
        let (unit, mut factor) = match coin {
            Some(code) => (Unit::Money(code), 1.0),
            None => match unit::compound(word, two).or_else(|| unit::unit(word)) {
                // "71 miles an hour"
                Some((Unit::Length, f)) if self.is(end, &["per", "an"]) && self.is(end + 1, &["hour"]) => {
                    (Unit::Speed, f / 3600.0)
                }
                Some((kind, f)) if kind != Unit::Duration => (kind, f),
                _ => return false,
            },
        };
        // "$6.8 billion, of which insurers paid out 3.9"
        while before.scaled && !numeral.scaled && numeral.value < 1000.0 && factor * 1000.0 <= before.value {
            factor *= 1000.0;
        }
        (q.unit, q.converted) = (unit, !unit::is_decimal(factor));
        q.value *= factor;
        true
    }

    /// The currency that the token before a sum tells, and where it begins: "$", "A|$", "EUR", "R".
    pub(super) fn coin(&self, i: usize) -> Option<([u8; 3], usize)> {
        let (tokens, word) = (&self.document.tokens, self.document.word(i));
        let glued = |k: usize| tokens.get(k).is_some_and(|t| !t.spaced);
        let letters = |k: usize| tokens[k].kind == TokenKind::Word && tokens[k].capital;
        if word == "$" && glued(i) && i > self.sentence.start && letters(i - 1) {
            return Some((unit::dollar(self.document.word(i - 1)), i - 1));
        }
        if letters(i) && glued(i + 1) {
            return Some((unit::sign(word), i));
        }
        unit::currency(word).map(|code| (code, i))
    }

    /// What a lesser unit behind a measure adds to it, in the base unit, and where it ends: "two hours |and
    /// forty minutes", "six feet |two inches", "a mile |and a half".
    pub(super) fn lesser(&self, index: usize) -> Option<(f64, usize)> {
        let numeral = self.numerals.get(index)?;
        let (dimension, size) = unit::unit(self.lower(numeral.last))?;
        let mut at = numeral.last + 1;
        let and = self.is(at, &["and"]);
        at += usize::from(and || self.is(at, &[","]));
        if and && self.is(at, &["a"]) && self.is(at + 1, &["half", "quarter"]) && !self.is(at + 2, &["-"]) {
            // "A mile and a half" is read as one and a half already.
            let part = if self.is(at + 1, &["half"]) { 0.5 } else { 0.25 };
            let more = if self.is(numeral.first, &["a", "an"]) { 0.0 } else { part * size };
            return Some((more, at + 2));
        }
        let next = self.numerals.get(index + 1).filter(|n| n.first == at && n.from == at)?;
        let (other, step) = unit::unit(self.lower(next.last))?;
        let within = step < size && next.value * step < size && matches!(dimension, Unit::Duration | Unit::Length);
        (other == dimension && within).then_some((next.value * step, next.last + 1))
    }

    /// Takes in a unit, and what is measured.
    fn finish(&self, q: &mut Quantity, kind: Unit, factor: f64, end: usize, first: usize) -> bool {
        q.unit = kind;
        if kind == Unit::Duration
            && q.bound == Bound::MoreThan
            && self.is(self.document.token_at(q.span.start), &["over"])
        {
            q.bound = Bound::Exact; // "spread over two years": during, not more than
        }
        q.value *= factor;
        // Decimal multiples keep their digits.
        q.converted = kind != Unit::Percent && !unit::is_decimal(factor);
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
        if kind == Unit::Duration
            && let Some(thing) = self.term_of(end, first)
        {
            q.thing = thing;
            return true;
        }
        q.thing =
            if kind == Unit::Percent { self.share_of(end, first) } else { self.noun(end).map_or(0, |(term, _)| term) };
        true
    }

    /// What somebody is punished with for so long: "jailed for nine years", "a four-year ban".
    fn term_of(&self, end: usize, first: usize) -> Option<Term> {
        const TERMS: [(&str, &str); 2] = [
            ("prison", "sentenced sentence jailed jail imprisoned imprisonment prison caged bars"),
            ("ban", "banned ban suspended suspension"),
        ];
        static WORDS: Lists = Lists::new(|| TERMS.iter().map(|t| t.1).collect());
        let near = first.saturating_sub(8).max(self.sentence.start)..(end + 4).min(self.sentence.end);
        let found = near.filter_map(|i| WORDS.find(self.lower(i)));
        found.min().and_then(|t| words::term(TERMS[t].0))
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
                "north south east west northeast northwest southeast southwest from away off outside distance short",
            ),
        ];
        static WORDS: Lists = Lists::new(|| EXTENTS.iter().map(|e| e.1).collect());
        let of = |i: usize| WORDS.find(self.lower(i)).map(|e| EXTENTS[e].0);
        let before = (first.saturating_sub(4)..first).rev().find_map(of);
        let after = (end..end + 3).find_map(of);
        before.or(after).and_then(words::term)
    }

    /// What a share is of: "52 percent of the vote", "turnout was 61 percent", "an offer of 4
    /// percent". What shares rose or
    /// fell by is another thing than what somebody holds of them.
    fn share_of(&self, next: usize, first: usize) -> Term {
        const MOVES: [&str; 28] = [
            "fell", "fallen", "fall", "rose", "risen", "rise", "dropped", "drop", "down", "up", "lost", "gained",
            "shed", "plunged", "jumped", "climbed", "tumbled", "slid", "sank", "soared", "surged", "slumped", "grew",
            "grown", "shrank", "lower", "higher", "cut",
        ];
        let near = first.saturating_sub(4).max(self.sentence.start)..first;
        let moved = near.clone().rev().find(|&i| self.is(i, &MOVES));
        let before = self.sentence.start.max(first.saturating_sub(9))..first;
        if let (Some(_), Some(i)) = (moved, before.rev().find(|&i| self.is(i, &["share", "shares", "stock"]))) {
            return words::term(self.document.word(i)).map_or(0, |t| t ^ 0x0100_0000);
        }
        // "|Inflation slowed to 3.9 percent": no rate of anything else
        let indicator = |i: usize| INDICATORS.find(self.lower(i));
        let told = (self.sentence.start.max(first.saturating_sub(6))..first).rev();
        let told = told.take_while(|&i| !self.is(i, &[",", ";", "that", "of"]));
        if let Some(k) = told.filter_map(indicator).last() {
            return INDICATED + k as Term;
        }
        if self.is(next, &["of", "in"]) || self.noun(next).is_some() {
            // "turnout was 64 percent of the voters"
            let says = |i: &usize| self.is(*i, &["is", "was", "been", "reached", "stood", "hit"]);
            if let Some(verb) = near.clone().rev().find(says)
                && let Some(term) = self.subject(verb).and_then(|i| words::term(self.document.word(i)))
                && verb > self.sentence.start
            {
                return term;
            }
            return self.money_thing(next, first);
        }
        let is = |i: &usize| self.is(*i, &["is", "was", "of", "at", "been", "reached", "stood", "hit"]);
        let verb = near.rev().find(is);
        let noun = verb.and_then(|v| {
            let from = self.subject(v).map_or(v, |i| i + 1);
            (self.sentence.start..from).rev().take(2).find_map(|i| words::term(self.document.word(i)))
        });
        noun.unwrap_or_default()
    }

    /// The noun before a verb, or the one that it is said of: "|turnout in the ballot was".
    fn subject(&self, verb: usize) -> Option<usize> {
        let noun = verb.checked_sub(1)?;
        let near = noun.saturating_sub(3).max(self.sentence.start + 1)..noun;
        let joined = near.rev().find(|&i| self.is(i, &["in", "of", "at", "for", "among"]));
        Some(joined.map_or(noun, |i| i - 1))
    }

    /// What a sum or share is of: the noun after "of", "in", or before the number.
    pub(super) fn money_thing(&self, next: usize, first: usize) -> Term {
        let after = if self.is(next, &["of", "in", "for"]) { next + 1 } else { next };
        if let Some((term, _)) = self.noun(after) {
            return term;
        }
        // "The costs to date are $2.6 million", "put the damage on Friday at 3 million"
        let near = first.saturating_sub(8).max(self.sentence.start)..first;
        let told = near.rev().take_while(|&i| !self.is(i, &[",", ";"]));
        if let Some(sum) = told.filter(|&i| SUMS.has(self.lower(i))).find_map(|i| words::term(self.document.word(i))) {
            return sum;
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
}
