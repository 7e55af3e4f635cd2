//! Words as comparison sees them: stop words dropped, endings cut, near-synonyms united.
//!
//! The tables are general newspaper English. A class unites words that two reports of one event
//! use for the same thing; it is no thesaurus, and what would unite two different facts (injured
//! and dead, planned and done) is kept apart.

use crate::hashed::{Hashed, hash};
use crate::letter::lower;
use crate::order::{Arrange, pair};
use std::sync::OnceLock;

/// A content word: its synonym class, or a hash of its stem.
pub type Term = u32;

/// Words that carry no statement of their own.
const STOP: &str = "a about above across after again against ago all almost along already also although always am amid \
among an and another any anyone anything are around as at away back be became because become been before \
being below between both but by came can cannot claim claimed could day days describe described did do does doing done \
down due during each earlier either else even ever every few for from further get gets give given go goes going gone got \
had has have having he her here hers herself him himself his how however i if in including indeed into is it its itself \
just know known last late later least less let like made make makes making man many may me men might more most much must \
my near nearly never new next no nobody none nor not nothing now of off often on once one only onto or other others our \
out over own part people per person persons perhaps put quite rather reported reportedly report reports said same saw say \
saying says see seen she should since so some something soon still such take taken takes tell than that the their them \
then there these they thing things this those though through thus time times to today together told tomorrow too took \
toward towards two under until up upon us very via was way we week weeks well went were what when where whether which \
while who whom whose why will with within without woman women would yesterday yet you your individual individuals \
according added monday tuesday wednesday thursday friday saturday sunday january february march april june july august \
september october november december year years month months hour hours minute minutes morning afternoon evening night \
percent cent million billion thousand hundred dozen first second third three four five six seven eight nine ten mr mrs ms \
dr spokesman spokeswoman spokesperson statement news agency source sources official officials really simply of course former formerly";

