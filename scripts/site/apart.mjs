// Takes out of a program what a first visit does without, into a second file that is joined to the
// running program when something of it is first called (`rest` in `src/browser/rest.rs`).
//
// What is taken out is told by module: all functions of these modules, and what only they call.
// Wrong choices are slow, never wrong: whatever is called and not there is fetched.
import { Reader, leb } from "./leb.mjs";
import { format } from "./parted.mjs";
import { alike } from "./sorted.mjs";

const { kinds, aligned, more, BLOCK, CALL, STREAMS } = format;
const [TYPES, IMPORTS, FUNCTIONS, TABLES, GLOBALS, EXPORTS, START, ELEMENTS, CODE] = [1, 2, 3, 4, 6, 7, 8, 9, 10];
const [FUNCTION, TABLE, MEMORY, GLOBAL] = Array(4).keys();
const [CONST, GET, CALL_INDIRECT, CALL_OP, END, FUNCREF] = [0x41, 0x20, 0x11, 0x10, 0x0b, 0x70];
// Nothing, in place of a function that nobody can call before it is there.
const GONE = Buffer.from([3, 0, 0, END]);
// A function so small is not worth the place that is kept for it.
const SMALL = 128;

// A program's parts, and which of its functions wait for which `later` says so by name, or can never be called.
export function parts(program, later) {
  const { sections, names } = read(program);
  const parse = (id, each) => {
    if (!sections[id]) return [];
    const file = new Reader(program, sections[id].from);
    return Array.from({ length: file.number() }, () => each(file));
  };
  const types = parse(TYPES, (file) => {
    file.at++;
    const params = file.number();
    file.at += params;
    const results = file.number();
    file.at += results;
    return params;
  });
  const imported = parse(IMPORTS, (file) => {
    file.text();
    file.text();
    if (program[file.at++] !== FUNCTION) throw new Error("an import that is no function");
    return file.number();
  });
  const typeOf = [...imported, ...parse(FUNCTIONS, (file) => file.number())];
  const first = imported.length;
  const tables = parse(TABLES, (file) => {
    const kind = program[file.at++];
    const bounded = file.number();
    return { kind, size: file.number(), limit: bounded ? file.number() : undefined };
  });
  if (tables[0]?.kind !== FUNCREF) throw new Error("the first table does not hold functions");
  const globals = parse(GLOBALS, (file) => {
    const type = program.subarray(file.at, file.at += 2);
    file.at++;
    file.number();
    file.at++;
    return type;
  });
  const exported = parse(EXPORTS, (file) => ({ name: file.text(), kind: program[file.at++], index: file.number() }));
  const slots = new Map();
  parse(ELEMENTS, (file) => {
    if (file.number() !== 0 || program[file.at++] !== CONST) throw new Error("a table's functions are written in another way");
    let slot = file.number();
    file.at++;
    for (let left = file.number(); left; left--) slots.set(file.number(), slot++);
  });
  const bodies = parse(CODE, (file) => body(program, file));

  if (sections[START]) throw new Error("a program that starts by itself");
  const bound = new Set(exported.filter(({ kind }) => kind === FUNCTION).map(({ index }) => index));
  const callers = typeOf.map(() => []);
  bodies.forEach(({ calls }, i) => calls.forEach(({ index }) => callers[index].push(first + i)));
  // What nobody calls: `short.mjs` took away what would have.
  const dead = new Set();
  const gather = (set, fits) => {
    for (let before; before !== set.size;) {
      before = set.size;
      bodies.forEach((_, i) => {
        const index = first + i;
        if (!slots.has(index) && !bound.has(index) && fits(callers[index])) set.add(index);
      });
    }
  };
  gather(dead, (by) => by.every((caller) => dead.has(caller)));
  const waits = new Set();
  for (const [index, name] of names) {
    if (index >= first && !bound.has(index) && !dead.has(index) && bodies[index - first].bytes.length > SMALL && later(name, bodies[index - first].bytes.length)) waits.add(index);
  }
  gather(waits, (by) => by.some((caller) => !dead.has(caller)) && by.every((caller) => waits.has(caller) || dead.has(caller)));
  return { sections, types, typeOf, first, tables, globals, exported, slots, bodies, names, callers, dead, waits };
}

