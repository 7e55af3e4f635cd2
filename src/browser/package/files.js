// The program's two halves and the model of names, beside this file. A half is its JavaScript, as a
// function that gives it, and its compiled program; each is fetched when it is first needed.
import { datelineParted } from "./parted.js";

const there = async (address) => {
  const file = await fetch(address);
  if (!file.ok) throw new Error(`${file.url}: ${file.status}`);
  return file;
};
const bytes = async (address) => new Uint8Array(await (await there(address)).arrayBuffer());
const compiled = async (address) => WebAssembly.compile(await datelineParted.joined(await bytes(address)));

// Draws.
export const viewer = {
  glue: async () => (await import("./viewer-glue.js")).glue,
  program: () => compiled(new URL("./viewer.wasm", import.meta.url)),
};
// Reads and compares.
export const engine = {
  glue: async () => (await import("./engine-glue.js")).glue,
  program: () => compiled(new URL("./engine.wasm", import.meta.url)),
};
export const model = () => bytes(new URL("./names.model", import.meta.url));
