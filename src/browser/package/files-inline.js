// The program's two large files, in this one.
import { names, wasm } from "./inline-data.js";

const unpacked = async (text) => {
  const packed = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
};

export const program = async () => WebAssembly.compile(await unpacked(wasm));
export const model = async () => new Uint8Array(await unpacked(names));
