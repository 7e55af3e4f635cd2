// What custom-elements-everywhere asks of a framework and an element together, asked of ours: how
// children, attributes, properties and events go through.
import "dateline/element";

const ARTICLES = [
  { id: "post", source: "Morning Post", published: "2024-05-03", text: "The bridge in Port Ellis closed on Tuesday. At least 12 people were hurt." },
  { id: "echo", source: "Evening Echo", published: "2024-05-04", text: "Port Ellis shut its bridge on 30 April 2024. Fourteen people were hurt." },
];

// No property of ours has such a name; those of others do.
const names = new WeakMap();
Object.defineProperty(customElements.get("dateline-viewer").prototype, "camelCaseObj", {
  get() { return names.get(this); },
  set(value) { names.set(this, value); },
});

const check = (holds, what) => {
  if (!holds) throw new Error(what);
};
const soon = () => new Promise((done) => setTimeout(done, 50));
const until = async (holds, what) => {
  for (let i = 0; i < 200; i++) {
    if (holds()) return;
    await soon();
  }
  throw new Error(`waited in vain for ${what}`);
};

// Each test gets `draw(properties, children?)`, which draws anew into the same place and gives the
// element; null takes it away.
const TESTS = {
  "an element without children": async (draw) => {
    const element = await draw({});
    check(element.shadowRoot && element.childNodes.length === 0, "no shadow");
  },
  "children in the shadow, and others in the light": async (draw) => {
    const element = await draw({}, "One moment…");
    check(element.querySelector("[slot=poster]").textContent === "One moment…", "no child");
    const slot = element.shadowRoot.querySelector("slot");
    check(slot.assignedElements()[0] === element.firstElementChild, "the child has no place");
    await draw({}, "Another");
    check(element.querySelector("[slot=poster]").textContent === "Another", "the child does not change");
  },
  "hidden and shown again": async (draw) => {
    const element = await draw({ articles: ARTICLES });
    await until(() => element.ready, "the story");
    check((await draw(null)) === null, "still there");
    await soon();
    const again = await draw({ articles: ARTICLES });
    await until(() => again.ready, "the story again");
    check(again.shadowRoot.querySelectorAll(".page").length === 1, "one page");
  },
  "truth as an attribute or a property": async (draw) => {
    const element = await draw({ hidden: true });
    check(element.hidden === true, "not hidden");
    await draw({ hidden: false });
    check(element.hidden === false, "still hidden");
  },
  "a number as an attribute or a property": async (draw) => {
    const element = await draw({ height: 320 });
    check(element.height === "320" && element.getBoundingClientRect().height === 320, `height ${element.height}`);
  },
  "a text as an attribute or a property": async (draw) => {
    const element = await draw({ theme: "dark" });
    check(element.theme === "dark" && element.getAttribute("theme") === "dark", "no theme");
  },
  "a list as a property": async (draw) => {
    const element = await draw({ articles: ARTICLES });
    check(element.articles === ARTICLES || element.articles.length === 2, "no articles");
    await until(() => element.ready, "the story");
    check(element.shadowRoot.textContent.includes("Evening Echo"), "another story");
  },
  "an object as a property": async (draw) => {
    const element = await draw({ articles: { title: "The old bridge", articles: ARTICLES } });
    await until(() => element.ready, "the story");
    check(element.shadowRoot.querySelector("h1").textContent === "The old bridge", "no title");
  },
  "an object as a property named in camelCase": async (draw) => {
    const element = await draw({ camelCaseObj: ARTICLES });
    check(element.camelCaseObj === ARTICLES || element.camelCaseObj[0] === ARTICLES[0], "not the object");
  },
  "an event heard by a listener added by hand": async (draw) => {
    const element = await draw({});
    let heard = 0;
    element.addEventListener("dateline-ready", () => heard++);
    element.articles = ARTICLES;
    await until(() => heard === 1, "the event");
  },
  "an event heard as the framework writes it": async (draw, on) => {
    let heard = 0;
    await draw({ articles: ARTICLES, [on("dateline-ready")]: () => heard++ });
    await until(() => heard === 1, "the event");
  },
  "what is chosen is told": async (draw, on) => {
    let chosen;
    const element = await draw({ articles: ARTICLES, [on("dateline-select")]: ({ detail }) => { chosen = detail.select; } });
    await until(() => element.ready, "the story");
    const event = () => element.shadowRoot.querySelector("[aria-label='Events in order of time'] button");
    await until(event, "an event");
    event().click();
    await until(() => chosen, "the choice");
  },
  ...Object.fromEntries(["lowercase", "kebab-case", "camelCase", "CAPScase", "PascalCase"].map((name) => [
    `an event named in ${name}`,
    async (draw, on) => {
      let heard = 0;
      const element = await draw({ [on(name)]: () => heard++ });
      element.dispatchEvent(new CustomEvent(name));
      check(heard === 1, `heard ${heard} times`);
    },
  ])),
};

export const run = async (adapter) => {
  const results = {};
  for (const [name, test] of Object.entries(TESTS)) {
    const place = document.createElement("div");
    document.body.append(place);
    const { draw, end } = adapter.open(place);
    const drawn = async (...what) => {
      await draw(...what);
      await soon();
      return place.querySelector("dateline-viewer");
    };
    try {
      await test(drawn, adapter.on);
      results[name] = "ok";
    } catch (error) {
      results[name] = String(error);
    }
    end();
    place.remove();
  }
  window.results = results;
};
