//! [`STEPS`]: what is done, in order, to the list of what the rules read.

mod carry_year;
mod drop_unlikely;
mod join_clock;
mod join_date;
mod join_range;
mod phase;

use super::found::Found;
use super::lexed::Lexed;
pub(super) use carry_year::is_range;

/// A step over all that was found.
pub(super) struct Step {
    /// Names it in explanations.
    pub name: &'static str,
    run: fn(&Lexed, &mut Vec<Found>),
}

/// All steps.
pub(super) const STEPS: &[Step] = &[
    Step { name: "drop-unlikely", run: drop_unlikely::run },
    Step { name: "join-date", run: join_date::run },
    Step { name: "join-clock", run: join_clock::run },
    Step { name: "carry-year", run: |t, found| carry_year::run(t, found) },
    Step { name: "lead-year", run: |t, found| carry_year::lead(t, found) },
    Step { name: "phase", run: |t, found| phase::run(t, found) },
    Step { name: "join-range", run: |t, found| join_range::run(t, found) },
];

/// Runs every step, and marks in each expression which ones changed it.
pub(super) fn run(t: &Lexed, found: &mut Vec<Found>) {
    for (i, step) in STEPS.iter().enumerate() {
        (step.run)(t, found);
        for one in found.iter_mut() {
            // A step marks what it touched in the highest bit; here it becomes the step's own.
            if one.refined & TOUCHED != 0 {
                one.refined = one.refined & !TOUCHED | 1 << i;
            }
        }
    }
}

/// Set by a step on what it changed.
const TOUCHED: u16 = 1 << 15;

/// Replaces neighbours by what `join` makes of them; what was joined can join the next one too.
fn join_neighbours(found: &mut Vec<Found>, join: impl Fn(&Found, &Found) -> Option<Found>) {
    let mut kept = 0;
    for i in 0..found.len() {
        let next = found[i];
        if kept > 0
            && let Some(joined) = join(&found[kept - 1], &next)
        {
            let refined = found[kept - 1].refined | next.refined | TOUCHED;
            found[kept - 1] = Found { refined, ..joined };
        } else {
            found[kept] = next;
            kept += 1;
        }
    }
    found.truncate(kept);
}
