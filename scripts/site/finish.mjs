// Finishes the site that trunk built: `node scripts/site/finish.mjs target/site dist`.
//
// One script instead of several, hashes in all names and for all files of the page, the files for
// working without a network, for other pages and for hosts. STORY=folder bundles other articles;
// BASE_URL=address adds what needs to know where the site will be.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { apart } from "./apart.mjs";
import { icon } from "./icons.mjs";
import { later } from "./later.mjs";
import { parted } from "./parted.mjs";
import { page, saving, shell } from "./scripts.mjs";
import { short } from "./short.mjs";
import { single } from "./single.mjs";
import { sorted } from "./sorted.mjs";
import { bundle } from "./story.mjs";
import { change, escaped, find, path } from "./tags.mjs";

const [raw, dist] = process.argv.slice(2);
const { STORY, BASE_URL } = process.env;
const own = (name) => new URL(`../../site/${name}`, import.meta.url);
const read = (name) => readFileSync(join(dist, name));
const write = (name, content) => writeFileSync(join(dist, name), content);
const integrity = (name) => `sha384-${createHash("sha384").update(read(name)).digest("base64")}`;
const is = (name, value) => (of) => of.get(name) === value;

rmSync(dist, { recursive: true, force: true });
cpSync(raw, dist, { recursive: true });
let html = read("index.html").toString();
const behindTitle = (...lines) => { html = html.replace("</title>", (end) => [end, ...lines].join("\n")); };

// `?embed` is the page for frames. A frame that may only run scripts fetches none of the page's own,
// so what leads there stands in the page, and its hash in the policy.
const lead = `if(/[?&]embed\\b/.test(location.search))location.replace("embed.html"+location.hash)`;
html = change(html, "meta", (of) => {
  if (of.get("http-equiv") !== "Content-Security-Policy") return;
  const hash = createHash("sha256").update(lead).digest("base64");
  of.set("content", of.get("content").replace("script-src ", `script-src 'sha256-${hash}' `));
});

// A file under a name that changes with its content.
const keep = (name, content) => {
  const hashed = name.replace(/(\.\w+)$/, `-${createHash("sha256").update(content).digest("hex").slice(0, 16)}$1`);
  write(hashed, content);
  return hashed;
};

// Stories: those of the project, or a folder of somebody's own.
if (STORY) bundle(STORY, join(dist, "seeds"));
const [story] = JSON.parse(read("seeds/index.json")).stories;
if (STORY) {
  html = html.replace(/<title>[^<]*/, `<title>${escaped(story.title)} – Dateline`);
  const description = (of) => { if (is("name", "description")(of) && story.description) of.set("content", escaped(story.description)); };
  html = change(html, "meta", description);
}

// One script for the page, and two that are fetched on saving: what puts the page into a single file,
// and what such a page runs.
html = change(html, "script", (of) => (rmSync(join(dist, path(of))), false));
const inside = keep("inside.js", shell);
behindTitle(`<script src="${keep("start.js", page)}" defer></script>`, `<link rel="dateline-inside" id="inside" href="${inside}">`,
  `<link rel="dateline-inside" id="saving" href="${keep("saving.js", saving)}">`);

// The model's name changes with it, like trunk's own.
html = change(html, "link", (of) => {
  if (path(of) !== "names.model") return;
  of.set("href", keep("names.model", read("names.model")));
  rmSync(join(dist, "names.model"));
});

// The program, and the second one, which is fetched when a file asks for it: as small as they get.
for (const [glue, program] of [["glue", "program"], ["files-glue", "files"]]) {
  const paths = [glue, program].map((id) => path(find(html, "link", is("id", id))));
  const made = short(read(paths[0]).toString(), read(paths[1]));
  const { program: first, rest } = apart(made.program, later);
  const contents = [made.glue, await parted(sorted(first))];
  if (rest) behindTitle(`<link rel="dateline-files" id="rest" href="${keep("rest.wasm", rest)}">`);
  for (const [i, name] of paths.entries()) {
    rmSync(join(dist, name));
    const kept = keep(name.replace(/-[0-9a-f]{8,16}(?=[_.])/, ""), contents[i]);
    html = change(html, "link", (of) => { if (path(of) === name) of.set("href", kept); });
  }
}

