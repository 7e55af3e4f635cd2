//! Nouns that are counted: people, some of them, and what is surely none.

use super::super::words::Set;

/// Nouns for people in general, of whom the rest of the clause tells the fate.
pub(super) static PEOPLE: Set = Set::new(
    "people persons person individuals individual men women others other man woman resident residents inhabitants passenger \
worker soldier firefighter civilian student pupil pupils local inhabitant driver hostage pensioners investors \
civilians passengers locals victims citizens children soldiers workers firefighters officers crew tourists students boys girls \
patients migrants troops militants employees staff police members refugees suspects gunmen dead families miners fans \
member guests guest pilgrims boarders inmates prisoners villagers labourers laborers guards sailors fishermen officer \
us names sons daughters brothers sisters mothers fathers relatives defenders colleagues colleague participants participant \
volunteers volunteer spectators supporters rescuers servicemen teachers nurses doctors customers workmen climbers hikers protesters demonstrators islanders travellers commuters holidaymakers survivors soldier boy girl child adults",
);

/// Nouns that are no people: what befalls them is no toll.
static THINGS: Set = Set::new(
    "fish cattle livestock cows sheep goats pigs birds hens chickens dogs horses animals trees villages towns houses homes \
buildings districts schools hospitals camps shelters countries ships vessels boats planes aircraft flights cars vehicles \
trains shops places streets roads bridges factories reports cases charges counts violations incidents accidents attacks",
);

/// People who are some of those that befell: those who help, fight or keep order or do none of it, and those of one age.
static SUBGROUPS: Set = Set::new(
    "civilians civilian soldiers soldier servicemen troops officers officer police policemen constables firefighters firefighter firemen paramedics medics rescuers rescuer children child babies infants toddlers minors teenagers pupils journalists reporters",
);

/// Whether a noun, lower case, names people of whom others may be told beside them.
pub fn is_subgroup(word: &str) -> bool {
    SUBGROUPS.has(word)
}

/// Whether a noun, lower case, names people.
pub fn people(word: &str) -> bool {
    PEOPLE.has(word) || ["men", "ists", "ians", "ees", "goers"].iter().any(|e| word.ends_with(e) && word.len() > 5)
}

/// Whether a noun, lower case, names what is surely no people.
pub fn things(word: &str) -> bool {
    THINGS.has(word)
}
