//! English verbs: from a word's form to its base and what the form can be.
//!
//! ```text
//! struck → strike, past or participle     hitting → hit, -ing     travels → travel, present
//! ```

use super::table::Table;
use std::borrow::Cow;

/// What a form of a verb can be; several at once.
pub(crate) mod form {
    /// strike
    pub(crate) const BASE: u8 = 1;
    /// struck
    pub(crate) const PAST: u8 = 2;
    /// struck, stricken
    pub(crate) const PARTICIPLE: u8 = 4;
    /// striking
    pub(crate) const ING: u8 = 8;
    /// strikes
    pub(crate) const PRESENT: u8 = 16;
}

/// One reading of a word as a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Verb {
    /// Dictionary form.
    pub(crate) base: Cow<'static, str>,
    /// Flags of [`form`].
    pub(crate) forms: u8,
    /// Whether the base is in the word list; otherwise only the ending speaks for a verb.
    pub(crate) known: bool,
}

/// Reads a lower-case word as a verb, where it can be one.
pub(crate) fn read(word: &str) -> Option<Verb> {
    if !word.is_ascii() || word.len() < 2 {
        return None;
    }
    if let Some(value) = IRREGULAR.find(word) {
        let (base, flags) = value.split_once(':').unwrap_or((value, ""));
        let forms = flags.bytes().fold(0, |all, flag| {
            all | match flag {
                b'P' => form::PAST,
                b'N' => form::PARTICIPLE,
                _ => form::BASE,
            }
        });
        return Some(Verb { base: Cow::Borrowed(base), forms, known: true });
    }
    if let Some((base, forms)) = known(word) {
        return Some(Verb { base: Cow::Owned(base), forms, known: true });
    }
    // "cut to near zero": as it stands, it is hardly ever the verb.
    if VERBS.has(word) && word != "near" {
        return Some(Verb { base: Cow::Owned(word.to_owned()), forms: form::BASE, known: true });
    }
    // An ending that verbs alone bear, on a word long enough to be one.
    let stem = word.strip_suffix("ed").filter(|s| s.len() > 3 && !s.ends_with('e') && !NOT_VERBS.has(word))?;
    Some(Verb { base: Cow::Owned(stem.to_owned()), forms: form::PAST | form::PARTICIPLE, known: false })
}

/// Takes a regular ending off and looks for the base in the list.
fn known(word: &str) -> Option<(String, u8)> {
    let find = |bases: [String; 3]| bases.into_iter().find(|b| VERBS.has(b));
    let candidates = |stem: &str| {
        let bytes = stem.as_bytes();
        let single = match bytes {
            [.., a, b] if a == b => stem[..stem.len() - 1].to_owned(),
            _ => String::new(),
        };
        // A short stem would double its last letter ("hopped"), so "hoped" has lost an e.
        [format!("{stem}e"), stem.to_owned(), single]
    };
    let past = form::PAST | form::PARTICIPLE;
    if let Some(stem) = word.strip_suffix("ied") {
        return find([format!("{stem}y"), format!("{stem}ie"), String::new()]).map(|b| (b, past));
    }
    if let Some(stem) = word.strip_suffix("ed").filter(|s| s.len() > 1) {
        return find(candidates(stem)).map(|b| (b, past));
    }
    if let Some(stem) = word.strip_suffix("ying").filter(|s| s.len() == 1) {
        return find([format!("{stem}ie"), String::new(), String::new()]).map(|b| (b, form::ING));
    }
    if let Some(stem) = word.strip_suffix("ing").filter(|s| s.len() > 1) {
        return find(candidates(stem)).map(|b| (b, form::ING));
    }
    if let Some(stem) = word.strip_suffix("ies") {
        return find([format!("{stem}y"), format!("{stem}ie"), String::new()]).map(|b| (b, form::PRESENT));
    }
    let stem = word.strip_suffix('s').filter(|s| !s.ends_with('s'))?;
    let other = stem.strip_suffix('e').unwrap_or_default().to_owned();
    find([stem.to_owned(), other, String::new()]).map(|b| (b, form::PRESENT))
}

