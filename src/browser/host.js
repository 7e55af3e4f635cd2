// What must outlive the program: starts workers for it, and notices when it breaks down.
//
// The program is WebAssembly; a panic in it is final. So nothing here calls into it but to start
// it, and all that `src/browser/worker.rs` needs from outside is in `host`. Where its files come
// from is the caller's matter: beside a page (`start.js`), inside one (`single.js`), in a package.
"use strict";

// The one policy of Trusted Types: what it lets through was made here or stands in our own page.
const datelineAddress = (() => {
  const plain = { createScriptURL: (address) => address };
  try {
    return globalThis.trustedTypes?.createPolicy("dateline", plain) ?? plain;
  } catch {
    return plain; // A page that allows no policy of ours: no worker starts, and none is needed.
  }
})();

// Makes something when it is first asked for; what fails is tried again when it is asked for again.
const datelineOnce = (make) => {
  let made;
  return () => (made ??= make().catch((error) => { made = undefined; throw error; }));
};

// Joins what a first visit does without to a program that runs: given compiled, or by its address. The
// program waits for it within a call, so it is asked for in the one way that does not return before.
const datelineJoin = (program, rest) => {
  if (typeof rest === "string") {
    const file = new XMLHttpRequest();
    file.open("GET", rest, false);
    file.overrideMimeType("text/plain; charset=x-user-defined");
    file.send();
    rest = new WebAssembly.Module(Uint8Array.from(file.responseText, (byte) => byte.charCodeAt(0)));
  }
  new WebAssembly.Instance(rest, { "": program });
};

