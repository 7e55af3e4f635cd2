// Short names between a program and its glue: each stands in both, and nobody reads them there.

import { Reader, leb } from "./leb.mjs";

// What `wasm-bindgen` made up; the names of our own functions stay.
const MADE = /^(__|wasm_bindgen_|intounderlying)/;
const STREAMS = /^(__wbg_)?intounderlying/;

export function short(glue, program) {
  const file = new Reader(program, 8);
  const number = () => file.number();
  const name = () => file.text();

  const known = new Set(glue.match(/[\w$]+/g));
  const names = new Map();
  const shortened = (name) => {
    if (!names.has(name)) names.set(name, name.startsWith("./") || MADE.test(name) ? `_${names.size.toString(36)}` : name);
    return names.get(name);
  };
  const parts = [program.subarray(0, file.at)];
  while (file.at < program.length) {
    const begin = file.at;
    const section = program[file.at++];
    const end = number() + file.at;
    if (section === IMPORTS || section === EXPORTS) {
      const named = [];
      for (let left = number(); left; left--) {
        const words = section === IMPORTS ? [name(), name()] : [name()];
        const from = file.at++;
        number();
        // Glue gives nothing but functions to a program.
        if (section === IMPORTS && program[from] !== FUNCTION) throw new Error("an import that is no function");
        // What the glue does not take needs no name, nor what only Leptos' server functions would call.
        if (section === EXPORTS && (!known.has(words[0]) || STREAMS.test(words[0]))) continue;
        named.push(Buffer.concat([...words.map((word) => spelt(shortened(word))), program.subarray(from, file.at)]));
      }
      const whole = Buffer.concat([leb(named.length), ...named]);
      parts.push(Buffer.from([section]), leb(whole.length), whole);
    } else {
      parts.push(program.subarray(begin, end));
    }
    file.at = end;
  }
  const text = glue.replace(/\.\/[\w-]+\.js|[\w$]+/g, (word) => names.get(word) ?? word);
  return { glue: text, program: Buffer.concat(parts) };
}

const FUNCTION = 0, IMPORTS = 2, EXPORTS = 7;

function spelt(name) {
  const bytes = Buffer.from(name);
  return Buffer.concat([leb(bytes.length), bytes]);
}
