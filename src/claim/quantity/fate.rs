//! What is counted, what happened to it, and what keeps the figure from being a plain total.

use super::super::number::Numeral;
use super::super::unit::Unit;
use super::super::words::{self, Lists, Set};
use super::{Kind, Quantity, Reader, Scope, is_plural};
use crate::text::TokenKind;
use std::ops::Range;

/// Words of a fate, as the words themselves: nouns that count it, predicates that tell it.
const KINDS: &[(Kind, &str)] = &[
    (
        Kind::Dead,
        "dead died die dies killed killing kills deaths death bodies body fatalities fatality perished deceased drowned slain lives corpses toll",
    ),
    (
        Kind::Injured,
        "injured injuring wounded wounding hurt injuries hospitalised hospitalized treated hospital hospitals injury casualties harmed",
    ),
    (Kind::Missing, "missing unaccounted"),
    (Kind::Arrested, "arrested arrests detained detentions arresting detaining arrest custody"),
    (
        Kind::Evacuated,
        "evacuated evacuees displaced evacuating evacuation evacuations forced fled homeless evacuate camps shelters",
    ),
    (Kind::Rescued, "rescued survivors rescuing saved ashore"),
    (Kind::Aboard, "aboard manifest carrying onboard"),
    (Kind::Freed, "freed released freeing releasing"),
    (Kind::Abducted, "abducted kidnapped hostages hostage captives"),
    (Kind::Returned, "return returned returning"),
    (Kind::Ill, "sick sickened sickening ill infected infecting infections contracted cases"),
    (Kind::Crowd, "gathered marched demonstrated rallied protested turnout crowd attended attendance"),
];

/// Nouns for people in general, of whom the rest of the clause tells the fate.
pub(super) static PEOPLE: Set = Set::new(
    "people persons person individuals individual men women others other man woman resident residents inhabitants passenger \
worker soldier firefighter civilian student pupil pupils local inhabitant driver hostage pensioners investors \
civilians passengers locals victims citizens children soldiers workers firefighters officers crew tourists students boys girls \
patients migrants troops militants employees staff police members refugees suspects gunmen dead families miners fans",
);

