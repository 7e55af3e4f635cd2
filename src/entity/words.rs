//! Word tables: titles, heads of organisations, kinds of places, and words that are no names.
//!
//! A table is one string: words in lower case, sorted by bytes, parted by single spaces, so that
//! it costs no more than its letters and is searched by halving.

use std::cmp::Ordering;

/// Whether a table, its words sorted and parted by spaces, holds a word, whatever its case.
#[must_use]
pub fn holds(table: &str, word: &str) -> bool {
    let table = table.as_bytes();
    let (mut low, mut high) = (0, table.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = table[low..middle].iter().rposition(|&b| b == b' ').map_or(low, |i| low + i + 1);
        let end = table[middle..].iter().position(|&b| b == b' ').map_or(table.len(), |i| middle + i);
        match compare(&table[start..end.max(start)], word.as_bytes()) {
            Ordering::Equal => return true,
            Ordering::Less => low = end + 1,
            Ordering::Greater => high = start.saturating_sub(1),
        }
    }
    false
}

fn compare(entry: &[u8], word: &[u8]) -> Ordering {
    entry.iter().copied().cmp(word.iter().map(u8::to_ascii_lowercase))
}

/// Words before a person's name that are not part of it.
pub const TITLES: &str = "\
    actor actress admiral adviser alhaji ambassador analyst anchor archbishop assemblyman assemblywoman attorney \
    ayatollah baroness barrister bishop brig brigadier brother candidate capt captain cardinal ceo chairman \
    chairperson chairwoman chancellor chief cmdr coach col colonel commandant commander commissioner comptroller \
    congressman congressmember congresswoman constable councillor councilman counsellor dame datin dato datuk daw \
    defender deputy detective director dr emir emperor engr envoy father foreign forward founder gen general \
    goalkeeper gov governor haji hajia hajji hon imam inspector judge justice king lady lawmaker lawyer leader \
    legislator lieutenant lord lt madam maj major manager marshal mayor messrs midfielder minister miss mme \
    monsignor mp mr mrs ms mullah nurse oba officer ombudsman pastor pilot pope premier president presidents \
    prime prince princess prof professor prophet prosecutor queen rabbi ratu regent rep reporter representative \
    rev reverend sec secretary sen senator sergeant seri sgt sheikh sheriff shri singer sir sister skipper smt \
    spokesman spokesperson spokeswoman sprinter striker sultan superintendent surgeon taoiseach teacher treasurer \
    tuan tun undersecretary ustaz vice";

/// Last or first words that make a run of capitals an organisation.
pub const ORGANISATIONS: &str = "\
    academy administration agency airlines airways alliance armed army assembly associates association authority \
    bank battalion board brigade brigades brotherhood bureau cabinet catholic centre chamber church club coalition \
    college command commission committee community company confederation conference congress consulate corp \
    corporation corps council court daily department directorate division duma embassy exchange faculty fc \
    federation fire force forces foundation front fund gazette government group guard guards guild herald holdings \
    inc industries initiative institute institution intelligence journal kremlin laboratory league legislature \
    limited ltd ministry mission movement museum navy network news office orchestra organisation organization \
    parliament partners party patrol plc police post press radio regiment reserve school secretariat senate service \
    services society squad staff studios syndicate systems taliban team technologies television times treasury \
    tribunal tribune trust union united university watch";

/// Endings of company names that a name goes by without.
pub const COMPANY_ENDINGS: &str = "\
    ag bv co company corp corporation gmbh group holding holdings inc incorporated limited llc llp ltd nv plc sa spa";

/// Words that make a run of capitals a place.
pub const PLACES: &str = "\
    avenue bay beach borough boulevard canal canyon cape city coast county creek delta desert district falls forest \
    fort governorate gulf harbor harbour heights hill hills island islands isle lake lane mount mountain mountains \
    mt oblast ocean park peninsula plateau point port prefecture province region republic ridge river road sea \
    square state states strait street territory town township valley village";

/// Words that make a run of capitals a building or another structure.
pub const FACILITIES: &str = "\
    airfield airport arena barracks base bridge cathedral checkpoint crossing dam dome factory hall hospital hotel \
    house mall mine monastery mosque palace pier plant plaza prison refinery shrine stadium station synagogue temple \
    terminal theater theatre tower towers tunnel";

/// Words that make a run of capitals a named event.
pub const EVENTS: &str = "\
    awards battle championship championships crisis cup cyclone earthquake election elections festival games \
    hurricane marathon massacre olympics open prix referendum revolution storm summit tournament typhoon uprising \
    war";

