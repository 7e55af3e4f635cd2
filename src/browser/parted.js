// A program whose code lies parted by what its bytes mean: all opcodes first, then all numbers of
// locals, then all constants and so on, each by what is done with it. Compressed it is an eighth smaller
// than with opcodes and numbers mixed, on any host and in one file. The file is still a WebAssembly module, with all of this in one
// section of its own, so that hosts treat it as one. `scripts/site/parted.mjs` writes it.
"use strict";

const datelineParted = (() => {
  // Streams in the file's order. The first two are the module before its code and behind it.
  const [FRONT, REST, GROUP, LONG, OTHER, OP, STORE, LOAD, CALL, LOCAL, READ, PASSED, MOVED, BLOCK, GLOBAL, BRANCH, ADDRESS, CONSTANT] = Array(18).keys();
  // Constants lie apart by the opcode behind them, the last ones before all the others.
  const behind = [0x6a, 0x41, 0x10, 0x36, 0x6b, 0x21, 0x20, 0x46, 0x71, 0x47, 0x6c, 0x74, 0x28, 0x3a, 0x0b];
  const STREAMS = CONSTANT + behind.length + 1;
  const users = new Uint8Array(256).fill(STREAMS - 1);
  behind.forEach((op, i) => { users[op] = CONSTANT + i; });
  // A constant of more than two bytes is mostly an address: it has an opcode of its own, which stands for
  // nothing else any more, and a stream.
  const far = 0x06;
  // Where the streams' lengths stand: behind a module's first eight bytes and the head of a section.
  const lengths = 8 + 1 + 5 + 7;
  // The stream of the one number that follows an opcode; none for most opcodes, `STREAMS` for those with more.
  const kinds = new Uint8Array(256);
  for (const [first, last, kind] of [
    [0x02, 0x04, BLOCK], [0x0c, 0x0d, BRANCH], [0x0e, 0x0e, STREAMS], [0x10, 0x10, CALL], [0x11, 0x11, STREAMS],
    [0x1c, 0x1c, STREAMS], [0x20, 0x22, LOCAL], [0x23, 0x24, GLOBAL], [0x25, 0x26, OTHER], [0x28, 0x35, LOAD],
    [0x36, 0x3e, STORE], [0x3f, 0x40, OTHER], [0x41, 0x41, CONSTANT], [far, far, ADDRESS], [0x42, 0x42, LONG], [0x43, 0x44, STREAMS],
    [0xd0, 0xd0, OTHER], [0xd2, 0xd2, CALL], [0xfc, 0xfc, STREAMS],
  ]) kinds.fill(kind, first, last + 1);
  // The alignment of accesses to memory, from `i32.load` on, and 9 elsewhere. Where another is meant, the
  // opcode is higher by `odd`, as no instruction's is, and the alignment among the others.
  const aligned = new Uint8Array(256).fill(9);
  const odd = 0xab;
  aligned.set([2, 3, 2, 3, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 3, 2, 3, 0, 1, 0, 1, 2], 0x28);
  // The stream of the number that follows an opcode of a kind, by the opcode after it: of a local what is
  // got to be read from, or before another, or for anything else, and what is set.
  const streamOf = (kind, op, next) => {
    if (kind === CONSTANT) return users[next];
    if (kind !== LOCAL || op !== 0x20) return kind;
    return kinds[next] === LOAD ? READ : kinds[next] === LOCAL ? PASSED : MOVED;
  };
  // What else follows: `number` moves a number of `OTHER` and gives it, `bytes` moves so many bytes of it.
  const more = (op, number, bytes) => {
    if (op === 0x11) number(), number();
    else if (op === 0x43) bytes(4);
    else if (op === 0x44) bytes(8);
    else if (op === 0xfc) for (let left = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1][number()]; left; left--) number();
    else for (let left = number() + (op === 0x0e); left; left--) number(); // A list behind its length.
  };

  // The program as browsers take it, of a file's bytes. It is a million bytes, so this is written for
  // speed, and lets others have a turn in between.
  const joined = async (file) => {
    if (file[8] !== 0) return file; // As it was built, while the page is worked on.
    const head = new DataView(file.buffer, file.byteOffset + lengths);
    const length = (index) => head.getUint32(4 * index, true);
    const at = new Int32Array(STREAMS);
    let next = lengths + 4 * (STREAMS + 2);
    for (let stream = 0; stream < STREAMS; next += length(stream++)) at[stream] = next;
    const out = new Uint8Array(length(STREAMS));
    let o = length(FRONT);
    out.set(file.subarray(at[FRONT], at[FRONT] + o));
    const copy = (stream) => {
      let i = at[stream], value = 0, shift = 0, byte;
      do {
        byte = out[o++] = file[i++];
        value |= (byte & 127) << shift;
        shift += 7;
      } while (byte > 127);
      at[stream] = i;
      return value;
    };
    const number = () => copy(OTHER);
    const bytes = (count) => {
      while (count--) out[o++] = file[at[OTHER]++];
    };
    const join = () => {
      const body = ++o;
      for (let groups = copy(GROUP); groups; groups--) copy(GROUP), copy(GROUP);
      for (let depth = 1, ops = at[OP]; depth; at[OP] = ops) {
        let op = file[ops++];
        if (op >= odd + 0x28) {
          const plain = op - odd;
          if (aligned[plain] < 9) {
            out[o++] = op = plain;
            number();
          } else out[o++] = op;
        } else {
          out[o++] = op === far ? 0x41 : op;
          if (aligned[op] < 9) out[o++] = aligned[op];
        }
        const kind = kinds[op];
        if (kind === STREAMS) more(op, number, bytes);
        else if (kind) copy(streamOf(kind, op, file[ops]));
        if (op === 0x0b) depth--;
        else if (kind === BLOCK) depth++;
      }
      // In front of a body stands its length; where that takes more than a byte, the body makes room.
      const size = o - body;
      const room = size < 1 << 7 ? 0 : size < 1 << 14 ? 1 : size < 1 << 21 ? 2 : 3;
      out.copyWithin(body + room, body, o);
      for (let i = 0; i <= room; i++) out[body - 1 + i] = ((size >> (7 * i)) & 127) | (i < room ? 128 : 0);
      o += room;
    };
    let turn = performance.now();
    for (let functions = length(STREAMS + 1); functions; functions--) {
      join();
      if (performance.now() - turn < 12) continue;
      await new Promise((done) => setTimeout(done));
      turn = performance.now();
    }
    out.set(file.subarray(at[REST], at[REST] + length(REST)), o);
    return out;
  };

  return { FRONT, REST, GROUP, OTHER, OP, CALL, BLOCK, CONSTANT, STREAMS, lengths, kinds, aligned, odd, far, streamOf, more, joined };
})();
