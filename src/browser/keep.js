// Keeps stories in the browser: IndexedDB, one record an article, so that a damaged one is lost alone.
//
// `src/browser/kept/` decides what is kept and when; here is only how. A promise that fails carries
// "forbidden", "full" or what the browser said.
"use strict";

const datelineKeep = (() => {
  // Each step brings what an older version left to the next.
  const STEPS = [
    (base) => {
      base.createObjectStore("stories", { keyPath: "id" });
      base.createObjectStore("articles"); // By [story, place in it].
    },
  ];

  const asked = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const why = (error) => {
    if (error?.name === "QuotaExceededError" || error?.inner?.name === "QuotaExceededError") return "full";
    return ["SecurityError", "InvalidStateError", "UnknownError"].includes(error?.name) ? "forbidden" : `${error}`;
  };

  let base;
  const open = () => (base ??= new Promise((done, failed) => {
    const request = indexedDB.open("dateline", STEPS.length); // Throws where storage is forbidden.
    request.onupgradeneeded = ({ oldVersion }) =>
      STEPS.slice(oldVersion).forEach((step) => step(request.result, request.transaction));
    request.onsuccess = () => {
      // Another tab with a newer version goes first.
      request.result.onversionchange = () => { request.result.close(); base = undefined; };
      request.result.onclose = () => { base = undefined; };
      done(request.result);
    };
    request.onerror = () => failed(request.error);
    setTimeout(() => failed(new Error("The browser's storage does not answer.")), 5_000);
  }).catch((error) => { base = undefined; throw error; }));

  // One transaction: all of it or nothing, and on the disk before it is called done.
  const change = async (act) => {
    try {
      const transaction = (await open()).transaction(["stories", "articles"], "readwrite", { durability: "strict" });
      const done = new Promise((yes, no) => {
        transaction.oncomplete = yes;
        transaction.onabort = () => no(transaction.error ?? new Error("The browser gave up saving."));
      });
      done.catch(() => {});
      const [stories, articles] = ["stories", "articles"].map((name) => transaction.objectStore(name));
      const result = await act(stories, articles);
      transaction.commit?.();
      await done;
      return result;
    } catch (error) {
      throw why(error);
    }
  };
  const whole = (id) => IDBKeyRange.bound([id], [id, []]);

  return {
    // Saves a story, and its articles where they are given. `story.saved` counts how often it was
    // saved: where another tab counted on or deleted it, nothing is written and the answer is 0.
    save: (story, records) => change(async (stories, articles) => {
      const there = await asked(stories.get(story.id));
      if ((there?.saved ?? 0) !== story.saved) return 0;
      const saved = story.saved + 1;
      const count = records?.length ?? there?.count ?? await asked(articles.count(whole(story.id)));
      stories.put({ ...story, saved, changed: Date.now(), count });
      if (records) {
        articles.delete(whole(story.id));
        records.forEach((record, place) => articles.put(record, [story.id, place]));
      }
      return saved;
    }),

    remove: (id) => change((stories, articles) => {
      stories.delete(id);
      articles.delete(whole(id));
    }),

    async list() {
      try {
        const all = await asked((await open()).transaction("stories").objectStore("stories").getAll());
        return all.sort((a, b) => b.changed - a.changed)
          .map((s) => ({ ...s, when: new Date(s.changed).toLocaleString() }));
      } catch (error) {
        throw why(error);
      }
    },

    // A story and its articles; what of them the browser cannot read any more is null.
    async load(id) {
      try {
        const [stories, articles] = ["stories", "articles"].map(
          ((transaction) => (name) => transaction.objectStore(name))((await open()).transaction(["stories", "articles"])),
        );
        const story = await asked(stories.get(id));
        if (!story) return null;
        const keys = await asked(articles.getAllKeys(whole(id)));
        const records = await asked(articles.getAll(whole(id)))
          .catch(() => Promise.all(keys.map((key) => asked(articles.get(key)).catch(() => null))));
        return { story, records };
      } catch (error) {
        throw why(error);
      }
    },

    // Bytes in use, and bytes that there may be; null where the browser does not say.
    async room() {
      const { usage, quota } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
      return usage === undefined ? null : [usage, quota];
    },

    name: () => `${Date.now().toString(36)}-${crypto.getRandomValues(new Uint32Array(2)).join("-")}`,
  };
})();

// Files and folders that were dropped: `[path, file]` of each. Must be called while they fall.
const datelineDropped = async (data) => {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...data.files].map((file) => [file.name, file]);
  const found = [];
  const walk = async (entry) => {
    if (found.length > 20_000) return;
    if (entry.isFile) {
      const file = await new Promise((done) => entry.file(done, () => done(null)));
      if (file) found.push([entry.fullPath.replace(/^\//, ""), file]);
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((done) => reader.readEntries(done, () => done([])));
      if (!some.length) return;
      for (const one of some) await walk(one);
    }
  };
  for (const entry of entries) await walk(entry);
  return found;
};
