// The program's two large files, from the disk.
import { readFile } from "node:fs/promises";

export const program = async () => WebAssembly.compile(await readFile(new URL("./dateline.wasm", import.meta.url)));
export const model = async () => new Uint8Array(await readFile(new URL("./names.model", import.meta.url)));
