// The package for other programs: `node scripts/site/npm.mjs folder viewer engine` writes it, from the
// folders of its two halves (`dateline.js` and `dateline.wasm` in each).
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parted } from "./parted.mjs";
import { joined } from "./scripts.mjs";
import { short } from "./short.mjs";
import { packed } from "./single.mjs";
import { sheet } from "./sheet.mjs";
import { sorted } from "./sorted.mjs";
import { types } from "./types.mjs";

const [folder, ...folders] = process.argv.slice(2);
const root = new URL("../../", import.meta.url);
const text = (name) => readFileSync(new URL(name, root), "utf8");
const write = (name, content) => writeFileSync(join(folder, name), content);
const version = text("Cargo.toml").match(/^version = "(.+)"/m)[1];

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const names = readFileSync(new URL("model/names.model", root));
write("names.model", names);
let data = `export const names = "${packed(names)}";\n`;
const hash = createHash("sha256");
for (const [i, half] of ["viewer", "engine"].entries()) {
  const made = short(readFileSync(join(folders[i], "dateline.js"), "utf8"), readFileSync(join(folders[i], "dateline.wasm")));
  const wasm = await parted(sorted(made.program));
  write(`${half}.wasm`, wasm);
  hash.update(wasm);
  data += `export const ${half} = "${packed(wasm)}";\n`;
  // The glue as a function: run here, and its text run in workers. Not indented: it is mostly a list of short functions.
  const glue = made.glue.replace(/^\s*\/\/.*\n/gm, "").replace(/^[ \t]+/gm, "");
  write(`${half}-glue.js`, `export const glue = () => {\n${glue}\nreturn wasm_bindgen;\n};\n`);
}
write("inline-data.js", data);
// A finished story is read by the build that wrote it.
write("build.js", `export const build = "${version}-${hash.digest("hex").slice(0, 12)}";\n`);
write("host.js", `${joined("host.js")}\nexport { datelineHost, datelineOnce };\n`);
write("parted.js", `${joined("parted.js")}\nexport { datelineParted };\n`);
write("packed.js", `${joined("packed.js")}\nexport { datelineUnpack };\n`);
write("style.js", `export const css = ${JSON.stringify(sheet(text("style.css")))};\n`);
for (const name of ["core", "element", "files", "files-node", "files-inline"]) write(`${name}.js`, joined(`package/${name}.js`));

// What each entry is: where its files come from, and whether it brings the element.
const entry = (name, files) => {
  write(`${name}.js`, `import { DatelineError, library } from "./core.js";
import { viewer } from "./element.js";
import * as files from "./${files}.js";

export { DatelineError };
export const { analyze, extract, finish, mount } = library(files);
/** Defines \`<dateline-viewer>\`, or another name for it. */
export const define = (name = "dateline-viewer") => {
  if (!customElements.get(name)) customElements.define(name, viewer(mount));
};
`);
  write(`${name}-element.js`, `import { define } from "./${name}.js";\n\ndefine();\n`);
};
entry("dateline", "files");
entry("inline", "files-inline");
// Without elements to extend there is the analysis alone.
write("node.js", `import { DatelineError, library } from "./core.js";
import * as files from "./files-node.js";

export { DatelineError };
export const { analyze, extract, finish, mount } = library(files);
`);

const declared = `// Written from the Rust types by scripts/site/types.mjs.

${types()}

/** An article as it is given: all but \`id\` and \`text\` may be missing. */
export interface Article {
  id: string;
  text: string;
  published?: string | null;
  title?: string | null;
  source?: string | null;
  url?: string | null;
}

export interface AnalyzeOptions {
  /** Hears after each article. */
  onProgress?: (progress: { done: number; all: number }) => void;
  /** Stops the work; the promise is then rejected with the signal's reason. */
  signal?: AbortSignal;
}

/** What a call fails with. */
export declare class DatelineError extends Error {
  readonly code: "articles" | "load" | "analysis";
}

/** A story as it is given: articles, or an object with a title and articles. */
export type Given = readonly Article[] | { title?: string; description?: string; articles: readonly Article[]; told?: Told };

/** What was read and compared before, by a build of this package and for the same. */
export interface Told {
  by: string;
  story: string;
}

/** A story that is shown without being read again. */
export interface Finished {
  title: string;
  description?: string;
  articles: readonly Article[];
  told: Told;
}

export interface MountOptions {
  articles?: Given;
  /** Address of a JSON file with a story. */
  src?: string;
  /** What is under attention, and the other choices, as in the address of the page. */
  select?: string;
  filter?: string;
  /** In which order dates are written, for all pages of a document: "en-GB", "en-US"… */
  lang?: string;
  onReady?: () => void;
  onSelect?: (select: string) => void;
  onFilter?: (filter: string) => void;
  onError?: (error: DatelineError) => void;
}

/** A page in an element. */
export interface Mounted {
  select: string;
  filter: string;
  remove(): void;
}

/** Reads articles of one story and compares what they say. */
export declare function analyze(articles: readonly Article[], options?: AnalyzeOptions): Promise<Story>;
/** Reads and compares articles once, so that elements show their story without doing so: to be kept as JSON. */
export declare function finish(story: Given, options?: AnalyzeOptions): Promise<Finished>;
/** Reads the times and names of one article. */
export declare function extract(article: Article): Promise<Extract>;
/** Draws a story into the shadow of an element. */
export declare function mount(element: HTMLElement, options?: MountOptions): Promise<Mounted>;
/** Defines \`<dateline-viewer>\`, or another name for it. */
export declare function define(name?: string): void;

/** The custom element. */
export interface DatelineViewer extends HTMLElement {
  articles: Given | null;
  src: string | null;
  view: "timeline" | "comparison" | "coverage" | "articles" | null;
  theme: "light" | "dark" | null;
  height: string | null;
  loading: "eager" | "lazy" | null;
  select: string | null;
  filter: string | null;
  readonly ready: boolean;
}

declare global {
  interface HTMLElementTagNameMap {
    "dateline-viewer": DatelineViewer;
  }
  interface HTMLElementEventMap {
    "dateline-ready": CustomEvent<void>;
    "dateline-select": CustomEvent<{ select: string }>;
    "dateline-filter": CustomEvent<{ filter: string }>;
    "dateline-error": CustomEvent<{ error: DatelineError }>;
  }
}
`;
write("dateline.d.ts", declared);
write("element.d.ts", 'import "./dateline.js";\n');

