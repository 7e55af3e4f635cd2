//! How two figures of one thing relate, and whether figures that differ contradict each other.

use super::value::{self, Relation};
use super::{Figure, family};
use crate::claim::number::Bound;
use crate::claim::unit::{self, Unit};
use crate::claim::{Kind, Quantity, Term, Turns, words};
use crate::facts::Facts;
use crate::story::RowKind;
use crate::story::compare::phrase::Phrase;
use crate::story::compare::so_far::is_open;
use crate::time::TimeMention;

/// How two figures relate, the other figures of their clauses considered.
pub(super) fn relate(articles: &[Facts], a: &Figure, b: &Figure) -> Relation {
    match value::relation(a.q, b.q) {
        Relation::Apart if adds_up(articles, a, b) || adds_up(articles, b, a) || birthday(a, b) => Relation::Same,
        Relation::Near if measured(articles, a, b) || rounded(a.q, b.q) => Relation::Same,
        Relation::Apart if converted(a.q, b.q) => Relation::Same,
        relation => relation,
    }
}

/// Whether one is about what the other measures in another unit: "some 40 cubic metres" and
/// 41,500 litres.
fn measured(articles: &[Facts], a: &Figure, b: &Figure) -> bool {
    let hedged = |f: &Figure| matches!(f.q.bound, Bound::About | Bound::LessThan | Bound::MoreThan);
    let unit = |f: &Figure| {
        let phrase = f.q.span.of(&articles[f.article as usize].article.text);
        let word = phrase.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        // "per cent" is "percent".
        unit::unit(if word == "cent" { "percent" } else { word }.to_ascii_lowercase().as_str())
    };
    // "More than a quarter" is a rounder word than any number of litres.
    let slack = if a.q.unit == Unit::Percent { 0.15 } else { 0.06 };
    matches!(family(a.q.unit), 2..=7 | 9 | 12)
        && (hedged(a) || hedged(b))
        && (a.q.value - b.q.value).abs() <= slack * a.q.value.max(b.q.value)
        && unit(a) != unit(b)
}

/// Whether two lengths are round numbers of their units, and one is what the other comes to: "for six miles", "10
/// kilometres long".
fn converted(a: &Quantity, b: &Quantity) -> bool {
    let (own, other) = if a.converted { (a.value, b.value) } else { (b.value, a.value) };
    a.unit == Unit::Length
        && a.converted != b.converted
        && a.bound == Bound::Exact
        && b.bound == Bound::Exact
        && value::last_place(other) >= 0.05 * other
        && (own - other).abs() <= 0.04 * other
}

/// Whether both say themselves that they are rounded, and differ by no more than a hundredth: "about 4,200" and
/// "some 4,215".
fn rounded(a: &Quantity, b: &Quantity) -> bool {
    a.bound == Bound::About && b.bound == Bound::About && (a.value - b.value).abs() <= 0.01 * a.value.max(b.value)
}

/// Whether the later figure is told as a multiple of the other: "doubled to 160,000".
pub(super) fn multiple(articles: &[Facts], base: &Figure, told: &Figure) -> bool {
    static TIMES: [(f64, Turns); 3] = [
        (2.0, Turns::new(&["doubled", "double", "twice"])),
        (3.0, Turns::new(&["trebled", "tripled", "three times"])),
        (0.5, Turns::new(&["halved", "half"])),
    ];
    let ratio = told.q.value / base.q.value;
    let known = base.q.value > 0.0 && told.q.unit == base.q.unit;
    known && TIMES.iter().any(|t| (ratio / t.0 - 1.0).abs() < 0.02 && has(&clause(articles, told), &t.1))
}

/// Whether one and the same person is so much older in the later article.
fn birthday(a: &Figure, b: &Figure) -> bool {
    let (Some(x), Some(y)) = (a.day, b.day) else { return false };
    let years = f64::from(y - x) / 365.25;
    let older = b.q.value - a.q.value;
    a.q.unit == Unit::Age && older != 0.0 && (years - older).abs() < 1.0
}

