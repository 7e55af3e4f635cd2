// Tells what of the program a first visit calls: `node scripts/site/early.mjs target/site`, once `make dist` built it.
//
// The page is opened in Chromium, wide and narrow, with a program that notes each function as it is
// called. Said are those that `later.mjs` would have wait, for which it is wrong, and the largest that were
// not called and yet come at once, which it may be told of.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { parts } from "./apart.mjs";
import { later } from "./later.mjs";
import { Reader, leb } from "./leb.mjs";

const [site] = process.argv.slice(2);
const SECONDS = 15;
const name = readdirSync(site).find((file) => /^dateline-.*_bg\.wasm$/.test(file));
const program = readFileSync(join(site, name));
const { waits, names, first, bodies } = parts(program, later);

// The program with a global for each function, which it sets.
function noting() {
  const file = new Reader(program, 8);
  const out = [program.subarray(0, 8)];
  let globals;
  while (file.at < program.length) {
    const id = program[file.at++];
    const to = file.number() + file.at;
    const from = file.at;
    let content = program.subarray(from, to);
    const more = (all, each) => {
      const count = file.number();
      content = Buffer.concat([leb(count + all.length), program.subarray(file.at, to), ...all.map(each)]);
      return count;
    };
    if (id === 6) globals = more(bodies, () => Buffer.from([0x7f, 1, 0x41, 0, 0x0b]));
    if (id === 7) more(bodies, (_, i) => Buffer.concat([leb(`ran${i}`.length), Buffer.from(`ran${i}`), Buffer.from([3]), leb(globals + i)]));
    if (id === 10) {
      const noted = bodies.map(({ bytes }, i) => {
        const locals = new Reader(bytes, 0);
        for (let groups = locals.number(); groups; groups--) locals.number(), locals.number();
        const whole = Buffer.concat([bytes.subarray(0, locals.at), Buffer.from([0x41, 1, 0x24]), leb(globals + i), bytes.subarray(locals.at)]);
        return Buffer.concat([leb(whole.length), whole]);
      });
      content = Buffer.concat([leb(noted.length), ...noted]);
    }
    if (id) out.push(Buffer.from([id]), leb(content.length), content);
    file.at = to;
  }
  return Buffer.concat(out);
}

// Runs in front of the glue, in the page and in its workers.
const notes = () => {
  const running = [];
  const note = (instance) => (running.push(instance.exports), instance);
  const { instantiate, Instance } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    note(made.instance ?? made);
    return made;
  };
  WebAssembly.Instance = function (...given) { return note(new Instance(...given)); };
  WebAssembly.Instance.prototype = Instance.prototype;
  setInterval(() => {
    const ran = running.flatMap((all) => Object.keys(all).filter((key) => /^ran\d/.test(key) && all[key].value));
    fetch("HERE/ran", { method: "POST", body: JSON.stringify(ran) });
  }, 500);
};

const called = new Set();
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json" };
const watched = noting();
const server = createServer(async (request, answer) => {
  if (request.method === "POST") {
    let body = "";
    for await (const part of request) body += part;
    for (const key of JSON.parse(body)) called.add(Number(key.slice(3)));
    return answer.end();
  }
  const path = request.url.split("?")[0].replace(/\/$/, "/index.html");
  try {
    let file = readFileSync(join(site, path));
    if (path.endsWith(name)) file = watched;
    if (path.endsWith(name.replace("_bg.wasm", ".js"))) file = `(${notes})();\n`.replace("HERE", here()) + file;
    // The page's own policy lets its workers tell nobody.
    if (path === "/index.html") file = String(file).replace(/<meta[^>]*Content-Security-Policy[^>]*>/, "");
    answer.setHeader("content-type", types[extname(path)] ?? "application/octet-stream");
    answer.end(file);
  } catch {
    answer.statusCode = 404;
    answer.end();
  }
});
const here = () => `http://127.0.0.1:${server.address().port}`;
await new Promise((listening) => server.listen(0, listening));
for (const size of ["1280,900", "390,844"]) {
  const own = ["--headless", "--no-sandbox", "--disable-gpu", `--user-data-dir=${mkdtempSync(join(tmpdir(), "early-"))}`];
  const browser = spawn("chromium", [...own, `--window-size=${size}`, "--remote-debugging-port=0", `${here()}/`], { stdio: "ignore" });
  await new Promise((done) => setTimeout(done, 1000 * SECONDS));
  browser.kill();
}

const list = (title, indices) => {
  const size = (index) => bodies[index - first].bytes.length;
  const lines = indices.sort((a, b) => size(b) - size(a)).slice(0, 40);
  console.log(`\n${title}: ${indices.length}, ${indices.reduce((sum, index) => sum + size(index), 0)} bytes`);
  for (const index of lines) console.log(`${size(index)}\t${(names.get(index) ?? "?").replace(/\[[0-9a-f]+\]/g, "").slice(0, 180)}`);
};
const all = bodies.map((_, i) => first + i);
list("called, and to wait", all.filter((index) => called.has(index - first) && waits.has(index)));
list("not called, and not to wait", all.filter((index) => !called.has(index - first) && !waits.has(index)));
process.exit(0);