impl Reader<'_> {
    /// Counted things and fates. Gives whether anything is counted.
    pub(super) fn count(&self, index: usize, numeral: &Numeral, clause: &Range<usize>, q: &mut Quantity) -> bool {
        let noun = self.noun(numeral.last);
        let total = if noun.is_none() { self.number_of(numeral.first, clause) } else { None };
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
        // "an Arrow-3 rocket": part of a name.
        let tokens = &self.document.tokens;
        if let Some(i) = before.filter(|&i| self.is(i, &["-"]) && !tokens[i].spaced && !tokens[i + 1].spaced)
            && i.checked_sub(1).is_some_and(|k| tokens[k].kind == TokenKind::Word && tokens[k].capital)
        {
            return false;
        }
        // "the 2.0 update", "a 16 GB model": versions and sizes of things.
        let written = self.document.word(numeral.first);
        let version = written.contains('.') && !numeral.scaled;
        if version || self.is(numeral.last, &["gb", "mb", "tb", "kb", "ghz", "mhz", "megapixel"]) {
            return false;
        }
        if self.is_source(numeral, noun.map(|n| n.1)) {
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
        } else if let Some((term, at)) = total {
            q.thing = term;
            q.kind = (at..at + 4).find_map(|i| self.kind_of(i)).unwrap_or(q.kind);
            return true;
        }
        if q.value == 0.0 {
            // "no indication", "no one": a count only where a fate is told of people.
            let unreal = clause.clone().any(|i| self.is(i, &["would", "should", "could", "if"]));
            return !unreal && q.kind != Kind::Plain && (noun.is_none() || person);
        }
        let lone_one = q.value == 1.0 && q.kind == Kind::Plain;
        // A bare number may still be the one that another article gives with its noun.
        let bare = (self.document.tokens[numeral.first].kind == TokenKind::Number && q.value >= 20.0)
            || self.is(numeral.from.wrapping_sub(1), &["not"]);
        !lone_one && (noun.is_some() || q.kind != Kind::Plain || bare)
    }

    /// "Two neighbours told this paper", "I have spoken to three of her crew": how many said it.
    fn is_source(&self, numeral: &Numeral, noun: Option<usize>) -> bool {
        let Some(noun) = noun else { return false };
        let says = |i: usize| self.is(i, &["told", "said", "say", "says", "testified", "recalled"]);
        let met = |k: usize| {
            numeral.from.checked_sub(k).is_some_and(|i| self.is(i, &["spoken", "spoke", "talked", "interviewed"]))
        };
        let familiar = self.is(noun + 1, &["familiar", "close"]) && self.is(noun + 2, &["with", "to"]);
        let close = says(noun + 1) || (says(noun + 2) && !self.is(noun + 1, &[",", "."]));
        close || familiar || met(1) || met(2)
    }

    /// A bare number that reads as a year: "who have lived there since 2011".
    fn is_year(&self, numeral: &Numeral, noun: Option<usize>) -> bool {
        let word = self.document.word(numeral.first);
        let four = word.len() == 4 && numeral.last == numeral.first + 1 && (1500.0..2100.0).contains(&numeral.value);
        four && word.bytes().all(|b| b.is_ascii_digit())
            && !noun.is_some_and(|at| at == numeral.last && is_plural(self.lower(at)))
    }

    /// Whether the noun names people in general.
    pub(super) fn is_people(&self, at: usize) -> bool {
        PEOPLE.has(self.lower(at))
    }

    /// The fate that a word tells.
    fn kind_of(&self, i: usize) -> Option<Kind> {
        static WORDS: Lists = Lists::new(|| KINDS.iter().map(|k| k.1).collect());
        WORDS.find(self.lower(i)).map(|k| KINDS[k].0)
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
        let kind_of = |i: usize| self.kind_of(i);
        if let Some(kind) = noun.and_then(kind_of) {
            return kind;
        }
        // "killed 12", "17 colleagues died": what stands beside tells it of anything counted.
        let beside = numeral.from.checked_sub(1).filter(|&i| clause.contains(&i)).and_then(kind_of);
        let behind = noun.and_then(|n| (n + 1..(n + 4).min(window.end)).find_map(kind_of));
        // "killing three people and injuring 41"
        if let Some(kind) = beside
            && numeral
                .from
                .checked_sub(1)
                .is_some_and(|i| self.lower(i).ends_with("ing") || self.lower(i).ends_with("ed"))
        {
            return kind;
        }
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
                || (self.is(i, &["inside"]) && !self.is(i + 1, &["and"]))
                || (self.is(i, &["in"]) && self.is(i + 1, &["the"]) && self.is(i + 2, &["building", "house", "hall"]))
                || (self.is(i, &["on"]) && self.is(i + 2, &["ship", "boat", "ferry", "plane", "train", "bus", "tram"]))
            {
                return Kind::Aboard;
            }
            if self.is(i, &["took", "taken"]) && self.is(i + 1, &["part"]) {
                return Kind::Crowd;
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

    /// What keeps the figure from being a plain total.
    pub(super) fn scope(&self, numeral: &Numeral, clause: &Range<usize>, q: &Quantity) -> Scope {
        let mut bits = 0;
        if numeral.from.checked_sub(1).is_some_and(|i| self.is(i, &["not"])) {
            bits |= Scope::DENIED;
        }
        let before = |k: usize| numeral.from.checked_sub(k).map(|i| self.lower(i)).unwrap_or_default();
        let (one, two) = (before(1), before(2));
        if matches!(one, "another" | "further" | "including" | "additional" | "first" | "last" | "other")
            || (two == "of" && matches!(one, "whom" | "which" | "them" | "these") && q.kind == Kind::Plain)
            || (two == "among" && one == "them")
            || self.is(numeral.last, &["more", "further", "additional", "other"])
            || (self.is(numeral.last, &["of"])
                && self.is(numeral.last + 1, &["whom", "which", "the", "them", "these"])
                && !q.kind_is_whole()
                && !(q.kind != Kind::Plain && self.is(numeral.last + 1, &["whom", "them"])))
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
        // What tells of a demand or limit stands nearer to its figure than to any other.
        let mine = |i: usize| {
            !self
                .numerals
                .iter()
                .any(|n| (i < n.first && n.last <= numeral.first) || (numeral.last <= n.first && n.last <= i))
        };
        for i in clause.clone() {
            let word = self.lower(i);
            match word {
                "asked" | "demanding" | "demand" | "demands" | "demanded" | "wanted" | "offered" | "offer"
                    if !mine(i) => {}
                "average" | "capacity" | "limit" | "licensed" | "designed" | "maximum" | "threshold" | "record"
                | "rule" | "target" | "faces" | "demanding" | "demand" | "demands" | "demanded" | "wanted"
                | "offered" | "offer" | "permitted" | "fewer" | "usually" | "normally" | "typically" => {
                    bits |= Scope::OTHER;
                }
                "planned" | "expected" | "would" | "could" | "if" | "forecast" | "feared" | "asked"
                    if q.kind == Kind::Plain =>
                {
                    bits |= Scope::OTHER
                }
                // "in the capital alone": elsewhere there were more.
                "alone" if self.is(i.saturating_sub(1), &["was", "were", "is", "are", "live", "lives"]) => {}
                "alone" => bits |= Scope::PART,
                "issue" if self.is(i.saturating_sub(1), &["last", "previous"]) => bits |= Scope::WITHDRAWN,
                "correction" | "misstated" | "wrongly" | "mistakenly" => bits |= Scope::WITHDRAWN,
                // "twelve in five years", "over the past decade": another stretch of time.
                "years" | "decades" | "decade"
                    if q.unit == Unit::Count
                        && !self.document.tokens_in(q.span).contains(&i)
                        && (1..4).any(|k| i >= k && self.is(i - k, &["in", "over", "within"])) =>
                {
                    bits |= Scope::PAST;
                }
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
