// Nothing is set for the package itself: it has to work as it comes.
export default {
  base: "./",
  logLevel: "warn",
  build: { target: "esnext", rollupOptions: { input: ["plain.html", "react.html", "vue.html", "leak.html"] } },
};