// `files` gives promises: `glue()` of the text of the program's JavaScript, `start()` of what that
// defines, `program()` of the compiled program, `model()` of the model of names as bytes. Where something
// was taken out of the program, `rest()` gives it compiled, or its address, and then `later()` compiled. Where there is
// a second program for files that are no plain text, `reader` has a `glue()` and a `program()` too, and so
// has `engine` where what reads articles is another program than the one that draws them.
// `stopped(sentence)` tells the reader that it is over.
const datelineHost = (files, stopped) => {
  // Compiled once, for the page and all its workers.
  const program = files.program();
  const compiled = files.engine ? datelineOnce(files.engine.program) : () => program;
  const rest = files.rest?.() ?? Promise.resolve();
  // On its way while the program starts, and done without where it is missing.
  let names;
  const model = datelineOnce(() => files.model().catch(() => null).then((bytes) => (names = bytes)));

  // What a worker runs behind the glue: the program first, then one message after the other. What
  // is compiled for the first worker, when it is first called, is so for all others and the page.
  const serve = (join) => {
    postMessage({ awake: true });
    onmessage = ({ data: { compiled, rest, names, first } }) => {
      const program = wasm_bindgen.initSync({ module: compiled });
      globalThis.datelineRest = () => join(program, rest);
      const learn = (names) => {
        postMessage({ reply: names && wasm_bindgen.learn(names) });
        if (first) wasm_bindgen.warm_up();
      };
      onmessage = ({ data }) => {
        if (data.rest) {
          rest = data.rest;
          return;
        }
        if (!(data instanceof Uint8Array)) return learn(data.names);
        const start = performance.now();
        const reply = wasm_bindgen.answer(data);
        postMessage({ reply, took: performance.now() - start }, [reply.buffer]);
      };
      learn(names);
    };
  };

  // A worker from a blob is bound by the page's policy; one from an address would not be. It also
  // starts when the server is gone, and inside pages of other origins.
  const sourceOf = (glue) => datelineOnce(async () => {
    const text = await glue();
    return URL.createObjectURL(new Blob([text, `\n;(${serve})(${datelineJoin});`], { type: "text/javascript" }));
  });
  const workerSource = sourceOf((files.engine ?? files).glue);

  // When a first worker runs, or there is none.
  let woken;
  const awake = new Promise((done) => { woken = done; });

  class Engine {
    #worker;
    #waiting;
    #broken = false;

    constructor(worker) {
      this.#worker = worker;
      worker.onmessage = ({ data: { reply, took, awake } }) => {
        if (awake) return woken();
        if (took !== undefined) {
          const end = performance.now();
          performance.measure("dateline: engine", { start: end - took, end });
        }
        this.#waiting.done(reply);
      };
      worker.onmessageerror = () => this.#waiting.failed();
      worker.onerror = (event) => {
        event.preventDefault(); // It is dealt with.
        this.#broken = true; // Perhaps before anything was asked of it.
        this.#waiting?.failed(event.message);
      };
    }

    ask(message, transfer = [message.buffer]) {
      return new Promise((done, failed) => {
        this.#waiting = { done, failed };
        if (this.#broken) failed();
        this.#worker.postMessage(message, transfer);
      });
    }

    // Needs no answer.
    give(message) {
      this.#worker.postMessage(message);
    }

    stop() {
      engines.delete(this);
      this.#worker.terminate();
    }
  }
  // Those that may ask for the rest, and it, compiled, once it is there.
  const engines = new Set();
  let given;

  const startWorker = async (source, compiling, more = () => {}, resting) => {
    compiling.catch(() => {}); // It is awaited below, if the other half is there.
    const worker = new Worker(datelineAddress.createScriptURL(await source()));
    const engine = new Engine(worker);
    try {
      const [compiled, rest] = await Promise.all([compiling, resting]);
      // Some policies stop a worker without saying so.
      const silence = new Promise((_, failed) => setTimeout(failed, 10_000));
      engine.learned = await Promise.race([engine.ask({ compiled, rest, ...more() }, []), silence]);
      if (rest) engines.add(engine);
      if (rest && given) engine.give({ rest: given });
      return engine;
    } catch (error) {
      engine.stop();
      throw error;
    }
  };
  let reader;

  // Each engine takes the model before its first article, so that names are found once and not twice:
  // along with the program where it is there by then, for every further message waits while the
  // page is being made.
  const startEngine = async (first) => {
    const start = performance.now();
    model();
    const engine = await startWorker(workerSource, compiled(), () => ({ names, first }), rest);
    if (engine.learned === undefined) engine.learned = await engine.ask({ names: await model() }, []);
    engine.learned ??= false;
    performance.measure("dateline: start of an engine", { start });
    return engine;
  };
  // The first starts beside the program, without waiting to be asked for, unless it may not be needed.
  let ahead;
  const prepare = () => {
    if (!globalThis.Worker) return woken();
    ahead ??= startEngine(true);
    ahead.catch(woken); // Whoever takes it hears of it.
  };
  if (!files.engine) prepare();

  // Articles on which the page itself broke down, kept while its tab is open.
  const LEFT_OUT = "dateline: left out";
  const leftOut = () => {
    try {
      return JSON.parse(sessionStorage.getItem(LEFT_OUT)) ?? [];
    } catch {
      return []; // No storage here.
    }
  };
  let reading;

  const host = {
    // Workers start by way of the page's own thread: whoever keeps it busy for long may wait for
    // the first one, and both are at work from then on. Some policies stop it without a word.
    awake: () => Promise.race([awake, new Promise((done) => setTimeout(done, 60))]),
    threads: globalThis.navigator?.hardwareConcurrency || 1,

    startEngine() {
      const engine = ahead ?? startEngine(false);
      ahead = undefined;
      return engine;
    },

    // The second program, fetched once, when the first file that needs it is there.
    async startReader() {
      if (!files.reader) throw new Error("This page has no reader of files.");
      if (!reader) {
        reader = { source: sourceOf(files.reader.glue), program: files.reader.program() };
      }
      try {
        return await startWorker(reader.source, reader.program);
      } catch (error) {
        reader = undefined; // Another time there may be a network again.
        throw error;
      }
    },

    // Files that fall on the page; folders are the page's own to open.
    dropped: async (data) => [...data.files].map((file) => [file.name, file]),
    pause: () => new Promise((done) => setTimeout(done)),
    drawn: () => new Promise((done) => {
      requestAnimationFrame(() => setTimeout(done));
      setTimeout(done, 100); // Nothing is drawn of a page in the background.
    }),
    reading: (article) => { reading = article; },
    brokeOn: (article) => leftOut().includes(article),
    model,
    now: () => performance.now(),
    measure: (name, start) => { performance.measure(name, { start }); },
  };

  const onError = (error) => {
    // Stack overflows are range errors; anything else is not the program's end.
    if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) return;
    if (reading === undefined || reading === null) {
      stopped("Dateline broke down and cannot go on. Nothing was sent anywhere.");
      return;
    }
    try {
      sessionStorage.setItem(LEFT_OUT, JSON.stringify([...leftOut(), reading]));
    } catch {
      // Then the next start breaks down at the same place, and says so again.
    }
    stopped(`Dateline broke down while reading “${reading}”. It goes on without it when you start again.`);
  };
  globalThis.addEventListener?.("error", ({ error }) => onError(error));
  globalThis.addEventListener?.("unhandledrejection", ({ reason }) => onError(reason));

  // Sees to it that the program finds what was taken out of it.
  const complete = (running, taken) => {
    let joined = false;
    const join = (rest) => {
      if (!joined) datelineJoin(running, rest);
      joined = true;
    };
    globalThis.datelineRest = () => {
      try {
        join(taken);
      } catch (error) {
        stopped("A part of Dateline could not be fetched. Is there a network?");
        throw error;
      }
    };
    if (!files.later) return;
    // Whoever moves is about to ask for something, and it is there by then. What keeps the page for other
    // visits brings it as well; without that it comes when all else is there. A request that waits
    // for its answer gets none from what is kept, so workers are given it too.
    const later = datelineOnce(async () => {
      given = await files.later();
      for (const engine of engines) engine.give({ rest: given });
      join(given);
    });
    const ahead = () => { later().catch(() => {}); };
    for (const sign of ["pointermove", "pointerdown", "keydown"]) addEventListener(sign, ahead, { once: true, capture: true });
    if (isSecureContext && navigator.serviceWorker) navigator.serviceWorker.addEventListener("controllerchange", ahead);
    else setTimeout(ahead, 3000);
  };

  // The program, started.
  const started = (async () => {
    const [dateline, compiled] = await Promise.all([files.start(), program]);
    const running = await dateline({ module_or_path: compiled });
    const taken = await rest;
    if (taken) complete(running, taken);
    return dateline;
  })();

  return { host, started, prepare };
};