/// Whether one is a part that makes up the other together with a second part beside it: "158
/// passengers and five crew" of 163 people.
fn adds_up(articles: &[Facts], part: &Figure, whole: &Figure) -> bool {
    let q = part.q;
    if part.lone || q.value <= 0.0 || q.value >= whole.q.value || whole.q.value <= 10.0 {
        return false;
    }
    let all = &articles[part.article as usize].claims.quantities;
    let from = all.partition_point(|o| o.statement < q.statement);
    let beside = all[from..].iter().take_while(|o| o.statement == q.statement);
    let fits = |o: &&Quantity| {
        !o.span.overlaps(q.span)
            && family(o.unit) == family(q.unit)
            && (q.value + o.value - whole.q.value).abs() <= 1e-6 * whole.q.value
            && o.value > 0.0
    };
    beside.filter(fits).count() == 1
}

/// Those who are sent, and what comes in, in growing numbers as long as something lasts.
const SENT: &str = "soldier firefighter rescuer volunteer fireman engine helicopter diver trooper appliance aircraft ship drone complaint \
donation signature enquiry tip";

/// Different figures of one thing that are held against each other.
const MOST: usize = 48;

/// Whether figures that differ contradict each other, and why that is said. `None` where they
/// only seem to differ.
pub(super) fn of(articles: &[Facts], chosen: &[&Figure]) -> Option<(RowKind, &'static str)> {
    let running_kind = matches!(
        chosen[0].q.kind,
        Kind::Dead | Kind::Injured | Kind::Missing | Kind::Arrested | Kind::Evacuated | Kind::Rescued | Kind::Ill
    );
    let mut apart = false;
    let mut falling = false;
    let mut dated = true;
    let mut same_day = false;
    let mut rising = false;
    let mut none = false;
    let mut close = true;
    let mut fixed = false;
    // Who gives the same figure on the same day adds nothing.
    let mut distinct: Vec<&Figure> = Vec::new();
    for f in chosen {
        let same = |d: &&Figure| {
            (d.day, d.q.value, d.q.bound, d.q.unit, d.lone) == (f.day, f.q.value, f.q.bound, f.q.unit, f.lone)
        };
        if distinct.len() < MOST && !distinct.iter().any(same) {
            distinct.push(f);
        }
    }
    for (i, a) in distinct.iter().enumerate() {
        for b in &distinct[i + 1..] {
            if a.article == b.article {
                continue;
            }
            match relate(articles, a, b) {
                Relation::Same | Relation::Near => continue,
                Relation::Apart => apart = true,
            }
            let (x, y) = (a.q.value, b.q.value);
            none |= (x == 0.0) != (y == 0.0);
            close &= x != y && (rounds_to(a.q, b.q) || rounds_to(b.q, a.q));
            match (a.day, b.day) {
                (Some(d), Some(e)) => {
                    fixed |= running_kind
                        && as_of(articles, a).is_some_and(|x| x < d.min(e) && Some(x) == as_of(articles, b));
                    same_day |= d == e;
                    // A toll may be put right by a little.
                    let less = if running_kind { 0.85 } else { 1.0 };
                    falling |= (d < e && x * less > y) || (d > e && x < y * less);
                    rising |= (d < e && x < y) || (d > e && x > y);
                }
                _ => dated = false,
            }
        }
    }
    if !apart {
        return Some((RowKind::SoftConflict, "One figure is a bound or a rounding that the other fits."));
    }
    let kind = chosen[0].q.kind;
    let clauses: Vec<Phrase> = chosen.iter().map(|f| clause(articles, f)).collect();
    let says = |turns: &Turns| clauses.iter().any(|c| has(c, turns));
    let renewed = chosen.iter().any(|f| f.renewed);
    // The last are found: nobody is missing "any longer".
    let lasts = kind != Kind::Missing || same_day;
    // "Two have now died": more came after the report of none.
    let so_far = || chosen.iter().zip(&clauses).any(|(f, c)| f.q.value == 0.0 && is_open(c));
    let since = running_kind && rising && !same_day && (renewed || so_far());
    if none && lasts && !since && !says(&ENDED) {
        return Some((
            RowKind::HardConflict,
            "One says that there were none, the other counts some: both cannot be true.",
        ));
    }
    let sent: Vec<Term> = SENT.split(' ').filter_map(words::term).collect();
    // "Up to 31 August two", "by the end of August four": both tell how many it was by one day.
    if running_kind && fixed {
        return Some((RowKind::HardConflict, "Both counts are as of one day, and exclude each other."));
    }
    let passes = chosen.iter().any(|f| {
        f.q.unit == Unit::Area || (f.q.unit == Unit::Count && (sent.contains(&f.q.thing) || passing(articles, f)))
    });
    let running = passes || running_kind;
    let winds = chosen[0].q.unit == Unit::Speed && clauses.iter().any(|c| has(c, &WINDS));
    let (running, falls) = (running || winds, winds || kind == Kind::Missing);
    if (!running || falling) && (renewed || says(&REVISED)) {
        return Some((
            RowKind::SoftConflict,
            "One figure is said to be provisional, raised or final: they are of different moments.",
        ));
    }
    // What is destroyed, called off or signed up for adds up from day to day; a price changes.
    let counted = matches!(chosen[0].q.unit, Unit::Count | Unit::Mass) && rising && !falling && says(&GROWING);
    let quoted = matches!(chosen[0].q.unit, Unit::Money(_) | Unit::Percent) && (rising || falling) && says(&QUOTED);
    // "Three have been questioned", "Five have given statements": so far, each time.
    let adding = || chosen[0].q.unit == Unit::Count && rising && !falling && clauses.iter().all(is_perfect);
    if !running && !same_day && (counted || quoted || adding()) {
        return Some((RowKind::SoftConflict, "The later report gives the later figure: it changes from day to day."));
    }
    if running && (falls || !falling) {
        let why = if dated && !same_day {
            "A running count: the later report gives the later figure, so this is an update."
        } else {
            "A running count that changes from hour to hour; not every report says when it was counted."
        };
        return Some((RowKind::SoftConflict, why));
    }
    if close {
        return Some((RowKind::SoftConflict, "The figures lie within a few per cent of each other, as by rounding."));
    }
    Some((RowKind::HardConflict, "The same thing is counted or measured, and the figures exclude each other."))
}

