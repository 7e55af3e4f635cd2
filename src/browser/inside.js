// Starts the program of a page that is one file: all that others fetch stands in it.
"use strict";
(() => {
  const text = (id) => document.getElementById(id).textContent;
  const bytes = async (id) => {
    const packed = Uint8Array.from(atob(text(id)), (c) => c.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  };
  const { stories, place } = JSON.parse(text("stories"));
  // What its reader had chosen on saving; an address of its own counts for more.
  if (place && !location.hash) location.replace(place);

  datelinePage({
    saved: Boolean(stories.stories[0]?.workspace),
    glue: async () => text("glue"),
    start: async () => wasm_bindgen,
    program: async () => WebAssembly.compile(await bytes("program")),
    model: async () => new Uint8Array(await bytes("names")),
    stories: async () => stories,
    text: () => Promise.reject(), // Their texts are in the list.
    parts: async () => Object.fromEntries(["style", "glue", "shell", "program", "names"].map((id) => [id, text(id)])),
  });
})();