/// Whether the form on -s of a verb is no noun as well: "adds", not "plans".
pub(crate) fn is_only_verb(base: &str) -> bool {
    ONLY_VERBS.has(base)
}

/// A verb and the particle that changes its meaning ("step down").
pub(crate) fn with_particle(base: &str, particle: &str) -> bool {
    PHRASAL.find(base).is_some_and(|all| all.split('+').any(|p| p == particle))
}

/// Verbs whose form on -s is no plural of a noun.
static ONLY_VERBS: Table = Table::new(
    "\
    accept accuse achieve add admit adopt agree allow announce appear apply argue arrive assume become begin believe \
    belong bring carry choose come compete condemn confirm connect consider consist contain continue contradict create \
    decide declare defend demonstrate deny depend describe destroy determine disagree discuss employ enable encourage \
    ensure establish examine exist expect explain extend follow forbid get give happen hear identify ignore imply include \
    indicate insist integrate intend introduce investigate involve keep know lack learn lend lose maintain make mean \
    obtain occur operate oppose organise organize perform prefer prepare prevent produce prohibit propose protect prove \
    provide publish pursue receive recognise recognize recommend reduce refer reflect refuse reject rely remain remember \
    remind remove replace represent require resolve respond restore retain reveal say see seek seem sell send serve \
    settle speak suffer suggest tell tend think understand unite write",
);

/// Words on -ed that are no verbs.
static NOT_VERBS: Table = Table::new(
    "\
    aged beloved biased hundred indeed interested kindred naked rugged sacred seabed talented unprecedented weekend \
    wicked",
);

/// Verb and the particles that make it another verb.
static PHRASAL: Table = Table::new(
    "\
    back=down+out+off blow=up break=out+down+off+up+in+away bring=down+forward burn=down call=off+up+out carry=out \
    cave=in close=down come=down+out+back+ashore cut=off+down die=out draw=up+down drop=out+off fall=through+down+apart+out \
    fight=back+off fill=up find=out flare=up get=away+out give=way+up+in go=down+missing+off+ahead+back+out+on+wrong+bankrupt \
    hand=over+out+down hang=up hit=back hold=up+out+back keep=up kick=off+out knock=down+out lay=off \
    let=off+out+in+go lock=down+up look=up move=on+out+in open=up pay=out+off+back phone=up pick=up \
    pull=out+off+down+over push=back put=off+out+down+up+back+forward roll=out+back round=up rule=out \
    run=out+off+over send=out+off+back set=off+up+out+aside settle=down shoot=down+up shut=down sign=up+off+out \
    stand=down+up+still+trial step=down+aside+up+in+forward storm=out strike=down sum=up swear=in switch=off+on \
    take=over+place+off+part+down+up+on+back+out tear=down+apart+through throw=out+away track=down \
    turn=up+out+down+back+away+over voted=out walk=out+away+off+free wash=away+up win=back wind=up wipe=out work=out \
    write=off",
);

