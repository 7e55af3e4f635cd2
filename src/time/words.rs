//! The words of time as tables: months, weekdays, units, spelled numbers, and the small words
//! that bind them.
//!
//! Each token of a text is looked up once; what comes back is two bytes. A word of several
//! senses ("second", "may", "fall") stands here in its sense of time; the rules decide.

/// What kind of word of time a token is. The number beside it says which one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Class {
    /// No word of time.
    Other,
    /// Digits.
    Digits,
    /// 1 January to 12 December.
    Month,
    /// 1 Monday to 7 Sunday.
    Weekday,
    /// Index of [`super::moment::Unit`].
    Unit,
    /// A spelled number below a hundred.
    Cardinal,
    /// A power of ten, or 12.
    Scale,
    /// "several", "few": a number that is not told.
    Vague,
    /// "third", "thirtieth".
    Ordinal,
    /// 1 spring to 4 winter.
    Season,
    /// Index of [`PARTS`].
    Part,
    /// [`YESTERDAY`] and what follows it.
    Deictic,
    /// "now", "recently": 0 past, 1 present, 2 future.
    Reference,
    /// "daily", "annual": index of a unit, and [`TWO`] more for every second one.
    Frequency,
    /// First word of a holiday's name.
    Feast,
    /// "eighties", "1990s" without its number: the decade of a century.
    Tens,
    /// Letters that only mean something beside digits: "Q", "FY", "H", "CY".
    Code,
    /// A name of a time zone.
    Zone,
    /// A verb, or as good as one, that tells whether its clause looks [`AHEAD`] or [`BACK`].
    Verb,
    /// A small word; see [`Key`].
    Key,
    /// A mark of punctuation, as its ASCII code.
    Mark,
}

impl Class {
    /// The class as one bit, for sets of classes.
    pub(super) const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// Values of [`Class::Deictic`].
pub(super) const YESTERDAY: u8 = 0;
pub(super) const TODAY: u8 = 1;
pub(super) const TOMORROW: u8 = 2;
pub(super) const TONIGHT: u8 = 3;
/// Two days ago and two days on: "the day before yesterday" has no word of its own.
pub(super) const OVERMORROW: u8 = 4;

/// Set on a [`Class::Frequency`] that comes every second unit.
pub(super) const TWO: u8 = 16;

/// TIMEX3 codes of the parts of a day, with the clock time of those that name a point.
pub(super) const PARTS: [(&str, Option<u16>); 8] = [
    ("TMO", None),
    ("TMI", None),
    ("TAF", None),
    ("TEV", None),
    ("TNI", None),
    ("TDT", None),
    ("T12:00", Some(720)),
    ("T24:00", Some(1440)),
];

/// Small words, by what they do beside a word of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Key {
    None,
    The,
    A,
    Of,
    In,
    On,
    At,
    By,
    For,
    Since,
    Until,
    From,
    To,
    Through,
    Between,
    And,
    Or,
    During,
    Before,
    After,
    Ago,
    Later,
    Earlier,
    Hence,
    Next,
    Last,
    Past,
    Previous,
    Following,
    Coming,
    This,
    That,
    These,
    Those,
    Same,
    Current,
    Latest,
    Recent,
    Early,
    Mid,
    Late,
    End,
    Start,
    Middle,
    Every,
    Each,
    Per,
    About,
    Nearly,
    Over,
    Less,
    More,
    Than,
    Least,
    Most,
    Fiscal,
    Long,
    Old,
    Whole,
    Ended,
    Oclock,
    Am,
    Pm,
    Time,
    Period,
    Within,
    Straight,
    Era,
    Possessive,
    School,
    Future,
    /// Stands before or for a word of time, but means nothing itself.
    Adjective,
    PastNoun,
    Once,
    Other,
    No,
    Up,
    Only,
}

/// Words of one value, parted by spaces.
type Row = (&'static str, u8);

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
    ("quarter", 9),
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

/// Set on a [`Class::Unit`] in the plural.
pub(super) const PLURAL: u8 = 32;

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
    ("tomorrow", TOMORROW),
    ("tonight", TONIGHT),
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

/// First words of the names in [`super::rules::holiday`].
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
    "utc gmt zulu est edt et cst cdt ct mst mdt pst pdt pt bst cet cest eet eest msk ist jst kst hkt sgt aest aedt nzst nzdt",
    0,
)];

const CODES: &[Row] = &[("q1 q2 q3 q4 h1 h2", 4), ("q", 1), ("fy", 2), ("h", 3)];

/// Values of [`Class::Verb`].
pub(super) const BACK: u8 = 0;
pub(super) const AHEAD: u8 = 1;
/// Looks back before a participle only: "have left", not "have a plan".
pub(super) const HAVE: u8 = 2;

