// The built site as one file: `src/browser/single.js` puts it together, as in the page.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { source } from "./scripts.mjs";
import { find, path, unescaped } from "./tags.mjs";

const run = (...names) => runInThisContext(`${names.map(source).join("\n")}; ({ datelineSpell, datelineSingle })`);
const { datelineSpell, datelineSingle } = run("packed.js", "single.js");

// As `datelinePack` does in a page, but as small as gzip can.
export const packed = (bytes) => datelineSpell(gzipSync(bytes, { level: 9, memLevel: 7 }));

// `dist` holds the site, `html` its page, `shell` the scripts of a page that is one file.
export async function single(dist, html, shell) {
  const named = (name, value) => readFileSync(join(dist, path(find(html, "link", (of) => of.get(name) === value))));
  const list = JSON.parse(readFileSync(join(dist, "seeds/index.json"), "utf8"));
  for (const article of list.stories.flatMap((story) => story.articles)) {
    article.text = readFileSync(join(dist, "seeds", article.file), "utf8");
  }
  return datelineSingle({
    title: unescaped(html.match(/<title>([^<]*)/)[1]),
    description: unescaped(find(html, "meta", (of) => of.get("name") === "description").get("content")),
    style: named("rel", "stylesheet").toString(),
    glue: named("id", "glue").toString(),
    shell,
    program: packed(named("id", "program")),
    rest: html.includes('id="rest"') ? packed(named("id", "rest")) : "",
    names: packed(named("id", "names")),
    stories: list,
  });
}