/// Base forms.
static VERBS: Table = Table::new(
    "\
    abandon abate abduct abolish absorb abuse accelerate accept accompany accomplish accost accuse achieve \
    acknowledge acquire acquit act activate adapt add address adhere adjourn adjust administer admit admonish adopt \
    advance advertise advise advocate affect affirm agree aid aim air airlift alert allege allocate allow alter amass \
    ambush amend amount amplify amputate analyse analyze anger annex announce annul answer anticipate apologise \
    apologize appeal appear applaud apply appoint appraise apprehend approach approve arise arm arrange arrest arrive \
    ask assassinate assault assemble assert assess assign assist assume assure attach attack attain attempt attend \
    attract attribute auction authorise authorize avenge avert avoid awake award axe back backfire baffle bail ballot \
    ban bandage bankrupt bar barricade batter battle bear beat become beg beget begin behave behead believe belong \
    bend benefit besiege bestow bet betray bid bind bite blame blast blaze bleed bless block blockade blow board \
    boast bolster bomb bombard book boost borrow botch bother bounce boycott branch brand breach break breathe breed \
    bribe brief bring broadcast broaden broker bruise brush build bulldoze burgle burn burst bury buy bypass cage \
    calculate call calm campaign cancel capitulate capsize capture care carry carve cast castigate catapult catch \
    cause cave cease cede celebrate cement censor censure certify chair challenge champion change chant charge chart \
    charter chase cheat check cheer chide choke choose circulate cite claim clamber clarify clash clean cleanse clear \
    climb clinch cling clock close coach coerce coincide collaborate collapse collect collide collude combat combine \
    come command commandeer commemorate commence commend comment commission commit communicate commute compare compel \
    compensate compete compile complain complete comply compose comprise compromise conceal concede concentrate \
    concern conclude concoct condemn condone conduct confer confess confine confirm confiscate conflict confront \
    confuse congratulate connect conquer conscript consider consist consolidate conspire constitute construct consult \
    consume contact contain contaminate contend contest continue contract contradict contravene contribute control \
    convene converge convert convey convict convince convulse cook cooperate coordinate cope copy cordon correct \
    corroborate corrupt cost counsel count counter counterattack couple cover crack crackle crash crawl create credit \
    creep cremate crest cripple criticise criticize cross crouch crowd crown crumble crush cry culminate cultivate \
    curb cure curtail cut damage dampen dance dare dash date deal debate debunk debut decapitate decide decimate \
    declare decline decommission decrease decree dedicate deem deepen default defeat defect defend defer defraud \
    defrost defuse defy degrade dehydrate delay delegate delete delist deliver demand demo demolish demonstrate \
    demote denounce deny depart depend depict deplete deploy deport depose deposit deprive derail deride descend \
    describe desert deserve design designate desire despatch destabilise destroy detail detain detect deter \
    deteriorate determine detonate devalue devastate develop devise devote devour diagnose dictate die differ dig \
    dilute dim diminish dine direct disable disagree disappear disappoint disarm disband discharge discipline \
    disclose disconnect discontinue discover discredit discuss disembark dislike dislodge dismantle dismiss disobey \
    dispatch dispel disperse displace display dispose dispute disqualify disrupt dissolve distribute ditch dive \
    divert divide divorce dock document dodge dominate donate double doubt douse downgrade download draft drag drain \
    drape draw dream dredge dress drift drill drink drive drop drown dub dump dwarf dwindle dynamite earn ease eat \
    echo edge edit educate eject elaborate elapse elect electrocute elevate elicit eliminate elope elude emanate \
    embark embezzle embrace embroil emerge emigrate emit emphasise emphasize employ empower empty enable enact \
    encircle encounter encourage end endanger endorse endure enforce engage engulf enhance enjoy enlarge enlist \
    enrage enrol enroll ensue ensure entail entangle enter entertain entitle entrust envelop envisage equal equip \
    eradicate erase erect erode erupt escalate escape escort espouse establish estimate evacuate evade evaluate evict \
    evoke evolve exacerbate examine exasperate excavate exceed exchange exclude excuse execute exempt exercise \
    exhaust exhibit exhume exile exist exit exonerate expand expect expel experience expire explain explode exploit \
    explore export expose express expropriate extend extinguish extort extract extradite exude eye face facilitate \
    fail faint fake fall falsify falter farm fasten favor favour fear feature feed feel fend ferry fester fetch feud \
    field fight file fill film finalise finalize finance find fine finish fire fit fix fizzle flag flank flare \
    flatten flaunt flay flee fleece flick fling flip float flock flog flood flounder flow fly foil fold follow forbid \
    force forecast foresee forewarn forfeit forge forget forgive form formulate fortify forward foster found founder \
    frame free freeze frighten frustrate fuel fulfil fulfill function fund fuse gain gamble garner gather generate \
    get give glean glide glorify go goad govern grab graduate grant grapple grasp greet grieve grill grind grip gross \
    ground grow guarantee guard guess guide hack hail halt halve hammer hamper hand handcuff handle hang happen \
    harass harbour harm harness harvest hasten hatch hate haul have head heal hear heat heckle heighten help herd \
    hesitate hew hide highlight hijack hike hinder hint hire hit hoard hoist hold honk honor honour hope hospitalise \
    hospitalize host house hover hunt hurl hurt hurtle identify ignite ignore illustrate imagine imbue immerse \
    immobilise impale impart impeach impede impersonate implement implicate implode implore imply import impose \
    impound impress imprison improve inaugurate incarcerate incinerate incite include incorporate increase incur \
    indicate indict induce induct indulge infect infer infiltrate inflame inflate inflict influence inform infringe \
    infuriate inhabit inhale inherit initiate inject injure innovate inoculate inquire insert insist inspect inspire \
    install instigate instil instruct insult insure integrate intend intensify intercept interest interfere interject \
    interpret interrogate interrupt intervene interview intimidate introduce intrude intubate inundate invade invent \
    invest investigate invite invoke involve irritate isolate issue jab jail jam jeer jeopardise jeopardize jettison \
    join joke jolt jostle judge juggle jump justify keep kick kidnap kill kiss kneel knock know label lacerate lack \
    lag lambast lament lampoon land languish lapse last laud laugh launch launder lay lead leak lean leap learn lease \
    leave lecture legalise legalize lend lengthen lessen let level levy liberate license lie lift light like limit \
    linger link liquidate list listen litigate live load loan lob lobby locate lock lodge log look loom loosen loot \
    lose love lower lure lynch mail maim maintain make manage mandate manipulate manufacture mar march mark market \
    maroon marry mass massacre match mature maul maximise mean measure mediate meet melt mend mention merge mete \
    migrate mingle minimise minimize mire miscount misfire mishandle misinform mislead misread miss mistake mistreat \
    misuse mitigate mix moan mob mobilise mobilize mock model moderate modernise modernize modify molest monitor moor \
    mount mourn move mow mug mull multiply murder muster mutilate mutiny nab name nap narrow nationalise nationalize \
    near need negotiate net neutralise neutralize nickname nominate normalise notch note notice notify nudge nullify \
    number nurse obey object oblige observe obstruct obtain occupy occur offend offer officiate offset omit ooze open \
    operate oppose opt orbit orchestrate ordain order organise organize originate oust outlaw outline outnumber \
    outpace outperform outrage outstrip outvote outweigh overcome overhaul overhear overlook overpower override \
    overrule overrun oversee overshadow overshoot overstate overtake overthrow overturn overwhelm owe own pack paint \
    panic parachute parade paralyse paralyze pardon park parole part participate partner pass patent patrol pause \
    pave pay peak pelt penalise pencil penetrate perforate perform peril perish permit perpetrate persecute persist \
    persuade peruse pester petition phase phone photograph pick picket pierce pillage pilot pin pinpoint pioneer \
    pitch place plague plan plant plaster play plead please pledge plot plough plow pluck plummet plunder plunge ply \
    poach podcast point poison police poll pollute pop portray pose position possess post postpone pounce pound pour \
    practise praise pray preach precede preclude predict prefer prepare present preserve preside press pressure \
    presume pretend prevail prevent price print privatise privatize probe proceed process proclaim procrastinate \
    procure prod produce profit progress prohibit project prolong promise promote prompt prop propel propose \
    prosecute prosper protect protest protrude prove provide provoke publicise publish pull pummel pump punch punish \
    purchase purge purport pursue push put quadruple qualify quantify quarantine quash quell quench question queue \
    quit quote race rage raid raise rally ram range rank ransack rape rate ratify rattle raze reach react read \
    reaffirm realise realize reappear reassess reassign reassume reassure rebel rebound rebrand rebuff rebuild rebuke \
    rebut recalculate recall recant recapture recede receive recite reckon reclaim recline recognise recognize \
    recommend reconcile reconsider reconstruct reconvene record recount recoup recover recruit recuperate recycle \
    redeem redesign redraw reduce reek refer reflect refloat reform refrain refuel refund refurbish refuse refute \
    regain regard register regret regroup regulate rehabilitate rehearse rehire reign reimburse reinforce reinstate \
    reissue reiterate reject rejoin relapse relate relaunch relax release relegate relent relieve relinquish relish \
    relist relocate rely remain remand remark remedy remember remind remove rename render renege renew renounce \
    renovate rent reopen reorganise reorganize repair repatriate repay repeal repeat repel replace replay replenish \
    reply report repossess represent repress reprieve reprimand reproduce repudiate request require reroute \
    reschedule rescind rescue resell resemble resent reserve resettle reshuffle reside resign resist resolve resort \
    respect respond restart restate restore restrain restrict restructure result resume resurface resuscitate retain \
    retake retaliate retell rethink retire retort retract retreat retrieve return reunite revamp reveal revenge \
    reverberate revere reverse revert review revile revise revisit revive revoke revolt reward rewrite ricochet rid \
    ride ridicule ring rinse riot rip rise risk rival roam roar rob rock rocket roll rot round rout rule rumble run \
    rupture rush rustle sabotage sack saddle sail salute salvage sanction save saw say scald scale scan scare scatter \
    scavenge schedule scold scorch score scour scramble scrap scrape scream screen scrutinise scrutinize scuffle \
    scupper scuttle seal search seat secure sedate see seek seem seep seize select sell send sense sentence separate \
    serve set settle sever shackle shake shape share shatter shave shed shell shelter shelve shield shift shine ship \
    shock shoot shop shorten shoulder shout shove show shower shred shrink shrug shudder shun shunt shut shuttle side \
    sideline sign signal silence simmer simplify sing sink sinter sit skate ski skid skip skirmish skyrocket slam \
    slander slap slash slate slaughter slay sleep slice slide slip slit slow slump smash smear smell smile smoke \
    smother smoulder smuggle snap snarl snatch sneak snow snub soak soar solicit solidify solve soothe sort sound sow \
    spark speak spearhead specialise specify speculate speed spell spend spike spill spin spiral splash splinter \
    split spoil sponsor spot spray spread spring sprint spur spurn spy squander squat squeeze stab stabilise \
    stabilize staff stage stagger stall stamp stampede stand star stare start startle starve state station stave stay \
    steal steam steer stem step stick stifle stimulate sting stir stock stockpile stop store storm straddle strafe \
    straighten strain strand strangle stray stream streamline strengthen stress stretch stride strike strip strive \
    stroke struggle study stumble stump stun subdue submerge submit subpoena subscribe subside subsidise substitute \
    subvert succeed succumb sue suffer suffocate suggest suit sully summarise summarize summon supervise supplement \
    supply support suppose suppress surface surge surpass surprise surrender surround survey survive suspect suspend \
    sustain swallow swamp swap swear sweep swell swerve swim swindle swing switch swoop sympathise table tackle take \
    talk tally tamper tap target tarnish taste taunt tax teach team tear tease telegraph telephone televise tell \
    tempt tend tender terminate terrify terrorise test testify thank thaw theorise think thrash threaten thrive \
    throttle throw thrust thump thwart tie tighten tilt time tip tire topple torch torpedo torture toss total touch \
    tour tout tow trace track trade traffic trail train trample transfer transform translate transmit transpire \
    transport trap travel traverse trawl tread treat trek tremble trespass trigger trim triple triumph trouble \
    trounce trudge trust try tug tumble tune tunnel turn tweak tweet twist type unblock uncover undercut undergo \
    undermine underscore understand undertake underwrite undo undock unearth unfold unfurl unify unite unleash unload unlock \
    unmask unravel unseal unseat unveil update upgrade uphold upload uproot upset urge use usher usurp utilise \
    utilize utter vacate vaccinate validate value vandalise vanish vary vault veer ventilate venture verify vet veto \
    vie view vilify violate visit voice volunteer vote vow voyage wade wage wait waive wake walk wander want ward \
    warn warrant wash waste watch water wave waver weaken wear weather wed weep weigh welcome whip whisk whisper \
    whistle widen wield wilt win wind wipe wish withdraw wither withhold withstand witness wobble wonder woo work \
    worry worsen worship wound wrap wreak wreck wrestle wring write yell yield zoom",
);

