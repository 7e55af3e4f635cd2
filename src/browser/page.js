// A page of its own, wherever its files come from: starts the program, says so when it is over,
// saves the page as one file, and talks with the page around it.
"use strict";

// `files` as `datelineHost` takes them, and `parts()`: what `datelineSingle` needs of this page.
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

  const { host, started } = datelineHost(files, stopped);

  // Hands the reader this page with its articles as one file. `story` is JSON as in `seeds/index.json`,
  // with texts.
  host.save = async (story) => {
    const { title, description } = story;
    const page = await datelineSingle({
      ...(await files.parts()),
      title: title ? `${title} – Dateline` : "Dateline",
      description: description || document.querySelector("meta[name=description]").content,
      stories: { version: 1, stories: [story] },
      place: location.hash,
    });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([page], { type: "text/html" }));
    link.download = `${title || "dateline"}.html`.replace(/[\\/:*?"<>|]+/g, "-");
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };

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
    (dateline) => dateline.open_page(host),
    (error) => {
      console.error(error);
      stopped("Dateline could not be loaded. It needs a browser from 2023 or later and all files of its folder.");
    },
  );

  if (parent !== window) datelineFrame();
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
const datelineFrame = () => {
  const VERSION = 1;
  const tell = (type, value) => parent.postMessage({ dateline: VERSION, type, value }, "*");
  let known = datelineHalves(location.hash);
  let height = 0;

  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.dateline !== VERSION) return;
    if (data.type === "ping") {
      tell("pong", { height, ...known });
    } else if (["select", "filter"].includes(data.type) && typeof data.value === "string" && data.value.length < 4096) {
      known = { ...datelineHalves(location.hash), [data.type]: data.value };
      location.hash = datelineWhole(known);
    }
  });

  const look = () => {
    const tall = Math.ceil(document.getElementById("dateline").getBoundingClientRect().height);
    if (tall !== height) tell("height", height = tall);
    const now = datelineHalves(location.hash);
    for (const type of ["select", "filter"]) if (now[type] !== known[type]) tell(type, now[type]);
    known = now;
  };
  new ResizeObserver(look).observe(document.getElementById("dateline"));
  // The program writes the address without an event of its own.
  for (const event of ["hashchange", "click", "keyup", "pointerup"]) addEventListener(event, () => setTimeout(look, 100));
};
