//! The words themselves, as tables.

use super::{AHEAD, BACK, Class, HAVE, Key, OVERMORROW, PLURAL, TODAY, TOMORROW, TONIGHT, TWO, YESTERDAY};

/// Words of one value, parted by spaces.
pub(super) type Row = (&'static str, u8);

const MONTHS: &[Row] = &[
    ("january jan", 1),
    ("february feb", 2),
    ("march mar", 3),
    ("april apr", 4),
    ("may", 5),
    ("june jun", 6),
    ("july jul", 7),
    ("august aug", 8),
    ("september sep sept", 9),
    ("october oct", 10),
    ("november nov", 11),
    ("december dec", 12),
];

const WEEKDAYS: &[Row] = &[
    ("monday mon", 1),
    ("tuesday tue tues", 2),
    ("wednesday wed weds", 3),
    ("thursday thu thur thurs", 4),
    ("friday fri", 5),
    ("saturday sat", 6),
    ("sunday sun", 7),
    ("mondays", 11),
    ("tuesdays", 12),
    ("wednesdays", 13),
    ("thursdays", 14),
    ("fridays", 15),
    ("saturdays", 16),
    ("sundays", 17),
];

const UNITS: &[Row] = &[
    ("second sec", 0),
    ("minute min", 1),
    ("hour hr", 2),
    ("day", 3),
    ("night", 4),
    ("weekend", 5),
    ("week wk", 6),
    ("fortnight", 7),
    ("month mo", 8),
    ("quarter qtr", 9),
    ("season", 10),
    ("half", 11),
    ("year yr", 12),
    ("decade", 13),
    ("century", 14),
    ("millennium", 15),
    ("centuries", PLURAL + 14),
    ("millennia", PLURAL + 15),
    ("halves", PLURAL + 11),
    ("secs seconds", PLURAL),
    ("mins minutes", PLURAL + 1),
    ("hrs hours", PLURAL + 2),
    ("wks weeks", PLURAL + 6),
    ("yrs years", PLURAL + 12),
    ("mos months", PLURAL + 8),
    ("days", PLURAL + 3),
    ("nights", PLURAL + 4),
    ("weekends", PLURAL + 5),
    ("fortnights", PLURAL + 7),
    ("quarters", PLURAL + 9),
    ("seasons", PLURAL + 10),
    ("decades", PLURAL + 13),
];

const CARDINALS: &[Row] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

const SCALES: &[Row] = &[("dozen", 12), ("score", 20), ("hundred", 2), ("thousand", 3), ("million", 6), ("billion", 9)];

const VAGUE: &[Row] =
    &[("several few many dozens hundreds thousands various numerous countless multiple", 0), ("couple", 2)];

const ORDINALS: &[Row] = &[
    ("first", 1),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
    ("thirteenth", 13),
    ("fourteenth", 14),
    ("fifteenth", 15),
    ("sixteenth", 16),
    ("seventeenth", 17),
    ("eighteenth", 18),
    ("nineteenth", 19),
    ("twentieth", 20),
    ("thirtieth", 30),
];

const SEASONS: &[Row] =
    &[("spring springtime", 1), ("summer summertime", 2), ("autumn fall", 3), ("winter wintertime", 4)];

const PART_WORDS: &[Row] = &[
    ("morning dawn daybreak sunrise midmorning", 0),
    ("mornings", PLURAL),
    ("midday lunchtime", 1),
    ("afternoon midafternoon", 2),
    ("afternoons", PLURAL + 2),
    ("evening dusk sunset nightfall dinnertime", 3),
    ("evenings", PLURAL + 3),
    ("overnight nighttime", 4),
    ("daytime", 5),
    ("noon noontime", 6),
    ("midnight", 7),
];

const DEICTICS: &[Row] = &[
    ("yesterday", YESTERDAY),
    ("today", TODAY),
    ("tomorrow tmr tmrw", TOMORROW),
    ("tonight tonite", TONIGHT),
    ("overmorrow", OVERMORROW),
];

const REFERENCES: &[Row] =
    &[("recently", 0), ("lately", 0), ("now", 1), ("currently", 1), ("nowadays", 1), ("presently", 1)];

const FREQUENCIES: &[Row] = &[
    ("hourly", 2),
    ("daily", 3),
    ("nightly", 4),
    ("weekly", 6),
    ("biweekly fortnightly", TWO + 6),
    ("monthly", 8),
    ("bimonthly", TWO + 8),
    ("quarterly", 9),
    ("annual annually yearly", 12),
    ("semiannual semiannually biannual biannually", 11),
    ("biennial biennially", TWO + 12),
];

/// First words of the names in [`crate::time::rules::holiday`].
const FEASTS: &[Row] = &[(
    "christmas xmas new easter good ash palm boxing thanksgiving halloween independence labor labour memorial veterans columbus presidents martin mlk valentine valentines st groundhog juneteenth black cyber mother mothers father fathers bastille guy anzac australia canada remembrance armistice earth maundy holy pentecost whit ascension epiphany all candlemas shrove mardi trinity corpus victoria canadian election inauguration flag pi cinco d ve international super clean orthodox whitsun patriots",
    0,
)];

const TENS: &[Row] = &[
    ("twenties", 20),
    ("thirties", 30),
    ("forties", 40),
    ("fifties", 50),
    ("sixties", 60),
    ("seventies", 70),
    ("eighties", 80),
    ("nineties", 90),
];

const ZONES: &[Row] = &[(
    "utc gmt zulu est edt et cst cdt ct mst mdt pst pdt pt bst cet cest eet eest msk ist jst kst hkt sgt awst aest \
     aedt nzst nzdt",
    0,
)];

const CODES: &[Row] = &[("q1 q2 q3 q4 h1 h2", 4), ("q", 1), ("fy", 2), ("h", 3)];

const VERBS: &[Row] = &[
    (
        "will 'll ’ll shall would won't won’t scheduled expected expects expect plans plan planned planning due going \
         intends intend hopes slated deadline set could might should must forecast predicts aims starts begins opens can \
         resumes resume meet begin depart lets leaves arrives meets returns heads faces votes travels departs continues await awaits postponed \
         rescheduled delayed expires runs",
        AHEAD,
    ),
    (
        "was were had did said told been went came took made gave got saw met held won lost fell rose began \
         broke sent left found led ran shot struck grew drew wrote brought sold bought became spoke sank paid put hit",
        BACK,
    ),
    ("has have", HAVE),
];

pub(super) const KEYS: &[(&str, Key)] = &[
    ("the", Key::The),
    ("a an another", Key::A),
    ("of", Key::Of),
    ("in", Key::In),
    ("on", Key::On),
    ("at", Key::At),
    ("by", Key::By),
    ("for", Key::For),
    ("since", Key::Since),
    ("until till", Key::Until),
    ("from", Key::From),
    ("to", Key::To),
    ("through thru", Key::Through),
    ("between", Key::Between),
    ("and", Key::And),
    ("or", Key::Or),
    ("during throughout", Key::During),
    ("before", Key::Before),
    ("after", Key::After),
    ("ago", Key::Ago),
    ("later", Key::Later),
    ("earlier", Key::Earlier),
    ("hence", Key::Hence),
    ("next", Key::Next),
    ("last", Key::Last),
    ("past", Key::Past),
    ("previous preceding prior", Key::Previous),
    ("following subsequent ensuing", Key::Following),
    ("coming upcoming", Key::Coming),
    ("this", Key::This),
    ("that", Key::That),
    ("these", Key::These),
    ("those", Key::Those),
    ("same", Key::Same),
    ("current present", Key::Current),
    ("latest", Key::Latest),
    ("recent", Key::Recent),
    ("early", Key::Early),
    ("mid", Key::Mid),
    ("late", Key::Late),
    ("end close", Key::End),
    ("start beginning outset", Key::Start),
    ("middle", Key::Middle),
    ("every", Key::Every),
    ("each", Key::Each),
    ("per", Key::Per),
    ("about around approximately roughly circa some", Key::About),
    ("nearly almost under", Key::Nearly),
    ("over", Key::Over),
    ("less fewer", Key::Less),
    ("more", Key::More),
    ("than", Key::Than),
    ("least", Key::Least),
    ("most", Key::Most),
    ("fiscal financial", Key::Fiscal),
    ("long", Key::Long),
    ("old", Key::Old),
    ("whole entire full", Key::Whole),
    ("ended ending ends", Key::Ended),
    ("o'clock", Key::Oclock),
    ("am a.m", Key::Am),
    ("pm p.m", Key::Pm),
    ("time", Key::Time),
    ("period", Key::Period),
    ("within", Key::Within),
    ("straight consecutive successive", Key::Straight),
    ("ad ce", Key::Era),
    ("its his her their our my", Key::Possessive),
    ("school academic calendar", Key::School),
    ("future", Key::Future),
    ("near distant foreseeable immediate moment very", Key::Adjective),
    ("ages", Key::PastNoun),
    ("other", Key::Other),
    ("up", Key::Up),
    ("only just", Key::Only),
    ("once twice", Key::Once),
    ("no", Key::No),
];

/// All tables but the small words.
pub(super) const TABLES: [(Class, &[Row]); 17] = [
    (Class::Month, MONTHS),
    (Class::Weekday, WEEKDAYS),
    (Class::Unit, UNITS),
    (Class::Cardinal, CARDINALS),
    (Class::Scale, SCALES),
    (Class::Vague, VAGUE),
    (Class::Ordinal, ORDINALS),
    (Class::Season, SEASONS),
    (Class::Part, PART_WORDS),
    (Class::Deictic, DEICTICS),
    (Class::Reference, REFERENCES),
    (Class::Frequency, FREQUENCIES),
    (Class::Tens, TENS),
    (Class::Zone, ZONES),
    (Class::Code, CODES),
    (Class::Feast, FEASTS),
    (Class::Verb, VERBS),
];