/// Irregular forms: base, and P past, N participle, B base.
static IRREGULAR: Table = Table::new(
    "\
    arisen=arise:N arose=arise:P ate=eat:P awoke=awake:P awoken=awake:N beat=beat:PB beaten=beat:N became=become:P \
    began=begin:P begat=beget:P begun=begin:N bent=bend:PN bet=bet:PNB bid=bid:PNB bit=bite:P bitten=bite:N \
    bled=bleed:PN blew=blow:P blown=blow:N bore=bear:P born=bear:N borne=bear:N bought=buy:PN bound=bind:PN \
    bred=breed:PN broadcast=broadcast:PNB broke=break:P broken=break:N brought=bring:PN built=build:PN burnt=burn:PN \
    burst=burst:PNB came=come:P cast=cast:PNB caught=catch:PN chose=choose:P chosen=choose:N clung=cling:PN \
    come=come:NB cost=cost:PNB crept=creep:PN cut=cut:PNB dealt=deal:PN dove=dive:P drank=drink:P drawn=draw:N \
    dreamt=dream:PN drew=draw:P driven=drive:N drove=drive:P drunk=drink:N dug=dig:PN eaten=eat:N fallen=fall:N \
    fed=feed:PN fell=fall:P felt=feel:PN fled=flee:PN flew=fly:P flown=fly:N flung=fling:PN forbade=forbid:P \
    forbidden=forbid:N forecast=forecast:PNB foresaw=foresee:P foreseen=foresee:N forgave=forgive:P \
    forgiven=forgive:N forgot=forget:P forgotten=forget:N fought=fight:PN found=find:PN froze=freeze:P \
    frozen=freeze:N gave=give:P given=give:N gone=go:N got=get:PN gotten=get:N grew=grow:P ground=grind:PN \
    grown=grow:N heard=hear:PN held=hold:PN hewn=hew:N hid=hide:P hidden=hide:N hit=hit:PNB hung=hang:PN \
    hurt=hurt:PNB kept=keep:PN knelt=kneel:PN knew=know:P known=know:N laid=lay:PN lain=lie:N lay=lie:PB \
    leapt=leap:PN learnt=learn:PN led=lead:PN left=leave:PN lent=lend:PN let=let:PNB lit=light:PN lost=lose:PN \
    made=make:PN meant=mean:PN met=meet:PN misled=mislead:PN mistaken=mistake:N mistook=mistake:P mown=mow:N \
    overcame=overcome:P overheard=overhear:PN overran=overrun:P oversaw=oversee:P overseen=oversee:N \
    overtaken=overtake:N overthrew=overthrow:P overthrown=overthrow:N overtook=overtake:P paid=pay:PN \
    pleaded=plead:PN pled=plead:PN proven=prove:N put=put:PNB quit=quit:PNB ran=run:P rang=ring:P read=read:PNB \
    rebuilt=rebuild:PN repaid=repay:PN resold=resell:PN retaken=retake:N retook=retake:P rewritten=rewrite:N \
    rewrote=rewrite:P rid=rid:PNB ridden=ride:N risen=rise:N rode=ride:P rose=rise:P run=run:NB rung=ring:N \
    said=say:PN sang=sing:P sank=sink:P sat=sit:PN saw=see:P sawn=saw:N seen=see:N sent=send:PN set=set:PNB \
    shaken=shake:N shed=shed:PNB shone=shine:PN shook=shake:P shot=shoot:PN showed=show:P shown=show:N \
    shrank=shrink:P shrunk=shrink:N shut=shut:PNB slain=slay:N slept=sleep:PN slew=slay:P slid=slide:PN \
    slit=slit:PNB sold=sell:PN sought=seek:PN sowed=sow:P sown=sow:N sped=speed:PN spent=spend:PN spilt=spill:PN \
    split=split:PNB spoke=speak:P spoken=speak:N sprang=spring:P spread=spread:PNB sprung=spring:N spun=spin:PN \
    stole=steal:P stolen=steal:N stood=stand:PN stricken=strike:N strode=stride:P strove=strive:P struck=strike:PN \
    stuck=stick:PN stung=sting:PN sung=sing:N sunk=sink:N swam=swim:P swept=sweep:PN swollen=swell:N swore=swear:P \
    sworn=swear:N swum=swim:N swung=swing:PN taken=take:N taught=teach:PN thought=think:PN threw=throw:P \
    thrown=throw:N thrust=thrust:PNB told=tell:PN took=take:P tore=tear:P torn=tear:N trod=tread:P \
    undergone=undergo:N understood=understand:PN undertaken=undertake:N undertook=undertake:P underwent=undergo:P \
    undid=undo:P undone=undo:N upheld=uphold:PN upset=upset:PNB wed=wed:PNB went=go:P wept=weep:PN \
    withdrawn=withdraw:N withdrew=withdraw:P withheld=withhold:PN withstood=withstand:PN woke=wake:P woken=wake:N \
    won=win:PN wore=wear:P worn=wear:N wound=wind:PN written=write:N wrote=write:P wrought=work:PN",
);

