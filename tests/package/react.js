import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { run } from "./suite.js";

run({
  on: (name) => `on${name}`,
  open: (place) => {
    const root = createRoot(place);
    const poster = (text) => text && createElement("p", { slot: "poster" }, text);
    return {
      draw: (properties, child) => root.render(properties && createElement("dateline-viewer", properties, poster(child))),
      end: () => root.unmount(),
    };
  },
});
