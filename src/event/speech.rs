//! Verbs that report what somebody says, and verbs that tell no event.

use super::table;

/// Whether a verb reports what somebody says.
pub(crate) fn is_speech(lemma: &str) -> bool {
    table::has(SPEECH, lemma)
}

/// Whether a verb only reports, so that saying it is hardly news in itself.
pub(crate) fn is_mere_speech(lemma: &str) -> bool {
    table::has(MERE, lemma)
}

/// Whether a verb leaves open if what is said is so.
pub(crate) fn is_doubtful(lemma: &str) -> bool {
    table::has(DOUBTFUL, lemma)
}

/// Whether a verb tells a state rather than an event.
pub(crate) fn is_stative(lemma: &str) -> bool {
    table::has(STATIVE, lemma)
}

/// Whether a verb comments on events rather than telling one.
pub(crate) fn is_comment(lemma: &str) -> bool {
    table::has(COMMENT, lemma)
}

/// Whether a noun makes a comment of the verb before it: "raises questions".
pub(crate) fn is_abstract(word: &str) -> bool {
    table::has(ABSTRACT, word)
}

/// Whether a verb lends its tense to a noun that names the event: "launched an assault".
pub(crate) fn is_light(lemma: &str) -> bool {
    table::has(LIGHT, lemma.split(' ').next().unwrap_or(lemma))
}

/// Whether a verb says that its subject took place.
pub(crate) fn is_occurrence(lemma: &str) -> bool {
    lemma == "take place" || table::has(OCCURRENCE, lemma)
}

/// Whether a verb says that what follows is to happen.
pub(crate) fn is_plan(lemma: &str) -> bool {
    table::has(PLAN, lemma)
}

/// Whether a verb says that what follows did not come about, or not yet.
pub(crate) fn is_undone(lemma: &str) -> bool {
    table::has(UNDONE, lemma)
}

const SPEECH: &str = "\
    acknowledge add admit affirm allege announce argue assert believe boast caution claim comment complain concede \
    conclude confess confirm contend declare deny describe disclose emphasise emphasize estimate explain guess hint \
    hope imply indicate inform insist learn maintain mention moan note notify observe predict proclaim promise quip \
    reaffirm recall reckon recount reiterate remark repeat reply report respond reveal say state stress suggest \
    suspect swear tell testify think understand urge vow warn write";

const MERE: &str = "\
    add argue believe comment contend describe emphasise emphasize estimate explain guess hope imply indicate insist \
    maintain mention moan note observe quip reckon remark repeat reply respond say state stress suggest suspect tell \
    think understand write";

const DOUBTFUL: &str = "\
    allege argue believe claim contend imply insist maintain reckon suggest suspect";

const STATIVE: &str = "\
    aim amount appear base be believe belong care comprise concern consist contain continue cost deem depend deserve \
    desire differ do doubt enjoy entail equal exist expect fail fear feel fit get go hate have help hope include \
    intend involve keep know lack let lie like live love make manage matter mean measure need owe own possess prefer \
    range reckon refer regard relate rely remain represent resemble seek seem signify sit sound stand stem suffice \
    suit suppose tend think total try understand vary want weigh wish wonder";

const COMMENT: &str = "\
    cement complicate compound confound deepen demonstrate echo embody emphasise emphasize epitomise evoke \
    exacerbate exemplify galvanise heighten highlight hinge illustrate overshadow pave reflect resonate reverberate \
    shape showcase signify transcend underpin underscore";

const ABSTRACT: &str = "\
    attention awareness challenge challenges complexity concern concerns confidence conversation danger debate \
    dialogue discussion discussions doubt doubts evidence fear fears focus hopes implications importance layer \
    layers light message need outrage perspective question questions relevance reminder ripples scrutiny shadow \
    significance speculation spotlight tension tensions threat threats trust uncertainty vigilance worries";

const LIGHT: &str = "\
    carry commit conduct deal deliver file give hold issue launch lodge make mount perform publish send stage suffer \
    take undergo";

const OCCURRENCE: &str = "\
    arise befall come ensue erupt happen occur unfold";

const PLAN: &str = "\
    agree aim approve ask decide demand direct expect hope instruct intend invite offer order plan pledge plot \
    prepare promise propose schedule seek set summon swear threaten urge vow want";

const UNDONE: &str = "\
    abort avert avoid block cancel foil forestall plan plot postpone prevent propose schedule stop thwart";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::table::disorder;

    #[test]
    fn tables_are_sorted() {
        for table in [SPEECH, MERE, DOUBTFUL, STATIVE, COMMENT, ABSTRACT, LIGHT, OCCURRENCE, PLAN, UNDONE] {
            assert_eq!(disorder(table), None);
        }
    }

    #[test]
    fn particles_keep_a_verb_light() {
        assert!(is_light("carry out") && is_light("hold") && !is_light("kill"));
    }
}
