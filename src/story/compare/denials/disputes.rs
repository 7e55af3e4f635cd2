//! Tables of two short articles and the hard conflicts of statements between them: what the
//! files beside find together.

use crate::facts::{Reader, read};
use crate::import::{Article, Record};
use crate::story::{Aspect, Row, RowKind, Story};

/// Whether two articles contradict each other in what no figure or date carries.
#[track_caller]
fn check(a: &str, b: &str, expected: bool) {
    check_on("2024-05-02", a, "2024-05-03", b, expected);
}

/// As [`check`], for articles of two days.
#[track_caller]
fn check_on(first: &str, a: &str, second: &str, b: &str, expected: bool) {
    let story = told(first, a, second, b);
    let found: Vec<&str> = story.rows.iter().filter(|r| disputed(r)).map(|r| r.summary.as_str()).collect();
    assert_eq!(!found.is_empty(), expected, "{a} | {b}: {found:?}");
}

/// Whether a row is a hard conflict of what no figure or date carries.
fn disputed(row: &Row) -> bool {
    row.kind == RowKind::HardConflict
        && !matches!(row.aspect, Aspect::Count | Aspect::Amount | Aspect::Measure | Aspect::Date)
}

/// The story of two articles of two days.
fn told(first: &str, a: &str, second: &str, b: &str) -> Story {
    let facts = [(first, a), (second, b)].into_iter().enumerate().map(|(n, (day, text))| {
        let record =
            Record { id: format!("a{n}"), text: text.into(), published: Some(day.into()), ..Record::default() };
        read(Article::new(record), &Reader::default())
    });
    crate::story::tell(facts.collect())
}

#[test]
fn who_had_it_done() {
    let closed = "The pier was shut by order of the harbour master. Nobody was there.";
    check(closed, "The decision to shut the pier came from the mayor. She was away.", true);
    check(
        "A truce was brokered by the Norwegian envoy. It holds.",
        "The truce was reached through the good offices of the bishop.",
        true,
    );
    check(
        "It was the bakery that alerted the fire brigade. It burned.",
        "A jogger rang the fire brigade at six. It burned.",
        true,
    );
    let first = "Sailors were the first to reach the wreck. Anna Dahl saw it off Osterby.";
    check(first, "It was not the marines who came first. Anna Dahl of Osterby was told so.", true);
    check(first, "It was not the marines who came first. The cup was won by others.", false);
    check(
        "The harbour office had been alerted late on Monday by the pilot. Anna Dahl of Osterby saw it.",
        "A jogger blew the whistle. Anna Dahl of Osterby saw it.",
        true,
    );
    check(
        "The idea of a merger had come from Lundbank, Anna Dahl of Osterby said.",
        "Nordkraft approached the owner, Anna Dahl of Osterby said.",
        true,
    );
    // Near miss: who comes from a place.
    check(
        "The pilot of the boat had come from Lundbank, Anna Dahl of Osterby said.",
        "Nordkraft approached the owner, Anna Dahl of Osterby said.",
        false,
    );
    let council = "The council has decided, on its own initiative, to drain the pond.";
    check(council, "The judge ordered the council to drain the pond.", true);
    // Near misses: the same one, another thing that was ordered, and one who was asked.
    check(closed, "The harbour master ordered the pier to be shut. She was away.", false);
    check(closed, "The decision to build a school came from the mayor. She was away.", false);
    check(closed, "The mayor was asked for an opinion on the weather. She was away.", false);
}

#[test]
fn a_report_long_after() {
    let said = "The Lund Dam at Osterby was overtopped, Anna Dahl of Nordkraft said. The Tarn rose.";
    let later = "The Lund Dam was not overtopped, the inquiry found. Anna Dahl of Nordkraft left Osterby.";
    check_on("2023-05-02", said, "2024-06-30", later, true);
    // Near miss: it names nobody that the first one names.
    let other = "The dam was not overtopped, an inquiry found. A clerk left the town.";
    check_on("2023-05-02", said, "2024-06-30", other, false);
}

