// The program as a library, over one program in two halves for a whole document: `mount` draws, and
// `analyze`, `finish` and `extract` read.
import { build } from "./build.js";
import { datelineHost, datelineOnce } from "./host.js";
import { css } from "./style.js";

/** What a call fails with. `code`: "articles" (not in their shape), "load" (a file is missing), "analysis". */
export class DatelineError extends Error {
  constructor(code, message, options) {
    super(message, options);
    this.name = "DatelineError";
    this.code = code;
  }
}

// Articles as the program takes them; what is not one is named before anything is started.
const checked = (articles) => {
  if (!Array.isArray(articles)) throw new DatelineError("articles", "Articles come as an array.");
  articles.forEach((article, i) => {
    for (const name of ["id", "text"]) {
      if (typeof article?.[name] !== "string") throw new DatelineError("articles", `Article ${i} has no ${name} as a string.`);
    }
  });
  return articles.map(({ id, text, published, title, source, url }) => ({ id, text, published, title, source, url }));
};

// Where stories come from: a list of articles, a story with its articles, or a list of stories;
// articles may be files beside it.
const listed = (given) => {
  if (Array.isArray(given)) return { stories: [{ id: "given", title: "", articles: given }] };
  if (Array.isArray(given?.stories)) return given;
  if (Array.isArray(given?.articles)) return { stories: [{ id: "given", title: "", ...given }] };
  throw new DatelineError("articles", "A story is a list of articles, or an object with one as “articles”.");
};

// The two halves of an address: what is under attention, and the rest.
const halves = (address) => {
  const parts = address.replace(/^#?(1&|1$)?/, "").split("&").filter(Boolean);
  const on = parts.find((part) => part.startsWith("on="))?.slice(3) ?? "";
  return { select: on, filter: parts.filter((part) => !part.startsWith("on=")).join("&") };
};
const whole = ({ select, filter }) => `#1${filter && `&${filter}`}${select && `&on=${select}`}`;

// Names for `::part()`.
const PARTS = {
  ".page": "page", ".headline": "headline", ".panel.timeline": "timeline", ".panel.lower": "comparison",
  ".panel.reader": "reader", ".facets": "filters", ".foot": "foot",
};

// What was read of a story, as text: gzip in base64.
const piped = async (bytes, through) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(through)).arrayBuffer());
const spelled = async (bytes) => {
  const packed = await piped(bytes, new CompressionStream("gzip"));
  let text = "";
  for (let i = 0; i < packed.length; i += 8192) text += String.fromCharCode(...packed.subarray(i, i + 8192));
  return btoa(text);
};
// Of another build, or damaged, it is as good as none: the articles are read again.
const told = async (story) => {
  if (story?.told?.by !== build) return undefined;
  try {
    return await piped(Uint8Array.from(atob(story.told.story), (c) => c.charCodeAt(0)), new DecompressionStream("gzip"));
  } catch {
    return undefined;
  }
};

