// Both halves of the program and the model of names, in this one.
import * as data from "./inline-data.js";
import { glue as engineGlue } from "./engine-glue.js";
import { glue as viewerGlue } from "./viewer-glue.js";
import { datelineUnpack } from "./packed.js";
import { datelineParted } from "./parted.js";

const bytes = async (packed) => new Uint8Array(await datelineUnpack(packed));
const half = (glue, packed) => ({
  glue: async () => glue,
  program: async () => WebAssembly.compile(await datelineParted.joined(await bytes(packed))),
});
export const viewer = half(viewerGlue, data.viewer);
export const engine = half(engineGlue, data.engine);
export const model = () => bytes(data.names);
