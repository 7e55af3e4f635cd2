// Starts the program of a page whose files lie beside it.
"use strict";
(() => {
  // The page's head names the files, and their hashes where it was built to be shipped.
  const named = (id) => document.getElementById(id);
  const fetched = async (id) => {
    const { href, integrity, dataset } = named(id);
    // Browsers do not check what they fetch early for scripts, and say so about the attribute itself.
    const file = await fetch(href, { integrity: integrity || dataset.integrity || "" });
    if (!file.ok) throw new Error(`${file.url}: ${file.status}`);
    return file;
  };
  const text = async (id) => (await fetched(id)).text();
  const bytes = async (id) => new Uint8Array(await (await fetched(id)).arrayBuffer());
  const compiled = async (id) => WebAssembly.compile(await datelineParted.joined(await bytes(id)));
  const run = (id) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = datelineAddress.createScriptURL(named(id).href);
    script.integrity = named(id).integrity;
    script.onload = done;
    script.onerror = () => failed(new Error(script.src));
    document.head.append(script);
  });
  let saving;
  const beside = (path) => fetch(new URL(path, document.baseURI)).then((file) => (file.ok ? file : Promise.reject()));

  // The stories are on their way while the program is: it would ask for them much later.
  const list = async () => (await beside("seeds/index.json")).json();
  const article = async (file) => (await beside(`seeds/${file}`)).text();
  const ahead = list();
  const articles = ahead.then(({ stories: [first] }) =>
    new Map((first?.articles ?? []).filter(({ file }) => file).map(({ file }) => [file, article(file)])));
  articles.then((all) => Promise.allSettled(all.values()), () => {}); // Whoever asks for one hears of it.

  datelinePage({
    glue: () => text("glue"),

    start: () => run("glue").then(() => wasm_bindgen),

    program: () => compiled("program"),
    // A page that was not finished has all in one. What is kept from a visit before costs nothing.
    rest: async () => {
      const address = named("rest")?.href;
      return address && navigator.serviceWorker?.controller ? compiled("rest").catch(() => address) : address;
    },
    later: () => compiled("rest"),
    // Only a page that was built to be shipped has itself as one file beside it.
    frame: document.querySelector("meta[name=build]") && "embed.html",
    reader: { glue: () => text("files-glue"), program: () => compiled("files") },

    model: () => bytes("names"),
    stories: () => ahead.catch(list),
    text: async (file) => (await articles.catch(() => null))?.get(file)?.catch(() => article(file)) ?? article(file),

    async parts() {
      // It is there already while the page is worked on.
      if (typeof datelineSingle === "undefined") await (saving ??= run("saving").catch((error) => { saving = undefined; throw error; }));
      // Without the second program the file reads plain text only: better than no file.
      const reader = Promise.all([text("files-glue"), bytes("files").then(datelinePack)])
        .then(([glue, program]) => ({ glue, program }), () => undefined);
      const [style, glue, shell, program, rest, names] = await Promise.all([
        text("style"), text("glue"), text("inside"), bytes("program").then(datelinePack), named("rest") ? bytes("rest").then(datelinePack) : "", bytes("names").then(datelinePack),
      ]);
      return { style, glue, shell, program, rest, names, reader: await reader };
    },
  });
})();
