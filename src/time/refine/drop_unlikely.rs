//! Drops what reads like a time but stands in a place where it is none: inside an address, a
//! name of a file, or a row of numbers.

use crate::time::found::{Found, Meaning, Parts};
use crate::time::lexed::Lexed;

pub(super) fn run(t: &Lexed, found: &mut Vec<Found>) {
    found.retain(|one| !is_in_address(t, one) && !is_in_row(t, one));
}

/// Letters and slashes are glued to it: "/2024/05/02/story", "report_2024.pdf".
fn is_in_address(t: &Lexed, one: &Found) -> bool {
    let before = one.start().wrapping_sub(1);
    let glued_before = !t.spaced(one.start()) && matches!(t.text(before), "/" | "_" | "=" | "&" | "@" | "\\" | "#");
    let glued_behind = !t.spaced(one.end())
        && matches!(t.text(one.end()), "/" | "_" | "=" | "&" | "@" | "\\")
        && !t.spaced(one.end() + 1);
    // "2012/13" and "Monday/Tuesday" are read as such; three glued parts are an address.
    let path = glued_before && (t.text(before) != "/" || !t.spaced(before.wrapping_sub(1)) && glued_behind);
    path || (glued_behind && glued_before)
}

/// A bare year in a row of bare numbers is a number: "1020 1998 3321".
fn is_in_row(t: &Lexed, one: &Found) -> bool {
    let Meaning::Date(parts) = one.meaning else { return false };
    let bare = Parts { year: parts.year, ..Parts::default() } == parts && one.end() == one.start() + 1;
    let number = |at: usize| t.digits(at).is_some_and(|(_, width)| width > 2);
    bare && number(one.start().wrapping_sub(1)) && number(one.end())
}
