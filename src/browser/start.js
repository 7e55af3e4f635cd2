// What must outlive the program: starts it, starts workers for it, and says so when it breaks down.
//
// The program is WebAssembly; a panic in it is final. So nothing here calls into it but to start
// it, and all that `src/browser/worker.rs` needs from outside is in `host`.
"use strict";
(() => {
  // Trunk writes the addresses of the program's two files into the page's head.
  const address = (id) => document.getElementById(id).href;

  // Compiled once, for the page and all its workers.
  const program = (async () => {
    const file = await fetch(address("program"));
    if (!file.ok) throw new Error(`${file.url}: ${file.status}`);
    return file.headers.get("content-type") === "application/wasm"
      ? WebAssembly.compileStreaming(file)
      : WebAssembly.compile(await file.arrayBuffer()); // A host that does not know the type.
  })();

  // The model of names: on its way while the program starts, and done without where it is missing.
  const model = fetch(new URL("names.model", document.baseURI))
    .then(async (file) => (file.ok ? new Uint8Array(await file.arrayBuffer()) : null))
    .catch(() => null);

  const glue = new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address("glue");
    script.onload = () => done(wasm_bindgen);
    script.onerror = () => failed(new Error(script.src));
    document.head.append(script);
  });

  // What a worker runs behind the glue: the program first, then one message after the other.
  const serve = () => {
    onmessage = ({ data }) => {
      wasm_bindgen.initSync({ module: data });
      onmessage = ({ data }) => {
        const start = performance.now();
        const reply = wasm_bindgen.answer(data);
        postMessage({ reply, took: performance.now() - start }, [reply.buffer]);
      };
      postMessage({});
    };
  };

  // A worker from a blob is bound by the page's policy; one from an address would not be. It also
  // starts when the server is gone.
  let source;
  const workerSource = () => (source ??= (async () => {
    const text = await (await fetch(address("glue"))).text();
    return URL.createObjectURL(new Blob([text, `\n;(${serve})();`], { type: "text/javascript" }));
  })());
  workerSource().catch(() => {});

  class Engine {
    #worker;
    #waiting;

    constructor(worker) {
      this.#worker = worker;
      worker.onmessage = ({ data: { reply, took } }) => {
        if (took !== undefined) {
          const end = performance.now();
          performance.measure("dateline: engine", { start: end - took, end });
        }
        this.#waiting.done(reply);
      };
      worker.onmessageerror = () => this.#waiting.failed();
      worker.onerror = (event) => {
        event.preventDefault(); // It is dealt with.
        this.#waiting.failed(event.message);
      };
    }

    ask(message, transfer = [message.buffer]) {
      return new Promise((done, failed) => {
        this.#waiting = { done, failed };
        this.#worker.postMessage(message, transfer);
      });
    }

    stop() {
      this.#worker.terminate();
    }
  }

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
    threads: navigator.hardwareConcurrency || 1,

    async startEngine() {
      const worker = new Worker(await workerSource());
      const engine = new Engine(worker);
      const compiled = await program;
      // Some policies stop a worker without saying so.
      const silence = new Promise((_, failed) => setTimeout(failed, 10_000));
      await Promise.race([engine.ask(compiled, []), silence]);
      return engine;
    },

    pause: () => new Promise((done) => setTimeout(done)),
    reading: (article) => { reading = article; },
    brokeOn: (article) => leftOut().includes(article),
    model: () => model,
    now: () => performance.now(),
    measure: (name, start) => { performance.measure(name, { start }); },
  };

  // One sentence and a way on, whatever the rest of the page looks like by now.
  const sayThatItStopped = (sentence) => {
    if (document.getElementById("stopped")) return;
    const box = document.createElement("div");
    box.id = "stopped";
    box.setAttribute("role", "alert");
    const words = document.createElement("p");
    words.textContent = sentence;
    const again = document.createElement("button");
    again.textContent = "Start again";
    again.onclick = () => location.reload();
    box.append(words, again);
    document.body.prepend(box);
  };

  const onError = (error) => {
    // Stack overflows are range errors; anything else is not the program's end.
    if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) return;
    if (reading === undefined || reading === null) {
      sayThatItStopped("Dateline broke down and cannot go on. Nothing was sent anywhere.");
      return;
    }
    try {
      sessionStorage.setItem(LEFT_OUT, JSON.stringify([...leftOut(), reading]));
    } catch {
      // Then the next start breaks down at the same place, and says so again.
    }
    sayThatItStopped(`Dateline broke down while reading “${reading}”. It goes on without it when you start again.`);
  };
  addEventListener("error", ({ error }) => onError(error));
  addEventListener("unhandledrejection", ({ reason }) => onError(reason));

  Promise.all([glue, program]).then(
    async ([dateline, compiled]) => {
      await dateline({ module_or_path: compiled });
      dateline.open_page(host);
    },
    (error) => {
      console.error(error);
      sayThatItStopped("Dateline could not be loaded. It needs a browser from 2023 or later and all files of its folder.");
    },
  );
})();
