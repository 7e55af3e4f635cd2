//! How two figures of one thing relate, and whether figures that differ contradict each other.

use super::figures::{Figure, family};
use super::phrase::Phrase;
use super::value::{self, Relation};
use crate::claim::unit::Unit;
use crate::claim::{Kind, Quantity, Term, words};
use crate::facts::Facts;
use crate::story::RowKind;

/// How two figures relate, the other figures of their clauses considered.
pub(super) fn relate(articles: &[Facts], a: &Figure, b: &Figure) -> Relation {
    match value::relation(a.q, b.q) {
        Relation::Apart if adds_up(articles, a, b) || adds_up(articles, b, a) => Relation::Same,
        relation => relation,
    }
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
        o.span != q.span
            && family(o.unit) == family(q.unit)
            && (q.value + o.value - whole.q.value).abs() <= 1e-6 * whole.q.value
            && o.value > 0.0
    };
    beside.filter(fits).count() == 1
}

/// Those who are sent in growing numbers as long as something lasts.
const SENT: &str = "soldier firefighter rescuer volunteer fireman engine helicopter diver trooper appliance";

/// Different figures of one thing that are held against each other.
const MOST: usize = 48;

/// Whether figures that differ contradict each other, and why that is said. `None` where they
/// only seem to differ.
pub(super) fn of(articles: &[Facts], chosen: &[&Figure]) -> Option<(RowKind, &'static str)> {
    let mut apart = false;
    let mut falling = false;
    let mut dated = true;
    let mut same_day = false;
    let mut none = false;
    let mut close = true;
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
            close &= x != y && (x - y).abs() <= 0.035 * x.max(y) && (rounded(a.q) || rounded(b.q));
            match (a.day, b.day) {
                (Some(d), Some(e)) => {
                    same_day |= d == e;
                    falling |= (d < e && x > y) || (d > e && x < y);
                }
                _ => dated = false,
            }
        }
    }
    if !apart {
        return Some((RowKind::SoftConflict, "One figure is a bound or a rounding that the other fits."));
    }
    let kind = chosen[0].q.kind;
    if none {
        return Some((
            RowKind::HardConflict,
            "One says that there were none, the other counts some: both cannot be true.",
        ));
    }
    let sent: Vec<Term> = SENT.split(' ').filter_map(words::term).collect();
    let passes = chosen.iter().any(|f| {
        f.q.unit == Unit::Area || (f.q.unit == Unit::Count && (sent.contains(&f.q.thing) || passing(articles, f)))
    });
    let running = passes
        || matches!(
            kind,
            Kind::Dead | Kind::Injured | Kind::Missing | Kind::Arrested | Kind::Evacuated | Kind::Rescued | Kind::Ill
        );
    let falls = kind == Kind::Missing;
    let revised = chosen.iter().any(|f| revised(articles, f));
    if revised && !running {
        return Some((
            RowKind::SoftConflict,
            "One figure is said to be provisional, raised or final: they are of different moments.",
        ));
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

/// Whether a figure may be a rounding of another: it ends in a zero, or is measured and converted.
fn rounded(q: &Quantity) -> bool {
    q.unit != Unit::Count || q.value % 10.0 == 0.0
}

/// Whether the clause says that its figure is not the first or not the last one.
fn revised(articles: &[Facts], f: &Figure) -> bool {
    const WORDS: [&str; 25] = [
        "final count",
        "final tally",
        "final result",
        "final results",
        "final figure",
        "provisional",
        "preliminary",
        "initial",
        "initially",
        "latest",
        "revised",
        "updated",
        "raised to",
        "lowered to",
        "last offer",
        "new offer",
        "first estimate",
        "so far",
        "estimated at",
        "may exceed",
        "could exceed",
        "rose to",
        "risen to",
        "climbed to",
        "grown to",
    ];
    let facts = &articles[f.article as usize];
    let words = Phrase::new(&facts.article.text, facts.claims.statements[f.q.statement as usize].span);
    (0..words.len()).any(|i| words.any(i, &WORDS).is_some())
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