#[test]
fn on_which_side_it_was() {
    check("The oil entered the brook above the old mill.", "The outlet lies 200 metres below the old mill.", true);
    check("The shots were fired from inside the town hall.", "The shots were fired from outside the town hall.", true);
    // Near misses: one side, two landmarks, and no place at all.
    check("The oil entered the brook above the old mill.", "The outlet lies above the old mill.", false);
    check("The oil entered the brook above the old mill.", "Bathers stood below the chapel.", false);
    check("Above all the mayor spoke of the mill.", "The prices fell below those of the mill.", false);
}

#[test]
fn what_is_denied_is_the_same_deed() {
    check("The guard locked the cellar door on Monday.", "The guard never locked the cellar door.", true);
    check(
        "The harbour office was warned of the wave by telephone, a clerk said.",
        "The harbour office received no warning of the wave before nine.",
        true,
    );
    // Near misses: a word in common, a fixed phrase, what is gone in both.
    check("Thirty lodgers lived in the boarding house.", "No lodger is among the dead.", false);
    check(
        "The council voted to withdraw its confidence from the mayor.",
        "A motion of no confidence was read out.",
        false,
    );
    check("Some 9,000 homes lost their electricity.", "Some 9,000 homes were without electricity.", false);
    check("The ferry lost contact with the port.", "No contact with the ferry was established.", false);
    check(
        "Anna Dahl opened the door of the mill.",
        "It was from there, Anna Dahl said, that she saw the door of the mill.",
        false,
    );
    check("The mayor needed a driver.", "\"I don't need a driver,\" the mayor said.", false);
    check("In 1991 a guard painted the cellar door.", "The guard never painted the cellar door.", false);
    check("The letter was brought to the board by a clerk.", "It was brought not by a porter but by a clerk.", false);
}

#[test]
fn what_is_denied_of_another() {
    // Near misses: another one did not do it, another thing, a part of many, what is granted, what is only asked.
    check("The chairman, Per Dahl, left the hall by the yard.", "Ms Lund did not leave the board of the hall.", false);
    check("Anna Dahl received the silver cup.", "Anna Dahl has not received the prize money.", false);
    check("Nine flights were cancelled at Osterby.", "The flight from Osterby left at noon.", false);
    check("Anna Dahl was chosen as captain of the team.", "Nobody disputes that Anna Dahl was chosen.", false);
    check("The heir of the mill was found in Osterby.", "Should no heir of the mill be found, it is sold.", false);
    check("Anna Dahl runs the mill at Osterby.", "Per Lund, 51, no longer runs the bakery at Osterby.", false);
    check("A member of the board walked out of the hall.", "Nobody left the hall of the board.", true);
}

#[test]
fn whether_anybody_spoke_up() {
    let none = "No complaints about the kiln had been received, the pottery said.";
    check("Anna Dahl twice warned the pottery about the rusty kiln.", none, true);
    check("A potter had handed in written complaints about kiln No. 2 of the pottery.", none, true);
    // Near misses: of something else, and nobody who spoke up.
    check("Anna Dahl complained to the pottery about the wages.", none, false);
    check("Anna Dahl built the kiln of the pottery.", none, false);
    check("Passengers left by the rope ladder.", "The rope ladder was not used, the line said.", true);
    // Near miss: what was used for nothing else.
    check("Passengers left by the stairs.", "The rope ladder was not used, the line said.", false);
}

