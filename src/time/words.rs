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
    PastNoun,
    Once,
    Other,
    No,
    Up,
    Only,
}

type Row = (&'static str, u8);

const MONTHS: &[Row] = &[
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("sept", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
];

const WEEKDAYS: &[Row] = &[
    ("monday", 1),
    ("tuesday", 2),
    ("wednesday", 3),
    ("thursday", 4),
    ("friday", 5),
    ("saturday", 6),
    ("sunday", 7),
    ("mon", 1),
    ("tue", 2),
    ("tues", 2),
    ("wed", 3),
    ("weds", 3),
    ("thu", 4),
    ("thur", 4),
    ("thurs", 4),
    ("fri", 5),
    ("sat", 6),
    ("sun", 7),
    // Plurals: added to a weekday, they make a set.
    ("mondays", 11),
    ("tuesdays", 12),
    ("wednesdays", 13),
    ("thursdays", 14),
    ("fridays", 15),
    ("saturdays", 16),
    ("sundays", 17),
];

const UNITS: &[Row] = &[
    ("second", 0),
    ("minute", 1),
    ("hour", 2),
    ("day", 3),
    ("night", 4),
    ("weekend", 5),
    ("week", 6),
    ("fortnight", 7),
    ("month", 8),
    ("quarter", 9),
    ("season", 10),
    ("half", 11),
    ("year", 12),
    ("decade", 13),
    ("century", 14),
    ("millennium", 15),
    ("centuries", PLURAL + 14),
    ("millennia", PLURAL + 15),
    ("halves", PLURAL + 11),
    ("sec", 0),
    ("secs", PLURAL),
    ("min", 1),
    ("mins", PLURAL + 1),
    ("hr", 2),
    ("hrs", PLURAL + 2),
    ("wk", 6),
    ("wks", PLURAL + 6),
    ("yr", 12),
    ("yrs", PLURAL + 12),
    ("mo", 8),
    ("mos", PLURAL + 8),
    ("seconds", PLURAL),
    ("minutes", PLURAL + 1),
    ("hours", PLURAL + 2),
    ("days", PLURAL + 3),
    ("nights", PLURAL + 4),
    ("weekends", PLURAL + 5),
    ("weeks", PLURAL + 6),
    ("fortnights", PLURAL + 7),
    ("months", PLURAL + 8),
    ("quarters", PLURAL + 9),
    ("seasons", PLURAL + 10),
    ("years", PLURAL + 12),
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

const VAGUE: &[Row] = &[
    ("several", 0),
    ("few", 0),
    ("many", 0),
    ("couple", 2),
    ("dozens", 0),
    ("hundreds", 0),
    ("thousands", 0),
    ("various", 0),
    ("numerous", 0),
    ("countless", 0),
    ("multiple", 0),
];

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

const SEASONS: &[Row] = &[
    ("spring", 1),
    ("springtime", 1),
    ("summer", 2),
    ("summertime", 2),
    ("autumn", 3),
    ("fall", 3),
    ("winter", 4),
    ("wintertime", 4),
];

const PART_WORDS: &[Row] = &[
    ("morning", 0),
    ("mornings", PLURAL),
    ("dawn", 0),
    ("daybreak", 0),
    ("sunrise", 0),
    ("midmorning", 0),
    ("midday", 1),
    ("lunchtime", 1),
    ("afternoon", 2),
    ("afternoons", PLURAL + 2),
    ("midafternoon", 2),
    ("evening", 3),
    ("evenings", PLURAL + 3),
    ("dusk", 3),
    ("sunset", 3),
    ("nightfall", 3),
    ("dinnertime", 3),
    ("overnight", 4),
    ("nighttime", 4),
    ("daytime", 5),
    ("noon", 6),
    ("noontime", 6),
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
    ("biweekly", TWO + 6),
    ("fortnightly", TWO + 6),
    ("monthly", 8),
    ("bimonthly", TWO + 8),
    ("quarterly", 9),
    ("annual", 12),
    ("annually", 12),
    ("yearly", 12),
    ("semiannual", 11),
    ("semiannually", 11),
    ("biannual", 11),
    ("biannually", 11),
    ("biennial", TWO + 12),
    ("biennially", TWO + 12),
];

/// First words of the names in [`super::rules::holiday`].
const FEASTS: &[Row] = &[
    ("christmas", 0),
    ("xmas", 0),
    ("new", 0),
    ("easter", 0),
    ("good", 0),
    ("ash", 0),
    ("palm", 0),
    ("boxing", 0),
    ("thanksgiving", 0),
    ("halloween", 0),
    ("independence", 0),
    ("labor", 0),
    ("labour", 0),
    ("memorial", 0),
    ("veterans", 0),
    ("columbus", 0),
    ("presidents", 0),
    ("martin", 0),
    ("mlk", 0),
    ("valentine", 0),
    ("valentines", 0),
    ("st", 0),
    ("groundhog", 0),
    ("juneteenth", 0),
    ("black", 0),
    ("cyber", 0),
    ("mother", 0),
    ("mothers", 0),
    ("father", 0),
    ("fathers", 0),
    ("bastille", 0),
    ("guy", 0),
    ("anzac", 0),
    ("australia", 0),
    ("canada", 0),
    ("remembrance", 0),
    ("armistice", 0),
    ("earth", 0),
    ("maundy", 0),
    ("holy", 0),
    ("pentecost", 0),
    ("whit", 0),
    ("ascension", 0),
    ("epiphany", 0),
    ("all", 0),
    ("candlemas", 0),
    ("shrove", 0),
    ("mardi", 0),
    ("trinity", 0),
    ("corpus", 0),
    ("victoria", 0),
    ("canadian", 0),
    ("election", 0),
    ("inauguration", 0),
    ("flag", 0),
    ("pi", 0),
    ("cinco", 0),
    ("d", 0),
    ("ve", 0),
    ("international", 0),
    ("super", 0),
    ("clean", 0),
    ("orthodox", 0),
    ("whitsun", 0),
    ("patriots", 0),
];

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

const ZONES: &[Row] = &[
    ("utc", 0),
    ("gmt", 0),
    ("zulu", 0),
    ("est", 0),
    ("edt", 0),
    ("et", 0),
    ("cst", 0),
    ("cdt", 0),
    ("ct", 0),
    ("mst", 0),
    ("mdt", 0),
    ("pst", 0),
    ("pdt", 0),
    ("pt", 0),
    ("bst", 0),
    ("cet", 0),
    ("cest", 0),
    ("eet", 0),
    ("eest", 0),
    ("msk", 0),
    ("ist", 0),
    ("jst", 0),
    ("kst", 0),
    ("hkt", 0),
    ("sgt", 0),
    ("aest", 0),
    ("aedt", 0),
    ("nzst", 0),
    ("nzdt", 0),
];

const CODES: &[Row] = &[("q", 1), ("fy", 2), ("h", 3)];

const KEYS: &[(&str, Key)] = &[
    ("the", Key::The),
    ("a", Key::A),
    ("an", Key::A),
    ("of", Key::Of),
    ("in", Key::In),
    ("on", Key::On),
    ("at", Key::At),
    ("by", Key::By),
    ("for", Key::For),
    ("since", Key::Since),
    ("until", Key::Until),
    ("till", Key::Until),
    ("from", Key::From),
    ("to", Key::To),
    ("through", Key::Through),
    ("thru", Key::Through),
    ("between", Key::Between),
    ("and", Key::And),
    ("or", Key::Or),
    ("during", Key::During),
    ("throughout", Key::During),
    ("before", Key::Before),
    ("after", Key::After),
    ("ago", Key::Ago),
    ("later", Key::Later),
    ("earlier", Key::Earlier),
    ("hence", Key::Hence),
    ("next", Key::Next),
    ("last", Key::Last),
    ("past", Key::Past),
    ("previous", Key::Previous),
    ("preceding", Key::Previous),
    ("prior", Key::Previous),
    ("following", Key::Following),
    ("subsequent", Key::Following),
    ("ensuing", Key::Following),
    ("coming", Key::Coming),
    ("upcoming", Key::Coming),
    ("this", Key::This),
    ("that", Key::That),
    ("these", Key::These),
    ("those", Key::Those),
    ("same", Key::Same),
    ("current", Key::Current),
    ("present", Key::Current),
    ("latest", Key::Latest),
    ("recent", Key::Recent),
    ("early", Key::Early),
    ("mid", Key::Mid),
    ("late", Key::Late),
    ("end", Key::End),
    ("close", Key::End),
    ("start", Key::Start),
    ("beginning", Key::Start),
    ("outset", Key::Start),
    ("middle", Key::Middle),
    ("every", Key::Every),
    ("each", Key::Each),
    ("per", Key::Per),
    ("about", Key::About),
    ("around", Key::About),
    ("approximately", Key::About),
    ("roughly", Key::About),
    ("circa", Key::About),
    ("some", Key::About),
    ("nearly", Key::Nearly),
    ("almost", Key::Nearly),
    ("under", Key::Nearly),
    ("over", Key::Over),
    ("less", Key::Less),
    ("fewer", Key::Less),
    ("more", Key::More),
    ("than", Key::Than),
    ("least", Key::Least),
    ("most", Key::Most),
    ("fiscal", Key::Fiscal),
    ("financial", Key::Fiscal),
    ("long", Key::Long),
    ("old", Key::Old),
    ("whole", Key::Whole),
    ("entire", Key::Whole),
    ("full", Key::Whole),
    ("ended", Key::Ended),
    ("ending", Key::Ended),
    ("ends", Key::Ended),
    ("o'clock", Key::Oclock),
    ("am", Key::Am),
    ("pm", Key::Pm),
    ("a.m", Key::Am),
    ("p.m", Key::Pm),
    ("time", Key::Time),
    ("period", Key::Period),
    ("within", Key::Within),
    ("straight", Key::Straight),
    ("consecutive", Key::Straight),
    ("successive", Key::Straight),
    ("ad", Key::Era),
    ("ce", Key::Era),
    ("its", Key::Possessive),
    ("his", Key::Possessive),
    ("her", Key::Possessive),
    ("their", Key::Possessive),
    ("our", Key::Possessive),
    ("my", Key::Possessive),
    ("school", Key::School),
    ("academic", Key::School),
    ("calendar", Key::School),
    ("future", Key::Future),
    ("ages", Key::PastNoun),
    ("other", Key::Other),
    ("up", Key::Up),
    ("only", Key::Only),
    ("just", Key::Only),
    ("once", Key::Once),
    ("twice", Key::Once),
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

const TABLES: [(Class, &[Row]); 16] = [
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
];

/// All words in one list.
static WORDS: [(&str, Word); COUNT] = LIST;

const LIST: [(&str, Word); COUNT] = {
    let mut words = [("", Word::OTHER); COUNT];
    let (mut table, mut n) = (0, 0);
    while table < TABLES.len() {
        let mut i = 0;
        while i < TABLES[table].1.len() {
            let (text, value) = TABLES[table].1[i];
            words[n] = (text, Word { class: TABLES[table].0, value });
            (i, n) = (i + 1, n + 1);
        }
        table += 1;
    }
    let mut i = 0;
    while i < KEYS.len() {
        words[n] = (KEYS[i].0, Word { class: Class::Key, value: i as u8 });
        (i, n) = (i + 1, n + 1);
    }
    words
};

const COUNT: usize = {
    let (mut table, mut count) = (0, KEYS.len());
    while table < TABLES.len() {
        count += TABLES[table].1.len();
        table += 1;
    }
    count
};

/// Slots of the hash table, a power of two well above [`COUNT`].
const SLOTS: usize = 1024;

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
    (mixed.wrapping_mul(0x9E37_79B1) >> 22) as usize % SLOTS
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
            assert_eq!(find(text.to_uppercase().as_bytes()), *word, "{text}");
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