const VERBS: &[Row] = &[
    (
        "will 'll ’ll shall would won't won’t scheduled expected expects expect plans plan planned planning due going \
         intends intend hopes slated deadline set could might should must forecast predicts aims starts begins opens can \
         resumes resume meet begin depart lets leaves arrives meets returns heads faces votes travels departs continues await awaits postponed \
         rescheduled delayed expires",
        AHEAD,
    ),
    (
        "was were had did said told been went came took made gave got saw met held won lost fell rose began \
         broke sent left found led ran shot struck grew drew wrote brought sold bought became spoke sank paid put hit",
        BACK,
    ),
    ("has have", HAVE),
];

const KEYS: &[(&str, Key)] = &[
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

/// The small word with this number.
pub(super) fn key(value: u8) -> Key {
    KEYS.get(value as usize).map_or(Key::None, |(_, key)| *key)
}

/// A word's class, and which one of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub class: Class,
    pub value: u8,
}

impl Word {
    pub(super) const OTHER: Self = Self { class: Class::Other, value: 0 };
}

const TABLES: [(Class, &[Row]); 17] = [
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

/// All words in one list.
static WORDS: [(&str, Word); COUNT] = LIST;

const LIST: [(&str, Word); COUNT] = {
    let mut words = [("", Word::OTHER); COUNT];
    let (mut table, mut n) = (0, 0);
    while table <= TABLES.len() {
        let mut row = 0;
        while row < rows(table) {
            let (mut text, word) = entry(table, row);
            while !text.is_empty() {
                let (head, tail) = text.split_at(first_word(text));
                words[n] = (head, word);
                n += 1;
                text = if tail.is_empty() { tail } else { tail.split_at(1).1 };
            }
            row += 1;
        }
        table += 1;
    }
    words
};

/// How many rows a table has; the keys come behind the tables.
const fn rows(table: usize) -> usize {
    if table < TABLES.len() { TABLES[table].1.len() } else { KEYS.len() }
}

/// The words of a row, and what they are.
const fn entry(table: usize, row: usize) -> (&'static str, Word) {
    if table < TABLES.len() {
        let (text, value) = TABLES[table].1[row];
        (text, Word { class: TABLES[table].0, value })
    } else {
        (KEYS[row].0, Word { class: Class::Key, value: row as u8 })
    }
}

/// Length of the first word.
const fn first_word(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut n = 0;
    while n < bytes.len() && bytes[n] != b' ' {
        n += 1;
    }
    n
}

const COUNT: usize = {
    let (mut table, mut count) = (0, 0);
    while table <= TABLES.len() {
        let mut row = 0;
        while row < rows(table) {
            let bytes = entry(table, row).0.as_bytes();
            count += 1;
            let mut i = 0;
            while i < bytes.len() {
                count += (bytes[i] == b' ') as usize;
                i += 1;
            }
            row += 1;
        }
        table += 1;
    }
    count
};

/// Slots of the hash table, a power of two well above [`COUNT`].
const SLOTS: usize = 2048;

const _: () = assert!(COUNT * 2 < SLOTS, "the hash table needs room");

/// One past the index of the word in each slot; 0 where the slot is empty.
static SLOT: [u16; SLOTS] = {
    let mut slots = [0; SLOTS];
    let mut n = 0;
    while n < COUNT {
        let mut at = hash(LIST[n].0.as_bytes());
        while slots[at] != 0 {
            at = (at + 1) % SLOTS;
        }
        slots[at] = n as u16 + 1;
        n += 1;
    }
    slots
};

/// The longest word.
const LONGEST: usize = 13;

/// A hash of four letters and the length, blind to case.
const fn hash(word: &[u8]) -> usize {
    let (n, fold) = (word.len(), 0x20);
    let (first, last) = (word[0] | fold, word[n - 1] | fold);
    let (second, middle) = (word[(n > 1) as usize] | fold, word[n / 2] | fold);
    let mixed = u32::from_le_bytes([first, second, middle, last]) ^ (n as u32) << 13;
    (mixed.wrapping_mul(0x9E37_79B1) >> 21) as usize % SLOTS
}

/// Looks a word up, whatever its case.
pub(super) fn find(word: &[u8]) -> Word {
    if word.is_empty() || word.len() > LONGEST {
        return Word::OTHER;
    }
    let mut at = hash(word);
    while let n @ 1.. = SLOT[at] {
        let (text, found) = WORDS[n as usize - 1];
        if text.len() == word.len() && text.as_bytes().eq_ignore_ascii_case(word) {
            return found;
        }
        at = (at + 1) % SLOTS;
    }
    Word::OTHER
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_once() {
        for (i, (text, word)) in WORDS.iter().enumerate() {
            assert_eq!(find(text.as_bytes()), *word, "{text}");
            assert_eq!(find(text.to_ascii_uppercase().as_bytes()), *word, "{text}");
            assert!(text.len() <= LONGEST, "{text}");
            assert!(WORDS[..i].iter().all(|(other, _)| other != text), "{text} stands twice");
        }
    }

    #[test]
    fn other_words_are_not() {
        for text in ["", "x", "mayor", "secondly", "extraordinarily", "é"] {
            assert_eq!(find(text.as_bytes()), Word::OTHER, "{text}");
        }
    }
}
