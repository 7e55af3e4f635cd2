// The half of the program that reads, and the model of names, from the disk: nothing is drawn in Node.
import { readFile } from "node:fs/promises";
import { glue } from "./engine-glue.js";
import { datelineParted } from "./parted.js";

export const engine = {
  glue: async () => glue,
  program: async () => WebAssembly.compile(await datelineParted.joined(await readFile(new URL("./engine.wasm", import.meta.url)))),
};
export const model = async () => new Uint8Array(await readFile(new URL("./names.model", import.meta.url)));
