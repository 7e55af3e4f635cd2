// Puts the whole page into one file that opens from a disk. Runs in the page and, when the site is
// built, in `scripts/site/`.
"use strict";

// `parts`: `title`, `description`, the texts `style`, `glue` and `shell` (`inside.js` and what it
// needs), `program`, its `rest` and `names` as `datelinePack` gives them, `reader` (the second program: its `glue`
// and its packed `program`) where there is room for it, and `stories` as in `seeds/index.json`
// with the articles' texts in it. `place` is what stands behind the `#` on opening.
const datelineSingle = async ({ title, description, style, glue, shell, program, rest, names, reader, stories, place = "" }) => {
  const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  // A text that would end its element early cannot be kept in one; none of ours does.
  for (const text of [glue, shell, style, reader?.glue ?? ""]) if (/<\/(script|style)|<!-{2}/i.test(text)) throw new Error("This cannot be one file.");
  const hash = async (text) => {
    const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
    return `'sha256-${btoa(String.fromCharCode(...sum))}'`;
  };
  const policy = [
    "default-src 'none'",
    `script-src ${await hash(glue)} ${await hash(shell)} 'wasm-unsafe-eval'`,
    `style-src ${await hash(style)}`,
    "img-src data: blob:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types dateline",
  ].join("; ");
  const data = JSON.stringify({ stories, place }).replace(/</g, "\\u003c");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${escaped(description)}">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<style id="style">${style}<\/style>
</head>
<body>
<div id="dateline"></div>
<noscript>Dateline reads articles with a program that runs in this page. Please allow JavaScript for it.<\/noscript>
<script type="application/json" id="stories">${data}<\/script>
<script type="text/plain" id="names">${names}<\/script>
<script type="text/plain" id="program">${program}<\/script>
<script type="text/plain" id="rest">${rest}<\/script>${reader ? `
<script type="text/plain" id="reader-glue">${reader.glue}<\/script>
<script type="text/plain" id="reader">${reader.program}<\/script>` : ""}
<script id="glue">${glue}<\/script>
<script id="shell">${shell}<\/script>
</body>
</html>
`;
};
