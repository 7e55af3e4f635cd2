// Draws the icon of `site/icon.svg` as PNG, so that no picture has to be kept beside its drawing.
import { deflateSync } from "node:zlib";

const PAPER = [251, 250, 246], INK = [28, 26, 23], BLUE = [11, 95, 165], ORANGE = [189, 75, 10], RED = [168, 32, 26];

// Signed distances in a square of 512, from back to front, with a colour each.
const box = (x0, y0, x1, y1) => (x, y) => Math.max(x0 - x, x - x1, y0 - y, y - y1);
const disc = (cx, cy, r) => (x, y) => Math.hypot(x - cx, y - cy) - r;
const rounded = (r) => (x, y) => {
  const dx = Math.abs(x - 256) - 256 + r, dy = Math.abs(y - 256) - 256 + r;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - r;
};
const drawing = [
  [box(96, 248, 416, 264), INK], [disc(152, 256, 40), BLUE], [disc(360, 256, 48), ORANGE], [disc(360, 256, 32), PAPER],
  [box(248, 128, 264, 384), RED],
];

// The icon as PNG. Maskable: the paper reaches to the edges, the drawing stays in the safe circle.
export function icon(size, maskable) {
  const ground = maskable ? box(-1, -1, 513, 513) : rounded(96);
  const rows = [];
  for (let row = 0; row < size; row++) {
    const line = Buffer.alloc(1 + size * 4); // No filter.
    for (let column = 0; column < size; column++) {
      const x = (column + 0.5) * 512 / size, y = (row + 0.5) * 512 / size;
      const [dx, dy] = maskable ? [256 + (x - 256) / 0.9, 256 + (y - 256) / 0.9] : [x, y];
      const cover = (shape, x, y) => Math.min(1, Math.max(0, 0.5 - shape(x, y) * size / 512));
      let colour = PAPER;
      for (const [shape, over] of drawing) {
        const part = cover(shape, dx, dy);
        colour = colour.map((c, i) => c + (over[i] - c) * part);
      }
      line.set([...colour.map(Math.round), Math.round(cover(ground, x, y) * 255)], 1 + column * 4);
    }
    rows.push(line);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc(body), body.length + 4);
  return whole;
}

function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