/// Religions, peoples without a country and political groups, as nouns and adjectives.
pub const GROUPS: &str = "\
    african africans arab arabs asian asians buddhist buddhists catholic catholics christian christians communist \
    communists conservative conservatives democrat democratic democrats european europeans hindu hindus hispanic \
    islamic islamist islamists jew jewish jews kurd kurdish kurds latino latinos muslim muslims nazi nazis \
    protestant protestants republican republicans shia shiite shiites sikh sikhs sunni sunnis tamil tamils western \
    yazidi yazidis";

/// Days and months: capitalised, but no names.
pub const CALENDAR: &str = "\
    apr april aug august dec december easter feb february fri friday january jul july jun june march may mon \
    monday nov november oct october sat saturday sept september sun sunday thu thursday tue tuesday wed wednesday";

/// Words that open sentences and headlines and are no names.
pub const COMMON: &str = "\
    a about above according across additionally after again against all almost along already also although am amid \
    among an and another any anyone anything are around as at authorities back background because before behind \
    being below besides between beyond both breaking but by can chief click could critics currently dead dear did do \
    does don't during each earlier eight either even every everyone everything exclusive experts few finally find \
    first five following for four from further furthermore get give go government had has have he hello hence her \
    here hers his how however hundreds i if in indeed inside instead into is isn't it it's its just last later least \
    less let like local look made make many maybe me meanwhile men might more moreover most much must my near nearly \
    neither never nevertheless new news next nine no nobody none nor not nothing now of off officials oh on once one \
    only opinion or other others our out outside over overall own part people perhaps photo please police protesters \
    rather read recently related report reports residents right said same satellite says scientists second see seven \
    several shall share she should since six so some someone something sometimes soon still such take ten than thank \
    thanks that the their them then there therefore these they this those though thousands three through throughout \
    thus to today together tomorrow tonight too toward towards troops two under unfortunately unless unlike until up \
    update updated upon us victims video was watch we well were what whatever when where whereas whether which while \
    who whoever whose why will with within without women would yes yesterday yet you your yours";

/// Lower-case words inside a person's or a place's name.
pub const PARTICLES: &str = "\
    abu al ben bin bint da das de del della den der di do dos du e el ibn la las le los ould ter van von y zu";

/// Words after which a name of one word is a place.
pub const PLACE_CUES: &str = "\
    across around at from in inside near of outside through to toward towards within";

/// Verbs whose subject or speaker is mostly a person.
pub const SPEECH: &str = "\
    added admitted agreed argued asked believes claimed commented confirmed denied explained insisted noted recalled \
    replied said says stated tells told tweeted urged vowed warned wrote";

/// Nouns behind the name of an organisation: "the Aurora party", "the Aurora news outlet".
pub const NAMED_NOUNS: &str = "\
    agency airline bank broadcaster channel charity club company daily firm group magazine militia movement network \
    newspaper outlet party station team website";

/// Nouns before the name of an organisation: "the militant group Aurora", "carmaker Aurora".
pub const GROUP_NOUNS: &str = "\
    agency airline automaker bank brewer broadcaster carmaker cartel cell charity club company conglomerate faction \
    firm gang group insurer lender militia miner movement network newspaper outfit party publisher retailer startup \
    team union website";

/// Heads of organisations that no place is called by.
pub const BODIES: &str = "\
    agency airlines alliance army association authority board brigade club coalition commission committee company \
    confederation corporation fc federation foundation government inc institute league limited ltd ministry movement \
    network orchestra party plc police regiment society squad team";

/// Heads of organisations whose names go on with "for": "Foundation for the Arts".
pub const PURPOSEFUL: &str = "\
    agency alliance association bureau campaign center centre coalition commission committee conference council court \
    department foundation fund group initiative institute ministry network office organisation organization \
    partnership programme society trust union";

/// Words of a place that a name goes by without ("Lima region" is Lima's).
pub const PLACE_KINDS: &str = "\
    area city county district governorate oblast prefecture province region state town";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        let tables = [
            TITLES,
            ORGANISATIONS,
            COMPANY_ENDINGS,
            PLACES,
            FACILITIES,
            EVENTS,
            GROUPS,
            CALENDAR,
            COMMON,
            PARTICLES,
            PLACE_CUES,
            SPEECH,
            NAMED_NOUNS,
            GROUP_NOUNS,
            PLACE_KINDS,
            PURPOSEFUL,
            BODIES,
        ];
        for table in tables {
            let words: Vec<&str> = table.split(' ').collect();
            for pair in words.windows(2) {
                assert!(pair[0] < pair[1], "{pair:?}");
            }
            assert!(words.iter().all(|w| holds(table, w)));
            assert!(!holds(table, "") && !holds(table, "zzz") && !holds(table, "0"));
        }
        assert!(holds(TITLES, "President") && !holds(TITLES, "presidential"));
    }
}
