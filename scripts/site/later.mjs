// What of the program a first visit does without: whatever only the reader's own doing asks for.
//
// A function is told by its name, as the compiler gives it: `dateline::browser::hand::form::draw`,
// or `<dateline::browser::dom::El>::live::<…, dateline::browser::hand::form::sheet::{closure#0}>::…`.
// A function that is wrongly listed is fetched on every visit, which a test of a first visit tells.

// Modules of which little is needed before: corrections, kept stories, files and their dialogs,
// exports, paper, search, and reading the page's own JSON.
const MODULES = [
  "browser::(hand|kept|bring|export|paper|clipboard|keys|coverage|foot|rows|plain|search)",
  "browser::reader::(bar|card)",
  "browser::timeline::(later|card|tools)",
  "correct", "json", "import", "export",
  "story::(hand|asof)",
  "display::(fix|citation|changes)",
  "query::search",
];

// What hears of the reader, but not of a pointer on its way, what is asked of the reader's doing alone, and what
// only Leptos' server functions would call.
const OTHERS = [
  "::act_on::<", "KeyboardEvent", "Facts\\]>::to_vec_in", "wasm_streams",
  "browser::reader::(attend|events_at|focus_of|step_mark|paint::into_view)", "Lines>::reveal",
  "browser::facets::(modes|part_name)", "browser::histogram::field::", "Query>::set", "Index>::words", "query::select::relax",
];

// What is drawn in dialogs and views that open when they are asked for.
const UNSEEN = [
  "browser::bring::missing::sheet", "browser::hand::(form::draw|history::list)", "browser::kept::list::list", "browser::keys::list",
  "browser::coverage",
];

// What follows values runs when it is made, where its part of the page is drawn at once.
const FOLLOWS = ["El>::(live|when|each)::", "live::Derived<"];

// One function may serve several modules where it is of one kind for many types.
const SHARED = [
  "El>::(text_live|value_live|class_if|style_live|checked_live|attr_live)::", "live::Live<", "live::found",
  "expect_context", "serde_core", "Clone", "drop_in_place", "^<core::iter",
];

// Functions of the modules above that the first view calls.
const FIRST = [
  "Article>::new", "Published>::parse", "import::(header|noise)",
  "Kept>::new", "Hand>::(get|on)", "Rows>::listen", "query::search::terms", "browser::search::list",
  "history::sheet", "form::told", "reader::card::card", "reader::reader::.closure#6", "fix::(by_hand|note)",
  "timeline::card::(shapes|voices_of)",
];

const any = (patterns) => new RegExp(patterns.join("|"));
const listed = any([...MODULES.map((module) => `dateline::${module}::`), ...OTHERS]);
const unseen = any(UNSEEN);
const follows = any(FOLLOWS);
const needed = any([...SHARED, ...FIRST]);

// Whether the function of this name can wait.
export function later(name) {
  const plain = name.replace(/\[[0-9a-f]+\]/g, "");
  return listed.test(plain) && !needed.test(plain) && (unseen.test(plain) || !follows.test(plain));
}
