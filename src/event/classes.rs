//! Which triggers mean the same kind of event: "assault" and "attack", "die" and "death".

use super::table::Table;

/// The class of a trigger's dictionary form: one word for all that mean the same. A form in
/// no class stands for itself.
pub(crate) fn of(lemma: &str) -> &str {
    if lemma.contains(' ') { CLASSES.find(&lemma.replace(' ', "_")) } else { CLASSES.find(lemma) }.unwrap_or(lemma)
}

/// Dictionary form and class; a verb is joined to its particle by `_`.
static CLASSES: Table = Table::new(
    "\
    abduct=kidnap abduction=kidnap accord=agree accusation=accuse acquire=buy acquisition=buy acquittal=acquit \
    advisory=warn agreement=agree airstrike=bomb alarm=warn alert=warn ambush=attack announcement=announce \
    appointment=appoint apprehend=arrest approval=approve arraign=charge arraignment=charge arrival=arrive \
    assassinate=murder assassination=murder assault=attack atrocity=attack attribute=accuse authorise=approve \
    authorize=approve avert=foil ballot=vote battle=fight blame=accuse blast=explode blaze=fire blow_up=explode \
    bombard=bomb bombardment=bomb bombing=bomb break_out=begin burial=bury burst=collapse bushfire=fire buyout=buy call_off=cancel \
    cancellation=cancel capsize=sink capsizing=sink caution=warn claim_responsibility=responsibility clear=acquit \
    climb=rise closure=close collide=crash collision=crash come_down=collapse commence=begin conclude=end \
    confiscate=seize confiscation=seize conviction=convict cyclone=storm dead=kill deal=agree death=kill \
    debut=launch decision=decide declaration=announce declare=announce decline=fall decree=order defeat=lose \
    delay=postpone demolition=demolish demonstrate=protest demonstration=protest denial=deny depart=leave \
    departure=leave deployment=deploy derailing=derail derailment=derail detain=arrest detention=arrest \
    detonate=explode detonation=explode die=kill discover=find discovery=find dismantle=bust drop=fall \
    earthquake=quake election=elect eruption=erupt establish=found evacuation=evacuate execution=execute \
    explosion=explode fall_down=collapse fatality=kill find_guilty=convict finish=end firefight=gunfight flee=escape \
    flooding=flood foundation=found free=release funeral=bury give_way=collapse go_down=sink guilty=convict \
    gunfire=shoot halt=stop hand_over=release handover=release hold_custody=remand homicide=murder hurricane=storm \
    hurt=injure imprison=sentence imprisonment=sentence indict=charge indictment=charge infection=infect \
    injury=injure inquiry=investigate inspection=inspect insurrection=mutiny introduce=launch introduction=launch \
    invasion=invade investigation=investigate jail=sentence judgment=rule jump=rise kick_off=begin kidnapping=kidnap \
    killing=kill lawsuit=sue liberate=release liberation=release litigation=sue massacre=attack meeting=meet \
    merger=merge name=appoint negotiation=negotiate neutralise=bust neutralize=bust onslaught=attack operation=raid \
    outbreak=begin pact=agree payment=pay perish=kill pledge=promise plunge=fall postponement=postpone prevent=foil \
    probe=investigate proclaim=announce proclamation=announce prosecute=charge publication=publish pull_out=rescue \
    purchase=buy put_back=postpone put_off=postpone quit=resign rally=protest rampage=attack rebellion=mutiny \
    referendum=vote refute=deny reopening=reopen resignation=resign retraction=retract revolt=mutiny ruling=rule rupture=collapse \
    sale=sell save=rescue seizure=seize sentencing=sentence set_off=leave shell=bomb shelling=bomb shipwreck=sink \
    shooting=shoot shootout=shoot shut=close shut_down=close signing=sign sinking=sink slay=murder slaying=murder \
    slump=fall soar=rise stand_down=resign start=begin step_down=resign suit=sue surge=rise surgery=operate \
    suspend=stop suspension=stop swoop=raid take_over=buy takeover=buy talks=negotiate telephone=phone \
    threat=threaten thwart=foil tornado=storm transplantation=transplant tremor=quake trip=visit triumph=win \
    tumble=fall turn_up=find typhoon=storm unearth=find unveil=launch unveiling=launch uprising=mutiny verdict=rule \
    victory=win vow=promise walk_out=strike walkout=strike warning=warn wed=marry wedding=marry wildfire=fire \
    withdraw=retract withdrawal=retract wound=injure",
);

#[cfg(test)]
mod tests {
    use super::{CLASSES, of};

    #[test]
    fn table_is_sorted() {
        assert_eq!(CLASSES.disorder(), None);
    }

    #[test]
    fn same_meaning_same_class() {
        for (a, b) in [("assault", "attack"), ("die", "death"), ("step down", "resignation"), ("buy", "takeover")] {
            assert_eq!(of(a), of(b), "{a} {b}");
        }
        for (a, b) in [("bomb", "attack"), ("arrest", "kidnap"), ("charge", "convict"), ("table", "chair")] {
            assert_ne!(of(a), of(b), "{a} {b}");
        }
    }
}
