// The program's two large files, beside this one.
export const program = async () => {
  const file = await fetch(new URL("./dateline.wasm", import.meta.url));
  if (!file.ok) throw new Error(`${file.url}: ${file.status}`);
  return file.headers.get("content-type") === "application/wasm"
    ? WebAssembly.compileStreaming(file)
    : WebAssembly.compile(await file.arrayBuffer()); // A host that does not know the type.
};

export const model = async () => {
  const file = await fetch(new URL("./names.model", import.meta.url));
  if (!file.ok) throw new Error(`${file.url}: ${file.status}`);
  return new Uint8Array(await file.arrayBuffer());
};