#[cfg(test)]
mod tests {
    use super::{IRREGULAR, NOT_VERBS, PHRASAL, VERBS, form, read, with_particle};

    #[test]
    fn tables_are_sorted() {
        for table in [&VERBS, &IRREGULAR, &PHRASAL, &NOT_VERBS] {
            assert_eq!(table.disorder(), None);
        }
    }

    #[test]
    fn every_irregular_base_is_a_verb() {
        for (_, value) in IRREGULAR.iter() {
            let base = value.split(':').next().unwrap();
            assert!(VERBS.has(base), "{base}");
        }
    }

    #[test]
    fn forms() {
        let past = form::PAST | form::PARTICIPLE;
        let check = |word: &str, base: &str, forms: u8| {
            let verb = read(word);
            assert_eq!(verb.as_ref().map(|v| (&*v.base, v.forms)), Some((base, forms)), "{word}");
        };
        check("struck", "strike", past);
        check("took", "take", form::PAST);
        check("taken", "take", form::PARTICIPLE);
        check("hit", "hit", past | form::BASE);
        check("announced", "announce", past);
        check("planned", "plan", past);
        check("hoped", "hope", past);
        check("killed", "kill", past);
        check("denied", "deny", past);
        check("died", "die", past);
        check("dying", "die", form::ING);
        check("shooting", "shoot", form::ING);
        check("releasing", "release", form::ING);
        check("accuses", "accuse", form::PRESENT);
        check("denies", "deny", form::PRESENT);
        check("reaches", "reach", form::PRESENT);
        check("seize", "seize", form::BASE);
        check("demoed", "demo", past);
        check("blarneyed", "blarney", past);
    }

    #[test]
    fn not_verbs() {
        for word in ["hundred", "unprecedented", "red", "need's", "the", "", "é", "thing", "morning"] {
            assert_eq!(read(word), None, "{word}");
        }
    }

    #[test]
    fn particles() {
        assert!(with_particle("step", "down") && with_particle("give", "way"));
        assert!(!with_particle("step", "way") && !with_particle("say", "down"));
    }
}