/// The day up to which a figure's clause counts: "|by the end of August four patients were dead".
fn as_of(articles: &[Facts], f: &Figure) -> Option<i32> {
    let facts = &articles[f.article as usize];
    let [from, to] = f.times.map(|i| i as usize);
    let counted = |t: &&TimeMention| {
        let text = facts.article.text.as_str();
        let start = facts.claims.statements[f.q.statement as usize].span.start as usize;
        let before = text.get(start..t.span.start as usize).unwrap_or_default().trim_end().to_ascii_lowercase();
        let before = before.strip_suffix("the").unwrap_or(&before).trim_end();
        ["by", "up to", "until", "as of"].iter().any(|w| before.ends_with(w)) || t.span.of(text).starts_with("by ")
    };
    let day = facts.times.get(from..to)?.iter().find(counted)?.days?;
    Some(crate::day::number(day.to))
}

/// Whether a figure is another one rounded to fewer digits, or as far off as units and instruments
/// bring with them.
pub(super) fn rounds_to(round: &Quantity, other: &Quantity) -> bool {
    let (x, y) = (round.value, other.value);
    // Twenty seconds are rounder than 19; in their base unit both have many digits.
    let measured = round.converted || other.converted || matches!(round.unit, Unit::Magnitude | Unit::Duration);
    // "two million" is rounder than 40.
    let most = if x >= 1e5 && value::last_place(x) * 10.0 > x { 0.1 } else { 0.05 };
    let round = (value::last_place(x) / 2.0).min(most * x);
    let slack = if measured { round.max(0.04 * x.max(y)) } else { round };
    (x - y).abs() <= slack
}

/// What tells that a figure is not the last one.
static REVISED: Turns = Turns::new(&[
    "provisional",
    "preliminary",
    "initial",
    "initially",
    "latest figure",
    "latest figures",
    "latest estimate",
    "latest estimates",
    "latest toll",
    "latest tally",
    "latest total",
    "latest number",
    "latest numbers",
    "revised",
    "restated",
    "updated",
    "last offer",
    "new offer",
    "first estimate",
    "so far",
    "up to now",
    "admitted",
    "conceded",
    "to date",
    "last count",
    "latest count",
    "as of",
    "estimated at",
    "may exceed",
    "could exceed",
]);
/// What tells that there were some before.
static ENDED: Turns = Turns::new(&["any longer", "any more", "no longer", "anymore"]);
/// What blows now harder, now less.
static WINDS: Turns = Turns::new(&["wind", "winds", "gust", "gusts", "gusting"]);
/// What is done to more and more of some things.
static GROWING: Turns = Turns::new(&[
    "destroyed",
    "damaged",
    "swept away",
    "washed away",
    "burned",
    "burnt",
    "flattened",
    "collapsed",
    "cut off",
    "cancelled",
    "canceled",
    "scrub",
    "scrubbed",
    "affected",
    "flooded",
    "registered",
    "signed",
    "joined",
    "lost power",
    "without power",
    "recorded",
    "recovered",
]);
/// What is said of a price from day to day.
static QUOTED: Turns = Turns::new(&["shares", "stock", "closed at", "close of", "trading", "traded"]);