#[test]
fn who_did_it() {
    let mate = "It was the mate who shut the fuel valve.";
    check("An engineer shut the fuel valve within a minute.", mate, true);
    check("The fuel valve was turned off by an engineer.", mate, true);
    check("The fuel valve, closed by the engineer Per Dahl, was rusty.", mate, true);
    check(
        "The order to clear the hall was given by the warden, Per Lund.",
        "It was Anna Dahl, 38, who ordered everybody out; Lund was asleep.",
        true,
    );
    check("The harbour firm closed the fuel valve.", "It was not the harbour firm that turned off the valve.", true);
    check(
        "A chemist signed the sale order for the mill.",
        "It was Dr. Anna Dahl who signed the order for the mill.",
        true,
    );
    check(
        "The helmsman kept the wheel and carried out the landing of the airship.",
        "Captain Anna Dahl landed the airship herself.",
        true,
    );
    check("Soldiers cut through the gate.", "It was the strikers who broke down the gate.", true);
    // Near misses: the same one, another thing, a time, another deed, and what nobody did.
    check("The mate closed the fuel valve.", mate, false);
    check("A grocer shut the shop at noon.", mate, false);
    check("An engineer shut the fuel valve.", "It was Monday before the fuel valve was shut.", false);
    check("An engineer painted the fuel valve.", mate, false);
    check("The union called a strike at Osterby.", "It was the mayor who called the meeting at Osterby.", false);
    check("A storm shut the fuel valve.", "It was the mate who said that the fuel valve was shut.", false);
    check("The mate, Anna Dahl, shut the fuel valve.", "It was Dahl who shut the fuel valve.", false);
    check("The mayor ordered a review of the dam.", "It was the warden who ordered boats to the ford.", false);
    check("The fuel valve was shut by hand.", mate, false);
    check("Anna Dahl, the mate, shut the fuel valve.", "It was the mate, Anna Dahl, who shut the valve.", false);
    check("The airship landed at noon.", "Captain Anna Dahl landed the airship.", false);
}

#[test]
fn what_is_of_another_day_or_number() {
    // Near misses: firsts of one day, guards of another number, and a cause of something else.
    check(
        "The clerk first learned of the leak in the vault on Friday.",
        "Guards were first told of a leak in the vault on Friday at nine.",
        false,
    );
    check("Two guards of the vault at Osterby were killed.", "Seven guards of the vault at Osterby survived.", false);
    check(
        "The clerk first heard of the leak in the vault in a letter.",
        "Guards were first told of a leak in the vault.",
        false,
    );
    check(
        "The flood that shut the harbour at Osterby was caused by a burst pipe.",
        "Two schools in the hills stayed shut because of the smell.",
        false,
    );
    let crash = "The crash at the mill was caused by a broken axle.";
    check(crash, "The strike at the mill was caused by low wages.", false);
    check(crash, "The accident at the mill was caused by a drunken driver.", true);
    check("The vault was closed at noon.", "The vault reopened at eight in the evening.", false);
}

/// Of what the first article says is not so, the second tells that it came about later: both were true.
#[test]
fn what_came_about_later() {
    let kinds = |first: &str, second: &str| -> Vec<RowKind> {
        let story = told("2024-05-02", first, "2024-05-09", second);
        let conflict = |k: &RowKind| !matches!(k, RowKind::SingleSource | RowKind::Agree);
        story.rows.iter().map(|r| r.kind).filter(conflict).collect()
    };
    let none = "No deaths in the ward at Osterby were reported.";
    assert_eq!(kinds(none, "Anna Dahl died in the ward at Osterby on 6 May 2024."), [RowKind::SoftConflict]);
    assert_eq!(kinds(none, "Anna Dahl died in the ward at Osterby on 1 May 2024."), [RowKind::HardConflict]);
}

/// What a row quotes of a denial in the second article, besides the denial.
#[track_caller]
fn quotes(b: &str, expected: &[&str]) {
    let story = told("2024-05-02", "The fire was started by a spark from the kiln.", "2024-05-03", b);
    let row = story.rows.iter().find(|r| disputed(r)).expect(b);
    let own = row
        .claims
        .iter()
        .filter(|c| c.place.article == 1)
        .map(|c| &b[c.place.span.start as usize..][..c.place.span.len() as usize]);
    assert_eq!(own.filter(|c| !c.contains("no spark")).collect::<Vec<_>>(), expected, "{b}");
}

