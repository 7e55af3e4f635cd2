//! Which language a text is in, as far as Dateline needs to know: English, or plainly another.
//!
//! Counts the function words of a dozen languages; the commonest ten of a language make up a
//! fifth to a third of its running text, so a hundred words decide. Scripts other than Latin
//! decide by themselves.

use super::token::{Token, TokenKind};
use crate::letter::small;

/// ISO 639-1 code and frequent function words, none of them shared with English.
const LANGUAGES: [(&str, &str); 12] = [
    (
        "en",
        " the of and to in that for with was is on by as at from it he she his its were have has had said not but they this are be an who which after will would their about ",
    ),
    (
        "de",
        " der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es werden aus hat dass nach wird bei einer wurde wurden sagte ",
    ),
    (
        "fr",
        " de la le et les des en un du une que est pour qui dans par plus pas sur au avec ce il sont ont cette son aux mais ",
    ),
    ("es", " de la que el en y los se del las un por con una para su al como más fue lo pero ha sus este entre "),
    ("it", " di che è e la il un per in non una sono del da con si le della nel anche più alla dei al ha gli "),
    ("pt", " de que e o da em um para com não uma os no se na por mais as dos como foi ao ele das à são "),
    ("nl", " de het een van en in is dat op te zijn met voor niet aan er om ook als dan bij uit nog door naar wordt "),
    ("sv", " och att det som en på är av för med till den har de inte om ett men var sig så från kan "),
    ("pl", " w i na się nie z do że jest o po jak to za od przez przy dla są ale oraz już był "),
    ("tr", " ve bir bu da için ile olarak çok daha olan gibi sonra kadar en ancak olduğu var dedi "),
    ("id", " yang dan di dengan untuk dari ini pada dalam itu adalah tidak akan oleh juga telah ke sebagai karena "),
    ("vi", " và của là có trong được cho không một với các những người đã này khi để đến từ cũng "),
];

/// Words beyond which counting stops: enough to decide, and the cost stays flat.
const ENOUGH: usize = 400;

/// A text of fewer words than these may lack any function word: it tells nothing of its language.
const SHORT: u32 = 8;

/// Slots of the hash table, a power of two above the number of words.
const SLOTS: usize = 512;

/// All words as one hash table, made when the program is built: twenty bits of a word's hash, and
/// below them a bit for each language that has the word; 0 where a slot is empty. The words
/// themselves are not kept: one word in a million is mistaken for another, and words are counted.
static TABLE: [u32; SLOTS] = {
    let mut table = [0; SLOTS];
    let mut language = 0;
    while language < LANGUAGES.len() {
        let list = LANGUAGES[language].1.as_bytes();
        let mut at = 1;
        while at < list.len() {
            let mut hash = SEED;
            while list[at] != b' ' {
                hash = stir(hash, list[at]);
                at += 1;
            }
            at += 1;
            let mut slot = hash as usize % SLOTS;
            while table[slot] != 0 && (table[slot] ^ hash) >> MASK != 0 {
                slot = (slot + 1) % SLOTS;
            }
            table[slot] |= hash >> MASK << MASK | 1 << language;
        }
        language += 1;
    }
    table
};

/// Bits that tell the languages of a word.
const MASK: usize = LANGUAGES.len();

const SEED: u32 = 0x811c_9dc5;

/// One step of the hash of Fowler, Noll and Vo.
const fn stir(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

/// The languages that have a word, as bits.
fn languages(word: &str) -> u32 {
    let mut hash = SEED;
    if word.is_ascii() {
        for byte in word.bytes() {
            hash = stir(hash, byte.to_ascii_lowercase());
        }
    } else {
        for c in word.chars().map(small) {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                hash = stir(hash, byte);
            }
        }
    }
    let mut slot = hash as usize % SLOTS;
    loop {
        match TABLE[slot] {
            0 => return 0,
            entry if (entry ^ hash) >> MASK == 0 => return entry & ((1 << MASK) - 1),
            _ => slot = (slot + 1) % SLOTS,
        }
    }
}

