//! Golden tests over the folders beside this file, which mirror `src/`: sentences with the
//! expected reading under each, and near misses beside them.

mod events;
mod golden;
mod names;
mod stories;
mod time;

#[test]
fn times() {
    golden::check("time", time::read);
}

#[test]
fn events() {
    golden::check("event", events::read);
}

#[test]
fn names() {
    golden::check("entity/trained", names::read);
}

#[test]
fn names_by_rules() {
    golden::check("entity/rules", names::read_by_rules);
}
