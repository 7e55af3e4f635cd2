// Keeps the whole program on the reader's machine, so that it opens without a network.
//
// `scripts/site/finish.mjs` writes two constants before this: BUILD, which is also in the page, and
// FILES, the site's files with their hashes. A version is kept whole or not at all: its cache is
// filled while the old one serves, and takes over when the reader says so or no page is open.

// Several Datelines may live in folders of one host and must leave each other's files alone.
const OURS = `dateline ${registration.scope} `;
const CACHE = OURS + BUILD;
const SHARED = `dateline-shared ${registration.scope}`;

const here = (path) => new URL(path, registration.scope).href;
const kept = new Map(FILES.map(([path, integrity]) => [here(path), integrity]));
const page = here("./");

addEventListener("install", (event) => event.waitUntil((async () => {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all([...kept].map(([address, integrity]) => keep(cache, address, integrity)));
  } catch (trouble) {
    await caches.delete(CACHE); // Half a version is none; the old one goes on.
    throw trouble;
  }
})()));

async function keep(cache, address, integrity) {
  // Past the browser's own cache, which may still hold the files of the version before.
  const answer = await fetch(address, { cache: "no-cache", ...(integrity && { integrity }) });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  if (address === page && !(await answer.clone().text()).includes(BUILD)) throw new Error("This is not our page.");
  // A page that came by a detour would be refused for the address bar.
  await cache.put(address, answer.redirected ? new Response(answer.body, answer) : answer);
}

addEventListener("activate", (event) => event.waitUntil((async () => {
  const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await clients.claim();
})()));

addEventListener("message", ({ data }) => {
  if (data === "take over") skipWaiting();
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  const plain = address.origin + address.pathname;
  const isPage = request.mode === "navigate" && (plain === page || plain === here("index.html"));
  if (isPage && request.method === "POST") event.respondWith(take(request));
  else if (request.method !== "GET") return;
  else if (isPage) event.respondWith(fresh(request, page, ours));
  else if (kept.get(plain)) event.respondWith(stored(plain).then((file) => file ?? fetch(request)));
  else if (kept.has(plain)) event.respondWith(fresh(request, plain, () => true));
});

const stored = async (address) => (await caches.open(CACHE)).match(address, { ignoreVary: true });

// From the network where it answers in time with what fits this version, else as kept.
async function fresh(request, address, fits) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(3000) });
    if (answer.ok && await fits(answer.clone())) return answer;
  } catch {
    // No network, or as good as none.
  }
  return (await stored(address)) ?? fetch(request);
}

// A page of another version never comes in by itself: that version is fetched and offered.
async function ours(answer) {
  if ((await answer.text()).includes(BUILD)) return true;
  registration.update().catch(() => {});
  return false;
}

// What another program shares waits for the page (`src/browser/offline.js`) and never leaves.
async function take(request) {
  const form = await request.formData();
  const files = form.getAll("files").filter((file) => file instanceof File);
  const words = ["title", "text", "url"].map((name) => form.get(name)).filter(Boolean);
  if (words.length) files.push(new File([words.join("\n\n")], "shared.txt", { type: "text/plain" }));
  const cache = await caches.open(SHARED);
  await Promise.all(files.map((file, i) =>
    cache.put(`${page}shared/${i}/${encodeURIComponent(file.name)}`, new Response(file))));
  return Response.redirect(`${page}?shared`, 303);
}
