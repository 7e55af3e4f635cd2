// Bytes as text that may stand in a page or a script: gzip, then thirteen bits in two characters.
//
// Of the printable characters all but `"`, `<` and `\` are used, so nothing in the text ends the
// element or the string around it. It is a twelfth shorter than base64. Runs in the page, in the
// package and, when the site is built, in `scripts/site/`.
"use strict";

const datelineLetters = Uint8Array.from(Array.from({ length: 94 }, (_, i) => 33 + i).filter((c) => !'"<\\'.includes(String.fromCharCode(c))));

// Bytes spelt with these letters; the last few bits take one letter where they fit into it.
const datelineSpell = (bytes) => {
  const most = datelineLetters.length; // 91, and 91 times 91 is more than 2 to the 13th.
  const text = new Uint8Array(2 * Math.ceil((8 * bytes.length) / 13));
  let bits = 0, held = 0, at = 0;
  const write = (value) => {
    text[at++] = datelineLetters[value % most];
    text[at++] = datelineLetters[Math.floor(value / most)];
  };
  for (const byte of bytes) {
    held |= byte << bits;
    bits += 8;
    if (bits >= 13) {
      write(held & 8191);
      held >>>= 13;
      bits -= 13;
    }
  }
  if (bits > 6) write(held);
  else if (bits) text[at++] = datelineLetters[held];
  return new TextDecoder().decode(text.subarray(0, at));
};

// The bytes that a text spells.
const datelineRead = (text) => {
  const most = datelineLetters.length;
  const values = new Uint8Array(128);
  datelineLetters.forEach((letter, value) => { values[letter] = value; });
  const bytes = new Uint8Array(((text.length >> 1) * 13 + (text.length & 1) * 6) >> 3);
  let bits = 0, held = 0, at = 0;
  for (let i = 0; i < text.length; i += 2) {
    const alone = i + 1 === text.length;
    held |= (values[text.charCodeAt(i)] + (alone ? 0 : most * values[text.charCodeAt(i + 1)])) << bits;
    for (bits += alone ? 6 : 13; bits >= 8; bits -= 8) {
      bytes[at++] = held;
      held >>>= 8;
    }
  }
  return bytes;
};

const datelineThrough = (bytes, stream) => new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer();
const datelinePack = async (bytes) => datelineSpell(new Uint8Array(await datelineThrough(bytes, new CompressionStream("gzip"))));
const datelineUnpack = (text) => datelineThrough(datelineRead(text), new DecompressionStream("gzip"));
