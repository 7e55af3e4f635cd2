// What a reader of RIS that is not ours finds in a file: `node ris.mjs file` prints it as CSL JSON.
import { readFileSync } from "node:fs";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-ris";

const cite = new Cite(readFileSync(process.argv[2], "utf8"), { forceType: "@ris/file" });
console.log(JSON.stringify(cite.data));
