// The program's two large files, in this one.
import { names, wasm } from "./inline-data.js";
import { datelineUnpack } from "./packed.js";

export const program = async () => WebAssembly.compile(await datelineUnpack(wasm));
export const model = async () => new Uint8Array(await datelineUnpack(names));
