//! Nouns that name events: "the raid", "her resignation".

use super::table::Table;
use super::words::{Words, is_amount};
use std::borrow::Cow;

/// A noun that names an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Noun {
    /// Singular.
    pub(crate) base: Cow<'static, str>,
    /// Whether the word is a plural.
    pub(crate) plural: bool,
}

/// Reads a lower-case word as a noun that names an event, where it is one.
pub(crate) fn read(word: &str) -> Option<Noun> {
    if word == "talks" || NOUNS.has(word) {
        return Some(Noun { base: Cow::Owned(word.to_owned()), plural: word == "talks" });
    }
    let stem = word.strip_suffix('s')?;
    let other = stem.strip_suffix('e').unwrap_or_default();
    let y = stem.strip_suffix("ie").map(|s| format!("{s}y")).unwrap_or_default();
    let base = [stem, other, &y].into_iter().find(|b| NOUNS.has(b))?;
    Some(Noun { base: Cow::Owned(base.to_owned()), plural: true })
}

/// Whether votes are counted, and no vote told: "by 176 |votes to 76".
pub(crate) fn is_tally(words: &Words, token: usize) -> bool {
    words.is(token, &["votes"]) && token > 0 && is_amount(words, token - 1)
}

/// Whether a noun says only that something happened ("the incident"), so that it points back
/// to an event told before.
pub(crate) fn is_generic(base: &str) -> bool {
    GENERIC.has(base)
}

/// Whether a noun mostly speaks of things in general ("the fight against poverty").
pub(crate) fn is_weak(base: &str) -> bool {
    WEAK.has(base)
}

/// Nouns that need a verb or a time to name an event.
static WEAK: Table =
    Table::new("battle charge debate fight game offer plea spill test threat tour trade violation war");

/// Nouns that point back.
static GENERIC: Table = Table::new("accident catastrophe disaster episode incident move ordeal tragedy");

/// Singulars.
static NOUNS: Table = Table::new(
    "\
    abdication abduction absence accident accusation acquisition acquittal address admission adoption advisory \
    aftershock agreement airstrike alarm alert allegation ambush amnesty amputation announcement apology appeal \
    appearance appointment approval armistice arraignment arrest arrival arson assassination assault atrocity attack \
    auction autopsy avalanche award bail ballot ban bankruptcy battle beheading bid birth blackout blast blaze \
    blockade bombardment bombing boycott breach breakdown breakthrough breakup bribery briefing broadcast burglary \
    burial bushfire buyback buyout cancellation capsize capsizing capture carnage catastrophe ceasefire ceremony \
    charge clash closure collapse collision commemoration complaint completion conference confession confiscation \
    confrontation contamination conviction coronation coup crackdown crackup crash cremation crossfire cull curfew \
    cyberattack cyclone deadlock deal death debate debriefing debut decision declaration decline decree defeat \
    defection delay delisting delivery demolition demonstration denial departure deployment deportation derailing \
    derailment descent detention detonation devaluation diagnosis disappearance disaster discharge disclosure \
    discovery dismissal dispute disqualification disruption dissolution ditching dividend divorce docking downfall \
    downing drought drowning earthquake election elimination embargo epidemic episode eruption escalation escape \
    evacuation eviction execution exhibition exile exodus explosion expulsion extradition famine farewell feast \
    festival fight fighting filing fine fire firefight flight flood flooding flotation foreclosure funeral game \
    gathering genocide graduation grounding gunfight gunfire hack handover haul hearing heatwave heist hijack \
    hijacking homicide hospitalisation hospitalization hurricane impeachment imprisonment inauguration incident \
    incursion indictment infection injury inquest inquiry insolvency inspection insurgency insurrection \
    interrogation intervention interview introduction intrusion invasion investigation invitation jailbreak jailing \
    jubilee keynote kidnapping killing landfall landing landslide launch lawsuit layoff layoffs leak leave lecture \
    liberation liftoff liquidation listing litigation lockdown lockout looting lynching manhunt march massacre match \
    mediation meeting meltdown merger migration mistrial mudslide murder mutiny negotiation nomination offensive \
    offer offering onslaught opening operation ordeal ouster outage outbreak outcry overdose overhaul overthrow pact \
    pandemic parade pardon parole patrol payment petition pilgrimage placement plea pledge poisoning poll \
    postponement premiere privatisation privatization probe procession proclamation prosecution protest publication \
    purchase purge pursuit quake quarantine raid rally rampage ransom rape ratification rebellion recall reception \
    recount reduction reelection referendum referral refusal reinstatement rejection relapse release relocation \
    remark removal renewal reopening repatriation repeal request rescue resignation resolution restatement \
    retaliation retirement retraction retreat retrial return reunion revelation revolt revolution riot rioting \
    robbery rollback rollout ruling sabotage sackings sale sanction seizure sentence sentencing separation \
    settlement shelling shipment shipwreck shock shooting shootout showdown shutdown siege sighting signing sinking \
    skirmish slaughter slaying spacewalk speech spill stabbing stampede standoff statement stoppage storm strike \
    subpoena suicide suit summit surge surgery surrender suspension swap swoop takeoff takeover talks test testimony \
    theft threat tornado torture touchdown tour tournament tragedy transaction transfer transplant transplantation \
    treaty tremor trial trip triumph truce tsunami turnout typhoon ultimatum unveiling uprising vaccination verdict \
    veto victory vigil violation visit vote voyage walkout war warning wedding whistleblowing wildfire win \
    withdrawal writedown",
);

#[cfg(test)]
mod tests {
    use super::{GENERIC, NOUNS, WEAK, read};

    #[test]
    fn tables_are_sorted() {
        assert_eq!(NOUNS.disorder(), None);
        assert_eq!(GENERIC.disorder(), None);
        assert_eq!(WEAK.disorder(), None);
    }

    #[test]
    fn singular_and_plural() {
        for (word, base) in [
            ("raid", Some("raid")),
            ("raids", Some("raid")),
            ("clashes", Some("clash")),
            ("casualties", None),
            ("inquiries", Some("inquiry")),
            ("talks", Some("talks")),
            ("table", None),
            ("s", None),
        ] {
            assert_eq!(read(word).map(|n| n.base.into_owned()).as_deref(), base, "{word}");
        }
    }
}
