// What Lighthouse says of the built page: `node scripts/lighthouse.mjs dist`.
//
// Serves the folder with brotli, as a good host does, has `lighthouse@12` (fetched by npx, not part of
// the project) visit it as a desktop, and fails below 100 for accessibility, best practices and search,
// and below 95 for performance. CHROME_PATH names a browser where it is not found.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync } from "node:zlib";

const folder = process.argv[2] ?? "dist";
const GOALS = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json",
  ".wasm": "application/wasm", ".svg": "image/svg+xml", ".png": "image/png", ".txt": "text/plain",
  ".webmanifest": "application/manifest+json",
};

// Compressed once, so that no request waits for it.
const kept = new Map();
const file = (name) => {
  if (!kept.has(name)) {
    const whole = join(folder, name);
    kept.set(name, brotliCompressSync(readFileSync(statSync(whole).isDirectory() ? join(whole, "index.html") : whole)));
  }
  return kept.get(name);
};
const server = createServer(({ url }, answer) => {
  const name = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname));
  try {
    const body = file(name);
    const lasting = /-[0-9a-f]{16}(_bg)?\.\w+$/.test(name);
    answer.writeHead(200, {
      "Content-Type": TYPES[extname(name) || ".html"] ?? "application/octet-stream",
      "Content-Encoding": "br",
      "Cache-Control": lasting ? "public, max-age=31536000, immutable" : "no-cache",
    });
    answer.end(body);
  } catch {
    answer.writeHead(404, { "Content-Type": "text/plain" });
    answer.end("There is no such file.");
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const address = `http://localhost:${server.address().port}/`;
// A first visit, so that everything is compressed before it is timed.
const page = await (await fetch(address)).text();
for (const [, path] of page.matchAll(/(?:src|href)="([^":]+)"/g)) await fetch(new URL(path, address)).catch(() => {});

const report = mkdtempSync(join(tmpdir(), "dateline-"));
const out = join(report, "report.json");
const run = spawn("npx", [
  "--yes", "lighthouse@12", address, "--preset=desktop", "--output=json", `--output-path=${out}`, "--quiet",
  "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
], { stdio: "inherit" });
const status = await new Promise((done) => run.on("exit", done));
server.close();
if (status !== 0) throw new Error(`lighthouse ended with ${status}`);
const { categories, audits } = JSON.parse(readFileSync(out));
rmSync(report, { recursive: true });

let missed = false;
for (const [name, goal] of Object.entries(GOALS)) {
  const score = Math.round(categories[name].score * 100);
  missed ||= score < goal;
  console.log(`${name}: ${score} (${goal} asked)`);
  for (const { id, weight } of categories[name].auditRefs) {
    const audit = audits[id];
    if (weight > 0 && audit.score !== null && audit.score < 0.9) console.log(`  ${audit.title} ${audit.displayValue ?? ""}`);
  }
}
for (const id of ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index"]) {
  console.log(`  ${audits[id].title}: ${audits[id].displayValue}`);
}
process.exitCode = missed ? 1 : 0;
