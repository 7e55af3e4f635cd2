//! Tables of two short articles and what comes of the dates they give: what the files beside find
//! together.

use crate::facts::{Reader, read};
use crate::import::{Article, Record};
use crate::story::{Aspect, Row, RowKind};

const HARD: Option<RowKind> = Some(RowKind::HardConflict);
const SOFT: Option<RowKind> = Some(RowKind::SoftConflict);

/// The rows about dates of two articles, each given with its day.
fn rows(a: (&str, &str), b: (&str, &str)) -> Vec<Row> {
    let facts = [a, b].into_iter().enumerate().map(|(n, (day, text))| {
        let published = (!day.is_empty()).then(|| day.to_owned());
        read(
            Article::new(Record { id: format!("a{n}"), text: text.into(), published, ..Record::default() }),
            &Reader::default(),
        )
    });
    let mut rows = crate::story::tell(facts.collect()).rows;
    rows.retain(|r| r.aspect == Aspect::Date);
    rows
}

/// How two articles differ on a date: the gravest row.
#[track_caller]
fn check(a: (&str, &str), b: (&str, &str), expected: Option<RowKind>) {
    let mut found = rows(a, b);
    found.retain(|r| Some(r.kind) == HARD || Some(r.kind) == SOFT);
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
    let noon = ("2024-06-10", "The truce of Lund took effect at noon on Monday.");
    check(noon, ("2024-06-12", "The guns did not fall silent at noon, says Anna Dahl."), HARD);
    // Near misses: what began then, and a denial of something else.
    check(noon, ("2024-06-12", "The guns did not fall silent until noon, says Anna Dahl."), None);
    check(noon, ("2024-06-12", "The shops of Lund, without exception, closed at noon."), None);
}

#[test]
fn clocks_of_two_places() {
    let early = ("2024-06-10", "The Lund tower fell at 9:20 a.m. on Sunday, said Anna Dahl.");
    let one_moment = |text: &str| {
        let found = rows(early, ("2024-06-10", text));
        let agree = |r: &Row| r.kind == RowKind::Agree && r.why.contains("clocks of two places");
        assert!(found.iter().any(agree), "{text}");
        check(early, ("2024-06-10", text), None);
    };
    one_moment("The tower of Lund fell at 3:20 a.m. Eastern on Sunday, a Boston paper says.");
    one_moment("The Lund tower fell at 10:20 Riga time on Sunday.");
    one_moment("The Lund tower fell at 0720 GMT on Sunday.");
    // Told roughly, it may be another moment.
    check(early, ("2024-06-10", "The Lund tower fell at about 0720 GMT on Sunday."), SOFT);
    // Near misses: the same clock, and another thing.
    check(early, ("2024-06-10", "The Lund tower fell at 9:20 local time on Sunday."), None);
    check(early, ("2024-06-10", "Some geese crossed a lake at 3:20 a.m. Eastern on Sunday."), None);
    let told = "Anna Dahl announced around 3:20 a.m. Eastern that the Lund tower fell.";
    check(early, ("2024-06-10", told), None);
}

#[test]
fn leaving_and_coming_to_one_place() {
    let left = ("2024-06-10", "The column set off from the Harbour Square at 11 a.m. on Sunday, said Anna Dahl.");
    check(left, ("2024-06-12", "The crowd did not leave the Harbour Square until 12.30 p.m. on Sunday."), HARD);
    check(left, ("2024-06-12", "The crowd left the Harbour Square at 11 a.m. on Sunday."), None);
    // Near misses: another place, another day, another one who leaves, and one more of them.
    check(left, ("2024-06-12", "The crowd did not leave the Mint Street until 12.30 p.m. on Sunday."), None);
    check(left, ("2024-06-12", "The crowd left the Harbour Square at 12.30 p.m. on Tuesday."), None);
    check(left, ("2024-06-12", "A second column left the Harbour Square at 12.30 p.m. on Sunday."), None);
    let dahl = ("2024-06-10", "Anna Dahl left Osterby at 11 a.m. on Sunday.");
    check(dahl, ("2024-06-12", "Olga Berg left Osterby at 2.30 p.m. on Sunday."), None);
    let began = ("2024-06-10", "The Lund hearing began at 9.30 a.m. on Sunday.");
    check(began, ("2024-06-12", "The hearing of Anna Dahl opened at 10.15 a.m. on Sunday at Lund."), HARD);
}

