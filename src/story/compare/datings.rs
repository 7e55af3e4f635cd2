//! Tables of two short articles and what comes of the dates they give: what the files beside find
//! together.

use crate::facts::{Reader, read};
use crate::import::{Article, Record};
use crate::story::{Aspect, Row, RowKind};

const HARD: Option<RowKind> = Some(RowKind::HardConflict);
const SOFT: Option<RowKind> = Some(RowKind::SoftConflict);

/// How two articles, each given with its day, differ on a date: the gravest row.
#[track_caller]
fn check(a: (&str, &str), b: (&str, &str), expected: Option<RowKind>) {
    let facts = [a, b].into_iter().enumerate().map(|(n, (day, text))| {
        let published = (!day.is_empty()).then(|| day.to_owned());
        read(
            Article::new(Record { id: format!("a{n}"), text: text.into(), published, ..Record::default() }),
            &Reader::default(),
        )
    });
    let story = crate::story::tell(facts.collect());
    let told = |r: &&Row| r.aspect == Aspect::Date && (Some(r.kind) == HARD || Some(r.kind) == SOFT);
    let found: Vec<&Row> = story.rows.iter().filter(told).collect();
    let summaries: Vec<&str> = found.iter().map(|r| r.summary.as_str()).collect();
    assert_eq!(found.iter().map(|r| r.kind).min(), expected, "{a:?} | {b:?}: {summaries:?}");
}

#[test]
fn a_month_and_its_day() {
    let month = ("2024-06-10", "The Lund mill has stood still since March. Anna Dahl owns it.");
    check(month, ("2024-06-12", "Anna Dahl sent the millers home on 14 March."), SOFT);
    // Near misses: something else, two days of it, the month of writing, a question.
    check(month, ("2024-06-12", "Anna Dahl bought a horse on 14 March."), None);
    check(month, ("2024-06-12", "Anna Dahl bought oats on 3 March. She sent the millers home on 14 March."), None);
    let now = ("2024-03-20", "The Lund mill has stood still since March. Anna Dahl owns it.");
    check(now, ("2024-03-22", "Anna Dahl sent the millers home on 14 March."), None);
    let asked = ("2024-06-10", "Who knew of the Lund mill in March? Anna Dahl owns it.");
    check(asked, ("2024-06-12", "Anna Dahl sent the millers home on 14 March."), None);
}

#[test]
fn a_year_long_past() {
    let year = ("2024-06-10", "The Lund bridge was built in 1974 by Anna Dahl.");
    check(year, ("2024-06-12", "The Lund bridge, built on 3 May 1974, is closed."), SOFT);
    check(year, ("2024-06-12", "The Lund bridge, built in May 1974, is closed."), SOFT);
}

#[test]
fn plans_that_slipped() {
    let plan = ("2024-06-10", "The Lund line hopes to reopen the old tunnel on 3 July.");
    check(plan, ("2024-08-12", "The Lund line opened the old tunnel again on 10 July."), SOFT);
    check(
        plan,
        ("2024-08-12", "Trains ran to Lund on Wednesday. The tunnel came into use a week late, on 10 July."),
        SOFT,
    );
    check(
        ("2024-06-10", "Anna Dahl will report by 3 July. She is a judge."),
        ("2024-07-08", "The report of Anna Dahl is out. It came three days late, on 6 July."),
        SOFT,
    );
    // Near misses: as planned, something else, another's day, long after.
    check(plan, ("2024-08-12", "The Lund line opened the old tunnel again on 3 July."), None);
    check(plan, ("2024-08-12", "Some bathers were stung by wasps on 10 July."), None);
    check(
        ("2024-06-10", "The Lund line would reopen the old tunnel at Monday's price."),
        ("2024-08-12", "The Lund line opened the old tunnel again on 10 July."),
        None,
    );
    check(plan, ("2025-02-12", "The Lund line opened the old tunnel anew on 8 January."), None);
}

#[test]
fn who_knew_when() {
    let first = ("2024-06-10", "The Lund bank says that it first learned of the hole on 19 May.");
    check(first, ("2024-06-12", "The Lund bank received the audit of the hole on 14 April."), HARD);
    let seen = ("2024-06-10", "Rust was first noticed by the Lund works on 19 May.");
    check(seen, ("2024-06-12", "Anna Dahl, a welder at Lund, spotted it on 14 May."), HARD);
    let told = ("2024-06-10", "The Lund works informed the police on 19 May, the very day they found out.");
    check(told, ("2024-06-12", "The Lund works knew in April."), HARD);
    // Near misses: after it, not for the first time, who only heard of something else.
    check(first, ("2024-06-12", "The Lund bank received the audit of the hole on 24 May."), None);
    check(
        ("2024-06-10", "The Lund bank says that it spoke of the hole on 19 May."),
        ("2024-06-12", "The Lund bank received the audit of the hole on 14 April."),
        None,
    );
    check(told, ("2024-06-12", "The Lund works were sold in April."), None);
}

