// The package for other programs: `node scripts/site/npm.mjs folder glue.js program.wasm` writes it.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { source } from "./scripts.mjs";
import { packed } from "./single.mjs";
import { sheet } from "./sheet.mjs";
import { types } from "./types.mjs";

const [folder, gluePath, wasmPath] = process.argv.slice(2);
const root = new URL("../../", import.meta.url);
const text = (name) => readFileSync(new URL(name, root), "utf8");
const write = (name, content) => writeFileSync(join(folder, name), content);
const version = text("Cargo.toml").match(/^version = "(.+)"/m)[1];

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const wasm = readFileSync(wasmPath);
const names = readFileSync(new URL("model/names.model", root));
write("dateline.wasm", wasm);
write("names.model", names);
write("inline-data.js", `export const wasm = "${packed(wasm)}";\nexport const names = "${packed(names)}";\n`);
// The glue as a function: run here, and its text run in workers.
write("glue.js", `export const glue = () => {\n${readFileSync(gluePath, "utf8")}\nreturn wasm_bindgen;\n};\n`);
write("host.js", `${source("host.js")}\nexport { datelineHost };\n`);
write("packed.js", `${source("packed.js")}\nexport { datelineUnpack };\n`);
write("style.js", `export const css = ${JSON.stringify(sheet(text("style.css")))};\n`);
for (const name of ["core", "element", "files", "files-node", "files-inline"]) write(`${name}.js`, source(`package/${name}.js`));

// What each entry is: where its files come from, and whether it brings the element.
const entry = (name, files) => {
  write(`${name}.js`, `import { DatelineError, library } from "./core.js";
import { viewer } from "./element.js";
import * as files from "./${files}.js";

export { DatelineError };
export const { analyze, extract, mount } = library(files);
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
export const { analyze, extract, mount } = library(files);
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
export type Given = readonly Article[] | { title?: string; description?: string; articles: readonly Article[] };

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
    "./dateline.wasm": "./dateline.wasm",
    "./names.model": "./names.model",
    "./custom-elements.json": "./custom-elements.json",
    "./package.json": "./package.json",
  },
}, null, 2)}\n`);
cpSync(new URL("docs/package.md", root), join(folder, "README.md"));
for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) cpSync(new URL(name, root), join(folder, name));