// What a browser needs to show the site among programs.
for (const name of ["manifest.webmanifest", "icon.svg"]) cpSync(own(name), join(dist, name));
for (const [name, size, maskable] of [["icon-192", 192, false], ["icon-512", 512, false], ["icon-maskable-512", 512, true]]) {
  write(`${name}.png`, icon(size, maskable));
}
html = change(html, "link", (of) => (is("rel", "icon")(of) ? false : undefined));
behindTitle(
  '<link rel="icon" href="icon.svg" type="image/svg+xml">',
  '<link rel="apple-touch-icon" href="icon-192.png">',
  '<link rel="manifest" href="manifest.webmanifest">',
  '<meta name="theme-color" content="#fbfaf6" media="(prefers-color-scheme: light)">',
  '<meta name="theme-color" content="#16171a" media="(prefers-color-scheme: dark)">',
);

// Hashes for all that the page names, so that no half or altered file runs.
const guard = (of) => {
  if (!["stylesheet", "preload", "dateline-inside", "dateline-files", undefined].includes(of.get("rel"))) return;
  if (of.get("rel") === "stylesheet") of.set("id", "style");
  of.set(of.get("as") === "fetch" ? "data-integrity" : "integrity", integrity(path(of)));
};
html = change(change(html, "link", guard), "script", guard);

// Where the site will be is needed by those who link to it alone.
if (BASE_URL) {
  const base = escaped(BASE_URL.replace(/\/*$/, "/"));
  const title = escaped(STORY ? story.title : "Dateline");
  behindTitle(
    `<link rel="canonical" href="${base}">`,
    `<link rel="alternate" type="application/json+oembed" href="${base}oembed.json" title="${title}">`,
    `<meta property="og:title" content="${title}">`,
    `<meta property="og:url" content="${base}">`,
    `<meta property="og:image" content="${base}icon-512.png">`,
  );
  const [width, height] = [800, 600];
  const frame = `<iframe src="${base}embed.html" title="${title}" width="${width}" height="${height}" sandbox="allow-scripts" style="border:0;max-width:100%"></iframe>`;
  const oembed = { version: "1.0", type: "rich", provider_name: "Dateline", title: STORY ? story.title : "Dateline", width, height, html: frame };
  write("oembed.json", `${JSON.stringify(oembed, null, 2)}\n`);
}

// The page in one file, for frames and for disks, with the bundled stories in it.
write("embed.html", await single(dist, html, shell));

// The version changes with every file of the page.
const files = listed(dist).filter((name) => !/^(index\.html|embed\.html|oembed\.json|icon-.*\.png|seeds\/README\.md)$/.test(name));
const all = createHash("sha256").update(html);
for (const name of files) all.update(name).update(read(name));
const build = all.digest("hex").slice(0, 16);
behindTitle(`<meta name="build" content="${build}">`);
html = html.replace("</title>", (end) => `${end}\n<script>${lead}</script>`);
write("index.html", html);

// A file with its hash in its name never changes; the others are asked for anew while there is a network.
const hashed = files.filter((name) => /-[0-9a-f]{16}(_bg)?\.\w+$/.test(name));
const kept = [["./", null], ...files.map((name) => [name, hashed.includes(name) ? integrity(name) : null])];
write("sw.js", `const BUILD = "${build}";\nconst FILES = ${JSON.stringify(kept)};\n${readFileSync(own("sw.js"))}`);

// For hosts that take headers from a file. The page carries the same policy itself, but for who may
// frame it, which only a header can say.
const policy = `${find(html, "meta", is("http-equiv", "Content-Security-Policy")).get("content")}; frame-ancestors 'self'`;
const headers = (name, ...lines) => [name, ...lines.map((line) => `  ${line}`), ""];
write("_headers", [
  ...["/", "/index.html"].flatMap((name) => headers(name, `Content-Security-Policy: ${policy}`, "Cache-Control: no-cache")),
  ...headers("/*", "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer"),
  ...headers("/sw.js", "Cache-Control: no-cache"),
  ...hashed.flatMap((name) => headers(`/${name}`, "Cache-Control: public, max-age=31536000, immutable")),
].join("\n"));
mkdirSync(join(dist, "hosting"), { recursive: true });
write("hosting/nginx.conf", readFileSync(own("nginx.conf"), "utf8").replaceAll("{policy}", policy));

// The files below a folder.
function listed(folder, below = "") {
  return readdirSync(folder).sort().flatMap((name) => {
    const whole = join(folder, name);
    return statSync(whole).isDirectory() ? listed(whole, `${below}${name}/`) : [`${below}${name}`];
  });
}