#[test]
fn the_last_time() {
    let last = ("2024-06-10", "The Lund water tank was last cleaned in 2021, a bill says.");
    check(last, ("2024-06-12", "The Lund water tank, emptied and scrubbed in January 2024, was in order."), HARD);
    // Near misses: before it, and another thing.
    check(last, ("2024-06-12", "The Lund water tank, emptied and scrubbed in January 2020, was in order."), None);
    check(last, ("2024-06-12", "The brakes of the bus were checked in January 2024."), None);
}

#[test]
fn the_first_of_its_kind() {
    let first = ("2024-06-10", "The first storm warning by text message went out at Lund on Saturday morning.");
    check(first, ("2024-06-12", "A storm warning by text message went out at Lund on Thursday, 6 June."), HARD);
    check(first, ("2024-06-12", "A storm warning by text message went out at Lund on Sunday, 9 June."), None);
}

#[test]
fn what_happens_to_one_thing_once() {
    let bridge = ("2024-06-10", "The Lund bridge was closed on Friday, the council said.");
    check(bridge, ("2024-06-12", "The Lund bridge was shut by the police on Thursday, said Anna Dahl of Lund."), HARD);
    let firm = ("2024-06-10", "Dahl Foods was founded in 1998 at Lund.");
    check(firm, ("2024-06-12", "Dahl Foods was set up at Lund in 1996."), HARD);
    let trial = ("2024-06-10", "The Lund trial opened on 3 June.");
    check(trial, ("2024-06-12", "The trial of Anna Dahl began at Lund on 5 June."), HARD);
    // Near misses: one day, another thing, one more of it, what nobody is named for.
    check(bridge, ("2024-06-12", "The Lund bridge was shut by the police on Friday, said Anna Dahl of Lund."), None);
    check(bridge, ("2024-06-12", "The Lund tunnel was shut by the police on Thursday, said Anna Dahl of Lund."), None);
    check(trial, ("2024-06-12", "Another trial of Anna Dahl began at Lund on 5 June."), None);
    let man = ("2024-06-10", "A man was arrested at Lund on Friday.");
    check(
        man,
        ("2024-06-12", "Anna Dahl of Lund saw how a man was detained after a brawl by the docks on Sunday."),
        None,
    );
}

#[test]
fn an_office_is_left_once() {
    let resigned = ("2024-06-10", "Anna Dahl resigned from the board of the Lund bank on Sunday, her lawyer said.");
    check(resigned, ("2024-06-12", "Anna Dahl was dismissed by the Lund bank on Monday."), HARD);
    check(resigned, ("2024-06-12", "The Lund bank is done with Anna Dahl. She was dismissed on Monday."), HARD);
    check(resigned, ("2024-06-12", "Anna Dahl stepped down from the Lund bank on Sunday."), None);
    check(resigned, ("2024-06-12", "Olga Berg was dismissed by the Lund bank on Monday."), None);
}

#[test]
fn the_news_of_two_days() {
    // Each of the day on which it was written, the same words, and things years apart.
    let news = ("2024-06-10", "The Lund works today unveiled their new plough at a fair.");
    check(news, ("2024-06-20", "The Lund works today unveiled their new plough at a market."), None);
    let sold = ("2024-06-10", "The Lund works filed a suit against Anna Dahl in March 2021.");
    check(sold, ("2024-06-12", "The Lund works filed a suit against Anna Dahl in May 2024."), None);
    check(sold, ("2024-06-12", "The Lund works filed a suit against Anna Dahl in May 2021."), HARD);
    // "this year" says little of a day of it.
    let year = ("2024-06-10", "The Lund works opened a store for ploughs in Osterby in 2024.");
    check(year, ("2024-06-12", "Ploughs of the Lund works were praised at a fair in Osterby on 3 March."), None);
}

#[test]
fn years_and_days_of_what_is_past() {
    let letter = ("2023-03-20", "Anna Dahl of Lund says that the letter reached the board in March 2022.");
    check(letter, ("2022-11-16", "Anna Dahl wrote to the board of Lund on 7 March."), SOFT);
    check(letter, ("2022-11-16", "Anna Dahl will write to the board of Lund on 7 March."), None);
}

#[test]
fn hours() {
    let early = ("2024-06-10", "The guard entered the Lund tower at 9:20 a.m. on Monday.");
    check(early, ("2024-06-12", "The guard did not enter the Lund tower until 9:28 a.m. on Monday."), HARD);
    check(early, ("2024-06-12", "The guard entered the Lund tower at 9:20 a.m. on Monday."), None);
}