/** `viewer` draws and `engine` reads: `glue()` promises the half's JavaScript, `program()` its compiled program; `model()` promises the model of names as bytes. */
export const library = (files) => {
  const stops = new Set(); // Of the pages that are mounted: they hear when the program is over.
  const stopped = (sentence) => stops.forEach((stop) => stop(new DatelineError("analysis", sentence)));
  const model = datelineOnce(files.model);
  // One engine for the whole document: for the functions, and for pages that read.
  const engine = {
    glue: async () => `const wasm_bindgen = (${await files.engine.glue()})();`,
    start: async () => (await files.engine.glue())(),
    program: datelineOnce(files.engine.program),
  };
  const starting = (open) => datelineOnce(() => open().catch((cause) => {
    throw new DatelineError("load", "Dateline's program could not be loaded.", { cause });
  }));
  const startEngine = starting(async () => {
    const { host, started } = datelineHost({ ...engine, model }, stopped);
    const dateline = await started;
    dateline.set_up(host);
    return dateline;
  });
  const startViewer = starting(async () => {
    const own = { start: async () => (await files.viewer.glue())(), program: files.viewer.program };
    const { host, started, prepare } = datelineHost({ ...own, model, engine }, stopped);
    // For a page whose policy lets no worker start.
    host.engine = datelineOnce(async () => {
      const [half, module_or_path] = await Promise.all([engine.start(), engine.program()]);
      await half({ module_or_path });
      return half;
    });
    const dateline = await started;
    dateline.set_up(host);
    return { dateline, prepare: datelineOnce(async () => prepare()) };
  });

  // What an engine makes of articles, unless it is stopped.
  const made = async (articles, how, { onProgress, signal } = {}) => {
    signal?.throwIfAborted();
    const list = checked(articles);
    const dateline = await startEngine();
    signal?.throwIfAborted();
    const aborted = new Promise((done) => signal?.addEventListener("abort", done, { once: true }));
    const hear = (done, all) => onProgress?.({ done, all });
    try {
      return await dateline[how](list, hear, aborted);
    } catch (why) {
      signal?.throwIfAborted();
      throw new DatelineError("analysis", String(why));
    }
  };

  const analyze = (articles, options) => made(articles, "analyze", options);

  const finish = async (given, options) => {
    const [story] = listed(given).stories;
    const bytes = await made(story?.articles, "finish", options);
    return { ...story, told: { by: build, story: await spelled(bytes) } };
  };

  const extract = async (article) => {
    const [one] = checked([article]);
    const dateline = await startEngine();
    return dateline.extract(one).catch((why) => {
      throw new DatelineError("analysis", String(why));
    });
  };

  let sheet;
  const mount = async (element, { articles, src, select = "", filter = "", lang = "", onReady, onSelect, onFilter, onError } = {}) => {
    let given = articles;
    let base = document.baseURI;
    const fetched = async (address) => {
      const file = await fetch(address).catch(() => null);
      if (!file?.ok) throw new DatelineError("load", `${address} could not be loaded.`);
      return file;
    };
    if (!given && src) {
      base = new URL(src, base).href;
      given = await (await fetched(base)).json().catch((cause) => {
        throw cause instanceof DatelineError ? cause : new DatelineError("articles", `${src} is not JSON.`, { cause });
      });
    }
    const stories = listed(given ?? []);
    const [first] = stories.stories;
    const reads = !first?.told && first?.articles?.length;
    // What will be needed is on its way while the half that draws starts.
    if (reads) for (const file of [engine.program, files.engine.glue, model]) file().catch(() => {});
    const [finished, { dateline, prepare }] = await Promise.all([told(first), startViewer()]);
    if (reads) prepare();

    const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
    }
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    const box = document.createElement("div");
    box.className = "dateline";
    // All its words are English, whatever the page around it is written in.
    box.lang = /^en\b/i.test(lang) ? lang : "en";
    root.append(box);

    let chosen = { select, filter };
    let follow = () => {};
    const show = (change) => {
      const now = { ...chosen, ...change };
      if (now.select === chosen.select && now.filter === chosen.filter) return;
      chosen = now;
      follow();
    };
    let over = false;
    let ready = false;
    const failed = (error) => { if (!over) onError?.(error); };
    const place = {
      element: box,
      themed: element,
      language: lang || undefined,
      restores: false,
      address: () => (chosen.select || chosen.filter ? whole(chosen) : ""),
      write(address) {
        const before = chosen;
        chosen = halves(address);
        if (over) return;
        if (chosen.select !== before.select) onSelect?.(chosen.select);
        if (chosen.filter !== before.filter) onFilter?.(chosen.filter);
      },
      follow: (changed) => { follow = changed; },
      count() {},
      stories: async () => stories,
      finished,
      text: async (file) => (await fetched(new URL(file, base))).text().catch(() => null),
      told() {
        if (over || ready || !first?.articles?.length) return;
        ready = true; // Once, however often the story is told again.
        onReady?.();
      },
      failed: (why) => failed(new DatelineError("analysis", why)),
      canSave: false,
      save: async () => false,
    };
    const mounted = dateline.mount(place);
    stops.add(failed);
    for (const [selector, name] of Object.entries(PARTS)) box.querySelector(selector)?.setAttribute("part", name);

    return {
      get select() { return chosen.select; },
      set select(select) { show({ select }); },
      get filter() { return chosen.filter; },
      set filter(filter) { show({ filter }); },
      remove() {
        if (over) return;
        over = true;
        follow = () => {};
        stops.delete(failed);
        box.remove();
        // What is on its way to a page comes to an end before the page does.
        setTimeout(() => mounted.free(), 1_000);
      },
    };
  };

  return { analyze, extract, finish, mount };
};
