// What of the program a first visit does without: whatever only some of a reader's doings ask for, and what only
// few stories do. What a story is drawn with (filters, comparison, marks) stays, and whatever follows the pointer, for it may
// not wait; a card, and what a press of a key or a button does, come once the reader has moved, which
// has the rest fetched.
//
// A function is told by its name, as the compiler gives it: `dateline::browser::hand::form::draw`,
// or `<dateline::browser::dom::El>::live::<…, dateline::browser::hand::form::sheet::{closure#0}>::…`.
// A function that is wrongly listed is fetched on every visit, which a test of a first visit tells.

// Modules of which little is needed before: corrections, kept stories, files and their dialogs,
// exports, paper, search, cards of what is under the pointer, and reading the page's own JSON.
const MODULES = [
  "browser::(hand|kept|bring|export|paper|clipboard|keys|coverage|foot|plain|search)",
  "browser::reader::(bar|card)", "browser::timeline::(card|later|tell|tools)",
  "correct", "json", "import", "export",
  "story::(hand|asof)",
  "display::(fix|citation|changes)",
  "query::search",
];

// What only these use, and what only Leptos' server functions would call.
const OTHERS = [
  "Facts\\]>::to_vec_in", "Index>::words", "wasm_streams",
  // What a hand or a key does to the timeline and to the reader.
  "browser::timeline::(parts::set_setting|hands::replay)\\b", "browser::reader::(attend|paint::into_view)\\b",
  "browser::reader::reading::(events_at|step_mark|focus_of)\\b", "browser::rows::(focus_soon|beside|row_of)\\b",
  "browser::facets::part_name\\b",
  // What a press of a key or a button does, and a choice.
  "Query>::(toggle|set)\\b", "El>::on::<web_sys::features::gen_Event::Event.*\\{closure#0\\}$",
  "El>::on::<web_sys::features::gen_KeyboardEvent.*\\{closure#0\\}$", "El>::act_on::<.*\\{closure#0\\}$",
];

// What few stories ask for: answers to "it was X and not Y", hours of one day held against each other, movable feasts, days in a
// list, firsts of a kind.
const SELDOM = [
  "compare::actors::(clefts::answer|people::play)\\b", "compare::days::(hours::(compare|said)|clocks::Clock>::relation|nested::finer)\\b",
  "Resolver>::feast\\b", "resolve::counted::exactly\\b", "event::listed::listed\\b", "compare::firsts::(kind|rows::)",
  "figures::(joins::elsewhere|severity::(adds_up|as_of))\\b", "compare::days::moments::differ\\b",
  "quantity::Reader>::share_of\\b", "import::dateline::whole_date\\b", "time::value::partial\\b", "time::resolve::through\\b",
];

// What is drawn in dialogs and views that open when they are asked for.
const UNSEEN = [
  "browser::bring::missing::sheet", "browser::hand::(form::draw|history::list)", "browser::kept::list::list", "browser::keys::list",
  "browser::coverage",
];

// What follows values runs when it is made, where its part of the page is drawn at once.
const FOLLOWS = ["El>::(live|when|each)::", "live::Derived<"];

// One function may serve several modules where it is of one kind for many types: which of them it is
// named after is chance, and another in another folder.
const SHARED = [
  "El>::(text_live|value_live|class_if|style_live|checked_live|attr_live)\\b", "live::Live<", "live::found",
  "expect_context", "serde_core", "Clone", "drop_in_place", "^<core::iter",
];

// What is called by way of a table is shared as well, but if it is as long as only one is.
const CALLED = ["call_once", "shim:"];
const LONG = 500;

// Functions of the modules above that the first view calls.
const FIRST = [
  "Article>::new", "import::(dateline|header|noise|published)::",
  "Kept>::new", "Hand>::(get|on)", "query::search::terms", "browser::search::list",
  "history::sheet", "form::told", "fix::(by_hand|note)", "timeline::tell::(shapes|voices_of)",
];

const any = (patterns) => new RegExp(patterns.join("|"));
const listed = any([...MODULES.map((module) => `dateline::${module}::`), ...OTHERS, ...SELDOM]);
const unseen = any(UNSEEN);
const follows = any(FOLLOWS);
const needed = any([...SHARED, ...FIRST]);
const called = any(CALLED);

// Whether the function of this name, of so many bytes, can wait.
export function later(name, length) {
  const plain = name.replace(/\[[0-9a-f]+\]/g, "");
  return listed.test(plain) && !needed.test(plain) && (length > LONG || !called.test(plain)) && (unseen.test(plain) || !follows.test(plain));
}
