// The style sheet for a shadow: what spoke of the document speaks of the host, what spoke of the
// window's width speaks of the element's.

const OWN = `
:host { display: block; container: dateline / inline-size; contain: content; overflow: auto; }
:host([hidden]) { display: none; }
:host(:state(ready)) slot[name="poster"] { display: none; }
.dateline .page { min-block-size: 0; }
.dateline .masthead, .dateline .welcome, .dateline .drop, .dateline dialog#bring { display: none; }
`;

export function sheet(css) {
  const plain = css.replace(/\/\*[^]*?\*\//g, "");
  return (plain
    .replaceAll(':root:not([data-theme="light"])', ':host(:not([theme="light"]))')
    .replaceAll(':root[data-theme="dark"]', ':host([theme="dark"])')
    .replaceAll(":root", ":host")
    .replace(/^html \{/m, ":host {")
    .replace(/^body \{/m, ".dateline {")
    .replace(/@media \((min|max)-width: ([\d.]+rem)\)/g, "@container dateline ($1-width: $2)")
    // An element cannot ask for its own width: inside such a block the page stands in for the host.
    .replace(/(@container[^{]*\{\s*):host \{/g, "$1.page {")
    .replace(/position: fixed; inset-inline: 0; inset-block-end: 0/g, "position: sticky; inset-block-end: 0")
    + OWN).replace(/\s*\n\s*/g, "\n");
}
