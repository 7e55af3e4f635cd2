// Both halves of the program and the model of names, in this one.
import * as data from "./inline-data.js";
import { glue as engineGlue } from "./engine-glue.js";
import { glue as viewerGlue } from "./viewer-glue.js";
import { datelineUnpack } from "./packed.js";

const half = (glue, packed) => ({
  glue: async () => glue,
  program: async () => WebAssembly.compile(await datelineUnpack(packed)),
});
export const viewer = half(viewerGlue, data.viewer);
export const engine = half(engineGlue, data.engine);
export const model = async () => new Uint8Array(await datelineUnpack(data.names));
