//! Every word the page says, in one table: English now, ready for others.
//!
//! A `{}` stands for what is filled in, in order. Words that are looked up by a key (facets,
//! their values, kinds, aspects) are in [`Strings::words`].

/// The words of one language.
#[derive(Debug)]
pub struct Strings {
    /// ISO 639-1 code.
    pub language: &'static str,
    /// Under the name of the program.
    pub tagline: &'static str,
    /// The line a first visitor sees; how many articles.
    pub welcome: &'static str,
    /// Closes something.
    pub close: &'static str,
    /// Names the story's own head.
    pub story: &'static str,
    /// Leads past the head of the page.
    pub skip: &'static str,
    /// Opens the import.
    pub own_articles: &'static str,
    /// Light or dark.
    pub theme: &'static str,
    /// The three themes.
    pub themes: [&'static str; 3],
    /// Opens the keyboard sheet.
    pub help: &'static str,
    /// Names the switch between views.
    pub views: &'static str,
    /// Names the search box.
    pub search: &'static str,
    /// Inside the empty search box.
    pub search_hint: &'static str,
    /// Heads of the groups of hits.
    pub hits: [&'static str; 3],
    /// How many places were found.
    pub hit_count: [&'static str; 3],
    /// Head of the facets.
    pub filters: &'static str,
    /// Opens the facets where there is no room for them: how many are chosen.
    pub filters_open: &'static str,
    /// How the values of a facet are joined.
    pub mode: &'static str,
    /// Any, all, none of these.
    pub modes: [&'static str; 3],
    /// Takes a choice of one facet back.
    pub clear: &'static str,
    /// Takes all choices back.
    pub clear_all: &'static str,
    /// Shows the rest of a long list.
    pub more: &'static str,
    /// Shows the head of a long list.
    pub fewer: &'static str,
    /// Picks days.
    pub from: &'static str,
    /// Picks days.
    pub to: &'static str,
    /// Names the histogram.
    pub histogram: &'static str,
    /// Names the chips.
    pub chosen: &'static str,
    /// Says what a chip does.
    pub remove: &'static str,
    /// A chip of the day on which the story is seen.
    pub as_of: &'static str,
    /// A chip of typed words.
    pub words_chip: &'static str,
    /// Before what may not be there.
    pub not: &'static str,
    /// What is shown, where all is.
    pub all_shown: &'static str,
    /// What is shown: events of events.
    pub some_shown: &'static str,
    /// Counts, for one and for more.
    pub events: [&'static str; 2],
    /// Counts.
    pub statements: [&'static str; 2],
    /// Counts.
    pub articles: [&'static str; 2],
    /// Counts.
    pub mentions: [&'static str; 2],
    /// Counts.
    pub notices: [&'static str; 2],
    /// Where nothing is left.
    pub nothing: &'static str,
    /// Before what to give up.
    pub relax: &'static str,
    /// Gives up one part: what it is.
    pub without: &'static str,
    /// Where no single part helps.
    pub relax_all: &'static str,
    /// While the bundled story is fetched.
    pub loading: &'static str,
    /// While articles are read: so many of so many.
    pub reading: &'static str,
    /// Before the sentence that says what failed.
    pub failed: &'static str,
    /// Tries again.
    pub retry: &'static str,
    /// Where there is no article.
    pub no_articles: &'static str,
    /// Where no article tells an event.
    pub no_events: &'static str,
    /// Where there is nothing to compare with.
    pub one_article: &'static str,
    /// Names the list of articles.
    pub reader: &'static str,
    /// Published, and how that is known.
    pub published: [&'static str; 4],
    /// Where no date is known.
    pub undated: &'static str,
    /// Bounds of an undated article.
    pub not_before: &'static str,
    /// Bounds of an undated article.
    pub not_after: &'static str,
    /// Between the bounds of an undated article.
    pub between: &'static str,
    /// An unknown publisher.
    pub no_source: &'static str,
    /// A text in another language.
    pub other_language: &'static str,
    /// An article that no event comes from.
    pub tells_nothing: &'static str,
    /// An article without any time.
    pub no_times: &'static str,
    /// Head of the legend.
    pub legend: &'static str,
    /// Kinds of noise: header, advertisement, heading, dateline, byline.
    pub noise: [&'static str; 5],
    /// Finds words in the article.
    pub find: &'static str,
    /// So many of so many.
    pub found: &'static str,
    /// None.
    pub found_none: &'static str,
    /// Moves between marks.
    pub previous_mark: &'static str,
    /// Moves between marks.
    pub next_mark: &'static str,
    /// Moves between places of what is under attention.
    pub previous: &'static str,
    /// Moves between places of what is under attention.
    pub next: &'static str,
    /// Takes attention away.
    pub let_go: &'static str,
    /// Narrows the story to one name.
    pub only_this: &'static str,
    /// Copies what is selected, or the sentence under attention.
    pub copy: &'static str,
    /// Forms of a copy.
    pub copy_as: [&'static str; 3],
    /// After a copy.
    pub copied: &'static str,
    /// Where copying is not allowed.
    pub copy_failed: &'static str,
    /// Where there is nothing to copy.
    pub copy_nothing: &'static str,
    /// Opens the article where it was published.
    pub original: &'static str,
    /// Head of the import.
    pub import: &'static str,
    /// What happens to what is given.
    pub import_about: &'static str,
    /// Names the field for pasted text.
    pub import_paste: &'static str,
    /// Chooses files.
    pub import_files: &'static str,
    /// Where to drop files.
    pub import_drop: &'static str,
    /// Replaces the articles.
    pub import_replace: &'static str,
    /// Adds to the articles.
    pub import_add: &'static str,
    /// A pasted text's name: its number.
    pub pasted: &'static str,
    /// Goes back to the bundled story.
    pub bundled: &'static str,
    /// What a reader's own articles are called.
    pub own_title: &'static str,
    /// Beneath it.
    pub own_about: &'static str,
    /// Nothing readable was given.
    pub import_nothing: &'static str,
    /// A file that needs what could not be loaded: its name.
    pub import_other: &'static str,
    /// The foot of the page.
    pub foot: &'static str,
    /// How many requests went to anybody else.
    pub requests: &'static str,
    /// Hands the reader the page with its articles as one file.
    pub save_file: &'static str,
    /// That could not be done.
    pub save_failed: &'static str,
    /// Head of the keyboard sheet.
    pub keys: &'static str,
    /// Switches keys without Ctrl off.
    pub keys_on: &'static str,
    /// Keys and what they do.
    pub key_list: &'static [(&'static str, &'static str)],
    /// Where the filters of the comparison leave no row.
    pub nothing_compared: &'static str,
    /// Head of the column of statements.
    pub statement: &'static str,
    /// Opens the reason of a row.
    pub why: &'static str,
    /// In the cell of a source that does not say.
    pub silent: &'static str,
    /// Before the name of who says so.
    pub says: &'static str,
    /// Head of the column of events.
    pub event: &'static str,
    /// Above the passages that articles share.
    pub copies_about: &'static str,
    /// Where there are too many of them.
    pub copies_more: [&'static str; 2],
    /// Reasons of times: see [`crate::display::reason`].
    pub reasons: Reasons,
    /// Words looked up by a key, sorted by it.
    pub words: &'static [(&'static str, &'static str)],
}

/// The words of reasons.
#[derive(Debug)]
pub struct Reasons {
    /// Modifiers, in the order of [`crate::time::Modifier`].
    pub modifiers: [&'static str; 10],
    /// What was inferred, in the order of [`crate::time::Inferred`].
    pub inferred: [&'static str; 5],
    /// What the inference counts from, where that is the publication date.
    pub from_publication: &'static str,
    /// What the inference counts from.
    pub from_anchor: &'static str,
    /// What is inferred.
    pub is_inferred: &'static str,
    /// Nothing is inferred.
    pub stated: &'static str,
    /// References to no particular time.
    pub references: [(&'static str, &'static str); 3],
    /// A length of time.
    pub duration: &'static str,
    /// A recurring time.
    pub set: &'static str,
    /// A time that could not be resolved.
    pub unresolved: &'static str,
    /// Units of durations: year, month, week, day, hour, minute; one and more.
    pub units: [[&'static str; 2]; 6],
    /// Other names: one name, and why it was joined.
    pub alias: &'static str,
}

/// English.
pub const ENGLISH: Strings = Strings {
    language: "en",
    tagline: "What happened when, and who says so",
    welcome: "{} on one story, read in your browser just now. Every mark leads to its sentence; nothing you open or \
        paste leaves this page.",
    close: "Close",
    story: "The story",
    skip: "Skip to the story",
    own_articles: "Use your own articles",
    theme: "Theme: {}",
    themes: ["as the system", "light", "dark"],
    help: "Keyboard",
    views: "Views",
    search: "Search",
    search_hint: "Search words and names",
    hits: ["Names", "Events", "In the articles"],
    hit_count: ["Nothing found", "1 place found", "{} places found"],
    filters: "Filters",
    filters_open: "Filters ({})",
    mode: "How the choices are joined",
    modes: ["any", "all", "none"],
    clear: "Clear",
    clear_all: "Clear all",
    more: "{} more",
    fewer: "Fewer",
    from: "From",
    to: "to",
    histogram: "Dated events over time; drag to pick days",
    chosen: "Chosen filters",
    remove: "Remove filter: {}",
    as_of: "As known on {}",
    words_chip: "“{}”",
    not: "not {}",
    all_shown: "All {}",
    some_shown: "{} of {}",
    events: ["1 event", "{} events"],
    statements: ["1 statement compared", "{} statements compared"],
    articles: ["1 article", "{} articles"],
    mentions: ["1 mention", "{} mentions"],
    notices: ["1 note on the articles", "{} notes on the articles"],
    nothing: "Nothing fits all of these filters at once.",
    relax: "Something is left if you give up one of them:",
    without: "without {}",
    relax_all: "No single filter is the reason; clear all of them to begin again.",
    loading: "Fetching the articles…",
    reading: "Reading article {} of {}…",
    failed: "The story could not be opened.",
    retry: "Try again",
    no_articles: "There is no article yet.",
    no_events: "No sentence in these articles tells an event that could be placed in time.",
    one_article: "One article alone: its statements stand unchallenged. Add another to compare.",
    reader: "Articles",
    published: [
        "Published {}",
        "Published {}, by its header line",
        "Published {}, by its dateline",
        "Published {}, by the page’s metadata",
    ],
    undated: "No publication date",
    not_before: "by its own text, not before {}",
    not_after: "by its own text, not after {}",
    between: "by its own text, between {} and {}",
    no_source: "Publisher unknown",
    other_language: "This text does not seem to be English. It is read as far as it goes: dates and names in figures and \
        capitals, little else.",
    tells_nothing: "No event was found in this article; it may be about something else.",
    no_times: "This article states no time at all.",
    legend: "Marks",
    noise: ["Header", "Advertisement", "Heading", "Dateline", "Byline"],
    find: "Find in this article",
    found: "{} of {}",
    found_none: "not found",
    previous_mark: "Previous mark",
    next_mark: "Next mark",
    previous: "Previous place",
    next: "Next place",
    let_go: "Let go",
    only_this: "Only this",
    copy: "Copy quotation",
    copy_as: ["with source", "as Markdown", "link to the passage"],
    copied: "Copied",
    copy_failed: "The browser did not allow copying.",
    copy_nothing: "Select a passage or a mark first.",
    original: "Open where it was published",
    import: "Use your own articles",
    import_about: "Paste articles, or choose files: text, saved web pages, feeds, tables (CSV), JSON, mail, crawls (WARC), and \
        ZIP archives of these. They are read here, in your browser, and sent nowhere.",
    import_paste: "Paste an article, or a page’s HTML",
    import_files: "Choose files",
    import_drop: "Drop files or folders anywhere on the page",
    import_replace: "Show only these",
    import_add: "Add to the story",
    pasted: "Pasted text {}",
    bundled: "Back to the bundled story",
    own_title: "Your articles",
    own_about: "Read in this browser and sent nowhere.",
    import_nothing: "Nothing readable was given: paste some text or choose a file.",
    import_other: "{} was not read: the part of Dateline that reads such files could not be loaded.",
    foot: "Dateline reads everything in your browser. After the page has loaded it asks the network for nothing.",
    requests: "Requests to anybody else so far: {}.",
    save_file: "Save as one file",
    save_failed: "The page could not be put into one file: not all of its own files can be had now.",
    keys: "Keyboard",
    keys_on: "Use single keys",
    key_list: &[
        ("/", "search"),
        ("1 – 4", "timeline, comparison, coverage, articles"),
        ("Tab", "next control; the timeline and the article are one stop each"),
        ("← →", "in the timeline: previous, next event"),
        ("+ −", "in the timeline: closer, further; 0: all"),
        ("Shift+← Shift+→", "in the timeline: along"),
        ("↑ ↓", "in a table: previous, next row; ← → within it"),
        ("Home End", "first, last"),
        ("[ ]", "previous, next mark in the article"),
        ("Enter", "open what is under the focus"),
        ("c", "copy the quotation with its source"),
        ("e", "correct what is under attention"),
        ("Ctrl+Z", "undo a correction; with Shift: redo"),
        ("Esc", "let go, close"),
        ("?", "this sheet"),
    ],
    nothing_compared: "No statement is left to compare.",
    statement: "Statement",
    why: "Why",
    silent: "does not say",
    says: "says",
    event: "Event",
    copies_about: "Copied words count as one voice. What one side lacks is marked on the other.",
    copies_more: ["and one more", "and {} more"],
    reasons: Reasons {
        modifiers: [
            "the beginning",
            "the middle",
            "the end",
            "approximately",
            "less than that",
            "more than that",
            "that or less",
            "that or more",
            "before that",
            "after that",
        ],
        inferred: ["year", "month", "which week", "day counted from", "century"],
        from_publication: "from publication on {}",
        from_anchor: "from {}",
        is_inferred: "{} inferred",
        stated: "as stated",
        references: [
            ("PAST_REF", "some time past, no particular day"),
            ("PRESENT_REF", "about when it was written, no particular day"),
            ("FUTURE_REF", "some time to come, no particular day"),
        ],
        duration: "a length of time",
        set: "a time that recurs",
        unresolved: "nothing in the text says which day",
        units: [
            ["year", "years"],
            ["month", "months"],
            ["week", "weeks"],
            ["day", "days"],
            ["hour", "hours"],
            ["minute", "minutes"],
        ],
        alias: "{} ({})",
    },
    words: &[
        ("articles", "Articles"),
        ("asof", "Known as of"),
        ("asof.all", "all articles"),
        ("aspect", "What is compared"),
        ("aspect.actor", "who did it"),
        ("aspect.amount", "amounts"),
        ("aspect.cause", "causes"),
        ("aspect.count", "numbers"),
        ("aspect.date", "dates"),
        ("aspect.fact", "other facts"),
        ("aspect.measure", "measures"),
        ("aspect.order", "order of events"),
        ("aspect.place", "places"),
        ("aspect.responsibility", "responsibility"),
        ("aspect.status", "whether it happened"),
        ("card.article", "An article was published"),
        ("card.articles", "Articles were published"),
        ("card.bin", "{} events"),
        ("card.bin.open", "Too close together to be told apart here. A click opens them."),
        ("card.more", "and {} more"),
        ("certainty", "Certainty"),
        ("certainty.claimed", "claimed"),
        ("certainty.denied", "denied"),
        ("certainty.planned", "planned"),
        ("certainty.possible", "possible"),
        ("certainty.reported", "reported"),
        ("comparison", "Comparison"),
        ("conflict", "Conflicts"),
        ("conflict.only", "conflicts only"),
        ("copy", "Copied passages"),
        ("copy.edited", "Edited, {} % the same"),
        ("copy.verbatim", "Word for word"),
        ("cover.early", "published before it was known"),
        ("cover.first", "reported first"),
        ("cover.reports", "reports it"),
        ("cover.silent", "silent"),
        ("coverage", "Coverage"),
        ("days", "days {}"),
        ("embed", "Copy embed code"),
        ("embed.done", "Copied: the code for a frame that shows this page."),
        ("export", "Export"),
        ("export.done", "{} is in your downloads."),
        ("export.failed", "It could not be made here."),
        ("export.png", "Timeline, PNG"),
        ("export.png.about", "the same as a picture"),
        ("find", "Find"),
        ("fix", "Correct"),
        ("fix.date", "Date"),
        (
            "fix.date.hint",
            "2024, 2024-03, 2024-03-22, 2024-03-22T14:30 or 2024-03-04/2024-03-10; empty where it is unknown",
        ),
        ("fix.dismiss", "Dismiss"),
        ("fix.event", "The event:"),
        ("fix.hide", "Hide"),
        ("fix.kind", "Kind"),
        ("fix.mention", "Told in"),
        ("fix.name", "Called"),
        ("fix.note", "Note"),
        ("fix.nothing", "Choose a mark, an event or a statement first."),
        ("fix.same", "The same as"),
        ("fix.save", "Save"),
        ("fix.scope", "Which mentions"),
        ("fix.settle", "Settled"),
        ("fix.split", "Take apart"),
        ("fix.verdict", "What is so"),
        ("group.agree", "Agreements"),
        ("group.hard", "Hard conflicts"),
        ("group.opinion", "Differences of opinion"),
        ("group.single", "One source alone"),
        ("group.soft", "Soft conflicts and updates"),
        ("hand", "corrected by hand"),
        ("hand.clear-date", "date cleared by hand"),
        ("hand.merge", "united by hand"),
        ("hand.set-date", "date set by hand"),
        ("hand.settle", "settled by hand"),
        ("hand.split", "taken apart by hand"),
        ("history", "Corrections"),
        ("history.count", "Corrections ({})"),
        ("history.done", "Done: {}"),
        ("history.lost", "does not fit any more: {}"),
        (
            "history.none",
            "Nothing has been corrected yet. Choose a name, a date, an event or a statement, and press “Correct”.",
        ),
        ("history.redo", "Redo"),
        ("history.redone", "Redone: {}"),
        ("history.start", "As the program read it"),
        ("history.undo", "Undo"),
        ("history.undone", "Undone: {}"),
        ("kind", "Do sources agree?"),
        ("kind-event", "named event"),
        ("kind-facility", "building"),
        ("kind-norp", "nationality or group"),
        ("kind-organization", "organisation"),
        ("kind-other", "other"),
        ("kind-person", "person"),
        ("kind-place", "place"),
        ("kind.agree", "they agree"),
        ("kind.hard", "hard conflict"),
        ("kind.opinion", "difference of opinion"),
        ("kind.single", "one source alone"),
        ("kind.soft", "soft conflict or update"),
        ("lanes", "Lanes"),
        ("lanes.list", "List"),
        ("lanes.merged", "Merged"),
        ("lanes.more", "{} more sources"),
        ("lanes.sources", "By source"),
        ("later", "What changed later"),
        ("later.article", "1 later article"),
        ("later.articles", "{} later articles"),
        ("later.event", "1 more event"),
        ("later.events", "{} more events"),
        ("later.more", "{} tell {} and {} besides."),
        ("later.none", "Nothing that was known then is told otherwise later."),
        ("later.row", "1 more statement"),
        ("later.rows", "{} more statements"),
        ("list", "Events in order of time"),
        ("list.by", ". Reported by "),
        ("list.inferred", ", partly inferred"),
        ("lost.article", "its article is not among these"),
        ("lost.done", "it is so already"),
        ("lost.meaning", "it cannot be understood"),
        ("lost.thing", "nothing of its kind is read there"),
        ("lost.words", "its words are no longer in the article"),
        ("mark.organisation", "Organisation"),
        ("mark.person", "Person"),
        ("mark.place", "Place"),
        ("op.clear-date", "Cleared the date of"),
        ("op.dismiss", "Dismissed"),
        ("op.hide", "Hid"),
        ("op.merge", "United"),
        ("op.note", "Noted on"),
        ("op.rename", "Renamed"),
        ("op.retype", "Changed the kind of"),
        ("op.set-date", "Set the date of"),
        ("op.settle", "Settled"),
        ("op.split", "Took apart"),
        ("organisation", "Organisations"),
        ("paper.compare", "What the sources say"),
        ("paper.passing", "{} more events, told in passing, are left out."),
        ("paper.silent", "does not say: {}"),
        ("paper.sources", "Sources"),
        ("paper.undated", "Without a date"),
        ("paper.when", "What happened when"),
        ("period", "Time"),
        ("period.none", "no date stated"),
        ("person", "People"),
        ("place", "Places"),
        ("scope.all", "all {}"),
        ("scope.one", "only this one"),
        ("scope.spelling", "the {} written the same"),
        ("sign", "What the marks mean"),
        ("sign.bin", "several: opens on zoom"),
        ("sign.day", "a day"),
        ("sign.inferred", "partly inferred"),
        ("sign.long", "a week, a month or longer"),
        ("sign.open", "not after"),
        ("sign.published", "an article was published"),
        ("sign.soft", "early, middle, late or about"),
        ("source", "Sources"),
        ("time", "Times"),
        ("timeline", "Timeline"),
        ("turn.came-true", "came true"),
        ("turn.dated", "dated since"),
        ("turn.denied", "denied"),
        ("turn.disputed", "contradicted"),
        ("turn.lowered", "figure lowered"),
        ("turn.raised", "figure raised"),
        ("turn.restated", "told otherwise"),
        ("turn.withdrawn", "withdrawn"),
        ("undated", "No date stated"),
        ("undated.fewer", "Show fewer"),
        ("undated.more", "Show {} more, told in passing"),
        ("undated.order", "In the order of what is known of them."),
        ("when.about", "about {}"),
        ("when.after", "after {}"),
        ("when.before", "before {}"),
        ("when.between", "between {} and {}"),
        ("when.early", "early {}"),
        ("when.late", "late {}"),
        ("when.mid", "mid-{}"),
        ("when.none", "no date stated"),
        ("when.not-after", "not after {}"),
        ("when.not-before", "not before {}"),
        ("wrong.date", "That is no date. Write 2024, 2024-03, 2024-03-22 or 2024-03-04/2024-03-10."),
        ("wrong.engine", "The correction is kept, but the story could not be told again."),
        ("wrong.gone", "This is no longer in the story."),
        ("wrong.name", "It must be called something."),
        ("wrong.nothing", "Nothing was changed."),
        ("wrong.same", "Nothing else in the story is called that; choose from the list."),
        ("wrong.scope", "Choose which mentions are another’s first."),
        ("zoom", "Zoom"),
        ("zoom.all", "All"),
        ("zoom.in", "Zoom in"),
        ("zoom.out", "Zoom out"),
    ],
};

/// The words of the page's language.
#[must_use]
pub const fn strings() -> &'static Strings {
    &ENGLISH
}

/// A word by its key; the key itself where the table has none.
#[must_use]
pub fn word(key: &str) -> &str {
    let words = strings().words;
    words.binary_search_by(|entry| entry.0.cmp(key)).map_or(key, |at| words[at].1)
}

/// A pattern with its `{}` filled in, in order.
#[must_use]
pub fn fill(pattern: &str, with: &[&str]) -> String {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut with = with.iter();
    let mut parts = pattern.split("{}");
    out += parts.next().unwrap_or_default();
    for part in parts {
        out += with.next().copied().unwrap_or_default();
        out += part;
    }
    out
}

/// A number with what it counts.
#[must_use]
pub fn count(number: usize, forms: [&str; 2]) -> String {
    if number == 1 { forms[0].to_owned() } else { fill(forms[1], &[&number.to_string()]) }
}

#[cfg(test)]
mod tests {
    use super::{ENGLISH, count, fill, word};
    use crate::display::article::MarkKind;
    use crate::query::{FACETS, View, facets::Material};
    use crate::story::Story;

    #[test]
    fn filled_patterns() {
        assert_eq!(fill("{} of {}", &["2", "3"]), "2 of 3");
        assert_eq!(fill("{}{}", &["2"]), "2");
        assert_eq!(fill("plain", &["2"]), "plain");
        assert_eq!((count(1, ENGLISH.events), count(0, ENGLISH.events)), ("1 event".into(), "0 events".into()));
    }

    #[test]
    fn every_key_has_its_word() {
        assert!(ENGLISH.words.is_sorted_by_key(|entry| entry.0));
        let story = Story::default();
        let material = Material::new(&story);
        for facet in FACETS {
            assert_ne!(word(facet.key), facet.key);
            for value in (facet.read)(&material).values {
                let key = format!("{}.{}", facet.key, value.key);
                assert_ne!(word(&key), key);
            }
        }
        View::ALL.iter().for_each(|v| assert_ne!(word(v.key()), v.key()));
        MarkKind::ALL.iter().for_each(|k| assert_ne!(word(k.key()), k.key()));
    }
}
