// Bundles a folder of articles in place of the stories that come with the project.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";

// What `folder` holds goes to `seeds`: its files, in the order of their names, or as its
// `story.json` (`{ "title", "description", "articles": [{ "file", "title"?, "source"?, … }] }`) lists them.
export function bundle(folder, seeds) {
  if (!existsSync(folder)) throw new Error(`STORY=${folder}: there is no such folder`);
  const about = join(folder, "story.json");
  const said = existsSync(about) ? JSON.parse(readFileSync(about, "utf8")) : {};
  const files = readdirSync(folder).sort().filter((name) => name !== "story.json" && !name.startsWith(".") && statSync(join(folder, name)).isFile());
  const articles = said.articles ?? files.map((file) => ({ file }));
  if (!articles.length) throw new Error(`STORY=${folder}: there is no article in it`);
  const id = basename(resolve(folder));
  rmSync(seeds, { recursive: true, force: true });
  mkdirSync(join(seeds, id), { recursive: true });
  for (const { file } of articles) cpSync(join(folder, file), join(seeds, id, file));
  const story = {
    id,
    title: said.title ?? id,
    description: said.description ?? "",
    origin: said.origin ?? "",
    articles: articles.map((article) => ({ id: article.file.replace(/\.\w+$/, ""), ...article, file: `${id}/${article.file}` })),
  };
  writeFileSync(join(seeds, "index.json"), `${JSON.stringify({ version: 1, stories: [story] }, null, 2)}\n`);
}
