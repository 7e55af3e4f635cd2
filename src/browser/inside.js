// Starts the program of a page that is one file: all that others fetch stands in it.
"use strict";
(() => {
  const text = (id) => document.getElementById(id).textContent;
  const bytes = async (id) => new Uint8Array(await datelineUnpack(text(id)));
  const compiled = async (id) => WebAssembly.compile(await datelineParted.joined(await bytes(id)));
  const reader = document.getElementById("reader") && { glue: text("reader-glue"), program: text("reader") };
  const { stories, place } = JSON.parse(text("stories"));
  // What its reader had chosen on saving; an address of its own counts for more.
  if (place && !location.hash) location.replace(place);

  datelinePage({
    saved: Boolean(stories.stories[0]?.workspace),
    glue: async () => text("glue"),
    start: async () => wasm_bindgen,
    program: () => compiled("program"),
    rest: async () => (text("rest") ? compiled("rest") : undefined),
    reader: reader && {
      glue: async () => reader.glue,
      program: () => compiled("reader"),
    },
    model: () => bytes("names"),
    stories: async () => stories,
    text: () => Promise.reject(), // Their texts are in the list.
    parts: async () => ({
      ...Object.fromEntries(["style", "glue", "shell", "program", "rest", "names"].map((id) => [id, text(id)])),
      reader,
    }),
  });
})();
