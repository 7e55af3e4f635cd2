import { createApp, h, shallowRef } from "vue";
import { run } from "./suite.js";

run({
  on: (name) => `on:${name}`,
  open: (place) => {
    const wanted = shallowRef([null]);
    const render = () => {
      const [properties, child] = wanted.value;
      return properties && h("dateline-viewer", properties, child && h("p", { slot: "poster" }, child));
    };
    const app = createApp({ render });
    app.config.compilerOptions.isCustomElement = (tag) => tag === "dateline-viewer";
    app.mount(place);
    return { draw: (...what) => { wanted.value = what; }, end: () => app.unmount() };
  },
});
