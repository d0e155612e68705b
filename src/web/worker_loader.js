// Starts the analyzer's worker. The program and the dictionary are asked for at once, beside the script that starts it.
self.dictionary = fetch(new URL("dictionary.bin", import.meta.url));
self.dictionary.catch(() => {}); // told to the page by the program, once it runs
const program = fetch(new URL("worker_bg.wasm", import.meta.url));
program.catch(() => {}); // thrown where it is awaited
const { default: start, serve } = await import("./worker.js");
await start({ module_or_path: program });
serve();