/// The words of a figure's clause.
fn clause<'t>(articles: &'t [Facts], f: &Figure) -> Phrase<'t> {
    let facts = &articles[f.article as usize];
    Phrase::new(facts, facts.claims.statements[f.q.statement as usize].span)
}

/// Whether a clause has one of some turns of phrase.
fn has(clause: &Phrase, turns: &Turns) -> bool {
    (0..clause.len()).any(|i| clause.any(i, turns).is_some())
}

/// Whether a clause tells what has been done by now: "have been questioned", "has given".
fn is_perfect(clause: &Phrase) -> bool {
    static HAS: Turns = Turns::new(&["has", "have"]);
    has(clause, &HAS)
}

/// Whether the clause tells a state that passes: "were waiting", "still queuing", "deployed".
fn passing(articles: &[Facts], f: &Figure) -> bool {
    let facts = &articles[f.article as usize];
    let clause = facts.claims.statements[f.q.statement as usize].span.of(&facts.article.text);
    let mut words = clause.split(' ');
    words.any(|w| {
        matches!(w, "still" | "remain" | "remained" | "deployed" | "stranded")
            || (w.len() > 6
                && w.ends_with("ing")
                && matches!(
                    w,
                    "waiting" | "queuing" | "fighting" | "searching" | "sheltering" | "sleeping" | "battling"
                ))
    })
}

/// Whether the clause of a figure tells that it is another one than before: "now serves seven", "stands
/// at 90,000", "paid by Saturday noon", "raised to 50"; but "now says" tells of the saying. `verbs` are
/// those of [`changing`].
pub(super) fn renewed(facts: &Facts, q: &Quantity, verbs: &[Term]) -> bool {
    let (statement, text) = (&facts.claims.statements[q.statement as usize], facts.article.text.as_str());
    let mut words = statement.span.of(text).split(' ').peekable();
    let dated = std::iter::from_fn(|| words.next().map(|w| (w, words.peek().copied().unwrap_or_default())));
    let says = ["say", "says", "admits", "believe", "believes"];
    let mut dated = dated.filter(|(word, next)| match *word {
        "now" => !says.contains(next),
        "by" | "By" => next.trim_end_matches("'s").trim_end_matches("’s").ends_with("day"),
        _ => false,
    });
    let before = text[..q.span.start as usize].trim_end();
    let became = before.ends_with(" to");
    let behind = text[q.span.end as usize..].trim_start_matches([',', ' ', '(']);
    let from = ["up from ", "down from "].iter().any(|w| behind.starts_with(w));
    // "On the night of the census, 21 May, it stood at 18 million": then, and for good.
    let then = || facts.times_in(statement.span).any(|t| t.days.is_some());
    dated.next().is_some()
        || from
        || before.ends_with(" stands at")
        || (before.ends_with(" stood at") && !then())
        || (became && statement.terms.iter().any(|t| verbs.contains(t)))
}

/// Verbs by which a figure becomes another one: "lifting its help |to 10 million".
pub(super) fn changing() -> Vec<Term> {
    const CHANGED: &str = "raise lift increase boost lower reduce rise climb grow double treble triple halve change";
    CHANGED.split(' ').filter_map(words::term).collect()
}

/// How much a reader should see a row about figures.
pub(super) fn importance(q: &Quantity, kind: RowKind, voices: usize) -> f32 {
    let fate = match q.kind {
        Kind::Dead => 3.0,
        Kind::Injured | Kind::Missing => 2.2,
        Kind::Plain => 0.8,
        _ => 1.6,
    };
    let base = match kind {
        RowKind::HardConflict => 2.0,
        RowKind::SoftConflict => 1.2,
        _ => 0.5,
    };
    fate + base + voices as f32 * 0.2
}

