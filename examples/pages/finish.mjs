// Reads a story once and writes it finished: node finish.mjs story.json finished.json
import { readFile, writeFile } from "node:fs/promises";
import { finish } from "./dateline/node.js";

const [from, to] = process.argv.slice(2);
const story = await finish(JSON.parse(await readFile(from, "utf8")));
await writeFile(to, JSON.stringify(story));