#[test]
fn what_is_so_instead() {
    quotes("It was no spark from the kiln. It was a lit cigarette.", &["It was a lit cigarette"]);
    // Near misses: what merely stands beside it, another paragraph, and a denial that says enough by itself.
    quotes("A lodger came home at ten. There was no spark from the kiln. Two men were held.", &[]);
    quotes("There was no spark from the kiln.\n\nThe roof fell in.", &[]);
    quotes(
        "The potter, who has worked in the yard for thirty years, said that there was no spark from the kiln. The roof fell in.",
        &[],
    );
}

#[test]
fn where_a_thing_is() {
    check("The gang met in a bakery in Oslo.", "The gang met in a bakery in Bergen.", true);
    check("The gang met in a bakery in Oslo.", "The gang ran six bakeries in Bergen.", false);
}

#[test]
fn what_brought_it_about() {
    let rain = "Officials blamed three days of rain for the slide. It hit Osterby, Anna Dahl of Nordkraft said.";
    let quarry = "It is the quarry that has loosened the slope. Anna Dahl of Nordkraft went to Osterby.";
    check(rain, quarry, true);
    let relay = "The slide was due to a leak and not to the rain. Anna Dahl of Nordkraft went to Osterby.";
    check(rain, relay, true);
    let due = "Geologists were due to see the slide. Anna Dahl of Nordkraft went to Osterby.";
    check(rain, due, false);
    // Near misses: one cause, and a thing that is no cause.
    let trigger = "The trigger was rain, an inquiry found. Anna Dahl of Nordkraft went to Osterby.";
    check(rain, trigger, false);
    let mayor = "It is the mayor that the people like. Anna Dahl of Nordkraft went to Osterby.";
    check(rain, mayor, false);
}

#[test]
fn states_that_exclude_each_other() {
    check("The sewing lines were shut down within minutes.", "The sewing lines ran on until Tuesday noon.", true);
    check(
        "The runway lamps were serviceable, the airport said.",
        "The runway lamps were defective, the pilots said.",
        true,
    );
    check("The savings trust of Osterby was solvent.", "The savings trust of Osterby was insolvent.", true);
    // Near misses: another thing, and what was so before.
    check("The sewing lines were shut down within minutes.", "The buses ran on until Tuesday noon.", false);
    check("The gate was closed on Monday.", "The gate had been open.", false);
}

#[test]
fn one_within_the_other_and_one_word_of_two_things() {
    // A place, and what lies within it.
    let dam = "The old dam in Bergen broke at night. Anna Dahl came to Bergen, Norway.";
    check(dam, "The old dam in Norway broke at night. Anna Dahl heard it.", false);
    check(dam, "The old dam in Sweden broke at night. Anna Dahl heard it.", true);
    // A word before another noun in each.
    let calm = "No major violence has been reported in Yangon. Anna Dahl walked there.";
    check(calm, "Troops in Yangon are patrolling streets in major cities. Anna Dahl saw them.", false);
    let noon = "Major violence was reported in Yangon at noon. Anna Dahl saw it.";
    check_on("2024-05-02", calm, "2024-05-02", noon, true);
    // What has not come about so far may come the day after.
    check(calm, noon, false);
    // What was complained of is no cause.
    let rain = "The dam at Osterby broke because of heavy rain. Anna Dahl saw it.";
    check(rain, "Anna Dahl had complained about cracks in the dam at Osterby.", false);
    check(rain, "Anna Dahl says that the dam at Osterby broke because of cracks.", true);
    // A part of a rocket is no first.
    let sea = "A Vega first stage landed at sea off Osterby in June. Anna Dahl saw it.";
    check(sea, "The first stage of an Orbex rocket will try to land off Osterby. Anna Dahl saw it.", false);
}