// `program` carries names; `later` says of a function's name whether it can wait. Gives two programs
// without names, the second `undefined` where there is nothing to it.
export function apart(program, later) {
  const { sections, types, typeOf, first, tables, globals, exported, slots, bodies, callers, dead, waits } = parts(program, later);
  const fetch = exported.find(({ name }) => name === "rest");
  if (!waits.size || !fetch) return { program: without(program) };

  // What takes a function's place has it fetched, and calls it by its place in the table.
  let size = tables[0].size;
  const order = alike(typeOf.slice(first), bodies.map(({ ops }) => ops));
  const places = new Map(order.map((i, place) => [first + i, place]));
  const inOrder = (indices) => [...indices].sort((a, b) => (places.get(a) ?? -1) - (places.get(b) ?? -1) || a - b);
  const waiting = inOrder(waits);
  const stub = (index) => {
    if (!slots.has(index)) {
      if (callers[index].every((caller) => waits.has(caller) || dead.has(caller))) return GONE;
      slots.set(index, size++);
    }
    const type = typeOf[index];
    const given = Array.from({ length: types[type] }, (_, i) => [GET, ...leb(i)]).flat();
    return sized([0, CALL_OP, ...leb(fetch.index), ...given, CONST, ...signed(slots.get(index)), CALL_INDIRECT, ...leb(type), 0, END]);
  };
  const left = bodies.map(({ bytes }, i) => (dead.has(first + i) ? GONE : waits.has(first + i) ? stub(first + i) : sized(bytes)));

  // What the second program needs of the first goes by short names.
  const called = new Set(waiting.flatMap((index) => bodies[index - first].calls.map((call) => call.index)));
  const needed = inOrder([...called].filter((index) => !waits.has(index)));
  const wanted = [[MEMORY, 0], ...tables.map((_, i) => [TABLE, i]), ...globals.map((_, i) => [GLOBAL, i]), ...needed.map((index) => [FUNCTION, index])];
  const links = wanted.map(([kind, index], i) => ({ name: i.toString(36), kind, index }));
  if (exported.some(({ name }) => links.some((link) => link.name === name))) throw new Error("two exports of one name");
  const enlarged = tables.map(({ kind, size: before, limit }, i) => {
    const least = i ? before : size;
    return [kind, +(limit !== undefined), ...leb(least), ...(limit === undefined ? [] : leb(Math.max(limit, least)))];
  });
  const front = without(program, {
    [TABLES]: list(enlarged),
    [EXPORTS]: list([...exported, ...links].map(({ name, kind, index }) => [...text(name), kind, ...leb(index)])),
    [CODE]: list(left),
  });

  const indices = new Map([...needed, ...waiting].map((index, i) => [index, i]));
  const what = {
    [FUNCTION]: (index) => leb(typeOf[index]),
    [TABLE]: (index) => [tables[index].kind, 0, ...leb(index ? tables[index].size : size)],
    [MEMORY]: () => [0, 0],
    [GLOBAL]: (index) => globals[index],
  };
  const rest = Buffer.concat([
    program.subarray(0, 8),
    section(TYPES, program.subarray(sections[TYPES].from, sections[TYPES].to)),
    section(IMPORTS, list(links.map(({ name, kind, index }) => [...text(""), ...text(name), kind, ...what[kind](index)]))),
    section(FUNCTIONS, list(waiting.map((index) => leb(typeOf[index])))),
    section(ELEMENTS, list(waiting.filter((index) => slots.has(index)).map((index) =>
      [0, CONST, ...signed(slots.get(index)), END, 1, ...leb(indices.get(index))]))),
    section(CODE, list(waiting.map((index) => sized(moved(bodies[index - first], (call) => indices.get(call)))))),
  ]);
  return { program: front, rest };
}

// Where a program's sections lie, and its functions' names.
function read(program) {
  const file = new Reader(program, 8);
  const sections = {}, names = new Map();
  while (file.at < program.length) {
    const id = program[file.at++];
    const to = file.number() + file.at;
    if (id) sections[id] = { from: file.at, to };
    else if (file.text() === "name") {
      while (file.at < to) {
        const functions = program[file.at++] === 1;
        const end = file.number() + file.at;
        if (functions) for (let left = file.number(); left; left--) names.set(file.number(), file.text());
        file.at = end;
      }
    }
    file.at = to;
  }
  return { sections, names };
}

// The program with other sections in place of its own, and without those that mean nothing to a browser.
function without(program, others = {}) {
  const file = new Reader(program, 8);
  const parts = [program.subarray(0, 8)];
  while (file.at < program.length) {
    const id = program[file.at++];
    const to = file.number() + file.at;
    if (id) parts.push(section(id, others[id] ?? program.subarray(file.at, to)));
    file.at = to;
  }
  return Buffer.concat(parts);
}

// A function: its bytes, and where in them it calls which others.
function body(program, file) {
  const end = file.number() + file.at;
  const from = file.at;
  const number = () => file.number();
  const calls = [], ops = [];
  for (let groups = number(); groups; groups--) number(), number();
  for (let depth = 1; depth;) {
    const op = program[file.at++];
    ops.push(op);
    if (aligned[op] < 9) file.at++;
    const kind = kinds[op];
    const at = file.at - from;
    if (kind === CALL) calls.push({ at, index: number(), end: file.at - from });
    else if (kind === STREAMS) more(op, number, (count) => { file.at += count; });
    else if (kind) number();
    if (op === END) depth--;
    else if (kind === BLOCK) depth++;
  }
  if (file.at !== end) throw new Error("a function's end lies elsewhere");
  return { bytes: program.subarray(from, end), calls, ops };
}

// Its bytes, with others called.
function moved({ bytes, calls }, place) {
  const parts = [];
  let from = 0;
  for (const { at, index, end } of calls) {
    parts.push(bytes.subarray(from, at), leb(place(index)));
    from = end;
  }
  return Buffer.concat([...parts, bytes.subarray(from)]);
}

const sized = (bytes) => Buffer.concat([leb(bytes.length), Buffer.from(bytes)]);
const text = (words) => sized(Buffer.from(words));
const list = (items) => Buffer.concat([leb(items.length), ...items.map((item) => Buffer.from(item))]);
const section = (id, bytes) => Buffer.concat([Buffer.from([id]), sized(bytes)]);
// A number with a sign, which ours never have.
const signed = (value) => {
  const bytes = [...leb(value)];
  if (bytes.at(-1) < 64) return bytes;
  bytes[bytes.length - 1] |= 128;
  return [...bytes, 0];
};
