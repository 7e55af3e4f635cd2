// Puts a program's functions into another order: those of one type together, and of these such as end
// alike. What compresses it finds more of the same that way, and the order means nothing to a browser.
import { Reader, leb } from "./leb.mjs";
import { format } from "./parted.mjs";

const { kinds, aligned, more, BLOCK, CALL, STREAMS } = format;
const [IMPORTS, FUNCTIONS, GLOBALS, EXPORTS, START, ELEMENTS, CODE] = [2, 3, 6, 7, 8, 9, 10];
const FUNCTION = 0, REF_FUNC = 0xd2;

export function sorted(program) {
  const { types, bodies } = moved(program);
  const order = alike(types, bodies);
  const out = moved(program, order).program;
  const back = order.map((_, i) => i).sort((a, b) => order[a] - order[b]);
  if (!moved(out, back).program.equals(program)) throw new Error("scripts/site/sorted.mjs does not know all that is in this program");
  return out;
}

// Numbers of functions in that order, by their types and the opcodes of their bodies.
export function alike(types, bodies) {
  const ends = bodies.map((ops) => Buffer.from(ops).reverse());
  return bodies.map((_, i) => i).sort((a, b) => types[a] - types[b] || Buffer.compare(ends[a], ends[b]) || a - b);
}

// The program with its functions in that order, and of each its type and the opcodes of its body.
function moved(program, order) {
  const file = new Reader(program, 8);
  const number = () => file.number();
  let imported = 0, places;
  const times = (each) => Array.from({ length: number() }, each);
  // What was written since `from`, as it stands.
  const since = (from) => program.subarray(from, file.at);
  const index = () => {
    const old = number();
    return leb(places && old >= imported ? imported + places[old - imported] : old);
  };
  const inOrder = (all) => (order ? order.map((i) => all[i]) : all);
  let types = [], bodies = [];

  const body = () => {
    const end = number() + file.at;
    const parts = [], ops = [];
    let from = file.at;
    for (let groups = number(); groups; groups--) number(), number();
    for (let depth = 1; depth;) {
      const op = program[file.at++];
      ops.push(op);
      if (aligned[op] < 9) file.at++;
      const kind = kinds[op];
      if (kind === CALL) {
        parts.push(since(from), index());
        from = file.at;
      } else if (kind === STREAMS) more(op, number, (count) => { file.at += count; });
      else if (kind) number();
      if (op === 0x0b) depth--;
      else if (kind === BLOCK) depth++;
    }
    if (file.at !== end) throw new Error("a function's end lies elsewhere");
    bodies.push(ops);
    const whole = Buffer.concat([...parts, since(from)]);
    return Buffer.concat([leb(whole.length), whole]);
  };
  const sections = {
    [IMPORTS]() {
      const from = file.at;
      times(() => {
        file.text();
        file.text();
        if (program[file.at++] !== FUNCTION) throw new Error("an import that is no function");
        imported++;
        number();
      });
      return since(from);
    },
    [FUNCTIONS]() {
      types = times(number);
      places = order?.map((_, i) => i).sort((a, b) => order[a] - order[b]);
      return list(inOrder(types).map(leb));
    },
    [GLOBALS]() {
      const from = file.at;
      times(() => {
        file.at += 2;
        if (program[file.at++] === REF_FUNC) throw new Error("a global that holds a function");
        number();
        file.at++;
      });
      return since(from);
    },
    [EXPORTS]: () => list(times(() => {
      const from = file.at;
      file.text();
      const what = program[file.at++];
      const name = since(from);
      return Buffer.concat([name, what === FUNCTION ? index() : leb(number())]);
    })),
    [START]: index,
    [ELEMENTS]: () => list(times(() => {
      const from = file.at;
      const kind = number();
      if (kind > 3) throw new Error("a table's functions are written in another way");
      if (kind === 2) number();
      if (kind % 2 === 0) {
        file.at++;
        number();
        file.at++;
      }
      if (kind) file.at++;
      const head = since(from);
      return Buffer.concat([head, list(times(index))]);
    })),
    [CODE]: () => list(inOrder(times(body))),
  };

  const parts = [program.subarray(0, file.at)];
  while (file.at < program.length) {
    const from = file.at;
    const section = program[file.at++];
    const end = number() + file.at;
    if (sections[section]) {
      const content = sections[section]();
      parts.push(Buffer.from([section]), leb(content.length), content);
    } else {
      file.at = end;
      parts.push(since(from));
    }
    file.at = end;
  }
  return { program: Buffer.concat(parts), types, bodies };
}

function list(items) {
  return Buffer.concat([leb(items.length), ...items]);
}
