// `<dateline-viewer>`: finds its articles, mounts a page into its shadow, and cleans up behind it.

const VIEWS = ["timeline", "comparison", "coverage", "articles"];
// Until there is something to show it is an empty box, of the height it was given.
const block = new CSSStyleSheet();
block.replaceSync(":host { display: block; overflow: auto } :host([hidden]) { display: none }");
// Attributes that are properties of the same name.
const TEXTS = ["src", "view", "theme", "height", "loading", "select", "filter"];

/** Makes the element over a library's `mount`. */
export const viewer = (mount) => class DatelineViewer extends HTMLElement {
  // `lang` is a property of every element already.
  static observedAttributes = ["lang", ...TEXTS];

  #articles = null;
  #mounted = null;
  #job = 0;
  #seen = null;
  #box;

  constructor() {
    super();
    this.#box = this.attachShadow({ mode: "open" });
    this.#box.adoptedStyleSheets = [block];
    // What the page around it offers until the story is there, and for readers without scripts.
    const poster = document.createElement("slot");
    poster.name = "poster";
    this.#box.append(poster);
  }

  connectedCallback() {
    // Properties set before the element was defined.
    for (const name of ["articles", ...TEXTS]) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    if (this.loading === "lazy" && !this.#mounted) {
      this.#seen = new IntersectionObserver((entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.#unsee();
        this.#start();
      }, { rootMargin: "200px" });
      this.#seen.observe(this);
    } else {
      this.#start();
    }
  }

  disconnectedCallback() {
    // Moved within the document it stays as it is.
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    if (name === "height") this.style.blockSize = /^\d+$/.test(value ?? "") ? `${value}px` : value ?? "";
    else if (name === "src" || name === "lang") this.#again();
    else if (name === "view") this.#show("filter", this.#filter());
    else if (name === "select" || name === "filter") this.#show(name, name === "filter" ? this.#filter() : value ?? "");
  }

  /** Articles, in place of those of `src`; an array, or an object with a title and `articles`. */
  get articles() { return this.#articles; }
  set articles(value) {
    this.#articles = value ?? null;
    this.#again();
  }

  /** Whether the story is there. */
  get ready() { return this.matches(":state(ready)"); }

  #unsee() {
    this.#seen?.disconnect();
    this.#seen = null;
  }

  #show(name, value) {
    if (this.#mounted) this.#mounted[name] = value;
  }

  // The view is part of what the address holds; the attribute goes before it.
  #filter() {
    const rest = (this.filter ?? "").split("&").filter((part) => part && !part.startsWith("view="));
    const view = VIEWS.includes(this.view) && this.view !== "timeline" ? [`view=${this.view}`] : [];
    return [...view, ...rest].join("&");
  }

  #again() {
    if (!this.isConnected || this.#seen) return;
    this.#stop();
    this.#start();
  }

  #states = this.attachInternals().states;

  #start() {
    if (this.#mounted || (!this.#articles && !this.src)) return;
    const job = ++this.#job;
    const tell = (name, detail) => {
      if (job === this.#job) this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    };
    const failed = (error) => tell("dateline-error", { error });
    const page = mount(this, {
      articles: this.#articles,
      src: this.src,
      select: this.select ?? "",
      filter: this.#filter(),
      lang: this.lang,
      onReady: () => {
        if (job !== this.#job) return;
        this.#states.add("ready");
        tell("dateline-ready");
      },
      onSelect: (select) => tell("dateline-select", { select }),
      onFilter: (filter) => tell("dateline-filter", { filter }),
      onError: failed,
    });
    this.#mounted = { remove() {} }; // On its way.
    page.then((mounted) => {
      if (job !== this.#job) return mounted.remove();
      this.#mounted = mounted;
      mounted.select = this.select ?? "";
      mounted.filter = this.#filter();
    }, (error) => {
      if (job === this.#job) this.#mounted = null;
      failed(error);
    });
  }

  #stop() {
    this.#job++;
    this.#unsee();
    this.#states.delete("ready");
    this.#mounted?.remove();
    this.#mounted = null;
  }

  static {
    for (const name of TEXTS) {
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        enumerable: true,
        get() { return this.getAttribute(name); },
        set(value) {
          if (value === null || value === undefined) this.removeAttribute(name);
          else this.setAttribute(name, value);
        },
      });
    }
  }
};