/// Classes of words that name one thing, one class between two bars.
const CLASSES: &str = "die dead death kill deceased perish fatal fatality drown toll slay killing|injure wound hurt \
injury wounded|miss missing unaccounted|arrest detain detention apprehend custody|evacuate evacuation evacuee|rescue \
rescuer|house home dwelling residence|ship vessel boat ferry craft|fire blaze wildfire inferno flame|quake earthquake \
tremor|road highway motorway street route|close shut closure closed|open reopen|inspect inspection check|buy acquire \
purchase acquisition takeover|merge merger combination combine|job position redundancy layoff|employee staff worker \
workforce personnel|raise increase rise hike|cut reduce reduction decrease|deal agreement accord pact settlement|talk negotiation \
negotiate|police officer constable|soldier troop military|gunman militant attacker assailant fighter extremist \
radical terrorist|attack assault offensive|warn warning alert advisory caution|advise urge recommend advice|prevent \
thwart foil avert disrupt disruption preempt stop|raid operation crackdown|neutralize neutralise eliminate|weapon \
firearm gun rifle arm|explosive bomb explosion blast detonate|child kid infant|doctor physician medic surgeon|chief head \
boss leader executive|captain master skipper|company firm business corporation|vote ballot|win victory winner triumph|\
lawsuit suit sue litigation|guilty convict conviction|imprison imprisonment jail prison|retract withdraw retraction \
withdrawal recall|study paper publication article|image picture photograph photo|manipulate tamper falsify fabricate|\
suspend suspension|postpone delay defer|collapse crumble|car vehicle automobile|truck lorry|release free freed \
liberate|hostage captive|abduct kidnap seize abduction kidnapping|begin start launch commence break erupt ignite|end finish conclude terminate discontinue|blame \
attribute accuse accusation|deny denial reject dismiss refute|confirm confirmation verify|admit acknowledge|\
resign resignation quit|striker forward attacker|match game fixture|price cost fee|refund reimburse|large big huge \
massive major|storm hurricane cyclone typhoon tornado twister|flood flooding inundate|destroy demolish raze destruction|damage \
affect|synagogue temple|dispute disagree contradict|union syndicate|strike stoppage walkout|worker docker|bonus \
premium|dozen|law legislation bill|minister secretary|aircraft plane jet airplane airliner|crash accident wreck|hospital \
clinic|school college|investigate investigation probe inquiry enquiry|order command decree|protest demonstration rally \
march|protester demonstrator|refugee migrant|emergency crisis distress mayday|aid relief assistance help|village town hamlet \
municipality|region province area district|capital city|country nation state|wife husband spouse|brother sister \
sibling|machine harvester equipment|money cash|profit earning|revenue turnover sale|share stock|shareholder holder \
investor owner|meet meeting convene|announce announcement declare declaration unveil|demand require request ask|offer propose proposal|\
passenger traveller traveler occupant|crew sailor|surgery operation operate|reporter journalist correspondent|election poll|\
president leader|rain rainfall downpour|river stream|building structure|wall|girl daughter|boy son|food meal|water|\
gather gathering crowd event|travel trip journey|leave depart departure flee exit|visit tour|avoid steer shun|mass many \
considerable|casualty victim|threat danger risk menace peril|plot conspiracy scheme plan|responsible responsibility|\
quake|speak speech|send dispatch|find discover discovery uncover detect|receive get obtain|scald burn|elder|mediator \
mediate mediation|pay payment paid|employ employment payroll|promise pledge vow guarantee|limit cap ceiling|cause reason trigger \
spark|dangerous unsafe|safe safety secure|clerk|judge magistrate justice|sign signing|club team side|season campaign|\
debut|patient volunteer|trial experiment|extract|duplicate duplication copy|mail email letter e-mail|customer client \
consumer|product item|factory plant|maker manufacturer manufacture|watchdog regulator authority|error mistake|incorrect \
wrong false|original initial|spread|shelter camp|epicentre epicenter|depth deep|magnitude|aftershock|landslide \
mudslide|tsunami|wind gust|height tall|length long|speed fast|width wide|rate|interest|inflation|charge count indictment|growth grow|loss lose|\
unemployment jobless|export import|tax levy duty|debt loan borrow|bank lender|market|quarter|forecast predict prediction \
expect|estimate|measure|result outcome|lead margin|panel committee|ruling judgment judgement verdict|steal theft robbery rob burglary|\
thief robber burglar|firefighter fireman brigade|lawyer attorney barrister solicitor|licence license permit|ban prohibit \
forbid outlaw|finance fund funding|pupil student|wage salary|ceasefire truce armistice|bombard bombardment shell shelling|\
toxic poisonous|contaminate pollute pollution contamination|illness disease|vaccine vaccination vaccinate|film movie|\
petrol gasoline|railway railroad|dock quay pier harbour harbor port|carriage wagon|lawmaker legislator|parliament \
legislature|prosecutor prosecution|witness eyewitness onlooker bystander|neighbour neighbor|labour labor|centre center|\
theatre theater|defence defense|outage blackout|siren alarm|isolate disconnect|consult consultation|cancel cancellation scrap|replace replacement|\
shop store supermarket|apartment flat|chairman chairwoman chairperson|supplier contractor|shortage lack|\
strengthen reinforce|ambulance paramedic|runway airstrip|lake reservoir|dyke dike embankment levee bund|gate sluice|\
breach burst|cattle livestock|prisoner inmate|escape abscond|piece fragment|grant subsidy|overflow spill|recover retrieve|haul loot booty|\
fault defect flaw|leak leakage|lift elevator|fine penalty|sample specimen|hacker intruder|painting canvas|coalition alliance|\
waive forgo";

/// Irregular forms and what they are counted as.
const IRREGULAR: &str = "died:die dying:die killed:kill shot:shoot fell:fall fallen:fall gave:give found:find left:leave \
bought:buy sold:sell paid:pay met:meet led:lead held:hold won:win lost:lose sank:sink sunk:sink sunken:sink broke:break \
broken:break struck:strike hit:strike stricken:strike began:begin begun:begin fled:flee flew:fly flown:fly sent:send \
built:build caught:catch thought:think brought:bring fought:fight taught:teach drove:drive driven:drive rose:rise \
risen:rise spoke:speak spoken:speak chose:choose chosen:choose stole:steal stolen:steal wrote:write written:write \
burnt:burn withdrew:withdraw withdrawn:withdraw overturned:overturn men:man women:woman children:child bodies:body \
lives:life wives:wife knives:knife leaves:leave houses:house homes:home injuries:injury casualties:casualty \
fatalities:fatality deaths:death crises:crisis shook:shake shaken:shake swept:sweep slept:sleep kept:keep dealt:deal \
felt:feel meant:mean heard:hear ran:run swam:swim threw:throw thrown:throw grew:grow grown:grow knew:know blew:blow \
blown:blow drew:draw drawn:draw came:come became:become stood:stand understood:understand hung:hang bore:bear \
worn:wear tore:tear torn:tear went:go ate:eat eaten:eat sworn:swear swore:swear rang:ring sang:sing spent:spend \
lent:lend dug:dig laid:lay lit:light shut:close quit:resign rung:ring forwent:forgo led:lead fed:feed bled:bleed \
sped:speed army:military armies:military fewer:few bigger:big larger:large";

