// Just enough HTML for a page that trunk wrote: its tags and their attributes.

const ATTRIBUTE = /([^\s"'>/=]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;

const attributes = (text) => new Map([...text.matchAll(ATTRIBUTE)].map(([, name, a, b, c]) => [name, a ?? b ?? c ?? ""]));

export const written = (tag, of) => `<${[tag, ...[...of].map(([name, value]) => (value === "" ? name : `${name}="${value}"`))].join(" ")}>`;

// Each tag of that name goes through `change`, which may alter its attributes; false takes it away,
// with its end where it is a script.
export const change = (html, tag, change) => html.replace(new RegExp(`<${tag}\\b([^>]*)>(?:</script>)?`, "g"), (whole, text) => {
  const of = attributes(text);
  if (change(of) === false) return "";
  return written(tag, of) + (whole.endsWith("</script>") ? "</script>" : "");
});

// The attributes of the first such tag that fits.
export const find = (html, tag, fits) => {
  let found;
  change(html, tag, (of) => { if (!found && fits(of)) found = of; });
  if (!found) throw new Error(`the page lacks a <${tag}> of which ${fits}`);
  return found;
};

// The path in the site that a tag names.
export const path = (of) => (of.get("href") ?? of.get("src") ?? "").replace(/^\.\//, "");

export const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
export const unescaped = (text) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));
