//! Countries with their demonyms, for reading without the model's lists.
//!
//! Written from general knowledge: short common names, the adjective, and other forms.

use crate::hashed::{Hashed, hash};
use crate::order::pair;
use std::sync::OnceLock;

/// `country|adjective|other demonyms`, one a line, sorted by country.
const COUNTRIES: &str = "\
Afghanistan|Afghan|Afghans
Albania|Albanian
Algeria|Algerian
Angola|Angolan
Argentina|Argentine|Argentinian
Armenia|Armenian
Australia|Australian
Austria|Austrian
Azerbaijan|Azerbaijani
Bahrain|Bahraini
Bangladesh|Bangladeshi
Belarus|Belarusian
Belgium|Belgian
Benin|Beninese
Bhutan|Bhutanese
Bolivia|Bolivian
Bosnia|Bosnian
Botswana|Botswanan
Brazil|Brazilian
Britain|British|Briton|Britons
Bulgaria|Bulgarian
Burundi|Burundian
Cambodia|Cambodian
Cameroon|Cameroonian
Canada|Canadian
Chad|Chadian
Chile|Chilean
China|Chinese
Colombia|Colombian
Congo|Congolese
Croatia|Croatian
Cuba|Cuban
Cyprus|Cypriot
Denmark|Danish|Dane|Danes
Ecuador|Ecuadorian
Egypt|Egyptian
England|English
Eritrea|Eritrean
Estonia|Estonian
Ethiopia|Ethiopian
Finland|Finnish|Finns
France|French
Gabon|Gabonese
Gambia|Gambian
Gaza|Gazan
Georgia|Georgian
Germany|German
Ghana|Ghanaian
Greece|Greek
Guatemala|Guatemalan
Guinea|Guinean
Guyana|Guyanese
Haiti|Haitian
Honduras|Honduran
Hungary|Hungarian
Iceland|Icelandic
India|Indian
Indonesia|Indonesian
Iran|Iranian
Iraq|Iraqi
Ireland|Irish
Israel|Israeli
Italy|Italian
Jamaica|Jamaican
Japan|Japanese
Jordan|Jordanian
Kazakhstan|Kazakh
Kenya|Kenyan
Kosovo|Kosovar
Kuwait|Kuwaiti
Kyrgyzstan|Kyrgyz
Laos|Laotian
Latvia|Latvian
Lebanon|Lebanese
Liberia|Liberian
Libya|Libyan
Lithuania|Lithuanian
Macedonia|Macedonian
Madagascar|Malagasy
Malawi|Malawian
Malaysia|Malaysian
Mali|Malian
Malta|Maltese
Mauritania|Mauritanian
Mexico|Mexican
Moldova|Moldovan
Mongolia|Mongolian
Montenegro|Montenegrin
Morocco|Moroccan
Mozambique|Mozambican
Myanmar|Burmese
Namibia|Namibian
Nepal|Nepalese|Nepali
Netherlands|Dutch
Nicaragua|Nicaraguan
Niger|Nigerien
Nigeria|Nigerian
Norway|Norwegian
Oman|Omani
Pakistan|Pakistani
Palestine|Palestinian
Panama|Panamanian
Paraguay|Paraguayan
Peru|Peruvian
Philippines|Filipino|Philippine
Poland|Polish|Pole|Poles
Portugal|Portuguese
Qatar|Qatari
Romania|Romanian
Russia|Russian
Rwanda|Rwandan
Scotland|Scottish|Scots
Senegal|Senegalese
Serbia|Serbian|Serb|Serbs
Singapore|Singaporean
Slovakia|Slovak
Slovenia|Slovenian
Somalia|Somali
Spain|Spanish|Spaniard|Spaniards
Sudan|Sudanese
Sweden|Swedish|Swede|Swedes
Switzerland|Swiss
Syria|Syrian
Taiwan|Taiwanese
Tajikistan|Tajik
Tanzania|Tanzanian
Thailand|Thai
Tibet|Tibetan
Togo|Togolese
Tunisia|Tunisian
Turkey|Turkish|Turk|Turks
Turkmenistan|Turkmen
Uganda|Ugandan
Ukraine|Ukrainian
Uruguay|Uruguayan
Uzbekistan|Uzbek
Venezuela|Venezuelan
Vietnam|Vietnamese
Wales|Welsh
Yemen|Yemeni
Zambia|Zambian
Zimbabwe|Zimbabwean
";

/// Names of countries that are more than one word, initials, or parts of the world.
const MORE: &str = "Africa|America|Asia|Europe|U.K.|U.S.|U.S.A.|UAE|UK|US|USA|Crimea";

/// What a single word of a country says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Country {
    /// It names the country.
    Name,
    /// It is its adjective, or names its people.
    Demonym,
}

/// Whether a word names a country or its people.
pub(super) fn country(word: &str) -> Option<Country> {
    listed(word).or_else(|| word.strip_suffix('s').and_then(listed).filter(|&c| c == Country::Demonym))
}

fn listed(word: &str) -> Option<Country> {
    let line = line_of(word)?;
    Some(if line.split('|').next() == Some(word) || line == MORE { Country::Name } else { Country::Demonym })
}

/// Whether a lower-case word is a country of one word.
pub(super) fn is_country(word: &str) -> bool {
    listed(&capitalised(word)) == Some(Country::Name)
}

/// Whether a lower-case word is a demonym.
pub(super) fn is_demonym(word: &str) -> bool {
    listed(&capitalised(word)) == Some(Country::Demonym)
}

/// The country of a lower-case demonym, in lower case.
pub(super) fn of_demonym(word: &str) -> Option<String> {
    let word = capitalised(word);
    let country = line_of(&word).filter(|&line| line != MORE)?.split('|').next()?;
    (country != word).then(|| country.to_ascii_lowercase())
}

/// Each demonym with its country, both in lower case.
pub(crate) fn demonyms() -> impl Iterator<Item = (String, String)> {
    COUNTRIES.lines().filter_map(|line| line.split_once('|')).flat_map(|(country, others)| {
        others.split('|').map(move |o| (o.to_ascii_lowercase(), country.to_ascii_lowercase()))
    })
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |c| std::iter::once(c.to_ascii_uppercase()).chain(chars).collect())
}

/// The line of the table that holds a word as a whole entry, or all of [`MORE`].
fn line_of(word: &str) -> Option<&'static str> {
    static LINES: OnceLock<(Vec<&'static str>, Hashed)> = OnceLock::new();
    if !word.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let (lines, entries) = LINES.get_or_init(|| {
        let lines: Vec<&str> = COUNTRIES.lines().chain([MORE]).collect();
        let of = |(line, at): (&&str, u32)| line.split('|').map(move |w| pair(hash(w), at)).collect::<Vec<u64>>();
        let entries = Hashed::new(lines.iter().zip(0..).flat_map(of).collect());
        (lines, entries)
    });
    let line = lines.get(entries.find(word)? as usize)?;
    line.split('|').any(|w| w == word).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::{Country, country};

    #[test]
    fn countries_and_their_people() {
        for (word, expected) in [
            ("Peru", Some(Country::Name)),
            ("Peruvian", Some(Country::Demonym)),
            ("Peruvians", Some(Country::Demonym)),
            ("Afghanistan", Some(Country::Name)),
            ("UK", Some(Country::Name)),
            ("Perus", None),
            ("Per", None),
            ("land", None),
            ("", None),
            ("Peru|Peruvian", None),
            ("U.S.", Some(Country::Name)),
            ("USAs", None),
            ("Zimbabwean", Some(Country::Demonym)),
        ] {
            assert_eq!(country(word), expected, "{word}");
        }
    }
}
