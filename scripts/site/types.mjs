// TypeScript types from the Rust types that write the JSON: `src/contract.rs` and what it names.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const root = new URL("../../src/", import.meta.url).pathname;
const sources = (folder) => readdirSync(folder).flatMap((name) => {
  const path = join(folder, name);
  return statSync(path).isDirectory() ? sources(path) : path.endsWith(".rs") ? [path] : [];
});
const all = sources(root).map((path) => readFileSync(path, "utf8")).join("\n");
const contract = ["contract.rs", "utf16.rs"].map((name) => readFileSync(join(root, name), "utf8")).join("\n");

// The words of an enumeration as serde writes them.
const CASES = {
  lowercase: (name) => name.toLowerCase(),
  UPPERCASE: (name) => name.toUpperCase(),
  "kebab-case": (name) => name.replace(/(?<!^)[A-Z]/g, "-$&").toLowerCase(),
  SCREAMING_SNAKE_CASE: (name) => name.replace(/(?<!^)[A-Z]/g, "_$&").toUpperCase(),
};
const choices = (name) => {
  const found = all.match(new RegExp(`#\\[serde\\(rename_all = "([\\w-]+)"\\)\\]\\s*pub enum ${name} \\{([^}]*)\\}`));
  if (!found) return null;
  const [, how, body] = found;
  const names = [...body.matchAll(/((?:^\s*#\[.*\]\n)*)^\s*([A-Z]\w*),?\s*$/gm)];
  return names.map(([, marks, name]) => JSON.stringify(marks.match(/rename = "([^"]+)"/)?.[1] ?? CASES[how](name))).join(" | ");
};

// Where Rust has a bare text, what it can be stands in the contract's prose.
const WORDS = {
  "RowShape.kind": '"agree" | "conflict" | "single-source"',
  "RowShape.severity": '"hard" | "soft" | "opinion"',
  "CopyShape.kind": '"verbatim" | "edited"',
};

const NAMES = {
  ArticleShape: "StoryArticle", EntityShape: "Entity", EventShape: "Event", EventMentionShape: "EventMention", RowShape: "Row",
  ClaimShape: "Claim", CopyShape: "Copy", NoticeShape: "Notice", NoiseShape: "Noise", NoteShape: "Note", At: "Place",
};
const named = (name) => NAMES[name] ?? name;

const type = (rust) => {
  const inner = rust.match(/^(?:Option|Vec|Box)<(.+)>$/)?.[1];
  if (rust.startsWith("Option<")) return `${type(inner)} | null`;
  if (rust.startsWith("Vec<")) return `${wrapped(type(inner))}[]`;
  if (/^&(?:'\w+ )?\[(.+)\]$/.test(rust)) return `${wrapped(type(rust.match(/\[(.+)\]/)[1]))}[]`;
  const bare = rust.replace(/^&(?:'\w+ )?/, "").replace(/<'\w+>$/, "");
  if (["str", "String", "Date"].includes(bare)) return "string";
  if (["u32", "u64", "usize", "f32", "f64"].includes(bare)) return "number";
  if (bare === "bool") return "boolean";
  return choices(bare) ?? named(bare);
};
const wrapped = (text) => (text.includes(" | ") ? `(${text})` : text);

const shape = ([, docs, name, body]) => {
  const parents = [];
  const lines = [];
  const fields = body.matchAll(/((?:^\s*\/\/\/.*\n)*)((?:^\s*#\[.*\]\n)*)^\s*(?:pub )?(\w+): (.+),$/gm);
  for (const [, , marks, field, rust] of fields) {
    if (marks.includes("flatten")) {
      parents.push(marks.includes("skip_serializing_if") ? `Partial<${type(rust.replace(/^Option<(.+)>$/, "$1"))}>` : type(rust));
      continue;
    }
    const optional = marks.includes("skip_serializing_if");
    const key = marks.match(/rename = "([^"]+)"/)?.[1] ?? field;
    let value = type(rust);
    const words = WORDS[`${name}.${field}`];
    if (words) value = value.replace("string", words);
    if (optional) value = value.replace(" | null", "");
    lines.push(`  ${key}${optional ? "?" : ""}: ${value};`);
  }
  const extend = parents.length ? ` extends ${parents.join(", ")}` : "";
  const about = docs.replace(/^\s*\/\/\/ ?/gm, "").replace(/\[?`([^`]*)`\]?/g, "$1").trim().replace(/\s*\n\s*/g, " ");
  return `${about ? `/** ${about} */\n` : ""}export interface ${named(name)}${extend} {\n${lines.join("\n")}\n}`;
};

const STRUCT = /((?:^\/\/\/.*\n)*)(?:^#\[.*\]\n)*^(?:pub )?struct (\w+)(?:<'\w+>)? \{([^}]*)\}/gm;

export function types() {
  const shapes = [...contract.matchAll(STRUCT)].filter(([whole]) => whole.includes("Serialize"));
  const alias = [...all.matchAll(STRUCT)].find(([, , name]) => name === "Alias");
  return [...shapes, alias].map(shape).join("\n\n");
}