/// The ISO 639-1 code of the text's language; `und` where it cannot be told.
pub(super) fn detect(text: &str, tokens: &[Token]) -> &'static str {
    let mut counts = [0u32; LANGUAGES.len()];
    let mut scripts = [0u32; SCRIPTS.len()];
    let (mut words, mut latin) = (0u32, 0u32);
    for token in tokens.iter().filter(|t| t.kind == TokenKind::Word).take(ENOUGH) {
        words += 1;
        let word = token.span().of(text);
        let first = word.chars().next().unwrap_or(' ');
        if let Some(script) = SCRIPTS.iter().position(|&(_, from, to)| (from..=to).contains(&first)) {
            scripts[script] += 1;
            continue;
        }
        latin += 1;
        if word.len() > 8 {
            continue;
        }
        let mut bits = languages(word);
        while bits != 0 {
            counts[bits.trailing_zeros() as usize] += 1;
            bits &= bits - 1;
        }
    }
    if let Some((i, &most)) = scripts.iter().enumerate().max_by_key(|&(i, &n)| (n, usize::MAX - i))
        && most > latin
    {
        return SCRIPTS[i].0;
    }
    let (best, &most) = counts.iter().enumerate().max_by_key(|&(i, &n)| (n, usize::MAX - i)).unwrap_or((0, &0));
    // Headlines and lists have few function words, so English is the answer unless another
    // language clearly speaks: by many words, or by much of a sentence or two.
    let clearly = most >= counts[0] * 2 + 3 || (most > 3 && most > counts[0] * 3 && most * 6 >= words);
    if best == 0 || !clearly {
        return if counts[0] > 0 || words < SHORT { "en" } else { "und" };
    }
    if most * 12 >= words { LANGUAGES[best].0 } else { "und" }
}

/// Scripts that name a language well enough, by the range of their letters.
const SCRIPTS: [(&str, char, char); 9] = [
    ("el", '\u{370}', '\u{3ff}'),
    ("ru", '\u{400}', '\u{52f}'),
    ("he", '\u{590}', '\u{5ff}'),
    ("ar", '\u{600}', '\u{6ff}'),
    ("hi", '\u{900}', '\u{97f}'),
    ("th", '\u{e00}', '\u{e7f}'),
    ("ja", '\u{3040}', '\u{30ff}'),
    ("zh", '\u{4e00}', '\u{9fff}'),
    ("ko", '\u{ac00}', '\u{d7af}'),
];

#[cfg(test)]
mod tests {
    use super::super::token::tokenize;
    use super::detect;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(detect(text, &tokenize(text)), expected, "{text:?}");
    }

    #[test]
    fn languages() {
        check("The mayor said on Friday that the bridge would not open before the summer.", "en");
        check("Der Bürgermeister sagte am Freitag, dass die Brücke nicht vor dem Sommer geöffnet wird.", "de");
        check("Le maire a dit vendredi que le pont ne sera pas ouvert avant la fin de cette année.", "fr");
        check("El alcalde dijo el viernes que el puente no se abrirá antes del verano.", "es");
        check("Мэр заявил в пятницу, что мост не откроют до лета.", "ru");
        check("Am Freitag fiel die Brücke in den Fluss. Niemand wurde verletzt, sagte die Polizei.", "de");
        check("市長は金曜日に橋は夏まで開かないと述べた", "zh");
    }

    #[test]
    fn too_little_to_tell_is_read_as_english_where_a_word_is() {
        check("", "en");
        check("A bridge fell near Holm.", "en");
        check("Stocks plunge, bonds rally, oil steady, gold flat, dollar down", "und");
        check("Toll rises to 143 after the blast", "en");
        check("President de la Cruz told El Pais that the vote in La Paz was fair.", "en");
    }
}