#[test]
fn the_day_of_saying() {
    let sank = ("2024-06-10", "The Lund ferry sank in a storm off Osterby on Sunday.");
    check(sank, ("2024-06-11", "The Lund ferry sank in a storm off Osterby, the minister said Monday."), None);
    check(sank, ("2024-06-11", "The Lund ferry sank in a storm off Osterby on Monday."), HARD);
}

#[test]
fn dates_that_are_refused() {
    let told = ("2024-06-10", "The first swab at Lund was found dirty on 2 May.");
    check(told, ("2024-06-12", "The first swab of Anna Dahl was sent in on 26 April, not in May."), HARD);
    check(told, ("2024-06-12", "A cook fell ill on 26 April, not in May."), None);
    check(told, ("2024-06-12", "The first swab of Anna Dahl was sent in on 26 April, not in March."), None);
}

#[test]
fn the_hour_of_a_plan() {
    let plan = ("2024-06-10", "The Lund tunnel was expected to reopen at six in the evening.");
    check(plan, ("2024-06-10", "The tunnel at Lund reopened at 20:40, its keeper says."), SOFT);
    check(plan, ("2024-06-10", "The tunnel at Lund reopened at 18:00, its keeper says."), None);
}

#[test]
fn the_last_time_told_twice() {
    let last = ("2024-06-10", "The Lund water tank was last inspected on 14 November 2023, a bill says.");
    check(last, ("", "The tank passed its most recent inspection on 19 February, says the Lund water board."), HARD);
    check(
        last,
        ("", "The tank passed its most recent inspection on 14 November 2023, says the Lund water board."),
        None,
    );
    check(last, ("", "The Lund mill passed its most recent exam on 19 February."), None);
    let never = ("2024-06-10", "No inspector had been to the Lund mill since 2017, a judge found.");
    check(never, ("2024-06-12", "The Lund mill fell. It was last inspected in May 2022, a list says."), HARD);
    check(never, ("2024-06-12", "The Lund mill fell. It was last inspected in May 2016, a list says."), None);
    check(never, ("2024-06-12", "The Lund mill fell. It was last sold in May 2022, a list says."), None);
}

#[test]
fn a_letter_that_came_before() {
    let first = ("2024-06-10", "The Lund works were first told of the hole on 19 May, they say.");
    check(first, ("2024-06-12", "A letter about the hole arrived at the Lund works on 14 May."), HARD);
    check(first, ("2024-06-12", "A cart of oats arrived at the Lund works on 14 May."), None);
}

#[test]
fn plans_that_were_moved() {
    let plan = ("2024-06-10", "The Lund school will close on 31 August, says Anna Dahl.");
    check(plan, ("2024-07-08", "Anna Dahl said that the closure was put back to Christmas, for want of rooms."), SOFT);
    check(
        plan,
        ("2024-07-08", "Olga Berg of Lund said that the match was put back to Christmas, for want of rain."),
        None,
    );
    check(plan, ("2024-07-08", "Anna Dahl said that the closure was put back to 31 August."), None);
    // The day of saying is not that of the plan.
    let said = ("2024-06-10", "Anna Dahl said on Saturday that the Lund toll would go up as planned.");
    check(said, ("2024-06-20", "Anna Dahl of Lund spoke of the toll on Tuesday."), None);
}

#[test]
fn the_end_of_a_stretch_is_no_day_of_its_own() {
    let stretch = ("2024-06-10", "Anna Dahl sold the flats of Lund between 2016 and 2019.");
    check(stretch, ("2024-06-12", "The bank of Lund fell in June 2019."), None);
}

#[test]
fn things_of_one_day() {
    let agrees = |a: (&str, &str), b: (&str, &str)| rows(a, b).iter().any(|r| r.kind == RowKind::Agree);
    let went = ("2024-06-10", "The keeper found rust in the old bell of Lund on 3 June.");
    assert!(agrees(went, ("2024-06-12", "Rust was found in the bell of Lund on 3 June.")));
    assert!(!agrees(went, ("2024-06-12", "Some geese crossed a lake near Bergen on 3 June.")));
}
