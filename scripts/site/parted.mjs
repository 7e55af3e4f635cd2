// Parts a program as `src/browser/parted.js` describes, and makes sure that it can be joined again.
import { runInThisContext } from "node:vm";
import { source } from "./scripts.mjs";

const CODE = 10;
// What both sides know of the format.
export const format = runInThisContext(`${source("parted.js")}; datelineParted`);
const { FRONT, REST, GROUP, OTHER, OP, BLOCK, CONSTANT, STREAMS, lengths, kinds, aligned, odd, far, streamOf, more, joined } = format;

export async function parted(program) {
  const streams = Array.from({ length: STREAMS }, () => []);
  let at = 8;
  const move = (stream) => {
    let value = 0, shift = 0, byte;
    do {
      byte = program[at++];
      streams[stream]?.push(byte);
      value |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    return value;
  };
  const number = () => move(OTHER);
  // A number whose stream the next opcode tells.
  let waiting;
  const settle = (next) => {
    if (waiting) streams[streamOf(waiting.kind, waiting.op, next)].push(...waiting.bytes);
    waiting = undefined;
  };
  const bytes = (count) => {
    while (count--) streams[OTHER].push(program[at++]);
  };

  let end;
  for (let section; section !== CODE; at = section === CODE ? at : end) {
    section = program[at++];
    end = move() + at;
  }
  const count = move();
  streams[FRONT] = program.subarray(0, at);
  streams[REST] = program.subarray(end);
  for (let functions = count; functions; functions--) {
    move(); // Its length is known when it is joined.
    for (let groups = move(GROUP); groups; groups--) move(GROUP), move(GROUP);
    for (let depth = 1; depth;) {
      let op = program[at++];
      const other = aligned[op] < 9 && program[at++] !== aligned[op];
      if (other) streams[OTHER].push(program[at - 1]);
      // More than two bytes: the second goes on as well.
      if (kinds[op] === CONSTANT && program[at] > 127 && program[at + 1] > 127) op = far;
      const kind = kinds[op], written = other ? op + odd : op;
      settle(written);
      streams[OP].push(written);
      if (kind === STREAMS) more(op, number, bytes);
      else if (kind) {
        const from = at;
        move();
        waiting = { kind, op, bytes: program.subarray(from, at) };
      }
      if (op === 0x0b) depth--;
      else if (kind === BLOCK) depth++;
    }
  }

  const head = Buffer.alloc(lengths + 4 * (STREAMS + 2));
  const numbers = [...streams.map((stream) => stream.length), program.length, count];
  numbers.forEach((length, i) => head.writeUInt32LE(length, lengths + 4 * i));
  const file = Buffer.concat([head, ...streams.map((stream) => Buffer.from(stream))]);
  file.set(program.subarray(0, 8));
  // A section that programs may have for themselves, with its length in five bytes and its name.
  const section = [0, ...[0, 7, 14, 21, 28].map((shift) => (((file.length - 14) >>> shift) & 127) | (shift < 28 ? 128 : 0))];
  file.set([...section, 6, ...Buffer.from("parted")], 8);
  if (!program.equals(await joined(file))) throw new Error("src/browser/parted.js does not know all that is in this program");
  return file;
}
