// Keeps the page working without a network, offers new versions, and takes what other programs hand over.
"use strict";
(() => {
  // Only a page that was built to be shipped has a version, and only some places allow keeping it.
  if (!document.querySelector("meta[name=build]") || !("serviceWorker" in navigator) || !isSecureContext) return;

  const bar = (id, sentence, ...choices) => {
    document.getElementById(id)?.remove();
    const box = document.createElement("div");
    box.id = id;
    box.className = "page-note";
    box.setAttribute("role", "status");
    const words = document.createElement("p");
    words.textContent = sentence;
    box.append(words, ...choices.map(([name, act]) => {
      const button = document.createElement("button");
      button.textContent = name;
      button.onclick = () => { box.remove(); act(); };
      return button;
    }));
    document.body.prepend(box);
  };

  // A new version waits until the reader takes it; nothing is swapped underneath.
  const offer = (worker) => bar("version", "A new version of Dateline is ready.",
    ["Use it now", () => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      worker.postMessage("take over");
    }],
    ["Later", () => {}]);

  const watch = (registration) => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => {
      // The very first version has nothing to replace.
      if (installing.state === "installed" && navigator.serviceWorker.controller) offer(installing);
    });
  };

  const keep = async () => {
    const address = datelineAddress.createScriptURL(new URL("sw.js", document.baseURI).href);
    const registration = await navigator.serviceWorker.register(address, { updateViaCache: "none" });
    if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
    watch(registration);
    registration.addEventListener("updatefound", () => watch(registration));
  };
  // Where the browser will not keep it, the page simply needs its server.
  const start = () => keep().catch(() => {});
  // Not before the page's own files are there.
  if (document.readyState === "complete") start(); else addEventListener("load", start);

  const online = () => {
    if (navigator.onLine) document.getElementById("offline")?.remove();
    else bar("offline", "You are offline. Everything here goes on working.");
  };
  addEventListener("online", online);
  addEventListener("offline", online);

  // Files that came with the start of the page are taken as if dropped on it, once the first story
  // is there.
  const hand = (files) => new PerformanceObserver((list, observer) => {
    if (!list.getEntriesByName("dateline: analysis").length) return;
    observer.disconnect();
    const dataTransfer = new DataTransfer();
    files.forEach((file) => dataTransfer.items.add(file));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }).observe({ type: "measure", buffered: true });

  globalThis.launchQueue?.setConsumer(async ({ files }) => {
    if (files.length) hand(await Promise.all(files.map((file) => file.getFile())));
  });

  const shared = async () => {
    const scope = new URL("./", document.baseURI).href;
    const cache = await caches.open(`dateline-shared ${scope}`);
    const files = await Promise.all((await cache.keys()).map(async (request) => {
      const name = decodeURIComponent(new URL(request.url).pathname.split("/").pop());
      const file = await cache.match(request);
      await cache.delete(request);
      return new File([await file.blob()], name);
    }));
    if (files.length) hand(files);
    history.replaceState(null, "", location.pathname + location.hash);
  };
  if (location.search === "?shared") shared().catch(() => {});
})();