const attribute = (name, words, about) => ({ name, fieldName: name, type: { text: words }, description: about });
const attributes = [
  attribute("src", "string", "Address of a JSON file with articles or a story."),
  attribute("view", "'timeline' | 'comparison' | 'coverage' | 'articles'", "The view that is open."),
  attribute("theme", "'light' | 'dark'", "Else as the system says."),
  attribute("lang", "string", "In which order dates are written: en-GB, en-US…"),
  attribute("height", "string", "Pixels, or any length; then the element scrolls by itself."),
  attribute("loading", "'eager' | 'lazy'", "Lazy waits until the element is near the window."),
  attribute("select", "string", "What is under attention."),
  attribute("filter", "string", "What is chosen otherwise."),
];
write("custom-elements.json", `${JSON.stringify({
  schemaVersion: "1.0.0",
  readme: "README.md",
  modules: [{
    kind: "javascript-module",
    path: "element.js",
    declarations: [{
      kind: "class",
      name: "DatelineViewer",
      tagName: "dateline-viewer",
      customElement: true,
      superclass: { name: "HTMLElement" },
      attributes,
      members: [
        ...attributes.map(({ name, type, description }) => ({ kind: "field", name, type, description, attribute: name, reflects: true })),
        { kind: "field", name: "articles", type: { text: "Given | null" }, description: "Articles, in place of those of src." },
        { kind: "field", name: "ready", type: { text: "boolean" }, readonly: true, description: "Whether the story is there." },
      ],
      events: [
        { name: "dateline-ready", type: { text: "CustomEvent<void>" } },
        { name: "dateline-select", type: { text: "CustomEvent<{ select: string }>" } },
        { name: "dateline-filter", type: { text: "CustomEvent<{ filter: string }>" } },
        { name: "dateline-error", type: { text: "CustomEvent<{ error: DatelineError }>" } },
      ],
      slots: [{ name: "poster", description: "Shown until the story is there." }],
      cssParts: ["page", "headline", "timeline", "comparison", "reader", "filters", "foot"].map((name) => ({ name })),
      cssProperties: ["--paper", "--ink", "--line", "--link", "--focus", "--serif", "--sans"].map((name) => ({ name })),
    }],
    exports: [{ kind: "custom-element-definition", name: "dateline-viewer", declaration: { name: "DatelineViewer", module: "element.js" } }],
  }],
}, null, 2)}\n`);

const exported = (types, ways) => ({ types: `./${types}.d.ts`, ...ways });
write("package.json", `${JSON.stringify({
  name: "dateline",
  version,
  description: text("Cargo.toml").match(/^description = "(.+)"/m)[1],
  license: "MIT OR Apache-2.0",
  type: "module",
  sideEffects: ["./dateline-element.js", "./inline-element.js"],
  customElements: "custom-elements.json",
  exports: {
    ".": exported("dateline", { node: "./node.js", default: "./dateline.js" }),
    "./element": exported("element", { default: "./dateline-element.js" }),
    "./inline": exported("dateline", { default: "./inline.js" }),
    "./inline/element": exported("element", { default: "./inline-element.js" }),
    "./viewer.wasm": "./viewer.wasm",
    "./engine.wasm": "./engine.wasm",
    "./names.model": "./names.model",
    "./custom-elements.json": "./custom-elements.json",
    "./package.json": "./package.json",
  },
}, null, 2)}\n`);
cpSync(new URL("docs/package.md", root), join(folder, "README.md"));
for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) cpSync(new URL(name, root), join(folder, name));
