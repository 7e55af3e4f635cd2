//! Verbs that report what somebody says, and verbs that tell no event.

use super::table::Table;

/// Whether a verb reports what somebody says.
pub(crate) fn is_speech(lemma: &str) -> bool {
    SPEECH.has(lemma)
}

/// Whether a verb only reports, so that saying it is hardly news in itself.
pub(crate) fn is_mere_speech(lemma: &str) -> bool {
    MERE.has(lemma)
}

/// Whether a verb leaves open if what is said is so.
pub(crate) fn is_doubtful(lemma: &str) -> bool {
    DOUBTFUL.has(lemma)
}

/// Whether a verb tells a state rather than an event.
pub(crate) fn is_stative(lemma: &str) -> bool {
    STATIVE.has(lemma)
}

/// Whether a verb comments on events rather than telling one.
pub(crate) fn is_comment(lemma: &str) -> bool {
    COMMENT.has(lemma)
}

/// Whether a noun makes a comment of the verb before it: "raises questions".
pub(crate) fn is_abstract(word: &str) -> bool {
    ABSTRACT.has(word)
}

/// Whether a verb lends its tense to a noun that names the event: "launched an assault".
pub(crate) fn is_light(lemma: &str) -> bool {
    LIGHT.has(lemma.split(' ').next().unwrap_or(lemma))
}

/// Whether a verb says that its subject took place.
pub(crate) fn is_occurrence(lemma: &str) -> bool {
    lemma == "take place" || OCCURRENCE.has(lemma)
}

/// Whether a verb says that what follows is to happen.
pub(crate) fn is_plan(lemma: &str) -> bool {
    PLAN.has(lemma)
}

/// Whether a verb says that what follows did not come about, or not yet.
pub(crate) fn is_undone(lemma: &str) -> bool {
    UNDONE.has(lemma)
}

/// Whether a verb tells what an attack or a storm does when it happens.
pub(crate) fn is_harm(lemma: &str) -> bool {
    HARM.has(lemma)
}

/// Whether nothing can suffer what a verb tells: who "was hit and crashed" crashed.
pub(crate) fn is_intransitive(lemma: &str) -> bool {
    INTRANSITIVE.has(lemma.split(' ').next().unwrap_or(lemma))
}

/// Whether a verb tells what is done for those whom an attack or a storm has hit.
pub(crate) fn is_rescue(lemma: &str) -> bool {
    matches!(lemma, "evacuate" | "hospitalise" | "hospitalize" | "hurt" | "pull" | "rescue" | "treat")
}

/// Whether a verb in the passive says that something is to come: "is expected".
pub(crate) fn is_expecting(lemma: &str) -> bool {
    matches!(lemma, "expect" | "schedule" | "slate" | "plan")
}

/// Whether a verb, told in the present with a day, speaks of what is fixed for it.
pub(crate) fn is_scheduled(lemma: &str) -> bool {
    SCHEDULED.has(lemma.split(' ').next().unwrap_or(lemma))
}

static SPEECH: Table = Table::new(
    "\
    acknowledge add admit affirm allege announce argue assert believe boast caution claim comment complain concede \
    conclude confess confirm contend declare deny describe disclose emphasise emphasize estimate explain guess hint \
    hope imply indicate inform insist learn maintain mention moan note notify observe predict proclaim promise quip \
    reaffirm recall reckon recount reiterate remark repeat reply report respond reveal say state stress suggest \
    suspect swear tell testify think understand urge vow warn write",
);

static MERE: Table = Table::new(
    "\
    add argue believe comment contend describe emphasise emphasize estimate explain guess hope imply indicate insist \
    maintain mention moan note observe quip reckon remark repeat reply respond say state stress suggest suspect tell \
    think understand write",
);

static DOUBTFUL: Table = Table::new(
    "\
    allege argue believe claim contend imply insist maintain reckon suggest suspect",
);

static STATIVE: Table = Table::new(
    "\
    aim amount appear base be believe belong care comprise concern consist contain continue cost deem depend deserve \
    desire differ do doubt enjoy entail equal exist expect fail fear feel fit get go hate have help hope include \
    intend involve keep know lack let lie like live love make manage matter mean measure need owe own possess prefer \
    range reckon refer regard relate rely remain represent resemble seek seem signify sit sound stand stem suffice \
    suit suppose tend think total try understand vary want weigh wish wonder",
);

static COMMENT: Table = Table::new(
    "\
    cement complicate compound confound deepen demonstrate echo embody emphasise emphasize epitomise evoke \
    exacerbate exemplify galvanise heighten highlight hinge illustrate overshadow pave reflect resonate reverberate \
    shape showcase signify transcend underpin underscore",
);

static ABSTRACT: Table = Table::new(
    "\
    attention awareness challenge challenges complexity concern concerns confidence conversation danger debate \
    dialogue discussion discussions doubt doubts evidence fear fears focus hopes implications importance layer \
    layers light message need outrage perspective question questions relevance reminder ripples scrutiny shadow \
    significance speculation spotlight tension tensions threat threats trust uncertainty vigilance worries",
);

static LIGHT: Table = Table::new(
    "\
    carry commit conduct deal deliver file give hold issue launch lodge make mount perform publish send stage suffer \
    take undergo",
);

static OCCURRENCE: Table = Table::new(
    "\
    arise befall come ensue erupt happen occur unfold",
);

static PLAN: Table = Table::new(
    "\
    agree aim approve ask decide demand direct expect hope instruct intend invite offer order plan pledge plot \
    prepare promise propose schedule seek set summon swear threaten urge vow want",
);

static HARM: Table = Table::new(
    "\
    claim damage destroy devastate displace flatten hit injure kill leave level rock shake strike wound wreck",
);

static SCHEDULED: Table = Table::new(
    "\
    arrive begin celebrate close come conclude convene depart end expire face finish fly host kick lapse launch leave mark mature meet \
    open play reconvene reopen resume return run start take travel vote",
);

static INTRANSITIVE: Table = Table::new(
    "\
    appear arrive burst collapse come crash decline die disappear drown emerge erupt escape explode fall flee go grow \
    happen land lapse last leave live pass plunge react refuse remain reopen resign respond resume retire return rise sail sink skid \
    slide slip speak spend spread stay step succumb surrender survive swerve tumble vanish veer wait walk work",
);

static UNDONE: Table = Table::new(
    "\
    abort avert avoid block cancel foil forestall plan plot postpone prevent propose schedule stop thwart",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [
            &SPEECH,
            &MERE,
            &DOUBTFUL,
            &STATIVE,
            &COMMENT,
            &ABSTRACT,
            &LIGHT,
            &OCCURRENCE,
            &PLAN,
            &HARM,
            &SCHEDULED,
            &INTRANSITIVE,
            &UNDONE,
        ] {
            assert_eq!(table.disorder(), None);
        }
    }

    #[test]
    fn particles_keep_a_verb_light() {
        assert!(is_light("carry out") && is_light("hold") && !is_light("kill"));
    }
}
