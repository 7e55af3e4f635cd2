// Starts the program of a page that is one file: all that others fetch stands in it.
"use strict";
(() => {
  const text = (id) => document.getElementById(id).textContent;
  const bytes = (id) => datelineUnpack(text(id));
  const reader = document.getElementById("reader") && { glue: text("reader-glue"), program: text("reader") };
  const { stories, place } = JSON.parse(text("stories"));
  // What its reader had chosen on saving; an address of its own counts for more.
  if (place && !location.hash) location.replace(place);

  datelinePage({
    saved: Boolean(stories.stories[0]?.workspace),
    glue: async () => text("glue"),
    start: async () => wasm_bindgen,
    program: async () => WebAssembly.compile(await bytes("program")),
    reader: reader && {
      glue: async () => reader.glue,
      program: async () => WebAssembly.compile(await bytes("reader")),
    },
    model: async () => new Uint8Array(await bytes("names")),
    stories: async () => stories,
    text: () => Promise.reject(), // Their texts are in the list.
    parts: async () => ({
      ...Object.fromEntries(["style", "glue", "shell", "program", "names"].map((id) => [id, text(id)])),
      reader,
    }),
  });
})();
