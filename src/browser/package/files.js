// The program's two halves and the model of names, beside this file. A half is its JavaScript, as a
// function that gives it, and its compiled program; each is fetched when it is first needed.
const there = async (address) => {
  const file = await fetch(address);
  if (!file.ok) throw new Error(`${file.url}: ${file.status}`);
  return file;
};
const compiled = async (address) => {
  const file = await there(address);
  return file.headers.get("content-type") === "application/wasm"
    ? WebAssembly.compileStreaming(file)
    : WebAssembly.compile(await file.arrayBuffer()); // A host that does not know the type.
};

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
export const model = async () => new Uint8Array(await (await there(new URL("./names.model", import.meta.url))).arrayBuffer());
