// Starts the analyzer's worker. The program and the dictionary are asked for at once, beside the script that starts it.
const answer = fetch(new URL("dictionary.bin", import.meta.url));
answer.catch(() => {}); // told to the page by the program, once it runs
self.dictionary = answer;
const fetched = fetch(new URL("worker_bg.wasm", import.meta.url));
fetched.catch(() => {}); // thrown where it is awaited
const { default: start, serve } = await import("./worker.js");
await start({ module_or_path: fetched });
serve();
