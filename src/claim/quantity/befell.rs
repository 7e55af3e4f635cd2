//! The words by which it is told what befell those who are counted, and where they were.

use super::super::words::Set;
use super::Kind;

/// Words of a fate, as the words themselves: nouns that count it, predicates that tell it.
pub(super) const KINDS: &[(Kind, &str)] = &[
    (
        Kind::Dead,
        "dead died die dies killed killing kills deaths death bodies body fatalities fatality perished deceased drowned slain lives corpses toll",
    ),
    (
        Kind::Injured,
        "injured injuring wounded wounding hurt injuries hospitalised hospitalized treated hospital hospitals infirmary ward wards injury casualties harmed harm",
    ),
    (Kind::Missing, "missing unaccounted"),
    (
        Kind::Arrested,
        "arrested arrests detained detentions arresting detaining arrest custody cells recaptured captured prisoner",
    ),
    (
        Kind::Evacuated,
        "evacuated evacuees displaced evacuating evacuation evacuations forced fled flee homeless evacuate camps shelters",
    ),
    (Kind::Rescued, "rescued survivors rescuing saved ashore"),
    (Kind::Aboard, "aboard manifest carrying onboard occupants"),
    (Kind::Freed, "freed released freeing releasing"),
    (Kind::Abducted, "abducted kidnapped hostages hostage captives"),
    (Kind::Returned, "return returned returning"),
    (
        Kind::Ill,
        "sick sickened sickening ill illness illnesses infected infecting infections contracted cases vomiting fever poisoned poisoning",
    ),
    (Kind::Escaped, "escaped escapers escapees absconded fugitives"),
    (Kind::Crowd, "gathered marched demonstrated rallied protested turnout crowd attended attendance"),
];

/// Verbs behind a number that stands for those counted: "two were", "five remain".
pub(super) const VERBS: [&str; 14] = [
    "were", "was", "are", "is", "have", "has", "had", "remain", "remained", "did", "died", "could", "survived",
    "escaped",
];

/// Forms in -ing that tell how many, and of no deed.
pub(super) const TELLING: [&str; 8] =
    ["including", "leaving", "involving", "totalling", "totaling", "numbering", "reaching", "exceeding"];

/// What a number behind it names, and does not count.
pub(super) static NUMBERED: Set = Set::new(
    "no number nos # chapter page route article section phase version day gate terminal flight paragraph bed km exhibit \
unit room platform lane",
);

/// The same behind a preposition, but where a counted thing follows.
pub(super) static PLACED: Set = Set::new(
    "ward block line track pier berth dock lot plot district zone sector area precinct floor cell court hall car coach \
carriage row seat bus train tram channel camp checkpoint station shaft reactor furnace boiler pump turbine well group \
round stage heat lap rule clause schedule annex appendix figure table volume verse act scene mile marker motorway \
highway road street exit junction pylon tower bridge tunnel bay vault locker box file",
);

/// Where those who lost their homes sleep.
pub(super) static HALLS: Set = Set::new("schools halls hall tents churches gymnasiums stadium centres centers hotels");

/// Of whom "fallen" tells their death.
pub(super) static SOLDIERS: Set = Set::new(
    "soldier soldiers serviceman servicemen servicewomen troops fighters guardsmen marines conscripts officers sons",
);

/// What people do in a building day by day, which does not tell that they were there.
pub(super) static STAFFED: Set = Set::new("work works worked working employed study studied live lived living jobs");

/// What people are on when it happens.
pub(super) static VESSELS: Set = Set::new(
    "ship boat ferry vessel tanker liner trawler yacht plane aircraft jet helicopter train bus tram coach vehicle lorry",
);

/// The same, but in them.
pub(super) static CABINS: Set =
    Set::new("cabin gondola carriage lift elevator capsule van minibus coach car boat dinghy raft");

/// Places in which those counted were when it happened.
pub(super) static ROOMS: Set = Set::new(
    "building house hall plant factory mill mine tunnel club works warehouse workshop station school church mosque temple theatre theater cinema club hotel restaurant store market stadium arena mall stand",
);

/// What goes before a body that is no corpse.
pub(super) static BOARDS: Set = Set::new(
    "student students public professional governing government governmental official trade industry regulatory supervisory advisory local elected sporting sports international licensing religious legislative judicial statutory national regional state church farmers employers standards",
);

/// What people join in numbers.
pub(super) static MARCHES: Set =
    Set::new("march rally protest demonstration procession parade vigil crowd marchers protesters");
