// Starts the program of a page whose files lie beside it.
"use strict";
(() => {
  // The page's head names the files, and their hashes where it was built to be shipped.
  const named = (id) => document.getElementById(id);
  const fetched = async (id) => {
    const { href, integrity } = named(id);
    const file = await fetch(href, integrity ? { integrity } : {});
    if (!file.ok) throw new Error(`${file.url}: ${file.status}`);
    return file;
  };
  const beside = (path) => fetch(new URL(path, document.baseURI)).then((file) => (file.ok ? file : Promise.reject()));

  const files = {
    glue: async () => (await fetched("glue")).text(),

    start: () => new Promise((done, failed) => {
      const { href, integrity } = named("glue");
      const script = document.createElement("script");
      script.src = datelineAddress.createScriptURL(href);
      script.integrity = integrity;
      script.onload = () => done(wasm_bindgen);
      script.onerror = () => failed(new Error(href));
      document.head.append(script);
    }),

    async program() {
      const file = await fetched("program");
      return file.headers.get("content-type") === "application/wasm"
        ? WebAssembly.compileStreaming(file)
        : WebAssembly.compile(await file.arrayBuffer()); // A host that does not know the type.
    },

    model: async () => new Uint8Array(await (await fetched("names")).arrayBuffer()),
    stories: async () => (await beside("seeds/index.json")).json(),
    text: async (file) => (await beside(`seeds/${file}`)).text(),
  };

  // One sentence and a way on, whatever the rest of the page looks like by now.
  const stopped = (sentence) => {
    if (named("stopped")) return;
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
  started.then(
    (dateline) => dateline.open_page(host),
    (error) => {
      console.error(error);
      stopped("Dateline could not be loaded. It needs a browser from 2023 or later and all files of its folder.");
    },
  );
})();
