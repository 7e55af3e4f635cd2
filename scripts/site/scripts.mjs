// The page's scripts, each as one file: browsers run one sooner than five.
import { readFileSync } from "node:fs";

export const source = (name) => readFileSync(new URL(`../../src/browser/${name}`, import.meta.url), "utf8");
// Comments, on lines of their own or behind a statement, and what lines are moved in by are for readers of the source.
const bare = (text) => text.replace(/^\s*\/\/.*\n/gm, "").replace(/([;{},]) \/\/ .*$/gm, "$1").replace(/^[ \t]+/gm, "");
export const joined = (...names) => names.map((name) => bare(source(name))).join("\n");

const shared = ["host.js", "parted.js", "keep.js", "page.js"];
// Of a page with its files beside it, which fetches the second when it is to be saved.
export const page = joined(...shared, "start.js", "offline.js");
export const saving = joined("packed.js", "single.js");
// Of a page that is one file.
export const shell = joined(...shared, "packed.js", "single.js", "inside.js");
