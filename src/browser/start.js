// Starts the program on the page. Trunk writes the names of its two files into the page's head.

const file = (id) => document.getElementById(id).href;

const { default: load, open_page } = await import(file("glue"));
await load({ module_or_path: fetch(file("program")) });
open_page();