/// Verbs that mean another with the word behind them, and a word of that meaning.
const PHRASAL: &str = "ask for=demand|blow up=explode|break off=end|break out=begin|bring down=topple|bring forward=advance|\
call for=demand|call off=cancel|carry on=continue|come down=crash|cover up=conceal|cut short=end|come out=publish|cut off=sever|draw up=prepare|\
fall through=collapse|give in=yield|give up=abandon|give way=collapse|go down=sink|go off=explode|go on=continue|go under=bankrupt|\
hand in=submit|hold back=withhold|hold up=delay|keep on=continue|lay off=redundancy|let go=release|look for=search|make up=invent|pass away=die|pay back=reimburse|look into=investigate|\
own up=admit|pull out=withdraw|pull down=demolish|put off=postpone|put out=extinguish|rule out=exclude|run aground=ground|run away=flee|run on=continue|run out=exhaust|run short=exhaust|send out=issue|set alight=ignite|set fire=ignite|\
set off=trigger|set up=establish|shut down=close|sign off=approve|stay away=avoid|steer clear=avoid|stand still=standstill|step down=resign|\
strike down=overturn|swear in=inaugurate|take off=depart|take over=acquire|throw out=reject|turn down=reject|\
turn up=discover|under way=underway|walk out=leave|wash away=destroy|wipe out=destroy|work out=calculate";

/// A list of words, hashed when it is first asked.
pub(crate) struct Set {
    words: &'static str,
    hashed: OnceLock<Hashed>,
}

impl Set {
    /// The words between white space.
    pub(crate) const fn new(words: &'static str) -> Self {
        Self { words, hashed: OnceLock::new() }
    }

    /// Whether a word, lower case, is listed.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.hashed.get_or_init(|| Hashed::list(self.words)).find(word).is_some()
    }
}

/// Lists of words of which each word is in one, hashed when they are first asked.
pub(super) struct Lists {
    lists: fn() -> Vec<&'static str>,
    hashed: OnceLock<Hashed>,
}

impl Lists {
    /// Lists with a space between two words.
    pub(super) const fn new(lists: fn() -> Vec<&'static str>) -> Self {
        Self { lists, hashed: OnceLock::new() }
    }

    /// Which list a word, lower case, is in: the first, where it is in several.
    pub(super) fn find(&self, word: &str) -> Option<usize> {
        let hash_all = || {
            let lists = (self.lists)().into_iter().zip(0..);
            Hashed::new(lists.flat_map(|(list, at)| list.split_whitespace().map(move |w| pair(hash(w), at))).collect())
        };
        self.hashed.get_or_init(hash_all).find(word).map(|at| at as usize)
    }
}

struct Tables {
    stop: Hashed,
    classes: Hashed,
    irregular: Hashed,
    /// What irregular forms are counted as.
    regular: Vec<String>,
    particles: Hashed,
    phrasal: Vec<(String, &'static str, Term)>,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        // "Chinese" is of China.
        let own = |w: (&str, &str)| (w.0.to_owned(), w.1.to_owned());
        let listed = IRREGULAR.split_whitespace().filter_map(|w| w.split_once(':')).map(own);
        let forms: Vec<(String, String)> = listed.chain(crate::entity::demonyms()).collect();
        let mut tables = Tables {
            stop: Hashed::list(STOP),
            irregular: Hashed::new(forms.iter().zip(0..).map(|(w, i)| pair(hash(&w.0), i)).collect()),
            regular: forms.iter().map(|w| cut(&w.1)).collect(),
            classes: Hashed::default(),
            particles: Hashed::default(),
            phrasal: Vec::new(),
        };
        let mut classes = Vec::new();
        for (number, class) in CLASSES.split('|').enumerate() {
            classes.extend(class.split_whitespace().map(|w| pair(hash(&tables.stem(w)), number as u32)));
        }
        tables.classes = Hashed::new(classes); // A word in two classes stays in the first.
        tables.phrasal = PHRASAL
            .split('|')
            .filter_map(|entry| {
                let (phrase, meaning) = entry.split_once('=')?;
                let (verb, particle) = phrase.split_once(' ')?;
                Some((tables.stem(verb), particle, tables.term(&tables.stem(meaning))))
            })
            .collect();
        tables.phrasal.arrange();
        tables.particles = Hashed::new(tables.phrasal.iter().map(|p| pair(hash(p.1), 0)).collect());
        tables
    })
}

impl Tables {
    /// The word, in lower case, without its ending.
    fn stem(&self, lower: &str) -> String {
        match self.irregular.find(lower).and_then(|i| self.regular.get(i as usize)) {
            Some(regular) => regular.clone(),
            None => cut(lower),
        }
    }

    /// The class of a stem, or a hash of it.
    fn term(&self, stem: &str) -> Term {
        // Above every class number.
        self.classes.find(stem).unwrap_or_else(|| hash(stem) | 0x8000_0000)
    }
}

