// Starts the analyzer's worker. The dictionary is asked for at once, beside the program that opens it.
self.dictionary = fetch(new URL("dictionary.bin", import.meta.url));
self.dictionary.catch(() => {}); // told to the page by the program, once it runs
const { default: start, serve } = await import("./worker.js");
await start({ module_or_path: new URL("worker_bg.wasm", import.meta.url) });
serve();