#[cfg(test)]
mod tests {
    use crate::facts::{self, Reader};
    use crate::import::{Article, Record};
    use crate::story::RowKind;

    /// The conflict about figures between two articles of different days.
    #[track_caller]
    fn check(a: &str, b: &str, expected: Option<RowKind>) {
        let read = |(id, text, day): (&str, &str, &str)| {
            let record = Record { id: id.into(), text: text.into(), published: Some(day.into()), ..Record::default() };
            facts::read(Article::new(record), &Reader::default())
        };
        let story = crate::story::tell([("a", a, "2024-05-02"), ("b", b, "2024-05-06")].map(read).into());
        let conflict = |k: &RowKind| matches!(k, RowKind::HardConflict | RowKind::SoftConflict);
        assert_eq!(story.rows.iter().map(|r| r.kind).find(conflict), expected, "{a} | {b}");
    }

    #[test]
    fn figures_of_different_moments() {
        let soft = Some(RowKind::SoftConflict);
        check("The trust offers a reward of £40,000.", "The trust's reward now stands at £90,000.", soft);
        check("Norland pledged $3 million in aid.", "Norland lifted its aid to $11 million.", soft);
        check("The depot has paid 4,100 farmers.", "The depot had paid 6,800 farmers by Saturday.", soft);
        check("The panel put turnout at 64 percent.", "The panel admitted that turnout was 57 percent.", soft);
        check("The annex will cost £600,000.", "The annex will cost £780,000, up from £600,000.", soft);
        check("The archive bought eleven letters.", "The archive bought about a dozen letters.", soft);
        check("The storm had winds of 80 mph.", "The storm had winds of 50 mph.", soft);
    }

    #[test]
    fn near_misses() {
        let hard = Some(RowKind::HardConflict);
        check("The archive bought 31 letters.", "The archive bought 38 letters.", hard);
        check("Ada Moss was jailed for nine years.", "Ada Moss is starting 11 years in prison.", hard);
        check("The archive bought 31 letters.", "The archive now says it bought 38 letters.", hard);
        check("On 3 May 2021 the herd stood at 310 goats.", "The herd was of 410 goats on 3 May 2021.", hard);
        check("61 percent of parents favoured the move.", "61 percent of parents opposed the move.", hard);
        check("61 percent of parents favoured the move.", "61 percent of parents supported the move.", None);
        check("The motion passed by 78 votes to 69.", "The amendment was lost by 83 votes to 60.", None);
        check("Fourteen officers were hurt in the clash.", "The clash left 27 people hurt.", None);
        check("Five of the seven judges left Ulm.", "Four judges left Ulm.", None);
        check("Talks went on for 11 days.", "Talks resumed three days after the walkout.", None);
        check("The storm in 1990, which left 28 dead, was worse.", "The storm left 23 dead.", None);
        check("The 700-tonne barge sank off Ulm.", "The barge that sank off Ulm carried 200 tonnes of coal.", None);
        check("Two of those killed were on the ferry.", "Three people were killed on the ferry.", None);
        check("The chain offered to sell 150 of its stores.", "The merger would join 2,800 stores.", None);
        check("The find brought ten more bodies.", "Crews found four more bodies in the tower.", None);
        check("63 passengers on the plane had Canadian passports.", "The crash killed all 176 people on board.", None);
        check("The missing are 159, more than the 99 reported earlier.", "The toll rose to 64.", None);
        check("It sank 80 miles west of Lisbon.", "It sank about 150 miles south of Cork.", None);
        check("It sank 80 miles from the pier.", "It sank 150 miles from the old rig.", None);
        check("It sank 80 miles from the rig.", "It sank 150 miles from the old rig.", hard);
        check("Every guest gets a voucher for 300 euros.", "The inn gave every guest a £450 voucher.", None);
        check("The dose was raised to 0.5 grams a litre.", "The dose, which had been 0.1 grams a litre, rose.", None);
        check("The shelters held 7,000 people.", "The shelters have beds for 12,000 people.", None);
        check("It sank 80 miles west of Lisbon.", "It sank about 150 miles west of Lisbon.", hard);
        check(
            "The storm cut power to 44,000 customers in Norway.",
            "The storm cut power to 70,000 customers in Sweden.",
            None,
        );
    }
}