/// What a verb means with the word behind it: "put off" is to postpone.
#[must_use]
pub fn phrasal(verb: &str, particle: &str) -> Option<Term> {
    if particle.len() > 8 || verb.len() > 8 {
        return None;
    }
    let tables = tables();
    let particle = lower(particle);
    tables.particles.find(&particle)?;
    let stem = tables.stem(&lower(verb));
    let at = tables.phrasal.binary_search_by(|p| (p.0.as_str(), p.1).cmp(&(stem.as_str(), particle.as_str())));
    at.ok().map(|i| tables.phrasal[i].2)
}

/// Whether a word, given by the hash of its small letters, may make [`phrasal`] something of the one before it.
pub(super) fn is_particle(hash: u32) -> bool {
    tables().particles.number(hash).is_some()
}

/// The term of a word; `None` for one that carries no statement.
#[must_use]
pub fn term(word: &str) -> Option<Term> {
    let tables = tables();
    let lower = lower(word);
    let lower = lower.strip_suffix("'s").or_else(|| lower.strip_suffix("’s")).unwrap_or(&lower);
    if lower.len() < 2 || !lower.starts_with(char::is_alphanumeric) || tables.stop.find(lower).is_some() {
        return None;
    }
    Some(tables.term(&tables.stem(lower)))
}

/// Whether two words have the same term.
#[must_use]
pub fn alike(a: &str, b: &str) -> bool {
    term(a).is_some_and(|t| term(b) == Some(t))
}

/// Cuts the endings of an English word (after Porter 1980, much shortened).
fn cut(word: &str) -> String {
    if !word.is_ascii() || word.len() < 4 {
        return word.trim_end_matches('s').to_owned();
    }
    let mut word = word;
    let owned;
    for (ending, instead) in [
        ("ies", "y"),
        ("sses", "ss"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("xes", "x"),
        ("ss", "ss"),
        ("us", "us"),
        ("is", "is"),
        ("s", ""),
    ] {
        if let Some(root) = word.strip_suffix(ending).filter(|r| r.len() > 1) {
            owned = [root, instead].concat();
            word = &owned;
            break;
        }
    }
    const ENDINGS: [&str; 22] = [
        "isation", "ization", "ations", "ation", "ements", "ement", "ments", "ment", "ingly", "edly", "ately", "ings",
        "ing", "ied", "ed", "tion", "sion", "ion", "ly", "er", "or", "al",
    ];
    for ending in ENDINGS {
        let Some(root) = word.strip_suffix(ending) else { continue };
        // "confession" is of confessing.
        if ending == "sion" && root.ends_with('s') {
            continue;
        }
        let vowel = root.bytes().any(|b| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'));
        if root.len() < 3 || !vowel || (matches!(ending, "er" | "or" | "al" | "ment") && root.len() < 4) {
            continue;
        }
        return tidy(root);
    }
    tidy(word)
}

/// Undoubles a last consonant and drops a last e or y, so that forms meet.
fn tidy(root: &str) -> String {
    let bytes = root.as_bytes();
    let n = bytes.len();
    if n > 3 && bytes[n - 1] == bytes[n - 2] && !matches!(bytes[n - 1], b's' | b'l' | b'e' | b'o') {
        return root[..n - 1].to_owned();
    }
    if n > 3 { root.trim_end_matches(['e', 'y', 'i']).to_owned() } else { root.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_and_synonyms_meet() {
        for (a, b) in [
            ("died", "killing"),
            ("deaths", "dead"),
            ("injuries", "hurt"),
            ("homes", "dwellings"),
            ("ballots", "vote"),
            ("retracted", "withdrawal"),
            ("collapsed", "collapse"),
            ("inspection", "inspected"),
            ("stopped", "stop"),
            ("evacuated", "evacuation"),
            ("announcement", "announced"),
            ("shut", "closed"),
            ("Ferry's", "vessel"),
            ("confession", "confessed"),
            ("Chinese", "China"),
            ("Dane", "Danish"),
            ("armies", "troops"),
            ("armed", "rifles"),
        ] {
            assert!(alike(a, b), "{a} and {b}");
        }
    }

    #[test]
    fn different_things_do_not() {
        for (a, b) in [
            ("dead", "injured"),
            ("planned", "done"),
            ("open", "closed"),
            ("mayor", "minister"),
            ("armed", "army"),
            ("the", "the"),
            ("opened", "closed"),
            ("river", "road"),
            ("", ""),
            ("ß", "ss"),
        ] {
            assert!(!alike(a, b), "{a} and {b}");
        }
    }
}
