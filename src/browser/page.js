// A page of its own, wherever its files come from: starts the program, says so when it is over,
// saves the page as one file, and talks with the page around it.
"use strict";

// `files` as `datelineHost` takes them, and promises more: `stories()` of the list of stories,
// `text(file)` of one of their articles, `parts()` of what `datelineSingle` needs of this page.
const datelinePage = (files) => {
  // One sentence and a way on, whatever the rest of the page looks like by now.
  const stopped = (sentence) => {
    if (document.getElementById("stopped")) return;
    const box = document.createElement("div");
    box.id = "stopped";
    box.setAttribute("role", "alert");
    const words = document.createElement("p");
    words.textContent = sentence;
    const again = document.createElement("button");
    again.textContent = "Start again";
    again.onclick = () => location.reload();
    box.append(words, again);
    document.body.prepend(box);
  };

  // Requests to anybody else, by address: made, or stopped by the page's policy.
  const elsewhere = new Set();
  let counted = () => {};
  const own = new URL("./", document.baseURI).href;
  const count = (address) => {
    if (!/^[\w+.-]+:/.test(address) || address.startsWith(own) || /^(blob|data|about):/.test(address)) return;
    elsewhere.add(address);
    counted(elsewhere.size);
  };
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => count(entry.name)))
    .observe({ type: "resource", buffered: true });
  addEventListener("securitypolicyviolation", ({ blockedURI }) => count(blockedURI));

  const saved = async (title, description, workspace) => {
    const parts = await files.parts();
    const page = await datelineSingle({
      ...parts,
      title: title ? `${title} – Dateline` : "Dateline",
      description: description || document.querySelector("meta[name=description]").content,
      stories: { version: 1, stories: [{ id: "saved", title, description, workspace }] },
      place: place.address(),
    });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([page], { type: "text/html" }));
    link.download = `${title || "dateline"}.html`.replace(/[\\/:*?"<>|]+/g, "-");
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };

  // What `src/browser/home.rs` knows of where the page lives.
  let held; // Where the address bar may not be written.
  const place = {
    element: document.getElementById("dateline"),
    themed: document.documentElement,
    alone: true,
    restores: !files.saved,
    address: () => held ?? location.hash,
    write(address, step) {
      // Without a `#` the bare page is meant, search part and all.
      const bare = location.pathname + location.search;
      try {
        history[step ? "pushState" : "replaceState"](null, "", address || bare);
      } catch {
        held = address;
      }
      dispatchEvent(new Event("dateline-address"));
    },
    follow: (changed) => addEventListener("popstate", () => { held = undefined; changed(); }),
    count: (changed) => { counted = changed; if (elsewhere.size) changed(elsewhere.size); },
    stories: () => files.stories().catch(() => null),
    text: (file) => files.text(file).catch(() => null),
    told() {},
    failed() {},
    embeds: Boolean(files.frame) && parent === window && location.protocol.startsWith("http"),
    embedCode(title) {
      const quoted = (text) => `"${text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)}"`;
      const address = new URL(files.frame, document.baseURI).href + place.address();
      return `<iframe src=${quoted(address)} title=${quoted(title)} width="800" height="600" sandbox="allow-scripts" style="border:0;max-width:100%"></iframe>`;
    },
    canSave: Boolean(files.parts && globalThis.CompressionStream && crypto.subtle),
    save: (...story) => saved(...story).then(() => true, (error) => (console.warn(error), false)),
  };

  const { host, started } = datelineHost(files, stopped);
  host.kept = datelineKeep;
  host.dropped = datelineDropped;
  // The corpus that the address asks for: files of this origin alone.
  host.corpus = async (place) => {
    const address = new URL(place, document.baseURI);
    if (address.origin !== location.origin) throw "origin";
    const file = await fetch(address);
    if (!file.ok) throw "missing";
    return new Uint8Array(await file.arrayBuffer());
  };
  started.then(
    async (dateline) => {
      dateline.set_up(host);
      await host.awake();
      place.mounted = dateline.mount(place); // Held: what nobody holds is taken away.
    },
    (error) => {
      console.error(error);
      stopped("Dateline could not be loaded. It needs a browser from 2023 or later and all files of its folder.");
    },
  );

  if (parent !== window) datelineFrame(place);
};

// The two halves of an address (what stands behind the `#`): what is under attention, and the rest.
const datelineHalves = (address) => {
  const parts = address.replace(/^#?(1&)?/, "").split("&").filter(Boolean);
  const on = parts.find((part) => part.startsWith("on=")) ?? "on=";
  return { select: on.slice(3), filter: parts.filter((part) => !part.startsWith("on=")).join("&") };
};
const datelineWhole = ({ select, filter }) => `1${filter && `&${filter}`}${select && `&on=${select}`}`;

// Talks with the page around it, version 1: `{ dateline: 1, type, … }`. That page may say `ping`,
// answered with `pong`, and `select` or `filter` with a value as the address bar holds it; it hears
// `height`, `select` and `filter` when they change. Anybody else, and anything else, is ignored.
const datelineFrame = (place) => {
  const VERSION = 1;
  const tell = (type, value) => parent.postMessage({ dateline: VERSION, type, value }, "*");
  let known = datelineHalves(place.address());
  let height = 0;

  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.dateline !== VERSION) return;
    if (data.type === "ping") {
      tell("pong", { height, ...known });
    } else if (["select", "filter"].includes(data.type) && typeof data.value === "string" && data.value.length < 4096) {
      known = { ...datelineHalves(place.address()), [data.type]: data.value };
      location.hash = datelineWhole(known);
    }
  });

  addEventListener("dateline-address", () => {
    const now = datelineHalves(place.address());
    for (const type of ["select", "filter"]) if (now[type] !== known[type]) tell(type, now[type]);
    known = now;
  });
  new ResizeObserver(([{ target }]) => {
    const tall = Math.ceil(target.getBoundingClientRect().height);
    if (tall !== height) tell("height", height = tall);
  }).observe(place.element);
};
